package org.winnow.cli.oracle;

import java.util.Arrays;

/** Which part of the library answers a kind of case, and how close it must come. */
final class Kinds {
  /** The reference works on k×k matrices; it loses a digit for each order of magnitude. */
  private static final double WIDE = 1e-7;

  private static final double WIDEST = 1e-5;
  private static final double WIDE_RATIO = 1e8;
  private static final double OPTIMISED = 1e-4;
  private static final double MULTILEVEL = 1e-6;
  private static final double ITERATED = 1e-9;
  private static final double CLOSED = 1e-10;

  private Kinds() {}

  static Answer answer(ReferenceCase one) {
    return switch (one.kind()) {
      case "effect" -> EffectCases.answer(one);
      case "pool" -> PoolCases.answer(one);
      case "mh", "peto" -> MantelHaenszelCases.answer(one);
      case "revman" -> RevManCases.answer(one);
      case "revman_subgroup" -> RevManCases.subgroups(one);
      case "revman_web" -> RevManCases.web(one);
      case "revman_meta" -> MetaCases.revMan(one);
      case "intervals" -> MetaCases.intervals(one);
      case "subgroup" -> MetaCases.subgroups(one);
      case "metareg" -> RegressionCases.answer(one);
      case "metareg_predict" -> RegressionCases.prediction(one);
      case "metareg_test" -> RegressionCases.test(one);
      case "bias" -> BiasCases.answer(one);
      case "trimfill" -> BiasCases.trimAndFill(one);
      case "fsn" -> BiasCases.failSafe(one);
      case "leave1out" -> SensitivityCases.leaveOneOut(one);
      case "cumulative" -> SensitivityCases.cumulative(one);
      case "influence" -> SensitivityCases.influence(one);
      case "residuals" -> SensitivityCases.residuals(one);
      case "plotdata" -> SensitivityCases.plot(one);
      case "henmi-copas" -> SensitivityCases.henmiCopas(one);
      case "prep" -> PreparationCases.answer(one);
      case "single" -> SingleCases.answer(one);
      case "multilevel" -> SingleCases.dependent(one);
      case "glmm" -> GlmmCases.answer(one);
      default -> throw new IllegalArgumentException("Kind " + one.kind() + " is not known");
    };
  }

  static double tolerance(ReferenceCase one) {
    if (one.call().startsWith("selmodel")) {
      return OPTIMISED;
    }
    return switch (one.kind()) {
      case "multilevel" -> MULTILEVEL;
      case "glmm" -> OPTIMISED;
      case "prep", "effect", "mh", "peto", "revman", "revman_subgroup" -> CLOSED;
      default -> iterated(one);
    };
  }

  private static double iterated(ReferenceCase one) {
    if (!one.table().has("vi")) {
      return ITERATED;
    }
    var range = Arrays.stream(one.table().numbers("vi")).filter(v -> v > 0).summaryStatistics();
    double ratio = range.getMax() / range.getMin();
    return ratio > WIDE_RATIO ? Math.clamp(ratio * Math.ulp(1.0), WIDE, WIDEST) : ITERATED;
  }
}
