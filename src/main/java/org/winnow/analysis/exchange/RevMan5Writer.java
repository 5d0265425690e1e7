package org.winnow.analysis.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.winnow.analysis.StudyEffects;
import org.winnow.figure.Wording;

/** Writes the XML of a RevMan 5 review. */
final class RevMan5Writer {
  private final ReviewAnalyses review;
  private final StringBuilder xml = new StringBuilder();
  private final Map<String, String> ids = new LinkedHashMap<>();
  private final Set<String> takenIds = new HashSet<>();
  private final Map<String, String> years = new HashMap<>();
  private final Set<Wording> notCarried = new LinkedHashSet<>();

  RevMan5Writer(ReviewAnalyses review) {
    this.review = review;
  }

  List<Wording> write(OutputStream file) throws IOException {
    for (ReviewAnalyses.Study study : review.studies()) {
      register(study.name(), study.year());
    }
    for (ReviewAnalyses.Comparison comparison : review.comparisons()) {
      for (ReviewAnalyses.Outcome outcome : comparison.outcomes()) {
        outcome.rows().forEach(row -> register(row.study(), row.year()));
      }
    }
    xml.append("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n");
    open(
        "COCHRANE_REVIEW",
        "DOI",
        "",
        "ID",
        "",
        "REVMAN_SUB_VERSION",
        "5.4.1",
        "REVMAN_VERSION",
        "5",
        "STAGE",
        "R",
        "STATUS",
        "",
        "TYPE",
        "INTERVENTION");
    open("COVER_SHEET");
    text("TITLE", review.title());
    close("COVER_SHEET");
    text("MAIN_TEXT", "");
    studies();
    text("CHARACTERISTICS_OF_STUDIES", "");
    bias();
    text("SOF_TABLES", "");
    text("ADDITIONAL_TABLES", "");
    open("ANALYSES_AND_DATA", "CALCULATED_DATA", "YES");
    for (int i = 0; i < review.comparisons().size(); i++) {
      comparison(review.comparisons().get(i), i + 1);
    }
    close("ANALYSES_AND_DATA");
    text("FIGURES", "");
    text("FEEDBACK", "");
    text("APPENDICES", "");
    text("EXTENSIONS", "");
    close("COCHRANE_REVIEW");
    file.write(xml.toString().getBytes(StandardCharsets.US_ASCII));
    return List.copyOf(notCarried);
  }

  private void register(String name, String year) {
    if (ids.containsKey(name)) {
      return;
    }
    StringBuilder id = new StringBuilder("STD-");
    for (char c : name.toCharArray()) {
      if (c < 128 && Character.isLetterOrDigit(c)) {
        id.append(c);
      } else if (c == ' ') {
        id.append('-');
      } else {
        id.append("_x").append(String.format(Locale.ROOT, "%04x", (int) c)).append('_');
      }
    }
    String fresh = id.toString();
    for (int i = 2; !takenIds.add(fresh); i++) {
      fresh = id + "-" + i;
    }
    ids.put(name, fresh);
    years.put(name, year);
  }

  private void studies() {
    open("STUDIES_AND_REFERENCES");
    open("STUDIES");
    open("INCLUDED_STUDIES");
    ids.forEach(
        (name, id) -> {
          open("STUDY", "DATA_SOURCE", "PUB", "ID", id, "NAME", name, "YEAR", year(name));
          close("STUDY");
        });
    close("INCLUDED_STUDIES");
    text("EXCLUDED_STUDIES", "");
    text("AWAITING_STUDIES", "");
    text("ONGOING_STUDIES", "");
    close("STUDIES");
    text("REFERENCES", "");
    close("STUDIES_AND_REFERENCES");
  }

  private String year(String study) {
    return years.getOrDefault(study, "");
  }

