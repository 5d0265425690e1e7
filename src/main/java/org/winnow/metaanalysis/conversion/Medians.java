package org.winnow.metaanalysis.conversion;

import java.util.Map;
import org.winnow.metaanalysis.Distributions;

/**
 * Mean and SD from the median with the range, the quartiles, or both, in n people. For data that
 * are near normal; screen for skewness first.
 */
public final class Medians {
  /** Wan 2014, table 1: the expected range of n standard normal values. */
  private static final double[] XI = {
    0, 1.128, 1.693, 2.059, 2.326, 2.534, 2.704, 2.847, 2.970, 3.078, 3.173, 3.259, 3.336, 3.407,
    3.472, 3.532, 3.588, 3.640, 3.689, 3.735, 3.778, 3.819, 3.858, 3.895, 3.931, 3.964, 3.997,
    4.027, 4.057, 4.086, 4.113, 4.139, 4.165, 4.189, 4.213, 4.236, 4.259, 4.280, 4.301, 4.322,
    4.341, 4.361, 4.379, 4.398, 4.415, 4.433, 4.450, 4.466, 4.482, 4.498
  };

  /** Wan 2014, table 2: the expected interquartile range of 4Q+1 values, for Q from 1. */
  private static final double[] ETA = {
    0.990, 1.144, 1.206, 1.239, 1.260, 1.274, 1.284, 1.292, 1.298, 1.303, 1.307, 1.311, 1.313
  };

  private Medians() {}

  /** Minimum a, quartiles q1 and q3, median m, maximum b. */
  public record FiveNumbers(double a, double q1, double m, double q3, double b, double n) {
    private Map<String, Double> inputs() {
      return Map.of("min", a, "q1", q1, "median", m, "q3", q3, "max", b, "n", n);
    }
  }

  private static double xi(double n) {
    return 2 * Distributions.normalQuantile((n - 0.375) / (n + 0.25));
  }

  private static double eta(double n) {
    return 2 * Distributions.normalQuantile((0.75 * n - 0.125) / (n + 0.25));
  }

  private static Map<String, Double> range(double a, double m, double b, double n) {
    return Map.of("min", a, "median", m, "max", b, "n", n);
  }

  private static Map<String, Double> quartiles(double q1, double m, double q3, double n) {
    return Map.of("q1", q1, "median", m, "q3", q3, "n", n);
  }

  /** Luo 2018: w(a+b)/2 + (1−w)m, w = 4/(4+n^0.75). */
  public static Converted meanFromRange(double a, double m, double b, double n) {
    double w = 4 / (4 + Math.pow(n, 0.75));
    return new Converted(
        w * (a + b) / 2 + (1 - w) * m, "Mean from range (Luo 2018)", range(a, m, b, n));
  }

  /** Hozo 2005: (a+2m+b)/4, without the weights of the sample size (superseded). */
  public static Converted meanFromRangeHozo(double a, double m, double b, double n) {
    return new Converted(
        n > 25 ? m : (a + 2 * m + b) / 4, "Mean from range (Hozo 2005)", range(a, m, b, n));
  }

  /** Wan 2014: (b−a)/ξ. */
  public static Converted sdFromRange(double a, double m, double b, double n) {
    return new Converted((b - a) / xi(n), "SD from range (Wan 2014)", range(a, m, b, n));
  }

  /** Luo 2018: w(q1+q3)/2 + (1−w)m, w = 0.7+0.39/n. */
  public static Converted meanFromQuartiles(double q1, double m, double q3, double n) {
    double w = 0.7 + 0.39 / n;
    return new Converted(
        w * (q1 + q3) / 2 + (1 - w) * m, "Mean from quartiles (Luo 2018)", quartiles(q1, m, q3, n));
  }

  /** Wan 2014: (q1+m+q3)/3. */
  public static Converted meanFromQuartilesWan(double q1, double m, double q3, double n) {
    return new Converted(
        (q1 + m + q3) / 3, "Mean from quartiles (Wan 2014)", quartiles(q1, m, q3, n));
  }

  /** Wan 2014: (q3−q1)/η. */
  public static Converted sdFromQuartiles(double q1, double m, double q3, double n) {
    return new Converted(
        (q3 - q1) / eta(n), "SD from quartiles (Wan 2014)", quartiles(q1, m, q3, n));
  }

  /** Luo 2018: w₁ = 2.2/(2.2+n^0.75), w₂ = 0.7−0.72/n^0.55. */
  public static Converted mean(FiveNumbers x) {
    double w1 = 2.2 / (2.2 + Math.pow(x.n, 0.75));
    double w2 = 0.7 - 0.72 / Math.pow(x.n, 0.55);
    return new Converted(
        w1 * (x.a + x.b) / 2 + w2 * (x.q1 + x.q3) / 2 + (1 - w1 - w2) * x.m,
        "Mean from five numbers (Luo 2018)",
        x.inputs());
  }

