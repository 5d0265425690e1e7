package org.winnow.figure.plot;

import java.util.List;
import org.winnow.figure.Colour;

/** Colours of plots that tell things apart, also for the colour-blind and in grey. */
public final class Palette {
  /** Series in their order; after the last one the first comes again, with another symbol. */
  private static final List<Colour> SERIES =
      List.of(
          new Colour("series-1", 0x0b5c63, 1),
          new Colour("series-2", 0xb4531f, 1),
          new Colour("series-3", 0x5a4a9c, 1),
          new Colour("series-4", 0x6c7a1e, 1),
          new Colour("series-5", 0xa3326b, 1));

  /** From the lightest to the darkest. */
  private static final List<Colour> DENSITY =
      List.of(
          new Colour("density-1", 0xc9e0e1, 1),
          new Colour("density-2", 0x92c1c4, 1),
          new Colour("density-3", 0x559ba0, 1),
          new Colour("density-4", 0x1f747b, 1),
          new Colour("density-5", 0x073f45, 1));

  /** Areas of significance; the innermost one is as the page. */
  private static final List<Colour> SHADES =
      List.of(
          new Colour("funnel-shade-1", 0xe9edf0, 1),
          new Colour("funnel-shade-2", 0xcfd7dd, 1),
          new Colour("funnel-shade-3", 0xb2bec8, 1));

  /** What is pointed out among others. */
  public static final Colour FLAG = new Colour("plot-flag", 0xb3261e, 1);

  /** The band of a confidence interval. */
  public static final Colour BAND = new Colour("plot-band", 0xbcd9db, 1);

  /** The wider band of prediction. */
  public static final Colour WIDE_BAND = new Colour("plot-wide-band", 0xe4f0f1, 1);

  private Palette() {}

  public static Colour series(int index) {
    return SERIES.get(index % SERIES.size());
  }

  public static int densities() {
    return DENSITY.size();
  }

  /**
   * @param step from 0 to {@link #densities()} − 1
   */
  public static Colour density(int step) {
    return DENSITY.get(step);
  }

  /** Of the area outside so many contours, from none. */
  public static Colour shade(int outside) {
    return outside == 0
        ? Colour.SURFACE
        : SHADES.get(Math.clamp((long) SHADES.size() - outside, 0, SHADES.size() - 1));
  }
}