  private void bias() {
    NotCarried.bias(review, notCarried);
    open("QUALITY_ITEMS");
    for (int i = 0; i < review.domains().size(); i++) {
      String domain = review.domains().get(i);
      String number = Integer.toString(i + 1);
      open(
          "QUALITY_ITEM",
          "CORE_ITEM",
          "NO",
          "ID",
          String.format(Locale.ROOT, "QIT-%02d", i + 1),
          "LEVEL",
          "STUDY",
          "NO",
          number);
      text("NAME", domain);
      text("DESCRIPTION", "");
      open("QUALITY_ITEM_DATA");
      for (ReviewAnalyses.Study study : review.studies()) {
        ReviewAnalyses.Judgement judgement = study.bias().get(domain);
        if (judgement != null) {
          String result =
              switch (judgement.level()) {
                case LOW -> "YES";
                case SOME, MODERATE, NO_INFORMATION -> "UNKNOWN";
                case HIGH, SERIOUS, CRITICAL -> "NO";
              };
          open("QUALITY_ITEM_DATA_ENTRY", "RESULT", result, "STUDY_ID", id(study.name()));
          text("DESCRIPTION", judgement.support());
          close("QUALITY_ITEM_DATA_ENTRY");
        }
      }
      close("QUALITY_ITEM_DATA");
      close("QUALITY_ITEM");
    }
    close("QUALITY_ITEMS");
  }

  private String id(String study) {
    return ids.getOrDefault(study, "");
  }

  private void comparison(ReviewAnalyses.Comparison comparison, int number) {
    String id = String.format(Locale.ROOT, "CMP-%03d", number);
    open("COMPARISON", "ID", id, "NO", Integer.toString(number));
    text("NAME", comparison.name());
    for (int i = 0; i < comparison.outcomes().size(); i++) {
      new OutcomeWriter(
              comparison,
              comparison.outcomes().get(i),
              i + 1,
              id + String.format(Locale.ROOT, ".%02d", i + 1))
          .write();
    }
    close("COMPARISON");
  }

  private final class OutcomeWriter {
    private final ReviewAnalyses.Comparison comparison;
    private final ReviewAnalyses.Outcome outcome;
    private final ComputedOutcome computed;
    private final int number;
    private final String id;
    private final String kind;

    OutcomeWriter(
        ReviewAnalyses.Comparison comparison,
        ReviewAnalyses.Outcome original,
        int number,
        String id) {
      this.comparison = comparison;
      this.number = number;
      this.id = id;
      outcome = ComputedOutcome.forRevMan5(original);
      computed = ComputedOutcome.of(outcome);
      kind =
          switch (outcome.data()) {
            case DICHOTOMOUS -> "DICH";
            case CONTINUOUS -> "CONT";
            case OBSERVED_EXPECTED -> "IPD";
            default -> "IV";
          };
      NotCarried.byRevMan5(comparison, original, outcome, notCarried);
    }

    void write() {
      List<String> attributes = new ArrayList<>();
      boolean typed = kind.equals("IV") || kind.equals("IPD");
      add(attributes, "ID", id, "NO", Integer.toString(number));
      if (!typed) {
        add(attributes, "EFFECT_MEASURE", measure());
      }
      if (!kind.equals("IPD")) {
        add(attributes, "RANDOM", computed.random() ? "YES" : "NO");
      }
      String method = outcome.settings().method();
      add(attributes, "METHOD", kind.equals("IPD") ? "EXP_O_E_VAR" : method);
      add(
          attributes,
          "CI_STUDY",
          Numbers.text(outcome.settings().studyLevel()),
          "CI_TOTAL",
          Numbers.text(outcome.settings().level()),
          "TOTALS",
          switch (outcome.settings().totals()) {
            case Settings.SUBGROUPS -> "SUB";
            case Settings.NONE -> "NO";
            default -> "YES";
          },
          "SUBGROUPS",
          outcome.subgroups().isEmpty() ? "NO" : "YES",
          "SUBGROUP_TEST",
          outcome.subgroupTest() ? "YES" : "NO",
          "SORT_BY",
          "STUDY",
          "SCALE",
          "100.0",
          "UNITS",
          outcome.unit());
      if (kind.equals("DICH")) {
        add(attributes, "SWAP_EVENTS", outcome.settings().swapEvents() ? "YES" : "NO");
      }
      if (kind.equals("IV")) {
        add(
            attributes,
            "LOG_DATA",
            computed.ratio() ? "YES" : "NO",
            "ENTER_N",
            outcome.rows().stream().anyMatch(r -> r.values().containsKey("n1i")) ? "YES" : "NO");
      }
      results(attributes, computed.overall(), outcome.rows(), true);
      open(kind + "_OUTCOME", attributes.toArray(String[]::new));
      text("NAME", outcome.name());
      text("GROUP_LABEL_1", label(0, comparison.experimental()));
      text("GROUP_LABEL_2", label(1, comparison.control()));
      text("GRAPH_LABEL_1", outcome.graphLabels().get(0));
      text("GRAPH_LABEL_2", outcome.graphLabels().get(1));
      if (typed) {
        text("EFFECT_MEASURE", Settings.printed(outcome.settings().measure()));
      }
      rows("");
      List<String> groups = outcome.subgroups();
      for (int i = 0; i < groups.size(); i++) {
        subgroup(groups.get(i), i + 1);
      }
      close(kind + "_OUTCOME");
    }

