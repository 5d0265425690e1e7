package org.winnow.citation.format;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The first rows of a table, to find out which of them is its header. */
final class TableHead {
  /** Rows that may stand before the header: Embase writes its search and a dashed line there. */
  static final int ROWS_BEFORE_HEADER = 60;

  /** Characters of a cell that are looked at. */
  private static final int EXCERPT = 200;

  /** Longest name of a column; prose has longer "cells". */
  private static final int LONGEST_NAME = 100;

  /** Codes of the reasons why a table cannot be read before a person says what its columns are. */
  static final String UNKNOWN = "unknown-columns";

  static final String NO_HEADER = "no-column-names";

  private static final char[] SEPARATORS = {',', ';', '\t', '|'};

  private final List<List<String>> rows = new ArrayList<>();
  private final char separator;

  TableHead() {
    this(SEPARATORS[0]);
  }

  private TableHead(char separator) {
    this.separator = separator;
  }

  /** What stands between the columns of a text. */
  char separator() {
    return separator;
  }

  /** Takes up a row; what is long is cut, and blank rows say nothing. */
  void add(List<String> row) {
    if (row.stream().anyMatch(cell -> !cell.isBlank())) {
      rows.add(row.stream().map(TableHead::excerpt).toList());
    }
  }

  boolean isFull() {
    return rows.size() >= ROWS_BEFORE_HEADER + TableColumns.ROWS;
  }

  static String excerpt(String cell) {
    String line = Texts.oneLine(cell);
    return line.length() <= EXCERPT ? line : line.substring(0, EXCERPT) + "…";
  }

  boolean holds(ColumnMapping mapping) {
    return mapping.byPlace() ? firstRow(mapping) >= 0 : header(mapping) >= 0;
  }

  /** Where the records of a table without header begin; -1 when there is none. */
  private int firstRow(ColumnMapping mapping) {
    for (int i = 0; i < rows.size(); i++) {
      if (mayBegin(rows.get(i), mapping)) {
        return i;
      }
    }
    return -1;
  }

  /** Whether a row may be the first record: a line with one cell is a title above the table. */
  static boolean mayBegin(List<String> row, ColumnMapping mapping) {
    return filled(row) >= Math.min(2, mapping.fields().size());
  }

  private int header(ColumnMapping mapping) {
    for (int i = 0; i < Math.min(rows.size(), ROWS_BEFORE_HEADER); i++) {
      if (mapping.isFor(rows.get(i))) {
        return i;
      }
    }
    return -1;
  }

  private int knownHeader() {
    for (int i = 0; i < Math.min(rows.size(), ROWS_BEFORE_HEADER); i++) {
      if (new CsvColumns(rows.get(i)).isHeader()) {
        return i;
      }
    }
    return -1;
  }

  /** The first row that fills nearly as many columns as rows usually do; -1 when none does. */
  private int firstFull() {
    long[] widths = rows.stream().mapToLong(TableHead::filled).sorted().toArray();
    // Not the widest row: that may be one with a separator too many.
    long usual = widths.length == 0 ? 0 : widths[(widths.length - 1) * 3 / 4];
    for (int i = 0; i < Math.min(rows.size(), ROWS_BEFORE_HEADER); i++) {
      long filled = filled(rows.get(i));
      if (filled >= 2 && filled * 5 >= usual * 4) {
        return i;
      }
    }
    return -1;
  }

  private boolean mayBeHeader(int row) {
    List<String> names = rows.get(row).stream().filter(cell -> !cell.isBlank()).toList();
    return row + 1 < rows.size()
        && names.stream().allMatch(name -> name.length() <= LONGEST_NAME)
        && new HashSet<>(names).size() * 2 > names.size();
  }

  private static long filled(List<String> row) {
    return row.stream().filter(cell -> !cell.isBlank()).count();
  }

