package org.winnow.metaanalysis;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Tests for funnel plot asymmetry. The Handbook advises against them below ten studies; below three
 * they do not exist.
 */
public final class SmallStudyEffects {
  /** Below so many studies a test says little. */
  public static final int ADVISED_STUDIES = 10;

  private static final int FEWEST_STUDIES = 3;

  private SmallStudyEffects() {}

  /**
   * A regression of the estimates on a measure of study size.
   *
   * @param intercept the estimate where the predictor is 0
   * @param slope the asymmetry
   * @param df of the t distribution; infinite for the normal one
   * @param dispersion residual variance over what the weights expect (multiplicative models)
   */
  public record Regression(
      double intercept,
      double interceptError,
      double slope,
      double slopeError,
      double df,
      double dispersion) {
    public double statistic() {
      return slope / slopeError;
    }

    public double pValue() {
      return Distributions.tTwoSided(statistic(), df);
    }

    /** The interval of the intercept: the effect in a study of infinite size. */
    public Interval limit(double level) {
      return Interval.around(
          intercept, Distributions.tQuantile((1 + level) / 2, df) * interceptError);
    }
  }

  /** Weighted least squares of y on x, t on k − 2 degrees of freedom. */
  public static Regression weighted(double[] y, double[] x, double[] weights) {
    int k = y.length;
    if (k < FEWEST_STUDIES) {
      throw new IllegalArgumentException("A test for asymmetry needs three studies, not " + k);
    }
    double[] ones = new double[k];
    Arrays.fill(ones, 1);
    WeightedFit fit = new WeightedFit(y, new double[][] {ones, x}, weights);
    double dispersion = fit.residualSumOfSquares() / (k - 2);
    double[][] inverse = fit.inverse();
    return new Regression(
        fit.coefficients()[0],
        Math.sqrt(dispersion * inverse[0][0]),
        fit.coefficients()[1],
        Math.sqrt(dispersion * inverse[1][1]),
        k - 2.0,
        dispersion);
  }

  /** Egger 1997: on the standard errors, weights 1/v. */
  public static Regression egger(EffectSizes studies) {
    return byStudy(studies, standardErrors(studies));
  }

  /** Stanley and Doucouliagos 2014: on the variances (PEESE); {@link #egger} is PET. */
  public static Regression peese(EffectSizes studies) {
    return byStudy(studies, studies.rawVariances());
  }

  /** On any predictor, weights 1/v. */
  public static Regression byStudy(EffectSizes studies, double[] predictor) {
    return weighted(
        studies.rawEstimates(), predictor, BetweenStudyVariance.weights(studies.rawVariances(), 0));
  }

  /** A mixed model with the predictor as moderator, z or t by the options. */
  public static Regression mixed(EffectSizes studies, double[] predictor, ModelOptions options) {
    if (studies.count() < FEWEST_STUDIES) {
      throw new IllegalArgumentException("A test for asymmetry needs three studies");
    }
    MixedModel model =
        MixedModel.fit(
            studies,
            Design.intercept(studies.count()).numeric("predictor", predictor).columns(),
            options);
    return new Regression(
        model.coefficients()[0],
        model.standardError(0),
        model.coefficients()[1],
        model.standardError(1),
        model.degreesOfFreedom(),
        1);
  }

  /** Thompson and Sharp 1999: additive τ² by moments, t on k − 2 degrees of freedom. */
  public static Regression thompsonSharp(EffectSizes studies) {
    return mixed(
        studies,
        standardErrors(studies),
        ModelOptions.of(TauSquaredEstimator.DL, Inference.WALD_T));
  }

