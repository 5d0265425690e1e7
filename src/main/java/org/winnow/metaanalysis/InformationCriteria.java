package org.winnow.metaanalysis;

import java.util.Optional;

/**
 * Fit of a model by its likelihood: −2·logarithm plus a penalty on the parameters m (the
 * coefficients, and τ² unless effects are equal). n is k for ML and equal effects, k − p for REML.
 *
 * @param logLikelihood of the estimates
 * @param deviance −2·log-likelihood; relative to the saturated model except for REML
 * @param aic Akaike: −2l + 2m
 * @param bic Schwarz: −2l + m·ln n
 * @param aicc Hurvich and Tsai: −2l + 2m·n/(n−m−1), n not below m + 2
 */
public record InformationCriteria(
    double logLikelihood, double deviance, double aic, double bic, double aicc) {

  static Optional<InformationCriteria> of(MixedModel model) {
    TauSquaredEstimator estimator = model.options().tauSquared();
    boolean equal = estimator == TauSquaredEstimator.EE;
    if (!equal && !estimator.likelihood()) {
      return Optional.empty();
    }
    boolean restricted = estimator == TauSquaredEstimator.REML;
    int k = model.studyCount();
    int p = model.coefficientCount();
    if (k <= p && !equal) {
      return Optional.empty();
    }
    double l =
        BetweenStudyVariance.logLikelihood(
            model.studies(), model.columns(), model.tauSquared().value(), restricted);
    if (model.options().weighting() != ModelOptions.Weighting.INVERSE_VARIANCE) {
      l += otherWeights(model);
    }
    double deviance = -2 * l;
    if (!restricted) {
      double saturated = -k * Math.log(2 * Math.PI) / 2;
      for (double v : model.studies().rawVariances()) {
        saturated -= Math.log(v) / 2;
      }
      deviance += 2 * saturated;
    }
    int m = p + (equal ? 0 : 1);
    double n = restricted ? k - p : k;
    double capped = Math.max(n, m + 2);
    return Optional.of(
        new InformationCriteria(
            l,
            deviance,
            -2 * l + 2 * m,
            -2 * l + m * Math.log(n),
            -2 * l + 2 * m * capped / (capped - m - 1)));
  }

  /** What the likelihood loses by coefficients that do not maximise it. */
  private static double otherWeights(MixedModel model) {
    double tau2 = model.tauSquared().value();
    double least = BetweenStudyVariance.generalisedQ(model.studies(), model.columns(), tau2);
    double[] residuals = model.residuals();
    double own = 0;
    for (int i = 0; i < residuals.length; i++) {
      own += residuals[i] * residuals[i] / (model.studies().variance(i) + tau2);
    }
    return (least - own) / 2;
  }
}
