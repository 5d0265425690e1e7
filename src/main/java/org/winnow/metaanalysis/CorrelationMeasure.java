package org.winnow.metaanalysis;

/** Effect measures of a correlation r in n people. */
public enum CorrelationMeasure {
  /** r, variance (1−r²)²/(n−1). */
  COR,
  /** r without its bias (Olkin and Pratt 1958): r·₂F₁(½, ½; (n−2)/2; 1−r²). */
  UCOR,
  /** Fisher's z, variance 1/(n−3). */
  ZCOR;

  private static final int TERMS = 1_000_000;

  /**
   * The effect of one study.
   *
   * @throws IllegalArgumentException for r outside −1 to 1
   */
  public StudyEffect of(double r, double n) {
    if (!(Math.abs(r) <= 1)) {
      throw new IllegalArgumentException("A correlation lies between -1 and 1: " + r);
    }
    if (n <= 4) {
      return new StudyEffect.NotEstimable(StudyEffect.Reason.NOT_DEFINED);
    }
    return switch (this) {
      case COR -> StudyEffect.of(r, square(1 - r * r) / (n - 1));
      case UCOR -> {
        double y = r * hypergeometric(0.5, 0.5, (n - 2) / 2, 1 - r * r);
        yield StudyEffect.of(y, square(1 - y * y) / (n - 1));
      }
      case ZCOR -> StudyEffect.of(Math.log((1 + r) / (1 - r)) / 2, 1 / (n - 3));
    };
  }

  private static double square(double x) {
    return x * x;
  }

  /** Gauss's series; converges for 0 ≤ x < 1, and at 1 for c > a + b. */
  private static double hypergeometric(double a, double b, double c, double x) {
    double term = 1;
    double sum = 1;
    for (int i = 0; i < TERMS; i++) {
      term *= (a + i) * (b + i) / ((c + i) * (i + 1)) * x;
      sum += term;
      if (term < Math.ulp(sum) / 4) {
        break;
      }
    }
    return sum;
  }
}
