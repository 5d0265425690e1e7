package org.winnow.metaanalysis;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalDouble;

/** The lines under a forest plot, word for word as RevMan prints them. */
public final class RevManText {
  private RevManText() {}

  /** E.g. "Heterogeneity: Tau² = 0.07; Chi² = 70.93, df = 11 (P &lt; 0.00001); I² = 84%". */
  public static String heterogeneity(RevMan.Result result) {
    return heterogeneity(
        result.model() == RevMan.Model.RANDOM
            ? OptionalDouble.of(result.tauSquared())
            : OptionalDouble.empty(),
        result.heterogeneity(),
        result.heterogeneity().iSquared());
  }

  /**
   * The same line with an I² that need not come from Q.
   *
   * @param tauSquared empty in a fixed model
   * @param iSquared in percent
   */
  public static String heterogeneity(OptionalDouble tauSquared, Heterogeneity q, double iSquared) {
    if (q.df() < 1) {
      return "Heterogeneity: Not applicable";
    }
    return "Heterogeneity: "
        + (tauSquared.isPresent() ? "Tau² = " + rounded(tauSquared.getAsDouble(), 2) + "; " : "")
        + "Chi² = "
        + rounded(q.q(), 2)
        + ", df = "
        + rounded(q.df(), 0)
        + " ("
        + pValue(q.pValue())
        + "); I² = "
        + rounded(iSquared, 0)
        + "%";
  }

  /** E.g. "Test for overall effect: Z = 4.67 (P &lt; 0.00001)". */
  public static String overallEffect(PooledEffect total) {
    return "Test for overall effect: Z = "
        + rounded(Math.abs(total.z()), 2)
        + " ("
        + pValue(total.pValue())
        + ")";
  }

  /** E.g. "Test for subgroup differences: Chi² = 1.31, df = 1 (P = 0.25), I² = 23.4%". */
  public static String subgroupDifferences(Optional<Heterogeneity> test) {
    return test.map(
            q ->
                "Test for subgroup differences: Chi² = "
                    + rounded(q.q(), 2)
                    + ", df = "
                    + rounded(q.df(), 0)
                    + " ("
                    + pValue(q.pValue())
                    + "), I² = "
                    + (q.iSquared() == 0 ? "0" : rounded(q.iSquared(), 1))
                    + "%")
        .orElse("Test for subgroup differences: Not applicable");
  }

  /** E.g. "0.72 [0.49, 1.06]", at two decimals of values on their own scale. */
  public static String estimate(double value, Interval interval) {
    return rounded(value, 2)
        + " ["
        + rounded(interval.lower(), 2)
        + ", "
        + rounded(interval.upper(), 2)
        + "]";
  }

  /** Two decimals, three below 0.01, four below 0.001; bounds below 0.0001. */
  public static String pValue(double p) {
    if (p < 0.00001) {
      return "P < 0.00001";
    }
    if (p < 0.0001) {
      return "P < 0.0001";
    }
    return "P = " + rounded(p, p < 0.001 ? 4 : p < 0.01 ? 3 : 2);
  }

  /** Rounds the decimal value of the double half up (away from zero), as RevMan does. */
  public static String rounded(double value, int decimals) {
    BigDecimal rounded = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP);
    return rounded.toPlainString();
  }
}
