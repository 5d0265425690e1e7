package org.winnow.metaanalysis;

import java.util.Optional;

/** Intervals in which the true effect of a new study is expected, estimate ± q·sqrt(τ²+SE²). */
public enum PredictionInterval {
  /** q from the distribution of the confidence interval: normal for Wald, else t on k − p. */
  FOLLOWS_INFERENCE,
  /** q normal. */
  NORMAL,
  /** q from t on k − p degrees of freedom (Veroniki 2019). */
  T_RESIDUAL,
  /** q from t on k − p − 1 degrees of freedom (Higgins, Thompson and Spiegelhalter 2009). */
  T_RESIDUAL_LESS_ONE,
  /** q normal, and only τ: as if the mean were known. */
  TAU_ONLY;

  Optional<Interval> of(MixedModel model, double estimate, double variance) {
    int residual = model.studyCount() - model.coefficientCount();
    double df =
        switch (this) {
          case FOLLOWS_INFERENCE -> model.degreesOfFreedom();
          case NORMAL, TAU_ONLY -> Double.POSITIVE_INFINITY;
          case T_RESIDUAL -> residual;
          case T_RESIDUAL_LESS_ONE -> residual - 1;
        };
    if (df < 1) {
      return Optional.empty();
    }
    double own = this == TAU_ONLY ? 0 : variance;
    double q = Distributions.tQuantile((1 + model.options().level()) / 2, df);
    return Optional.of(Interval.around(estimate, q * Math.sqrt(model.tauSquared().value() + own)));
  }
}
