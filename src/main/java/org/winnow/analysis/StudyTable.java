package org.winnow.analysis;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Study data with named columns; problems name the row and the column. */
public final class StudyTable {
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][-+]?[0-9]+)?");
  private static final Pattern INFINITE =
      Pattern.compile("[-+]?(?:inf|infinity|nan)", Pattern.CASE_INSENSITIVE);
  private final Set<String> columns = new TreeSet<>();
  private final List<Map<String, String>> rows;

  private StudyTable(List<Map<String, String>> rows) {
    if (rows.isEmpty()) {
      throw Refusal.of(RefusalReason.NO_STUDY);
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
   * @throws IllegalArgumentException when no row stands below the head, a row has more or fewer
   *     values than the head, or the file is no CSV
   */
  public static StudyTable read(Reader file) throws IOException {
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
      List<Map<String, String>> rows = new ArrayList<>();
      for (NamedCsvRecord row : reader) {
        if (row.getFieldCount() != row.getHeader().size()) {
          throw Refusal.at(
              rows.size(), RefusalReason.ROW_WIDTH, row.getFieldCount(), row.getHeader().size());
        }
        rows.add(row.getFieldsAsMap());
      }
      return new StudyTable(rows);
    } catch (CsvParseException e) {
      throw Refusal.of(RefusalReason.NO_TABLE, String.valueOf(e.getMessage()));
    }
  }

  /** The rows with their values by the names of the columns. */
  public List<Map<String, String>> rows() {
    return rows;
  }

  int size() {
    return rows.size();
  }

  boolean has(String... names) {
    return columns.containsAll(Set.of(names));
  }

  String text(int row, String column) {
    if (!columns.contains(column)) {
      throw Refusal.of(RefusalReason.NO_COLUMN, column);
    }
    return rows.get(row).getOrDefault(column, "").strip();
  }

  /** Why a row is not pooled, from the column {@code excluded}; empty for one that is. */
  String excluded(int row) {
    return has("excluded") ? text(row, "excluded") : "";
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
    // Java would also take 5d, 0x1p3 and NaN for numbers.
    if (!NUMBER.matcher(value).matches()) {
      RefusalReason reason =
          value.isEmpty()
              ? RefusalReason.NUMBER_MISSING
              : INFINITE.matcher(value).matches()
                  ? RefusalReason.NOT_FINITE
                  : value.contains(",") ? RefusalReason.DECIMAL_POINT : RefusalReason.NO_NUMBER;
      throw Refusal.at(row, column, reason, value);
    }
    double number = Double.parseDouble(value);
    if (!Double.isFinite(number)) {
      throw Refusal.at(row, column, RefusalReason.NOT_FINITE, value);
    }
    return number;
  }

  boolean numeric(String column) {
    for (int i = 0; i < size(); i++) {
      if (!missing(i, column) && !NUMBER.matcher(text(i, column)).matches()) {
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
    } catch (Refusal e) {
      throw Refusal.at(row, e.reason(), e.arguments());
    } catch (IllegalArgumentException e) {
      throw Refusal.from(row, e);
    }
  }

  /** A row by itself, with all columns. */
  StudyTable alone(int row) {
    Map<String, String> cells = new TreeMap<>();
    columns.forEach(column -> cells.put(column, text(row, column)));
    return new StudyTable(List.of(cells));
  }

  /** The same table without what stands in some rows. */
  StudyTable without(List<Integer> blank) {
    List<Map<String, String>> kept = new ArrayList<>(rows);
    Map<String, String> nothing = new TreeMap<>();
    columns.forEach(column -> nothing.put(column, ""));
    blank.forEach(row -> kept.set(row, nothing));
    return new StudyTable(kept);
  }
}
