package org.winnow.metaanalysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

class PoolingPropertyTest {
  @Provide
  Arbitrary<EffectSizes> studies() {
    Arbitrary<Double> y = Arbitraries.doubles().between(-3, 3).ofScale(3);
    Arbitrary<Double> v = Arbitraries.doubles().between(0.01, 4).ofScale(3);
    return Combinators.combine(y, v)
        .as((a, b) -> new double[] {a, b})
        .list()
        .ofMinSize(2)
        .ofMaxSize(12)
        .map(
            rows ->
                EffectSizes.of(
                    rows.stream().mapToDouble(r -> r[0]).toArray(),
                    rows.stream().mapToDouble(r -> r[1]).toArray()));
  }

  @Property(tries = 100)
  void aChangeOfUnitsScalesEffectsAndVariances(
      @ForAll("studies") EffectSizes studies,
      @ForAll TauSquaredEstimator estimator,
      @ForAll @DoubleRange(min = 0.1, max = 10) double unit) {
    MixedModel model = pooled(studies, estimator);
    MixedModel scaled =
        pooled(
            EffectSizes.of(
                Arrays.stream(studies.estimates()).map(y -> y * unit).toArray(),
                Arrays.stream(studies.variances()).map(v -> v * unit * unit).toArray()),
            estimator);

    double tau2 = model.tauSquared().value();
    assertThat(scaled.tauSquared().value())
        .isCloseTo(tau2 * unit * unit, within(1e-6 * unit * unit * (1 + tau2)));
    assertThat(scaled.standardError()).isCloseTo(model.standardError() * unit, within(1e-6 * unit));
  }

  @Property(tries = 100)
  void aShiftOfAllEffectsShiftsThePooledOneOnly(
      @ForAll("studies") EffectSizes studies, @ForAll TauSquaredEstimator estimator) {
    MixedModel model = pooled(studies, estimator);
    MixedModel shifted =
        pooled(
            EffectSizes.of(
                Arrays.stream(studies.estimates()).map(y -> y + 5).toArray(), studies.variances()),
            estimator);

    assertThat(shifted.estimate()).isCloseTo(model.estimate() + 5, within(1e-6));
    assertThat(shifted.residualQ())
        .isCloseTo(model.residualQ(), within(1e-8 * (1 + model.residualQ())));
  }

  @Property(tries = 100)
  void theOrderOfTheStudiesDoesNotMatter(
      @ForAll("studies") EffectSizes studies, @ForAll TauSquaredEstimator estimator) {
    int k = studies.count();
    MixedModel model = pooled(studies, estimator);
    MixedModel reversed =
        pooled(studies.at(IntStream.range(0, k).map(i -> k - 1 - i).toArray()), estimator);

    assertThat(reversed.estimate()).isCloseTo(model.estimate(), within(1e-7));
    assertThat(reversed.tauSquared().value())
        .isCloseTo(model.tauSquared().value(), within(1e-7 * (1 + model.tauSquared().value())));
  }

  @Property(tries = 100)
  void weightsAddUpAndNothingIsUndefined(
      @ForAll("studies") EffectSizes studies, @ForAll TauSquaredEstimator estimator) {
    MixedModel model = pooled(studies, estimator);

    assertThat(Arrays.stream(model.weightsPercent()).sum()).isCloseTo(100, within(1e-9));
    assertThat(model.iSquared()).isBetween(0.0, 100.0);
    assertThat(List.of(model.estimate(), model.standardError(), model.hSquared()))
        .allMatch(Double::isFinite);
    assertThat(model.qProfile().lower()).isLessThanOrEqualTo(model.qProfile().upper());
  }

  @Property(tries = 50)
  void swappingTheArmsTurnsTheSignOfTheOddsRatio(
      @ForAll @DoubleRange(min = 1, max = 50) double a,
      @ForAll @DoubleRange(min = 1, max = 50) double b,
      @ForAll @DoubleRange(min = 1, max = 50) double c,
      @ForAll @DoubleRange(min = 1, max = 50) double d) {
    double one =
        MantelHaenszel.oddsRatio(List.of(new TwoByTwo(a, b, c, d))).orElseThrow().estimate();
    double other =
        MantelHaenszel.oddsRatio(List.of(new TwoByTwo(c, d, a, b))).orElseThrow().estimate();

    assertThat(other).isCloseTo(-one, within(1e-12));
  }

  private static MixedModel pooled(EffectSizes studies, TauSquaredEstimator estimator) {
    return MixedModel.pool(studies, ModelOptions.of(estimator, Inference.WALD));
  }
}
