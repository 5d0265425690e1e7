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

  /**
   * The covariance matrix of differences between arms of the same trials: an arm's mean has the
   * variance 1/n, and an arm that two differences share correlates them, negatively where it stands
   * first in one and second in the other.
   */
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
          double shared =
              shared(first.get(i), n1[i], first.get(j), n1[j])
                  - shared(first.get(i), n1[i], second.get(j), n2[j])
                  - shared(second.get(i), n2[i], first.get(j), n1[j])
                  + shared(second.get(i), n2[i], second.get(j), n2[j]);
          double r = shared / Math.sqrt((1 / n1[i] + 1 / n2[i]) * (1 / n1[j] + 1 / n2[j]));
          out[i][j] = r * Math.sqrt(variances[i] * variances[j]);
          out[j][i] = out[i][j];
        }
      }
    }
    return out;
  }

  private static double shared(String arm, double n, String other, double otherN) {
    return arm.equals(other) ? 1 / Math.sqrt(n * otherN) : 0;
  }
}
