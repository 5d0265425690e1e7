package org.winnow.metaanalysis;

/**
 * The three-parameter selection model (Vevea and Hedges 1995, Iyengar and Greenhouse 1988): results
 * significant in the expected direction (one-sided P ≤ 0.025) are always published, others δ times
 * as often. Fitted by maximum likelihood.
 */
public final class SelectionModel {
  private static final double STEP = 0.025;

  private static final double LARGEST = 100;
  private static final double LOGIT_OF_ONE = -Math.log(LARGEST - 1);

  private SelectionModel() {}

  /** δ in (0, 100): beyond, the likelihood is flat. */
  private static double bounded(double logit) {
    return LARGEST / (1 + Math.exp(-logit));
  }

  /**
   * The fit.
   *
   * @param estimate of the mean effect before selection
   * @param delta relative publication odds of results that are not significant
   * @param likelihoodRatio against the model without selection, 1 degree of freedom
   */
  public record Result(
      double estimate,
      double standardError,
      double tauSquared,
      double delta,
      double likelihoodRatio) {
    public double pValue() {
      return Distributions.chiSquaredAbove(likelihoodRatio, 1);
    }
  }

  /** Fits the model for effects expected to be positive. */
  public static Result threeParameters(EffectSizes studies) {
    MixedModel plain =
        MixedModel.pool(studies, ModelOptions.of(TauSquaredEstimator.ML, Inference.WALD));
    Likelihood likelihood = new Likelihood(studies);
    double tau2 = Math.max(plain.tauSquared().value(), 1e-8);
    double[] best =
        Minimiser.minimise(
            x -> -likelihood.of(x[0], Math.exp(x[1]), bounded(x[2])),
            new double[] {plain.estimate(), Math.log(tau2), LOGIT_OF_ONE},
            new double[] {plain.standardError(), 1, 1});
    double top = likelihood.of(best[0], Math.exp(best[1]), bounded(best[2]));
    double atZero = Double.NEGATIVE_INFINITY;
    double[] zero = best;
    if (Math.exp(best[1]) < 1e-6 * tau2 || plain.tauSquared().value() == 0) {
      zero =
          Minimiser.minimise(
              x -> -likelihood.of(x[0], 0, bounded(x[1])),
              new double[] {best[0], best[2]},
              new double[] {plain.standardError(), 1});
      atZero = likelihood.of(zero[0], 0, bounded(zero[1]));
    }
    boolean none = atZero >= top - 1e-9;
    double mean = none ? zero[0] : best[0];
    double t = none ? 0 : Math.exp(best[1]);
    double delta = bounded(none ? zero[1] : best[2]);
    double se = standardError(likelihood, mean, t, delta, none);
    double before = plain.informationCriteria().orElseThrow().logLikelihood();
    return new Result(mean, se, t, delta, Math.max(0, 2 * (Math.max(top, atZero) - before)));
  }

  private static double standardError(
      Likelihood likelihood, double mean, double tau2, double delta, boolean none) {
    double[] at = none ? new double[] {mean, delta} : new double[] {mean, tau2, delta};
    double[][] hessian =
        Minimiser.hessian(x -> -likelihood.of(x[0], none ? 0 : x[1], x[x.length - 1]), at);
    return Math.sqrt(Matrices.inverse(hessian)[0][0]);
  }

  private record Likelihood(EffectSizes studies) {
    double of(double mean, double tau2, double delta) {
      double critical = Distributions.normalQuantile(1 - STEP);
      double sum = 0;
      for (int i = 0; i < studies.count(); i++) {
        double se = studies.standardError(i);
        double total = studies.variance(i) + tau2;
        double root = Math.sqrt(total);
        double d = studies.estimate(i) - mean;
        double significant = Distributions.normalAbove((critical * se - mean) / root);
        double kept = significant + delta * (1 - significant);
        boolean published = studies.estimate(i) / se >= critical;
        sum +=
            -Math.log(2 * Math.PI * total) / 2
                - d * d / (2 * total)
                + (published ? 0 : Math.log(delta))
                - Math.log(kept);
      }
      return sum;
    }
  }
}
