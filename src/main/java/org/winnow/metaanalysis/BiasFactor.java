package org.winnow.metaanalysis;

import org.apache.commons.numbers.gamma.GammaRatio;

/** Hedges' factor that takes the small-sample bias out of a standardised mean difference. */
public final class BiasFactor {
  private BiasFactor() {}

  /** Γ(m/2) / (√(m/2)·Γ((m−1)/2)) for m degrees of freedom; NaN-free only for m > 1. */
  public static double exact(double m) {
    // The ratio at once: logarithms of Γ are large and differ little.
    return m > 1 ? GammaRatio.delta(m / 2, -0.5) / Math.sqrt(m / 2) : Double.NaN;
  }

  /** 1 − 3/(4N−9) for N = m + 2 people: RevMan's approximation. */
  public static double approximate(double m) {
    return 1 - 3 / (4 * m - 1);
  }

  /** 1 − (m−2)/(m·J²): the variance factor of White and Thomas 2005. */
  static double varianceFactor(double m) {
    double j = exact(m);
    return 1 - (m - 2) / (m * j * j);
  }
}
