package org.winnow.analysis.exchange;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.winnow.analysis.Analysis;
import org.winnow.analysis.AnalysisSettings;
import org.winnow.analysis.StudyEffects;
import org.winnow.metaanalysis.Convention;
import org.winnow.metaanalysis.Design;
import org.winnow.metaanalysis.MetaRegression;

/** What scripts for the packages of R have in common: data, our results and the checks of them. */
abstract class RScript {
  /** Closed formulas agree to about 1e-12; this leaves room for other ways of summing. */
  static final double CLOSED = 1e-8;

  /** What is iterated stops where a program's rule says. */
  static final double ITERATED = 1e-5;

  final StringBuilder out;
  final ScriptPart part;
  final Analysis analysis;
  final AnalysisSettings settings;
  final StudyColumns columns;
  final Map<String, String> names;
  final String suffix;
  final String dat;
  final String res;

  RScript(StringBuilder out, ScriptPart part, int number) {
    this.out = out;
    this.part = part;
    analysis = part.analysis();
    settings = analysis.settings();
    columns = new StudyColumns(analysis);
    List<String> all = new ArrayList<>(List.of("study"));
    all.addAll(columns.raw());
    all.addAll(columns.properties());
    names = RText.names(all.stream().distinct().toList());
    suffix = number == 0 ? "" : Integer.toString(number);
    dat = "dat" + suffix;
    res = "res" + suffix;
  }

  static void head(StringBuilder out, String title, String packageName, String version) {
    out.append("# ").append(RText.comment(title)).append('\n');
    out.append("#\n# Written by Winnow. The data stand below; nothing else is read. Run it with\n");
    out.append("#   Rscript --vanilla this-file.R\n");
    out.append("# It stops with a message where a result is not the one that was reported.\n");
    out.append("# Needs the package ").append(packageName).append(" (").append(version);
    out.append("): install.packages(\"").append(packageName).append("\")\n\n");
    out.append("library(").append(packageName).append(")\n");
  }

  static void foot(StringBuilder out) {
    out.append("\nsessionInfo()\n");
  }

  void line(String text) {
    out.append(text).append('\n');
  }

  void note(String text) {
    line("# " + RText.comment(text));
  }

  void title() {
    line("");
    line("# " + "-".repeat(70));
    note(part.title());
    line("# " + "-".repeat(70));
    line("");
  }

  /** The data frame. */
  void data() {
    List<String> lines = new ArrayList<>();
    lines.add("  study = " + RText.strings("    ", columns.studies().stream()));
    for (String column : columns.raw()) {
      lines.add(
          "  "
              + name(column)
              + " = "
              + RText.vector("    ", columns.texts(column).stream().map(RText::number).toList()));
    }
    for (String column : columns.properties()) {
      List<String> texts = columns.texts(column);
      lines.add(
          "  "
              + name(column)
              + " = "
              + (columns.isNumeric(column) && !column.equals(settings.subgroup())
                  ? RText.vector("    ", texts.stream().map(RText::number).toList())
                  : RText.strings("    ", texts.stream())));
      if (!name(column).equals(column)) {
        note(name(column) + " is " + column);
      }
    }
    line(dat + " <- data.frame(");
    line(String.join(",\n", lines) + ",");
    line("  stringsAsFactors = FALSE)");
    factors();
    if (settings.swapEvents() && columns.raw().contains("ai")) {
      note("The event is desirable: those without it are counted.");
      line(dat + "$ai <- " + dat + "$n1i - " + dat + "$ai");
      line(dat + "$ci <- " + dat + "$n2i - " + dat + "$ci");
    }
  }

  String name(String column) {
    return names.getOrDefault(column, column);
  }

  boolean fixed() {
    return analysis.summary().tauSquared().isEmpty();
  }

  Convention convention() {
    return Convention.named(settings.convention());
  }

  boolean revMan() {
    return convention() == Convention.REVMAN5 || convention() == Convention.REVMAN_WEB;
  }

  boolean ratio() {
    return StudyEffects.ratio(settings.measure());
  }

  /** The estimator that was used, in the words of metafor. */
  String estimator() {
    String name = analysis.model().options().tauSquared().name();
    return fixed() ? "EE" : name.equals("HSK") ? "HSk" : name;
  }

  double tolerance() {
    return switch (estimator()) {
      case "EE", "DL", "HE", "HS", "HSk", "SJ" -> CLOSED;
      default -> ITERATED;
    };
  }

  boolean allEvents() {
    return analysis.effects().tables().orElse(List.of()).stream()
        .anyMatch(t -> t.total() > 0 && t.allEvents());
  }

  boolean noEvents() {
    return analysis.effects().tables().orElse(List.of()).stream()
        .anyMatch(t -> t.total() > 0 && t.doubleZero());
  }

