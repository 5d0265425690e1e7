package org.winnow.figure.plot;

import org.winnow.figure.Colour;

/**
 * How a forest plot looks, apart from its texts.
 *
 * @param square the squares of studies
 * @param rim their outlines
 * @param diamond pooled effects
 * @param diamondRim their outlines
 * @param interval the lines of intervals
 * @param favoursOnTop whether the directions stand above the plot, in bold, or below its axis
 * @param pooledLine whether a dashed line goes up from the last diamond
 * @param striped whether every other study has a background
 * @param grey whether it is printed without colours
 */
public record ForestStyle(
    Colour square,
    Colour rim,
    Colour diamond,
    Colour diamondRim,
    Colour interval,
    boolean favoursOnTop,
    boolean pooledLine,
    boolean striped,
    boolean grey) {
  private static final Colour BLACK = new Colour("forest-black", 0x111111, 1);
  private static final Colour NAVY = new Colour("forest-navy", 0x1d3c6e, 1);
  private static final Colour SKY = new Colour("forest-sky", 0x9cc3e6, 1);
  private static final Colour VIOLET = new Colour("forest-violet", 0x6b58a6, 1);
  private static final Colour STEEL = new Colour("forest-steel", 0x7d93a8, 1);
  private static final Colour GREY = new Colour("forest-grey", 0x6f7478, 1);

  /** Black diamonds; the colour of the squares tells the kind of data. */
  public static ForestStyle revman(Colour square) {
    return new ForestStyle(square, square, BLACK, BLACK, BLACK, false, false, false, false);
  }

  /** Dark blue squares, light blue diamonds, directions on top. */
  public static ForestStyle jama() {
    return new ForestStyle(NAVY, NAVY, SKY, NAVY, BLACK, true, false, false, false);
  }

  /** Violet squares with a white rim. */
  public static ForestStyle bmj() {
    return new ForestStyle(
        VIOLET, Colour.SURFACE, VIOLET, VIOLET, GREY, false, false, false, false);
  }

  /** Grey-blue squares, a dashed line through the pooled effect. */
  public static ForestStyle lancet() {
    return new ForestStyle(STEEL, STEEL, NAVY, NAVY, BLACK, false, true, false, false);
  }

  /** The colours of this program, with striped rows. */
  public static ForestStyle plain() {
    return new ForestStyle(
        Colour.ACCENT,
        Colour.ACCENT,
        Colour.INK,
        Colour.INK,
        Colour.INK_2,
        false,
        true,
        true,
        false);
  }

  /** Grey squares and white diamonds, for print without colours. */
  public static ForestStyle grayscale() {
    return new ForestStyle(GREY, GREY, Colour.SURFACE, BLACK, BLACK, false, true, false, true);
  }
}
