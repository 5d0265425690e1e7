package org.winnow.metaanalysis;

/** What one study says of the effect, on the analysis scale. */
public sealed interface StudyEffect {

  /** An estimate with its sampling variance (≥ 0; 0 gives no weight that could be used). */
  record Estimable(double estimate, double variance) implements StudyEffect {
    public double standardError() {
      return Math.sqrt(variance);
    }

    /** The normal interval. */
    public Interval interval(double level) {
      return Interval.around(
          estimate, Distributions.normalQuantile((1 + level) / 2) * standardError());
    }
  }

  /** A study that has data, but no estimate; it stays in the table. */
  record NotEstimable(Reason reason) implements StudyEffect {}

  /** Why a study has no estimate. */
  enum Reason {
    /** Nobody had the event. */
    NO_EVENTS,
    /** Everybody had the event. */
    ALL_EVENTS,
    /** An arm has nobody. */
    EMPTY_ARM,
    /** A standard deviation is zero or too few people to have one. */
    NO_SPREAD,
    /** A value is missing. */
    MISSING,
    /** The formula has no finite value for these data. */
    NOT_DEFINED
  }

  /** An estimate if it and its variance are finite and the variance not negative. */
  static StudyEffect of(double estimate, double variance) {
    return Double.isFinite(estimate) && Double.isFinite(variance) && variance >= 0
        ? new Estimable(estimate, variance)
        : new NotEstimable(Reason.NOT_DEFINED);
  }
}
