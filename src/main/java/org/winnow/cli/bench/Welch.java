package org.winnow.cli.bench;

import java.util.Arrays;
import java.util.List;

/**
 * Whether two samples come from one mean: Welch's t, B. L. Welch, Biometrika 34 (1947) 28–35, on
 * samples without their extremes. Slow answers come from elsewhere, a full disk cache or a
 * collection, and would hide the small difference that tells of a vote.
 */
final class Welch {
  /** Left out at either end of each sample. */
  private static final double TRIMMED = 0.05;

  private Welch() {}

  /**
   * The difference of the trimmed means in units of its standard error; beyond 4.5 in absolute
   * value it is no chance.
   */
  static double t(List<Double> one, List<Double> other) {
    Sample a = Sample.of(one);
    Sample b = Sample.of(other);
    double error = Math.sqrt(a.variance / a.size + b.variance / b.size);
    return error == 0 ? 0 : (a.mean - b.mean) / error;
  }

  static double trimmedMean(List<Double> values) {
    return Sample.of(values).mean;
  }

  private record Sample(int size, double mean, double variance) {
    static Sample of(List<Double> values) {
      double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
      int cut = (int) (TRIMMED * sorted.length);
      double[] kept = Arrays.copyOfRange(sorted, cut, sorted.length - cut);
      if (kept.length < 2) {
        throw new IllegalArgumentException("too few measurements");
      }
      double mean = Arrays.stream(kept).average().orElseThrow();
      double squares = Arrays.stream(kept).map(value -> (value - mean) * (value - mean)).sum();
      return new Sample(kept.length, mean, squares / (kept.length - 1));
    }
  }
}
