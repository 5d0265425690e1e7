package org.winnow.metaanalysis;

/** Mean, standard deviation and number of people in two arms. */
public record TwoMeans(double m1, double sd1, double n1, double m2, double sd2, double n2) {
  public TwoMeans {
    if (sd1 < 0 || sd2 < 0) {
      throw new IllegalArgumentException("A standard deviation is not negative");
    }
    if (n1 < 0 || n2 < 0) {
      throw new IllegalArgumentException("A number of people is not negative");
    }
  }

  public double total() {
    return n1 + n2;
  }

  /** The pooled standard deviation on N − 2 degrees of freedom. */
  public double pooledSd() {
    return Math.sqrt(((n1 - 1) * sd1 * sd1 + (n2 - 1) * sd2 * sd2) / (n1 + n2 - 2));
  }

  /** The squared coefficient of variation over n of an arm: the variance of the log mean. */
  double logMeanVariance1() {
    return sd1 * sd1 / (n1 * m1 * m1);
  }

  double logMeanVariance2() {
    return sd2 * sd2 / (n2 * m2 * m2);
  }
}
