package org.winnow.analysis;

import java.util.List;
import java.util.Locale;
import org.winnow.metaanalysis.Convention;
import org.winnow.metaanalysis.Inference;
import org.winnow.metaanalysis.ModelOptions;
import org.winnow.metaanalysis.TauSquaredEstimator;
import org.winnow.metaanalysis.ZeroCells;

/**
 * What is pooled and how, in the words of the command line; a word that is not known is refused
 * when it is first needed.
 *
 * @param measure OR, RR, RD, PETO, MD, SMD, ROM, IRR, PLO, GEN …, in capitals
 * @param method IV, MH or PETO, or empty for the usual one of the measure
 * @param model fixed or random
 * @param tauSquared the estimator, or empty for that of the convention
 * @param ci wald, hksj or hksj-adhoc
 * @param prediction off, z, t-k1, t-k2 or hksj, or empty for the usual one
 * @param level of confidence, in percent
 * @param subgroup the column of subgroups, or empty
 * @param zero the rule for empty cells: revman, metafor, drop or none, or empty for that of the
 *     convention
 * @param convention revman5, revman-web, metafor or meta
 * @param moderators the columns to regress on
 * @param tests of small-study effects
 * @param sensitivity analyses
 */
public record AnalysisSettings(
    String measure,
    String method,
    String model,
    String tauSquared,
    String ci,
    String prediction,
    double level,
    String subgroup,
    String zero,
    String convention,
    List<String> moderators,
    List<String> tests,
    List<String> sensitivity) {

  public AnalysisSettings {
    measure = measure.toUpperCase(Locale.ROOT);
    method =
        method.isEmpty() ? measure.equals("PETO") ? "PETO" : "IV" : method.toUpperCase(Locale.ROOT);
    moderators = List.copyOf(moderators);
    tests = List.copyOf(tests);
    sensitivity = List.copyOf(sensitivity);
  }

  boolean fixed() {
    return switch (model) {
      case "fixed", "common", "equal" -> true;
      case "random" -> false;
      default -> throw new IllegalArgumentException("No model " + model);
    };
  }

  /** The kind of prediction interval. */
  String predictionKind() {
    return prediction.isEmpty() ? "t-k1" : prediction;
  }

  /** Whether a figure has a prediction interval: RevMan 5 has none unless it is asked for. */
  boolean showsPrediction() {
    return !fixed() && !(prediction.isEmpty() && preset() == Convention.REVMAN5);
  }

  Convention preset() {
    return Convention.named(convention);
  }

  ZeroCells zeroCells() {
    return switch (zero) {
      case "" -> preset().zeroCells();
      case "revman", "drop" -> ZeroCells.DROPPING;
      case "metafor" -> ZeroCells.METAFOR;
      case "none" -> ZeroCells.NONE;
      default -> throw new IllegalArgumentException("No rule for empty cells " + zero);
    };
  }

  ModelOptions modelOptions() {
    TauSquaredEstimator estimator =
        fixed()
            ? TauSquaredEstimator.EE
            : tauSquared.isEmpty() ? preset().tauSquared() : TauSquaredEstimator.named(tauSquared);
    Inference inference =
        switch (ci) {
          case "wald" -> Inference.WALD;
          case "hksj" -> Inference.HARTUNG_KNAPP;
          case "hksj-adhoc" -> Inference.HARTUNG_KNAPP_AD_HOC;
          default -> throw new IllegalArgumentException("No interval " + ci);
        };
    return ModelOptions.of(estimator, inference).withLevel(level / 100);
  }

  /**
   * Pools the studies of a table.
   *
   * @throws IllegalArgumentException when no study is estimable, or a setting is not known
   */
  public Analysis analyse(StudyTable table) {
    StudyEffects effects = StudyEffects.of(table, measure, preset(), zeroCells());
    return Analysis.of(this, table, effects)
        .orElseThrow(() -> new IllegalArgumentException("No study is estimable"));
  }
}
