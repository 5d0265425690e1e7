package org.winnow.synthesis;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * A number of the table as somebody typed or pasted it.
 *
 * @param typed what stood there
 * @param value the same with a point and plain digits; what stood there when it is no number
 */
record Cell(String typed, String value, State state) {
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?");
  private static final Pattern DECIMAL_COMMA = Pattern.compile("[-+]?[0-9]*,[0-9]+");

  /** 1,234 may be a thousand or a little more than one. */
  private static final Pattern TWO_MEANINGS = Pattern.compile("[-+]?[1-9][0-9]{0,2},[0-9]{3}");

  enum State {
    EMPTY,
    NUMBER,
    NOT_A_NUMBER,
    TWO_MEANINGS,
    NOT_FINITE
  }

  static Cell of(String typed) {
    String plain = plain(typed);
    if (plain.isEmpty() || plain.equalsIgnoreCase("NA")) {
      return new Cell(typed, "", State.EMPTY);
    }
    if (TWO_MEANINGS.matcher(plain).matches()) {
      return new Cell(typed, typed.strip(), State.TWO_MEANINGS);
    }
    if (DECIMAL_COMMA.matcher(plain).matches()) {
      plain = plain.replace(',', '.');
    }
    if (!NUMBER.matcher(plain).matches()) {
      return new Cell(typed, typed.strip(), State.NOT_A_NUMBER);
    }
    return Double.isInfinite(Double.parseDouble(plain))
        ? new Cell(typed, typed.strip(), State.NOT_FINITE)
        : new Cell(typed, plain, State.NUMBER);
  }

  /** Full-width digits, the minus signs of typesetters and the raised point of some journals. */
  private static String plain(String typed) {
    return Normalizer.normalize(typed, Normalizer.Form.NFKC)
        .strip()
        .replace('\u00b7', '.')
        .replaceFirst("^[\u2212\u2013\u2012\u2010\u2011]", "-");
  }

  /** Whether the number was read from something that is spelt otherwise. */
  boolean wasRespelt() {
    return state == State.NUMBER && !value.equals(typed.strip());
  }

  double number() {
    return Double.parseDouble(value);
  }
}
