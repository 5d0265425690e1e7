package org.winnow.metaanalysis;

/**
 * How a model is fitted.
 *
 * @param tauSquared the estimator of the between-study variance
 * @param inference how intervals and tests are made
 * @param level confidence level in (0, 1)
 * @param weighting what weighs a study in the pooled estimate
 */
public record ModelOptions(
    TauSquaredEstimator tauSquared, Inference inference, double level, Weighting weighting) {

  /** What weighs a study. */
  public enum Weighting {
    /** 1/(v+τ²). */
    INVERSE_VARIANCE,
    /** 1/v, with the random-effects variance of that mean (as IVhet and Henmi-Copas use). */
    FIXED_EFFECT,
    /** All studies alike. */
    EQUAL
  }

  public ModelOptions {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("A confidence level lies between 0 and 1: " + level);
    }
  }

  /** Inverse-variance weights and 95 % intervals. */
  public static ModelOptions of(TauSquaredEstimator tauSquared, Inference inference) {
    return new ModelOptions(tauSquared, inference, 0.95, Weighting.INVERSE_VARIANCE);
  }

  public ModelOptions withLevel(double other) {
    return new ModelOptions(tauSquared, inference, other, weighting);
  }

  public ModelOptions withWeighting(Weighting other) {
    return new ModelOptions(tauSquared, inference, level, other);
  }

  public ModelOptions withInference(Inference other) {
    return new ModelOptions(tauSquared, other, level, weighting);
  }

  public ModelOptions withTauSquared(TauSquaredEstimator other) {
    return new ModelOptions(other, inference, level, weighting);
  }
}
