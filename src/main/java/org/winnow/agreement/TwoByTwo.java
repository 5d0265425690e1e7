package org.winnow.agreement;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What two screeners said of the same items, when there are two things to say.
 *
 * @param both both included
 * @param first only the first included
 * @param second only the second included
 * @param neither both excluded
 */
public record TwoByTwo(long both, long first, long second, long neither) {
  public TwoByTwo {
    if (both < 0 || first < 0 || second < 0 || neither < 0) {
      throw new IllegalArgumentException("a count below 0");
    }
  }

  public long items() {
    return both + first + second + neither;
  }

  /** The same as a table of any number of classes: included before excluded. */
  public CrossTable table() {
    return new CrossTable(new long[][] {{both, first}, {second, neither}});
  }

  /** (a - d) / n, from -1 (all excluded) to 1 (Byrt, Bishop and Carlin 1993). */
  public OptionalDouble prevalenceIndex() {
    return ratio(both - neither, items());
  }

  /** (b - c) / n: above 0 when the first includes more often (Byrt, Bishop and Carlin 1993). */
  public OptionalDouble biasIndex() {
    return ratio(first - second, items());
  }

  /**
   * 2a / (2a + b + c), the chance that one includes what the other included (Cicchetti and
   * Feinstein 1990); undefined when nobody included anything. The interval is Wilson's of a / (a +
   * b + c), of which it is a rising function.
   */
  public Optional<Estimate> positiveAgreement() {
    return specific(both);
  }

  /** 2d / (2d + b + c), the same for exclusions. */
  public Optional<Estimate> negativeAgreement() {
    return specific(neither);
  }

  /**
   * McNemar's exact test of whether one includes more often than the other: the two-sided
   * probability of the b + c differences falling so unevenly by chance. Undefined without
   * differences.
   */
  public OptionalDouble mcNemarExact() {
    long differences = first + second;
    if (differences == 0) {
      return OptionalDouble.empty();
    }
    double logTerm = -differences * Math.log(2);
    double tail = 0;
    for (long i = 0; i <= Math.min(first, second); i++) {
      tail += Math.exp(logTerm);
      logTerm += Math.log((double) (differences - i) / (i + 1));
    }
    return OptionalDouble.of(Math.min(1, 2 * tail));
  }

  /** McNemar's chi-squared, (b - c)² / (b + c), without continuity correction. */
  public OptionalDouble mcNemarChiSquared() {
    long difference = first - second;
    return ratio(difference * difference, first + second);
  }

  private Optional<Estimate> specific(long agreed) {
    long counted = agreed + first + second;
    if (counted == 0) {
      return Optional.empty();
    }
    Interval shares = Interval.wilson(agreed, counted);
    return Optional.of(
        Estimate.within(
            2.0 * agreed / (agreed + counted),
            new Interval(twice(shares.low()), twice(shares.high()))));
  }

  private static double twice(double share) {
    return 2 * share / (1 + share);
  }

  private static OptionalDouble ratio(double part, long whole) {
    return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of(part / whole);
  }
}
