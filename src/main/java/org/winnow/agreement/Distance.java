package org.winnow.agreement;

/** How far apart two classes are, for Krippendorff's alpha. */
public enum Distance {
  NOMINAL,
  /** By the number of ratings that lie between them. */
  ORDINAL,
  /** By the squared difference of their places. */
  INTERVAL;

  /**
   * @param ratings how many pairable ratings each class has
   */
  double between(int c, int k, double[] ratings) {
    return switch (this) {
      case NOMINAL -> c == k ? 0 : 1;
      case ORDINAL -> {
        double sum = 0;
        for (int g = Math.min(c, k); g <= Math.max(c, k); g++) {
          sum += ratings[g];
        }
        double apart = c == k ? 0 : sum - (ratings[c] + ratings[k]) / 2;
        yield apart * apart;
      }
      case INTERVAL -> (double) (c - k) * (c - k);
    };
  }
}
