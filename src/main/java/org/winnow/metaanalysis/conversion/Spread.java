package org.winnow.metaanalysis.conversion;

import java.util.Map;
import org.winnow.metaanalysis.Distributions;

/** Standard deviations and errors from what papers print (Cochrane Handbook 6.5.2). */
public final class Spread {
  private Spread() {}

  /** SD = SE·√n. */
  public static Converted sdFromError(double se, double n) {
    return new Converted(se * Math.sqrt(n), "SD from standard error", Map.of("se", se, "n", n));
  }

  /** SD = √n·(hi−lo)/(2q), q from t on n − 1 degrees of freedom: small samples. */
  public static Converted sdFromIntervalT(double low, double high, double n, double level) {
    return fromInterval(
        low, high, n, Distributions.tQuantile((1 + level) / 2, n - 1), "SD from interval (t)");
  }

  /** SD = √n·(hi−lo)/(2q), q normal: large samples. */
  public static Converted sdFromIntervalZ(double low, double high, double n, double level) {
    return fromInterval(
        low, high, n, Distributions.normalQuantile((1 + level) / 2), "SD from interval (z)");
  }

  private static Converted fromInterval(
      double low, double high, double n, double q, String method) {
    return new Converted(
        Math.sqrt(n) * (high - low) / (2 * q), method, Map.of("lo", low, "hi", high, "n", n));
  }

  /** SD of a change: √(SDb² + SDf² − 2r·SDb·SDf). */
  public static Converted sdOfChange(double sdBefore, double sdAfter, double r) {
    return new Converted(
        Math.sqrt(sdBefore * sdBefore + sdAfter * sdAfter - 2 * r * sdBefore * sdAfter),
        "SD of change by an imputed correlation",
        Map.of("sdb", sdBefore, "sdf", sdAfter, "r", r));
  }

  /** The correlation that a study with all three SDs reveals. */
  public static Converted correlation(double sdBefore, double sdAfter, double sdChange) {
    return new Converted(
        (sdBefore * sdBefore + sdAfter * sdAfter - sdChange * sdChange) / (2 * sdBefore * sdAfter),
        "Correlation from the SD of change",
        Map.of("sdb", sdBefore, "sdf", sdAfter, "sdc", sdChange));
  }

  /** SE of a mean difference from its t statistic: |MD/t|. */
  public static Converted errorFromT(double difference, double t) {
    return new Converted(Math.abs(difference / t), "SE from t", Map.of("md", difference, "t", t));
  }

  /** SE of a mean difference from its two-sided P; a bound such as "P &lt; 0.05" gives a bound. */
  public static Converted errorFromP(double difference, double p, double n1, double n2) {
    return new Converted(
        Math.abs(difference) / Distributions.tQuantile(1 - p / 2, n1 + n2 - 2),
        "SE from P (t on n1 + n2 - 2)",
        Map.of("md", difference, "p", p, "n1", n1, "n2", n2));
  }

  /** SE of a mean difference from its 95 % interval. */
  public static Converted errorFromInterval(double low, double high, double n1, double n2) {
    return new Converted(
        (high - low) / (2 * Distributions.tQuantile(0.975, n1 + n2 - 2)),
        "SE from interval (t on n1 + n2 - 2)",
        Map.of("lo", low, "hi", high, "n1", n1, "n2", n2));
  }

  /** The SD that both arms share: SE/√(1/n1+1/n2). */
  public static Converted commonSd(double se, double n1, double n2) {
    return new Converted(
        se / Math.sqrt(1 / n1 + 1 / n2),
        "Common SD from the SE of a difference",
        Map.of("se", se, "n1", n1, "n2", n2));
  }

  /** SE of a log ratio from its 95 % interval: (ln hi − ln lo)/(2·1.96). */
  public static Converted logErrorFromInterval(double low, double high) {
    return new Converted(
        (Math.log(high) - Math.log(low)) / (2 * Distributions.normalQuantile(0.975)),
        "SE of the log ratio from interval",
        Map.of("lo", low, "hi", high));
  }

  /** SE of a log ratio from its two-sided P: |ln est / z|. */
  public static Converted logErrorFromP(double estimate, double p) {
    return new Converted(
        Math.abs(Math.log(estimate) / Distributions.normalQuantile(p / 2)),
        "SE of the log ratio from P",
        Map.of("est", estimate, "p", p));
  }
}
