package org.winnow.analysis.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.winnow.analysis.AnalysisSettings;
import org.winnow.figure.Wording;

/** Writes the tables of RevMan Web's data package. */
final class RevManWebWriter {
  private static final String ID = "review";

  private static final List<String> ESTIMATES =
      List.of(
          "Heterogeneity Tau²",
          "Heterogeneity Chi²",
          "Heterogeneity df",
          "Heterogeneity P",
          "Heterogeneity I²",
          "Effect Z",
          "Effect T",
          "Effect P");

  private final ReviewAnalyses review;
  private final RevManWebPackage.ForestPlots plots;
  private final Set<Wording> notCarried = new LinkedHashSet<>();
  private final SequencedMap<String, String> files = new LinkedHashMap<>();
  private final Tables.Writing rows =
      new Tables.Writing(
          List.of(
              "Analysis group",
              "Analysis number",
              "Analysis name",
              "Subgroup",
              "Subgroup number",
              "Applicability",
              "Study",
              "Study year",
              "GIV Mean",
              "GIV SE",
              "Experimental mean",
              "Experimental SD",
              "Experimental cases",
              "Experimental N",
              "Control mean",
              "Control SD",
              "Control cases",
              "Control N",
              "O-E",
              "Variance",
              "Weight",
              "Mean",
              "CI start",
              "CI end",
              "Footnotes"),
          true,
          ',');
  private final Tables.Writing settings =
      new Tables.Writing(
          joined(
              List.of(
                  "Analysis group",
                  "Analysis number",
                  "Analysis name",
                  "Analysis group name",
                  "Data source",
                  "Data source eligibility",
                  "Data type",
                  "Log-scale data",
                  "Outcome",
                  "Intervention grouping",
                  "Experimental intervention",
                  "Control intervention",
                  "Subgroup by",
                  "Filter criteria",
                  "Experimental group label",
                  "Control group label",
                  "Statistical method",
                  "Effect measure",
                  "Unit of effect measure",
                  "Analysis model",
                  "Heterogeneity estimator",
                  "Subgroup estimates",
                  "Overall estimates",
                  "Test for subgroup differences",
                  "Prediction interval",
                  "Swap event and non-event",
                  "CI method",
                  "Study CI",
                  "Estimate CI",
                  "Graph label (left)",
                  "Graph label (right)",
                  "Experimental cases",
                  "Experimental N",
                  "Control cases",
                  "Control N",
                  "Mean",
                  "CI start",
                  "CI end",
                  "PI start",
                  "PI end"),
              ESTIMATES,
              List.of("Subgroup Chi²", "Subgroup df", "Subgroup P", "Subgroup I²", "ID")),
          true,
          ',');
  private final Tables.Writing subgroups =
      new Tables.Writing(
          joined(
              List.of(
                  "Analysis group",
                  "Analysis number",
                  "Subgroup",
                  "Subgroup number",
                  "Experimental cases",
                  "Experimental N",
                  "Control cases",
                  "Control N",
                  "Weight",
                  "Mean",
                  "CI start",
                  "CI end",
                  "PI start",
                  "PI end"),
              ESTIMATES,
              List.of("ID")),
          true,
          ',');

  RevManWebWriter(ReviewAnalyses review, RevManWebPackage.ForestPlots plots) {
    this.review = review;
    this.plots = plots;
  }

  @SafeVarargs
  private static List<String> joined(List<String>... parts) {
    List<String> all = new ArrayList<>();
    for (List<String> part : parts) {
      all.addAll(part);
    }
    return all;
  }

  List<Wording> write(OutputStream file) throws IOException {
    if (!review.title().isEmpty()) {
      notCarried.add(new Wording("the title of the review", "综述的标题"));
    }
    for (int c = 0; c < review.comparisons().size(); c++) {
      ReviewAnalyses.Comparison comparison = review.comparisons().get(c);
      if (comparison.outcomes().isEmpty()) {
        notCarried.add(
            new Wording(
                "comparison " + comparison.name() + ", which has no outcomes",
                "没有结局的比较" + comparison.name()));
      }
      for (int o = 0; o < comparison.outcomes().size(); o++) {
        new OutcomeWriter(comparison, comparison.outcomes().get(o), c + 1, o + 1).write();
      }
    }
    SequencedMap<String, String> all = new LinkedHashMap<>();
    String analyses = ID + "-analysis-data/" + ID + "-";
    all.put(analyses + RevManWebReader.ROWS, rows.text());
    all.put(analyses + RevManWebReader.SETTINGS, settings.text());
    all.put(analyses + RevManWebReader.SUBGROUPS, subgroups.text());
    String studies = ID + "-study-data/" + ID + "-";
    all.put(studies + RevManWebReader.STUDIES, studies());
    if (!review.domains().isEmpty()) {
      all.put(studies + RevManWebReader.BIAS, bias());
    }
    all.putAll(files);
    Archive.write(all, file);
    return List.copyOf(notCarried);
  }

