package org.winnow.citation.format;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a person says the columns of a table mean. By names it holds for tables whose header reads
 * exactly so, and for no other; by place it holds for the table that it was said of, which has no
 * header.
 *
 * @param header the columns' names in order, without nameless ones at the end; their numbers, from
 *     1, when they are told by place
 * @param fields what each column is read into, nameless ones at the end among them; {@link
 *     TableField#NONE} keeps a column as it is
 * @param authorSeparator what stands between two authors in a cell; empty to find that out
 * @param byPlace whether the first row is a record already
 */
public record ColumnMapping(
    List<String> header, List<TableField> fields, String authorSeparator, boolean byPlace) {
  /** Nothing was said: columns are known by their names. */
  public static final ColumnMapping NONE = new ColumnMapping(List.of(), List.of(), "");

  /**
   * @throws IllegalArgumentException when not every column has one field
   */
  public ColumnMapping {
    header = plain(header);
    if (header.size() > fields.size()) {
      throw new IllegalArgumentException(
          header.size() + " columns are not mapped by " + fields.size() + " fields");
    }
    fields = List.copyOf(fields);
  }

  /** By the columns' names. */
  public ColumnMapping(List<String> header, List<TableField> fields, String authorSeparator) {
    this(header, fields, authorSeparator, false);
  }

  /** By the columns' places in a table without header. */
  public static ColumnMapping byPlace(List<TableField> fields, String authorSeparator) {
    List<String> numbers =
        IntStream.rangeClosed(1, fields.size()).mapToObj(Integer::toString).toList();
    return new ColumnMapping(numbers, fields, authorSeparator, true);
  }

  public boolean isNone() {
    return fields.isEmpty();
  }

  /** Whether a table with these column names is the one spoken of. */
  public boolean isFor(List<String> names) {
    return !byPlace && !isNone() && header.equals(plain(names));
  }

  /**
   * The same, but for the column of that name. A field has one column then: another one that was
   * read into it is kept as it is.
   */
  public ColumnMapping with(String column, TableField field) {
    List<TableField> changed = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      TableField was = fields.get(i) == field ? TableField.NONE : fields.get(i);
      changed.add(i < header.size() && header.get(i).equals(column) ? field : was);
    }
    return with(changed);
  }

  /** The same, but for the column in that place, from 0; otherwise like {@link #with}. */
  public ColumnMapping withPlace(int column, TableField field) {
    List<TableField> changed = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      TableField was = fields.get(i) == field ? TableField.NONE : fields.get(i);
      changed.add(i == column ? field : was);
    }
    return with(changed);
  }

  private ColumnMapping with(List<TableField> changed) {
    List<String> names = new ArrayList<>(header);
    while (names.size() < changed.size()) {
      names.add("");
    }
    return new ColumnMapping(names, changed, authorSeparator, byPlace);
  }

  /** Names as they are compared: without blanks around them and without empty ones at the end. */
  private static List<String> plain(List<String> names) {
    int size = names.size();
    while (size > 0 && names.get(size - 1).isBlank()) {
      size--;
    }
    return names.subList(0, size).stream().map(Texts::oneLine).toList();
  }
}
