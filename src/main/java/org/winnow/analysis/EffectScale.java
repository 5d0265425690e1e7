package org.winnow.analysis;

import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.winnow.figure.FigureLanguage;
import org.winnow.figure.Wording;
import org.winnow.figure.plot.Axis;

/**
 * How the effects of a measure are shown.
 *
 * @param name of what is shown
 * @param axis where the values stand
 * @param shown the value that is shown, from that of the analysis
 * @param analysed the other way round
 * @param none the shown value of no effect; empty for a single group
 */
record EffectScale(
    Wording name,
    Axis.Scale axis,
    DoubleUnaryOperator shown,
    DoubleUnaryOperator analysed,
    OptionalDouble none) {

  static EffectScale of(String measure) {
    Wording name = name(measure);
    if (StudyEffects.ratio(measure)) {
      return new EffectScale(name, Axis.Scale.LOG, Math::exp, Math::log, OptionalDouble.of(1));
    }
    return switch (measure) {
      case "PLN" -> single(name, Math::exp, Math::log);
      case "PLO" -> single(name, x -> 1 / (1 + Math.exp(-x)), p -> Math.log(p / (1 - p)));
      case "PAS" ->
          single(
              name,
              x -> Math.pow(Math.sin(Math.clamp(x, 0, Math.PI / 2)), 2),
              p -> Math.asin(Math.sqrt(p)));
      case "ZCOR" ->
          new EffectScale(
              name,
              Axis.Scale.LINEAR,
              Math::tanh,
              r -> Math.log((1 + r) / (1 - r)) / 2,
              OptionalDouble.of(0));
      case "PR", "PFT", "MN", "MNLN" -> single(name, x -> x, x -> x);
      default -> new EffectScale(name, Axis.Scale.LINEAR, x -> x, x -> x, OptionalDouble.of(0));
    };
  }

  private static EffectScale single(
      Wording name, DoubleUnaryOperator shown, DoubleUnaryOperator analysed) {
    return new EffectScale(name, Axis.Scale.LINEAR, shown, analysed, OptionalDouble.empty());
  }

  /** Whether values of the analysis stand evenly on an axis of shown ones. */
  boolean even() {
    return axis == Axis.Scale.LOG
        || shown.applyAsDouble(0.25) == 0.25 && shown.applyAsDouble(2) == 2;
  }

  String name(FigureLanguage language) {
    return name.in(language);
  }

  private static Wording name(String measure) {
    return switch (measure) {
      case "OR" -> new Wording("Odds Ratio", "比值比");
      case "PETO" -> new Wording("Peto Odds Ratio", "Peto比值比");
      case "RR" -> new Wording("Risk Ratio", "相对危险度");
      case "RD" -> new Wording("Risk Difference", "危险度差");
      case "MD" -> new Wording("Mean Difference", "均数差");
      case "SMD" -> new Wording("Std. Mean Difference", "标准化均数差");
      case "ROM" -> new Wording("Ratio of Means", "均数比");
      case "IRR" -> new Wording("Rate Ratio", "发生率比");
      case "IRD" -> new Wording("Rate Difference", "发生率差");
      case "HR" -> new Wording("Hazard Ratio", "风险比");
      case "PR", "PLN", "PLO", "PAS" -> new Wording("Proportion", "率");
      case "COR", "ZCOR" -> new Wording("Correlation", "相关系数");
      case "GEN" -> new Wording("Effect", "效应量");
      default -> Wording.same(measure);
    };
  }
}