  private String studies() {
    Tables.Writing table = new Tables.Writing(List.of("Study", "Year", "Data source"), true, ',');
    review.studies().forEach(s -> table.row(Map.of("Study", s.name(), "Year", s.year())));
    return table.text();
  }

  private String bias() {
    List<String> head = new ArrayList<>(List.of("Study"));
    for (String domain : review.domains()) {
      head.add(RevManWebReader.JUDGEMENT + domain);
      head.add(RevManWebReader.SUPPORT + domain);
    }
    Tables.Writing table = new Tables.Writing(head, true, ',');
    for (ReviewAnalyses.Study study : review.studies()) {
      Map<String, String> cells = new HashMap<>(Map.of("Study", study.name()));
      study
          .bias()
          .forEach(
              (domain, judgement) -> {
                cells.put(
                    RevManWebReader.JUDGEMENT + domain,
                    switch (judgement.level()) {
                      case LOW -> "Low risk";
                      case SOME -> "Unclear risk";
                      case HIGH -> "High risk";
                      case MODERATE -> "Moderate risk";
                      case SERIOUS -> "Serious risk";
                      case CRITICAL -> "Critical risk";
                      case NO_INFORMATION -> "No information";
                    });
                cells.put(RevManWebReader.SUPPORT + domain, judgement.support());
              });
      table.row(cells);
    }
    return table.text();
  }

  private final class OutcomeWriter {
    private final ReviewAnalyses.Comparison comparison;
    private final ReviewAnalyses.Outcome outcome;
    private final ComputedOutcome computed;
    private final int group;
    private final int number;

    OutcomeWriter(
        ReviewAnalyses.Comparison comparison,
        ReviewAnalyses.Outcome original,
        int group,
        int number) {
      this.comparison = comparison;
      this.group = group;
      this.number = number;
      outcome = ComputedOutcome.forRevManWeb(original);
      computed = ComputedOutcome.of(outcome);
      NotCarried.byRevManWeb(comparison, original, outcome, notCarried);
    }

    void write() throws IOException {
      Map<String, String> cells = cells();
      settings(cells);
      pooled(cells, computed.overall(), outcome.rows());
      cells.put("Subgroup Chi²", Numbers.text(computed.overall(), ResultNumbers.SUBGROUP_Q));
      cells.put("Subgroup df", Numbers.text(computed.overall(), ResultNumbers.SUBGROUP_DF));
      cells.put("Subgroup P", Numbers.text(computed.overall(), ResultNumbers.SUBGROUP_P));
      cells.put("Subgroup I²", Numbers.text(computed.overall(), ResultNumbers.SUBGROUP_I_SQUARED));
      String id = String.format(Locale.ROOT, "CMP-%03d.%02d", group, number);
      cells.put("ID", id);
      settings.row(cells);
      List<String> groups = outcome.subgroups();
      for (int i = 0; i < groups.size(); i++) {
        subgroup(groups.get(i), i + 1, id);
      }
      for (int i = 0; i < outcome.rows().size(); i++) {
        row(outcome.rows().get(i), computed.rows().get(i), groups);
      }
      Optional<String> plot = plots.svg(comparison, outcome);
      plot.ifPresent(svg -> files.put(ID + "-" + id + ".svg", svg));
    }

    private Map<String, String> cells() {
      Map<String, String> cells = new HashMap<>();
      cells.put("Analysis group", Integer.toString(group));
      cells.put("Analysis number", Integer.toString(number));
      cells.put("Analysis name", outcome.name());
      return cells;
    }

    private void settings(Map<String, String> cells) {
      AnalysisSettings s = outcome.settings();
      boolean scores = outcome.data() == ReviewAnalyses.Data.OBSERVED_EXPECTED;
      cells.put("Analysis group name", comparison.name());
      cells.put(
          "Data type",
          switch (outcome.data()) {
            case DICHOTOMOUS -> "Dichotomous";
            case CONTINUOUS -> "Continuous";
            case OBSERVED_EXPECTED -> "O-E and variance";
            default -> "Contrast level";
          });
      cells.put(
          "Log-scale data", flag(outcome.data() == ReviewAnalyses.Data.EFFECT && computed.ratio()));
      cells.put("Outcome", outcome.name());
      cells.put("Experimental intervention", comparison.experimental());
      cells.put("Control intervention", comparison.control());
      cells.put("Experimental group label", outcome.groupLabels().get(0));
      cells.put("Control group label", outcome.groupLabels().get(1));
      cells.put("Statistical method", scores ? "EXP_O_E_VAR" : s.method());
      cells.put("Effect measure", Settings.printed(s.measure()));
      cells.put("Unit of effect measure", outcome.unit());
      cells.put("Analysis model", computed.random() ? "Random effects" : "Fixed effect");
      cells.put("Heterogeneity estimator", s.tauSquared());
      cells.put("Subgroup estimates", flag(!s.totals().equals(Settings.NONE)));
      cells.put("Overall estimates", flag(s.totals().equals(Settings.OVERALL)));
      cells.put("Test for subgroup differences", flag(outcome.subgroupTest()));
      cells.put(
          "Prediction interval",
          switch (s.prediction()) {
            case "off" -> "FALSE";
            case "z" -> "Normal distribution";
            default -> "TRUE";
          });
      cells.put("Swap event and non-event", flag(s.swapEvents()));
      cells.put("CI method", s.ci().equals("hksj") ? "HKSJ" : "Wald");
      cells.put("Study CI", Numbers.text(s.studyLevel()) + "%");
      cells.put("Estimate CI", Numbers.text(s.level()) + "%");
      cells.put("Graph label (left)", outcome.graphLabels().get(0));
      cells.put("Graph label (right)", outcome.graphLabels().get(1));
    }

