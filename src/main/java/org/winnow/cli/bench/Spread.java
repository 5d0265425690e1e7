package org.winnow.cli.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Repeated measurements of one thing. */
record Spread(double min, double median, double max) {
  static Spread of(List<Double> values) {
    double[] sorted = sorted(values);
    return new Spread(sorted[0], at(sorted, 0.5), sorted[sorted.length - 1]);
  }

  /**
   * The value below which a share of all lies, by the nearest rank.
   *
   * @param share from 0 to 1
   */
  static double quantile(List<Double> values, double share) {
    return at(sorted(values), share);
  }

  private static double[] sorted(List<Double> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("nothing was measured");
    }
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return sorted;
  }

  private static double at(double[] sorted, double share) {
    return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.2f / %.2f / %.2f", min, median, max);
  }
}
