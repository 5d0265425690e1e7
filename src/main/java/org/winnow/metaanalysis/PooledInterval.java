package org.winnow.metaanalysis;

import java.util.Arrays;
import java.util.Optional;

/**
 * A random-effects estimate with the interval of one of the methods in use, as the package meta
 * offers them.
 *
 * @param df degrees of freedom of the t distribution; infinite for the normal one
 */
public record PooledInterval(
    double estimate, double standardError, double df, Interval interval, double pValue) {

  /** What is done when a Hartung-Knapp interval is narrower than the classic one. */
  public enum AdHoc {
    /** Nothing. */
    NONE,
    /** The standard error is not below the classic one. */
    SE,
    /** The classic interval is given instead. */
    CI,
    /** As SE, if the interval is narrower than the classic one with DerSimonian-Laird. */
    IQWIG6
  }

  public double statistic() {
    return estimate / standardError;
  }

  /** An estimate with the t interval of its degrees of freedom; the normal one for infinite. */
  public static PooledInterval of(double estimate, double standardError, double df, double level) {
    double q = Distributions.tQuantile((1 + level) / 2, df);
    return new PooledInterval(
        estimate,
        standardError,
        df,
        Interval.around(estimate, q * standardError),
        Distributions.tTwoSided(estimate / standardError, df));
  }

  /** Wald with the normal distribution. */
  public static PooledInterval classic(EffectSizes studies, double tau2, double level) {
    double[] w = BetweenStudyVariance.weights(studies.rawVariances(), tau2);
    return of(mean(studies, w), 1 / Math.sqrt(sum(w)), Double.POSITIVE_INFINITY, level);
  }

  /** Hartung and Knapp, with an ad hoc correction on demand; the classic one for one study. */
  public static PooledInterval hartungKnapp(
      EffectSizes studies, double tau2, double level, AdHoc adHoc) {
    PooledInterval classic = classic(studies, tau2, level);
    int k = studies.count();
    if (k < 2) {
      return classic;
    }
    double[] w = BetweenStudyVariance.weights(studies.rawVariances(), tau2);
    double q = 0;
    for (int i = 0; i < k; i++) {
      double d = studies.estimate(i) - classic.estimate;
      q += w[i] * d * d;
    }
    PooledInterval hk = of(classic.estimate, Math.sqrt(q / (k - 1) / sum(w)), k - 1, level);
    return switch (adHoc) {
      case NONE -> hk;
      case SE -> hk.standardError < classic.standardError ? widened(hk, classic, level) : hk;
      case CI -> hk.width() < classic.width() ? classic : hk;
      case IQWIG6 -> {
        double dl = BetweenStudyVariance.estimate(TauSquaredEstimator.DL, studies).value();
        yield hk.width() < classic(studies, dl, level).width()
                && hk.standardError < classic.standardError
            ? widened(hk, classic, level)
            : hk;
      }
    };
  }

  private static PooledInterval widened(PooledInterval hk, PooledInterval classic, double level) {
    return of(hk.estimate, classic.standardError, hk.df, level);
  }

  private double width() {
    return interval.upper() - interval.lower();
  }

  /**
   * Kenward and Roger 1997 (Partlett and Riley 2017), for REML: with Sj = Σwʲ and the information I
   * = S2/2 − S3/S1 + ½(S2/S1)², variance (1 + 2(S3 − S2²/S1)/(S1·I))/S1 = V on 2·I/(V·S2)² degrees
   * of freedom. Empty for one study.
   */
  public static Optional<PooledInterval> kenwardRoger(
      EffectSizes studies, double tau2, double level) {
    if (studies.count() < 2) {
      return Optional.empty();
    }
    double[] w = BetweenStudyVariance.weights(studies.rawVariances(), tau2);
    BetweenStudyVariance.Sums sums = BetweenStudyVariance.Sums.at(studies, tau2);
    double s1 = sums.s1();
    double s2 = sums.s2();
    double information = sums.traceOfSquare() / 2;
    // S3 − S2²/S1 is the spread of the weights, taken from the largest so as to keep its digits.
    double largest = Arrays.stream(w).max().orElseThrow();
    double below = 0;
    for (double x : w) {
      below += x * (x - largest) / s1;
    }
    double spread = 0;
    for (double x : w) {
      spread += x * (x - largest - below) * (x - largest - below);
    }
    double variance = (1 + 2 * spread / (s1 * information)) / s1;
    double df = 2 * information / (variance * s2 * variance * s2);
    return Optional.of(of(mean(studies, w), Math.sqrt(variance), df, level));
  }

  /** The prediction interval on t with these degrees of freedom; empty below one. */
  public Optional<Interval> prediction(double tau2, double degreesOfFreedom, double level) {
    if (!(degreesOfFreedom > 0)) {
      return Optional.empty();
    }
    double q = Distributions.tQuantile((1 + level) / 2, degreesOfFreedom);
    return Optional.of(
        Interval.around(estimate, q * Math.sqrt(tau2 + standardError * standardError)));
  }

  private static double mean(EffectSizes studies, double[] w) {
    double base = studies.estimate(0);
    double sum = 0;
    for (int i = 0; i < w.length; i++) {
      sum += w[i] * (studies.estimate(i) - base);
    }
    return base + sum / sum(w);
  }

  private static double sum(double[] w) {
    double sum = 0;
    for (double x : w) {
      sum += x;
    }
    return sum;
  }
}
