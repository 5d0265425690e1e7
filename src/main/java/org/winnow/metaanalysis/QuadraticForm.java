package org.winnow.metaanalysis;

import java.util.Arrays;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * The distribution of Σλᵢ·χ²₁, by Ruben's series of χ² distributions (Farebrother 1984, AS 204):
 * all its terms are positive, so it loses no digits.
 */
final class QuadraticForm {
  private static final GaussIntegratorFactory GAUSS = new GaussIntegratorFactory();
  private static final int TERMS = 20_000;
  private static final double WIDE = 20;
  private static final int NODES = 20;
  private static final int TAIL = 120;
  private static final double ENOUGH = 1e-15;

  private QuadraticForm() {}

  /** P(Σλᵢ·χ²₁ ≤ x) for positive λ. */
  static double below(double[] lambda, double x) {
    double least = Arrays.stream(lambda).min().orElseThrow();
    double most = Arrays.stream(lambda).max().orElseThrow();
    if (1 - Distributions.chiSquaredBelow(x / most, lambda.length) == 0) {
      // Not even χ² with all weights at the largest reaches x.
      return 1;
    }
    return most <= WIDE * least ? series(lambda, x, least) : 1 - inversion(lambda, x, most);
  }

  private static double series(double[] lambda, double x, double beta) {
    int n = lambda.length;
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
    double step = Math.exp(n / 2.0 * Math.log(y / 2) - y / 2 - LogGamma.value(n / 2.0 + 1));
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
   * P(Σλᵢ·χ²₁ > x) by Imhof 1961, ½ + (1/π)∫sin θ(u)/(u·ρ(u))du, for λ of very different sizes:
   * panels that grow until one is half a period, then half periods, whose alternating sum is
   * extrapolated by Wynn's ε.
   */
  private static double inversion(double[] lambda, double x, double most) {
    double period = 2 * Math.PI / x;
    double low = 0;
    double high = 1e-3 / (most + x);
    double sum = 0;
    while (high - low < period) {
      sum += panel(lambda, x, low, high);
      low = high;
      high *= 1.5;
    }
    double[] partial = new double[TAIL];
    for (int i = 0; i < TAIL; i++) {
      sum += panel(lambda, x, low, low + period);
      low += period;
      partial[i] = sum;
    }
    return Math.clamp(0.5 + extrapolated(partial) / Math.PI, 0, 1);
  }

  private static double panel(double[] lambda, double x, double low, double high) {
    return GAUSS
        .legendre(NODES, low, high)
        .integrate(
            u -> {
              double theta = -x * u / 2;
              double logRho = 0;
              for (double l : lambda) {
                theta += Math.atan(l * u) / 2;
                logRho += Math.log1p(l * l * u * u) / 4;
              }
              return Math.sin(theta) / (u * Math.exp(logRho));
            });
  }

  /** Wynn's ε algorithm. */
  private static double extrapolated(double[] partial) {
    int n = partial.length;
    double[] before = new double[n + 1];
    double[] now = partial.clone();
    double best = partial[n - 1];
    for (int column = 1; column < n; column++) {
      double[] next = new double[n - column];
      for (int i = 0; i < next.length; i++) {
        double difference = now[i + 1] - now[i];
        if (Math.abs(difference) < 1e-300) {
          return now[i + 1];
        }
        next[i] = before[i + 1] + 1 / difference;
      }
      before = now;
      now = next;
      if (column % 2 == 0) {
        double candidate = now[now.length - 1];
        if (Math.abs(candidate - best) <= ENOUGH) {
          return candidate;
        }
        best = candidate;
        if (column >= 40) {
          return best;
        }
      }
    }
    return best;
  }

  /**
   * The positive weights λ of Σaᵢ(y−ȳ)², ȳ the mean by weights a, for independent normal y with the
   * given variances: the eigenvalues of V^½·(A − aa'/Σa)·V^½.
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
