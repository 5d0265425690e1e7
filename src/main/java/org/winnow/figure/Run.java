package org.winnow.figure;

/** A piece of text in one style; never holds a line break or a character that XML refuses. */
public record Run(String text, TextStyle style) {
  public Run {
    text = harmless(text);
  }

  /** The text without control characters and broken surrogates, which no writer could write. */
  static String harmless(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints().map(Run::harmless).forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private static int harmless(int codePoint) {
    if (Character.isISOControl(codePoint)) {
      return ' ';
    }
    boolean broken =
        Character.getType(codePoint) == Character.SURROGATE || (codePoint & 0xfffe) == 0xfffe;
    return broken ? '�' : codePoint;
  }
}
