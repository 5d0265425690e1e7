package org.winnow.analysis.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Columns separated by tabs, to paste into programs whose files are not public, such as
 * Comprehensive Meta-Analysis and MetaXL, in an order that is chosen.
 */
public final class TabSeparated {
  private TabSeparated() {}

  /** The usual order: the study, the subgroup if there is one, and the data. */
  public static List<String> usual(ReviewAnalyses.Outcome outcome) {
    List<String> columns = new ArrayList<>(List.of("study"));
    if (!outcome.subgroups().isEmpty()) {
      columns.add(ReviewAnalyses.SUBGROUP);
    }
    columns.addAll(outcome.data().columns());
    return columns;
  }

  /**
   * The rows that are switched on.
   *
   * @param columns study, year, trial, subgroup, outcome, comparison, or a column of the data
   * @throws IllegalArgumentException for a column that is none of these
   */
  public static String write(
      ReviewAnalyses.Comparison comparison, ReviewAnalyses.Outcome outcome, List<String> columns) {
    Tables.Writing table = new Tables.Writing(columns, false, '\t');
    for (ReviewAnalyses.Row row : outcome.rows()) {
      if (row.included()) {
        Map<String, String> cells = new HashMap<>();
        for (String column : columns) {
          cells.put(column, cell(comparison, outcome, row, column));
        }
        table.row(cells);
      }
    }
    return table.text();
  }

  private static String cell(
      ReviewAnalyses.Comparison comparison,
      ReviewAnalyses.Outcome outcome,
      ReviewAnalyses.Row row,
      String column) {
    return switch (column) {
      case "study" -> row.study();
      case "year" -> row.year();
      case "trial" -> row.trial();
      case ReviewAnalyses.SUBGROUP -> row.subgroup();
      case "outcome" -> outcome.name();
      case "comparison" -> comparison.name();
      default -> {
        if (!outcome.data().columns().contains(column)
            && !outcome.data().shown().contains(column)) {
          throw new IllegalArgumentException("No column " + column);
        }
        Double value = row.values().get(column);
        yield value == null ? "" : Numbers.text(value);
      }
    };
  }
}
