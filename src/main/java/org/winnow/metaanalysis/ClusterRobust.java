package org.winnow.metaanalysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Standard errors that hold when effects of a cluster depend on each other. */
public final class ClusterRobust {
  private ClusterRobust() {}

  /**
   * The sandwich estimate for a pooled effect with the small-sample factor m/(m−1) over m clusters
   * (CR1), t on m − 1 degrees of freedom.
   *
   * @throws IllegalArgumentException for fewer than two clusters
   */
  public static PooledInterval pooled(MixedModel model, List<String> clusters) {
    Map<String, Double> scores = new LinkedHashMap<>();
    double tau2 = model.tauSquared().value();
    double weights = 0;
    double[] residuals = model.residuals();
    for (int i = 0; i < residuals.length; i++) {
      double w = 1 / (model.studies().variance(i) + tau2);
      weights += w;
      scores.merge(clusters.get(i), w * residuals[i], Double::sum);
    }
    double m = scores.size();
    if (m < 2) {
      throw new IllegalArgumentException("Robust errors need two clusters");
    }
    double meat = scores.values().stream().mapToDouble(s -> s * s).sum();
    return PooledInterval.of(
        model.estimate(), Math.sqrt(m / (m - 1) * meat) / weights, m - 1, model.options().level());
  }
}
