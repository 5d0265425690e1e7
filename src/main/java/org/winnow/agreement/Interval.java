package org.winnow.agreement;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A confidence interval at the 95 % level.
 *
 * @param low not clipped: an interval by a normal or t quantile may leave the range of its measure
 * @param high not clipped likewise
 */
public record Interval(double low, double high) {
  private static final double TAIL = 0.975;
  private static final double NORMAL =
      NormalDistribution.of(0, 1).inverseCumulativeProbability(TAIL);

  /** Estimate ± 1.96 standard errors. */
  static Interval normal(double value, double standardError) {
    return new Interval(value - NORMAL * standardError, value + NORMAL * standardError);
  }

  /** Estimate ± the t quantile times the standard error. */
  static Interval t(double value, double standardError, int degreesOfFreedom) {
    double quantile = TDistribution.of(degreesOfFreedom).inverseCumulativeProbability(TAIL);
    return new Interval(value - quantile * standardError, value + quantile * standardError);
  }

  /**
   * Wilson's score interval of a proportion (Wilson 1927), which keeps a width when all or none of
   * the trials succeed.
   *
   * @param trials above 0
   */
  static Interval wilson(long successes, long trials) {
    double p = (double) successes / trials;
    double z2 = NORMAL * NORMAL / trials;
    double centre = (p + z2 / 2) / (1 + z2);
    double half = NORMAL * Math.sqrt(p * (1 - p) / trials + z2 / (4 * trials)) / (1 + z2);
    return new Interval(Math.max(0, centre - half), Math.min(1, centre + half));
  }
}
