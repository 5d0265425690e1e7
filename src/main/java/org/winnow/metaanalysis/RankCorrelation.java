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
  /** The largest sample whose orders can be counted in doubles, n! being beyond them then. */
  private static final int EXACT = 170;

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

  /** The standardised score; 0 where a sample is constant. */
  public double z(boolean continuity) {
    if (!(scoreVariance > 0)) {
      return 0;
    }
    double s = continuity ? Math.signum(score) * Math.max(0, Math.abs(score) - 1) : score;
    return s / Math.sqrt(scoreVariance);
  }

  /** Exact two-sided P for up to 170 pairs without ties, else the normal approximation. */
  public double pValue() {
    if (ties || n > EXACT) {
      return normalPValue(false);
    }
    int pairs = n * (n - 1) / 2;
    int concordant = (int) Math.round((score + pairs) / 2);
    int tail = Math.min(concordant, pairs - concordant);
    double[] shares = {1};
    for (int i = 2; i <= n; i++) {
      shares = withOneMore(shares, i, tail);
    }
    double sum = 0;
    for (int j = 0; j <= Math.min(tail, shares.length - 1); j++) {
      sum += shares[j];
    }
    return Math.min(1, 2 * sum);
  }

  /**
   * The distribution of the concordant pairs up to a count when an i-th pair joins: it is
   * concordant with 0 to i − 1 of the others, each as likely.
   */
  private static double[] withOneMore(double[] shares, int i, int most) {
    double[] next = new double[Math.min(most + 1, i * (i - 1) / 2 + 1)];
    for (int j = 0; j < next.length; j++) {
      double sum = 0;
      for (int add = Math.max(0, j - shares.length + 1); add < i && add <= j; add++) {
        sum += shares[j - add];
      }
      next[j] = sum / i;
    }
    return next;
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
