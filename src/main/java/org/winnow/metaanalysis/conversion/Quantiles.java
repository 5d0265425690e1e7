package org.winnow.metaanalysis.conversion;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.SimpleValueChecker;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.SimplexOptimizer;
import org.apache.commons.math3.special.Gamma;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.jspecify.annotations.Nullable;
import org.winnow.metaanalysis.Distributions;

/**
 * Mean and SD of skewed data from the median with the range, the quartiles, or both (McGrath 2020,
 * Stat Methods Med Res 29:2520; Cai, Zhou and Pan 2021, Stat Methods Med Res 30:2701). All values
 * must be positive.
 */
public final class Quantiles {
  private static final int NODES = 400;
  private static final double FAR = 8;
  private static final double LEAST_LAMBDA = -2;
  private static final double LARGEST_LAMBDA = 2;

  private final List<Double> values = new ArrayList<>();
  private final List<Double> probabilities = new ArrayList<>();
  private final double n;
  private final boolean range;
  private final boolean quartiles;
  private final Map<String, Double> inputs;

  private Quantiles(Map<String, Double> inputs) {
    this.inputs = new TreeMap<>(inputs);
    n = inputs.getOrDefault("n", 0.0);
    range = inputs.containsKey("min") && inputs.containsKey("max");
    quartiles = inputs.containsKey("q1") && inputs.containsKey("q3");
    if (!inputs.containsKey("median") || !range && !quartiles) {
      throw new IllegalArgumentException(
          "The median is needed with the range, the quartiles or both");
    }
    if (!(n >= 5)) {
      throw new IllegalArgumentException("Fewer than five people have no distribution: n = " + n);
    }
    if (range) {
      add("min", 1 / n);
    }
    if (quartiles) {
      add("q1", 0.25);
    }
    add("median", 0.5);
    if (quartiles) {
      add("q3", 0.75);
    }
    if (range) {
      add("max", 1 - 1 / n);
    }
    for (int i = 0; i < values.size(); i++) {
      if (!(values.get(i) > 0) || i > 0 && values.get(i) < values.get(i - 1)) {
        throw new IllegalArgumentException("Positive values in ascending order: " + values);
      }
    }
    if (values.getFirst().equals(values.getLast())) {
      throw new IllegalArgumentException("All values are the same: " + values);
    }
  }

  private double given(String name) {
    return Objects.requireNonNull(inputs.get(name), name);
  }

  private void add(String name, double probability) {
    values.add(given(name));
    probabilities.add(probability);
  }

  /**
   * Takes min, q1, median, q3, max and n by name; the range or the quartiles may lack.
   *
   * @throws IllegalArgumentException for values that are not positive or not in order
   */
  public static Quantiles of(Map<String, Double> inputs) {
    return new Quantiles(inputs);
  }

  /** Mean and SD, and the distribution or the power that was found. */
  public record Moments(Converted mean, Converted sd, String found) {}

  private Moments moments(double mean, double sd, String method, String found) {
    return new Moments(
        new Converted(mean, "Mean by " + method, inputs),
        new Converted(sd, "SD by " + method, inputs),
        found);
  }

