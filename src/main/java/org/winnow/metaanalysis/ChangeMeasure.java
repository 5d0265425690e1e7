package org.winnow.metaanalysis;

/**
 * Measures of a change within people (before and after, or the periods of a cross-over trial), with
 * correlation r between the two (Gibbons 1993, Becker 1988, Bonett 2008, Lajeunesse 2011).
 */
public enum ChangeMeasure {
  /** m1 − m2. */
  MC,
  /** Standardised by the SD of the change. */
  SMCC,
  /** Standardised by the first SD. */
  SMCR,
  /** As SMCR, with a variance for unequal variances. */
  SMCRH,
  /** Standardised by the root of the mean variance. */
  SMCRP,
  /** As SMCRP, with a variance for unequal variances. */
  SMCRPH,
  /** ln(m1/m2). */
  ROMC,
  /** Log ratio of the coefficients of variation. */
  CVRC,
  /** Log ratio of the standard deviations. */
  VRC;

  /** Two means of the same n people. */
  public record Paired(double m1, double m2, double sd1, double sd2, double n, double r) {
    public Paired {
      if (sd1 < 0 || sd2 < 0 || n < 0 || Math.abs(r) > 1) {
        throw new IllegalArgumentException(
            "Standard deviations and n from 0, r from -1 to 1: "
                + sd1
                + ", "
                + sd2
                + ", "
                + n
                + ", "
                + r);
      }
    }

    /** The variance of the change, sd1² + sd2² − 2·r·sd1·sd2. */
    public double changeVariance() {
      return sd1 * sd1 + sd2 * sd2 - 2 * r * sd1 * sd2;
    }
  }

  /** The effect of one study. */
  public StudyEffect of(Paired s, boolean biasCorrected) {
    double n = s.n();
    double change = s.m1() - s.m2();
    double v1 = s.sd1() * s.sd1();
    double v2 = s.sd2() * s.sd2();
    double log1 = v1 / (n * s.m1() * s.m1());
    double log2 = v2 / (n * s.m2() * s.m2());
    double j = biasCorrected ? BiasFactor.exact(n - 1) : 1;
    return switch (this) {
      case MC -> StudyEffect.of(change, s.changeVariance() / n);
      case SMCC -> {
        double y = j * change / Math.sqrt(s.changeVariance());
        yield StudyEffect.of(y, 1 / n + y * y / (2 * n));
      }
      case SMCR -> {
        double y = j * change / s.sd1();
        yield StudyEffect.of(y, 2 * (1 - s.r()) / n + y * y / (2 * n));
      }
      case SMCRH -> {
        double y = j * change / s.sd1();
        yield StudyEffect.of(y, s.changeVariance() / (v1 * (n - 1)) + y * y / (2 * (n - 1)));
      }
      case SMCRP, SMCRPH -> pooled(s, biasCorrected);
      case ROMC ->
          StudyEffect.of(
              Math.log(s.m1() / s.m2()) + (biasCorrected ? (log1 - log2) / 2 : 0),
              log1 + log2 - 2 * s.r() * s.sd1() * s.sd2() / (s.m1() * s.m2() * n));
      case CVRC ->
          StudyEffect.of(
              Math.log(s.sd1() / s.m1())
                  - Math.log(s.sd2() / s.m2())
                  - (biasCorrected ? (log1 - log2) / 2 : 0),
              (1 - s.r() * s.r()) / (n - 1)
                  + log1
                  + log2
                  - 2 * s.r() * s.sd1() * s.sd2() / (s.m1() * s.m2() * n));
      case VRC -> StudyEffect.of(Math.log(s.sd1() / s.sd2()), (1 - s.r() * s.r()) / (n - 1));
    };
  }

  private StudyEffect pooled(Paired s, boolean biasCorrected) {
    double n = s.n();
    double r2 = s.r() * s.r();
    double v1 = s.sd1() * s.sd1();
    double v2 = s.sd2() * s.sd2();
    double mean = (v1 + v2) / 2;
    double j = biasCorrected ? BiasFactor.exact(2 * (n - 1) / (1 + r2)) : 1;
    double y = j * (s.m1() - s.m2()) / Math.sqrt(mean);
    return this == SMCRP
        ? StudyEffect.of(y, 2 * (1 - s.r()) / n + y * y * (1 + r2) / (4 * n))
        : StudyEffect.of(
            y,
            s.changeVariance() / (mean * (n - 1))
                + y * y * (v1 * v1 + v2 * v2 + 2 * r2 * v1 * v2) / (8 * mean * mean * (n - 1)));
  }
}
