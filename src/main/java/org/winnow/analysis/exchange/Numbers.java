package org.winnow.analysis.exchange;

import java.util.Map;
import java.util.Optional;
import org.winnow.figure.Wording;

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

  /** A number that cannot be read, in both languages. */
  static final class Wrong extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient Wording words;

    Wrong(String en, String zh) {
      super(en);
      words = new Wording(en, zh);
    }

    /** The same with the column that it stands in. */
    Wrong(String column, Wrong of) {
      this(column + ": " + of.words.en(), column + "：" + of.words.zh());
    }
  }

  /** What is wrong, with whom it is about. */
  static Wording about(String place, IllegalArgumentException e) {
    return new Wording(place + ": " + words(e).en(), place + "：" + words(e).zh());
  }

  /** What is wrong in a column that it names, with whom it is about. */
  static Wording within(String place, IllegalArgumentException e) {
    return new Wording(place + ", " + words(e).en(), place + "，" + words(e).zh());
  }

  private static Wording words(IllegalArgumentException e) {
    return e instanceof Wrong wrong ? wrong.words : Wording.same(String.valueOf(e.getMessage()));
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
      throw stripped.contains(",")
          ? new Wrong("write decimals with a point: " + stripped, "小数请用小数点：" + stripped)
          : noNumber(stripped);
    }
    // Java's parser takes 1d, 0x1p3 and NaN too.
    if (!stripped.matches("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?")) {
      throw noNumber(stripped);
    }
    if (!Double.isFinite(value)) {
      throw new Wrong("not finite: " + stripped, "不是有限的数：" + stripped);
    }
    return Optional.of(value);
  }

  private static Wrong noNumber(String text) {
    return new Wrong("no number: " + text, "不是数字：" + text);
  }
}
