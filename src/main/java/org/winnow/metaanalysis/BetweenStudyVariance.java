package org.winnow.metaanalysis;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

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

  /** The step of Newton's method, relative to τ², after which the error is below the last digit. */
  private static final double CLOSE = 1e-8;

  /** The step of scoring, relative to τ², from which Newton's method takes over. */
  private static final double NEAR = 0.3;

  /** A τ², relative to the smallest variance, below which weights hardly change any more. */
  private static final double NEARLY_NONE = 1e-3;

  /** How far variances may lie apart, so that fourth powers of weights stay among the numbers. */
  private static final double FARTHEST = 1e75;

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
        ? Squares.at(studies, tauSquared).q()
        : fit(studies, columns, tauSquared).residualSumOfSquares();
  }

  static boolean isIntercept(double[][] columns) {
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

  /** The study with the smallest variance: it weighs most, whatever τ² is. */
  private static int mostPrecise(double[] variances) {
    int at = 0;
    for (int i = 1; i < variances.length; i++) {
      if (variances[i] < variances[at]) {
        at = i;
      }
    }
    return at;
  }

  /**
   * The weighted mean and what deviates from it, without moderators.
   *
   * @param mean Σwy/Σw
   * @param q Σw(y−mean)²
   * @param weights Σw
   */
  private record Squares(double mean, double q, double weights) {
    static Squares at(EffectSizes studies, double tauSquared) {
      double[] y = studies.rawEstimates();
      double[] v = studies.rawVariances();
      double[] w = new double[y.length];
      // Deviations from the study that may outweigh all others keep their digits.
      double base = y[mostPrecise(v)];
      double weights = 0;
      double sum = 0;
      for (int i = 0; i < w.length; i++) {
        w[i] = 1 / (v[i] + tauSquared);
        weights += w[i];
        sum += w[i] * (y[i] - base);
      }
      double shift = sum / weights;
      double q = 0;
      for (int i = 0; i < w.length; i++) {
        double d = y[i] - base - shift;
        q += w[i] * d * d;
      }
      return new Squares(base + shift, q, weights);
    }
  }

  /**
   * The sums that estimators of τ² are made of, without moderators. A weight that outweighs all
   * others is never taken from their sum, so that the traces keep their digits.
   *
   * @param mean Σwy/Σw
   * @param q y'Py
   * @param squaredScore y'PPy
   * @param cubedScore y'PPPy
   * @param trace tr(P)
   * @param traceOfSquare tr(PP)
   * @param s1 Σw
   * @param s2 Σw²
   */
  record Sums(
      double mean,
      double q,
      double squaredScore,
      double cubedScore,
      double trace,
      double traceOfSquare,
      double s1,
      double s2) {

    static Sums at(EffectSizes studies, double tauSquared) {
      return at(studies, tauSquared, mostPrecise(studies.rawVariances()));
    }

    private static Sums at(EffectSizes studies, double tauSquared, int most) {
      double[] y = studies.rawEstimates();
      double[] v = studies.rawVariances();
      int k = y.length;
      double[] w = new double[k];
      double base = y[most];
      double rest = 0;
      double sum = 0;
      for (int i = 0; i < k; i++) {
        w[i] = 1 / (v[i] + tauSquared);
        rest += i == most ? 0 : w[i];
        sum += w[i] * (y[i] - base);
      }
      double s1 = w[most] + rest;
      double inverse = 1 / s1;
      double shift = sum * inverse;
      double q = 0;
      double scores = 0;
      double cubes = 0;
      double tilt = 0;
      double trace = 0;
      double diagonal = 0;
      double cross = 0;
      double crossSquares = 0;
      double s2 = 0;
      for (int i = 0; i < k; i++) {
        double d = y[i] - base - shift;
        double score = w[i] * d;
        q += score * d;
        scores += score * score;
        cubes += w[i] * score * score;
        tilt += w[i] * score;
        double own = w[i] * ((i == most ? rest : s1 - w[i]) * inverse);
        trace += own;
        diagonal += own * own;
        double square = w[i] * w[i];
        s2 += square;
        double share = i == most ? 0 : square * inverse;
        cross += share;
        crossSquares += share * share;
      }
      double largest = w[most] * w[most] * inverse;
      double off = 2 * largest * cross + (cross * cross - crossSquares);
      return new Sums(
          base + shift, q, scores, cubes - tilt * tilt * inverse, trace, diagonal + off, s1, s2);
    }
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
      Squares squares = Squares.at(studies, tauSquared);
      return logLikelihood(k, logs, squares.q(), squares.weights(), restricted);
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

  private static double logLikelihood(
      int k, double logs, double q, double weights, boolean restricted) {
    double likelihood = -(logs + q) / 2;
    return restricted
        ? likelihood - (k - 1) * Math.log(2 * Math.PI) / 2 + Math.log(k / weights) / 2
        : likelihood - k * Math.log(2 * Math.PI) / 2;
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

  /** An estimation; the sums at the τ² last asked for and at 0 are kept for what comes after it. */
  static final class Estimation {
    private final EffectSizes studies;
    private final double[][] columns;
    private final boolean intercept;
    private final int most;
    private double lastAt = Double.NaN;
    private @Nullable Sums last;
    private @Nullable Sums zero;

    Estimation(EffectSizes studies, double[][] columns) {
      this.studies = studies;
      this.columns = columns;
      intercept = isIntercept(columns);
      most = mostPrecise(studies.rawVariances());
    }

    /** Whether there are no moderators, and so sums. */
    boolean hasSums() {
      return intercept;
    }

    Sums sums(double tauSquared) {
      if (tauSquared == 0) {
        Sums known = zero;
        if (known == null) {
          known = Sums.at(studies, 0, most);
          zero = known;
        }
        return known;
      }
      Sums known = last;
      if (known == null || tauSquared != lastAt) {
        known = Sums.at(studies, tauSquared, most);
        last = known;
        lastAt = tauSquared;
      }
      return known;
    }

    /** Needs more studies than coefficients. */
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
      Moments m = moments(0);
      double t = Math.max(0, (m.q - df()) / m.trace);
      return of(t, Math.sqrt(m.varianceOfQ(df(), t)) / m.trace);
    }

    /** Q and the traces of P and PP. */
    record Moments(double q, double trace, double traceOfSquare) {
      /** The variance of Q = y'Py at w = 1/v when the studies differ by t. */
      double varianceOfQ(double df, double t) {
        return 2 * df + 4 * t * trace + 2 * t * t * traceOfSquare;
      }
    }

    Moments moments(double tauSquared) {
      if (intercept) {
        Sums sums = sums(tauSquared);
        return new Moments(sums.q(), sums.trace(), sums.traceOfSquare());
      }
      WeightedFit fit = fit(studies, columns, tauSquared);
      return new Moments(fit.residualSumOfSquares(), fit.trace(), fit.traceOfSquare());
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
      Moments m = moments(0);
      double sum = sum(weights(studies.rawVariances(), 0));
      double t = Math.max(0, (factor * m.q - k()) / sum);
      return of(t, factor * Math.sqrt(m.varianceOfQ(df(), t)) / sum);
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
      double sum = 0;
      for (double value : y) {
        sum += value - mean;
      }
      mean += sum / y.length;
      sum = 0;
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
      return studies.rawVariances()[most];
    }

    /**
     * Fisher scoring from the method of moments, then Newton's method from the neighbourhood of a
     * stationary point to the last digits; zero, or the top next to it, where the likelihood is
     * higher there.
     */
    private BetweenStudyVariance likelihood(boolean restricted) {
      if (apart()) {
        throw new ArithmeticException("The variances are too far apart to estimate tau squared");
      }
      double t = stationary(intercept ? crudeStart() : hedges().value(), restricted);
      if (t > 0 && logLikelihood(0, restricted) > logLikelihood(t, restricted)) {
        // Where the likelihood rises from 0 all the same, its top is between.
        t = score(0, restricted).value > 0 ? bracketed(0, restricted) : 0;
      }
      return of(t, Math.sqrt(2 / score(t, restricted).information));
    }

    private boolean apart() {
      for (double v : studies.rawVariances()) {
        if (v > FARTHEST * smallestVariance()) {
          return true;
        }
      }
      return false;
    }

    private double logLikelihood(double t, boolean restricted) {
      if (!intercept) {
        return BetweenStudyVariance.logLikelihood(studies, columns, t, restricted);
      }
      Sums sums = sums(t);
      return BetweenStudyVariance.logLikelihood(
          k(), sumOfLogs(studies.rawVariances(), t), sums.q(), sums.s1(), restricted);
    }

    private double stationary(double start, boolean restricted) {
      double smallest = smallestVariance();
      double t = start;
      for (int i = 0; i < SCORING_STEPS; i++) {
        Score score = score(t, restricted);
        double step = score.value / score.information;
        if (!Double.isFinite(step)) {
          throw new ArithmeticException(
              "The variances are too large or small to estimate tau squared");
        }
        if (score.value <= 0 && t < smallest * NEARLY_NONE) {
          return score(0, restricted).value <= 0
              ? 0
              : Roots.between(x -> score(x, restricted).value, 0, t);
        }
        if (Math.abs(step) < NEAR * t && score.slope < 0) {
          double newton = -score.value / score.slope;
          if (Math.abs(newton) < 2 * NEAR * t) {
            step = newton;
            if (Math.abs(step) < CLOSE * t) {
              return t + step;
            }
          }
        }
        while (t + step < 0) {
          step /= 2;
        }
        t += step;
      }
      return bracketed(t, restricted);
    }

    /** The variance of the estimates less the mean of theirs. */
    private double crudeStart() {
      double mean = sum(studies.rawVariances()) / k();
      return Math.max(0, crudeVariance() * k() / df() - mean);
    }

    /** The root of the score next to a place from which scoring did not settle. */
    private double bracketed(double near, boolean restricted) {
      double at = score(near, restricted).value;
      if (at == 0) {
        return near;
      }
      double width = Math.max(near * CLOSE, smallestVariance() * NEARLY_NONE);
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
        double other = score(at > 0 ? high : low, restricted).value;
        if (other == 0 || (other > 0) != (at > 0)) {
          return Roots.between(t -> score(t, restricted).value, low, high);
        }
        if (at < 0 && low == 0) {
          return 0;
        }
        width *= 2;
      }
      return near;
    }

    /** Twice the derivative of the log-likelihood, the slope of that, and its expected size. */
    private record Score(double value, double slope, double information) {}

    private Score score(double t, boolean restricted) {
      if (intercept) {
        Sums sums = sums(t);
        double information = restricted ? sums.traceOfSquare() : sums.s2();
        return new Score(
            sums.squaredScore() - (restricted ? sums.trace() : sums.s1()),
            information - 2 * sums.cubedScore(),
            information);
      }
      WeightedFit fit = fit(studies, columns, t);
      double sum = 0;
      double squares = 0;
      for (double w : weights(studies.rawVariances(), t)) {
        sum += w;
        squares += w * w;
      }
      double information = restricted ? fit.traceOfSquare() : squares;
      return new Score(
          fit.squaredScore() - (restricted ? fit.trace() : sum),
          information - 2 * fit.cubedScore(),
          information);
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
