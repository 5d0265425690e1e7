package org.winnow.flow;

import java.util.Locale;

/** A sum that is written down while it is worked out. */
final class Formula {
  private final StringBuilder text = new StringBuilder();
  private int value;

  Formula() {}

  Formula(int first) {
    plus(first);
  }

  Formula plus(int number) {
    return term(" + ", number, number);
  }

  Formula minus(int number) {
    return term(text.isEmpty() ? "−" : " − ", number, -number);
  }

  /** What waits is written only while something waits. */
  Formula minusPending(int number) {
    return number == 0 ? this : minus(number);
  }

  private Formula term(String sign, int number, int change) {
    if (!text.isEmpty() || change < 0) {
      text.append(sign);
    }
    text.append(written(number));
    value += change;
    return this;
  }

  int value() {
    return value;
  }

  /** The whole equation, such as {@code 52 − 10 = 42}, or {@code 52 − 10 = 42 ≠ 41}. */
  String equalTo(int stated) {
    String left = text.isEmpty() ? "0" : text.toString();
    String sum = left.equals(written(value)) ? left : left + " = " + written(value);
    if (value != stated) {
      return sum + " ≠ " + written(stated);
    }
    return sum.equals(left) ? left + " = " + written(stated) : sum;
  }

  /** As an upper bound, such as {@code 7,938 − 7,891 = 47 < 52}. */
  String comparedWith(int stated) {
    String left = text.isEmpty() ? "0" : text.toString();
    String sum = left.equals(written(value)) ? left : left + " = " + written(value);
    return sum + (value < stated ? " < " : value == stated ? " = " : " > ") + written(stated);
  }

  static String written(int number) {
    return String.format(Locale.ROOT, "%,d", number).replace('-', '−');
  }
}
