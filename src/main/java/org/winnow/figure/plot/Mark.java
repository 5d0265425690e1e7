package org.winnow.figure.plot;

import java.util.List;
import java.util.Optional;

/** What a row shows in the plot, in values of the axis; limits may be infinite. */
public sealed interface Mark {

  /** No mark. */
  record Nothing() implements Mark {}

  /**
   * A study: its interval and a square.
   *
   * @param weight 0 or more; the area of the square is in proportion to it
   */
  record Square(double estimate, double lower, double upper, double weight) implements Mark {}

  /**
   * A pooled effect, as wide as its interval.
   *
   * @param prediction a thin bar below it
   */
  record Diamond(double estimate, double lower, double upper, Optional<Bar> prediction)
      implements Mark {
    public Diamond(double estimate, double lower, double upper) {
      this(estimate, lower, upper, Optional.empty());
    }
  }

  /**
   * An interval without an estimate, such as that of prediction.
   *
   * @param density of what lies in it and beyond, from left to right; empty for none
   */
  record Bar(double lower, double upper, List<Slice> density) implements Mark {
    public Bar {
      density = List.copyOf(density);
    }

    public Bar(double lower, double upper) {
      this(lower, upper, List.of());
    }
  }

  /**
   * A part of a strip whose darkness is a density.
   *
   * @param share of the greatest density, from 0 to 1
   */
  record Slice(double from, double to, double share) {}
}