  /** Begg and Mazumdar 1994: standardised deviations from the fixed effect against variances. */
  public static RankCorrelation begg(EffectSizes studies) {
    if (studies.count() < FEWEST_STUDIES) {
      throw new IllegalArgumentException("A test for asymmetry needs three studies");
    }
    int k = studies.count();
    double fixed = PooledInterval.classic(studies, 0, 0.95).estimate();
    double[] w = BetweenStudyVariance.weights(studies.rawVariances(), 0);
    double[] deviations = new double[k];
    for (int i = 0; i < k; i++) {
      double others = 0;
      for (int j = 0; j < k; j++) {
        others += j == i ? 0 : w[j];
      }
      // The variance of the deviation, v − 1/Σw, without the difference of two like numbers.
      deviations[i] =
          (studies.estimate(i) - fixed) / Math.sqrt(studies.variance(i) * others / (others + w[i]));
    }
    return RankCorrelation.of(deviations, studies.rawVariances());
  }

  private static double[] standardErrors(EffectSizes studies) {
    double[] se = new double[studies.count()];
    Arrays.setAll(se, studies::standardError);
    return se;
  }

  /** Harbord 2006 for odds ratios: score over variance on 1/√V. */
  public static Regression harbordOdds(List<TwoByTwo> tables) {
    return harbord(tables, TwoByTwo::observedMinusExpected, TwoByTwo::hypergeometricVariance);
  }

  /** Harbord 2009 for risk ratios. */
  public static Regression harbordRisk(List<TwoByTwo> tables) {
    return harbord(
        tables,
        t -> (t.a() * t.total() - t.events() * t.n1()) / t.nonEvents(),
        t -> t.total() / 4 * t.events() / t.nonEvents());
  }

  private static Regression harbord(
      List<TwoByTwo> tables,
      ToDoubleFunction<TwoByTwo> score,
      ToDoubleFunction<TwoByTwo> variance) {
    double[] v = tables.stream().mapToDouble(variance).toArray();
    double[] y = new double[v.length];
    for (int i = 0; i < v.length; i++) {
      y[i] = score.applyAsDouble(tables.get(i)) / v[i];
    }
    return weighted(y, Arrays.stream(v).map(x -> 1 / Math.sqrt(x)).toArray(), v);
  }

  /** Macaskill 2001: the log effects on total sizes, weights 1/v. */
  public static Regression macaskill(EffectSizes effects, List<TwoByTwo> tables) {
    return byStudy(effects, tables.stream().mapToDouble(TwoByTwo::total).toArray());
  }

  /** Peters 2006: the log effects on 1/N, weights by events and non-events. */
  public static Regression peters(EffectSizes effects, List<TwoByTwo> tables) {
    return weighted(
        effects.rawEstimates(),
        tables.stream().mapToDouble(t -> 1 / t.total()).toArray(),
        tables.stream().mapToDouble(t -> 1 / (1 / t.events() + 1 / t.nonEvents())).toArray());
  }

  /** Deeks 2005: the log effects on 1/√ESS, weights ESS = 4·n1·n2/N. */
  public static Regression deeks(EffectSizes effects, List<TwoByTwo> tables) {
    double[] size = tables.stream().mapToDouble(t -> 4 * t.n1() * t.n2() / t.total()).toArray();
    return weighted(
        effects.rawEstimates(), Arrays.stream(size).map(n -> 1 / Math.sqrt(n)).toArray(), size);
  }

  /** Pustejovsky and Rodgers 2019, for standardised differences: on √(1/n1+1/n2). */
  public static Regression pustejovskyRodgers(EffectSizes effects, List<TwoMeans> arms) {
    return byStudy(
        effects, arms.stream().mapToDouble(s -> Math.sqrt(1 / s.n1() + 1 / s.n2())).toArray());
  }

  /**
   * Schwarzer 2007, for sparse data: events against those expected under the pooled odds ratio
   * (Fisher's noncentral hypergeometric distribution), ranked against the inverse variance.
   */
  public static RankCorrelation schwarzer(List<TwoByTwo> tables, double logOddsRatio) {
    double[] deviations = new double[tables.size()];
    double[] inverse = new double[tables.size()];
    for (int i = 0; i < deviations.length; i++) {
      TwoByTwo t = tables.get(i);
      double[] moments = noncentral(t, logOddsRatio);
      deviations[i] = (t.a() - moments[0]) / Math.sqrt(moments[1]);
      inverse[i] = 1 / moments[1];
    }
    return RankCorrelation.of(deviations, inverse);
  }