  /**
   * Quantile estimation: of the normal, log-normal, gamma, Weibull and (for values below 1) beta
   * distributions the one whose quantiles are nearest to those given, in least squares.
   */
  public Moments quantileEstimation() {
    @Nullable Fit best = null;
    for (Family family : Family.values()) {
      if (family == Family.BETA && values.getLast() >= 1) {
        continue;
      }
      Fit fit = fit(family);
      if (best == null || fit.misfit < best.misfit) {
        best = fit;
      }
    }
    double[] p = Objects.requireNonNull(best).parameters;
    return moments(
        best.family.mean(p[0], p[1]),
        best.family.sd(p[0], p[1]),
        "quantile estimation (McGrath 2020)",
        best.family.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
  }

  private record Fit(Family family, double[] parameters, double misfit) {}

  private Fit fit(Family family) {
    double middle = values.get(values.size() / 2);
    double spread =
        quartiles ? (given("q3") - given("q1")) / 1.35 : (values.getLast() - values.getFirst()) / 4;
    double[] start = family.start(middle, Math.max(spread, middle * 1e-3));
    ToDoubleFunction<double[]> misfit =
        x -> {
          double sum = 0;
          for (int i = 0; i < values.size(); i++) {
            double q = family.quantile(probabilities.get(i), x[0], x[1]);
            double d = (q - values.get(i)) / middle;
            sum += d * d;
          }
          return Double.isFinite(sum) ? sum : Double.MAX_VALUE;
        };
    double[] at = minimise(misfit, start);
    return new Fit(family, at, misfit.applyAsDouble(at));
  }

  /** Two-parameter distributions; the second parameter and positive first ones as logarithms. */
  private enum Family {
    NORMAL,
    LOG_NORMAL,
    GAMMA,
    WEIBULL,
    BETA;

    double[] start(double middle, double spread) {
      double cv2 = spread * spread / (middle * middle);
      return switch (this) {
        case NORMAL -> new double[] {middle, Math.log(spread)};
        case LOG_NORMAL -> new double[] {Math.log(middle), Math.log(Math.log1p(cv2)) / 2};
        case GAMMA -> new double[] {-Math.log(cv2), Math.log(middle * cv2)};
        case WEIBULL -> new double[] {-0.543 * Math.log(cv2), Math.log(middle)};
        case BETA -> {
          double m = Math.min(0.999, middle);
          double size = Math.max(0.1, m * (1 - m) / (spread * spread) - 1);
          yield new double[] {Math.log(m * size), Math.log((1 - m) * size)};
        }
      };
    }

    double quantile(double p, double a, double b) {
      return switch (this) {
        case NORMAL -> a + Math.exp(b) * Distributions.normalQuantile(p);
        case LOG_NORMAL -> Math.exp(a + Math.exp(b) * Distributions.normalQuantile(p));
        case GAMMA ->
            bounded(a) && bounded(b)
                ? GammaDistribution.of(Math.exp(a), Math.exp(b)).inverseCumulativeProbability(p)
                : Double.NaN;
        case WEIBULL -> Math.exp(b) * Math.pow(-Math.log1p(-p), Math.exp(-a));
        case BETA ->
            bounded(a) && bounded(b)
                ? BetaDistribution.of(Math.exp(a), Math.exp(b)).inverseCumulativeProbability(p)
                : Double.NaN;
      };
    }

    private static boolean bounded(double logarithm) {
      return Math.abs(logarithm) < 20;
    }

    double mean(double a, double b) {
      return switch (this) {
        case NORMAL -> a;
        case LOG_NORMAL -> Math.exp(a + Math.exp(2 * b) / 2);
        case GAMMA -> Math.exp(a + b);
        case WEIBULL -> Math.exp(b) * Gamma.gamma(1 + Math.exp(-a));
        case BETA -> Math.exp(a) / (Math.exp(a) + Math.exp(b));
      };
    }

    double sd(double a, double b) {
      return switch (this) {
        case NORMAL -> Math.exp(b);
        case LOG_NORMAL -> mean(a, b) * Math.sqrt(Math.expm1(Math.exp(2 * b)));
        case GAMMA -> Math.exp(a / 2 + b);
        case WEIBULL -> {
          double first = Gamma.gamma(1 + Math.exp(-a));
          yield Math.exp(b) * Math.sqrt(Gamma.gamma(1 + 2 * Math.exp(-a)) - first * first);
        }
        case BETA -> {
          double x = Math.exp(a);
          double y = Math.exp(b);
          yield Math.sqrt(x * y / (x + y + 1)) / (x + y);
        }
      };
    }
  }

  /**
   * Box-Cox: the power that makes the values symmetric about the median, the formulas of Luo, Wan
   * and Shi there, and the moments of the normal distribution so found, transformed back.
   */
  public Moments boxCox() {
    double lambda = symmetricPower();
    DoubleUnaryOperator f = x -> transformed(x, lambda);
    Map<String, Double> there = new TreeMap<>();
    inputs.forEach((name, x) -> there.put(name, name.equals("n") ? x : f.applyAsDouble(x)));
    double mean;
    double sd;
    if (range && quartiles) {
      Medians.FiveNumbers five =
          new Medians.FiveNumbers(
              Objects.requireNonNull(there.get("min")),
              Objects.requireNonNull(there.get("q1")),
              Objects.requireNonNull(there.get("median")),
              Objects.requireNonNull(there.get("q3")),
              Objects.requireNonNull(there.get("max")),
              n);
      mean = Medians.mean(five).value();
      sd = Medians.sd(five).value();
    } else if (range) {
      mean =
          Medians.meanFromRange(
                  Objects.requireNonNull(there.get("min")),
                  Objects.requireNonNull(there.get("median")),
                  Objects.requireNonNull(there.get("max")),
                  n)
              .value();
      sd =
          Medians.sdFromRange(
                  Objects.requireNonNull(there.get("min")),
                  Objects.requireNonNull(there.get("median")),
                  Objects.requireNonNull(there.get("max")),
                  n)
              .value();
    } else {
      mean =
          Medians.meanFromQuartiles(
                  Objects.requireNonNull(there.get("q1")),
                  Objects.requireNonNull(there.get("median")),
                  Objects.requireNonNull(there.get("q3")),
                  n)
              .value();
      sd =
          Medians.sdFromQuartiles(
                  Objects.requireNonNull(there.get("q1")),
                  Objects.requireNonNull(there.get("median")),
                  Objects.requireNonNull(there.get("q3")),
                  n)
              .value();
    }
    return back(mean, sd, lambda, "Box-Cox transformation (McGrath 2020)");
  }

  private double symmetricPower() {
    ToDoubleFunction<double[]> skew =
        x -> {
          double l = x[0];
          if (l < LEAST_LAMBDA || l > LARGEST_LAMBDA) {
            return Double.MAX_VALUE;
          }
          double m = transformed(given("median"), l);
          double sum = 0;
          if (quartiles) {
            sum += asymmetry(transformed(given("q1"), l), m, transformed(given("q3"), l));
          }
          if (range) {
            sum += asymmetry(transformed(given("min"), l), m, transformed(given("max"), l));
          }
          return sum;
        };
    return minimise(skew, new double[] {0.5})[0];
  }

  private static double asymmetry(double low, double middle, double high) {
    double d = (high - middle - (middle - low)) / (high - low);
    return d * d;
  }

  /**
   * Maximum likelihood for data that are not normal: power, mean and SD of the transformed values
   * that make the order statistics given most likely in a sample of n; transformed back.
   */
  public Moments maximumLikelihood() {
    double scale = given("median");
    double[] ranks = new double[values.size()];
    for (int i = 0; i < ranks.length; i++) {
      double p = probabilities.get(i);
      ranks[i] = p == 1 / n ? 1 : p == 1 - 1 / n ? n : p * (n + 1);
    }
    ToDoubleFunction<double[]> minus =
        x -> {
          if (x[0] < LEAST_LAMBDA || x[0] > LARGEST_LAMBDA) {
            return Double.MAX_VALUE;
          }
          double sum = 0;
          double before = 0;
          double rank = 0;
          for (int i = 0; i < ranks.length; i++) {
            double value = values.get(i) / scale;
            double z = (transformed(value, x[0]) - x[1]) / Math.exp(x[2]);
            double below = Distributions.normalBelow(z);
            double gap = ranks[i] - rank - 1;
            sum += gap > 0 ? gap * Math.log(below - before) : 0;
            sum += -z * z / 2 - x[2] + (x[0] - 1) * Math.log(value);
            before = below;
            rank = ranks[i];
          }
          double last = n - rank;
          sum += last > 0 ? last * Math.log(1 - before) : 0;
          return Double.isFinite(sum) ? -sum : Double.MAX_VALUE;
        };
    double start = symmetricPower();
    double spread =
        transformed(values.getLast() / scale, start)
            - transformed(values.getFirst() / scale, start);
    double[] at = minimise(minus, new double[] {start, 0, Math.log(spread / (range ? 4 : 1.35))});
    Moments unit = back(at[1], Math.exp(at[2]), at[0], "maximum likelihood on powers (Cai 2021)");
    return moments(
        unit.mean.value() * scale,
        unit.sd.value() * scale,
        "maximum likelihood on powers (Cai 2021)",
        unit.found);
  }

  private static double transformed(double x, double lambda) {
    return Math.abs(lambda) < 1e-8 ? Math.log(x) : Math.expm1(lambda * Math.log(x)) / lambda;
  }

  /** Moments of the inverse of a normal variable, cut where the inverse does not exist. */
  private Moments back(double mean, double sd, double lambda, String method) {
    double low = -FAR;
    double high = FAR;
    if (lambda > 1e-8) {
      low = Math.max(low, (-1 / lambda - mean) / sd);
    } else if (lambda < -1e-8) {
      // The inverse runs to infinity here: the outermost hundred-thousandth is left out.
      high = Math.min(Distributions.normalQuantile(1 - 1e-5), (-1 / lambda - mean) / sd - 1e-6);
    }
    double mass = 0;
    double first = 0;
    double second = 0;
    double centre = inverse(mean, lambda);
    double base = Double.isFinite(centre) ? centre : 0;
    for (int i = 0; i < NODES; i++) {
      double z = low + (i + 0.5) * (high - low) / NODES;
      double w = Distributions.normalDensity(z);
      double x = inverse(mean + sd * z, lambda) - base;
      mass += w;
      first += w * x;
      second += w * x * x;
    }
    double m = first / mass;
    return moments(
        base + m,
        Math.sqrt(second / mass - m * m),
        method,
        "lambda=" + Math.round(lambda * 1000) / 1000.0);
  }

  private static double inverse(double y, double lambda) {
    return Math.abs(lambda) < 1e-8
        ? Math.exp(y)
        : Math.pow(Math.max(0, lambda * y + 1), 1 / lambda);
  }

  private static double[] minimise(ToDoubleFunction<double[]> f, double[] start) {
    double[] at = start;
    for (int round = 0; round < 3; round++) {
      double[] steps = new double[at.length];
      java.util.Arrays.fill(steps, round == 0 ? 0.3 : 0.03);
      at =
          new SimplexOptimizer(new SimpleValueChecker(1e-14, 1e-16))
              .optimize(
                  new MaxEval(20_000),
                  MaxIter.unlimited(),
                  new ObjectiveFunction(f::applyAsDouble),
                  GoalType.MINIMIZE,
                  new InitialGuess(at),
                  new NelderMeadSimplex(steps))
              .getPoint();
    }
    return at;
  }
}
