package org.winnow.analysis.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import org.winnow.analysis.Analysis;
import org.winnow.analysis.AnalysisSettings;
import org.winnow.analysis.StudyTable;
import org.winnow.figure.Wording;

/**
 * The comparisons of a review with their outcomes and data, as programs for reviews exchange them.
 *
 * @param domains of bias, in order
 */
public record ReviewAnalyses(
    String title, List<String> domains, List<Study> studies, List<Comparison> comparisons) {

  /** The column of subgroups in a table of {@link Outcome#table()}. */
  public static final String SUBGROUP = "subgroup";

  public ReviewAnalyses {
    domains = List.copyOf(domains);
    studies = List.copyOf(studies);
    comparisons = List.copyOf(comparisons);
  }

  /**
   * An included study.
   *
   * @param year as written, or empty
   * @param bias the judgements by domain; a domain that was not judged is left out
   */
  public record Study(String name, String year, Map<String, Judgement> bias) {
    public Study {
      bias = Map.copyOf(bias);
    }
  }

  /**
   * A judgement of bias.
   *
   * @param support why
   */
  public record Judgement(Level level, String support) {}

  /** Of bias. */
  public enum Level {
    LOW("low"),
    /** Unclear, or some concerns. */
    SOME("some"),
    MODERATE("moderate"),
    HIGH("high"),
    SERIOUS("serious"),
    CRITICAL("critical"),
    NO_INFORMATION("no-information");

    private final String word;

    Level(String word) {
      this.word = word;
    }

    /**
     * The level of a judgement in a figure.
     *
     * @throws IllegalArgumentException for none
     */
    public static Level of(org.winnow.figure.plot.Judgement judgement) {
      return switch (judgement) {
        case LOW -> LOW;
        case UNCLEAR -> SOME;
        case MODERATE -> MODERATE;
        case HIGH -> HIGH;
        case SERIOUS -> SERIOUS;
        case CRITICAL -> CRITICAL;
        case NO_INFORMATION -> NO_INFORMATION;
        case NONE -> throw new IllegalArgumentException("No judgement has no level");
      };
    }

    /** Whether it is one of the three of Cochrane's tools for trials. */
    boolean inRevMan() {
      return this == LOW || this == SOME || this == HIGH;
    }

    /** As a column of judgements has it. */
    public String word() {
      return word;
    }
  }

  /**
   * An intervention against another.
   *
   * @param experimental the intervention, or empty when a file does not tell
   */
  public record Comparison(
      String name, String experimental, String control, List<Outcome> outcomes) {
    public Comparison {
      outcomes = List.copyOf(outcomes);
    }
  }

  /** What a row of data holds. */
  public enum Data {
    DICHOTOMOUS(List.of("ai", "n1i", "ci", "n2i"), List.of()),
    CONTINUOUS(List.of("m1i", "sd1i", "n1i", "m2i", "sd2i", "n2i"), List.of()),
    /** An effect on the scale of the analysis and its standard error; participants for display. */
    EFFECT(List.of("yi", "sei"), List.of("n1i", "n2i")),
    OBSERVED_EXPECTED(List.of("oe", "v"), List.of("ai", "n1i", "ci", "n2i")),
    RATES(List.of("x1i", "t1i", "x2i", "t2i"), List.of()),
    PROPORTION(List.of("xi", "ni"), List.of()),
    CORRELATION(List.of("ri", "ni"), List.of());

    private final List<String> columns;
    private final List<String> shown;

    Data(List<String> columns, List<String> shown) {
      this.columns = columns;
      this.shown = shown;
    }

    /** Such as observed-expected. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The columns that an analysis needs. */
    public List<String> columns() {
      return columns;
    }

    /** The columns that are kept for display. */
    public List<String> shown() {
      return shown;
    }
  }

  /**
   * An outcome of a comparison with its data and how they are pooled.
   *
   * @param settings of the analysis; the subgroup is {@link #SUBGROUP} when rows have one
   * @param unit of the measure, or empty
   * @param groupLabels what the two arms are called; empty strings when a file does not tell
   * @param graphLabels what stands left and right below the axis
   * @param stored what the file says of the pooled effect, by the names of {@link ResultNumbers}
   * @param storedSubgroups the same by subgroup
   */
  public record Outcome(
      String name,
      Data data,
      AnalysisSettings settings,
      String unit,
      boolean subgroupTest,
      List<String> groupLabels,
      List<String> graphLabels,
      List<Row> rows,
      Map<String, Double> stored,
      Map<String, Map<String, Double>> storedSubgroups) {

    public Outcome {
      groupLabels = List.copyOf(groupLabels);
      graphLabels = List.copyOf(graphLabels);
      rows = List.copyOf(rows);
      stored = Map.copyOf(stored);
      storedSubgroups = Map.copyOf(storedSubgroups);
      if (groupLabels.size() != 2 || graphLabels.size() != 2) {
        throw new IllegalArgumentException("two labels of groups and two of the graph");
      }
    }

    /** The same data with other settings. */
    public Outcome with(AnalysisSettings other) {
      return new Outcome(
          name,
          data,
          other,
          unit,
          subgroupTest,
          groupLabels,
          graphLabels,
          rows,
          stored,
          storedSubgroups);
    }

    /** The subgroups in the order of their first row; empty when no row has one. */
    public List<String> subgroups() {
      return rows.stream().map(Row::subgroup).distinct().filter(g -> !g.isEmpty()).toList();
    }

    /** The rows that are pooled: those that are switched on and have all numbers. */
    public List<Row> pooled() {
      return rows.stream()
          .filter(r -> r.included() && r.values().keySet().containsAll(data.columns()))
          .toList();
    }

    /**
     * The pooled rows as a table for an analysis.
     *
     * @throws IllegalArgumentException when there is none
     */
    public StudyTable table() {
      if (pooled().isEmpty()) {
        throw new IllegalArgumentException("No study in " + name);
      }
      boolean grouped = !subgroups().isEmpty();
      List<Map<String, String>> table = new ArrayList<>();
      for (Row row : pooled()) {
        table.add(cells(row, grouped));
      }
      return StudyTable.of(table);
    }

    private SequencedMap<String, String> cells(Row row, boolean grouped) {
      SequencedMap<String, String> cells = new LinkedHashMap<>();
      cells.put("study", row.study());
      for (String column : data.columns()) {
        cells.put(column, Numbers.text(row.values().getOrDefault(column, 0.0)));
      }
      if (grouped) {
        cells.put(SUBGROUP, row.subgroup());
      }
      return cells;
    }

    /**
     * Pools the rows.
     *
     * @throws IllegalArgumentException when none is estimable, or the settings do not fit the data
     */
    public Analysis analyse() {
      return settings.analyse(table());
    }
  }

  /**
   * The data of one study, or of one pair of arms or subgroup of it, in an outcome.
   *
   * @param trial what rows of one trial share, or empty
   * @param subgroup or empty
   * @param values by the columns of {@link Data}; a number that is not there is left out
   * @param included false when it is switched off
   * @param reason why it is switched off, or empty
   * @param stored what the file says of its effect, by the names of {@link ResultNumbers}
   */
  public record Row(
      String study,
      String year,
      String trial,
      String subgroup,
      Map<String, Double> values,
      boolean included,
      String reason,
      String footnote,
      Map<String, Double> stored) {
    public Row {
      values = Map.copyOf(values);
      stored = Map.copyOf(stored);
    }
  }

  /** What was read, and what could not be. */
  public record Reading(ReviewAnalyses review, List<Problem> problems, List<Wording> notCarried) {
    public Reading {
      problems = List.copyOf(problems);
      notCarried = List.copyOf(notCarried);
    }
  }

  /**
   * Something wrong in a file.
   *
   * @param line where, or 0
   */
  public record Problem(int line, Wording message) {}
}
