package org.winnow.analysis.exchange;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.winnow.analysis.AnalysisSettings;
import org.winnow.figure.Wording;

/** Settings as RevMan's files tell them. */
final class Settings {
  /** That something is taken for a measure. */
  static Wording readAs(String outcome, String what, String measure) {
    return NotCarried.of(
        outcome, what + ", read as " + printed(measure), what + "，按" + printed(measure) + "读取");
  }

  /** That an effect is taken as it is. */
  static Wording readAsItIs(String outcome, String what) {
    return NotCarried.of(outcome, what + ", read as an effect as it is", what + "，按原样的效应读取");
  }

  private Settings() {}

  static final String OVERALL = "overall";
  static final String SUBGROUPS = "subgroups";
  static final String NONE = "none";

  private static final Map<String, String> MEASURES =
      Map.ofEntries(
          Map.entry("rr", "RR"),
          Map.entry("risk ratio", "RR"),
          Map.entry("relative risk", "RR"),
          Map.entry("or", "OR"),
          Map.entry("odds ratio", "OR"),
          Map.entry("odds ratio (non-event)", "OR"),
          Map.entry("rd", "RD"),
          Map.entry("risk difference", "RD"),
          Map.entry("peto", "PETO"),
          Map.entry("peto_or", "PETO"),
          Map.entry("peto odds ratio", "PETO"),
          Map.entry("md", "MD"),
          Map.entry("wmd", "MD"),
          Map.entry("mean difference", "MD"),
          Map.entry("weighted mean difference", "MD"),
          Map.entry("smd", "SMD"),
          Map.entry("std. mean difference", "SMD"),
          Map.entry("std mean difference", "SMD"),
          Map.entry("standardized mean difference", "SMD"),
          Map.entry("standardised mean difference", "SMD"),
          Map.entry("hr", "HR"),
          Map.entry("hazard ratio", "HR"),
          Map.entry("irr", "IRR"),
          Map.entry("rate ratio", "IRR"),
          Map.entry("ird", "IRD"),
          Map.entry("rate difference", "IRD"),
          Map.entry("rom", "ROM"),
          Map.entry("ratio of means", "ROM"),
          Map.entry("gen", "GEN"),
          Map.entry("effect", "GEN"));

  /** Our word for a measure; empty for one that is not known. */
  static Optional<String> measure(String text) {
    return Optional.ofNullable(MEASURES.get(text.strip().toLowerCase(Locale.ROOT)));
  }

  /** A measure as RevMan prints it. */
  static String printed(String measure) {
    return switch (measure) {
      case "RR" -> "Risk Ratio";
      case "OR" -> "Odds Ratio";
      case "RD" -> "Risk Difference";
      case "PETO" -> "Peto Odds Ratio";
      case "MD" -> "Mean Difference";
      case "SMD" -> "Std. Mean Difference";
      case "HR" -> "Hazard Ratio";
      case "IRR" -> "Rate Ratio";
      case "IRD" -> "Rate Difference";
      case "ROM" -> "Ratio of Means";
      case "GEN" -> "Effect";
      default -> measure;
    };
  }

  static String method(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "mh", "m-h", "mantel-haenszel" -> "MH";
      case "peto", "exp_o_e_var", "exp[(o-e) / v]", "exp[(o-e)/v]", "exp[(o-e) / var]" -> "PETO";
      default -> "IV";
    };
  }

  /** Yes or no, in the words of either program; empty for anything else. */
  static Optional<Boolean> flag(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "yes", "true", "1" -> Optional.of(true);
      case "no", "false", "0" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  /** The one place where settings are made. */
  static AnalysisSettings of(
      String measure,
      String method,
      boolean random,
      String tauSquared,
      String ci,
      String prediction,
      double level,
      String subgroup,
      String convention,
      boolean swapEvents,
      String totals,
      double studyLevel) {
    return AnalysisSettings.of(
        Map.ofEntries(
            Map.entry("measure", measure),
            Map.entry("method", method),
            Map.entry("model", random ? "random" : "fixed"),
            Map.entry("tauSquared", tauSquared),
            Map.entry("ci", ci),
            Map.entry("prediction", prediction),
            Map.entry("level", Numbers.text(level)),
            Map.entry("subgroup", subgroup),
            Map.entry("convention", convention),
            Map.entry("swapEvents", Boolean.toString(swapEvents)),
            Map.entry("totals", totals),
            Map.entry("studyLevel", Numbers.text(studyLevel))));
  }
}
