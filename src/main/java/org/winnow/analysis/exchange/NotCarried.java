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
    boolean random = ComputedOutcome.of(original).random();
    boolean plain = List.of("", "DL").contains(settings.tauSquared());
    boolean preset = settings.tauSquared().isEmpty() && settings.convention().equals("revman5");
    if (random && !(preset || settings.tauSquared().equals("DL")) && (!plain || !preset)) {
      into.add(name + ": the estimator of τ² (RevMan 5 has DerSimonian-Laird)");
    }
    if (!settings.ci().equals("wald")) {
      into.add(name + ": the interval " + settings.ci() + " (RevMan 5 has Wald's)");
    }
    if (random && !settings.prediction().equals("off") && !settings.convention().equals("revman5")) {
      into.add(name + ": the prediction interval");
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