    private String label(int arm, String intervention) {
      String label = outcome.groupLabels().get(arm);
      return label.isEmpty() ? intervention : label;
    }

    private String measure() {
      return outcome.settings().measure().equals("PETO") ? "PETO_OR" : outcome.settings().measure();
    }

    private void subgroup(String group, int at) {
      List<String> attributes = new ArrayList<>();
      add(
          attributes,
          "ID",
          id + String.format(Locale.ROOT, ".%02d", at),
          "NO",
          Integer.toString(at));
      results(
          attributes,
          computed.subgroups().getOrDefault(group, Map.of()),
          outcome.rows().stream().filter(r -> r.subgroup().equals(group)).toList(),
          false);
      open(kind + "_SUBGROUP", attributes.toArray(String[]::new));
      text("NAME", group);
      rows(group);
      close(kind + "_SUBGROUP");
    }

    private void results(
        List<String> attributes,
        Map<String, Double> numbers,
        List<ReviewAnalyses.Row> rows,
        boolean whole) {
      boolean estimable = numbers.containsKey(ResultNumbers.ESTIMATE);
      add(attributes, "ESTIMABLE", estimable ? "YES" : "NO");
      effect(attributes, numbers);
      add(attributes, "WEIGHT", !estimable ? "0.0" : whole ? "100.0" : plain(numbers, "weight"));
      add(
          attributes,
          "STUDIES",
          Long.toString(
              rows.stream()
                  .filter(ReviewAnalyses.Row::included)
                  .map(ReviewAnalyses.Row::study)
                  .distinct()
                  .count()));
      add(
          attributes,
          "CHI2",
          plain(numbers, ResultNumbers.Q),
          "DF",
          plain(numbers, ResultNumbers.DF),
          "P_CHI2",
          plain(numbers, ResultNumbers.Q_P),
          "I2",
          plain(numbers, ResultNumbers.I_SQUARED),
          "Z",
          numbers.containsKey(ResultNumbers.STATISTIC)
              ? Double.toString(Math.abs(numbers.getOrDefault(ResultNumbers.STATISTIC, 0.0)))
              : "",
          "P_Z",
          plain(numbers, ResultNumbers.P));
      if (!kind.equals("IPD")) {
        add(
            attributes,
            "TAU2",
            estimable ? Double.toString(numbers.getOrDefault(ResultNumbers.TAU_SQUARED, 0.0)) : "");
      }
      if (whole) {
        add(
            attributes,
            "Q",
            plain(numbers, ResultNumbers.SUBGROUP_Q),
            "P_Q",
            plain(numbers, ResultNumbers.SUBGROUP_P),
            "I2_Q",
            plain(numbers, ResultNumbers.SUBGROUP_I_SQUARED));
      }
      if (kind.equals("DICH") || kind.equals("IPD")) {
        add(
            attributes,
            "EVENTS_1",
            Numbers.text(computed.sum("ai", rows)),
            "EVENTS_2",
            Numbers.text(computed.sum("ci", rows)));
      }
      add(
          attributes,
          "TOTAL_1",
          Numbers.text(computed.sum("n1i", rows)),
          "TOTAL_2",
          Numbers.text(computed.sum("n2i", rows)));
    }

