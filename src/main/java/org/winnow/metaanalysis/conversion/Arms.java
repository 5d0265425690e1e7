package org.winnow.metaanalysis.conversion;

import java.util.List;

/** Arms of a trial joined, or a shared one divided (Handbook 6.5.2.10, 23.3.4). */
public final class Arms {
  private Arms() {}

  /** People, mean and SD of an arm. */
  public record Arm(double n, double mean, double sd) {}

  /** Joins arms exactly: SD² = [Σ(n−1)s² + Σn(m−M)²]/(N−1). */
  public static Arm combined(List<Arm> arms) {
    double n = arms.stream().mapToDouble(Arm::n).sum();
    double mean = arms.stream().mapToDouble(a -> a.n() * a.mean()).sum() / n;
    double squares =
        arms.stream()
            .mapToDouble(
                a -> (a.n() - 1) * a.sd() * a.sd() + a.n() * (a.mean() - mean) * (a.mean() - mean))
            .sum();
    return new Arm(n, mean, Math.sqrt(squares / (n - 1)));
  }

  /** The whole-number parts of a count over so many comparisons; the larger ones come first. */
  public static int[] split(int count, int comparisons) {
    int[] parts = new int[comparisons];
    for (int i = 0; i < comparisons; i++) {
      parts[i] = count / comparisons + (i < count % comparisons ? 1 : 0);
    }
    return parts;
  }

  /** The covariance matrix of effects against a shared arm, correlations from the arms' sizes. */
  public static double[][] sharedCovariance(
      List<String> trials,
      List<String> first,
      List<String> second,
      double[] n1,
      double[] n2,
      double[] variances) {
    int k = variances.length;
    double[][] out = new double[k][k];
    for (int i = 0; i < k; i++) {
      out[i][i] = variances[i];
      for (int j = 0; j < i; j++) {
        if (trials.get(i).equals(trials.get(j))) {
          double r = correlation(first, second, n1, n2, i, j);
          out[i][j] = r * Math.sqrt(variances[i] * variances[j]);
          out[j][i] = out[i][j];
        }
      }
    }
    return out;
  }

  private static double correlation(
      List<String> first, List<String> second, double[] n1, double[] n2, int i, int j) {
    if (second.get(i).equals(second.get(j))) {
      return 1 / Math.sqrt((1 + n2[i] / n1[i]) * (1 + n2[j] / n1[j]));
    }
    if (first.get(i).equals(first.get(j))) {
      return 1 / Math.sqrt((1 + n1[i] / n2[i]) * (1 + n1[j] / n2[j]));
    }
    return 0;
  }
}
