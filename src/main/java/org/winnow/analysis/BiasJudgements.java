package org.winnow.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.winnow.figure.plot.Judgement;

/** The judgements of the risk of bias in a table: the columns D1, D2 … and {@code overall}. */
final class BiasJudgements {
  private final StudyTable table;
  private final FigureText text;
  private final List<String> columns = new ArrayList<>();
  private final List<String> names;

  /**
   * @throws IllegalArgumentException when there is a name for some domains only
   */
  BiasJudgements(StudyTable table, PlotOptions options, FigureText text) {
    this.table = table;
    this.text = text;
    names = options.domains();
    for (int d = 1; table.has("D" + d); d++) {
      columns.add("D" + d);
    }
    if (!columns.isEmpty() && !names.isEmpty() && names.size() != columns.size()) {
      throw new IllegalArgumentException(
          "domains needs a name for each of D1 to " + columns.getLast());
    }
  }

  List<String> columns() {
    return columns;
  }

  /** The column of the overall judgement, or empty. */
  String overall() {
    return table.has("overall") ? "overall" : table.has("Overall") ? "Overall" : "";
  }

  String overallName() {
    return text.words("Overall", "总体");
  }

  /** What stands above the columns: letters for domains that have names. */
  List<String> letters() {
    List<String> letters = new ArrayList<>();
    for (int d = 0; d < columns.size(); d++) {
      letters.add(names.isEmpty() ? columns.get(d) : letter(d));
    }
    return letters;
  }

  /** A line for each domain that has a name. */
  List<String> legend() {
    List<String> legend = new ArrayList<>();
    for (int d = 0; d < names.size() && d < columns.size(); d++) {
      legend.add(text.words("(" + letter(d) + ") ", "（" + letter(d) + "）") + names.get(d));
    }
    return legend;
  }

  /** The names of the domains, or of their columns. */
  List<String> domains() {
    return names.isEmpty() ? columns : names;
  }

  private static String letter(int domain) {
    return domain < 26 ? Character.toString('A' + domain) : "D" + (domain + 1);
  }

  String low() {
    return text.words("Low risk", "低风险");
  }

  String unclear() {
    return text.words("Some concerns or unclear", "有一定顾虑或不清楚");
  }

  String high() {
    return text.words("High risk", "高风险");
  }

  List<Judgement> of(int row) {
    return columns.stream().map(column -> judgement(row, column)).toList();
  }

  /**
   * @throws IllegalArgumentException with the row and the column of a word that is not known
   */
  Judgement judgement(int row, String column) {
    String word = table.text(row, column).toLowerCase(Locale.ROOT);
    return switch (word) {
      case "", "na", "n/a" -> Judgement.NONE;
      case "+", "l", "low", "low risk", "低", "低风险" -> Judgement.LOW;
      case "?",
          "s",
          "u",
          "some",
          "some concerns",
          "unclear",
          "unclear risk",
          "no information",
          "不清楚",
          "有一定顾虑" ->
          Judgement.UNCLEAR;
      case "-", "−", "x", "h", "high", "high risk", "高", "高风险" -> Judgement.HIGH;
      default ->
          throw new IllegalArgumentException(
              "Row "
                  + (row + 1)
                  + ", "
                  + column
                  + ": no judgement low, some concerns or high: "
                  + table.text(row, column));
    };
  }
}
