package org.winnow.metaanalysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Effects within clusters: y = μ + between-cluster + within-cluster + sampling error, by REML
 * (Konstantopoulos 2011). Every study is its own unit within its cluster. O(k) per step, as the
 * blocks diag(v+σ²₂) + σ²₁·11' are inverted by Sherman and Morrison.
 *
 * @param between σ²₁, the variance between clusters
 * @param within σ²₂, the variance between studies of a cluster
 */
public record ThreeLevelModel(
    double estimate, double standardError, double between, double within, double logLikelihood) {

  /** Fits the model. */
  public static ThreeLevelModel fit(EffectSizes studies, List<String> clusters) {
    Map<String, Integer> index = new LinkedHashMap<>();
    int[] cluster = new int[studies.count()];
    for (int i = 0; i < cluster.length; i++) {
      Integer known = index.putIfAbsent(clusters.get(i), index.size());
      cluster[i] = known == null ? index.size() - 1 : known;
    }
    double crude =
        Math.max(BetweenStudyVariance.estimate(TauSquaredEstimator.DL, studies).value(), 1e-4);
    double root = Math.sqrt(crude / 2);
    // Squares keep the variances from becoming negative and let them reach 0.
    double[] best =
        Minimiser.minimise(
            x -> -likelihood(studies, cluster, index.size(), x[0] * x[0], x[1] * x[1])[0],
            new double[] {root, root},
            new double[] {root / 2, root / 2});
    double between = best[0] * best[0];
    double within = best[1] * best[1];
    double[] at = likelihood(studies, cluster, index.size(), between, within);
    return new ThreeLevelModel(at[1], 1 / Math.sqrt(at[2]), between, within, at[0]);
  }

  /** Restricted log-likelihood, μ and its precision. */
  private static double[] likelihood(
      EffectSizes studies, int[] cluster, int clusters, double between, double within) {
    double[] w = new double[clusters];
    double[] wy = new double[clusters];
    double[] wyy = new double[clusters];
    double logs = 0;
    double base = studies.estimate(0);
    for (int i = 0; i < cluster.length; i++) {
      double d = studies.variance(i) + within;
      double y = studies.estimate(i) - base;
      w[cluster[i]] += 1 / d;
      wy[cluster[i]] += y / d;
      wyy[cluster[i]] += y * y / d;
      logs += Math.log(d);
    }
    double precision = 0;
    double sum = 0;
    double squares = 0;
    for (int g = 0; g < clusters; g++) {
      double shrink = 1 + between * w[g];
      logs += Math.log(shrink);
      precision += w[g] / shrink;
      sum += wy[g] / shrink;
      squares += wyy[g] - between * wy[g] * wy[g] / shrink;
    }
    double mean = sum / precision;
    int k = cluster.length;
    double likelihood =
        -((k - 1) * Math.log(2 * Math.PI)
                - Math.log(k)
                + logs
                + Math.log(precision)
                + squares
                - sum * mean)
            / 2;
    return new double[] {likelihood, base + mean, precision};
  }

  public double z() {
    return estimate / standardError;
  }

  public double pValue() {
    return Distributions.normalTwoSided(z());
  }

  public Interval interval(double level) {
    return new PooledEffect(estimate, standardError).interval(level);
  }
}
