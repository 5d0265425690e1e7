package org.winnow.metaanalysis;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Heterogeneity by Cochran's Q, and intervals for τ² and I².
 *
 * @param q Σ(y−θ)²/v around an estimate θ
 * @param df estimable studies less one
 */
public record Heterogeneity(double q, double df) {

  /** Q of the studies around a pooled estimate. */
  public static Heterogeneity around(EffectSizes studies, double estimate) {
    double q = 0;
    for (int i = 0; i < studies.count(); i++) {
      double d = studies.estimate(i) - estimate;
      q += d * d / studies.variance(i);
    }
    return new Heterogeneity(q, studies.count() - 1);
  }

  public double pValue() {
    return Distributions.chiSquaredAbove(q, df);
  }

  /** I² = 100(Q−df)/Q in percent, not below 0; 0 for Q = 0. */
  public double iSquared() {
    return iSquaredFromQ(q, df);
  }

  static double iSquaredFromQ(double q, double df) {
    return q <= 0 || df <= 0 ? 0 : Math.max(0, 100 * (q - df) / q);
  }

  /** H² = Q/df, not truncated; empty for one study. */
  public OptionalDouble hSquared() {
    return df > 0 ? OptionalDouble.of(q / df) : OptionalDouble.empty();
  }

  /**
   * H (not below 1) and the test-based interval of Higgins and Thompson 2002 for it: ln H ± z·SE,
   * SE = ½(ln Q − ln(k−1))/(√(2Q) − √(2k−3)) for Q > k, else √(1/(2(k−2))·(1 − 1/(3(k−2)²))). The
   * interval of I² = (H²−1)/H² follows. Needs two studies, and three where Q is not above k.
   */
  public Optional<HigginsThompson> higginsThompson(double level) {
    double k = df + 1;
    if (df < 1) {
      return Optional.empty();
    }
    double h = Math.sqrt(q / df);
    double se;
    if (q > k) {
      se = (Math.log(q) - Math.log(df)) / (2 * (Math.sqrt(2 * q) - Math.sqrt(2 * k - 3)));
    } else {
      if (df < 2) {
        return Optional.empty();
      }
      se = Math.sqrt(1 / (2 * (k - 2)) * (1 - 1 / (3 * (k - 2) * (k - 2))));
    }
    double width = Distributions.normalQuantile((1 + level) / 2) * se;
    double logH = Math.log(Math.max(1, h));
    return Optional.of(
        new HigginsThompson(
            Math.max(1, h),
            new Interval(
                Math.max(1, Math.exp(logH - width)), Math.max(1, Math.exp(logH + width)))));
  }

  /** H and its interval, with I² of both in percent. */
  public record HigginsThompson(double h, Interval interval) {
    public Interval iSquaredInterval() {
      return new Interval(iSquaredOf(interval.lower()), iSquaredOf(interval.upper()));
    }

    private static double iSquaredOf(double h) {
      return 100 * (h * h - 1) / (h * h);
    }
  }

  static Interval qProfile(EffectSizes studies, double[][] columns, double level) {
    double df = studies.count() - columns.length;
    return new Interval(
        whereQMeets(studies, columns, Distributions.chiSquaredQuantile((1 + level) / 2, df)),
        whereQMeets(studies, columns, Distributions.chiSquaredQuantile((1 - level) / 2, df)));
  }

  private static double whereQMeets(EffectSizes studies, double[][] columns, double target) {
    double[] v = studies.rawVariances();
    double start = v[0];
    for (double value : v) {
      start = Math.min(start, value);
    }
    return Roots.falling(
            t -> BetweenStudyVariance.generalisedQ(studies, columns, t) - target, start)
        .orElse(0);
  }
}
