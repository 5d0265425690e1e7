package org.winnow.agreement;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A measure of agreement as it was estimated. A measure that the data leave undefined is no
 * estimate: methods then return an empty value, never 0 or 1.
 *
 * @param value the estimate itself
 * @param standardError empty where none is given or defined
 * @param interval 95 % interval; empty where none is given or defined
 */
public record Estimate(double value, OptionalDouble standardError, Optional<Interval> interval) {
  static Estimate bare(double value) {
    return new Estimate(value, OptionalDouble.empty(), Optional.empty());
  }

  static Estimate normal(double value, double standardError) {
    return new Estimate(
        value,
        OptionalDouble.of(standardError),
        Optional.of(Interval.normal(value, standardError)));
  }

  static Estimate t(double value, double standardError, int degreesOfFreedom) {
    return new Estimate(
        value,
        OptionalDouble.of(standardError),
        Optional.of(Interval.t(value, standardError, degreesOfFreedom)));
  }

  static Estimate within(double value, Interval interval) {
    return new Estimate(value, OptionalDouble.empty(), Optional.of(interval));
  }
}
