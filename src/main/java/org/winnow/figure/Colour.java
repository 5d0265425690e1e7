package org.winnow.figure;

/**
 * A colour by the name of the design token that a page may set, and what it is where no page does.
 *
 * @param token the CSS custom property without its dashes
 * @param rgb red, green and blue, a byte each
 * @param opacity 1 covers, 0 does not show
 */
public record Colour(String token, int rgb, double opacity) {
  public static final Colour SURFACE = new Colour("surface", 0xffffff, 1);
  public static final Colour SUNKEN = new Colour("sunken", 0xf2f0ea, 1);
  public static final Colour INK = new Colour("ink", 0x1f2321, 1);
  public static final Colour INK_2 = new Colour("ink-2", 0x545a57, 1);
  public static final Colour LINE_STRONG = new Colour("line-strong", 0xb9b3a5, 1);
  public static final Colour ACCENT = new Colour("accent", 0x0b5c63, 1);
  public static final Colour ACCENT_SOFT = new Colour("accent-soft", 0xe1eff0, 1);
  public static final Colour EXCLUDE = new Colour("exclude", 0x9c3d20, 1);

  public Colour faint(double opacity) {
    return new Colour(token, rgb, opacity);
  }

  /** As CSS writes it, such as {@code #0b5c63}. */
  String hex() {
    return String.format("#%06x", rgb);
  }
}
