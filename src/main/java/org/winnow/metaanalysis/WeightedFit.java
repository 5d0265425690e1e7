package org.winnow.metaanalysis;

import java.util.Arrays;

/**
 * Weighted least squares of the estimates on p columns, by an orthogonal decomposition QR of the
 * weighted design (Gram-Schmidt with a second pass), so that the normal equations are never formed.
 * With P = W − WX(X'WX)⁻¹X'W the traces that the estimators of τ² need follow from Q alone: tr(P) =
 * Σw(1−h), tr(PP) = Σw² − 2Σw²h + ‖Q'WQ‖². Cost O(kp²).
 */
final class WeightedFit {
  private final double[] w;
  private final double[][] q;
  private final double[][] r;
  private final double[] coefficients;
  private final double[] residuals;
  private final double[] leverages;

  WeightedFit(double[] y, double[][] columns, double[] weights) {
    int k = y.length;
    int p = columns.length;
    w = weights;
    q = new double[p][k];
    r = new double[p][p];
    double[] root = new double[k];
    double[] z = new double[k];
    for (int i = 0; i < k; i++) {
      root[i] = Math.sqrt(weights[i]);
      z[i] = root[i] * y[i];
    }
    for (int j = 0; j < p; j++) {
      double[] u = q[j];
      for (int i = 0; i < k; i++) {
        u[i] = root[i] * columns[j][i];
      }
      double size = Vectors.norm(u);
      for (int pass = 0; pass < 2; pass++) {
        for (int l = 0; l < j; l++) {
          double c = Vectors.dot(q[l], u);
          r[l][j] += c;
          subtract(u, c, q[l]);
        }
      }
      double length = Vectors.norm(u);
      if (!(length > size * 1e-10)) {
        throw new IllegalArgumentException(
            "Coefficient " + (j + 1) + " cannot be told apart from those before it");
      }
      r[j][j] = length;
      for (int i = 0; i < k; i++) {
        u[i] /= length;
      }
    }
    coefficients = new double[p];
    residuals = y.clone();
    // A second round on the residuals takes out what rounding left in the first.
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < k; i++) {
        z[i] = root[i] * residuals[i];
      }
      double[] step = solve(z);
      for (int j = 0; j < p; j++) {
        coefficients[j] += step[j];
      }
      for (int i = 0; i < k; i++) {
        double fitted = 0;
        for (int j = 0; j < p; j++) {
          fitted += columns[j][i] * coefficients[j];
        }
        residuals[i] = y[i] - fitted;
      }
    }
    leverages = new double[k];
    for (int i = 0; i < k; i++) {
      double h = 0;
      for (int j = 0; j < p; j++) {
        h += q[j][i] * q[j][i];
      }
      leverages[i] = h;
    }
  }

  /** The coefficients of a weighted right-hand side, which is used up. */
  private double[] solve(double[] z) {
    int p = r.length;
    double[] rhs = new double[p];
    for (int pass = 0; pass < 2; pass++) {
      for (int j = 0; j < p; j++) {
        double c = Vectors.dot(q[j], z);
        rhs[j] += c;
        subtract(z, c, q[j]);
      }
    }
    double[] solution = new double[p];
    for (int j = p - 1; j >= 0; j--) {
      double sum = rhs[j];
      for (int l = j + 1; l < p; l++) {
        sum -= r[j][l] * solution[l];
      }
      solution[j] = sum / r[j][j];
    }
    return solution;
  }

  double[] coefficients() {
    return coefficients;
  }

  double[] residuals() {
    return residuals;
  }

  double[] leverages() {
    return leverages;
  }

  /** y'Py, the weighted residual sum of squares. */
  double residualSumOfSquares() {
    double sum = 0;
    for (int i = 0; i < w.length; i++) {
      sum += w[i] * residuals[i] * residuals[i];
    }
    return sum;
  }

  /** y'PPy. */
  double squaredScore() {
    double sum = 0;
    for (int i = 0; i < w.length; i++) {
      double s = w[i] * residuals[i];
      sum += s * s;
    }
    return sum;
  }

  /** y'PPPy. */
  double cubedScore() {
    double[] z = new double[w.length];
    for (int i = 0; i < z.length; i++) {
      z[i] = Math.sqrt(w[i]) * w[i] * residuals[i];
    }
    for (double[] column : q) {
      subtract(z, Vectors.dot(column, z), column);
    }
    return Vectors.dot(z, z);
  }

  /** tr(PD) for the diagonal matrix D of the given values. */
  double trace(double[] diagonal) {
    double sum = 0;
    for (int i = 0; i < w.length; i++) {
      sum += w[i] * diagonal[i] * (1 - leverages[i]);
    }
    return sum;
  }

  /** tr(P). */
  double trace() {
    double sum = 0;
    for (int i = 0; i < w.length; i++) {
      sum += w[i] * (1 - leverages[i]);
    }
    return sum;
  }

  /** tr(PDPE) for two diagonal matrices. */
  double traceOfProduct(double[] d, double[] e) {
    int p = q.length;
    double sum = 0;
    for (int i = 0; i < w.length; i++) {
      sum += w[i] * w[i] * d[i] * e[i] * (1 - 2 * leverages[i]);
    }
    for (int a = 0; a < p; a++) {
      for (int b = 0; b < p; b++) {
        double left = 0;
        double right = 0;
        for (int i = 0; i < w.length; i++) {
          double qq = q[a][i] * q[b][i] * w[i];
          left += qq * d[i];
          right += qq * e[i];
        }
        sum += left * right;
      }
    }
    return sum;
  }

  /** tr(PP). */
  double traceOfSquare() {
    double[] ones = new double[w.length];
    Arrays.fill(ones, 1);
    return traceOfProduct(ones, ones);
  }

  /** (X'WX)⁻¹ = R⁻¹R⁻ᵀ. */
  double[][] inverse() {
    int p = r.length;
    double[][] inv = new double[p][p];
    for (int c = 0; c < p; c++) {
      for (int j = c; j >= 0; j--) {
        double sum = j == c ? 1 : 0;
        for (int l = j + 1; l <= c; l++) {
          sum -= r[j][l] * inv[l][c];
        }
        inv[j][c] = sum / r[j][j];
      }
    }
    double[][] out = new double[p][p];
    for (int a = 0; a < p; a++) {
      for (int b = 0; b < p; b++) {
        double sum = 0;
        for (int l = Math.max(a, b); l < p; l++) {
          sum += inv[a][l] * inv[b][l];
        }
        out[a][b] = sum;
      }
    }
    return out;
  }

  /** ln |X'WX|. */
  double logDeterminant() {
    double sum = 0;
    for (int j = 0; j < r.length; j++) {
      sum += Math.log(r[j][j]);
    }
    return 2 * sum;
  }

  private static void subtract(double[] from, double factor, double[] what) {
    for (int i = 0; i < from.length; i++) {
      from[i] -= factor * what[i];
    }
  }
}
