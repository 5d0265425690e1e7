package org.winnow.metaanalysis;

import java.util.List;
import java.util.Optional;

/**
 * Pooling by Mantel and Haenszel 1959: odds ratios (variance of Robins, Breslow and Greenland
 * 1986), risk ratios (Greenland and Robins 1985), risk differences (Sato, Greenland and Robins
 * 1989), rate ratios and rate differences. The tables are taken as they are.
 */
public final class MantelHaenszel {
  private MantelHaenszel() {}

  /** Pools odds ratios; empty when no table has both ad and bc. */
  public static Optional<PooledEffect> oddsRatio(List<TwoByTwo> tables) {
    double r = 0;
    double s = 0;
    double pr = 0;
    double mixed = 0;
    double qs = 0;
    for (TwoByTwo t : tables) {
      double n = t.total();
      double ri = t.a() * t.d() / n;
      double si = t.b() * t.c() / n;
      double p = (t.a() + t.d()) / n;
      double q = (t.b() + t.c()) / n;
      r += ri;
      s += si;
      pr += p * ri;
      mixed += p * si + q * ri;
      qs += q * si;
    }
    return r > 0 && s > 0
        ? Optional.of(
            new PooledEffect(
                Math.log(r / s), Math.sqrt((pr / (r * r) + mixed / (r * s) + qs / (s * s)) / 2)))
        : Optional.empty();
  }

  /** Pools risk ratios; empty when an arm has no event in any table. */
  public static Optional<PooledEffect> riskRatio(List<TwoByTwo> tables) {
    double r = 0;
    double s = 0;
    double p = 0;
    for (TwoByTwo t : tables) {
      double n = t.total();
      r += t.a() * t.n2() / n;
      s += t.c() * t.n1() / n;
      p += t.n1() / n * (t.n2() / n) * t.events() - t.a() / n * t.c();
    }
    return r > 0 && s > 0
        ? Optional.of(new PooledEffect(Math.log(r / s), Math.sqrt(p / (r * s))))
        : Optional.empty();
  }

  /** Pools risk differences. */
  public static PooledEffect riskDifference(List<TwoByTwo> tables) {
    double numerator = 0;
    double weights = 0;
    double p = 0;
    double q = 0;
    for (TwoByTwo t : tables) {
      double n = t.total();
      double n1 = t.n1();
      double n2 = t.n2();
      numerator += t.a() * n2 / n - t.c() * n1 / n;
      weights += n1 * n2 / n;
      p +=
          t.c() * (n1 / n) * (n1 / n)
              - t.a() * (n2 / n) * (n2 / n)
              + n1 / n * (n2 / n) * (n2 - n1) / 2;
      q += t.a() * (n2 - t.c()) / n + t.c() * (n1 - t.a()) / n;
    }
    double difference = numerator / weights;
    // Where all arms are at an end, rounding may leave a variance of 0 just below it.
    double variance = Math.max(0, difference * p + q / 2) / (weights * weights);
    return new PooledEffect(difference, Math.sqrt(variance));
  }

  /** Pools rate ratios; empty when an arm has no event in any study. */
  public static Optional<PooledEffect> rateRatio(List<RateMeasure.TwoRates> rates) {
    double r = 0;
    double s = 0;
    double p = 0;
    for (RateMeasure.TwoRates t : rates) {
      double time = t.t1() + t.t2();
      r += t.x1() * t.t2() / time;
      s += t.x2() * t.t1() / time;
      p += t.t1() / time * (t.t2() / time) * (t.x1() + t.x2());
    }
    return r > 0 && s > 0
        ? Optional.of(new PooledEffect(Math.log(r / s), Math.sqrt(p / (r * s))))
        : Optional.empty();
  }

  /** Pools rate differences. */
  public static PooledEffect rateDifference(List<RateMeasure.TwoRates> rates) {
    double numerator = 0;
    double weights = 0;
    double variance = 0;
    for (RateMeasure.TwoRates t : rates) {
      double time = t.t1() + t.t2();
      double f1 = t.t1() / time;
      double f2 = t.t2() / time;
      numerator += t.x1() * f2 - t.x2() * f1;
      weights += t.t1() * f2;
      variance += t.x1() * f2 * f2 + t.x2() * f1 * f1;
    }
    return new PooledEffect(numerator / weights, Math.sqrt(variance) / weights);
  }

