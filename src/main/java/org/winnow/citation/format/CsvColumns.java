package org.winnow.citation.format;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Which column of a table means what, by the names in its header. */
final class CsvColumns {
  private final List<String> header;
  private final Map<TableField, List<Integer>> places = new EnumMap<>(TableField.class);
  private final boolean[] taken;

  private final ColumnMapping mapping;

  CsvColumns(List<String> header) {
    this(header, ColumnMapping.NONE);
  }

  /** Columns as a person has said what they mean, or else by their names. */
  static CsvColumns of(List<String> header, ColumnMapping mapping) {
    return new CsvColumns(header, mapping.isFor(header) ? mapping : ColumnMapping.NONE);
  }

  /** The columns of a table without header; they are called by their numbers. */
  static CsvColumns byPlace(ColumnMapping mapping) {
    return new CsvColumns(
        mapping.header().stream().map(number -> "Column " + number).toList(), mapping);
  }

  private CsvColumns(List<String> header, ColumnMapping mapping) {
    this.header = header;
    this.mapping = mapping;
    this.taken = new boolean[Math.max(header.size(), mapping.fields().size())];
    if (mapping.isNone()) {
      guess();
    } else {
      for (int i = 0; i < mapping.fields().size(); i++) {
        places.computeIfAbsent(mapping.fields().get(i), _ -> new ArrayList<>()).add(i);
      }
      places.remove(TableField.NONE);
    }
    places.values().forEach(found -> found.forEach(i -> taken[i] = true));
  }

  private void guess() {
    List<String> plain = header.stream().map(CsvColumns::plain).toList();
    for (TableField field : TableField.values()) {
      List<Integer> found = new ArrayList<>();
      for (String name : field.names()) {
        for (int i = 0; i < plain.size(); i++) {
          if (plain.get(i).equals(name) && !found.contains(i)) {
            found.add(i);
          }
        }
      }
      places.put(field, found);
    }
    if (plain.contains("pagecount") && plain.contains("srcdatabase来源库")) {
      places.put(TableField.PAGE_COUNT, List.of());
    }
    if (plain.contains("ut") && plain.contains("de") && plain.contains("id")) {
      // Web of Science's table: ID is its own keywords.
      places.put(TableField.INDEX_TERMS, List.of(plain.indexOf("id")));
    }
    if (plain.contains("covidence")) {
      // Covidence's tags are the team's labels, not the article's keywords.
      places.computeIfPresent(
          TableField.KEYWORDS,
          (_, found) -> found.stream().filter(i -> !plain.get(i).equals("tags")).toList());
    }
  }

  /** The field that a column is read into. */
  TableField field(int column) {
    for (Map.Entry<TableField, List<Integer>> place : places.entrySet()) {
      if (place.getValue().contains(column)) {
        return place.getKey();
      }
    }
    return TableField.NONE;
  }

  List<String> header() {
    return header;
  }

  boolean isSaid() {
    return !mapping.isNone();
  }

  /** What stands between authors; empty when that is to be found out. */
  String authorSeparator() {
    return mapping.authorSeparator();
  }

  /** A column's name without case, blanks and signs. */
  static String plain(String name) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        plain.append(Character.toLowerCase(c));
      }
    }
    return plain.toString();
  }

  boolean has(TableField field) {
    return !places.getOrDefault(field, List.of()).isEmpty();
  }

  /** Number of fields of a citation that the header names. */
  int known() {
    int known = 0;
    for (TableField field : TableField.values()) {
      known += has(field) ? 1 : 0;
    }
    return known;
  }

  /** Whether this may be the header of a table of records. */
  boolean isHeader() {
    if (isSaid()) {
      return true;
    }
    boolean named =
        has(TableField.TITLE)
            || has(TableField.DOI)
            || has(TableField.PMID)
            || has(TableField.ABSTRACT);
    return named && known() >= 2;
  }

  int size() {
    return taken.length;
  }

  boolean names(String column) {
    return header.stream().anyMatch(name -> plain(name).equals(column));
  }

  boolean isLink(int column) {
    return column < header.size() && plain(header.get(column)).contains("link");
  }

  /** The first of the columns with that meaning that is filled in this row. */
  String value(List<String> row, TableField field) {
    for (int place : places.getOrDefault(field, List.of())) {
      if (place < row.size() && !row.get(place).isEmpty()) {
        return row.get(place);
      }
    }
    return "";
  }

  /** All filled columns with that meaning. */
  List<String> values(List<String> row, TableField field) {
    List<String> values = new ArrayList<>();
    for (int place : places.getOrDefault(field, List.of())) {
      if (place < row.size() && !row.get(place).isEmpty()) {
        values.add(row.get(place));
      }
    }
    return values;
  }

  /** Hands the columns that mean nothing here to the draft, by their names. */
  void others(List<String> row, CitationDraft draft) {
    for (int i = 0; i < row.size() && i < header.size(); i++) {
      if (!taken[i] && !row.get(i).isEmpty()) {
        draft.other(header.get(i), row.get(i));
      }
    }
  }
}
