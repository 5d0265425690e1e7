package org.winnow.analysis;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Study data with named columns; problems name the row and the column. */
public final class StudyTable {
  private final Set<String> columns = new TreeSet<>();
  private final List<Map<String, String>> rows;

  private StudyTable(List<Map<String, String>> rows) {
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("No study in the table");
    }
    this.rows = rows;
    rows.forEach(row -> columns.addAll(row.keySet()));
  }

  /**
   * @param rows each with its values by the names of the columns; a column may lack in some
   * @throws IllegalArgumentException when there is none
   */
  public static StudyTable of(List<Map<String, String>> rows) {
    return new StudyTable(List.copyOf(rows));
  }

  /**
   * Reads a CSV table with a head.
   *
   * @throws IllegalArgumentException when no row stands below the head
   */
  public static StudyTable read(Reader file) throws IOException {
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
      List<Map<String, String>> rows = new ArrayList<>();
      reader.forEach(row -> rows.add(row.getFieldsAsMap()));
      return new StudyTable(rows);
    }
  }

  int size() {
    return rows.size();
  }

  boolean has(String... names) {
    return columns.containsAll(Set.of(names));
  }

  String text(int row, String column) {
    if (!columns.contains(column)) {
      throw new IllegalArgumentException("No column " + column);
    }
    return rows.get(row).getOrDefault(column, "").strip();
  }

  boolean missing(int row, String... names) {
    for (String name : names) {
      String value = text(row, name);
      if (value.isEmpty() || value.equals("NA")) {
        return true;
      }
    }
    return false;
  }

  double number(int row, String column) {
    String value = text(row, column);
    double number;
    try {
      number = Double.parseDouble(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          at(row, column)
              + (value.contains(",") ? "write decimals with a point: " : "no number: ")
              + value);
    }
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException(at(row, column) + "not finite: " + value);
    }
    return number;
  }

  boolean numeric(String column) {
    for (int i = 0; i < size(); i++) {
      if (!missing(i, column) && !text(i, column).matches("[-+]?[0-9.]+([eE][-+]?[0-9]+)?")) {
        return false;
      }
    }
    return true;
  }

  /** What a row gives, with its number in the message when it is refused. */
  <T> T row(int row, Function<double[], T> make, String... names) {
    double[] values = new double[names.length];
    for (int i = 0; i < names.length; i++) {
      values[i] = number(row, names[i]);
    }
    try {
      return make.apply(values);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("Row " + (row + 1) + ": " + e.getMessage(), e);
    }
  }

  private static String at(int row, String column) {
    return "Row " + (row + 1) + ", " + column + ": ";
  }
}
