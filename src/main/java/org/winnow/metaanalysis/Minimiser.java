package org.winnow.metaanalysis;

import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.analysis.MultivariateFunction;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.SimpleValueChecker;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * Minima of smooth functions of a few variables, by a simplex that is started again until it rests.
 */
final class Minimiser {
  private static final int EVALUATIONS = 200_000;
  private static final int RESTARTS = 20;
  private static final double RESTS = 1e-12;

  private Minimiser() {}

  static double[] minimise(ToDoubleFunction<double[]> f, double[] start, double[] steps) {
    double[] at = start.clone();
    double[] size = steps.clone();
    double value = f.applyAsDouble(at);
    MultivariateFunction function = f::applyAsDouble;
    for (int i = 0; i < RESTARTS; i++) {
      var found =
          new SimplexOptimizer(new SimpleValueChecker(1e-15, 1e-14))
              .optimize(
                  new MaxEval(EVALUATIONS),
                  MaxIter.unlimited(),
                  new ObjectiveFunction(function),
                  GoalType.MINIMIZE,
                  new InitialGuess(at),
                  new NelderMeadSimplex(size));
      double better = value - found.getValue();
      at = found.getPoint();
      value = found.getValue();
      if (i > 0 && better < RESTS) {
        break;
      }
      for (int j = 0; j < size.length; j++) {
        size[j] /= 4;
      }
    }
    return at;
  }

  /** Second differences, Richardson-extrapolated. */
  static double[][] hessian(ToDoubleFunction<double[]> f, double[] at) {
    int n = at.length;
    double[][] out = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double coarse = mixed(f, at, i, j, 2e-3);
        double fine = mixed(f, at, i, j, 1e-3);
        out[i][j] = (4 * fine - coarse) / 3;
        out[j][i] = out[i][j];
      }
    }
    return out;
  }

  private static double mixed(
      ToDoubleFunction<double[]> f, double[] at, int i, int j, double relative) {
    double a = relative * Math.max(Math.abs(at[i]), 1e-2);
    double b = relative * Math.max(Math.abs(at[j]), 1e-2);
    if (i == j) {
      return (moved(f, at, i, a, j, 0) - 2 * f.applyAsDouble(at) + moved(f, at, i, -a, j, 0))
          / (a * a);
    }
    return (moved(f, at, i, a, j, b)
            - moved(f, at, i, a, j, -b)
            - moved(f, at, i, -a, j, b)
            + moved(f, at, i, -a, j, -b))
        / (4 * a * b);
  }

  private static double moved(
      ToDoubleFunction<double[]> f, double[] at, int i, double a, int j, double b) {
    double[] x = at.clone();
    x[i] += a;
    x[j] += b;
    return f.applyAsDouble(x);
  }
}
