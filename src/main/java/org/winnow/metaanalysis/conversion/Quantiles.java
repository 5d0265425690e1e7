package org.winnow.metaanalysis.conversion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.SimpleValueChecker;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.SimplexOptimizer;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;
import org.apache.commons.math3.special.Gamma;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.jspecify.annotations.Nullable;
import org.winnow.metaanalysis.Distributions;

/**
 * Mean and SD of skewed data from the median with the range, the quartiles, or both (McGrath 2020,
 * Stat Methods Med Res 29:2520; Cai, Zhou and Pan 2021, Stat Methods Med Res 30:2701). What the
 * authors draw at random is integrated numerically here.
 */
public final class Quantiles {
  private static final GaussIntegratorFactory GAUSS = new GaussIntegratorFactory();
  private static final int PANELS = 20;
  private static final int NODES = 20;
  private static final double FAR = 9;

  /** A power below it is the logarithm. */
  private static final double LOGARITHM = 1e-8;

  private static final double LARGEST_SYMMETRIC = 3;
  private static final double LARGEST_LIKELY = 10;

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
      if (!Double.isFinite(values.get(i)) || i > 0 && values.get(i) < values.get(i - 1)) {
        throw new IllegalArgumentException("Values in ascending order: " + values);
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
   * @throws IllegalArgumentException for values that are missing or not in order
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
   * distributions the one whose quantiles are nearest to those given, in least squares; the normal
   * one alone where a value is not positive. Without the bounds on parameters that the authors'
   * program has, some of which depend on the units.
   */
  public Moments quantileEstimation() {
    @Nullable Fit best = null;
    for (Family family : Family.values()) {
      if (family == Family.BETA && values.getLast() >= 1
          || family != Family.NORMAL && !(values.getFirst() > 0)) {
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
    double unit = Math.max(spread, Math.abs(middle) * 1e-3);
    double[] start = family.start(middle, unit);
    ToDoubleFunction<double[]> misfit =
        x -> {
          double sum = 0;
          for (int i = 0; i < values.size(); i++) {
            double q = family.quantile(probabilities.get(i), x[0], x[1]);
            double d = (q - values.get(i)) / unit;
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
   * Box-Cox: the power from 0 that makes the values symmetric about the median, the formulas of Luo
   * 2018 and Wan 2014 there, and the moments of the normal distribution so found, transformed back.
   */
  public Moments boxCox() {
    positive("a power");
    double lambda = symmetricPower();
    return back(normal(lambda), lambda, "Box-Cox transformation (McGrath 2020)");
  }

  private void positive(String what) {
    if (!(values.getFirst() > 0)) {
      throw new IllegalArgumentException("Positive values are needed for " + what + ": " + values);
    }
  }

  /** Mean and SD of normal values. */
  private record Normal(double mean, double sd) {}

  /** By the formulas of Luo 2018 and Wan 2014 after a transformation. */
  private Normal normal(double lambda) {
    double m = transformed(given("median"), lambda);
    if (!range) {
      double q1 = transformed(given("q1"), lambda);
      double q3 = transformed(given("q3"), lambda);
      return new Normal(
          Medians.meanFromQuartiles(q1, m, q3, n).value(),
          Medians.sdFromQuartiles(q1, m, q3, n).value());
    }
    double low = transformed(given("min"), lambda);
    double high = transformed(given("max"), lambda);
    double byRange = Medians.sdFromRange(low, m, high, n).value();
    if (!quartiles) {
      return new Normal(Medians.meanFromRange(low, m, high, n).value(), byRange);
    }
    double q1 = transformed(given("q1"), lambda);
    double q3 = transformed(given("q3"), lambda);
    return new Normal(
        Medians.mean(new Medians.FiveNumbers(low, q1, m, q3, high, n)).value(),
        (byRange + Medians.sdFromQuartiles(q1, m, q3, n).value()) / 2);
  }

  private double symmetricPower() {
    return lowest(
        l -> {
          double m = transformed(given("median"), l);
          double sum = 0;
          if (quartiles) {
            sum += asymmetry(transformed(given("q1"), l), m, transformed(given("q3"), l));
          }
          if (range) {
            sum += asymmetry(transformed(given("min"), l), m, transformed(given("max"), l));
          }
          return sum;
        },
        LARGEST_SYMMETRIC);
  }

  /** How far the ratio of the two sides is from 1, squared. */
  private static double asymmetry(double low, double middle, double high) {
    double d = (high - middle) / (middle - low) - 1;
    return d * d;
  }

  /** Where a function of a power from 0 is lowest; the two ends are tried as well. */
  private static double lowest(DoubleUnaryOperator f, double largest) {
    double inside =
        new BrentOptimizer(1e-9, 1e-10)
            .optimize(
                new MaxEval(500),
                new UnivariateObjectiveFunction(f::applyAsDouble),
                GoalType.MINIMIZE,
                new SearchInterval(0, largest))
            .getPoint();
    return DoubleStream.of(inside, 0, largest)
        .boxed()
        .min(Comparator.comparingDouble(f::applyAsDouble))
        .orElseThrow();
  }

  /**
   * Maximum likelihood for data that are not normal: the power from 0 under which the values given
   * are most likely as order statistics of n normal ones with the mean and SD of Luo 2018 and Wan
   * 2014, then their most likely mean and SD under that power, transformed back.
   */
  public Moments maximumLikelihood() {
    positive("a power");
    double lambda = lowest(l -> minusLikelihood(l, normal(l)), LARGEST_LIKELY);
    Normal start = normal(lambda);
    double[] at =
        minimise(
            x -> minusLikelihood(lambda, new Normal(x[0], Math.exp(x[1]))),
            new double[] {start.mean, Math.log(start.sd)});
    return back(
        new Normal(at[0], Math.exp(at[1])), lambda, "maximum likelihood on powers (Cai 2021)");
  }

  /**
   * Minus the log-likelihood of order statistics, as the authors have it for transformed values.
   */
  private double minusLikelihood(double lambda, Normal normal) {
    double sum = 0;
    double before = Double.NEGATIVE_INFINITY;
    double rank = 0;
    for (int i = 0; i < values.size(); i++) {
      double z = (transformed(values.get(i), lambda) - normal.mean) / normal.sd;
      double own = rank(probabilities.get(i));
      sum += logBetween(own - rank - 1, before, z) - z * z / 2 - Math.log(normal.sd);
      before = z;
      rank = own;
    }
    sum += logBetween(n - rank, before, Double.POSITIVE_INFINITY);
    return Double.isNaN(sum) || sum == Double.NEGATIVE_INFINITY ? Double.MAX_VALUE : -sum;
  }

  private double rank(double probability) {
    return probability == 1 / n
        ? 1
        : probability == 1 - 1 / n ? n : Math.floor(probability * n + 1);
  }

  /** The logarithm of the chance that so many values lie between two. */
  private static double logBetween(double count, double low, double high) {
    if (count <= 0) {
      return 0;
    }
    double between =
        low > 0
            ? Distributions.normalAbove(low) - Distributions.normalAbove(high)
            : Distributions.normalBelow(high) - Distributions.normalBelow(low);
    return count * Math.log(between);
  }

  private static double transformed(double x, double lambda) {
    return lambda < LOGARITHM ? Math.log(x) : Math.expm1(lambda * Math.log(x)) / lambda;
  }

  /**
   * Moments of a normal variable transformed back. Where the inverse does not exist its lower end
   * is cut off, and as much of the upper one.
   */
  private Moments back(Normal normal, double lambda, String method) {
    String found = "lambda=" + Math.round(lambda * 1000) / 1000.0;
    if (lambda < LOGARITHM) {
      double variance = normal.sd * normal.sd;
      double mean = Math.exp(normal.mean + variance / 2);
      return moments(mean, mean * Math.sqrt(Math.expm1(variance)), method, found);
    }
    double far = Math.min(FAR, (normal.mean + 1 / lambda) / normal.sd);
    double base = inverse(normal.mean, lambda);
    double mass = 0;
    double first = 0;
    double second = 0;
    for (int panel = 0; panel < PANELS; panel++) {
      GaussIntegrator rule =
          GAUSS.legendre(
              NODES, far * (2.0 * panel / PANELS - 1), far * (2.0 * (panel + 1) / PANELS - 1));
      for (int i = 0; i < NODES; i++) {
        double z = rule.getPoint(i);
        double w = rule.getWeight(i) * Distributions.normalDensity(z);
        double x = inverse(normal.mean + normal.sd * z, lambda) - base;
        mass += w;
        first += w * x;
        second += w * x * x;
      }
    }
    double m = first / mass;
    return moments(base + m, Math.sqrt(second / mass - m * m), method, found);
  }

  private static double inverse(double y, double lambda) {
    return lambda < LOGARITHM ? Math.exp(y) : Math.pow(Math.max(0, lambda * y + 1), 1 / lambda);
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
