package org.winnow.metaanalysis;

/**
 * The standardised mean difference as the package meta has it: by Hedges, Cohen or Glass, with
 * exact formulas (White and Thomas 2005) or RevMan's approximate ones.
 */
public enum StandardisedDifference {
  HEDGES,
  COHEN,
  GLASS;

  /** The effect of one study. */
  public StudyEffect of(TwoMeans s, boolean exact) {
    double n = s.total();
    double sizes = n / (s.n1() * s.n2());
    double m = this == GLASS ? s.n2() - 1 : n - 2;
    double d = (s.m1() - s.m2()) / (this == GLASS ? s.sd2() : s.pooledSd());
    if (!Double.isFinite(d)) {
      return new StudyEffect.NotEstimable(StudyEffect.Reason.NO_SPREAD);
    }
    return switch (this) {
      case HEDGES -> {
        double g = (exact ? BiasFactor.exact(m) : BiasFactor.approximate(m)) * d;
        yield StudyEffect.of(
            g, sizes + g * g * (exact ? BiasFactor.varianceFactor(m) : 1 / (2 * (n - 3.94))));
      }
      case COHEN -> {
        double g = BiasFactor.exact(m) * d;
        yield StudyEffect.of(
            d, sizes + (exact ? g * g * BiasFactor.varianceFactor(m) : d * d / (2 * n)));
      }
      case GLASS -> StudyEffect.of(d, sizes + d * d / (2 * m));
    };
  }
}
