package org.winnow.citation.format;

import java.util.ArrayList;
import java.util.List;

/**
 * The columns of a table, for a person to say what they mean.
 *
 * @param columns in the order of the table
 * @param known whether some line was known for a header; otherwise the names are of the line that
 *     most looks like one
 * @param authorSeparator what stands between two authors, as was said; empty when it is found out
 */
public record TableColumns(List<Column> columns, boolean known, String authorSeparator) {
  /** Rows that are looked at for samples. */
  static final int ROWS = 20;

  private static final int SAMPLES = 3;

  /**
   * One column.
   *
   * @param name its name as the table gives it
   * @param field what it is read into
   * @param samples at most 3 different values of it, each of at most 200 characters
   */
  public record Column(String name, TableField field, List<String> samples) {}

  static TableColumns of(CsvColumns header, boolean known, List<List<String>> rows) {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < header.size(); i++) {
      int column = i;
      List<String> samples =
          rows.stream()
              .filter(row -> column < row.size() && !row.get(column).isBlank())
              .map(row -> TableHead.excerpt(row.get(column)))
              .distinct()
              .limit(SAMPLES)
              .toList();
      columns.add(new Column(Texts.oneLine(header.header().get(i)), header.field(i), samples));
    }
    return new TableColumns(List.copyOf(columns), known, header.authorSeparator());
  }

  /** The same columns, read into the fields named; all others stay as they are. */
  public ColumnMapping mapping() {
    return new ColumnMapping(
        columns.stream().map(Column::name).toList(),
        columns.stream().map(Column::field).toList(),
        authorSeparator);
  }
}
