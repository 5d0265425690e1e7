package org.winnow.analysis.exchange;

import java.util.Map;
import java.util.Optional;

/** Numbers as files write them. */
final class Numbers {
  private Numbers() {}

  /** The shortest text that is read back as the same number, without ".0". */
  static String text(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return value == 0 ? "0" : Long.toString((long) value);
    }
    return Double.toString(value);
  }

  /** The text of a named number; empty where there is none. */
  static String text(Map<String, Double> numbers, String name) {
    Double value = numbers.get(name);
    return value == null ? "" : text(value);
  }

  /** The number of a text without blanks around it; empty for an empty text. */
  static Optional<Double> of(String text) {
    String stripped = text.strip();
    if (stripped.isEmpty() || stripped.equals("#N/A") || stripped.equals("NA")) {
      return Optional.empty();
    }
    double value;
    try {
      value = Double.parseDouble(stripped);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          stripped.contains(",")
              ? "write decimals with a point: " + stripped
              : "no number: " + stripped,
          e);
    }
    // Java's parser takes 1d, 0x1p3 and NaN too.
    if (!stripped.matches("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?")) {
      throw new IllegalArgumentException("no number: " + stripped);
    }
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("not finite: " + stripped);
    }
    return Optional.of(value);
  }
}
