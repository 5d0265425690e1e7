package org.winnow.metaanalysis.conversion;

/** Corrections for cluster-randomised and cross-over trials (Handbook 23). */
public final class Designs {
  private Designs() {}

  /** 1 + (M−1)·ICC for clusters of mean size M; 1 + ((1+cv²)M−1)·ICC when sizes vary by cv. */
  public static double designEffect(double meanSize, double cv, double icc) {
    return 1 + ((1 + cv * cv) * meanSize - 1) * icc;
  }

  /** A paired mean difference: SD of the differences and SE. */
  public record Paired(double difference, double sd, double standardError) {}

  /** A cross-over difference by the correlation r of the periods. */
  public static Paired crossover(double m1, double m2, double sd1, double sd2, double r, double n) {
    double sd = Math.sqrt(sd1 * sd1 + sd2 * sd2 - 2 * r * sd1 * sd2);
    return new Paired(m1 - m2, sd, sd / Math.sqrt(n));
  }

  /** The standardised difference by the average SD, SE = √(1/n+d²/2n)·√(2(1−r)). */
  public static Paired crossoverStandardised(
      double m1, double m2, double sd1, double sd2, double r, double n) {
    double sd = Math.sqrt((sd1 * sd1 + sd2 * sd2) / 2);
    double d = (m1 - m2) / sd;
    return new Paired(d, sd, Math.sqrt(1 / n + d * d / (2 * n)) * Math.sqrt(2 * (1 - r)));
  }

  /**
   * The marginal odds ratio of paired binary data (Becker and Balagtas 1993).
   *
   * @param both people with the event under both treatments
   * @param onlyFirst under the first only
   * @param onlySecond under the second only
   * @param none under neither
   */
  public static double marginalOddsRatio(
      double both, double onlyFirst, double onlySecond, double none) {
    return (both + onlyFirst) * (onlyFirst + none) / ((both + onlySecond) * (onlySecond + none));
  }
}
