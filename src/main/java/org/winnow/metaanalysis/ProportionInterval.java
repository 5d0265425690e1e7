package org.winnow.metaanalysis;

import org.apache.commons.statistics.distribution.BetaDistribution;

/** Confidence intervals of x events in n people, within [0, 1]. */
public enum ProportionInterval {
  /** Clopper and Pearson: exact. */
  CLOPPER_PEARSON,
  /** Wilson's score interval. */
  WILSON,
  /** Wilson's with continuity correction (Newcombe 1998). */
  WILSON_CORRECTED,
  /** Agresti and Coull. */
  AGRESTI_COULL,
  /** The simple approximation p ± z√(p(1−p)/n). */
  SIMPLE,
  /** The simple one with continuity correction, 1/(2n) more. */
  SIMPLE_CORRECTED;

  private static final int STEPS = 200;

  /** The interval. */
  public Interval of(double x, double n, double level) {
    double z = Distributions.normalQuantile((1 + level) / 2);
    double p = x / n;
    double q = 1 - p;
    double z2 = z * z;
    Interval raw =
        switch (this) {
          case CLOPPER_PEARSON ->
              new Interval(
                  x == 0 ? 0 : betaQuantile(x, n - x + 1, (1 - level) / 2),
                  x == n ? 1 : betaQuantile(x + 1, n - x, (1 + level) / 2));
          case WILSON -> {
            double half = z / (1 + z2 / n) * Math.sqrt(p * q / n + z2 / (4 * n * n));
            yield Interval.around((p + z2 / (2 * n)) / (1 + z2 / n), half);
          }
          case WILSON_CORRECTED ->
              new Interval(
                  (2 * x + z2 - 1 - z * root(z2 - 2 - 1 / n + 4 * p * (n * q + 1)))
                      / (2 * (n + z2)),
                  (2 * x + z2 + 1 + z * root(z2 + 2 - 1 / n + 4 * p * (n * q - 1)))
                      / (2 * (n + z2)));
          case AGRESTI_COULL -> {
            double centre = (x + z2 / 2) / (n + z2);
            yield Interval.around(centre, z * Math.sqrt(centre * (1 - centre) / (n + z2)));
          }
          case SIMPLE -> Interval.around(p, z * Math.sqrt(p * q / n));
          case SIMPLE_CORRECTED -> Interval.around(p, z * Math.sqrt(p * q / n) + 1 / (2 * n));
        };
    return new Interval(Math.max(0, raw.lower()), Math.min(1, raw.upper()));
  }

  private static double root(double x) {
    return Math.sqrt(Math.max(0, x));
  }

  private static double betaQuantile(double a, double b, double p) {
    BetaDistribution beta = BetaDistribution.of(a, b);
    double x = beta.inverseCumulativeProbability(p);
    for (int i = 0; i < STEPS; i++) {
      double step =
          p < 0.5
              ? (beta.cumulativeProbability(x) - p) / beta.density(x)
              : (1 - p - beta.survivalProbability(x)) / beta.density(x);
      if (!(Math.abs(step) > Math.ulp(x)) || x - step <= 0 || x - step >= 1) {
        return x;
      }
      x -= step;
    }
    return x;
  }
}
