package org.winnow.example;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * The syntheses of the finished example: what trials of mesenchymal stromal cells in osteoarthritis
 * of the knee reported, as the Cochrane review CD013342.pub2 (2025) lists it. They are facts of
 * that review, not an extraction of the one that the example is named for.
 */
final class KneeTrials {
  private static final UUID COMPARISON = new UUID(0x57494E4E4F570040L, 1);
  private static final String SOURCE =
      "Cochrane review CD013342.pub2 (2025), stem cell injections for osteoarthritis of the knee,"
          + " analysis ";

  /** By the numbers of the Cochrane review's analyses, several for one with subgroups. */
  private static final Map<String, String> SUBGROUPS =
      Map.of(
          "1.1.1",
          "Up to 3 months",
          "1.1.2",
          "> 3 months to 6 months",
          "1.1.3",
          "> 6 months to 1 year",
          "1.2.1",
          "Autologous",
          "1.2.2",
          "Allogeneic");

  private static final List<String> COLUMNS =
      List.of("n1i", "m1i", "sd1i", "ai", "n2i", "m2i", "sd2i", "ci");

  private final String review;
  private final List<String[]> lines = read();
  private int syntheses;

  KneeTrials(UUID review) {
    this.review = "/reviews/" + review;
  }

  void build(Browser lea) {
    lea.putAt(
        review + "/comparisons/" + COMPARISON,
        "\"1\"",
        Map.of(
            "position",
            1,
            "name",
            text(
                "Mesenchymal stromal cells against placebo in osteoarthritis of the knee",
                "间充质干细胞与安慰剂比较：膝骨关节炎"),
            "experimental",
            text("Stromal cells", "干细胞"),
            "control",
            text("Placebo", "安慰剂")));
    means(lea, "1.1", text("Pain (0 to 10, lower is better)", "疼痛（0–10，越低越好）"), "", true);
    means(
        lea,
        "1.2",
        text("Pain by origin of the cells (0 to 10)", "按细胞来源的疼痛（0–10）"),
        "> 3 months to 6 months",
        true);
    means(
        lea,
        "1.3",
        text("Function (0 to 100, lower is better)", "功能（0–100，越低越好）"),
        "> 3 months to 6 months",
        false);
    events(lea, "1.6", text("Success as participants see it", "受试者自评有效"), "higher");
    events(lea, "1.9", text("Serious adverse events", "严重不良事件"), "lower");
    events(lea, "1.10", text("Adverse events", "不良事件"), "lower");
  }

  private void means(
      Browser lea,
      String analysis,
      Map<String, String> outcome,
      String timePoint,
      boolean inSubgroups) {
    Map<String, Object> settings = settings("MD", "IV");
    if (inSubgroups) {
      settings.put("subgroup", "subgroup");
    }
    if (analysis.equals("1.1")) {
      // The same people at three times are not to be added up.
      settings.put("totals", "subgroups");
    }
    put(lea, analysis, outcome, timePoint, "continuous", "lower", settings);
  }

  private void events(Browser lea, String analysis, Map<String, String> outcome, String benefit) {
    put(lea, analysis, outcome, "", "dichotomous", benefit, settings("RR", "MH"));
  }

  private static Map<String, Object> settings(String measure, String method) {
    return new HashMap<>(
        Map.of(
            "measure",
            measure,
            "method",
            method,
            "model",
            "random",
            "convention",
            "revman5",
            "level",
            95));
  }

  private void put(
      Browser lea,
      String analysis,
      Map<String, String> outcome,
      String timePoint,
      String data,
      String benefit,
      Map<String, Object> settings) {
    syntheses++;
    UUID id = new UUID(0x57494E4E4F570041L, syntheses);
    Map<String, Object> definition =
        new HashMap<>(
            Map.of(
                "comparisonId", COMPARISON,
                "position", syntheses,
                "outcome", outcome,
                "data", data,
                "benefit", benefit,
                "settings", settings));
    if (!timePoint.isEmpty()) {
      definition.put("timePoint", timePoint);
    }
    lea.putAt(review + "/syntheses/" + id, "\"1\"", definition);
    lea.putAt(review + "/syntheses/" + id + "/rows", "\"1\"", Map.of("rows", rows(analysis)));
  }

  List<Map<String, Object>> rows(String analysis) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (String[] line : lines) {
      if (line[0].equals(analysis) || line[0].startsWith(analysis + ".")) {
        rows.add(row(line, rows.size() + 1));
      }
    }
    return rows;
  }

  private Map<String, Object> row(String[] line, int position) {
    Map<String, Object> values = new HashMap<>();
    Map<String, Object> origins = new HashMap<>();
    for (int i = 0; i < COLUMNS.size(); i++) {
      String value = line[i + 2];
      if (!value.isEmpty()) {
        values.put(COLUMNS.get(i), value);
        origins.put(COLUMNS.get(i), Map.of("kind", "reported", "note", SOURCE + line[0]));
      }
    }
    String study = line[1];
    Map<String, Object> row =
        new HashMap<>(
            Map.of(
                "id", new UUID(0x57494E4E4F570050L + syntheses, position),
                "position", position,
                "study", study,
                "year", Integer.parseInt(study.substring(study.lastIndexOf(' ') + 1)),
                "values", values,
                "origins", origins,
                "included", true));
    String subgroup = SUBGROUPS.get(line[0]);
    if (subgroup != null) {
      row.put("subgroup", subgroup);
    }
    return row;
  }

  private static Map<String, String> text(String en, String zh) {
    return Map.of("en", en, "zh", zh);
  }

  private static List<String[]> read() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(KneeTrials.class.getResourceAsStream("/example/knee.csv")),
                StandardCharsets.UTF_8))) {
      return lines.lines().skip(1).map(line -> line.split(",", -1)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
