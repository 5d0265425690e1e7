package org.winnow.citation.format;

import java.util.ArrayList;
import java.util.List;

/**
 * What a person says the columns of a table mean. It holds for tables whose header reads exactly
 * so, and for no other.
 *
 * @param header the columns' names, in order
 * @param fields what each of them is read into; {@link TableField#NONE} keeps a column as it is
 * @param authorSeparator what stands between two authors in a cell; empty to find that out
 */
public record ColumnMapping(List<String> header, List<TableField> fields, String authorSeparator) {
  /** Nothing was said: columns are known by their names. */
  public static final ColumnMapping NONE = new ColumnMapping(List.of(), List.of(), "");

  /**
   * @throws IllegalArgumentException when not every column has one field
   */
  public ColumnMapping {
    header = plain(header);
    fields = List.copyOf(fields);
    if (header.size() != fields.size()) {
      throw new IllegalArgumentException(
          header.size() + " columns are not mapped by " + fields.size() + " fields");
    }
  }

  public boolean isNone() {
    return header.isEmpty();
  }

  /** Whether a table with these column names is the one spoken of. */
  public boolean isFor(List<String> names) {
    return !isNone() && header.equals(plain(names));
  }

  /**
   * The same, but for the column of that name. A field has one column then: another one that was
   * read into it is kept as it is.
   */
  public ColumnMapping with(String column, TableField field) {
    List<TableField> changed = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      TableField was = fields.get(i) == field ? TableField.NONE : fields.get(i);
      changed.add(header.get(i).equals(column) ? field : was);
    }
    return new ColumnMapping(header, changed, authorSeparator);
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
