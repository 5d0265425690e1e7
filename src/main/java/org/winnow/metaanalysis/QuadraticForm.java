package org.winnow.metaanalysis;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * The distribution of Σλᵢ·χ²₁, by Ruben's series of χ² distributions (Farebrother 1984, AS 204): all
 * its terms are positive, so it loses no digits.
 */
final class QuadraticForm {
  private static final int TERMS = 20_000;
  private static final double ENOUGH = 1e-15;

  private QuadraticForm() {}

  /** P(Σλᵢ·χ²₁ ≤ x) for positive λ. */
  static double below(double[] lambda, double x) {
    int n = lambda.length;
    double beta = Arrays.stream(lambda).min().orElseThrow();
    double y = x / beta;
    double[] rest = new double[n];
    double[] power = new double[n];
    double logFirst = 0;
    for (int i = 0; i < n; i++) {
      rest[i] = 1 - beta / lambda[i];
      power[i] = 1;
      logFirst += Math.log(beta / lambda[i]) / 2;
    }
    double[] a = new double[TERMS];
    double[] b = new double[TERMS];
    a[0] = Math.exp(logFirst);
    double below = Distributions.chiSquaredBelow(y, n);
    double sum = a[0] * below;
    double mass = a[0];
    double step =
        Math.exp(n / 2.0 * Math.log(y / 2) - y / 2 - LogGamma.value(n / 2.0 + 1));
    for (int j = 1; j < TERMS; j++) {
      for (int i = 0; i < n; i++) {
        power[i] *= rest[i];
        b[j] += power[i];
      }
      double next = 0;
      for (int l = 0; l < j; l++) {
        next += b[j - l] * a[l];
      }
      a[j] = next / (2 * j);
      below = Math.max(0, below - step);
      step *= y / (n + 2.0 * j);
      sum += a[j] * below;
      mass += a[j];
      if ((1 - mass) * below <= ENOUGH * Math.max(sum, ENOUGH)) {
        break;
      }
    }
    return Math.min(1, sum);
  }

  /**
   * The positive weights λ of Σaᵢ(y−ȳ)², ȳ the mean by weights a, for independent normal y with
   * the given variances: the eigenvalues of V^½·(A − aa'/Σa)·V^½.
   */
  static double[] weights(double[] a, double[] variances) {
    int k = a.length;
    double sum = Arrays.stream(a).sum();
    double[][] m = new double[k][k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        double p = (i == j ? a[i] : 0) - a[i] * a[j] / sum;
        m[i][j] = p * Math.sqrt(variances[i] * variances[j]);
      }
    }
    double[] values = new EigenDecomposition(new Array2DRowRealMatrix(m)).getRealEigenvalues();
    Arrays.sort(values);
    return Arrays.copyOfRange(values, 1, k);
  }
}
