package org.winnow.metaanalysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;

/**
 * Generalised linear mixed models of events, by maximum likelihood: the counts themselves are
 * modelled, so that no empty cell is corrected and none is lost (Stijnen, Hamza and Özdemir 2010,
 * Stat Med 29:3046; Jackson 2018, Stat Med 37:1059). Random effects are integrated out by adaptive
 * Gauss-Hermite quadrature, by Laplace's approximation where there are two per study.
 *
 * @param effect log odds ratio, log rate ratio, log odds or log rate
 * @param tauSquared variance of the effects between studies
 * @param studyVariance variance of the baselines between studies; 0 where they are fixed
 * @param logLikelihood of the studies given their random effects at their modes, relative to the
 *     saturated model, as the package metafor prints it; the marginal one with random baselines
 * @param wald Wald test of all effects being alike, in the model with one effect per study
 * @param likelihoodRatio the likelihood-ratio test of the same
 * @param studies that have information; those in which nobody or everybody had the event have none
 */
public record GeneralisedMixedModel(
    PooledEffect effect,
    double tauSquared,
    double studyVariance,
    double logLikelihood,
    Heterogeneity wald,
    Heterogeneity likelihoodRatio,
    int studies) {
  /** Quadrature points that are usual. */
  public static final int NODES = 7;

  private static final int EXACT_NODES = 20;
  private static final double BOUNDARY = 1e-9;
  private static final double FAR = 30;
  private static final double NEGLIGIBLE = 1e-7;
  private static final double DIFFERENCE = 1e-3;
  private static final GaussIntegratorFactory GAUSS = new GaussIntegratorFactory();

  /** How the baselines of two arms are treated. */
  public enum Baselines {
    /** Fixed effects, one per study (UM.FS). */
    FIXED,
    /** Random effects, independent of those of the treatment (UM.RS). */
    RANDOM,
    /** Conditioned out, exactly (CM.EL). */
    CONDITIONAL_EXACT,
    /** Conditioned out by a binomial distribution: for rare events (CM.AL). */
    CONDITIONAL_APPROXIMATE;

    /**
     * The model of a name such as UM.FS.
     *
     * @throws IllegalArgumentException for a name that is not known
     */
    public static Baselines named(String name) {
      return switch (name.toUpperCase(Locale.ROOT)) {
        case "UM.FS" -> FIXED;
        case "UM.RS" -> RANDOM;
        case "CM.EL" -> CONDITIONAL_EXACT;
        case "CM.AL" -> CONDITIONAL_APPROXIMATE;
        default -> throw new IllegalArgumentException("No mixed model " + name);
      };
    }
  }

  /**
   * How a model is fitted.
   *
   * @param random whether effects differ between studies
   * @param nodes quadrature points; 1 is Laplace's approximation
   */
  public record Fitting(boolean random, int nodes) {
    public static final Fitting USUAL = new Fitting(true, NODES);

    public Fitting {
      if (nodes < 1 || nodes > EXACT_NODES) {
        throw new IllegalArgumentException("Quadrature points from 1 to 20, not " + nodes);
      }
    }
  }

  /**
   * Odds ratios of tables.
   *
   * @throws IllegalArgumentException when fewer than two tables have information
   */
  public static GeneralisedMixedModel oddsRatio(
      List<TwoByTwo> tables, Baselines baselines, Fitting fitting) {
    List<TwoByTwo> in =
        tables.stream()
            .filter(t -> t.events() > 0 && t.nonEvents() > 0 && t.n1() > 0 && t.n2() > 0)
            .toList();
    return switch (baselines) {
      case FIXED, RANDOM -> {
        List<Arms> arms = new ArrayList<>();
        for (TwoByTwo t : in) {
          arms.add(
              new Arms(
                  EventLikelihood.Binomial.of(t.a(), t.n1(), 0),
                  EventLikelihood.Binomial.of(t.c(), t.n2(), 0)));
        }
        yield baselines == Baselines.FIXED ? fixed(arms, fitting) : random(arms, fitting);
      }
      case CONDITIONAL_EXACT ->
          single(
              EventLikelihood.hypergeometric(in), new Fitting(fitting.random, EXACT_NODES), false);
      case CONDITIONAL_APPROXIMATE -> {
        List<EventLikelihood> counts = new ArrayList<>();
        for (TwoByTwo t : in) {
          counts.add(EventLikelihood.Binomial.of(t.a(), t.events(), Math.log(t.n1() / t.n2())));
        }
        yield single(counts, fitting, true);
      }
    };
  }

  /**
   * Rate ratios; given all events of a study, those of its first arm are exactly binomial.
   *
   * @throws IllegalArgumentException when fewer than two studies have information
   */
  public static GeneralisedMixedModel rateRatio(
      List<RateMeasure.TwoRates> rates, Baselines baselines, Fitting fitting) {
    List<RateMeasure.TwoRates> in = rates.stream().filter(r -> r.x1() + r.x2() > 0).toList();
    if (baselines == Baselines.FIXED || baselines == Baselines.RANDOM) {
      List<Arms> arms = new ArrayList<>();
      for (RateMeasure.TwoRates r : in) {
        arms.add(
            new Arms(
                EventLikelihood.Poisson.of(r.x1(), Math.log(r.t1())),
                EventLikelihood.Poisson.of(r.x2(), Math.log(r.t2()))));
      }
      return baselines == Baselines.FIXED ? fixed(arms, fitting) : random(arms, fitting);
    }
    List<EventLikelihood> counts = new ArrayList<>();
    for (RateMeasure.TwoRates r : in) {
      counts.add(EventLikelihood.Binomial.of(r.x1(), r.x1() + r.x2(), Math.log(r.t1() / r.t2())));
    }
    return single(counts, fitting, true);
  }

  /** Proportions, on the logit scale. */
  public static GeneralisedMixedModel proportion(
      List<ProportionMeasure.Count> counts, Fitting fitting) {
    List<EventLikelihood> in = new ArrayList<>();
    counts.forEach(c -> in.add(EventLikelihood.Binomial.of(c.events(), c.n(), 0)));
    return single(in, fitting, true);
  }

  /** Rates of single groups, on the logarithmic scale; each {events, time}. */
  public static GeneralisedMixedModel rate(List<double[]> eventsAndTimes, Fitting fitting) {
    List<EventLikelihood> in = new ArrayList<>();
    eventsAndTimes.forEach(x -> in.add(EventLikelihood.Poisson.of(x[0], Math.log(x[1]))));
    return single(in, fitting, true);
  }

  /** One count per study: η = β + u. */
  private static GeneralisedMixedModel single(
      List<EventLikelihood> studies, Fitting fitting, boolean atModes) {
    enough(studies.stream().mapToDouble(EventLikelihood::best).toArray());
    Quadrature rule = Quadrature.of(fitting.nodes);
    ToDoubleFunction<double[]> minus =
        x -> {
          double sum = 0;
          for (EventLikelihood study : studies) {
            sum -= rule.integrate(shifted(study, x[0], 1), x[1]).logIntegral;
          }
          return sum;
        };
    double start = common(studies);
    Fit fit = fit(minus, start, fitting.random);
    double saturated = studies.stream().mapToDouble(EventLikelihood::saturated).sum();
    double equal = studies.stream().mapToDouble(s -> s.log(start)).sum();
    double likelihood = -fit.value;
    if (atModes) {
      likelihood = 0;
      for (EventLikelihood study : studies) {
        likelihood += rule.integrate(shifted(study, fit.estimate, 1), fit.tau).logAtMode;
      }
    }
    double[] y = studies.stream().mapToDouble(EventLikelihood::best).toArray();
    double[] w = new double[y.length];
    for (int i = 0; i < w.length; i++) {
      w[i] = Double.isInfinite(y[i]) ? 0 : studies.get(i).information(y[i]);
    }
    int k = studies.size();
    return new GeneralisedMixedModel(
        new PooledEffect(fit.estimate, fit.standardError),
        fit.tau * fit.tau,
        0,
        likelihood,
        new Heterogeneity(spread(y, w), k - 1),
        new Heterogeneity(Math.max(0, 2 * (saturated - equal)), k - 1),
        k);
  }

  /** Two studies at least, and not all of them at the same end: then the likelihood has no top. */
  private static void enough(double[] effects) {
    if (effects.length < 2) {
      throw new IllegalArgumentException(
          "A mixed model needs two studies with events and non-events, not " + effects.length);
    }
    if (Arrays.stream(effects).allMatch(e -> e == Double.NEGATIVE_INFINITY)
        || Arrays.stream(effects).allMatch(e -> e == Double.POSITIVE_INFINITY)) {
      throw infinite();
    }
  }

  /** The estimate under equal effects: where the scores add up to 0. */
  private static double common(List<EventLikelihood> studies) {
    DoubleUnaryOperator score = b -> studies.stream().mapToDouble(s -> s.score(b)).sum();
    double low = -1;
    double high = 1;
    while (score.applyAsDouble(low) < 0) {
      low *= 2;
      bounded(low);
    }
    while (score.applyAsDouble(high) > 0) {
      high *= 2;
      bounded(high);
    }
    return Roots.between(score, low, high);
  }

  private static void bounded(double value) {
    if (Math.abs(value) > 100) {
      throw infinite();
    }
  }

  private static IllegalArgumentException infinite() {
    return new IllegalArgumentException(
        "The estimate is infinite: all events are in one arm, or everybody had the event");
  }

  /** Σw(y−ȳ)² over the studies with a finite effect. */
  private static double spread(double[] y, double[] w) {
    double sum = 0;
    double mean = 0;
    for (int i = 0; i < y.length; i++) {
      if (w[i] > 0) {
        sum += w[i];
        mean += w[i] * y[i];
      }
    }
    mean /= sum;
    double q = 0;
    for (int i = 0; i < y.length; i++) {
      if (w[i] > 0) {
        q += w[i] * (y[i] - mean) * (y[i] - mean);
      }
    }
    return sum > 0 ? q : 0;
  }

  private record Fit(double estimate, double tau, double standardError, double value) {
    Fit {
      if (!Double.isFinite(standardError) || Math.abs(estimate) > FAR) {
        throw infinite();
      }
    }
  }

  /** Minimises over the effect and τ, or over the effect alone where they do not differ. */
  private static Fit fit(ToDoubleFunction<double[]> minus, double start, boolean random) {
    ToDoubleFunction<double[]> equal = x -> minus.applyAsDouble(new double[] {x[0], 0});
    double[] fixed = Minimiser.smooth(equal, new double[] {start}, new double[] {0.1});
    double atZero = equal.applyAsDouble(fixed);
    if (random) {
      ToDoubleFunction<double[]> both =
          x -> minus.applyAsDouble(new double[] {x[0], Math.abs(x[1])});
      // Studies at both ends of the scale can make a second, higher top at a large τ.
      double[] at = Minimiser.smooth(both, new double[] {start, 0.4}, new double[] {0.1, 0.2});
      double[] far = Minimiser.smooth(both, new double[] {start, 2}, new double[] {0.1, 0.5});
      if (both.applyAsDouble(far) < both.applyAsDouble(at) - BOUNDARY) {
        at = far;
      }
      double tau = Math.abs(at[1]);
      double value = both.applyAsDouble(at);
      if (value < atZero - BOUNDARY && tau > Math.sqrt(NEGLIGIBLE)) {
        double[][] hessian = Minimiser.hessian(minus, new double[] {at[0], tau});
        double determinant = hessian[0][0] * hessian[1][1] - hessian[0][1] * hessian[0][1];
        return new Fit(at[0], tau, Math.sqrt(hessian[1][1] / determinant), value);
      }
    }
    double information = Minimiser.hessian(equal, fixed)[0][0];
    return new Fit(fixed[0], 0, 1 / Math.sqrt(information), atZero);
  }

  /** Two counts of a study: η₁ = α + β + u/2, η₂ = α − u/2. */
  private record Arms(EventLikelihood first, EventLikelihood second) {

    Curve effect(double baseline, double effect) {
      return new Curve() {
        @Override
        public double log(double u) {
          return first.log(baseline + effect + u / 2) + second.log(baseline - u / 2);
        }

        @Override
        public double score(double u) {
          return (first.score(baseline + effect + u / 2) - second.score(baseline - u / 2)) / 2;
        }

        @Override
        public double information(double u) {
          return (first.information(baseline + effect + u / 2)
                  + second.information(baseline - u / 2))
              / 4;
        }
      };
    }

    /** One random baseline: η₁ = α + δ + u, η₂ = α + u. */
    Curve baseline(double baseline, double effect) {
      return new Curve() {
        @Override
        public double log(double u) {
          return first.log(baseline + effect + u) + second.log(baseline + u);
        }

        @Override
        public double score(double u) {
          return first.score(baseline + effect + u) + second.score(baseline + u);
        }

        @Override
        public double information(double u) {
          return first.information(baseline + effect + u) + second.information(baseline + u);
        }
      };
    }

    double start() {
      double one = second.best();
      double other = first.best();
      double sum = (finite(one) + finite(other)) / 2;
      return Math.clamp(sum, -FAR, FAR);
    }

    private static double finite(double value) {
      return Double.isFinite(value) ? value : Math.signum(value) * 4;
    }

    /** The log odds ratio, or rate ratio, of the study alone. */
    double difference() {
      return first.best() - second.best();
    }

    double precision() {
      double a = first.best();
      double c = second.best();
      return Double.isInfinite(a) || Double.isInfinite(c)
          ? 0
          : 1 / (1 / first.information(a) + 1 / second.information(c));
    }

    double saturated() {
      return first.saturated() + second.saturated();
    }
  }

  private static double spreadOf(List<Arms> studies) {
    return spread(
        studies.stream().mapToDouble(Arms::difference).toArray(),
        studies.stream().mapToDouble(Arms::precision).toArray());
  }

  private static double start(List<Arms> studies) {
    double sum = 0;
    double weights = 0;
    for (Arms study : studies) {
      double w = study.precision();
      if (w > 0) {
        sum += w * study.difference();
        weights += w;
      }
    }
    return weights > 0 ? sum / weights : 0;
  }

  private static GeneralisedMixedModel fixed(List<Arms> studies, Fitting fitting) {
    enough(studies.stream().mapToDouble(Arms::difference).toArray());
    int k = studies.size();
    Quadrature rule = Quadrature.of(fitting.nodes);
    double[] baselines = studies.stream().mapToDouble(Arms::start).toArray();
    ToDoubleFunction<double[]> minus =
        x -> {
          double sum = 0;
          for (int i = 0; i < k; i++) {
            Arms study = studies.get(i);
            DoubleUnaryOperator at =
                alpha -> rule.integrate(study.effect(alpha, x[0]), x[1]).logIntegral;
            baselines[i] = highest(at, baselines[i]);
            sum -= at.applyAsDouble(baselines[i]);
          }
          return sum;
        };
    double start = start(studies);
    Fit fit = fit(minus, start, fitting.random);
    double saturated = studies.stream().mapToDouble(Arms::saturated).sum();
    ToDoubleFunction<double[]> equal = x -> minus.applyAsDouble(new double[] {x[0], 0});
    double atEqual =
        -equal.applyAsDouble(Minimiser.smooth(equal, new double[] {start}, new double[] {0.1}));
    double atModes = 0;
    for (int i = 0; i < k; i++) {
      Arms study = studies.get(i);
      baselines[i] =
          highest(
              alpha -> rule.integrate(study.effect(alpha, fit.estimate), fit.tau).logIntegral,
              baselines[i]);
      atModes +=
          rule.integrate(studies.get(i).effect(baselines[i], fit.estimate), fit.tau).logAtMode;
    }
    return new GeneralisedMixedModel(
        new PooledEffect(fit.estimate, fit.standardError),
        fit.tau * fit.tau,
        0,
        atModes,
        new Heterogeneity(spreadOf(studies), k - 1),
        new Heterogeneity(Math.max(0, 2 * (saturated - atEqual)), k - 1),
        k);
  }

  /** The highest point of a concave function, by Newton's method on differences from near it. */
  private static double highest(DoubleUnaryOperator f, double near) {
    double at = near;
    double value = f.applyAsDouble(at);
    for (int i = 0; i < 20; i++) {
      double above = f.applyAsDouble(at + DIFFERENCE);
      double below = f.applyAsDouble(at - DIFFERENCE);
      double curvature = (above - 2 * value + below) / (DIFFERENCE * DIFFERENCE);
      if (!(curvature < 0)) {
        break;
      }
      double step = Math.clamp((below - above) / (2 * DIFFERENCE * curvature), -1, 1);
      double other = f.applyAsDouble(at + step);
      if (!(other >= value - 1e-12 * Math.abs(value))) {
        break;
      }
      at += step;
      value = other;
      if (Math.abs(step) < 1e-7) {
        return at;
      }
    }
    return searched(f, at);
  }

  private static double searched(DoubleUnaryOperator f, double near) {
    double low = near - 1;
    double high = near + 1;
    double middle = f.applyAsDouble(near);
    while (f.applyAsDouble(low) > middle && low > -10 * FAR) {
      low -= 2;
    }
    while (f.applyAsDouble(high) > middle && high < 10 * FAR) {
      high += 2;
    }
    return new BrentOptimizer(1e-9, 1e-10)
        .optimize(
            new MaxEval(500),
            new UnivariateObjectiveFunction(f::applyAsDouble),
            GoalType.MAXIMIZE,
            new SearchInterval(low, high, Math.clamp(near, low, high)))
        .getPoint();
  }

  /** Random baselines and effects, by Laplace's approximation in two dimensions. */
  private static GeneralisedMixedModel random(List<Arms> studies, Fitting fitting) {
    enough(studies.stream().mapToDouble(Arms::difference).toArray());
    int k = studies.size();
    double start = start(studies);
    double[] base = studies.stream().mapToDouble(Arms::start).toArray();
    double mean = Arrays.stream(base).average().orElseThrow();
    double sd =
        Math.max(0.3, Math.sqrt(Arrays.stream(base).map(b -> (b - mean) * (b - mean)).sum() / k));
    // Effect, mean baseline, SD of baselines, τ.
    ToDoubleFunction<double[]> minus =
        x -> {
          double sum = 0;
          for (Arms study : studies) {
            sum -= laplace(study, x[0], x[1], Math.abs(x[2]), Math.abs(x[3]));
          }
          return sum;
        };
    ToDoubleFunction<double[]> equal = x -> minus.applyAsDouble(new double[] {x[0], x[1], x[2], 0});
    double[] fixed =
        Minimiser.smooth(
            equal, new double[] {start, mean - start / 2, sd}, new double[] {0.1, 0.1, 0.1});
    double atZero = equal.applyAsDouble(fixed);
    double[] at = new double[] {fixed[0], fixed[1], Math.abs(fixed[2]), 0};
    double value = atZero;
    double[][] covariance = Matrices.inverse(Minimiser.hessian(equal, Arrays.copyOf(at, 3)));
    if (fitting.random) {
      double[] other = withEffects(minus, fixed, 0.4);
      double[] far = withEffects(minus, fixed, 2);
      if (minus.applyAsDouble(far) < minus.applyAsDouble(other) - BOUNDARY) {
        other = far;
      }
      double otherValue = minus.applyAsDouble(other);
      if (otherValue < atZero - BOUNDARY && Math.abs(other[3]) > Math.sqrt(NEGLIGIBLE)) {
        at = new double[] {other[0], other[1], Math.abs(other[2]), Math.abs(other[3])};
        value = otherValue;
        covariance = Matrices.inverse(Minimiser.hessian(minus, at));
      }
    }
    if (!Double.isFinite(covariance[0][0]) || !(covariance[0][0] > 0) || Math.abs(at[0]) > FAR) {
      throw infinite();
    }
    Saturated full = saturated(studies, fixed);
    return new GeneralisedMixedModel(
        new PooledEffect(at[0], Math.sqrt(covariance[0][0])),
        at[3] * at[3],
        at[2] * at[2],
        -value,
        new Heterogeneity(full.wald, k - 1),
        new Heterogeneity(Math.max(0, 2 * (atZero - full.value)), k - 1),
        k);
  }

  private static double[] withEffects(
      ToDoubleFunction<double[]> minus, double[] fixed, double tau) {
    return Minimiser.smooth(
        minus,
        new double[] {fixed[0], fixed[1], Math.abs(fixed[2]), tau},
        new double[] {0.1, 0.1, 0.1, 0.2});
  }

  /** ln ∫∫ of a study over baseline and effect, by the curvature at the highest point. */
  private static double laplace(Arms study, double effect, double mean, double sd, double tau) {
    double z0 = 0;
    double z1 = 0;
    double before = Double.NEGATIVE_INFINITY;
    double h00 = 1;
    double h01 = 0;
    double h11 = 1;
    double step0 = 0;
    double step1 = 0;
    double value = 0;
    for (int i = 0; i < 100; i++) {
      double e1 = mean + effect + sd * z0 + tau * z1 / 2;
      double e2 = mean + sd * z0 - tau * z1 / 2;
      value = study.first.log(e1) + study.second.log(e2) - (z0 * z0 + z1 * z1) / 2;
      if (!(value >= before - 1e-13 * Math.abs(before)) && i > 0) {
        step0 /= 2;
        step1 /= 2;
        z0 -= step0;
        z1 -= step1;
        if (Math.abs(step0) + Math.abs(step1) < 1e-14) {
          break;
        }
        continue;
      }
      before = value;
      double s1 = study.first.score(e1);
      double s2 = study.second.score(e2);
      double i1 = study.first.information(e1);
      double i2 = study.second.information(e2);
      double g0 = sd * (s1 + s2) - z0;
      double g1 = tau * (s1 - s2) / 2 - z1;
      h00 = 1 + sd * sd * (i1 + i2);
      h01 = sd * tau * (i1 - i2) / 2;
      h11 = 1 + tau * tau * (i1 + i2) / 4;
      double determinant = h00 * h11 - h01 * h01;
      step0 = (h11 * g0 - h01 * g1) / determinant;
      step1 = (h00 * g1 - h01 * g0) / determinant;
      if (Math.abs(step0) + Math.abs(step1) < 1e-12) {
        break;
      }
      z0 += step0;
      z1 += step1;
    }
    return value - Math.log(h00 * h11 - h01 * h01) / 2;
  }

  private record Saturated(double value, double wald) {}

  /**
   * The model with random baselines and one effect per study. An arm at an end takes its effect to
   * infinity: it fits exactly, and its effect has no weight in the test.
   */
  private static Saturated saturated(List<Arms> studies, double[] fixed) {
    int k = studies.size();
    double[] effects = new double[k];
    for (int i = 0; i < k; i++) {
      double d = studies.get(i).difference();
      effects[i] = Double.isFinite(d) ? d : fixed[0];
    }
    boolean[] free = new boolean[k];
    for (int i = 0; i < k; i++) {
      free[i] = Double.isFinite(studies.get(i).first.best());
    }
    Quadrature rule = Quadrature.of(1);
    // Given the baseline, the effect of the study can fit its first arm exactly.
    ToDoubleFunction<double[]> profile =
        x -> {
          double sum = 0;
          for (int i = 0; i < k; i++) {
            Arms study = studies.get(i);
            if (free[i]) {
              DoubleUnaryOperator at =
                  d -> rule.integrate(study.baseline(x[0], d), Math.abs(x[1])).logIntegral;
              effects[i] = highest(at, effects[i]);
              sum -= at.applyAsDouble(effects[i]);
            } else {
              sum -= rule.integrate(shifted(study.second, x[0], 1), Math.abs(x[1])).logIntegral;
            }
          }
          return sum;
        };
    double[] at =
        Minimiser.smooth(
            profile, new double[] {fixed[1], Math.abs(fixed[2])}, new double[] {0.1, 0.1});
    double value = profile.applyAsDouble(at);
    return new Saturated(value, wald(studies, at, effects, free, rule));
  }

  private static double wald(
      List<Arms> studies, double[] at, double[] effects, boolean[] free, Quadrature rule) {
    int k = studies.size();
    // The information of the effects after the mean and SD of the baselines are taken out: with
    // blocks D (diagonal), B and C it is D − B C⁻¹ B'.
    double[] diagonal = new double[k];
    double[][] cross = new double[k][2];
    double[][] common = new double[2][2];
    for (int i = 0; i < k; i++) {
      Arms study = studies.get(i);
      ToDoubleFunction<double[]> minus =
          free[i]
              ? x -> -rule.integrate(study.baseline(x[0], x[2]), Math.abs(x[1])).logIntegral
              : x -> -rule.integrate(shifted(study.second, x[0], 1), Math.abs(x[1])).logIntegral;
      double[][] h =
          Minimiser.hessian(
              minus,
              free[i]
                  ? new double[] {at[0], Math.abs(at[1]), effects[i]}
                  : new double[] {at[0], Math.abs(at[1])});
      for (int a = 0; a < 2; a++) {
        for (int b = 0; b < 2; b++) {
          common[a][b] += h[a][b];
        }
        cross[i][a] = free[i] ? h[2][a] : 0;
      }
      diagonal[i] = free[i] ? h[2][2] : 0;
    }
    double determinant = common[0][0] * common[1][1] - common[0][1] * common[1][0];
    double[][] inverse = {
      {common[1][1] / determinant, -common[0][1] / determinant},
      {-common[1][0] / determinant, common[0][0] / determinant}
    };
    // Q is the least of (d−m)'I(d−m) over m.
    double dd = 0;
    double d1 = 0;
    double one = 0;
    double[] sumD = new double[2];
    double[] sum1 = new double[2];
    for (int i = 0; i < k; i++) {
      if (!free[i]) {
        continue;
      }
      dd += diagonal[i] * effects[i] * effects[i];
      d1 += diagonal[i] * effects[i];
      one += diagonal[i];
      for (int a = 0; a < 2; a++) {
        sumD[a] += cross[i][a] * effects[i];
        sum1[a] += cross[i][a];
      }
    }
    dd -= form(inverse, sumD, sumD);
    d1 -= form(inverse, sumD, sum1);
    one -= form(inverse, sum1, sum1);
    return Math.max(0, dd - d1 * d1 / one);
  }

  private static double form(double[][] m, double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 2; j++) {
        sum += a[i] * m[i][j] * b[j];
      }
    }
    return sum;
  }

  /** A log-likelihood as a function of a random effect u. */
  private interface Curve {
    double log(double u);

    double score(double u);

    double information(double u);
  }

  private static Curve shifted(EventLikelihood study, double shift, double factor) {
    return new Curve() {
      @Override
      public double log(double u) {
        return study.log(shift + factor * u);
      }

      @Override
      public double score(double u) {
        return factor * study.score(shift + factor * u);
      }

      @Override
      public double information(double u) {
        return factor * factor * study.information(shift + factor * u);
      }
    };
  }

  /** Adaptive Gauss-Hermite quadrature over u = τz, z standard normal. */
  private record Quadrature(double[] points, double[] logWeights) {

    static Quadrature of(int nodes) {
      GaussIntegrator rule = GAUSS.hermite(nodes);
      double[] points = new double[nodes];
      double[] logWeights = new double[nodes];
      for (int i = 0; i < nodes; i++) {
        points[i] = rule.getPoint(i) * Math.sqrt(2);
        logWeights[i] =
            Math.log(rule.getWeight(i))
                + rule.getPoint(i) * rule.getPoint(i)
                - Math.log(Math.PI) / 2;
      }
      return new Quadrature(points, logWeights);
    }

    private record Integral(double logIntegral, double logAtMode) {}

    Integral integrate(Curve curve, double tau) {
      if (tau == 0) {
        double value = curve.log(0);
        return new Integral(value, value);
      }
      double z = mode(curve, tau);
      double spread = 1 / Math.sqrt(1 + tau * tau * curve.information(tau * z));
      double[] terms = new double[points.length];
      double highest = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < terms.length; i++) {
        double x = z + spread * points[i];
        terms[i] = logWeights[i] + curve.log(tau * x) - x * x / 2;
        highest = Math.max(highest, terms[i]);
      }
      double sum = 0;
      for (double term : terms) {
        sum += Math.exp(term - highest);
      }
      return new Integral(highest + Math.log(sum) + Math.log(spread), curve.log(tau * z));
    }

    /** Newton's method on the concave ℓ(τz) − z²/2, steps halved where they lead down. */
    private static double mode(Curve curve, double tau) {
      double z = 0;
      double value = curve.log(0);
      for (int i = 0; i < 100; i++) {
        double gradient = tau * curve.score(tau * z) - z;
        double step = gradient / (1 + tau * tau * curve.information(tau * z));
        double next = z + step;
        double other = curve.log(tau * next) - next * next / 2;
        while (!(other >= value - 1e-12 * Math.abs(value)) && Math.abs(step) > 1e-14) {
          step /= 2;
          next = z + step;
          other = curve.log(tau * next) - next * next / 2;
        }
        z = next;
        value = other;
        if (Math.abs(step) < 1e-12) {
          break;
        }
      }
      return z;
    }
  }

  /** I² in percent from τ² and the variances of the studies' effects, if there are two. */
  public static Optional<double[]> shares(double tauSquared, EffectSizes studies) {
    if (studies.count() < 2) {
      return Optional.empty();
    }
    MixedModel plain =
        MixedModel.pool(studies, ModelOptions.of(TauSquaredEstimator.EE, Inference.WALD));
    double typical = plain.typicalVariance();
    return Optional.of(
        new double[] {100 * tauSquared / (typical + tauSquared), tauSquared / typical + 1});
  }
}
