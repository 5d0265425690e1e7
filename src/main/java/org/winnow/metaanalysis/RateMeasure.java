package org.winnow.metaanalysis;

/** Effect measures of events in person-time, of one arm or two. */
public final class RateMeasure {
  private RateMeasure() {}

  /** Events of two arms in their person-times. */
  public record TwoRates(double x1, double t1, double x2, double t2) {
    public TwoRates {
      if (!(x1 >= 0 && x2 >= 0 && t1 > 0 && t2 > 0) || Double.isInfinite(t1 + t2)) {
        throw new IllegalArgumentException(
            "Events in person-time: " + x1 + "/" + t1 + ", " + x2 + "/" + t2);
      }
    }

    boolean hasZero() {
      return x1 == 0 || x2 == 0;
    }
  }

  /** Contrasts of two rates. */
  public enum Contrast {
    /** ln((x1/t1)/(x2/t2)), variance 1/x1+1/x2. */
    IRR,
    /** x1/t1 − x2/t2, variance x1/t1²+x2/t2². */
    IRD,
    /** Difference of root rates, variance 1/(4t1)+1/(4t2). */
    IRSD;

    /** The effect; ½ is added to both counts where one is 0, but not for root rates. */
    public StudyEffect of(TwoRates r) {
      double add = r.hasZero() && this != IRSD ? 0.5 : 0;
      double x1 = r.x1() + add;
      double x2 = r.x2() + add;
      return switch (this) {
        case IRR -> StudyEffect.of(Math.log(x1 / r.t1() / (x2 / r.t2())), 1 / x1 + 1 / x2);
        case IRD ->
            StudyEffect.of(
                x1 / r.t1() - x2 / r.t2(), x1 / (r.t1() * r.t1()) + x2 / (r.t2() * r.t2()));
        case IRSD ->
            StudyEffect.of(
                Math.sqrt(x1 / r.t1()) - Math.sqrt(x2 / r.t2()),
                1 / (4 * r.t1()) + 1 / (4 * r.t2()));
      };
    }
  }

  /** Transformations of one rate. */
  public enum Single {
    /** x/t, variance x/t². */
    IR,
    /** ln(x/t), variance 1/x. */
    IRLN,
    /** √(x/t), variance 1/(4t). */
    IRS,
    /** Freeman and Tukey: ½(√(x/t) + √((x+1)/t)), variance 1/(4t). */
    IRFT;

    /** The effect; ½ is added to a count of 0 for the rate and its logarithm. */
    public StudyEffect of(double events, double time) {
      double x = events == 0 && (this == IR || this == IRLN) ? 0.5 : events;
      return switch (this) {
        case IR -> StudyEffect.of(x / time, x / (time * time));
        case IRLN -> StudyEffect.of(Math.log(x / time), 1 / x);
        case IRS -> StudyEffect.of(Math.sqrt(x / time), 1 / (4 * time));
        case IRFT ->
            StudyEffect.of((Math.sqrt(x / time) + Math.sqrt((x + 1) / time)) / 2, 1 / (4 * time));
      };
    }
  }
}
