package org.winnow.metaanalysis;

import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/** Roots of functions of one variable to the last digits. */
final class Roots {
  private static final int EVALUATIONS = 1000;
  private static final int DOUBLINGS = 1000;

  private Roots() {}

  /** The root in [low, high], where the function must change its sign. */
  static double between(DoubleUnaryOperator f, double low, double high) {
    double atLow = f.applyAsDouble(low);
    double atHigh = f.applyAsDouble(high);
    if (atLow == 0) {
      return low;
    }
    if (atHigh == 0) {
      return high;
    }
    double accuracy = Double.MIN_NORMAL;
    return new BrentSolver(4 * Math.ulp(1.0), accuracy, accuracy)
        .solve(EVALUATIONS, f::applyAsDouble, low, high);
  }

  /**
   * The root on [0, ∞) of a function that falls through zero, searched from a first scale upwards;
   * none when it is negative at 0 already.
   */
  static OptionalDouble falling(DoubleUnaryOperator f, double scale) {
    if (f.applyAsDouble(0) < 0) {
      return OptionalDouble.empty();
    }
    double low = 0;
    double high = scale > 0 ? scale : 1;
    for (int i = 0; i < DOUBLINGS && Double.isFinite(high); i++) {
      if (f.applyAsDouble(high) <= 0) {
        return OptionalDouble.of(between(f, low, high));
      }
      low = high;
      high *= 4;
    }
    return OptionalDouble.empty();
  }
}
