package org.winnow.analysis.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.winnow.analysis.Analysis;
import org.winnow.analysis.AnalysisSettings;
import org.winnow.analysis.StudyEffects;
import org.winnow.metaanalysis.StudyEffect;

/**
 * An outcome with our results.
 *
 * @param rows the numbers of each row of the outcome; empty for one that is not in the analysis
 * @param problem why there is no analysis, or empty
 */
record ComputedOutcome(
    ReviewAnalyses.Outcome outcome,
    Optional<Analysis> analysis,
    List<Map<String, Double>> rows,
    Map<String, Double> overall,
    Map<String, Map<String, Double>> subgroups,
    String problem) {

  static ComputedOutcome of(ReviewAnalyses.Outcome outcome) {
    Analysis analysis;
    try {
      analysis = outcome.analyse();
    } catch (IllegalArgumentException e) {
      return new ComputedOutcome(
          outcome,
          Optional.empty(),
          outcome.rows().stream().map(row -> Map.<String, Double>of()).toList(),
          Map.of(),
          Map.of(),
          String.valueOf(e.getMessage()));
    }
    return new ComputedOutcome(
        outcome,
        Optional.of(analysis),
        rows(outcome, analysis),
        ResultNumbers.of(analysis),
        ResultNumbers.subgroups(analysis),
        "");
  }

  private static List<Map<String, Double>> rows(ReviewAnalyses.Outcome outcome, Analysis analysis) {
    List<Map<String, Double>> numbers = ResultNumbers.studies(analysis);
    List<ReviewAnalyses.Row> pooled = outcome.pooled();
    List<Map<String, Double>> rows = new ArrayList<>();
    int next = 0;
    for (ReviewAnalyses.Row row : outcome.rows()) {
      // The pooled rows are the rows, in their order, without some.
      boolean in = next < pooled.size() && pooled.get(next) == row;
      rows.add(in ? numbers.get(next++) : Map.of());
    }
    return rows;
  }

  /** Whether the model that was used has a variance between studies. */
  boolean random() {
    return analysis.isPresent() && analysis.get().summary().tauSquared().isPresent();
  }

  /**
   * The outcome for a program that knows only the measures of RevMan: other data become effects
   * with standard errors.
   */
  static ReviewAnalyses.Outcome forRevMan(ReviewAnalyses.Outcome outcome) {
    AnalysisSettings settings = outcome.settings();
    boolean known =
        switch (outcome.data()) {
          case DICHOTOMOUS -> List.of("OR", "RR", "RD", "PETO").contains(settings.measure());
          case CONTINUOUS -> List.of("MD", "SMD").contains(settings.measure());
          case EFFECT, OBSERVED_EXPECTED -> true;
          case RATES, PROPORTION, CORRELATION -> false;
        };
    if (known) {
      return outcome;
    }
    ComputedOutcome computed = of(outcome);
    List<ReviewAnalyses.Row> rows = new ArrayList<>();
    List<ReviewAnalyses.Row> pooled = outcome.pooled();
    int next = 0;
    for (ReviewAnalyses.Row row : outcome.rows()) {
      boolean in = next < pooled.size() && pooled.get(next) == row;
      Map<String, Double> values = new HashMap<>();
      if (in
          && computed.analysis().isPresent()
          && computed.analysis().get().effects().effects().get(next)
              instanceof StudyEffect.Estimable e) {
        values.put("yi", e.estimate());
        values.put("sei", e.standardError());
      }
      next += in ? 1 : 0;
      rows.add(
          new ReviewAnalyses.Row(
              row.study(),
              row.year(),
              row.trial(),
              row.subgroup(),
              values,
              row.included(),
              row.reason(),
              row.footnote(),
              row.stored()));
    }
    return new ReviewAnalyses.Outcome(
        outcome.name(),
        ReviewAnalyses.Data.EFFECT,
        Settings.of(
            settings.measure(),
            "IV",
            computed.random(),
            settings.tauSquared(),
            settings.ci(),
            settings.prediction(),
            settings.level(),
            settings.subgroup(),
            settings.convention(),
            false,
            settings.totals(),
            settings.studyLevel()),
        outcome.unit(),
        outcome.subgroupTest(),
        outcome.groupLabels(),
        outcome.graphLabels(),
        rows,
        outcome.stored(),
        outcome.storedSubgroups());
  }

  /** The same outcome with the model, and the settings, that RevMan 5 has. */
  static ReviewAnalyses.Outcome forRevMan5(ReviewAnalyses.Outcome outcome) {
    return plain(outcome, "", "wald", "off", "revman5");
  }

  /** The same outcome with the model, and the settings, that RevMan Web has. */
  static ReviewAnalyses.Outcome forRevManWeb(ReviewAnalyses.Outcome outcome) {
    AnalysisSettings settings = outcome.settings();
    boolean likelihood =
        settings.tauSquared().isEmpty()
            ? !settings.convention().equals("revman5")
            : !settings.tauSquared().equals("DL");
    boolean hartungKnapp = settings.ci().startsWith("hksj");
    String prediction =
        switch (settings.prediction()) {
          case "off" -> "off";
          case "" -> settings.convention().equals("revman5") ? "off" : "t-k1";
          case "z" -> "z";
          default -> "t-k1";
        };
    return plain(
        outcome,
        likelihood ? "REML" : "DL",
        hartungKnapp ? "hksj" : "wald",
        prediction,
        "revman-web");
  }

  private static ReviewAnalyses.Outcome plain(
      ReviewAnalyses.Outcome outcome,
      String tauSquared,
      String ci,
      String prediction,
      String convention) {
    ReviewAnalyses.Outcome known = forRevMan(outcome);
    AnalysisSettings settings = known.settings();
    boolean random =
        switch (settings.model()) {
          case AnalysisSettings.I_SQUARED_RULE -> of(known).random();
          case "random" -> !settings.method().equals("PETO");
          default -> false;
        };
    String method = List.of("MH", "PETO").contains(settings.method()) ? settings.method() : "IV";
    return known.with(
        Settings.of(
            settings.measure(),
            known.data() == ReviewAnalyses.Data.OBSERVED_EXPECTED ? "PETO" : method,
            random,
            tauSquared,
            ci,
            prediction,
            settings.level(),
            known.subgroups().isEmpty() ? "" : ReviewAnalyses.SUBGROUP,
            convention,
            settings.swapEvents(),
            settings.totals(),
            settings.studyLevel()));
  }

  /** Whether effects are shown as the powers of e of what is analysed. */
  boolean ratio() {
    return StudyEffects.ratio(outcome.settings().measure());
  }

  /** The value of an estimate or an end of its interval as it is shown. */
  Optional<Double> shown(Map<String, Double> numbers, String name) {
    Double value = numbers.get(name);
    return value == null ? Optional.empty() : Optional.of(ratio() ? Math.exp(value) : value);
  }

  /** The same as a file writes it; empty where there is none. */
  String shownText(Map<String, Double> numbers, String name) {
    return shown(numbers, name).map(Numbers::text).orElse("");
  }

  /** The sum of a column over rows that are switched on. */
  double sum(String column, List<ReviewAnalyses.Row> of) {
    return of.stream()
        .filter(ReviewAnalyses.Row::included)
        .mapToDouble(row -> row.values().getOrDefault(column, 0.0))
        .sum();
  }
}
