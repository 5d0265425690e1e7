package org.winnow.metaanalysis;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * An estimate of τ², the variance of the true effects between studies (of their residuals, with
 * moderators), in squared units of the analysis scale, with its standard error where it has one.
 *
 * <p>With w = 1/v and P = W − WX(X'WX)⁻¹X'W: DL (y'Py − (k−p))/tr P; HE (y'P₀y − tr P₀V)/(k−p), P₀
 * unweighted; HS (y'Py − k)/Σw; SJ τ₀²·y'Py/(k−p) with w = 1/(v+τ₀²); PM, PMM and EB the root of
 * y'Py = k−p (or the median of χ²) in w = 1/(v+τ²); ML and REML the maximum of the (restricted)
 * likelihood. Standard errors follow the same sources: Viechtbauer 2005, J Educ Behav Stat 30:261.
 */
public record BetweenStudyVariance(double value, OptionalDouble standardError) {
  private static final int SCORING_STEPS = 200;
  private static final double CLOSE = 1e-5;
  private static final double SMALL = 1e-100;
  static final BetweenStudyVariance NONE = new BetweenStudyVariance(0, OptionalDouble.empty());

  /** Estimates τ² of studies without moderators. */
  public static BetweenStudyVariance estimate(TauSquaredEstimator estimator, EffectSizes studies) {
    return estimate(estimator, studies, intercept(studies.count()));
  }

  static double[][] intercept(int k) {
    double[] ones = new double[k];
    Arrays.fill(ones, 1);
    return new double[][] {ones};
  }

  static BetweenStudyVariance estimate(
      TauSquaredEstimator estimator, EffectSizes studies, double[][] columns) {
    int k = studies.count();
    if (estimator == TauSquaredEstimator.EE || k <= columns.length) {
      return NONE;
    }
    return new Estimation(studies, columns).estimate(estimator);
  }

  /** The generalised Q of Cochran in w = 1/(v+τ²). */
  static double generalisedQ(EffectSizes studies, double[][] columns, double tauSquared) {
    return isIntercept(columns)
        ? Deviations.at(studies, tauSquared).weightedSquares()
        : fit(studies, columns, tauSquared).residualSumOfSquares();
  }

  private static boolean isIntercept(double[][] columns) {
    if (columns.length != 1) {
      return false;
    }
    for (double value : columns[0]) {
      if (value != 1) {
        return false;
      }
    }
    return true;
  }

  /**
   * The sums that searches for τ² need again and again, without moderators.
   *
   * @param weightedSquares y'Py
   * @param squaredScore y'PPy
   * @param trace tr(P)
   * @param s1 Σw
   * @param s2 Σw²
   * @param s3 Σw³
   */
  private record Deviations(
      double weightedSquares, double squaredScore, double trace, double s1, double s2, double s3) {
    static Deviations at(EffectSizes studies, double tauSquared) {
      double[] y = studies.rawEstimates();
      double[] v = studies.rawVariances();
      double[] w = new double[y.length];
      double base = y[0];
      double weights = 0;
      double sum = 0;
      for (int i = 0; i < y.length; i++) {
        w[i] = 1 / (v[i] + tauSquared);
        weights += w[i];
        sum += w[i] * (y[i] - base);
      }
      double shift = sum / weights;
      double inverse = 1 / weights;
      double squares = 0;
      double score = 0;
      double trace = 0;
      double s2 = 0;
      double s3 = 0;
      for (int i = 0; i < y.length; i++) {
        double d = y[i] - base - shift;
        double wd = w[i] * d;
        squares += wd * d;
        score += wd * wd;
        trace += w[i] * (1 - w[i] * inverse);
        double square = w[i] * w[i];
        s2 += square;
        s3 += square * w[i];
      }
      return new Deviations(squares, score, trace, weights, s2, s3);
    }

    /** tr(PP). */
    double traceOfSquare() {
      return s2 - 2 * s3 / s1 + s2 / s1 * (s2 / s1);
    }
  }

  /** Cochran's Q and tr(P) in w = 1/v. */
  record FixedSums(double q, double trace) {}

  static FixedSums fixedSums(EffectSizes studies, double[][] columns) {
    if (isIntercept(columns)) {
      Deviations sums = Deviations.at(studies, 0);
      return new FixedSums(sums.weightedSquares(), sums.trace());
    }
    WeightedFit fit = fit(studies, columns, 0);
    return new FixedSums(fit.residualSumOfSquares(), fit.trace());
  }

  static WeightedFit fit(EffectSizes studies, double[][] columns, double tauSquared) {
    return new WeightedFit(
        studies.rawEstimates(), columns, weights(studies.rawVariances(), tauSquared));
  }

  static double[] weights(double[] variances, double tauSquared) {
    double[] w = new double[variances.length];
    for (int i = 0; i < w.length; i++) {
      w[i] = 1 / (variances[i] + tauSquared);
    }
    return w;
  }

  /** The log-likelihood at a τ², of ML or of REML. */
  static double logLikelihood(
      EffectSizes studies, double[][] columns, double tauSquared, boolean restricted) {
    int k = studies.count();
    int p = columns.length;
    double logs = sumOfLogs(studies.rawVariances(), tauSquared);
    if (isIntercept(columns)) {
      Deviations sums = Deviations.at(studies, tauSquared);
      double likelihood = -(logs + sums.weightedSquares()) / 2;
      return restricted
          ? likelihood - (k - 1) * Math.log(2 * Math.PI) / 2 + Math.log(k / sums.s1()) / 2
          : likelihood - k * Math.log(2 * Math.PI) / 2;
    }
    WeightedFit fit = fit(studies, columns, tauSquared);
    double likelihood = -(logs + fit.residualSumOfSquares()) / 2;
    if (!restricted) {
      return likelihood - k * Math.log(2 * Math.PI) / 2;
    }
    double[] ones = new double[k];
    Arrays.fill(ones, 1);
    double unweighted = new WeightedFit(studies.rawEstimates(), columns, ones).logDeterminant();
    return likelihood
        - (k - p) * Math.log(2 * Math.PI) / 2
        + (unweighted - fit.logDeterminant()) / 2;
  }

  /**
   * The interval of τ² where twice the (restricted) log-likelihood is less than the quantile of χ²₁
   * below its maximum (Hardy and Thompson 1996, Stat Med 15:619). Needs two studies.
   */
  public static Interval profileLikelihood(EffectSizes studies, boolean restricted, double level) {
    double[][] columns = intercept(studies.count());
    double at =
        estimate(restricted ? TauSquaredEstimator.REML : TauSquaredEstimator.ML, studies).value();
    double height =
        logLikelihood(studies, columns, at, restricted)
            - Distributions.chiSquaredQuantile(level, 1) / 2;
    double low =
        at == 0 || logLikelihood(studies, columns, 0, restricted) >= height
            ? 0
            : Roots.between(t -> logLikelihood(studies, columns, t, restricted) - height, 0, at);
    double least = Arrays.stream(studies.rawVariances()).min().orElseThrow();
    double high = Math.max(at, least);
    while (logLikelihood(studies, columns, high, restricted) > height) {
      high *= 2;
    }
    return new Interval(
        low, Roots.between(t -> logLikelihood(studies, columns, t, restricted) - height, at, high));
  }

  /** Σ ln(v+τ²), from products as long as they stay among the numbers. */
  private static double sumOfLogs(double[] variances, double tauSquared) {
    double logs = 0;
    double product = 1;
    for (double v : variances) {
      double total = v + tauSquared;
      if (total < SMALL || total > 1 / SMALL) {
        logs += Math.log(total);
        continue;
      }
      product *= total;
      if (product < SMALL || product > 1 / SMALL) {
        logs += Math.log(product);
        product = 1;
      }
    }
    return logs + Math.log(product);
  }

  private record Estimation(EffectSizes studies, double[][] columns) {

    BetweenStudyVariance estimate(TauSquaredEstimator estimator) {
      return switch (estimator) {
        case EE -> NONE;
        case DL -> derSimonianLaird();
        case HE -> hedges();
        case HS -> hunterSchmidt(1);
        case HSK -> hunterSchmidt((double) k() / df());
        case SJ -> sidikJonkman();
        case PM, EB -> pauleMandel(df());
        case PMM -> pauleMandel(Distributions.chiSquaredQuantile(0.5, df()));
        case ML, REML -> likelihood(estimator == TauSquaredEstimator.REML);
      };
    }

    private int k() {
      return studies.count();
    }

    private int df() {
      return studies.count() - columns.length;
    }

    private BetweenStudyVariance derSimonianLaird() {
      WeightedFit fit = fit(studies, columns, 0);
      double trace = fit.trace();
      double t = Math.max(0, (fit.residualSumOfSquares() - df()) / trace);
      return of(t, Math.sqrt(2 * df() + 4 * t * trace + 2 * t * t * fit.traceOfSquare()) / trace);
    }

    private WeightedFit unweighted() {
      double[] ones = new double[k()];
      Arrays.fill(ones, 1);
      return new WeightedFit(studies.rawEstimates(), columns, ones);
    }

    private BetweenStudyVariance hedges() {
      double[] v = studies.rawVariances();
      WeightedFit fit = unweighted();
      double trace = fit.trace(v);
      double t = Math.max(0, (fit.residualSumOfSquares() - trace) / df());
      return of(
          t, Math.sqrt(2 * fit.traceOfProduct(v, v) + 4 * t * trace + 2 * t * t * df()) / df());
    }

    private BetweenStudyVariance hunterSchmidt(double factor) {
      WeightedFit fit = fit(studies, columns, 0);
      double sum = sum(weights(studies.rawVariances(), 0));
      double t = Math.max(0, (factor * fit.residualSumOfSquares() - k()) / sum);
      double variance = 2 * df() + 4 * t * fit.trace() + 2 * t * t * fit.traceOfSquare();
      return of(t, factor * Math.sqrt(variance) / sum);
    }

    private BetweenStudyVariance sidikJonkman() {
      double[] v = studies.rawVariances();
      double crude = crudeVariance();
      if (crude == 0) {
        return of(0, 0);
      }
      WeightedFit fit = fit(studies, columns, crude);
      double t = crude * fit.residualSumOfSquares() / df();
      double[] ones = new double[k()];
      Arrays.fill(ones, 1);
      double variance =
          2 * fit.traceOfProduct(v, v)
              + 4 * t * fit.traceOfProduct(v, ones)
              + 2 * t * t * fit.traceOfSquare();
      return of(t, crude * Math.sqrt(variance) / df());
    }

    /** Σ(y−ȳ)²/k. */
    private double crudeVariance() {
      double[] y = studies.rawEstimates();
      double mean = y[0];
      for (double value : y) {
        mean += (value - y[0]) / y.length;
      }
      double sum = 0;
      for (double value : y) {
        sum += (value - mean) * (value - mean);
      }
      return sum / y.length;
    }

    private BetweenStudyVariance pauleMandel(double target) {
      double t =
          Roots.falling(
                  tau -> generalisedQ(studies, columns, tau) - target,
                  Math.max(crudeVariance(), smallestVariance()))
              .orElse(0);
      double sum = sum(weights(studies.rawVariances(), t));
      return of(t, Math.sqrt(2.0 * k() * k() / df()) / sum);
    }

    private double smallestVariance() {
      return Arrays.stream(studies.rawVariances()).min().orElseThrow();
    }

    /**
     * Fisher scoring from the method of moments to the neighbourhood of a stationary point, then
     * the root of the score to the last digits; zero where the likelihood there is not lower.
     */
    private BetweenStudyVariance likelihood(boolean restricted) {
      double t = isIntercept(columns) ? crudeStart() : hedges().value();
      for (int i = 0; i < SCORING_STEPS; i++) {
        double step = scoringStep(t, restricted);
        if (!Double.isFinite(step)) {
          throw new ArithmeticException("The variances are too far apart to estimate tau squared");
        }
        while (t + step < 0) {
          step /= 2;
        }
        t += step;
        if (Math.abs(step) <= CLOSE * t || t < smallestVariance() * 1e-12) {
          break;
        }
      }
      t = polished(t, restricted);
      if (t > 0
          && logLikelihood(studies, columns, 0, restricted)
              > logLikelihood(studies, columns, t, restricted)) {
        t = 0;
      }
      double information;
      if (isIntercept(columns)) {
        Deviations sums = Deviations.at(studies, t);
        return of(t, Math.sqrt(2 / (restricted ? sums.traceOfSquare() : sums.s2())));
      }
      WeightedFit fit = fit(studies, columns, t);
      if (restricted) {
        information = fit.traceOfSquare();
      } else {
        information = 0;
        for (double w : weights(studies.rawVariances(), t)) {
          information += w * w;
        }
      }
      return of(t, Math.sqrt(2 / information));
    }

    /** The variance of the estimates less the mean of theirs. */
    private double crudeStart() {
      double mean = Arrays.stream(studies.rawVariances()).sum() / k();
      return Math.max(0, crudeVariance() * k() / df() - mean);
    }

    private double polished(double near, boolean restricted) {
      double at = score(near, restricted);
      if (at == 0) {
        return near;
      }
      double width = Math.max(near * CLOSE, smallestVariance() * 1e-12);
      double low = near;
      double high = near;
      while (Double.isFinite(high)) {
        if (at > 0) {
          low = high;
          high += width;
        } else {
          high = low;
          low = Math.max(0, low - width);
        }
        double other = score(at > 0 ? high : low, restricted);
        if (other == 0 || (other > 0) != (at > 0)) {
          return Roots.between(t -> score(t, restricted), low, high);
        }
        if (at < 0 && low == 0) {
          return 0;
        }
        width *= 2;
      }
      return near;
    }

    private double score(double t, boolean restricted) {
      if (isIntercept(columns)) {
        Deviations sums = Deviations.at(studies, t);
        return sums.squaredScore() - (restricted ? sums.trace() : sums.s1());
      }
      WeightedFit fit = fit(studies, columns, t);
      return fit.squaredScore()
          - (restricted ? fit.trace() : sum(weights(studies.rawVariances(), t)));
    }

    private double scoringStep(double t, boolean restricted) {
      if (isIntercept(columns)) {
        Deviations sums = Deviations.at(studies, t);
        return restricted
            ? (sums.squaredScore() - sums.trace()) / sums.traceOfSquare()
            : (sums.squaredScore() - sums.s1()) / sums.s2();
      }
      WeightedFit fit = fit(studies, columns, t);
      double[] w = weights(studies.rawVariances(), t);
      if (restricted) {
        return (fit.squaredScore() - fit.trace()) / fit.traceOfSquare();
      }
      double squares = 0;
      for (double value : w) {
        squares += value * value;
      }
      return (fit.squaredScore() - sum(w)) / squares;
    }

    private static BetweenStudyVariance of(double value, double standardError) {
      return new BetweenStudyVariance(
          value,
          Double.isFinite(standardError)
              ? OptionalDouble.of(standardError)
              : OptionalDouble.empty());
    }

    private static double sum(double[] values) {
      double sum = 0;
      for (double value : values) {
        sum += value;
      }
      return sum;
    }
  }
}