  boolean emptyCells() {
    return analysis.effects().tables().orElse(List.of()).stream()
        .anyMatch(t -> t.total() > 0 && t.hasZero());
  }

  /** A stop when a value of R is not ours. */
  void check(String expression, double expected, double tolerance) {
    if (Double.isFinite(expected)) {
      line(
          "stopifnot(all.equal(as.numeric("
              + expression
              + "), "
              + RText.number(expected)
              + ", tolerance = "
              + shown(tolerance)
              + "))");
    }
  }

  void checkAll(String expression, double[] expected, double tolerance) {
    if (Arrays.stream(expected).allMatch(Double::isFinite) && expected.length > 0) {
      line("stopifnot(all.equal(as.numeric(" + expression + "),");
      line("  " + RText.vector(expected) + ",");
      line("  tolerance = " + shown(tolerance) + "))");
    }
  }

  /** Our numbers for people. */
  void ours() {
    Analysis.Summary s = analysis.summary();
    String shown =
        ratio()
            ? "; as a ratio "
                + shown(Math.exp(s.pooled().estimate()))
                + " ["
                + shown(Math.exp(s.interval().lower()))
                + ", "
                + shown(Math.exp(s.interval().upper()))
                + "]"
            : "";
    line("");
    note(
        "Reported by Winnow: "
            + shown(s.pooled().estimate())
            + " ["
            + shown(s.interval().lower())
            + ", "
            + shown(s.interval().upper())
            + "]"
            + shown
            + "; k = "
            + analysis.rows().length
            + (s.tauSquared().isPresent() ? ", tau2 = " + shown(s.tauSquared().getAsDouble()) : "")
            + ", Q = "
            + shown(s.heterogeneity().q())
            + " on "
            + shown(s.heterogeneity().df())
            + " df, I2 = "
            + shown(s.iSquared())
            + " %");
  }

  private static String shown(double value) {
    if (!Double.isFinite(value)) {
      return "not defined";
    }
    return new BigDecimal(value).round(new MathContext(6)).stripTrailingZeros().toString();
  }

  /** A word without the value that may stand behind a colon. */
  static String plain(String word) {
    return word.contains(":") ? word.substring(0, word.indexOf(':')) : word;
  }

  /** By subgroup; empty when the method does not pool one of them. */
  List<Analysis.Group> pooledGroups() {
    try {
      return analysis.groups();
    } catch (IllegalArgumentException e) {
      note("The subgroups are not pooled: " + e.getMessage());
      return List.of();
    }
  }

  /** The rows of the table that have all moderators, among those that are pooled. */
  int[] regressed() {
    return IntStream.of(analysis.rows())
        .filter(
            row ->
                settings.moderators().stream()
                    .map(name -> columns.text(row, name))
                    .noneMatch(text -> text.isEmpty() || text.equals("NA")))
        .toArray();
  }

  /** Our regression on the moderators. */
  MetaRegression regression() {
    int[] rows = regressed();
    List<Integer> pooled = IntStream.of(analysis.rows()).boxed().toList();
    Design design = Design.intercept(rows.length);
    for (String name : settings.moderators()) {
      List<String> texts = IntStream.of(rows).mapToObj(i -> columns.text(i, name)).toList();
      if (columns.isNumeric(name)) {
        design.numeric(name, texts.stream().mapToDouble(Double::parseDouble).toArray());
      } else {
        design.factor(name, texts);
      }
    }
    return MetaRegression.fit(
        analysis.model().studies().at(IntStream.of(rows).map(pooled::indexOf).toArray()),
        design,
        analysis.model().options());
  }

  /** Moderators that are words, as factors with their levels in our order. */
  private void factors() {
    for (String name : settings.moderators()) {
      if (columns.properties().contains(name) && !columns.isNumeric(name)) {
        line(
            dat
                + "$"
                + factor(name)
                + " <- factor("
                + dat
                + "$"
                + name(name)
                + ",\n  levels = "
                + RText.strings("    ", levels(name).stream())
                + ")");
      }
    }
  }

  private String factor(String name) {
    String fresh = name(name) + ".f";
    while (names.containsValue(fresh)) {
      fresh += "f";
    }
    return fresh;
  }

  /** The moderators as a formula. */
  String formula() {
    return "~ "
        + String.join(
            " + ",
            settings.moderators().stream()
                .map(name -> columns.isNumeric(name) ? name(name) : factor(name))
                .toList());
  }

  private TreeSet<String> levels(String name) {
    TreeSet<String> levels = new TreeSet<>();
    for (int row : regressed()) {
      levels.add(columns.text(row, name));
    }
    return levels;
  }
}
