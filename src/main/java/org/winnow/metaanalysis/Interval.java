package org.winnow.metaanalysis;

/** A closed interval; a limit may be infinite, never undefined. */
public record Interval(double lower, double upper) {
  public Interval {
    if (Double.isNaN(lower) || Double.isNaN(upper)) {
      throw new IllegalArgumentException("An interval needs two limits");
    }
  }

  /** The interval of the given half width around a centre. */
  public static Interval around(double centre, double halfWidth) {
    return new Interval(centre - halfWidth, centre + halfWidth);
  }
}
