package org.winnow.metaanalysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.winnow.Nightly;

/** Meta-regressions against the textbook's k × k matrices, and roots by bisection. */
class SlowRegressionTest {

  private record Data(EffectSizes studies, Design design) {}

  private static Data drawn(Random random) {
    int k = 4 + random.nextInt(9);
    double[] y = new double[k];
    double[] v = new double[k];
    double[] x = new double[k];
    String[] g = new String[k];
    for (int i = 0; i < k; i++) {
      v[i] = Math.pow(10, -2 * random.nextDouble());
      x[i] = random.nextInt(20);
      g[i] = List.of("a", "b").get(i < 2 ? i : random.nextInt(2));
      y[i] = 0.3 + 0.02 * x[i] + (0.4 + Math.sqrt(v[i])) * random.nextGaussian();
    }
    Design design = Design.intercept(k).numeric("x", x);
    if (random.nextBoolean()) {
      design.factor("g", Arrays.asList(g));
    }
    return new Data(EffectSizes.of(y, v), design.independent());
  }

  /** W − WX(X'WX)⁻¹X'W, and (X'WX)⁻¹. */
  private record Projection(RealMatrix p, RealMatrix inverse, double q) {
    static Projection at(Data data, double tau2) {
      RealMatrix x = new Array2DRowRealMatrix(data.design().columns()).transpose();
      RealMatrix w =
          MatrixUtils.createRealDiagonalMatrix(
              Arrays.stream(data.studies().variances()).map(v -> 1 / (v + tau2)).toArray());
      RealMatrix inverse =
          new LUDecomposition(x.transpose().multiply(w).multiply(x)).getSolver().getInverse();
      RealMatrix p =
          w.subtract(w.multiply(x).multiply(inverse).multiply(x.transpose()).multiply(w));
      double[] y = data.studies().estimates();
      return new Projection(
          p,
          inverse,
          MatrixUtils.createRealVector(y).dotProduct(p.operate(MatrixUtils.createRealVector(y))));
    }

    double score(double[] y) {
      double sum = 0;
      for (double value : p.operate(y)) {
        sum += value * value;
      }
      return sum - p.getTrace();
    }
  }

  private static double root(DoubleUnaryOperator falling, double high) {
    double low = 0;
    double top = high;
    if (falling.applyAsDouble(0) <= 0) {
      return 0;
    }
    for (int i = 0; i < 200; i++) {
      double middle = (low + top) / 2;
      if (falling.applyAsDouble(middle) > 0) {
        low = middle;
      } else {
        top = middle;
      }
    }
    return low;
  }

  @Test
  void everyEstimatorAgreesWithMatrices() {
    Random random = new Random(5);
    for (int n = 0; n < Nightly.times(60, 5000); n++) {
      Data data = drawn(random);
      double[] y = data.studies().estimates();
      double df = y.length - data.design().columns().length;
      if (df < 1) {
        continue;
      }
      Projection fixed = Projection.at(data, 0);
      same(data, TauSquaredEstimator.DL, Math.max(0, (fixed.q - df) / fixed.p.getTrace()));
      same(data, TauSquaredEstimator.PM, root(t -> Projection.at(data, t).q - df, 1000));
      // The score may have several roots: only where it falls once is the one by bisection ours.
      double reml = root(t -> Projection.at(data, t).score(y), 1000);
      if (falls(data, y)) {
        same(data, TauSquaredEstimator.REML, reml);
      }
    }
  }

  private static boolean falls(Data data, double[] y) {
    boolean negative = false;
    for (double t = 1e-6; t < 1000; t *= 1.5) {
      boolean now = Projection.at(data, t).score(y) < 0;
      if (negative && !now) {
        return false;
      }
      negative = now;
    }
    return true;
  }

  private static void same(Data data, TauSquaredEstimator estimator, double tau2) {
    MixedModel model =
        MixedModel.fit(
            data.studies(), data.design(), ModelOptions.of(estimator, Inference.HARTUNG_KNAPP));
    assertThat(model.tauSquared().value())
        .as("%s", estimator)
        .isCloseTo(tau2, within(1e-9 * (1 + tau2)));
    Projection at = Projection.at(data, model.tauSquared().value());
    double scale = at.q / model.residualDegreesOfFreedom();
    assertThat(model.scale()).isCloseTo(scale, within(1e-9 * (1 + scale)));
    for (int j = 0; j < model.coefficientCount(); j++) {
      double variance = at.inverse.getEntry(j, j);
      assertThat(model.covariance()[j][j] / model.scale())
          .isCloseTo(variance, within(1e-8 * variance));
    }
  }

  @Test
  void aColumnThatFollowsFromOthersIsLeftOut() {
    double[] x = {1, 2, 3, 5};
    Design design =
        Design.intercept(4)
            .numeric("x", x)
            .numeric("twice", Arrays.stream(x).map(value -> 2 * value + 1).toArray())
            .factor("g", List.of("a", "a", "b", "b"));

    assertThat(design.independent().names()).containsExactly("intrcpt", "x", "gb");
  }
}