  /** Wan 2014: (a+2q1+2m+2q3+b)/8. */
  public static Converted meanWan(FiveNumbers x) {
    return new Converted(
        (x.a + 2 * x.q1 + 2 * x.m + 2 * x.q3 + x.b) / 8,
        "Mean from five numbers (Wan 2014)",
        x.inputs());
  }

  /** Shi 2020: w(b−a)/ξ + (1−w)(q3−q1)/η, w = 1/(1+0.07n^0.6). */
  public static Converted sd(FiveNumbers x) {
    double w = 1 / (1 + 0.07 * Math.pow(x.n, 0.6));
    return new Converted(
        w * (x.b - x.a) / xi(x.n) + (1 - w) * (x.q3 - x.q1) / eta(x.n),
        "SD from five numbers (Shi 2020)",
        x.inputs());
  }

  /**
   * Wan 2014: the mean of the estimates by range and by quartiles; by their tables up to n = 50.
   */
  public static Converted sdWan(FiveNumbers x) {
    boolean small = x.n <= XI.length;
    double byRange = (x.b - x.a) / (small ? XI[(int) x.n - 1] : xi(x.n));
    double byQuartiles =
        (x.q3 - x.q1) / (small ? ETA[(int) Math.ceil((x.n - 1) / 4) - 1] : eta(x.n));
    return new Converted(
        (byRange + byQuartiles) / 2, "SD from five numbers (Wan 2014)", x.inputs());
  }

  /** Mean and SD of log-normal data. */
  public record LogNormal(Converted mean, Converted sd) {}

  /** From quartiles of log-normal data (Shi 2020b). */
  public static LogNormal logNormalFromQuartiles(double q1, double m, double q3, double n) {
    double sigma = (Math.log(q3) - Math.log(q1)) / eta(n);
    return logNormal(
        meanFromQuartiles(Math.log(q1), Math.log(m), Math.log(q3), n).value(),
        sigma * sigma / (1 + 1.58 / n),
        Math.pow(sigma, 4) / (1 + 19.2 / Math.pow(n, 1.2)),
        new double[] {0.57 / n, 0.75 / n},
        "from quartiles, log-normal (Shi 2020b)",
        quartiles(q1, m, q3, n));
  }

  /** From the range of log-normal data (Shi 2020b). */
  public static LogNormal logNormalFromRange(double a, double m, double b, double n) {
    double sigma = (Math.log(b) - Math.log(a)) / xi(n);
    double log = Math.log(n);
    return logNormal(
        meanFromRange(Math.log(a), Math.log(m), Math.log(b), n).value(),
        sigma * sigma / (1.01 + 0.25 / (log * log)),
        Math.pow(sigma, 4) / (1 + 2.23 / (log * log)),
        new double[] {0.565 / n, 0.37 / n},
        "from range, log-normal (Shi 2020b)",
        range(a, m, b, n));
  }

  /** Back from the log scale, with unbiased second and fourth powers of σ. */
  private static LogNormal logNormal(
      double mu, double s2, double s4, double[] bias, String method, Map<String, Double> inputs) {
    double mean = Math.exp(mu + s2 / 2) / (1 + bias[0] * s2 + bias[1] * s4);
    double variance =
        Math.exp(2 * mu + 2 * s2) / (1 + 4 * bias[0] * s2 + 16 * bias[1] * s4)
            - Math.exp(2 * mu + s2) / (1 + 4 * bias[0] * s2 + 4 * bias[1] * s4);
    return new LogNormal(
        new Converted(mean, "Mean " + method, inputs),
        new Converted(Math.sqrt(variance), "SD " + method, inputs));
  }

  /**
   * A skewness screen (Shi 2023).
   *
   * @param critical above it, do not convert as if the data were normal
   */
  public record Skewness(double statistic, double critical) {
    public boolean skewed() {
      return statistic > critical;
    }
  }

  /** |a+b−2m|/(b−a) against 1/ln(n+9)+2.5/(n+1). */
  public static Skewness skewnessByRange(double a, double m, double b, double n) {
    return new Skewness(Math.abs(a + b - 2 * m) / (b - a), 1 / Math.log(n + 9) + 2.5 / (n + 1));
  }

  /** |q1+q3−2m|/(q3−q1) against 2.65/√n−6/n². */
  public static Skewness skewnessByQuartiles(double q1, double m, double q3, double n) {
    return new Skewness(Math.abs(q1 + q3 - 2 * m) / (q3 - q1), 2.65 / Math.sqrt(n) - 6 / (n * n));
  }

  /** max(2.65·ln(0.6n)/√n·T₁, T₂) against 3/√n−40/n³. */
  public static Skewness skewness(FiveNumbers x) {
    double byRange = Math.abs(x.a + x.b - 2 * x.m) / (x.b - x.a);
    double byQuartiles = Math.abs(x.q1 + x.q3 - 2 * x.m) / (x.q3 - x.q1);
    return new Skewness(
        Math.max(2.65 * Math.log(0.6 * x.n) / Math.sqrt(x.n) * byRange, byQuartiles),
        3 / Math.sqrt(x.n) - 40 / Math.pow(x.n, 3));
  }
}
