package org.winnow.metaanalysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RevManRulesTest {
  private static RevMan.Result one(TwoByTwo table, BinaryMeasure measure) {
    return RevMan.tables(
        List.of(table),
        measure,
        measure == BinaryMeasure.PETO ? RevMan.Method.PETO : RevMan.Method.MANTEL_HAENSZEL,
        RevMan.Model.FIXED,
        RevMan.Flavour.REVMAN);
  }

  @ParameterizedTest
  @CsvSource({"OR, true", "RR, true", "PETO, true", "RD, false"})
  void nobodyWithTheEventIsEstimableForTheRiskDifferenceOnly(BinaryMeasure measure, boolean out) {
    RevMan.Result result = one(new TwoByTwo(0, 18, 0, 19), measure);

    assertThat(result.rows().getFirst().effect() instanceof StudyEffect.NotEstimable)
        .isEqualTo(out);
    assertThat(result.total().isEmpty()).isEqualTo(out);
  }

  @Test
  void everybodyWithTheEventIsARiskRatioOfExactlyOne() {
    RevMan.Result result = one(new TwoByTwo(85, 0, 76, 0), BinaryMeasure.RR);

    StudyEffect.Estimable effect = (StudyEffect.Estimable) result.rows().getFirst().effect();
    assertThat(effect.estimate()).isZero();
    assertThat(effect.variance())
        .isCloseTo(1 / 85.5 - 1 / 86.0 + 1 / 76.5 - 1 / 77.0, within(1e-15));
  }

  @Test
  void aRiskDifferenceWithAnEmptyCellKeepsItsRawEstimate() {
    RevMan.Result result = one(new TwoByTwo(0, 20, 2, 19), BinaryMeasure.RD);

    assertThat(((StudyEffect.Estimable) result.rows().getFirst().effect()).estimate())
        .isEqualTo(-2 / 21.0);
  }

  @Test
  void oneStudyHasNoHeterogeneity() {
    assertThat(RevManText.heterogeneity(one(new TwoByTwo(3, 7, 5, 5), BinaryMeasure.OR)))
        .isEqualTo("Heterogeneity: Not applicable");
    assertThat(RevManText.subgroupDifferences(Optional.empty()))
        .isEqualTo("Test for subgroup differences: Not applicable");
  }

  @ParameterizedTest
  @CsvSource({
    "0.000009, P < 0.00001", "0.00002, P < 0.0001", "0.0003, P = 0.0003",
    "0.007, P = 0.007", "0.13, P = 0.13", "1, P = 1.00"
  })
  void pValuesAreRoundedInBands(double p, String text) {
    assertThat(RevManText.pValue(p)).isEqualTo(text);
  }

  @Test
  void aZeroStandardDeviationIsNotEstimable() {
    RevMan.Result result =
        RevMan.means(
            List.of(new TwoMeans(5, 0, 10, 4, 1, 10)), MeanMeasure.MD, RevMan.Model.RANDOM);

    assertThat(result.total()).isEmpty();
  }

  @Test
  void impossibleCountsAreRefused() {
    assertThatThrownBy(() -> TwoByTwo.ofEvents(5, 4, 1, 10))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("5.0/4.0");
    assertThatThrownBy(() -> EffectSizes.of(new double[] {1, 2}, new double[] {1, -1}))
        .hasMessageContaining("Row 2");
    assertThatThrownBy(() -> EffectSizes.of(new double[0], new double[0]))
        .hasMessageContaining("No study");
  }
}
