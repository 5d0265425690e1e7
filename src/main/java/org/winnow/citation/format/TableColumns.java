package org.winnow.citation.format;

import java.util.ArrayList;
import java.util.List;

/**
 * The columns of a table, for a person to say what they mean.
 *
 * @param columns in the order of the table
 * @param known whether some line was known for a header, or a person has said what the columns are
 * @param named whether the names are those of a header; otherwise they are the cells of the first
 *     row, which looks like a record
 * @param authorSeparator what stands between two authors, as was said; empty when it is found out
 */
public record TableColumns(
    List<Column> columns, boolean known, boolean named, String authorSeparator) {
  /** Rows that are looked at for samples. */
  static final int ROWS = 20;

  private static final int SAMPLES = 3;

  /**
   * One column.
   *
   * @param name its cell in the header, or in the first row if there is no header
   * @param field what it is read into
   * @param alike what its cells look like, the first row's among them; a guess for tables without
   *     header
   * @param samples at most 3 different values below that row, each of at most 200 characters
   */
  public record Column(String name, TableField field, TableField alike, List<String> samples) {}

  /**
   * @param first the header, or the first record
   * @param rows some rows below it
   * @param width how many columns the table has, at least as many as its first row
   */
  static TableColumns of(
      List<String> first,
      CsvColumns read,
      boolean known,
      boolean named,
      List<List<String>> rows,
      int width) {
    List<List<String>> records = new ArrayList<>(rows);
    if (!named) {
      records.addFirst(first);
    }
    List<TableField> alike = ColumnContents.fields(records, width);
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      int column = i;
      List<String> samples =
          rows.stream()
              .filter(row -> column < row.size() && !row.get(column).isBlank())
              .map(row -> TableHead.excerpt(row.get(column)))
              .distinct()
              .limit(SAMPLES)
              .toList();
      String name = i < first.size() ? Texts.oneLine(first.get(i)) : "";
      columns.add(new Column(name, read.field(i), alike.get(i), samples));
    }
    return new TableColumns(List.copyOf(columns), known, named, read.authorSeparator());
  }

  /** The same columns, read into the fields named; all others stay as they are. */
  public ColumnMapping mapping() {
    return mapping(named);
  }

  /**
   * The same columns, read into the fields named.
   *
   * @param header whether the row that the names are of is a header
   */
  public ColumnMapping mapping(boolean header) {
    List<TableField> fields = columns.stream().map(Column::field).toList();
    if (header) {
      return new ColumnMapping(
          columns.stream().map(Column::name).toList(), fields, authorSeparator);
    }
    // What a column was known for by its name means nothing when that name is a record's.
    List<TableField> said = named ? fields.stream().map(_ -> TableField.NONE).toList() : fields;
    return ColumnMapping.byPlace(said, authorSeparator);
  }

  /** The columns by their places, read into what they look like. */
  public ColumnMapping likely() {
    return ColumnMapping.byPlace(columns.stream().map(Column::alike).toList(), authorSeparator);
  }
}
