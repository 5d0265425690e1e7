package org.winnow.metaanalysis;

import java.util.Arrays;

/**
 * The interval of Henmi and Copas 2010: centred at the fixed-effect mean, which publication bias
 * moves less, with a width from the joint distribution of that mean and τ² (DerSimonian-Laird).
 *
 * @param estimate fixed-effect mean
 * @param standardError of that mean under random effects
 * @param tauSquared by DerSimonian and Laird
 * @param factor half the width of the interval in standard errors
 */
public record HenmiCopas(double estimate, double standardError, double tauSquared, double factor) {
  private static final double FAR = 12;
  private static final int PANELS = 200;
  private static final double[] NODES = {
    0, 0.5384693101056831, -0.5384693101056831, 0.9061798459386640, -0.9061798459386640
  };
  private static final double[] WEIGHTS = {
    0.5688888888888889,
    0.4786286704993665,
    0.4786286704993665,
    0.2369268850561891,
    0.2369268850561891
  };

  public Interval interval() {
    return Interval.around(estimate, factor * standardError);
  }

  /**
   * Needs two studies.
   *
   * @throws ArithmeticException when the variances are too far apart
   */
  public static HenmiCopas of(EffectSizes studies, double level) {
    double tau2 = BetweenStudyVariance.estimate(TauSquaredEstimator.DL, studies).value();
    PooledInterval fixed = PooledInterval.classic(studies, 0, level);
    Moments m = new Moments(studies, tau2);
    double least = 1e-3;
    double most = 10;
    if (!(m.tail(least) > (1 - level) / 2 && m.tail(most) < (1 - level) / 2)) {
      throw new ArithmeticException("The variances are too far apart for this interval");
    }
    double t = Roots.between(x -> m.tail(x) - (1 - level) / 2, least, most);
    double sd = Math.sqrt(m.vr);
    return new HenmiCopas(fixed.estimate(), Math.sqrt(m.vr / m.w1), tau2, sd * t);
  }

  /** Conditional mean and variance of Q, and the tail probability of the pivot. */
  private static final class Moments {
    final double k;
    final double tau2;
    final double w1;
    final double w2;
    final double w3;
    final double w4;
    final double vr;

    Moments(EffectSizes studies, double tau2) {
      this.tau2 = tau2;
      k = studies.count();
      double[] w = BetweenStudyVariance.weights(studies.rawVariances(), 0);
      w1 = Arrays.stream(w).sum();
      w2 = Arrays.stream(w).map(x -> x * x).sum() / w1;
      w3 = Arrays.stream(w).map(x -> x * x * x).sum() / w1;
      w4 = Arrays.stream(w).map(x -> x * x * x * x).sum() / w1;
      vr = 1 + tau2 * w2;
    }

    double mean(double r) {
      return k - 1 + tau2 * (w1 - w2) + tau2 * tau2 * (r * r / (vr * vr) - 1 / vr) * (w3 - w2 * w2);
    }

    double variance(double r) {
      double bend = r * r / (vr * vr) - 1 / vr;
      double c = w3 - w2 * w2;
      return 2 * (k - 1)
          + 4 * tau2 * (w1 - w2)
          + 2 * tau2 * tau2 * (w1 * w2 - 2 * w3 + w2 * w2)
          + 4 * tau2 * tau2 * bend * c
          + 4 * tau2 * tau2 * tau2 * bend * (w4 - 2 * w2 * w3 + w2 * w2 * w2)
          + 2 * tau2 * tau2 * tau2 * tau2 * (1 / (vr * vr) - 2 * r * r / (vr * vr * vr)) * c * c;
    }

    /** P of a mean further than x (in its standard errors under the interval's construction). */
    double tail(double x) {
      double high = Math.max(FAR, x + FAR);
      double width = (high - x) / PANELS;
      double sum = 0;
      for (int panel = 0; panel < PANELS; panel++) {
        double middle = x + (panel + 0.5) * width;
        for (int i = 0; i < NODES.length; i++) {
          double r = middle + NODES[i] * width / 2;
          sum += WEIGHTS[i] * width / 2 * integrand(r, x);
        }
      }
      return sum;
    }

    private double integrand(double r, double x) {
      double f = r / x;
      double inverse = (w1 / w2 - 1) * (f * f - 1) + (k - 1);
      double scaled = Math.sqrt(vr) * r;
      double mean = mean(scaled);
      double variance = variance(scaled);
      return Distributions.gammaBelow(inverse, mean * mean / variance, variance / mean)
          * Distributions.normalDensity(r);
    }
  }
}
