package org.winnow.analysis.exchange;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.winnow.analysis.Analysis;
import org.winnow.analysis.AnalysisSettings;
import org.winnow.metaanalysis.StudyEffect;

/** The columns of an analysis that go along into another program. */
final class StudyColumns {
  private static final Set<String> NUMBERS =
      Set.of(
          "ai", "n1i", "ci", "n2i", "m1i", "sd1i", "m2i", "sd2i", "yi", "vi", "sei", "oe", "v",
          "x1i", "t1i", "x2i", "t2i", "xi", "ni", "ti", "ri");
  private static final List<List<String>> KINDS =
      List.of(
          List.of("ai", "n1i", "ci", "n2i"),
          List.of("m1i", "sd1i", "n1i", "m2i", "sd2i", "n2i"),
          List.of("x1i", "t1i", "x2i", "t2i"),
          List.of("xi", "ni"),
          List.of("xi", "ti"),
          List.of("ri", "ni"),
          List.of("oe", "v"));

  private final Analysis analysis;
  private final List<Map<String, String>> rows;

  StudyColumns(Analysis analysis) {
    this.analysis = analysis;
    this.rows = analysis.table().rows();
  }

  static boolean isKnown(String column) {
    return NUMBERS.contains(column) || column.equals("study");
  }

  boolean has(List<String> columns) {
    return rows.stream().anyMatch(row -> row.keySet().containsAll(columns));
  }

  /** The columns that the effects are computed from; empty when effects were typed in. */
  List<String> raw() {
    return KINDS.stream().filter(this::has).filter(this::fits).findFirst().orElse(List.of());
  }

  /** Columns of a kind may stand beside those of another that is not analysed. */
  private boolean fits(List<String> kind) {
    String measure = analysis.settings().measure();
    return switch (kind.getFirst()) {
      case "ai" -> analysis.effects().tables().isPresent();
      case "oe" -> List.of("PETO", "HR").contains(measure);
      case "m1i" -> !List.of("GEN", "HR", "OR", "RR", "RD").contains(measure);
      case "x1i" -> measure.startsWith("IR");
      case "xi" -> measure.startsWith(kind.get(1).equals("ni") ? "P" : "IR");
      case "ri" -> measure.endsWith("COR");
      default -> true;
    };
  }

  /** Subgroups and moderators, as far as the table has them. */
  List<String> properties() {
    AnalysisSettings settings = analysis.settings();
    Set<String> names = new LinkedHashSet<>();
    if (!settings.subgroup().isEmpty()) {
      names.add(settings.subgroup());
    }
    names.addAll(settings.moderators());
    return names.stream().filter(name -> has(List.of(name))).toList();
  }

  String text(int row, String column) {
    return rows.get(row).getOrDefault(column, "").strip();
  }

  int size() {
    return rows.size();
  }

  List<String> texts(String column) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      texts.add(text(i, column));
    }
    return texts;
  }

  List<String> studies() {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      names.add(analysis.study(i));
    }
    return names;
  }

  /** Whether all of a column that is there are numbers. */
  boolean isNumeric(String column) {
    return texts(column).stream()
        .filter(text -> !text.isEmpty() && !text.equals("NA"))
        .allMatch(text -> text.matches("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?"));
  }

  /** The estimates of the effects, or their variances; NaN where a study has none. */
  double[] effects(boolean variances) {
    List<StudyEffect> effects = analysis.effects().effects();
    double[] out = new double[effects.size()];
    for (int i = 0; i < out.length; i++) {
      out[i] =
          effects.get(i) instanceof StudyEffect.Estimable e && e.variance() > 0
              ? variances ? e.variance() : e.estimate()
              : Double.NaN;
    }
    return out;
  }
}
