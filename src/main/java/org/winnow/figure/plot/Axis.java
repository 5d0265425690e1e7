package org.winnow.figure.plot;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.winnow.figure.TextStyle;

/**
 * A horizontal axis of effects, in the values that are shown: of a ratio the ratio itself.
 *
 * @param from the value at the left end
 * @param to the value at the right end, greater than {@code from}
 * @param ticks values within the axis that bear a label, ascending
 * @param reference the value of no effect, where there is one
 */
public record Axis(
    Scale scale, double from, double to, List<Double> ticks, OptionalDouble reference) {
  private static final int MOST_TICKS = 8;

  /** Of a log axis: from 0.05 to 20 in steps of 1, 2 and 5. */
  private static final int MOST_STEPS = 9;

  /** Logarithms and values beyond which nothing can be told apart in a figure. */
  private static final double FARTHEST_LOG = 600;

  private static final double FARTHEST = 1e300;

  /** A label with more digits is written with a power of ten. */
  private static final double LONG = 1e7;

  private static final double SHORT = 1e-5;

  /** A log axis that spans less than this factor has evenly spaced labels. */
  private static final double NARROW = 3;

  /** How values become places. */
  public enum Scale {
    LINEAR(x -> x, x -> x),
    /** For values above 0. */
    LOG(Math::log, Math::exp);

    private final DoubleUnaryOperator place;
    private final DoubleUnaryOperator value;

    Scale(DoubleUnaryOperator place, DoubleUnaryOperator value) {
      this.place = place;
      this.value = value;
    }

    double place(double x) {
      return place.applyAsDouble(x);
    }
  }

  public Axis {
    ticks = List.copyOf(ticks);
    if (!(Double.isFinite(from) && Double.isFinite(to) && from < to)
        || scale == Scale.LOG && from <= 0) {
      throw new IllegalArgumentException("No axis from " + from + " to " + to);
    }
  }

  /** An estimate and its interval, any of them to be shown on the axis. */
  public record Span(double estimate, double lower, double upper) {}

  /**
   * An axis with round ends that shows every estimate and, as far as they are not much wider than
   * the others, every interval.
   *
   * @param symmetric whether no effect stands in the middle
   */
  public static Axis fitting(
      Scale scale, List<Span> spans, OptionalDouble reference, boolean symmetric) {
    double[] centres =
        spans.stream()
            .mapToDouble(s -> scale.place(s.estimate()))
            .filter(Double::isFinite)
            .toArray();
    double none = scale.place(reference.orElse(scale == Scale.LOG ? 1 : 0));
    double low = Arrays.stream(centres).min().orElse(none);
    double high = Arrays.stream(centres).max().orElse(none);
    if (reference.isPresent()) {
      low = Math.min(low, none);
      high = Math.max(high, none);
    }
    double room = Math.max(high - low, medianWidth(scale, spans));
    double least = low - room;
    double most = high + room;
    for (Span span : spans) {
      low = Math.min(low, Math.max(least, scale.place(span.lower())));
      high = Math.max(high, Math.min(most, scale.place(span.upper())));
    }
    if (symmetric && reference.isPresent()) {
      double reach = Math.max(high - none, none - low);
      low = none - reach;
      high = none + reach;
    }
    double farthest = scale == Scale.LOG ? FARTHEST_LOG : FARTHEST;
    low = Math.clamp(low, -farthest, farthest);
    high = Math.clamp(high, -farthest, farthest);
    double size = Math.max(Math.abs(low), Math.abs(high));
    if (!(high - low > size * 1e-9)) {
      low -= Math.max(1, size * 1e-6);
      high += Math.max(1, size * 1e-6);
    }
    List<Double> ticks =
        scale == Scale.LOG
            ? logTicks(scale.value.applyAsDouble(low), scale.value.applyAsDouble(high))
            : linearTicks(low, high);
    return new Axis(scale, ticks.getFirst(), ticks.getLast(), ticks, reference);
  }

  /** An axis with the given ends, and labels at round values between them. */
  public static Axis between(Scale scale, double from, double to, OptionalDouble reference) {
    Axis bare = new Axis(scale, from, to, List.of(), reference);
    List<Double> ticks = scale == Scale.LOG ? logTicks(from, to) : linearTicks(from, to);
    double slack = (scale.place(to) - scale.place(from)) * 1e-9;
    List<Double> within =
        ticks.stream()
            .filter(
                t ->
                    scale.place(t) >= scale.place(from) - slack
                        && scale.place(t) <= scale.place(to) + slack)
            .toList();
    return new Axis(scale, bare.from, bare.to, within, reference);
  }

  /** Where a value stands: 0 at the left end, 1 at the right one, beyond them outside. */
  public double share(double value) {
    double start = scale.place(from);
    return (scale.place(value) - start) / (scale.place(to) - start);
  }

  /** A tick with the marks of a figure's numbers. */
  String label(double tick, String decimalMark) {
    return label(tick).replace(".", decimalMark).replace('-', '\u2212');
  }

  /** Half the width of the widest label: what it takes beside the axis when it stands at an end. */
  double overhang(TextStyle style) {
    return ticks.stream().mapToDouble(t -> ForestLayout.widthOf(label(t), style)).max().orElse(0)
        / 2;
  }

  /** A tick as it is written, with as many decimals as all of them need where they are even. */
  public String label(double tick) {
    if (Math.abs(tick) >= LONG || tick != 0 && Math.abs(tick) < SHORT) {
      return power(tick);
    }
    int decimals =
        scale == Scale.LOG && to / from >= NARROW
            ? decimals(tick)
            : ticks.stream().mapToInt(Axis::decimals).max().orElse(0);
    return BigDecimal.valueOf(tick).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
  }

  /** Such as 2e12; for values that no figure should have but a file may. */
  private static String power(double tick) {
    BigDecimal value =
        new BigDecimal(tick).round(new MathContext(4, RoundingMode.HALF_UP)).stripTrailingZeros();
    int power = value.precision() - value.scale() - 1;
    return value.scaleByPowerOfTen(-power).toPlainString() + "e" + power;
  }

  private static int decimals(double tick) {
    return tick == 0 ? 0 : Math.max(0, BigDecimal.valueOf(tick).stripTrailingZeros().scale());
  }

  private static double medianWidth(Scale scale, List<Span> spans) {
    double[] widths =
        spans.stream()
            .mapToDouble(s -> scale.place(s.upper()) - scale.place(s.lower()))
            .filter(Double::isFinite)
            .sorted()
            .toArray();
    return widths.length == 0 ? 0 : widths[widths.length / 2];
  }

  /** Round values, the first at or below the lower end and the last at or above the upper one. */
  private static List<Double> linearTicks(double low, double high) {
    double rough = (high - low) / (MOST_TICKS - 3);
    BigDecimal decade = BigDecimal.ONE.scaleByPowerOfTen((int) Math.floor(Math.log10(rough)));
    for (String factor : List.of("1", "2", "2.5", "5", "10")) {
      BigDecimal step = decade.multiply(new BigDecimal(factor));
      if (step.doubleValue() >= rough * (1 - 1e-9)) {
        return evenly(low, high, step);
      }
    }
    throw new IllegalArgumentException("No axis from " + low + " to " + high);
  }

  private static List<Double> evenly(double low, double high, BigDecimal step) {
    // An end that is a tick but for rounding stays an end.
    long first = (long) Math.floor(low / step.doubleValue() + 1e-9);
    long last = (long) Math.ceil(high / step.doubleValue() - 1e-9);
    List<Double> ticks = new ArrayList<>();
    for (long i = first; i <= last; i++) {
      ticks.add(step.multiply(BigDecimal.valueOf(i)).doubleValue());
    }
    return ticks;
  }

  private static List<Double> logTicks(double low, double high) {
    if (high / low < NARROW) {
      List<Double> even = linearTicks(low, high);
      if (even.getFirst() > 0) {
        return even;
      }
    }
    for (double[] steps : new double[][] {{1, 2, 5}, {1}}) {
      List<Double> ticks = ladder(low, high, steps, 1);
      if (ticks.size() <= (steps.length > 1 ? MOST_STEPS : MOST_TICKS)) {
        return ticks;
      }
    }
    int apart = 2;
    while (ladder(low, high, new double[] {1}, apart).size() > MOST_TICKS) {
      apart++;
    }
    return ladder(low, high, new double[] {1}, apart);
  }

  /** Steps times powers of ten; powers that are multiples of {@code apart}, so that 1 is one. */
  private static List<Double> ladder(double low, double high, double[] steps, int apart) {
    int first = Math.floorDiv((int) Math.floor(Math.log10(low)) - 1, apart) * apart;
    List<Double> ticks = new ArrayList<>();
    for (int power = first; ; power += apart) {
      for (double step : steps) {
        double tick = BigDecimal.valueOf(step).scaleByPowerOfTen(power).doubleValue();
        if (tick <= low * (1 + 1e-9)) {
          ticks.clear();
        }
        ticks.add(tick);
        if (tick >= high * (1 - 1e-9)) {
          return ticks;
        }
      }
    }
  }
}
