package org.winnow.metaanalysis;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * A fitted (mixed-effects) model of k studies on p coefficients, the pooled effect being the model
 * with an intercept only. Estimates by inverse-variance weighted least squares in w = 1/(v+τ²).
 */
public final class MixedModel {
  private final EffectSizes studies;
  private final double[][] columns;
  private final ModelOptions options;
  private final BetweenStudyVariance tauSquared;
  private final double[] coefficients;
  private final double[][] covariance;
  private final double scale;
  private final double residualQ;
  private final double typicalVariance;

  private MixedModel(EffectSizes studies, double[][] columns, ModelOptions asked) {
    this.studies = studies;
    this.columns = columns;
    int k = studies.count();
    int p = columns.length;
    if (p > k) {
      throw new IllegalArgumentException(p + " coefficients, but " + k + " studies");
    }
    options = k == p ? asked.withInference(Inference.WALD) : asked;
    BetweenStudyVariance.Estimation estimation =
        new BetweenStudyVariance.Estimation(studies, columns);
    tauSquared = k == p ? BetweenStudyVariance.NONE : estimation.estimate(options.tauSquared());
    BetweenStudyVariance.Estimation.Moments fixed = estimation.moments(0);
    residualQ = k == p ? 0 : fixed.q();
    typicalVariance = k == p ? 0 : (k - p) / fixed.trace();
    double tau2 = tauSquared.value();
    if (options.weighting() == ModelOptions.Weighting.INVERSE_VARIANCE) {
      if (estimation.hasSums()) {
        BetweenStudyVariance.Sums sums = estimation.sums(tau2);
        scale = scale(sums.q(), k - p);
        coefficients = new double[] {sums.mean()};
        covariance = new double[][] {{scale / sums.s1()}};
        return;
      }
      WeightedFit fit = BetweenStudyVariance.fit(studies, columns, tau2);
      scale = scale(fit.residualSumOfSquares(), k - p);
      coefficients = fit.coefficients();
      covariance = fit.inverse();
      for (double[] row : covariance) {
        for (int j = 0; j < p; j++) {
          row[j] *= scale;
        }
      }
    } else {
      if (p != 1 || options.inference() != Inference.WALD) {
        throw new IllegalArgumentException("Other weights need a pooled effect and Wald intervals");
      }
      scale = 1;
      double[] a = weights();
      double sum = Arrays.stream(a).sum();
      double variance = 0;
      for (int i = 0; i < k; i++) {
        double share = a[i] / sum;
        variance += share * share * (studies.variance(i) + tau2);
      }
      coefficients = new WeightedFit(studies.rawEstimates(), columns, a).coefficients();
      covariance = new double[][] {{variance}};
    }
  }

  /** Pools the studies: the model with an intercept only. */
  public static MixedModel pool(EffectSizes studies, ModelOptions options) {
    return new MixedModel(studies, BetweenStudyVariance.intercept(studies.count()), options);
  }

  /** Fits the columns of a design. */
  public static MixedModel fit(EffectSizes studies, Design design, ModelOptions options) {
    return fit(studies, design.columns(), options);
  }

  /**
   * Fits coefficients for the columns of a design (an intercept is a column of ones).
   *
   * @throws IllegalArgumentException when columns depend on each other or outnumber the studies
   */
  public static MixedModel fit(EffectSizes studies, double[][] columns, ModelOptions options) {
    return new MixedModel(studies, columns, options);
  }

  private double scale(double squares, int df) {
    return switch (options.inference()) {
      case WALD, WALD_T -> 1;
      case HARTUNG_KNAPP -> squares / df;
      case HARTUNG_KNAPP_AD_HOC -> Math.max(1, squares / df);
    };
  }

  private double[] weights() {
    return switch (options.weighting()) {
      case INVERSE_VARIANCE ->
          BetweenStudyVariance.weights(studies.rawVariances(), tauSquared.value());
      case FIXED_EFFECT -> BetweenStudyVariance.weights(studies.rawVariances(), 0);
      case EQUAL -> columns[0].clone();
    };
  }

  public EffectSizes studies() {
    return studies;
  }

  /** The options in force: with as many coefficients as studies only Wald intervals exist. */
  public ModelOptions options() {
    return options;
  }

  public int studyCount() {
    return studies.count();
  }

  public int coefficientCount() {
    return coefficients.length;
  }

  public BetweenStudyVariance tauSquared() {
    return tauSquared;
  }

  /** The pooled effect of a model with an intercept only; else the first coefficient. */
  public double estimate() {
    return coefficients[0];
  }

  public double standardError() {
    return standardError(0);
  }

  public Interval interval() {
    return interval(0);
  }

  public double[] coefficients() {
    return coefficients.clone();
  }

  /** The covariance matrix of the coefficients. */
  public double[][] covariance() {
    return Arrays.stream(covariance).map(double[]::clone).toArray(double[][]::new);
  }

  public double standardError(int j) {
    return Math.sqrt(covariance[j][j]);
  }

