package org.winnow.citation.format;

import java.util.List;
import java.util.stream.Collectors;

/** Cells that a spreadsheet would take for formulas. */
public final class CsvCells {
  private static final String SIGNS = "=+-@\t\r＝＋－＠";

  private CsvCells() {}

  static boolean isGuarded(String cell) {
    return cell.length() > 1 && cell.charAt(0) == '\'' && startsFormula(cell.substring(1));
  }

  /** Whether the first character, after quotes and blanks, would begin a formula. */
  private static boolean startsFormula(String cell) {
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (SIGNS.indexOf(c) >= 0) {
        return true;
      }
      if (c != ' ' && c != '"' && c != '\'' && c != '\u3000' && c != '\u00A0') {
        return false;
      }
    }
    return false;
  }

  /** A row as it is written. */
  public static String row(List<String> values) {
    return values.stream().map(CsvCells::written).collect(Collectors.joining(","));
  }

  /** The cell as it is written: guarded, in quotes. */
  static String written(String value) {
    String cell = startsFormula(value) ? "'" + value : value;
    return cell.isEmpty() ? "" : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
