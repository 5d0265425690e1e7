package org.winnow.metaanalysis;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/** Small symmetric matrices. */
final class Matrices {
  private Matrices() {}

  private static CholeskyDecomposition cholesky(double[][] a) {
    return new CholeskyDecomposition(new Array2DRowRealMatrix(a), 1e-6, 0);
  }

  /** b'A⁻¹b. */
  static double quadraticForm(double[][] a, double[] b) {
    ArrayRealVector x = new ArrayRealVector(b);
    return cholesky(scaled(a)).getSolver().solve(scaled(a, x)).dotProduct(scaled(a, x));
  }

  static double determinant(double[][] a) {
    return a.length == 1 ? a[0][0] : cholesky(a).getDeterminant();
  }

  static double[][] inverse(double[][] a) {
    RealMatrix inverse = cholesky(a).getSolver().getInverse();
    return inverse.getData();
  }

  /** The correlation matrix of a covariance matrix: better conditioned under mixed units. */
  private static double[][] scaled(double[][] a) {
    double[][] out = new double[a.length][a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a.length; j++) {
        out[i][j] = i == j ? 1 : a[i][j] / Math.sqrt(a[i][i] * a[j][j]);
      }
    }
    return out;
  }

  private static ArrayRealVector scaled(double[][] a, ArrayRealVector b) {
    ArrayRealVector out = new ArrayRealVector(b.getDimension());
    for (int i = 0; i < b.getDimension(); i++) {
      out.setEntry(i, b.getEntry(i) / Math.sqrt(a[i][i]));
    }
    return out;
  }
}