    private void effect(List<String> attributes, Map<String, Double> numbers) {
      add(
          attributes,
          "EFFECT_SIZE",
          shown(numbers, ResultNumbers.ESTIMATE),
          "CI_START",
          shown(numbers, ResultNumbers.LOWER),
          "CI_END",
          shown(numbers, ResultNumbers.UPPER));
      if (StudyEffects.ratio(outcome.settings().measure())) {
        add(
            attributes,
            "LOG_EFFECT_SIZE",
            decimal(numbers, ResultNumbers.ESTIMATE),
            "LOG_CI_START",
            decimal(numbers, ResultNumbers.LOWER),
            "LOG_CI_END",
            decimal(numbers, ResultNumbers.UPPER));
      }
    }

    private String shown(Map<String, Double> numbers, String name) {
      return computed.shown(numbers, name).map(v -> Double.toString(v)).orElse("");
    }

    /** RevMan's logarithms are to the base of ten. */
    private String decimal(Map<String, Double> numbers, String name) {
      Double value = numbers.get(name);
      return value == null ? "" : Double.toString(value / Math.log(10));
    }

    private String plain(Map<String, Double> numbers, String name) {
      Double value = numbers.get(name);
      return value == null ? "" : Double.toString(value);
    }

    private void rows(String group) {
      int order = 0;
      for (int i = 0; i < outcome.rows().size(); i++) {
        ReviewAnalyses.Row row = outcome.rows().get(i);
        if (row.subgroup().equals(group)) {
          row(row, computed.rows().get(i), ++order);
        }
      }
    }

    private void row(ReviewAnalyses.Row row, Map<String, Double> numbers, int order) {
      List<String> attributes = new ArrayList<>();
      add(attributes, "STUDY_ID", id(row.study()), "ORDER", Integer.toString(order));
      switch (kind) {
        case "DICH" -> values(attributes, row, "EVENTS_1:ai,TOTAL_1:n1i,EVENTS_2:ci,TOTAL_2:n2i");
        case "CONT" ->
            values(
                attributes,
                row,
                "MEAN_1:m1i,SD_1:sd1i,TOTAL_1:n1i,MEAN_2:m2i,SD_2:sd2i,TOTAL_2:n2i");
        case "IPD" ->
            values(attributes, row, "O_E:oe,VAR:v,EVENTS_1:ai,TOTAL_1:n1i,EVENTS_2:ci,TOTAL_2:n2i");
        default -> values(attributes, row, "ESTIMATE:yi,SE:sei,TOTAL_1:n1i,TOTAL_2:n2i");
      }
      boolean estimable = numbers.containsKey(ResultNumbers.ESTIMATE);
      add(attributes, "ESTIMABLE", estimable ? "YES" : "NO");
      effect(attributes, numbers);
      add(attributes, "WEIGHT", estimable ? plain(numbers, ResultNumbers.WEIGHT) : "0.0");
      open(kind + "_DATA", attributes.toArray(String[]::new));
      if (!row.footnote().isEmpty()) {
        text("FOOTNOTE", row.footnote());
      }
      close(kind + "_DATA");
    }

    private static void values(List<String> attributes, ReviewAnalyses.Row row, String columns) {
      for (String pair : columns.split(",", -1)) {
        String column = pair.substring(pair.indexOf(':') + 1);
        Double value = row.values().get(column);
        add(
            attributes,
            pair.substring(0, pair.indexOf(':')),
            value == null ? "" : Numbers.text(value));
      }
    }
  }

  private static void add(List<String> attributes, String... namesAndValues) {
    attributes.addAll(List.of(namesAndValues));
  }

  private void open(String name, String... attributes) {
    xml.append('<').append(name);
    for (int i = 0; i < attributes.length; i += 2) {
      xml.append(' ').append(attributes[i]).append("=\"");
      escape(attributes[i + 1]);
      xml.append('"');
    }
    xml.append(">\n");
  }

  private void text(String name, String text) {
    xml.append('<').append(name).append('>');
    escape(text);
    xml.append("</").append(name).append(">\n");
  }

  private void close(String name) {
    xml.append("</").append(name).append(">\n");
  }

  private void escape(String text) {
    text.codePoints()
        .forEach(
            c -> {
              if (c == '<' || c == '>' || c == '&' || c == '"' || c == '\n' || c > 126) {
                boolean lost = c >= 0xD800 && c <= 0xDFFF || c == 0xFFFE || c == 0xFFFF;
                xml.append(lost ? " " : "&#" + c + ";");
              } else {
                xml.append(c < ' ' ? ' ' : (char) c);
              }
            });
  }
}
