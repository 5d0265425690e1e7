package org.winnow.metaanalysis;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Tails and quantiles of the distributions that tests and intervals rest on. Upper tails are
 * computed as such, not as one minus the lower tail, so that P values keep their digits down to
 * 1e-300. Quantiles are polished by Newton steps: the library's own search stops at 1e-9.
 */
public final class Distributions {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
  private static final int NEWTON_STEPS = 4;

  private Distributions() {}

  /** Φ(x), the standard normal distribution function. */
  public static double normalBelow(double x) {
    return NORMAL.cumulativeProbability(x);
  }

  /** 1 − Φ(x), exact in the far tail. */
  public static double normalAbove(double x) {
    return NORMAL.survivalProbability(x);
  }

  /** φ(x), the standard normal density. */
  public static double normalDensity(double x) {
    return NORMAL.density(x);
  }

  /** The x with Φ(x) = p, for p in (0, 1); infinite at 0 and 1. */
  public static double normalQuantile(double p) {
    return p <= 0.5
        ? NORMAL.inverseCumulativeProbability(p)
        : NORMAL.inverseSurvivalProbability(1 - p);
  }

  /** Two-sided P value of a standard normal statistic. */
  public static double normalTwoSided(double z) {
    return Math.min(1, 2 * normalAbove(Math.abs(z)));
  }

  /** Two-sided P value of a t statistic with the given degrees of freedom (> 0). */
  public static double tTwoSided(double t, double df) {
    if (Double.isInfinite(df)) {
      return normalTwoSided(t);
    }
    return Double.isInfinite(t)
        ? 0
        : Math.min(1, 2 * TDistribution.of(df).survivalProbability(Math.abs(t)));
  }

  /** The quantile of Student's t; the normal one for infinite degrees of freedom. */
  public static double tQuantile(double p, double df) {
    if (Double.isInfinite(df)) {
      return normalQuantile(p);
    }
    if (p < 0.5) {
      return -tQuantile(1 - p, df);
    }
    return polished(TDistribution.of(df), p);
  }

  /** Upper tail of χ² with the given degrees of freedom; 1 when there are none. */
  public static double chiSquaredAbove(double x, double df) {
    if (df <= 0) {
      return 1;
    }
    return ChiSquaredDistribution.of(df).survivalProbability(Math.max(0, x));
  }

  /** Lower tail of χ². */
  public static double chiSquaredBelow(double x, double df) {
    return ChiSquaredDistribution.of(df).cumulativeProbability(Math.max(0, x));
  }

  /** The quantile of χ². */
  public static double chiSquaredQuantile(double p, double df) {
    return polished(ChiSquaredDistribution.of(df), p);
  }

  /** Upper tail of F with (df1, df2) degrees of freedom. */
  public static double fAbove(double x, double df1, double df2) {
    return FDistribution.of(df1, df2).survivalProbability(Math.max(0, x));
  }

  /** Lower tail of the gamma distribution. */
  static double gammaBelow(double x, double shape, double scale) {
    return x <= 0 ? 0 : GammaDistribution.of(shape, scale).cumulativeProbability(x);
  }

  private static double polished(ContinuousDistribution distribution, double p) {
    double x = distribution.inverseCumulativeProbability(p);
    for (int i = 0; i < NEWTON_STEPS; i++) {
      double density = distribution.density(x);
      if (!(density > 0) || Double.isInfinite(density)) {
        return x;
      }
      double miss =
          p > 0.5
              ? (1 - p) - distribution.survivalProbability(x)
              : distribution.cumulativeProbability(x) - p;
      double next = x - miss / density;
      if (next == x || Double.isNaN(next) || next <= distribution.getSupportLowerBound()) {
        return x;
      }
      x = next;
    }
    return x;
  }
}
