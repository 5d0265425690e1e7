package org.winnow.metaanalysis.conversion;

import org.winnow.metaanalysis.Distributions;
import org.winnow.metaanalysis.PooledEffect;

/** Effects from one scale or report to another. */
public final class Effects {
  private static final double LOGISTIC = Math.PI / Math.sqrt(3);

  private Effects() {}

  /** SMD to log odds ratio, π/√3. */
  public static PooledEffect standardisedToLogOdds(double d, double se) {
    return new PooledEffect(d * LOGISTIC, se * LOGISTIC);
  }

  /** Log odds ratio to SMD, √3/π. */
  public static PooledEffect logOddsToStandardised(double logOdds, double se) {
    return new PooledEffect(logOdds / LOGISTIC, se / LOGISTIC);
  }

  /** OR to RR at an assumed control risk: OR/(1−ACR(1−OR)). */
  public static double riskRatio(double oddsRatio, double controlRisk) {
    return oddsRatio / (1 - controlRisk * (1 - oddsRatio));
  }

  /** The risk with intervention: ACR·RR. */
  public static double riskByRiskRatio(double controlRisk, double riskRatio) {
    return controlRisk * riskRatio;
  }

  /** The risk with intervention: ACR·OR/(1−ACR+ACR·OR). */
  public static double riskByOddsRatio(double controlRisk, double oddsRatio) {
    return controlRisk * oddsRatio / (1 - controlRisk + controlRisk * oddsRatio);
  }

  /** The risk with intervention: 1−(1−ACR)^HR. */
  public static double riskByHazardRatio(double controlRisk, double hazardRatio) {
    return 1 - Math.pow(1 - controlRisk, hazardRatio);
  }

  /** Number needed to treat for one to benefit; negative: for one to be harmed; ∞ for no effect. */
  public static double numberNeeded(double controlRisk, double risk) {
    return 1 / (controlRisk - risk);
  }

  /** ln HR = (O−E)/V, SE = 1/√V. */
  public static PooledEffect logHazard(double observedMinusExpected, double variance) {
    return new PooledEffect(observedMinusExpected / variance, 1 / Math.sqrt(variance));
  }

  /** V of a log-rank test from all events and the allocation: e·n1·n2/(n1+n2)² (Tierney 2007). */
  public static double logRankVariance(double events, double n1, double n2) {
    return events * n1 * n2 / ((n1 + n2) * (n1 + n2));
  }

  /** O−E of a log-rank test from its two-sided P and direction: ±√V·z (Tierney 2007). */
  public static double logRankDifference(double variance, double p, boolean benefit) {
    double size = Math.sqrt(variance) * Distributions.normalQuantile(1 - p / 2);
    return benefit ? -size : size;
  }

  /** ln(m1/m2) with SE √(s1²/(n1·m1²)+s2²/(n2·m2²)). */
  public static PooledEffect logRatioOfMeans(
      double m1, double sd1, double n1, double m2, double sd2, double n2) {
    return new PooledEffect(
        Math.log(m1 / m2), Math.sqrt(sd1 * sd1 / (n1 * m1 * m1) + sd2 * sd2 / (n2 * m2 * m2)));
  }
}
