package org.winnow.metaanalysis;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** Intervals of τ² from the exact distribution of a generalised Q with fixed weights. */
public enum GeneralisedQ {
  /** Weights 1/√v (Jackson 2013). */
  JACKSON,
  /** Weights 1/v (Biggerstaff and Jackson 2008). */
  BIGGERSTAFF_JACKSON;

  private double[] weights(EffectSizes studies) {
    return Arrays.stream(studies.rawVariances())
        .map(v -> this == JACKSON ? 1 / Math.sqrt(v) : 1 / v)
        .toArray();
  }

  /** The τ² at which the observed Q lies at the tails of its distribution; 0 where none does. */
  public Interval interval(EffectSizes studies, double level) {
    double[] a = weights(studies);
    double q =
        new WeightedFit(studies.rawEstimates(), BetweenStudyVariance.intercept(studies.count()), a)
            .residualSumOfSquares();
    if (q == 0) {
      return new Interval(0, 0);
    }
    DoubleUnaryOperator below =
        tau2 -> {
          double[] v = Arrays.stream(studies.rawVariances()).map(x -> x + tau2).toArray();
          return QuadraticForm.below(QuadraticForm.weights(a, v), q);
        };
    double tail = (1 - level) / 2;
    double start = Arrays.stream(studies.rawVariances()).min().orElseThrow();
    return new Interval(
        Roots.falling(t -> below.applyAsDouble(t) - (1 - tail), start).orElse(0),
        Roots.falling(t -> below.applyAsDouble(t) - tail, start).orElse(0));
  }
}
