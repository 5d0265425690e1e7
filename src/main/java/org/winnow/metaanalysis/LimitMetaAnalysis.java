package org.winnow.metaanalysis;

/**
 * Limit meta-analysis (Rücker 2011): the random-effects model with an effect of small studies, and
 * its expectation for a study of infinite size, adjusted = β + τ·α.
 *
 * @param alpha bias, the intercept of the generalised radial plot
 * @param beta its slope
 * @param qSmall heterogeneity due to small-study effects
 * @param qResidual what is left of it
 * @param gSquared share of heterogeneity left after adjustment, in [0, 1]
 */
public record LimitMetaAnalysis(
    double alpha,
    double beta,
    PooledEffect adjusted,
    double qSmall,
    double qResidual,
    double gSquared) {

  /** Needs three studies and the τ² of a random-effects model. */
  public static LimitMetaAnalysis of(EffectSizes studies, double tau2) {
    int k = studies.count();
    double[] se = new double[k];
    double[] wide = new double[k];
    for (int i = 0; i < k; i++) {
      se[i] = studies.standardError(i);
      wide[i] = Math.sqrt(studies.variance(i) + tau2);
    }
    double[] y = studies.rawEstimates();
    Radial fixed = Radial.of(y, se);
    Radial random = Radial.of(y, wide);
    double tau = Math.sqrt(tau2);
    double[] limit = new double[k];
    for (int i = 0; i < k; i++) {
      limit[i] = random.slope + tau / wide[i] * (y[i] - random.slope);
    }
    Radial last = Radial.of(limit, se);
    double q =
        Heterogeneity.around(studies, PooledInterval.classic(studies, 0, 0.95).estimate()).q();
    return new LimitMetaAnalysis(
        random.intercept,
        random.slope,
        new PooledEffect(random.slope + tau * random.intercept, Math.sqrt(random.variance(tau))),
        q - fixed.residual,
        fixed.residual,
        1 - last.explained);
  }

  /** The line through a radial plot. */
  private record Radial(
      double intercept, double slope, double residual, double explained, double[][] inverse) {
    /** Of slope + τ·intercept, for errors of variance 1. */
    double variance(double tau) {
      return inverse[1][1] + tau * tau * inverse[0][0] + 2 * tau * inverse[0][1];
    }

    static Radial of(double[] y, double[] se) {
      int k = y.length;
      double[] x = new double[k];
      double[] z = new double[k];
      double[] ones = new double[k];
      double mean = 0;
      for (int i = 0; i < k; i++) {
        ones[i] = 1;
        x[i] = 1 / se[i];
        z[i] = y[i] / se[i];
        mean += z[i] / k;
      }
      WeightedFit fit = new WeightedFit(z, new double[][] {ones, x}, ones);
      double total = 0;
      for (double value : z) {
        total += (value - mean) * (value - mean);
      }
      double residual = fit.residualSumOfSquares();
      return new Radial(
          fit.coefficients()[0],
          fit.coefficients()[1],
          residual,
          1 - residual / total,
          fit.inverse());
    }
  }
}