  /** Mean and variance of the events of the first arm under the margins and an odds ratio. */
  private static double[] noncentral(TwoByTwo t, double logOddsRatio) {
    int low = (int) Math.max(0, t.events() - t.n2());
    int high = (int) Math.min(t.n1(), t.events());
    double[] logs = new double[high - low + 1];
    double highest = Double.NEGATIVE_INFINITY;
    double current = 0;
    for (int x = low; x <= high; x++) {
      if (x > low) {
        current +=
            Math.log((t.n1() - x + 1) / x)
                + Math.log((t.events() - x + 1) / (t.n2() - t.events() + x))
                + logOddsRatio;
      }
      logs[x - low] = current;
      highest = Math.max(highest, current);
    }
    double sum = 0;
    double mean = 0;
    for (int x = low; x <= high; x++) {
      double p = Math.exp(logs[x - low] - highest);
      sum += p;
      mean += p * x;
    }
    mean /= sum;
    double variance = 0;
    for (int x = low; x <= high; x++) {
      variance += Math.exp(logs[x - low] - highest) / sum * (x - mean) * (x - mean);
    }
    return new double[] {mean, variance};
  }

  /**
   * The scores of a Doi plot (Furuya-Kanamori 2018): normal quantiles of the ranks of the
   * estimates, a study counting by the inverse of its variance.
   *
   * @param order the studies by their estimates
   * @param z the score of each, in that order
   * @param nearest the place in that order of the score nearest to 0
   */
  public record Doi(int[] order, double[] z, int nearest) {}

  /**
   * The scores of a Doi plot.
   *
   * @throws IllegalArgumentException when the variances are so far apart that ranks overflow
   */
  public static Doi doi(EffectSizes studies) {
    int k = studies.count();
    int[] order =
        IntStream.range(0, k)
            .boxed()
            .sorted(Comparator.comparingDouble(studies::estimate))
            .mapToInt(i -> i)
            .toArray();
    double largest = Arrays.stream(studies.rawVariances()).max().orElseThrow();
    double[] n = new double[k];
    double total = 0;
    for (int i = 0; i < k; i++) {
      n[i] = 100 * largest / studies.variance(order[i]);
      total += n[i];
    }
    if (!Double.isFinite(total)) {
      throw new IllegalArgumentException("The variances are too far apart for a Doi plot");
    }
    double[] z = new double[k];
    double rank = 0;
    int nearest = 0;
    for (int i = 0; i < k; i++) {
      rank = i == 0 ? n[0] / 2 : rank + (n[i - 1] + n[i]) / 2;
      z[i] = Distributions.normalQuantile((rank - 0.5) / total);
      if (Math.abs(z[i]) < Math.abs(z[nearest])) {
        nearest = i;
      }
    }
    return new Doi(order, z, nearest);
  }

  /**
   * The LFK index (Furuya-Kanamori 2018) of the Doi plot; beyond ±1 minor, beyond ±2 major
   * asymmetry. Empty when all estimates are the same.
   */
  public static OptionalDouble lfkIndex(EffectSizes studies) {
    int k = studies.count();
    Doi doi = doi(studies);
    double[] z = doi.z();
    double range = studies.estimate(doi.order()[k - 1]) - studies.estimate(doi.order()[0]);
    if (!(range > 0)) {
      return OptionalDouble.empty();
    }
    double height = Arrays.stream(z).max().orElseThrow() - Arrays.stream(z).min().orElseThrow();
    double middle = studies.estimate(doi.order()[doi.nearest()]);
    double sum = 0;
    for (int i = 0; i < k; i++) {
      sum += z[i] + height / range * (studies.estimate(doi.order()[i]) - middle);
    }
    return OptionalDouble.of(5 * sum / (2.0 * k));
  }
}
