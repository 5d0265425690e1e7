package org.winnow.citation.format;

import java.util.ArrayList;
import java.util.List;

/** Looks at the first characters of a file. */
final class Heads {
  private Heads() {}

  /** The first lines that are not blank, whatever ends them. */
  static List<String> lines(String head, int most) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    int length = head.length();
    while (start < length && lines.size() < most) {
      int end = start;
      while (end < length && head.charAt(end) != '\n' && head.charAt(end) != '\r') {
        end++;
      }
      String line = head.substring(start, Math.min(end, start + 2000));
      if (!line.isBlank()) {
        lines.add(line.charAt(0) == '\uFEFF' ? line.substring(1) : line);
      }
      start = end + 1;
    }
    return lines;
  }
}
