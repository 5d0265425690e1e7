package org.winnow.citation.format;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** The first rows of a table, to find out which of them is its header. */
final class TableHead {
  /** Rows that may stand before the header: Embase writes its search and a dashed line there. */
  static final int ROWS_BEFORE_HEADER = 60;

  /** Characters of a cell that are looked at. */
  private static final int EXCERPT = 200;

  /** Longest name of a column; prose has longer "cells". */
  private static final int LONGEST_NAME = 100;

  private static final char[] SEPARATORS = {',', ';', '\t', '|'};

  private final List<List<String>> rows = new ArrayList<>();

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
    return header(mapping) >= 0;
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

  /**
   * The first row that names nearly as many columns as rows usually fill; -1 when none looks so.
   */
  private int likeliestHeader() {
    long[] widths = rows.stream().mapToLong(TableHead::filled).sorted().toArray();
    // Not the widest row: that may be one with a separator too many.
    long usual = widths.length == 0 ? 0 : widths[(widths.length - 1) * 3 / 4];
    for (int i = 0; i + 1 < Math.min(rows.size(), ROWS_BEFORE_HEADER); i++) {
      List<String> names = rows.get(i).stream().filter(cell -> !cell.isBlank()).toList();
      if (names.size() >= 2 && names.size() * 5L >= usual * 4) {
        return names.stream().allMatch(name -> name.length() <= LONGEST_NAME)
                && new HashSet<>(names).size() * 2 > names.size()
            ? i
            : -1;
      }
    }
    return -1;
  }

  private static long filled(List<String> row) {
    return row.stream().filter(cell -> !cell.isBlank()).count();
  }

  /** What the columns are; empty when this is no table. */
  Optional<TableColumns> columns(ColumnMapping mapping) {
    int said = header(mapping);
    int known = said >= 0 ? said : knownHeader();
    int header = known >= 0 ? known : likeliestHeader();
    if (header < 0) {
      return Optional.empty();
    }
    int end = Math.min(rows.size(), header + 1 + TableColumns.ROWS);
    return Optional.of(
        TableColumns.of(
            CsvColumns.of(rows.get(header), mapping),
            known >= 0,
            rows.subList(header + 1, Math.max(header + 1, end))));
  }

  /** Refuses a table whose header says nothing to this reader. */
  static UnreadableFile unknownColumns(TableColumns columns) {
    String names =
        String.join(", ", columns.columns().stream().map(TableColumns.Column::name).toList());
    return new UnreadableFile(
        "unknown-columns",
        "The columns of this table are not known: " + excerpt(names),
        excerpt(names));
  }

  /** The rows of a text, parted in the way that fits it best. */
  static TableHead of(String text, ColumnMapping mapping) throws IOException {
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

  private static TableHead parted(String text, char separator) throws IOException {
    TableHead head = new TableHead();
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
