package org.winnow.citation.format;

import java.util.List;

/** Lists as they are written into one place. */
final class ListCells {
  private ListCells() {}

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
