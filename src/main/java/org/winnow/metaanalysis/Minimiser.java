package org.winnow.metaanalysis;

import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.analysis.MultivariateFunction;
import org.apache.commons.math3.exception.MathIllegalArgumentException;
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
  private static final int NEWTON_STEPS = 60;
  private static final double NEGLIGIBLE = 1e-13;

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

  /**
   * The minimum of a function that is smooth and dear, by Newton's method on differences, steps
   * halved where they lead up; by the simplex where that does not settle.
   */
  static double[] smooth(ToDoubleFunction<double[]> f, double[] start, double[] steps) {
    double[] at = start.clone();
    double value = f.applyAsDouble(at);
    for (int i = 0; i < NEWTON_STEPS; i++) {
      double[] gradient = gradient(f, at);
      double[] step = downhill(hessian(f, at), gradient);
      double decrement = 0;
      for (int j = 0; j < step.length; j++) {
        double longest = 10 * steps[j];
        step[j] = Math.clamp(step[j], -longest, longest);
        decrement -= step[j] * gradient[j];
      }
      double share = 1;
      double[] next = moved(at, step, share);
      double other = f.applyAsDouble(next);
      while (!(other <= value) && share > 1e-4) {
        share /= 2;
        next = moved(at, step, share);
        other = f.applyAsDouble(next);
      }
      if (decrement < NEGLIGIBLE * Math.max(1, Math.abs(value))) {
        return other <= value ? next : at;
      }
      if (!(other <= value)) {
        break;
      }
      at = next;
      value = other;
    }
    return minimise(f, at, steps);
  }

  private static double[] moved(double[] at, double[] step, double share) {
    double[] out = at.clone();
    for (int j = 0; j < out.length; j++) {
      out[j] += share * step[j];
    }
    return out;
  }

  /** −(H+λI)⁻¹g with the least λ that makes it positive. */
  private static double[] downhill(double[][] hessian, double[] gradient) {
    int n = gradient.length;
    double ridge = 0;
    for (int attempt = 0; attempt < 60; attempt++) {
      double[][] a = new double[n][];
      for (int i = 0; i < n; i++) {
        a[i] = hessian[i].clone();
        a[i][i] += ridge;
      }
      try {
        double[][] inverse = Matrices.inverse(a);
        double[] step = new double[n];
        for (int i = 0; i < n; i++) {
          for (int j = 0; j < n; j++) {
            step[i] -= inverse[i][j] * gradient[j];
          }
        }
        return step;
      } catch (MathIllegalArgumentException e) {
        ridge = ridge == 0 ? 1e-3 : ridge * 4;
      }
    }
    throw new ArithmeticException("The likelihood has no curvature to follow");
  }

  private static double[] gradient(ToDoubleFunction<double[]> f, double[] at) {
    double[] out = new double[at.length];
    for (int i = 0; i < at.length; i++) {
      double h = 1e-3 * Math.max(Math.abs(at[i]), 1e-2);
      double near = moved(f, at, i, h, i, 0) - moved(f, at, i, -h, i, 0);
      double far = moved(f, at, i, 2 * h, i, 0) - moved(f, at, i, -2 * h, i, 0);
      out[i] = (8 * near - far) / (12 * h);
    }
    return out;
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
