package org.winnow.analysis.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.winnow.analysis.Refusal;
import org.winnow.analysis.StudyTable;
import org.winnow.figure.Wording;

/** An outcome while a file is read. */
final class OutcomeDraft {
  String name = "";
  ReviewAnalyses.Data data = ReviewAnalyses.Data.EFFECT;
  String measure = "GEN";
  String method = "IV";
  boolean random;
  String tauSquared = "";
  String ci = "wald";
  String prediction = "off";
  String convention = "revman5";
  double level = 95;
  double studyLevel = 95;
  String totals = Settings.OVERALL;
  String unit = "";
  boolean swapEvents;
  boolean subgroupTest = true;
  String groupLabel1 = "";
  String groupLabel2 = "";
  String graphLabel1 = "";
  String graphLabel2 = "";
  Map<String, Double> stored = Map.of();
  final Map<String, Map<String, Double>> storedSubgroups = new HashMap<>();
  final List<RowDraft> rows = new ArrayList<>();

  /**
   * A row as it stands in the file.
   *
   * @param off whether the file says that it is not in the analysis: because it is switched off, or
   *     because it is not estimable
   * @param reason why it is certainly off, or empty
   */
  record RowDraft(
      int line,
      String study,
      String year,
      String subgroup,
      Map<String, Double> values,
      boolean off,
      String reason,
      String footnote,
      Map<String, Double> stored) {

    /** The same row, switched off for a reason. */
    RowDraft because(String why) {
      return new RowDraft(line, study, year, subgroup, values, off, why, footnote, stored);
    }

    /** The same row where the file's mark means nothing. */
    RowDraft on() {
      return new RowDraft(line, study, year, subgroup, values, false, reason, footnote, stored);
    }
  }

  /** That a subgroup got another name, since there is one of its name. */
  static Wording renamed(String outcome, String label, String fresh) {
    return NotCarried.of(
        outcome, "a subgroup " + label + " is read as " + fresh, "亚组" + label + "按" + fresh + "读取");
  }

  /** The outcome; rows that cannot be become problems and are switched off. */
  ReviewAnalyses.Outcome finish(List<ReviewAnalyses.Problem> problems) {
    boolean grouped = rows.stream().anyMatch(row -> !row.subgroup().isEmpty());
    Set<String> once = new LinkedHashSet<>();
    Set<String> repeated = new LinkedHashSet<>();
    for (RowDraft row : rows) {
      if (!once.add(row.study())) {
        repeated.add(row.study());
      }
    }
    List<ReviewAnalyses.Row> finished = new ArrayList<>();
    for (RowDraft row : rows) {
      String wrong = "";
      boolean estimable = false;
      if (row.values().keySet().containsAll(data.columns())) {
        try {
          alone(row);
          estimable = true;
        } catch (IllegalArgumentException e) {
          // The table has one row, and what names it is about its numbers.
          Refusal why = Refusal.from(e);
          if (why.row().isPresent()) {
            String column = why.column() == null ? "" : why.column() + ": ";
            Wording sentence = why.sentence();
            wrong = column + sentence.en();
            problems.add(
                new ReviewAnalyses.Problem(
                    row.line(),
                    NotCarried.of(
                        name + ", " + row.study(),
                        column + sentence.en(),
                        column + sentence.zh())));
          }
        }
      }
      boolean off = !row.reason().isEmpty() || !wrong.isEmpty() || row.off() && estimable;
      finished.add(
          new ReviewAnalyses.Row(
              row.study(),
              row.year(),
              repeated.contains(row.study()) ? row.study() : "",
              row.subgroup(),
              row.values(),
              !off,
              row.reason().isEmpty() ? wrong : row.reason(),
              row.footnote(),
              off ? Map.of() : row.stored()));
    }
    return new ReviewAnalyses.Outcome(
        name,
        data,
        Settings.of(
            measure,
            method,
            random,
            tauSquared,
            ci,
            prediction,
            level,
            grouped ? ReviewAnalyses.SUBGROUP : "",
            convention,
            swapEvents,
            totals,
            studyLevel),
        unit,
        subgroupTest,
        List.of(groupLabel1, groupLabel2),
        List.of(graphLabel1, graphLabel2),
        finished,
        stored,
        storedSubgroups);
  }

  /** Analyses one row, which throws when it is wrong or not estimable. */
  private void alone(RowDraft row) {
    Map<String, String> cells = new HashMap<>();
    cells.put("study", row.study());
    data.columns().forEach(c -> cells.put(c, Numbers.text(row.values().getOrDefault(c, 0.0))));
    Settings.of(measure, "IV", false, "", "wald", "off", 95, "", convention, false, totals, 95)
        .analyse(StudyTable.of(List.of(cells)));
  }

  /** A label that no subgroup of this outcome has yet. */
  String freshSubgroup(String label, int number, Set<String> taken) {
    String plain = label.isEmpty() ? "Subgroup " + number : label;
    String fresh = plain;
    for (int i = 2; !taken.add(fresh); i++) {
      fresh = plain + " (" + i + ")";
    }
    return fresh;
  }
}