  /** Estimate over standard error; ±∞ for a standard error of 0, empty for 0/0. */
  public OptionalDouble statistic(int j) {
    double value = coefficients[j] / standardError(j);
    return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /** Two-sided P value of a coefficient against 0. */
  public OptionalDouble pValue(int j) {
    OptionalDouble statistic = statistic(j);
    return statistic.isEmpty()
        ? statistic
        : OptionalDouble.of(Distributions.tTwoSided(statistic.getAsDouble(), degreesOfFreedom()));
  }

  public Interval interval(int j) {
    return Interval.around(coefficients[j], quantile() * standardError(j));
  }

  /** The degrees of freedom of intervals and tests, k − p; infinite for the normal distribution. */
  public double degreesOfFreedom() {
    return options.inference() == Inference.WALD
        ? Double.POSITIVE_INFINITY
        : studyCount() - coefficientCount();
  }

  /** s², the factor on the variance: 1 but for Hartung-Knapp. */
  public double scale() {
    return scale;
  }

  double quantile() {
    return Distributions.tQuantile((1 + options.level()) / 2, degreesOfFreedom());
  }

  /** Cochran's Q of the residuals, in w = 1/v. */
  public double residualQ() {
    return residualQ;
  }

  public double residualDegreesOfFreedom() {
    return studyCount() - coefficientCount();
  }

  public double residualQPValue() {
    return Distributions.chiSquaredAbove(residualQ, residualDegreesOfFreedom());
  }

  /** s² of Higgins and Thompson 2002, (k−p)/tr(P): the sampling variance of a typical study. */
  public double typicalVariance() {
    return typicalVariance;
  }

  /**
   * I² in percent: 100·τ²/(τ²+s²); under equal effects 100·(Q−df)/Q, not below 0.
   *
   * @see Heterogeneity for I² from Q under random effects
   */
  public double iSquared() {
    if (options.tauSquared() == TauSquaredEstimator.EE) {
      return Heterogeneity.iSquaredFromQ(residualQ, residualDegreesOfFreedom());
    }
    double tau2 = tauSquared.value();
    return tau2 == 0 ? 0 : 100 * tau2 / (typicalVariance + tau2);
  }

  /** H² = τ²/s² + 1; under equal effects Q/df. */
  public double hSquared() {
    if (studyCount() == coefficientCount()) {
      return 1;
    }
    return options.tauSquared() == TauSquaredEstimator.EE
        ? residualQ / residualDegreesOfFreedom()
        : tauSquared.value() / typicalVariance + 1;
  }

  /** The weights of the studies in percent of their sum. */
  public double[] weightsPercent() {
    double[] w = weights();
    double sum = Arrays.stream(w).sum();
    return Arrays.stream(w).map(value -> 100 * value / sum).toArray();
  }

  /** Estimate minus fitted value. */
  public double[] residuals() {
    double[] residuals = studies.estimates();
    for (int j = 0; j < coefficients.length; j++) {
      for (int i = 0; i < residuals.length; i++) {
        residuals[i] -= coefficients[j] * columns[j][i];
      }
    }
    return residuals;
  }

  /** The leverages of the studies. */
  public double[] hatValues() {
    return new WeightedFit(studies.rawEstimates(), columns, weights()).leverages();
  }

  /** Fit statistics, where the estimator maximises a likelihood. */
  public Optional<InformationCriteria> informationCriteria() {
    return InformationCriteria.of(this);
  }

  /** The Q-profile interval of τ² (Viechtbauer 2007): where the generalised Q meets χ². */
  public Interval qProfile() {
    return Heterogeneity.qProfile(studies, columns, options.level());
  }

  /** I² at another value of τ². */
  public double iSquaredAt(double tau2) {
    return tau2 == 0 ? 0 : 100 * tau2 / (typicalVariance + tau2);
  }

  /** H² at another value of τ². */
  public double hSquaredAt(double tau2) {
    return typicalVariance == 0 ? 1 : tau2 / typicalVariance + 1;
  }

  /** The interval of the true effect in a new study, if its kind exists for so few studies. */
  public Optional<Interval> prediction(PredictionInterval kind) {
    return kind.of(this, coefficients[0], covariance[0][0]);
  }

  /** An omnibus test of coefficients being all 0. */
  public record OmnibusTest(
      double statistic, int df, OptionalDouble denominatorDf, double pValue) {}

  /**
   * Tests all coefficients but the first, as a rule the intercept: χ² = b'V⁻¹b, or F = χ²/m on (m,
   * k−p) degrees of freedom where the inference uses t. Empty for an intercept only.
   */
  public Optional<OmnibusTest> omnibus() {
    return coefficients.length == 1
        ? Optional.empty()
        : Optional.of(omnibus(IntStream.range(1, coefficients.length).toArray()));
  }

  /** Tests the given coefficients (from 0). */
  public OmnibusTest omnibus(int... which) {
    int m = which.length;
    double[][] v = new double[m][m];
    double[] b = new double[m];
    for (int i = 0; i < m; i++) {
      b[i] = coefficients[which[i]];
      for (int j = 0; j < m; j++) {
        v[i][j] = covariance[which[i]][which[j]];
      }
    }
    double q = Matrices.quadraticForm(v, b);
    double df = degreesOfFreedom();
    if (Double.isInfinite(df)) {
      return new OmnibusTest(q, m, OptionalDouble.empty(), Distributions.chiSquaredAbove(q, m));
    }
    return new OmnibusTest(q / m, m, OptionalDouble.of(df), Distributions.fAbove(q / m, m, df));
  }

  /** What the model says at one row of a design. */
  public record Prediction(
      double estimate, double standardError, Interval interval, Interval predictionInterval) {}

  /** Predicts the mean effect, and the interval of a new study's, at values of the columns. */
  public Prediction predict(double... row) {
    double estimate = 0;
    double variance = 0;
    for (int i = 0; i < row.length; i++) {
      estimate += row[i] * coefficients[i];
      for (int j = 0; j < row.length; j++) {
        variance += row[i] * row[j] * covariance[i][j];
      }
    }
    double q = quantile();
    return new Prediction(
        estimate,
        Math.sqrt(variance),
        Interval.around(estimate, q * Math.sqrt(variance)),
        Interval.around(estimate, q * Math.sqrt(variance + tauSquared.value())));
  }

  double[][] columns() {
    return columns;
  }
}
