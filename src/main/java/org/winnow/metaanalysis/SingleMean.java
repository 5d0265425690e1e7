package org.winnow.metaanalysis;

/** Measures of one mean and its standard deviation (Nakagawa 2015). */
public enum SingleMean {
  /** The mean, variance sd²/n. */
  MN,
  /** Its logarithm, variance sd²/(n·m²). */
  MNLN,
  /** Log coefficient of variation, ln(sd/m) + 1/(2(n−1)). */
  CVLN,
  /** Log standard deviation, ln sd + 1/(2(n−1)). */
  SDLN,
  /** The mean in standard deviations, without its bias; variance 1/n + g²/(2n). */
  SMN;

  /** The measure of one sample. */
  public StudyEffect of(double mean, double sd, double n) {
    double log = sd * sd / (n * mean * mean);
    double half = 1 / (2 * (n - 1));
    return switch (this) {
      case MN -> StudyEffect.of(mean, sd * sd / n);
      case MNLN -> StudyEffect.of(Math.log(mean), log);
      case CVLN -> StudyEffect.of(Math.log(sd / mean) + half, half + log);
      case SDLN -> StudyEffect.of(Math.log(sd) + half, half);
      case SMN -> {
        double g = BiasFactor.exact(n - 1) * mean / sd;
        yield StudyEffect.of(g, 1 / n + g * g / (2 * n));
      }
    };
  }
}
