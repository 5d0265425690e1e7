package org.winnow.cli.oracle;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.winnow.metaanalysis.Interval;

/** What the library says of a case, under the names of the expected results. */
final class Answer {
  /** Where the searches of the reference programs stop by default: the fourth root of 2⁻⁵². */
  static final double SEARCH = 1.3e-4;

  /** Where they end. */
  private static final double HIGHEST = 100;

  /** A value that the reference knows only so closely: it must lie between. */
  record Range(double low, double high) {}

  private final Map<String, @Nullable Object> values = new LinkedHashMap<>();
  private final Set<String> uncompared = new TreeSet<>();

  /** A number, or a range that it must lie in. */
  Answer put(String key, Object numberOrRange) {
    values.put(key, numberOrRange);
    return this;
  }

  Answer put(String key, double value) {
    values.put(key, value);
    return this;
  }

  Answer put(String key, Range value) {
    values.put(key, value);
    return this;
  }

  /** All within a margin. */
  static Range near(double value, double margin) {
    return new Range(value - margin, value + margin);
  }

  /** The values of an increasing function where its argument, not below 0, is known to SEARCH. */
  static Range searched(double at, DoubleUnaryOperator increasing) {
    return new Range(
        increasing.applyAsDouble(Math.max(0, Math.min(at, HIGHEST) - SEARCH)),
        increasing.applyAsDouble(at + SEARCH));
  }

  Answer put(String key, OptionalDouble value) {
    values.put(key, value.isPresent() ? (Object) value.getAsDouble() : null);
    return this;
  }

  Answer put(String key, double[] value) {
    values.put(key, Arrays.stream(value).boxed().toList());
    return this;
  }

  Answer put(String key, List<?> value) {
    values.put(key, value);
    return this;
  }

  Answer put(String key, Answer value) {
    values.put(key, value.values);
    uncompared.addAll(value.uncompared);
    return this;
  }

  Answer put(String key, String value) {
    values.put(key, value);
    return this;
  }

  Answer put(String key, boolean value) {
    values.put(key, value);
    return this;
  }

  /** Both limits under the two names, or nothing at all when there is no interval. */
  Answer put(String lower, String upper, Optional<Interval> interval) {
    return interval
        .map(i -> put(lower, i.lower()).put(upper, i.upper()))
        .orElseGet(() -> without(lower, upper));
  }

  Answer put(String lower, String upper, Interval interval) {
    return put(lower, upper, Optional.of(interval));
  }

  Answer none(String... keys) {
    for (String key : keys) {
      values.put(key, null);
    }
    return this;
  }

  /** Keys that are labels, or for which the reference has a number where none is defined. */
  Answer without(String... keys) {
    uncompared.addAll(Arrays.asList(keys));
    return this;
  }

  Map<String, @Nullable Object> values() {
    return values;
  }

  Set<String> uncompared() {
    return uncompared;
  }
}
