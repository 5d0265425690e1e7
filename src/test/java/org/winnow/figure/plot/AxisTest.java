package org.winnow.figure.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class AxisTest {
  private static final OptionalDouble ONE = OptionalDouble.of(1);
  private static final OptionalDouble ZERO = OptionalDouble.of(0);

  @Test
  void ratiosStandAtOneTwoFive() {
    Axis axis =
        Axis.fitting(
            Axis.Scale.LOG,
            List.of(new Axis.Span(0.4, 0.25, 0.9), new Axis.Span(1.2, 0.8, 1.8)),
            ONE,
            false);

    assertThat(axis.ticks()).containsExactly(0.2, 0.5, 1.0, 2.0);
    assertThat(axis.share(0.2)).isCloseTo(0, within(1e-12));
    assertThat(axis.share(2)).isCloseTo(1, within(1e-12));
    assertThat(axis.share(Math.sqrt(0.4))).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void wideRatiosStandAtPowersOfTenAroundOne() {
    Axis axis = Axis.fitting(Axis.Scale.LOG, List.of(new Axis.Span(0.2, 0.03, 3)), ONE, true);

    assertThat(axis.ticks().stream().map(axis::label))
        .containsExactly("0.01", "0.1", "1", "10", "100");
    assertThat(axis.share(1)).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void ratiosNearOneHaveEvenLabels() {
    Axis axis = Axis.fitting(Axis.Scale.LOG, List.of(new Axis.Span(1.02, 0.96, 1.08)), ONE, false);

    assertThat(axis.ticks().stream().map(axis::label))
        .containsExactly("0.950", "0.975", "1.000", "1.025", "1.050", "1.075", "1.100");
  }

  @Test
  void differencesHaveAsManyDecimalsAsTheStepNeeds() {
    Axis axis =
        Axis.fitting(Axis.Scale.LINEAR, List.of(new Axis.Span(-0.3, -0.9, 0.4)), ZERO, false);

    assertThat(axis.ticks().stream().map(axis::label)).contains("-0.5", "0.0", "0.5");
  }

  @Test
  void oneWideIntervalDoesNotWidenTheAxisForAll() {
    Axis axis =
        Axis.fitting(
            Axis.Scale.LINEAR,
            List.of(
                new Axis.Span(1, 0, 2),
                new Axis.Span(2, 1, 3),
                new Axis.Span(1.5, 0.5, 2.5),
                new Axis.Span(1, -500, 502)),
            ZERO,
            false);

    assertThat(axis.to()).isLessThan(10);
    assertThat(axis.share(502)).isGreaterThan(1);
  }

  @Test
  void endsCanBeChosen() {
    Axis axis = Axis.between(Axis.Scale.LOG, 0.3, 4, ONE);

    assertThat(axis.from()).isEqualTo(0.3);
    assertThat(axis.ticks()).containsExactly(0.5, 1.0, 2.0);
    assertThatIllegalArgumentException().isThrownBy(() -> Axis.between(Axis.Scale.LOG, 0, 1, ONE));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Axis.between(Axis.Scale.LINEAR, 2, 1, ZERO));
  }

  @Property
  void everyEstimateIsOnTheAxisAndItsLabelsDiffer(
      @ForAll @DoubleRange(min = -9, max = 9) double a,
      @ForAll @DoubleRange(min = -9, max = 9) double b,
      @ForAll @DoubleRange(min = 0.01, max = 30) double halfWidth,
      @ForAll Axis.Scale scale,
      @ForAll boolean symmetric) {
    boolean log = scale == Axis.Scale.LOG;
    List<Axis.Span> spans =
        List.of(
            new Axis.Span(
                log ? Math.exp(a) : a,
                log ? Math.exp(a - halfWidth) : a - halfWidth,
                log ? Math.exp(a + halfWidth) : a + halfWidth),
            new Axis.Span(log ? Math.exp(b) : b, log ? Math.exp(b) : b, log ? Math.exp(b) : b));
    Axis axis = Axis.fitting(scale, spans, log ? ONE : ZERO, symmetric);

    for (Axis.Span span : spans) {
      assertThat(axis.share(span.estimate())).isBetween(-1e-6, 1 + 1e-6);
    }
    assertThat(axis.ticks()).isSorted().hasSizeBetween(2, 15);
    assertThat(axis.ticks().stream().map(axis::label)).doesNotHaveDuplicates();
    assertThat(axis.share(log ? 1 : 0)).isBetween(0.0, 1.0);
  }
}
