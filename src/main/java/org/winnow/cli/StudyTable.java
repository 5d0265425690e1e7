package org.winnow.cli;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Study data from a CSV file with named columns; problems name the row and the column. */
final class StudyTable {
  private final Set<String> columns = new TreeSet<>();
  private final List<NamedCsvRecord> rows = new ArrayList<>();

  static StudyTable read(Path file) throws IOException {
    StudyTable table = new StudyTable();
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : reader) {
        table.columns.addAll(row.getHeader());
        table.rows.add(row);
      }
    }
    if (table.rows.isEmpty()) {
      throw new IllegalArgumentException("No study in " + file);
    }
    return table;
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
    return rows.get(row).getField(column).strip();
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
