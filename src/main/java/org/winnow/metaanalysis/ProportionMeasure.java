package org.winnow.metaanalysis;

import java.util.ArrayList;
import java.util.List;

/** Transformations of x events in n people. */
public enum ProportionMeasure {
  /** x/n, variance p(1−p)/n. */
  PR,
  /** ln p, variance 1/x−1/n. */
  PLN,
  /** Logit, variance 1/x+1/(n−x). */
  PLO,
  /** Probit, variance p(1−p)/(n·φ²). */
  PRZ,
  /** asin √p, variance 1/(4n). */
  PAS,
  /** Freeman and Tukey 1950: ½(asin √(x/(n+1)) + asin √((x+1)/(n+1))), variance 1/(4n+2). */
  PFT;

  /** Events among people. */
  public record Count(double events, double n) {
    public Count {
      if (!(events >= 0 && events <= n) || Double.isInfinite(n)) {
        throw new IllegalArgumentException("Events among people: " + events + "/" + n);
      }
    }
  }

  /** One effect per count, in their order. */
  public List<StudyEffect> effects(List<Count> counts, ZeroCells zeroCells) {
    boolean any = counts.stream().anyMatch(ProportionMeasure::hasZero);
    List<StudyEffect> out = new ArrayList<>(counts.size());
    for (Count count : counts) {
      double add = zeroCells.applies(hasZero(count), any) ? zeroCells.add() : 0;
      out.add(of(count.events() + add, count.n() + 2 * add));
    }
    return out;
  }

  private static boolean hasZero(Count count) {
    return count.events() == 0 || count.events() == count.n();
  }

  private StudyEffect of(double x, double n) {
    double p = x / n;
    return switch (this) {
      case PR -> StudyEffect.of(p, p * (1 - p) / n);
      case PLN -> StudyEffect.of(Math.log(p), 1 / x - 1 / n);
      case PLO -> StudyEffect.of(Math.log(p / (1 - p)), 1 / x + 1 / (n - x));
      case PRZ -> {
        if (!(p > 0 && p < 1)) {
          yield new StudyEffect.NotEstimable(StudyEffect.Reason.NOT_DEFINED);
        }
        double z = Distributions.normalQuantile(p);
        double f = Distributions.normalDensity(z);
        yield StudyEffect.of(z, p * (1 - p) / (n * f * f));
      }
      case PAS -> StudyEffect.of(Math.asin(Math.sqrt(p)), 1 / (4 * n));
      case PFT ->
          StudyEffect.of(
              (Math.asin(Math.sqrt(x / (n + 1))) + Math.asin(Math.sqrt((x + 1) / (n + 1)))) / 2,
              1 / (4 * n + 2));
    };
  }

  /**
   * The proportion behind a mean of double arcsines at n people (Miller 1978): ½(1 − sgn(cos
   * 2t)·√(1 − (sin 2t + (sin 2t − 1/sin 2t)/n)²)), 0 and 1 beyond the ends.
   */
  public static double fromDoubleArcsine(double t, double n) {
    double lowest = Math.asin(Math.sqrt(1 / (n + 1))) / 2;
    double highest = (Math.asin(Math.sqrt(n / (n + 1))) + Math.PI / 2) / 2;
    if (t <= lowest) {
      return 0;
    }
    if (t >= highest) {
      return 1;
    }
    double sin = Math.sin(2 * t);
    double inner = sin + (sin - 1 / sin) / n;
    double root = Math.sqrt(Math.max(0, 1 - inner * inner));
    return (1 - Math.signum(Math.cos(2 * t)) * root) / 2;
  }
}
