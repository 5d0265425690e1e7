package org.winnow.figure;

/** A piece of text in one style; never holds a line break or a character that XML refuses. */
public record Run(String text, TextStyle style) {
  public Run {
    text =
        text.codePoints()
            .map(Run::harmless)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
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
