package org.winnow.analysis.exchange;

import java.util.List;
import java.util.Set;
import org.winnow.analysis.AnalysisSettings;

/** What of an outcome a program has no place for, in words. */
final class NotCarried {
  private NotCarried() {}

  static String name(ReviewAnalyses.Comparison comparison, ReviewAnalyses.Outcome outcome) {
    return comparison.name() + ": " + outcome.name();
  }

  /**
   * @param written the outcome as it is written
   */
  static void byRevMan5(
      ReviewAnalyses.Comparison comparison,
      ReviewAnalyses.Outcome original,
      ReviewAnalyses.Outcome written,
      Set<String> into) {
    String name = name(comparison, original);
    AnalysisSettings settings = original.settings();
    byRevMan(name, original, written, into);
    boolean random = !settings.model().equals("fixed");
    if (random && !isMoments(settings)) {
      into.add(name + ": the estimator of τ² (RevMan 5 has DerSimonian-Laird)");
    }
    if (!settings.ci().equals("wald")) {
      into.add(name + ": the interval " + settings.ci() + " (RevMan 5 has Wald's)");
    }
    boolean predicts =
        !settings.prediction().equals("off")
            && !(settings.prediction().isEmpty() && settings.convention().equals("revman5"));
    if (random && predicts) {
      into.add(name + ": the prediction interval");
    }
  }

  private static boolean isMoments(AnalysisSettings settings) {
    return settings.tauSquared().isEmpty()
        ? settings.convention().equals("revman5")
        : settings.tauSquared().equals("DL");
  }

  /**
   * @param written the outcome as it is written
   */
  static void byRevManWeb(
      ReviewAnalyses.Comparison comparison,
      ReviewAnalyses.Outcome original,
      ReviewAnalyses.Outcome written,
      Set<String> into) {
    String name = name(comparison, original);
    AnalysisSettings settings = original.settings();
    byRevMan(name, original, written, into);
    if (!settings.model().equals("fixed")) {
      if (!List.of("", "DL", "REML").contains(settings.tauSquared())) {
        into.add(name + ": τ² by " + settings.tauSquared() + "; it is written as REML");
      }
      if (!List.of("", "off", "z", "t-k1").contains(settings.prediction())) {
        into.add(name + ": the prediction interval " + settings.prediction());
      }
    }
    if (!List.of("wald", "hksj").contains(settings.ci())) {
      into.add(
          name
              + ": the interval "
              + settings.ci()
              + "; it is written as "
              + written.settings().ci());
    }
    for (ReviewAnalyses.Row row : original.rows()) {
      if (!row.included()) {
        into.add(name + ": that " + row.study() + " is switched off, but for its weight of 0");
      }
    }
  }

  /** What neither RevMan has. */
  static void byRevMan(
      String name,
      ReviewAnalyses.Outcome original,
      ReviewAnalyses.Outcome written,
      Set<String> into) {
    AnalysisSettings settings = original.settings();
    if (written.data() != original.data()) {
      into.add(
          name
              + ": the data, which are written as effects with standard errors ("
              + settings.measure()
              + ")");
    }
    if (!List.of("IV", "MH", "PETO").contains(settings.method())) {
      into.add(name + ": the method " + settings.method() + "; it is written as IV");
    }
    if (settings.model().equals(AnalysisSettings.I_SQUARED_RULE)) {
      into.add(name + ": the rule for the model; it is written as " + (written.settings().model()));
    }
    if (!settings.zero().isEmpty() && !settings.zero().equals("revman")) {
      into.add(name + ": the rule for empty cells " + settings.zero());
    }
    if (!settings.subgroup().isEmpty() && !settings.subgroup().equals(ReviewAnalyses.SUBGROUP)) {
      into.add(name + ": subgroups by " + settings.subgroup());
    }
    if (!settings.moderators().isEmpty()) {
      into.add(name + ": meta-regression on " + String.join(", ", settings.moderators()));
    }
    if (!settings.tests().isEmpty()) {
      into.add(name + ": tests " + String.join(", ", settings.tests()));
    }
    if (!settings.sensitivity().isEmpty()) {
      into.add(name + ": sensitivity analyses " + String.join(", ", settings.sensitivity()));
    }
    for (ReviewAnalyses.Row row : original.rows()) {
      if (!row.trial().isEmpty() && !row.trial().equals(row.study())) {
        into.add(name + ": that " + row.study() + " is of trial " + row.trial());
      }
      if (!row.included() && !row.reason().isEmpty()) {
        into.add(name + ": why " + row.study() + " is switched off: " + row.reason());
      }
    }
  }
}
