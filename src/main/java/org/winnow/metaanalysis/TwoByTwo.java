package org.winnow.metaanalysis;

/**
 * Events and non-events in two arms. Cells may be fractions: continuity corrections, split controls
 * and cluster-corrected counts are.
 *
 * @param a events in the first (experimental) arm
 * @param b the others in the first arm
 * @param c events in the second (control) arm
 * @param d the others in the second arm
 */
public record TwoByTwo(double a, double b, double c, double d) {
  public TwoByTwo {
    if (!(a >= 0 && b >= 0 && c >= 0 && d >= 0) || Double.isInfinite(a + b + c + d)) {
      throw new IllegalArgumentException(
          "Cells must be counts from 0: " + a + ", " + b + ", " + c + ", " + d);
    }
  }

  /**
   * From events and totals of the arms.
   *
   * @throws IllegalArgumentException for negative numbers or more events than people
   */
  public static TwoByTwo ofEvents(double events1, double n1, double events2, double n2) {
    if (events1 > n1 || events2 > n2) {
      throw new IllegalArgumentException(
          "More events than people: " + events1 + "/" + n1 + ", " + events2 + "/" + n2);
    }
    return new TwoByTwo(events1, n1 - events1, events2, n2 - events2);
  }

  public double n1() {
    return a + b;
  }

  public double n2() {
    return c + d;
  }

  public double total() {
    return a + b + c + d;
  }

  public double events() {
    return a + c;
  }

  public double nonEvents() {
    return b + d;
  }

  public boolean hasZero() {
    return a == 0 || b == 0 || c == 0 || d == 0;
  }

  public boolean doubleZero() {
    return a == 0 && c == 0;
  }

  public boolean allEvents() {
    return b == 0 && d == 0;
  }

  /** The same number added to all four cells. */
  public TwoByTwo plus(double add) {
    return new TwoByTwo(a + add, b + add, c + add, d + add);
  }

  /** Events and non-events exchanged. */
  public TwoByTwo swapped() {
    return new TwoByTwo(b, a, d, c);
  }

  /** Observed less expected events of the first arm, a − n1·(a+c)/N. */
  public double observedMinusExpected() {
    return a - n1() * events() / total();
  }

  /** The hypergeometric variance n1·n2·(a+c)(b+d)/(N²(N−1)). */
  public double hypergeometricVariance() {
    double n = total();
    return n1() * n2() * events() * nonEvents() / (n * n * (n - 1));
  }
}
