package org.winnow.metaanalysis;

/**
 * Kendall's rank correlation of two samples of the same length.
 *
 * @param score S, concordant less discordant pairs
 * @param scoreVariance its variance under independence, ties accounted for
 * @param tau τ-b; 0 where a sample is constant
 * @param ties whether a sample has ties
 * @param n length
 */
public record RankCorrelation(double score, double scoreVariance, double tau, boolean ties, int n) {
  private static final int EXACT = 50;

  /** Correlates two samples. */
  public static RankCorrelation of(double[] x, double[] y) {
    int n = x.length;
    double s = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        s += Math.signum(x[i] - x[j]) * Math.signum(y[i] - y[j]);
      }
    }
    Ties a = Ties.of(x);
    Ties b = Ties.of(y);
    double pairs = n * (n - 1.0) / 2;
    double variance =
        (n * (n - 1.0) * (2.0 * n + 5) - a.third - b.third) / 18
            + 2 * a.pairs * b.pairs / (n * (n - 1.0))
            + (n > 2 ? a.triples * b.triples / (9.0 * n * (n - 1.0) * (n - 2.0)) : 0);
    double root = Math.sqrt((pairs - a.pairs) * (pairs - b.pairs));
    return new RankCorrelation(
        s, variance, root == 0 ? 0 : s / root, a.pairs > 0 || b.pairs > 0, n);
  }

  /** Two-sided P by the normal approximation; on demand the score is brought 1 nearer to 0. */
  public double normalPValue(boolean continuity) {
    return Distributions.normalTwoSided(z(continuity));
  }

  /** The standardised score. */
  public double z(boolean continuity) {
    double s = continuity ? Math.signum(score) * Math.max(0, Math.abs(score) - 1) : score;
    return s / Math.sqrt(scoreVariance);
  }

  /** Exact two-sided P for fewer than 50 pairs without ties, else the normal approximation. */
  public double pValue() {
    if (ties || n >= EXACT) {
      return normalPValue(false);
    }
    double[] counts = {1};
    for (int i = 2; i <= n; i++) {
      double[] next = new double[counts.length + i - 1];
      for (int j = 0; j < counts.length; j++) {
        for (int add = 0; add < i; add++) {
          next[j + add] += counts[j] / i;
        }
      }
      counts = next;
    }
    int concordant = (int) Math.round((score + n * (n - 1.0) / 2) / 2);
    double below = 0;
    double above = 0;
    for (int j = 0; j < counts.length; j++) {
      if (j <= concordant) {
        below += counts[j];
      }
      if (j >= concordant) {
        above += counts[j];
      }
    }
    return Math.min(1, 2 * Math.min(below, above));
  }

  private record Ties(double pairs, double triples, double third) {
    static Ties of(double[] x) {
      double[] sorted = x.clone();
      java.util.Arrays.sort(sorted);
      double pairs = 0;
      double triples = 0;
      double third = 0;
      for (int i = 0; i < sorted.length; ) {
        int j = i;
        while (j < sorted.length && sorted[j] == sorted[i]) {
          j++;
        }
        double t = j - i;
        pairs += t * (t - 1) / 2;
        triples += t * (t - 1) * (t - 2);
        third += t * (t - 1) * (2 * t + 5);
        i = j;
      }
      return new Ties(pairs, triples, third);
    }
  }
}