  /** The weight of a table: bc/N, c·n1/N or n1·n2/N. */
  public static double weight(BinaryMeasure measure, TwoByTwo t) {
    return switch (measure) {
      case OR -> t.b() * t.c() / t.total();
      case RR -> t.c() * t.n1() / t.total();
      case RD -> t.n1() * t.n2() / t.total();
      default -> throw new IllegalArgumentException("No Mantel-Haenszel weight for " + measure);
    };
  }

  /** The weight of a study of rates: x2·t1/T or t1·t2/T. */
  public static double weight(RateMeasure.Contrast measure, RateMeasure.TwoRates r) {
    double time = r.t1() + r.t2();
    return switch (measure) {
      case IRR -> r.x2() * r.t1() / time;
      case IRD -> r.t1() * r.t2() / time;
      case IRSD -> throw new IllegalArgumentException("No Mantel-Haenszel weight for " + measure);
    };
  }

  /** A χ² test; degrees of freedom are the informative strata less one for tests of homogeneity. */
  public record ChiSquareTest(double statistic, double df) {
    public double pValue() {
      return Distributions.chiSquaredAbove(statistic, df);
    }
  }

  /**
   * The test of Cochran, Mantel and Haenszel for no effect in any stratum; ½ is taken off the
   * difference on demand, as in metafor also where it is less than that. Empty when no stratum has
   * both events and non-events.
   */
  public static Optional<ChiSquareTest> association(List<TwoByTwo> tables, boolean corrected) {
    double difference = 0;
    double variance = 0;
    for (TwoByTwo t : tables) {
      if (t.total() > 1) {
        difference += t.observedMinusExpected();
        variance += t.hypergeometricVariance();
      }
    }
    return association(difference, variance, corrected);
  }

  /** The same test for rates. */
  public static Optional<ChiSquareTest> rateAssociation(
      List<RateMeasure.TwoRates> rates, boolean corrected) {
    double difference = 0;
    double variance = 0;
    for (RateMeasure.TwoRates t : rates) {
      double time = t.t1() + t.t2();
      double events = t.x1() + t.x2();
      difference += t.x1() - events * t.t1() / time;
      variance += events * (t.t1() / time) * (t.t2() / time);
    }
    return association(difference, variance, corrected);
  }

  private static Optional<ChiSquareTest> association(
      double difference, double variance, boolean corrected) {
    if (!(variance > 0)) {
      return Optional.empty();
    }
    double less = Math.abs(difference) - (corrected ? 0.5 : 0);
    return Optional.of(new ChiSquareTest(less * less / variance, 1));
  }

  /** Breslow and Day's test that the odds ratios are alike, and Tarone's correction of it. */
  public record Homogeneity(ChiSquareTest breslowDay, ChiSquareTest tarone) {}

  /** Tests whether all strata have the given (pooled) log odds ratio. */
  public static Homogeneity homogeneity(List<TwoByTwo> tables, double logOddsRatio) {
    double or = Math.exp(logOddsRatio);
    double squares = 0;
    double differences = 0;
    double variances = 0;
    int informative = 0;
    for (TwoByTwo t : tables) {
      double events = t.events();
      if (events == 0 || t.nonEvents() == 0) {
        continue;
      }
      double expected = expectedEvents(t, or);
      double variance =
          1
              / (1 / expected
                  + 1 / (t.n1() - expected)
                  + 1 / (events - expected)
                  + 1 / (expected - t.n1() - events + t.total()));
      double difference = t.a() - expected;
      squares += difference * difference / variance;
      differences += difference;
      variances += variance;
      informative++;
    }
    double df = informative - 1.0;
    double tarone = squares - differences * differences / variances;
    return new Homogeneity(
        new ChiSquareTest(Math.max(0, squares), df),
        new ChiSquareTest(Double.isNaN(tarone) ? 0 : Math.max(0, tarone), df));
  }

  /** The events of the first arm that have the odds ratio under the margins of the table. */
  private static double expectedEvents(TwoByTwo t, double or) {
    double n1 = t.n1();
    double events = t.events();
    if (or == 1) {
      return n1 / t.total() * events;
    }
    double a = or * (n1 + events) + (t.n2() - events);
    double root = Math.sqrt(a * a - 4 * n1 * events * or * (or - 1));
    return (a - root) / (2 * (or - 1));
  }
}
