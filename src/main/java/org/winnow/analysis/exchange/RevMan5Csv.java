package org.winnow.analysis.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.winnow.analysis.StudyEffects;
import org.winnow.figure.Wording;

/** The data and analyses that RevMan 5 exports as CSV. */
public final class RevMan5Csv {
  private static final String LOG_SCALE =
      "Entered data are on log scale (Generic Inverse Variance only)";
  private static final String PARTICIPANTS =
      "Enter number of participants (Generic Inverse Variance, for display only)";

  /** The columns as RevMan 5 names them. */
  private static final List<String> HEAD =
      List.of(
          "Comparison Number",
          "Outcome Number",
          "Subgroup Number",
          "Name",
          "Data Type",
          "Statistical Method",
          "Effect Measure",
          "Analysis Model",
          "Totals",
          "Study Confidence Interval",
          "Total Confidence Interval",
          "Test for subgroup differences",
          "Swap event and non-event",
          LOG_SCALE,
          PARTICIPANTS,
          "Events 1",
          "Mean 1",
          "SD 1",
          "Total 1",
          "Events 2",
          "Mean 2",
          "SD 2",
          "Total 2",
          "O-E",
          "Var",
          "Effect Estimate",
          "SE",
          "CI Start",
          "CI End",
          "Weight",
          "Q",
          "P(Q)",
          "I²(Q)",
          "Tau²",
          "Z",
          "P(Z)",
          "Qint",
          "P(Qint)",
          "I²(Qint)",
          "df",
          "Group Label 1",
          "Group Label 2",
          "Left Graph Label",
          "Right Graph Label",
          "Year of study",
          "User defined order",
          "Footnotes");

  private RevMan5Csv() {}

  /**
   * @throws UnreadableReview when it is no such file
   */
  public static ReviewAnalyses.Reading read(InputStream file) throws IOException {
    return read(ReviewText.decode(ReviewText.bytes(file)));
  }

  static boolean isHead(String line) {
    String plain = line.replace("\"", "");
    return plain.contains("Comparison Number") && plain.contains("Outcome Number");
  }

  static ReviewAnalyses.Reading read(String text) throws IOException {
    int end = text.indexOf('\n');
    String head = end < 0 ? text : text.substring(0, end);
    char separator =
        head.contains("\t") ? '\t' : head.contains(";") && !head.contains(",") ? ';' : ',';
    Tables.Table table = Tables.read("", text, separator);
    for (String needed :
        List.of("Comparison Number", "Outcome Number", "Subgroup Number", "Name")) {
      if (!table.has(needed)) {
        throw new UnreadableReview(
            "this is no RevMan 5 CSV: no column " + needed, "不是RevMan 5的CSV：没有列" + needed);
      }
    }
    return new Reader(table).read();
  }

