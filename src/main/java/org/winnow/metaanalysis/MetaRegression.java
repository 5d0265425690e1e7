package org.winnow.metaanalysis;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;

/** A mixed model with moderators, and what they explain. */
public final class MetaRegression {
  private final MixedModel model;
  private final Design design;
  private final OptionalDouble rSquared;

  private MetaRegression(MixedModel model, Design design, OptionalDouble rSquared) {
    this.model = model;
    this.design = design;
    this.rSquared = rSquared;
  }

  /**
   * Fits the model.
   *
   * @throws IllegalArgumentException when moderators depend on each other or outnumber the studies
   */
  public static MetaRegression fit(EffectSizes studies, Design design, ModelOptions options) {
    if (design.rows() != studies.count()) {
      throw new IllegalArgumentException(
          design.rows() + " rows of moderators for " + studies.count() + " studies");
    }
    MixedModel model = MixedModel.fit(studies, design.columns(), options);
    return new MetaRegression(model, design, explained(model));
  }

  /** τ² explained; under equal effects the adjusted R² of the weighted regression. */
  private static OptionalDouble explained(MixedModel model) {
    if (model.coefficientCount() == 1) {
      return OptionalDouble.empty();
    }
    MixedModel without = MixedModel.pool(model.studies(), model.options());
    if (model.options().tauSquared() == TauSquaredEstimator.EE) {
      double n = model.studyCount();
      double left =
          model.residualQ() / without.residualQ() * (n - 1) / (n - model.coefficientCount());
      return Double.isFinite(left)
          ? OptionalDouble.of(Math.max(0, 100 * (1 - left)))
          : OptionalDouble.empty();
    }
    double before = without.tauSquared().value();
    return before > 0
        ? OptionalDouble.of(Math.max(0, 100 * (1 - model.tauSquared().value() / before)))
        : OptionalDouble.empty();
  }

  public MixedModel model() {
    return model;
  }

  /** The columns' values for one study, intercept first. */
  public double[] row(int study) {
    return Arrays.stream(design.columns()).mapToDouble(column -> column[study]).toArray();
  }

  public List<String> names() {
    return design.names();
  }

  /** R² in percent: 1 − τ²/τ²₀, not below 0; empty where there was nothing to explain. */
  public OptionalDouble rSquared() {
    return rSquared;
  }

  /** The variance inflation factor of each coefficient but the intercept. */
  public double[] varianceInflation() {
    double[][] v = model.covariance();
    int p = v.length;
    double[][] rest = new double[p - 1][p - 1];
    for (int i = 1; i < p; i++) {
      for (int j = 1; j < p; j++) {
        rest[i - 1][j - 1] = v[i][j] / Math.sqrt(v[i][i] * v[j][j]);
      }
    }
    if (p == 1) {
      return new double[0];
    }
    double[][] inverse = Matrices.inverse(rest);
    double[] out = new double[p - 1];
    for (int i = 0; i < p - 1; i++) {
      out[i] = inverse[i][i];
    }
    return out;
  }

  /** A likelihood-ratio test of two nested models that were fitted by ML. */
  public record LikelihoodRatio(double statistic, int df, OptionalDouble rSquared) {
    public double pValue() {
      return Distributions.chiSquaredAbove(statistic, df);
    }
  }

  /** Compares two models; empty unless both were fitted by the same likelihood. */
  public static Optional<LikelihoodRatio> compare(MixedModel full, MixedModel reduced) {
    Optional<InformationCriteria> a = full.informationCriteria();
    Optional<InformationCriteria> b = reduced.informationCriteria();
    if (a.isEmpty() || b.isEmpty() || full.options().tauSquared() == TauSquaredEstimator.REML) {
      return Optional.empty();
    }
    double before = reduced.tauSquared().value();
    return Optional.of(
        new LikelihoodRatio(
            2 * (a.get().logLikelihood() - b.get().logLikelihood()),
            full.coefficientCount() - reduced.coefficientCount(),
            before > 0
                ? OptionalDouble.of(Math.max(0, 100 * (1 - full.tauSquared().value() / before)))
                : OptionalDouble.empty()));
  }

  /**
   * Permutation P values of the coefficients (two-sided, on the test statistics): the share of
   * random orders of the studies' moderators, the real one included, that are as extreme.
   */
  public double[] permutationPValues(int permutations, RandomGenerator random) {
    int k = model.studyCount();
    int p = model.coefficientCount();
    int[] order = new int[k];
    Arrays.setAll(order, i -> i);
    double[] observed = new double[p];
    for (int j = 0; j < p; j++) {
      observed[j] = Math.abs(model.statistic(j).orElse(0));
    }
    int[] extreme = new int[p];
    Arrays.fill(extreme, 1);
    double[][] columns = design.columns();
    for (int n = 0; n < permutations; n++) {
      for (int i = k - 1; i > 0; i--) {
        int j = random.nextInt(i + 1);
        int kept = order[i];
        order[i] = order[j];
        order[j] = kept;
      }
      double[][] shuffled = new double[p][k];
      for (int j = 0; j < p; j++) {
        for (int i = 0; i < k; i++) {
          shuffled[j][i] = columns[j][order[i]];
        }
      }
      MixedModel other = MixedModel.fit(model.studies(), shuffled, model.options());
      for (int j = 0; j < p; j++) {
        if (Math.abs(other.statistic(j).orElse(0)) >= observed[j] - 1e-9) {
          extreme[j]++;
        }
      }
    }
    return Arrays.stream(extreme).mapToDouble(e -> e / (permutations + 1.0)).toArray();
  }
}