  /** What the columns are; empty when this is no table. */
  Optional<TableColumns> columns(ColumnMapping mapping) {
    if (mapping.byPlace()) {
      int first = firstRow(mapping);
      return first < 0
          ? Optional.empty()
          : Optional.of(
              columns(first, CsvColumns.byPlace(mapping), true, false, mapping.fields().size()));
    }
    int said = header(mapping);
    int known = said >= 0 ? said : knownHeader();
    if (known >= 0) {
      CsvColumns read = CsvColumns.of(rows.get(known), mapping);
      return Optional.of(columns(known, read, true, true, read.size()));
    }
    int first = firstFull();
    if (first < 0) {
      return Optional.empty();
    }
    boolean record = ColumnContents.isRecord(rows.get(first), below(first));
    if (!record && !mayBeHeader(first)) {
      return Optional.empty();
    }
    // A record's cells may read like names of columns; they mean nothing here.
    CsvColumns read = new CsvColumns(record ? List.of() : rows.get(first));
    return Optional.of(columns(first, read, false, !record, width(first)));
  }

  private TableColumns columns(
      int first, CsvColumns read, boolean known, boolean named, int width) {
    return TableColumns.of(rows.get(first), read, known, named, below(first), width);
  }

  private List<List<String>> below(int row) {
    return rows.subList(row + 1, Math.min(rows.size(), row + 1 + TableColumns.ROWS));
  }

  /** As many columns as most rows have, and no fewer than the first one. */
  private int width(int first) {
    Map<Integer, Long> sizes =
        rows.stream().collect(Collectors.groupingBy(List::size, Collectors.counting()));
    int most =
        sizes.entrySet().stream()
            .max(Map.Entry.<Integer, Long>comparingByValue().thenComparing(Map.Entry::getKey))
            .map(Map.Entry::getKey)
            .orElse(0);
    return Math.max(most, rows.get(first).size());
  }

  /** Whether a file was refused only because nobody has said what its columns are. */
  static boolean isUnknown(UnreadableFile refusal) {
    return refusal.code().equals(UNKNOWN) || refusal.code().equals(NO_HEADER);
  }

  /** Refuses a table whose header says nothing to this reader. */
  static UnreadableFile unknownColumns(TableColumns columns) {
    String names =
        String.join(", ", columns.columns().stream().map(TableColumns.Column::name).toList());
    if (!columns.named()) {
      return new UnreadableFile(
          NO_HEADER,
          "The table has no row of column names; it begins with a record: " + excerpt(names),
          excerpt(names));
    }
    return new UnreadableFile(
        UNKNOWN, "The columns of this table are not known: " + excerpt(names), excerpt(names));
  }

  /** The rows of a text, parted in the way that fits it best. */
  static TableHead of(String text, ColumnMapping mapping) throws IOException {
    if (mapping.byPlace()) {
      return ofWidth(text, mapping.fields().size());
    }
    TableHead best = new TableHead();
    double evenness = 0;
    for (char separator : SEPARATORS) {
      TableHead head = parted(text, separator);
      if (head.holds(mapping)) {
        return head;
      }
      double here = head.knownHeader() >= 0 ? 1 + head.knownColumns() : head.evenness();
      if (here > evenness) {
        best = head;
        evenness = here;
      }
    }
    return best;
  }

  /** The rows of a text, parted so that most of them have that many columns. */
  private static TableHead ofWidth(String text, int width) throws IOException {
    TableHead best = new TableHead();
    long most = -1;
    for (char separator : SEPARATORS) {
      TableHead head = parted(text, separator);
      long fitting = head.rows.stream().filter(row -> row.size() == width).count();
      if (fitting > most) {
        best = head;
        most = fitting;
      }
    }
    return best;
  }

  private static TableHead parted(String text, char separator) throws IOException {
    TableHead head = new TableHead(separator);
    CsvRows rows =
        new CsvRows(
            new Lines(new StringReader(text), Xlsx.NOBODY),
            separator,
            CsvRows.UNKNOWN_WIDTH,
            Xlsx.NOBODY);
    while (!head.isFull() && rows.advance()) {
      head.add(rows.fields());
    }
    return head;
  }

  private int knownColumns() {
    return new CsvColumns(rows.get(knownHeader())).known();
  }

  /** Share of all rows that have as many columns as most; 0 if few of those after the title do. */
  private double evenness() {
    List<List<String>> table = rows.stream().dropWhile(row -> row.size() < 2).toList();
    if (table.size() < 2) {
      return 0;
    }
    double best = 0;
    for (List<String> model : table) {
      long same = table.stream().filter(row -> row.size() == model.size()).count();
      if (model.size() >= 2 && same * 4 >= table.size() * 3L) {
        best = Math.max(best, (double) same / rows.size());
      }
    }
    return best;
  }
}
