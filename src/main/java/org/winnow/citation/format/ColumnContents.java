package org.winnow.citation.format;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** What the columns of a table hold, judged by their cells. */
final class ColumnContents {
  /** Shortest mean length of an abstract, in characters; cells come cut to 200. */
  private static final int ABSTRACT = 150;

  private ColumnContents() {}

  /** Values that no header has, and that a column has in every row. */
  private enum Kind {
    TEXT,
    LONG_TEXT,
    DOI,
    LINK,
    YEAR,
    DATE,
    NUMBER;

    static Kind of(String cell) {
      String value = Texts.trim(cell);
      if (value.length() > 100) {
        return LONG_TEXT;
      }
      if (Texts.startsWithIgnoreCase(value, "http://")
          || Texts.startsWithIgnoreCase(value, "https://")) {
        return Identifiers.doiOfLink(value).isEmpty() ? LINK : DOI;
      }
      if (value.indexOf(' ') < 0 && !Identifiers.doi(value).isEmpty()) {
        return DOI;
      }
      if (Texts.isDigits(value)) {
        return value.length() == 4 && Identifiers.year(value) > 1500 ? YEAR : NUMBER;
      }
      return Identifiers.year(value) > 0 && value.length() <= 11 && hasNoWord(value) ? DATE : TEXT;
    }

    private static boolean hasNoWord(String value) {
      return value.chars().noneMatch(Character::isLetter);
    }
  }

  /**
   * Whether the first row of a table is a record like those below it: one of its cells is a year, a
   * number, a DOI, a link or a long text, and so are most in that column.
   */
  static boolean isRecord(List<String> first, List<List<String>> below) {
    int told = 0;
    int alike = 0;
    for (int i = 0; i < first.size(); i++) {
      int column = i;
      Kind kind = Kind.of(first.get(i));
      if (kind == Kind.TEXT) {
        continue;
      }
      told++;
      List<String> cells = filled(below, column);
      long same = cells.stream().filter(cell -> Kind.of(cell) == kind).count();
      alike += !cells.isEmpty() && same * 2 > cells.size() ? 1 : 0;
    }
    return alike > 0 || below.isEmpty() && told > 1;
  }

  /**
   * What each column is most likely read into; {@link TableField#NONE} where nothing tells. No
   * field is named twice.
   */
  static List<TableField> fields(List<List<String>> rows, int width) {
    List<List<String>> columns = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      columns.add(filled(rows, i));
    }
    List<TableField> fields = new ArrayList<>(Collections.nCopies(width, TableField.NONE));
    take(TableField.DOI, columns, fields, cell -> Kind.of(cell) == Kind.DOI);
    take(TableField.URL, columns, fields, cell -> Kind.of(cell) == Kind.LINK);
    take(
        TableField.YEAR,
        columns,
        fields,
        cell -> Kind.of(cell) == Kind.YEAR || Kind.of(cell) == Kind.DATE);
    take(
        TableField.PMID,
        columns,
        fields,
        cell -> Kind.of(cell) == Kind.NUMBER && cell.length() >= 7 && cell.length() <= 8);
    take(
        TableField.PAGES,
        columns,
        fields,
        cell -> cell.matches("[A-Za-z]?\\d+\\s?[-–]\\s?[A-Za-z]?\\d+"));
    most(
        TableField.ABSTRACT,
        columns,
        fields,
        cells -> length(cells) >= ABSTRACT ? length(cells) : 0);
    take(TableField.AUTHORS, columns, fields, ColumnContents::isNames);
    most(TableField.TITLE, columns, fields, cells -> words(cells) >= 3 ? length(cells) : 0);
    take(TableField.JOURNAL, columns, fields, ColumnContents::isJournal);
    return List.copyOf(fields);
  }

  private static List<String> filled(List<List<String>> rows, int column) {
    return rows.stream()
        .filter(row -> column < row.size())
        .map(row -> Texts.trim(row.get(column)))
        .filter(cell -> !cell.isEmpty())
        .toList();
  }

  /** Gives the field to the first column, not taken yet, of which most cells fit. */
  private static void take(
      TableField field,
      List<List<String>> columns,
      List<TableField> fields,
      Predicate<String> fits) {
    for (int i = 0; i < columns.size(); i++) {
      List<String> cells = columns.get(i);
      if (fields.get(i) == TableField.NONE
          && !cells.isEmpty()
          && cells.stream().filter(fits).count() * 2 > cells.size()) {
        fields.set(i, field);
        return;
      }
    }
  }

  /** Gives the field to the column, not taken yet, that has most of something, but more than 0. */
  private static void most(
      TableField field,
      List<List<String>> columns,
      List<TableField> fields,
      ToDoubleFunction<List<String>> measure) {
    int best = -1;
    double most = 0;
    for (int i = 0; i < columns.size(); i++) {
      double here = fields.get(i) == TableField.NONE ? measure.applyAsDouble(columns.get(i)) : 0;
      if (here > most) {
        best = i;
        most = here;
      }
    }
    if (best >= 0) {
      fields.set(best, field);
    }
  }

  private static double length(List<String> cells) {
    return cells.stream().mapToInt(String::length).average().orElse(0);
  }

  /** Words of a cell on average; two characters of Chinese script count as one. */
  private static double words(List<String> cells) {
    return cells.stream()
        .mapToDouble(
            cell ->
                Texts.hasHan(cell)
                    ? cell.chars().filter(c -> Texts.isWide((char) c)).count() / 2.0
                    : cell.split("\\s+").length)
        .average()
        .orElse(0);
  }

  /** A list of names, or one name with a comma or initials. */
  private static boolean isNames(String cell) {
    List<String> parts =
        Names.ofLine(cell.endsWith("…") ? cell.substring(0, cell.length() - 1) : cell);
    if (Texts.hasHan(cell)) {
      return Names.split(cell, ";；,，、 ").stream()
          .allMatch(part -> part.length() >= 2 && part.length() <= 4);
    }
    return parts.stream()
        .allMatch(
            part ->
                part.length() <= 40
                    && Character.isUpperCase(part.codePointAt(0))
                    && (parts.size() > 1 && isCapitalised(part)
                        || Names.familyFirst(part).indexOf(',') > 0
                            && part.split("\\s+").length <= 5));
  }

  private static boolean isCapitalised(String part) {
    for (String word : part.split("[\\s,.-]+")) {
      if (word.length() > 3 && !Character.isUpperCase(word.codePointAt(0))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isJournal(String cell) {
    return cell.chars().anyMatch(Character::isLetter) && cell.indexOf(';') < 0 && cell.length() > 3;
  }
}