    private static String flag(boolean value) {
      return value ? "TRUE" : "FALSE";
    }

    private void subgroup(String name, int at, String id) {
      Map<String, String> cells = cells();
      cells.put("Subgroup", name);
      cells.put("Subgroup number", Integer.toString(at));
      Map<String, Double> numbers = computed.subgroups().getOrDefault(name, Map.of());
      pooled(
          cells, numbers, outcome.rows().stream().filter(r -> r.subgroup().equals(name)).toList());
      cells.put("Weight", Numbers.text(numbers, ResultNumbers.WEIGHT));
      cells.put("ID", id + String.format(Locale.ROOT, ".%02d", at));
      subgroups.row(cells);
    }

    private void pooled(
        Map<String, String> cells, Map<String, Double> numbers, List<ReviewAnalyses.Row> of) {
      effect(cells, numbers);
      cells.put("PI start", computed.shownText(numbers, ResultNumbers.PREDICTION_LOWER));
      cells.put("PI end", computed.shownText(numbers, ResultNumbers.PREDICTION_UPPER));
      cells.put("Heterogeneity Tau²", Numbers.text(numbers, ResultNumbers.TAU_SQUARED));
      cells.put("Heterogeneity Chi²", Numbers.text(numbers, ResultNumbers.Q));
      cells.put("Heterogeneity df", Numbers.text(numbers, ResultNumbers.DF));
      cells.put("Heterogeneity P", Numbers.text(numbers, ResultNumbers.Q_P));
      cells.put("Heterogeneity I²", Numbers.text(numbers, ResultNumbers.I_SQUARED));
      Double statistic = numbers.get(ResultNumbers.STATISTIC);
      cells.put(
          outcome.settings().ci().equals("hksj") ? "Effect T" : "Effect Z",
          statistic == null ? "" : Numbers.text(Math.abs(statistic)));
      cells.put("Effect P", Numbers.text(numbers, ResultNumbers.P));
      if (outcome.data() == ReviewAnalyses.Data.DICHOTOMOUS
          || outcome.data() == ReviewAnalyses.Data.OBSERVED_EXPECTED) {
        cells.put("Experimental cases", Numbers.text(computed.sum("ai", of)));
        cells.put("Control cases", Numbers.text(computed.sum("ci", of)));
      }
      cells.put("Experimental N", Numbers.text(computed.sum("n1i", of)));
      cells.put("Control N", Numbers.text(computed.sum("n2i", of)));
    }

    private void effect(Map<String, String> cells, Map<String, Double> numbers) {
      cells.put("Mean", computed.shownText(numbers, ResultNumbers.ESTIMATE));
      cells.put("CI start", computed.shownText(numbers, ResultNumbers.LOWER));
      cells.put("CI end", computed.shownText(numbers, ResultNumbers.UPPER));
    }

    private void row(ReviewAnalyses.Row row, Map<String, Double> numbers, List<String> groups) {
      Map<String, String> cells = cells();
      cells.put("Subgroup", row.subgroup());
      int at = groups.indexOf(row.subgroup()) + 1;
      cells.put("Subgroup number", at == 0 ? "" : Integer.toString(at));
      cells.put("Applicability", "SUBGROUP_AND_OVERALL");
      cells.put("Study", row.study());
      cells.put("Study year", row.year());
      RevManWebReader.columns(outcome.data())
          .forEach(
              (column, name) -> {
                Double value = row.values().get(column);
                cells.put(name, value == null ? "" : Numbers.text(value));
              });
      effect(cells, numbers);
      Double weight = numbers.get(ResultNumbers.WEIGHT);
      cells.put("Weight", weight == null ? "0" : Numbers.text(weight));
      cells.put("Footnotes", row.footnote());
      rows.row(cells);
    }
  }
}
