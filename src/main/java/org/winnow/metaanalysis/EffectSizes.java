package org.winnow.metaanalysis;

/**
 * Estimates and sampling variances of the studies that enter an analysis, on the analysis scale.
 * What is not estimable has been left out before: every value here is finite and every variance
 * positive.
 */
public final class EffectSizes {
  private final double[] estimates;
  private final double[] variances;

  private EffectSizes(double[] estimates, double[] variances) {
    this.estimates = estimates;
    this.variances = variances;
  }

  /**
   * Takes the estimates and variances of k ≥ 1 studies.
   *
   * @throws IllegalArgumentException naming the row (from 1) whose estimate is not finite or whose
   *     variance is not positive and finite
   */
  public static EffectSizes of(double[] estimates, double[] variances) {
    if (estimates.length != variances.length) {
      throw new IllegalArgumentException(
          estimates.length + " estimates, but " + variances.length + " variances");
    }
    if (estimates.length == 0) {
      throw new IllegalArgumentException("No study to analyse");
    }
    for (int i = 0; i < estimates.length; i++) {
      if (!Double.isFinite(estimates[i])) {
        throw new IllegalArgumentException("Row " + (i + 1) + ": estimate " + estimates[i]);
      }
      if (!(variances[i] > 0) || Double.isInfinite(variances[i])) {
        throw new IllegalArgumentException("Row " + (i + 1) + ": variance " + variances[i]);
      }
    }
    return new EffectSizes(estimates.clone(), variances.clone());
  }

  public int count() {
    return estimates.length;
  }

  public double estimate(int i) {
    return estimates[i];
  }

  public double variance(int i) {
    return variances[i];
  }

  public double standardError(int i) {
    return Math.sqrt(variances[i]);
  }

  public double[] estimates() {
    return estimates.clone();
  }

  public double[] variances() {
    return variances.clone();
  }

  /** The same studies without one. */
  public EffectSizes without(int left) {
    double[] y = new double[count() - 1];
    double[] v = new double[count() - 1];
    for (int i = 0, j = 0; i < count(); i++) {
      if (i != left) {
        y[j] = estimates[i];
        v[j++] = variances[i];
      }
    }
    return new EffectSizes(y, v);
  }

  /** The studies at the given positions, in their order. */
  public EffectSizes at(int... positions) {
    double[] y = new double[positions.length];
    double[] v = new double[positions.length];
    for (int i = 0; i < positions.length; i++) {
      y[i] = estimates[positions[i]];
      v[i] = variances[positions[i]];
    }
    return new EffectSizes(y, v);
  }

  double[] rawEstimates() {
    return estimates;
  }

  double[] rawVariances() {
    return variances;
  }
}
