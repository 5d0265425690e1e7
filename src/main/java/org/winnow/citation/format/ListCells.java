package org.winnow.citation.format;

import java.util.List;
import java.util.Locale;

/** Lists as they are written into one place. */
final class ListCells {
  private ListCells() {}

  /** Longest part of a list that is parted at commas, in characters. */
  private static final int LONGEST = 40;

  /**
   * The values of a line that may be a whole list: parted at semicolons, bars, bullets or Chinese
   * commas; at plain commas only when there are two at least, since one may stand within a value
   * ({@code diabetes mellitus, type 2}).
   */
  static List<String> parts(String line) {
    for (String marks : new String[] {";；", "|", "•·", "，、"}) {
      if (line.chars().anyMatch(c -> marks.indexOf(c) >= 0)) {
        return Names.split(line, marks);
      }
    }
    List<String> parts = Names.split(line, ",");
    return parts.size() >= 3 && parts.stream().noneMatch(ListCells::isPartOfValue)
        ? parts
        : List.of(line);
  }

  private static boolean isPartOfValue(String part) {
    String lower = part.toLowerCase(Locale.ROOT);
    return part.length() > LONGEST || lower.startsWith("and ") || lower.startsWith("or ");
  }

  /** Joined with semicolons; a single value ends with one, so that it is not parted at commas. */
  static String joined(List<String> values) {
    String joined = String.join("; ", values);
    return values.size() == 1 ? joined + ";" : joined;
  }

  /** One value a line; a single one ends with a semicolon where readers part single lines. */
  static List<String> alone(List<String> values) {
    return values.size() == 1 && values.getFirst().indexOf(' ') > 0
        ? List.of(values.getFirst() + ";")
        : values;
  }
}
