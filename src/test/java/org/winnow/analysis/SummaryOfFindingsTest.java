package org.winnow.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.winnow.metaanalysis.Interval;

class SummaryOfFindingsTest {
  private static Analysis analyse(String csv, String measure) throws IOException {
    return AnalysisSettings.of(Map.of("measure", measure, "convention", "revman5"))
        .analyse(StudyTable.read(new StringReader(csv)));
  }

  @Test
  void aRiskRatioBecomesPeopleAmongAThousand() {
    SummaryOfFindings.AbsoluteEffect effect =
        SummaryOfFindings.effect(
            "RR", 0.3, SummaryOfFindings.Source.TYPED, 0.68, new Interval(0.51, 0.9));

    assertThat(effect.with().value()).isCloseTo(204, within(1e-9));
    assertThat(effect.difference().value()).isCloseTo(-96, within(1e-9));
    assertThat(effect.difference().lower()).isCloseTo(-147, within(1e-9));
    assertThat(effect.difference().upper()).isCloseTo(-30, within(1e-9));
    assertThat(effect.numberNeeded().value()).isCloseTo(10.4166666666667, within(1e-9));
    assertThat(effect.numberNeeded().benefit()).isTrue();
    assertThat(effect.numberNeeded().throughInfinity()).isFalse();
    assertThat(effect.numberNeeded().lower().value()).isCloseTo(1000 / 147.0, within(1e-9));
    assertThat(effect.numberNeeded().upper().value()).isCloseTo(1000 / 30.0, within(1e-9));
  }

  @Test
  void oddsAndHazardRatiosHaveTheirOwnRisks() {
    Interval any = new Interval(0.4, 0.8);
    assertThat(
            SummaryOfFindings.effect("OR", 0.3, SummaryOfFindings.Source.TYPED, 0.53, any)
                .with()
                .value())
        .isCloseTo(185.098952270081, within(1e-9));
    assertThat(
            SummaryOfFindings.effect("HR", 0.25, SummaryOfFindings.Source.TYPED, 0.7, any)
                .difference()
                .value())
        .isCloseTo(-67.6037681770133, within(1e-9));
  }

  @Test
  void aNumberNeededWhoseIntervalHasNoEffectRunsThroughInfinity() {
    SummaryOfFindings.NumberNeeded needed =
        SummaryOfFindings.effect(
                "RR", 0.2, SummaryOfFindings.Source.TYPED, 0.9, new Interval(0.7, 1.2))
            .numberNeeded();

    assertThat(needed.throughInfinity()).isTrue();
    assertThat(needed.value()).isCloseTo(50, within(1e-9));
    assertThat(needed.lower().benefit()).isTrue();
    assertThat(needed.lower().value()).isCloseTo(1 / 0.06, within(1e-9));
    assertThat(needed.upper().benefit()).isFalse();
    assertThat(needed.upper().value()).isCloseTo(25, within(1e-9));
  }

  @Test
  void noEffectNeedsInfinitelyMany() {
    assertThat(
            SummaryOfFindings.effect(
                    "RD", 0.2, SummaryOfFindings.Source.TYPED, 0, new Interval(-0.1, 0.1))
                .numberNeeded()
                .value())
        .isInfinite();
  }

  @Test
  void assumedRisksAreThoseOfTheControlsAndTyped() throws IOException {
    SummaryOfFindings row =
        SummaryOfFindings.of(
            analyse(
                "study,ai,n1i,ci,n2i\na,5,100,10,100\nb,8,100,20,100\nc,20,100,40,100\nd,0,9,0,9\n",
                "RR"),
            List.of(0.5));

    assertThat(row.studies()).isEqualTo(3);
    assertThat(row.participants().getAsDouble()).isEqualTo(618);
    assertThat(row.risks())
        .extracting(SummaryOfFindings.AbsoluteEffect::assumed)
        .containsExactly(200.0, 100.0, 400.0, 500.0);
    assertThatThrownBy(
            () ->
                SummaryOfFindings.of(
                    analyse("study,ai,n1i,ci,n2i\na,5,100,10,100\n", "RR"), List.of(1.5)))
        .hasMessageContaining("between 0 and 1");
  }

  @Test
  void wideIntervalsAndFewPeopleSuggestImprecision() throws IOException {
    Analysis wide = analyse("study,ai,n1i,ci,n2i\na,2,20,2,20\nb,3,30,3,30\n", "RR");
    assertThat(Certainty.imprecision(wide, SummaryOfFindings.of(wide, List.of())).down())
        .isEqualTo(2);
    Analysis few = analyse("study,ai,n1i,ci,n2i\na,20,100,60,100\nb,22,100,58,100\n", "RR");
    SummaryOfFindings row = SummaryOfFindings.of(few, List.of());
    assertThat(Certainty.imprecision(few, row).down()).isZero();
    Analysis fewer = analyse("study,ai,n1i,ci,n2i\na,1,60,9,60\nb,1,60,9,60\n", "RR");
    assertThat(Certainty.imprecision(fewer, SummaryOfFindings.of(fewer, List.of())).reason().en())
        .contains("optimal information size");
  }

