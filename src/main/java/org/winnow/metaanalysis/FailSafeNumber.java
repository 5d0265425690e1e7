package org.winnow.metaanalysis;

/** How many studies without an effect would take the result away: rough, but often asked for. */
public final class FailSafeNumber {
  private static final double ALPHA = 0.05;

  private FailSafeNumber() {}

  /** The number of studies, and what it rests on. */
  public record Result(double studies, double estimate, double pValue) {}

  /** The next whole number from 0, but not for what rounding adds to a whole one. */
  private static double whole(double number) {
    return Math.ceil(Math.max(0, number * (1 - 1e-9)));
  }

  /** Rosenthal 1979: until Stouffer's summed z is no longer significant (one-sided 5 %). */
  public static Result rosenthal(EffectSizes studies) {
    int k = studies.count();
    double sum = 0;
    for (int i = 0; i < k; i++) {
      sum += studies.estimate(i) / studies.standardError(i);
    }
    double z = Math.abs(sum / Math.sqrt(k));
    double ratio = z / Distributions.normalQuantile(1 - ALPHA);
    return new Result(
        whole(k * ratio * ratio - k), sum / Math.sqrt(k), Distributions.normalAbove(z));
  }

  /** Orwin 1983, weighted: until the fixed effect is at the target; infinite for a target of 0. */
  public static Result orwin(EffectSizes studies, double target) {
    PooledInterval fixed = PooledInterval.classic(studies, 0, 0.95);
    double mean = fixed.estimate();
    double number =
        target == 0 || Math.signum(target) != Math.signum(mean)
            ? Double.POSITIVE_INFINITY
            : whole(studies.count() * (mean - target) / target);
    return new Result(number, mean, fixed.pValue());
  }

  /** Rosenberg 2005: until the fixed effect is no longer significant (two-sided 5 %). */
  public static Result rosenberg(EffectSizes studies) {
    PooledInterval fixed = PooledInterval.classic(studies, 0, 0.95);
    double weights = 1 / (fixed.standardError() * fixed.standardError());
    double critical = fixed.estimate() * weights / Distributions.normalQuantile(1 - ALPHA / 2);
    double number = whole(studies.count() * (critical * critical - weights) / weights);
    return new Result(number, fixed.estimate(), fixed.pValue());
  }

  /**
   * The general method of Viechtbauer (metafor): studies without an effect, of typical precision
   * and as heterogeneous as the others, are added to the random-effects model (REML) until it is no
   * longer significant (two-sided 5 %). τ² grows by the squares between the two kinds of studies.
   */
  public static Result general(EffectSizes studies) {
    MixedModel model =
        MixedModel.pool(studies, ModelOptions.of(TauSquaredEstimator.REML, Inference.WALD));
    double p = model.pValue(0).orElse(1);
    if (p >= ALPHA) {
      return new Result(0, model.estimate(), p);
    }
    long low = 0;
    long high = 1;
    while (pValueWith(model, high) < ALPHA && high < Integer.MAX_VALUE) {
      low = high;
      high *= 2;
    }
    while (high - low > 1) {
      long middle = (low + high) / 2;
      if (pValueWith(model, middle) < ALPHA) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return new Result(high, model.estimate(), p);
  }

  private static double pValueWith(MixedModel model, long added) {
    EffectSizes studies = model.studies();
    double k = studies.count();
    double n = added;
    double tau2 = model.tauSquared().value();
    double mean = model.estimate();
    double wider = ((k - 1 + n) * tau2 + k * n / (k + n) * mean * mean) / (k + n);
    double weights = n / (model.typicalVariance() + wider);
    double sum = 0;
    for (int i = 0; i < studies.count(); i++) {
      double w = 1 / (studies.variance(i) + wider);
      weights += w;
      sum += w * studies.estimate(i);
    }
    return Distributions.normalTwoSided(sum / Math.sqrt(weights));
  }
}
