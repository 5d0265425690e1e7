package org.winnow.metaanalysis;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What each study does to the pooled effect: models without it, and the case diagnostics of
 * Viechtbauer and Cheung 2010.
 */
public final class Influence {
  private Influence() {}

  /** The pooled models without each study in turn; empty for a single study. */
  public static List<MixedModel> leaveOneOut(EffectSizes studies, ModelOptions options) {
    List<MixedModel> out = new ArrayList<>();
    if (studies.count() > 1) {
      for (int i = 0; i < studies.count(); i++) {
        out.add(MixedModel.pool(studies.without(i), options));
      }
    }
    return out;
  }

  /** The pooled models of the first 1, 2, … studies in the given order. */
  public static List<MixedModel> cumulative(
      EffectSizes studies, int[] order, ModelOptions options) {
    List<MixedModel> out = new ArrayList<>();
    for (int n = 1; n <= order.length; n++) {
      int[] first = java.util.Arrays.copyOf(order, n);
      out.add(MixedModel.pool(studies.at(first), options));
    }
    return out;
  }

  /**
   * The diagnostics of one study.
   *
   * @param residual deleted residual, y − μ without the study
   * @param residualError its standard error
   * @param dffits change of the fitted value in standard errors
   * @param cooksDistance change of the estimate, squared, in variances
   * @param covarianceRatio variance without the study over variance with it
   * @param tauSquaredDeleted τ² without the study
   * @param qDeleted Q without the study
   * @param hat leverage
   * @param weightPercent weight
   * @param dfbetas change of the estimate in standard errors with τ² as without the study
   * @param flagged |DFFITS| &gt; 3√(p/(k−p)), lower tail of χ²(p) at Cook's distance above ½, hat
   *     above 3p/k, or |DFBETAS| above 1
   */
  public record Case(
      double residual,
      double residualError,
      double dffits,
      double cooksDistance,
      double covarianceRatio,
      double tauSquaredDeleted,
      double qDeleted,
      double hat,
      double weightPercent,
      double dfbetas,
      boolean flagged) {

    /** The studentised deleted residual; empty for 0/0. */
    public OptionalDouble studentised() {
      double z = residual / residualError;
      return Double.isNaN(z) ? OptionalDouble.empty() : OptionalDouble.of(z);
    }
  }

  /** Diagnoses the studies of a pooled model of at least two studies. */
  public static List<Case> diagnose(MixedModel model) {
    EffectSizes studies = model.studies();
    int k = studies.count();
    List<MixedModel> without = leaveOneOut(studies, model.options());
    double variance = model.covariance()[0][0];
    double[] hat = model.hatValues();
    double[] weights = model.weightsPercent();
    List<Case> out = new ArrayList<>(without.size());
    for (int i = 0; i < without.size(); i++) {
      MixedModel less = without.get(i);
      double tau2 = less.tauSquared().value();
      double scale = less.scale();
      double change = model.estimate() - less.estimate();
      double v = studies.variance(i);
      double residual = studies.estimate(i) - less.estimate();
      double deletedVariance = less.covariance()[0][0];
      double sum = 0;
      for (int j = 0; j < k; j++) {
        sum += 1 / (studies.variance(j) + tau2);
      }
      double dffits = change / Math.sqrt(scale * hat[i] * (tau2 + v));
      double dfbetas = change / Math.sqrt(scale / sum);
      double cook = change * change / variance;
      boolean flagged =
          Math.abs(dffits) > 3 * Math.sqrt(1.0 / (k - 1))
              || Distributions.chiSquaredBelow(cook, 1) > 0.5
              || hat[i] > 3.0 / k
              || Math.abs(dfbetas) > 1;
      out.add(
          new Case(
              Math.abs(residual) < 100 * Math.ulp(1.0) ? 0 : residual,
              Math.sqrt(v * scale + deletedVariance + tau2 * scale),
              dffits,
              cook,
              deletedVariance / variance,
              tau2,
              less.residualQ(),
              hat[i],
              weights[i],
              dfbetas,
              flagged));
    }
    return out;
  }

  /** The errors of internally standardised residuals y − μ: sqrt((v+τ²)(1−h)). */
  public static double[] standardisedErrors(MixedModel model) {
    double[] errors = model.hatValues();
    for (int i = 0; i < errors.length; i++) {
      errors[i] =
          Math.sqrt((model.studies().variance(i) + model.tauSquared().value()) * (1 - errors[i]));
    }
    return errors;
  }

  /**
   * The best linear unbiased prediction of a study's true effect: λy + (1−λ)μ with λ = τ²/(τ²+v),
   * variance λv + (1−λ)²·Var(μ).
   */
  public static PooledEffect shrunken(MixedModel model, int i) {
    double v = model.studies().variance(i);
    double tau2 = model.tauSquared().value();
    double lambda = tau2 / (tau2 + v);
    return new PooledEffect(
        lambda * model.studies().estimate(i) + (1 - lambda) * model.estimate(),
        Math.sqrt(lambda * v + (1 - lambda) * (1 - lambda) * model.covariance()[0][0]));
  }
}