  @Test
  void theOptimalSizeIsThatOfATrialOfTwoProportions() throws IOException {
    // 20 % against 15 %, 80 % power, two-sided 5 %: 906 in each arm by the usual tables.
    SummaryOfFindings row =
        SummaryOfFindings.of(analyse("study,ai,n1i,ci,n2i\na,15,100,20,100\n", "RR"), List.of());
    assertThat(Certainty.optimalSize("RR", row).getAsDouble()).isCloseTo(2 * 906, within(4.0));
  }

  @Test
  void heterogeneityAndOppositePredictionsSuggestInconsistency() throws IOException {
    Analysis opposite =
        analyse(
            "study,yi,vi\na,-0.1,0.01\nb,0.9,0.01\nc,0.1,0.01\nd,1.3,0.01\ne,0.8,0.01\nf,0.7,0.01\n",
            "GEN");
    assertThat(Certainty.inconsistency(opposite).down()).isEqualTo(2);
    Analysis same = analyse("study,yi,vi\na,0.5,0.01\nb,0.52,0.01\nc,0.48,0.01\n", "GEN");
    assertThat(Certainty.inconsistency(same).down()).isZero();
    assertThat(Certainty.inconsistency(same).reason().zh()).contains("异质性");
  }

  @Test
  void levelsGoDownFromHighOrFromLow() {
    assertThat(Certainty.level(true, 0)).isEqualTo(Certainty.Level.HIGH);
    assertThat(Certainty.level(true, 2)).isEqualTo(Certainty.Level.LOW);
    assertThat(Certainty.level(true, 7).word()).isEqualTo("very-low");
    assertThat(Certainty.level(false, 1)).isEqualTo(Certainty.Level.VERY_LOW);
  }

  @Test
  void armsOfOneTrialAreFoundByTheirLetterOrTheirTrial() throws IOException {
    StudyTable lettered =
        StudyTable.read(
            new StringReader(
                "study,ai,n1i,ci,n2i\nLee 2009a,1,10,3,20\nLee 2009b,2,11,3,20\nOh 2010a,1,9,2,9\n"));
    assertThat(DoubleCounting.of(lettered))
        .containsExactly(new DoubleCounting.Shared("Lee 2009", List.of(0, 1), true));
    StudyTable split =
        StudyTable.read(
            new StringReader(
                "study,trial,ai,n1i,ci,n2i\nx,T,1,10,1,10\ny,T,2,11,2,10\nz,U,1,9,2,9\n"));
    assertThat(DoubleCounting.of(split))
        .containsExactly(new DoubleCounting.Shared("T", List.of(0, 1), false));
  }

  @Test
  void aTrialThatStandsOnceInEachSubgroupIsCountedTwiceInATotalOnly() throws IOException {
    StudyTable table =
        StudyTable.read(
            new StringReader(
                "study,when,ai,n1i,ci,n2i\nLee,early,1,10,3,20\nLee,late,2,11,3,20\n"
                    + "Oh 2010a,late,1,9,2,9\nOh 2010b,late,1,8,2,9\n"));
    List<Integer> all = List.of(0, 1, 2, 3);
    assertThat(DoubleCounting.of(table, all, ""))
        .extracting(DoubleCounting.Shared::trial)
        .containsExactly("Lee", "Oh 2010");
    assertThat(DoubleCounting.of(table, all, "when"))
        .containsExactly(new DoubleCounting.Shared("Oh 2010", List.of(2, 3), true));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.6 | 1.1 | false | NNTB 50 (NNTB 25 to ∞ to NNTH 100)",
        "0.6 | 1.1 | true | NNTH 50 (NNTH 25 to ∞ to NNTB 100)",
        "0.6 | 0.9 | false | NNTB 50 (25 to 100)"
      })
  void theNumberNeededToTreatRunsThroughInfinityWhereNoEffectIsInTheInterval(
      double lower, double upper, boolean eventGood, String expected) {
    assertThat(
            SummaryOfFindings.effect(
                    "RR", 0.1, SummaryOfFindings.Source.TYPED, 0.8, new Interval(lower, upper))
                .numberNeeded()
                .words(eventGood)
                .en())
        .isEqualTo(expected);
  }
}