  /** Writes our own results by RevMan 5's rules; answers what the format has no place for. */
  public static List<Wording> write(ReviewAnalyses review, OutputStream file) throws IOException {
    Writer writer = new Writer(review);
    String text = writer.write();
    // RevMan 5 writes Latin-1; what that cannot hold is marked as UTF-8, which readers know too.
    file.write(
        StandardCharsets.ISO_8859_1.newEncoder().canEncode(text)
            ? text.getBytes(StandardCharsets.ISO_8859_1)
            : ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8));
    return List.copyOf(writer.notCarried);
  }

  private static final class Reader {
    private final Tables.Table table;
    private final List<ReviewAnalyses.Problem> problems = new ArrayList<>();
    private final Set<Wording> notCarried = new LinkedHashSet<>();
    private final Map<String, String> years = new LinkedHashMap<>();

    Reader(Tables.Table table) {
      this.table = table;
    }

    ReviewAnalyses.Reading read() {
      if (table.head().stream().anyMatch(h -> h.startsWith("Risk of bias"))) {
        notCarried.add(
            new Wording(
                "the judgements of bias, which the table has without their domains",
                "偏倚风险判断（表中没有其领域名称）"));
      }
      Map<Integer, String> names = new LinkedHashMap<>();
      Map<Integer, List<OutcomeDraft>> outcomes = new LinkedHashMap<>();
      Map<List<Integer>, OutcomeReader> readers = new LinkedHashMap<>();
      for (Tables.Row row : table.rows()) {
        try {
          int comparison = whole(row, "Comparison Number");
          int outcome = whole(row, "Outcome Number");
          int subgroup = whole(row, "Subgroup Number");
          OutcomeReader reader = readers.get(List.of(comparison, outcome));
          if (outcome == 0) {
            names.putIfAbsent(comparison, row.text("Name"));
          } else if (reader == null) {
            names.putIfAbsent(comparison, "Comparison " + comparison);
            if (row.text("Data Type").isEmpty()) {
              throw new Numbers.Wrong(
                  "a study of an outcome " + comparison + "." + outcome + " that is not there",
                  "研究所属的结局" + comparison + "." + outcome + "不存在");
            }
            OutcomeReader fresh = new OutcomeReader(row);
            readers.put(List.of(comparison, outcome), fresh);
            outcomes.computeIfAbsent(comparison, c -> new ArrayList<>()).add(fresh.draft);
          } else if (subgroup != 0 && !reader.groups.containsKey(subgroup)) {
            reader.group(row, subgroup);
          } else {
            reader.row(row, subgroup);
          }
        } catch (IllegalArgumentException e) {
          problems.add(new ReviewAnalyses.Problem(row.line(), Numbers.about(row.text("Name"), e)));
        }
      }
      readers.values().forEach(OutcomeReader::markOff);
      List<ReviewAnalyses.Comparison> comparisons = new ArrayList<>();
      names.forEach(
          (number, name) ->
              comparisons.add(
                  new ReviewAnalyses.Comparison(
                      name,
                      "",
                      "",
                      outcomes.getOrDefault(number, List.of()).stream()
                          .map(draft -> draft.finish(problems))
                          .toList())));
      List<ReviewAnalyses.Study> studies = new ArrayList<>();
      years.forEach((name, year) -> studies.add(new ReviewAnalyses.Study(name, year, Map.of())));
      return new ReviewAnalyses.Reading(
          new ReviewAnalyses("", List.of(), studies, comparisons),
          problems,
          List.copyOf(notCarried));
    }

    private static int whole(Tables.Row row, String column) {
      return number(row, column).map(Double::intValue).orElse(0);
    }

    /** RevMan 5 groups thousands. */
    private static Optional<Double> number(Tables.Row row, String column) {
      String text = row.text(column);
      if (text.matches("[-+]?[0-9]{1,3}(,[0-9]{3})+(\\.[0-9]*)?")) {
        return Numbers.of(text.replace(",", ""));
      }
      return row.number(column);
    }

    private final class OutcomeReader {
      private final OutcomeDraft draft = new OutcomeDraft();
      private final Map<Integer, String> groups = new LinkedHashMap<>();
      private final Set<String> taken = new TreeSet<>();
      private final boolean logData;

      OutcomeReader(Tables.Row row) {
        draft.name = row.text("Name");
        String type = row.text("Data Type");
        boolean scores =
            type.equals("IPD")
                || row.text("Statistical Method").toUpperCase(Locale.ROOT).startsWith("EXP");
        draft.data =
            scores
                ? ReviewAnalyses.Data.OBSERVED_EXPECTED
                : switch (type) {
                  case "DIC", "DICH" -> ReviewAnalyses.Data.DICHOTOMOUS;
                  case "CON", "CONT" -> ReviewAnalyses.Data.CONTINUOUS;
                  case "IV", "I" -> ReviewAnalyses.Data.EFFECT;
                  default -> throw new IllegalArgumentException("no type of data " + type);
                };
        String typed = row.text("Effect Measure");
        String measure =
            Settings.measure(typed)
                .orElse(
                    switch (draft.data) {
                      case DICHOTOMOUS -> "OR";
                      case CONTINUOUS -> "MD";
                      case OBSERVED_EXPECTED -> "PETO";
                      default -> "GEN";
                    });
        if (Settings.measure(typed).isEmpty()) {
          notCarried.add(Settings.readAs(draft.name, "Effect Measure: " + typed, measure));
        }
        draft.measure = scores && !measure.equals("HR") ? "PETO" : measure;
        draft.method = scores ? "PETO" : Settings.method(row.text("Statistical Method"));
        draft.random =
            row.text("Analysis Model").startsWith("Random") && !draft.method.equals("PETO");
        logData = row.flag(LOG_SCALE).orElse(StudyEffects.ratio(draft.measure));
        if (draft.data == ReviewAnalyses.Data.EFFECT && StudyEffects.ratio(measure) != logData) {
          notCarried.add(Settings.readAsItIs(draft.name, typed));
          draft.measure = "GEN";
        }
        draft.totals =
            switch (row.text("Totals").toUpperCase(Locale.ROOT)) {
              case "SUB", "SUBTOTALS ONLY" -> Settings.SUBGROUPS;
              case "NO", "NO TOTALS" -> Settings.NONE;
              default -> Settings.OVERALL;
            };
        draft.level = level(row, "Total Confidence Interval");
        draft.studyLevel = level(row, "Study Confidence Interval");
        draft.subgroupTest = row.flag("Test for subgroup differences").orElse(true);
        draft.swapEvents =
            draft.data == ReviewAnalyses.Data.DICHOTOMOUS
                && row.flag("Swap event and non-event").orElse(false);
        draft.groupLabel1 = row.text("Group Label 1");
        draft.groupLabel2 = row.text("Group Label 2");
        draft.graphLabel1 = row.text("Left Graph Label");
        draft.graphLabel2 = row.text("Right Graph Label");
        if (draft.totals.equals(Settings.OVERALL)) {
          draft.stored = pooled(row);
          if (draft.subgroupTest) {
            put(row, "Qint", ResultNumbers.SUBGROUP_Q, draft.stored);
            put(row, "P(Qint)", ResultNumbers.SUBGROUP_P, draft.stored);
            put(row, "I²(Qint)", ResultNumbers.SUBGROUP_I_SQUARED, draft.stored);
          }
        }
      }

      private double level(Tables.Row row, String column) {
        return Numbers.of(row.text(column).replace("%", ""))
            .filter(level -> level > 0 && level < 100)
            .orElse(95.0);
      }

      void group(Tables.Row row, int number) {
        String label = row.text("Name");
        String fresh = draft.freshSubgroup(label, number, taken);
        if (!fresh.equals(label)) {
          problems.add(
              new ReviewAnalyses.Problem(
                  row.line(), OutcomeDraft.renamed(draft.name, label, fresh)));
        }
        groups.put(number, fresh);
        if (!draft.totals.equals(Settings.NONE)) {
          draft.storedSubgroups.put(fresh, pooled(row));
        }
      }

      private Map<String, Double> pooled(Tables.Row row) {
        Map<String, Double> numbers = effect(row);
        if (numbers.isEmpty()) {
          return numbers;
        }
        put(row, "Q", ResultNumbers.Q, numbers);
        put(row, "df", ResultNumbers.DF, numbers);
        if (numbers.getOrDefault(ResultNumbers.DF, 1.0) > 0) {
          put(row, "P(Q)", ResultNumbers.Q_P, numbers);
          put(row, "I²(Q)", ResultNumbers.I_SQUARED, numbers);
        }
        if (draft.random) {
          put(row, "Tau²", ResultNumbers.TAU_SQUARED, numbers);
        }
        put(row, "Z", ResultNumbers.STATISTIC, numbers);
        put(row, "P(Z)", ResultNumbers.P, numbers);
        return numbers;
      }

      /** What is shown of an effect; a ratio is shown as it is, not as its logarithm. */
      private Map<String, Double> effect(Tables.Row row) {
        Map<String, Double> numbers = new HashMap<>();
        shown(row, "Effect Estimate", ResultNumbers.ESTIMATE, numbers);
        shown(row, "CI Start", ResultNumbers.LOWER, numbers);
        shown(row, "CI End", ResultNumbers.UPPER, numbers);
        return numbers.size() == 3 ? numbers : new HashMap<>();
      }

      private void shown(Tables.Row row, String column, String name, Map<String, Double> numbers) {
        boolean ratio =
            draft.data == ReviewAnalyses.Data.EFFECT ? logData : StudyEffects.ratio(draft.measure);
        lenient(row, column)
            .filter(value -> !ratio || value > 0)
            .ifPresent(value -> numbers.put(name, ratio ? Math.log(value) : value));
      }

      private void put(Tables.Row row, String column, String name, Map<String, Double> numbers) {
        lenient(row, column).ifPresent(value -> numbers.put(name, value));
      }

      private Optional<Double> lenient(Tables.Row row, String column) {
        try {
          return number(row, column);
        } catch (IllegalArgumentException e) {
          return Optional.empty();
        }
      }

      void row(Tables.Row row, int subgroup) {
        String study = row.text("Name");
        years.merge(study, row.text("Year of study"), (old, fresh) -> old.isEmpty() ? fresh : old);
        Map<String, Double> values = new HashMap<>();
        String wrong = "";
        for (Map.Entry<String, String> column : columns(draft.data).entrySet()) {
          try {
            number(row, column.getValue()).ifPresent(v -> values.put(column.getKey(), v));
          } catch (IllegalArgumentException e) {
            wrong = String.valueOf(e.getMessage());
            problems.add(
                new ReviewAnalyses.Problem(
                    row.line(), Numbers.within(draft.name + ", " + study, e)));
          }
        }
        if (draft.data == ReviewAnalyses.Data.EFFECT) {
          shown(row, "Effect Estimate", "yi", values);
        }
        Map<String, Double> stored = effect(row);
        draft.data.shown().forEach(column -> values.remove(column, 0.0));
        Optional<Double> weight = lenient(row, "Weight");
        if (!draft.totals.equals(Settings.NONE) && !stored.isEmpty()) {
          weight.ifPresent(w -> stored.put(ResultNumbers.WEIGHT, w));
        }
        draft.rows.add(
            new OutcomeDraft.RowDraft(
                row.line(),
                study,
                row.text("Year of study"),
                groups.getOrDefault(subgroup, ""),
                values,
                weight.isPresent() && weight.get() == 0,
                wrong,
                row.text("Footnotes", "Footnote"),
                stored));
      }

      /** A weight of 0 says that a row is off only where other rows have a weight. */
      void markOff() {
        if (draft.rows.stream().allMatch(OutcomeDraft.RowDraft::off)) {
          draft.rows.replaceAll(OutcomeDraft.RowDraft::on);
        }
      }
    }
  }

  private static Map<String, String> columns(ReviewAnalyses.Data data) {
    Map<String, String> columns = new LinkedHashMap<>();
    switch (data) {
      case DICHOTOMOUS -> {}
      case CONTINUOUS -> {
        columns.put("m1i", "Mean 1");
        columns.put("sd1i", "SD 1");
        columns.put("m2i", "Mean 2");
        columns.put("sd2i", "SD 2");
      }
      case OBSERVED_EXPECTED -> {
        columns.put("oe", "O-E");
        columns.put("v", "Var");
      }
      default -> columns.put("sei", "SE");
    }
    if (data == ReviewAnalyses.Data.DICHOTOMOUS || data == ReviewAnalyses.Data.OBSERVED_EXPECTED) {
      columns.put("ai", "Events 1");
      columns.put("ci", "Events 2");
    }
    columns.put("n1i", "Total 1");
    columns.put("n2i", "Total 2");
    return columns;
  }

  private static final class Writer {
    private final ReviewAnalyses review;
    private final Set<Wording> notCarried = new LinkedHashSet<>();

    Writer(ReviewAnalyses review) {
      this.review = review;
    }

    String write() {
      Tables.Writing csv = new Tables.Writing(HEAD, false, ',');
      if (!review.title().isEmpty()) {
        notCarried.add(new Wording("the title of the review", "综述的标题"));
      }
      if (!review.domains().isEmpty()) {
        notCarried.add(new Wording("the judgements of bias", "偏倚风险判断"));
      }
      Set<String> named = new LinkedHashSet<>();
      for (int c = 0; c < review.comparisons().size(); c++) {
        ReviewAnalyses.Comparison comparison = review.comparisons().get(c);
        Map<String, String> cells = cells(c + 1, 0, 0, comparison.name());
        csv.row(cells);
        for (int o = 0; o < comparison.outcomes().size(); o++) {
          ReviewAnalyses.Outcome original = comparison.outcomes().get(o);
          ReviewAnalyses.Outcome outcome = ComputedOutcome.forRevMan5(original);
          NotCarried.byRevMan5(comparison, original, outcome, notCarried);
          if (!outcome.unit().isEmpty()) {
            notCarried.add(
                NotCarried.of(
                    NotCarried.name(comparison, outcome),
                    "the unit " + outcome.unit(),
                    "单位" + outcome.unit()));
          }
          outcome.rows().forEach(row -> named.add(row.study()));
          new OutcomeWriter(comparison, ComputedOutcome.of(outcome), c + 1, o + 1, csv).write();
        }
      }
      review.studies().stream()
          .map(ReviewAnalyses.Study::name)
          .filter(name -> !named.contains(name))
          .forEach(
              name ->
                  notCarried.add(
                      new Wording("study " + name + ", which has no data", "没有数据的研究" + name)));
      return csv.text();
    }

    private Map<String, String> cells(int comparison, int outcome, int subgroup, String name) {
      Map<String, String> cells = new HashMap<>();
      cells.put("Comparison Number", Integer.toString(comparison));
      cells.put("Outcome Number", Integer.toString(outcome));
      cells.put("Subgroup Number", Integer.toString(subgroup));
      cells.put("Name", name);
      return cells;
    }

    private final class OutcomeWriter {
      private final ReviewAnalyses.Comparison comparison;
      private final ReviewAnalyses.Outcome outcome;
      private final ComputedOutcome computed;
      private final int comparisonNumber;
      private final int number;
      private final Tables.Writing csv;

      OutcomeWriter(
          ReviewAnalyses.Comparison comparison,
          ComputedOutcome computed,
          int comparisonNumber,
          int number,
          Tables.Writing csv) {
        this.comparison = comparison;
        this.computed = computed;
        this.outcome = computed.outcome();
        this.comparisonNumber = comparisonNumber;
        this.number = number;
        this.csv = csv;
      }

      void write() {
        Map<String, String> cells = cells(comparisonNumber, number, 0, outcome.name());
        settings(cells);
        pooled(cells, computed.overall(), outcome.rows(), 100);
        cells.put("Qint", Numbers.text(computed.overall(), ResultNumbers.SUBGROUP_Q));
        cells.put("P(Qint)", Numbers.text(computed.overall(), ResultNumbers.SUBGROUP_P));
        cells.put("I²(Qint)", Numbers.text(computed.overall(), ResultNumbers.SUBGROUP_I_SQUARED));
        csv.row(cells);
        rows("", 0);
        List<String> groups = outcome.subgroups();
        for (int i = 0; i < groups.size(); i++) {
          String group = groups.get(i);
          Map<String, String> row = cells(comparisonNumber, number, i + 1, group);
          row.put("Data Type", cells.getOrDefault("Data Type", ""));
          Map<String, Double> numbers = computed.subgroups().getOrDefault(group, Map.of());
          pooled(
              row,
              numbers,
              outcome.rows().stream().filter(r -> r.subgroup().equals(group)).toList(),
              numbers.getOrDefault(ResultNumbers.WEIGHT, 0.0));
          csv.row(row);
          rows(group, i + 1);
        }
      }

      private void settings(Map<String, String> cells) {
        String measure = outcome.settings().measure();
        cells.put(
            "Data Type",
            switch (outcome.data()) {
              case DICHOTOMOUS -> "DIC";
              case CONTINUOUS -> "CON";
              case OBSERVED_EXPECTED -> "IPD";
              default -> "IV";
            });
        boolean scores = outcome.data() == ReviewAnalyses.Data.OBSERVED_EXPECTED;
        cells.put("Statistical Method", scores ? "EXP_O_E_VAR" : outcome.settings().method());
        cells.put(
            "Effect Measure",
            outcome.data() == ReviewAnalyses.Data.EFFECT || scores
                ? Settings.printed(measure)
                : measure.equals("PETO") ? "PETO_OR" : measure);
        cells.put("Analysis Model", computed.random() ? "Random" : "Fixed");
        cells.put(
            "Totals",
            switch (outcome.settings().totals()) {
              case Settings.SUBGROUPS -> "SUB";
              case Settings.NONE -> "NO";
              default -> "YES";
            });
        cells.put("Study Confidence Interval", Numbers.text(outcome.settings().studyLevel()) + "%");
        cells.put("Total Confidence Interval", Numbers.text(outcome.settings().level()) + "%");
        cells.put("Test for subgroup differences", outcome.subgroupTest() ? "YES" : "NO");
        cells.put("Swap event and non-event", outcome.settings().swapEvents() ? "YES" : "NO");
        if (outcome.data() == ReviewAnalyses.Data.EFFECT) {
          cells.put(LOG_SCALE, computed.ratio() ? "YES" : "NO");
          cells.put(
              PARTICIPANTS,
              outcome.rows().stream().anyMatch(r -> r.values().containsKey("n1i")) ? "YES" : "NO");
        }
        label(cells, "Group Label 1", outcome.groupLabels().get(0), comparison.experimental());
        label(cells, "Group Label 2", outcome.groupLabels().get(1), comparison.control());
        cells.put("Left Graph Label", outcome.graphLabels().get(0));
        cells.put("Right Graph Label", outcome.graphLabels().get(1));
      }

      private void label(Map<String, String> cells, String column, String label, String usual) {
        cells.put(column, label.isEmpty() ? usual : label);
      }

      private void pooled(
          Map<String, String> cells,
          Map<String, Double> numbers,
          List<ReviewAnalyses.Row> rows,
          double weight) {
        effect(cells, numbers);
        cells.put(
            "Weight", numbers.containsKey(ResultNumbers.ESTIMATE) ? Numbers.text(weight) : "0");
        cells.put("Q", Numbers.text(numbers, ResultNumbers.Q));
        cells.put("P(Q)", Numbers.text(numbers, ResultNumbers.Q_P));
        cells.put("I²(Q)", Numbers.text(numbers, ResultNumbers.I_SQUARED));
        cells.put("Tau²", Numbers.text(numbers, ResultNumbers.TAU_SQUARED));
        cells.put("P(Z)", Numbers.text(numbers, ResultNumbers.P));
        cells.put("df", Numbers.text(numbers, ResultNumbers.DF));
        Double z = numbers.get(ResultNumbers.STATISTIC);
        cells.put("Z", z == null ? "" : Numbers.text(Math.abs(z)));
        if (outcome.data() != ReviewAnalyses.Data.CONTINUOUS
            && outcome.data() != ReviewAnalyses.Data.EFFECT) {
          cells.put("Events 1", Numbers.text(computed.sum("ai", rows)));
          cells.put("Events 2", Numbers.text(computed.sum("ci", rows)));
        }
        cells.put("Total 1", Numbers.text(computed.sum("n1i", rows)));
        cells.put("Total 2", Numbers.text(computed.sum("n2i", rows)));
      }

      private void effect(Map<String, String> cells, Map<String, Double> numbers) {
        cells.put("Effect Estimate", computed.shownText(numbers, ResultNumbers.ESTIMATE));
        cells.put("CI Start", computed.shownText(numbers, ResultNumbers.LOWER));
        cells.put("CI End", computed.shownText(numbers, ResultNumbers.UPPER));
      }

      private void rows(String group, int groupNumber) {
        int order = 0;
        for (int i = 0; i < outcome.rows().size(); i++) {
          ReviewAnalyses.Row row = outcome.rows().get(i);
          if (row.subgroup().equals(group)) {
            Map<String, String> cells = cells(comparisonNumber, number, groupNumber, row.study());
            columns(outcome.data())
                .forEach(
                    (column, name) -> {
                      cells.put(name, Numbers.text(row.values(), column));
                    });
            Map<String, Double> numbers = computed.rows().get(i);
            effect(cells, numbers);
            if (outcome.data() == ReviewAnalyses.Data.EFFECT) {
              cells.put("Effect Estimate", computed.shownText(row.values(), "yi"));
            }
            Double weight = numbers.get(ResultNumbers.WEIGHT);
            cells.put("Weight", weight == null ? "0" : Numbers.text(weight));
            cells.put("Year of study", row.year());
            cells.put("User defined order", Integer.toString(++order));
            cells.put("Footnotes", row.footnote());
            csv.row(cells);
          }
        }
      }
    }
  }
}
