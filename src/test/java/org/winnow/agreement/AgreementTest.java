package org.winnow.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Small cases worked out by hand. */
class AgreementTest {
  private static final TwoByTwo FIFTY = new TwoByTwo(20, 5, 10, 15);
  private static final TwoByTwo NOTHING_INCLUDED = new TwoByTwo(0, 0, 0, 200);

  @Test
  void kappaIsAgreementBeyondThatOfTheMargins() {
    // po = 35/50 = .7; pe = .5 * .6 + .5 * .4 = .5; kappa = .2 / .5
    Estimate kappa = FIFTY.table().kappa(Weights.IDENTITY).orElseThrow();
    assertThat(kappa.value()).isCloseTo(0.4, within(1e-12));
    // .04624 + .04356 + .05832 + .06348 - (.4 - .5 * .6)² = .2016, over 50 * .5²
    assertThat(kappa.standardError().getAsDouble()).isCloseTo(Math.sqrt(0.016128), within(1e-12));
  }

  @Test
  void weightsThatCountOnlyTheSameClassAreKappaOfTwoClasses() {
    CrossTable table = FIFTY.table();
    assertThat(table.kappa(Weights.LINEAR)).isEqualTo(table.kappa(Weights.IDENTITY));
    assertThat(table.kappa(Weights.QUADRATIC)).isEqualTo(table.kappa(Weights.IDENTITY));
  }

  @Test
  void theLargestKappaIsReachedWhenTheRarerIncluderIsAlwaysFollowed() {
    // Margins 25 and 30 of 50 can agree on 25 + 20 at the most: (.9 - .5) / .5.
    assertThat(FIFTY.table().largestKappa().getAsDouble()).isCloseTo(0.8, within(1e-12));
  }

  @Test
  void positiveAndNegativeAgreementLookAtTheClassesApart() {
    assertThat(FIFTY.positiveAgreement().orElseThrow().value()).isCloseTo(40.0 / 55, within(1e-12));
    assertThat(FIFTY.negativeAgreement().orElseThrow().value()).isCloseTo(30.0 / 45, within(1e-12));
  }

  @Test
  void pabakIsTwiceTheAgreementLessOne() {
    assertThat(FIFTY.table().pabak().orElseThrow().value()).isCloseTo(0.4, within(1e-12));
    assertThat(FIFTY.prevalenceIndex().getAsDouble()).isCloseTo(0.1, within(1e-12));
    assertThat(FIFTY.biasIndex().getAsDouble()).isCloseTo(-0.1, within(1e-12));
  }

  @Test
  void theExactTestAddsBothTails() {
    // One of five differences: 2 (1 + 5) / 32.
    assertThat(new TwoByTwo(0, 1, 4, 0).mcNemarExact().getAsDouble())
        .isCloseTo(0.375, within(1e-12));
    assertThat(new TwoByTwo(9, 0, 0, 9).mcNemarExact()).isEmpty();
  }

  @Test
  void agreementThatIsUndefinedIsSaidToBeSo() {
    assertThat(NOTHING_INCLUDED.table().kappa(Weights.IDENTITY)).isEmpty();
    assertThat(NOTHING_INCLUDED.table().largestKappa()).isEmpty();
    assertThat(NOTHING_INCLUDED.table().scottPi()).isEmpty();
    assertThat(NOTHING_INCLUDED.positiveAgreement()).isEmpty();
    assertThat(NOTHING_INCLUDED.table().percentAgreement().orElseThrow().value()).isEqualTo(1);
    TwoByTwo nothing = new TwoByTwo(0, 0, 0, 0);
    assertThat(nothing.table().percentAgreement()).isEmpty();
    assertThat(nothing.table().kappa(Weights.IDENTITY)).isEmpty();
    assertThat(nothing.table().pabak()).isEmpty();
    assertThat(nothing.prevalenceIndex()).isEmpty();
  }

  @Test
  void aRaterWhoSaidOneThingOnlyLeavesKappaWithoutAnInterval() {
    Estimate kappa = new TwoByTwo(0, 12, 0, 188).table().kappa(Weights.IDENTITY).orElseThrow();
    assertThat(kappa.value()).isCloseTo(0, within(1e-12));
    assertThat(kappa.standardError()).isEmpty();
    assertThat(kappa.interval()).isEmpty();
  }

  @Test
  void fullAgreementOfFewIsNoCertainty() {
    Interval interval =
        new TwoByTwo(1, 0, 0, 9).table().percentAgreement().orElseThrow().interval().orElseThrow();
    // Wilson: 10 / (10 + 1.96²)
    assertThat(interval.low()).isCloseTo(0.72246, within(1e-5));
    assertThat(interval.high()).isEqualTo(1);
  }

  @Test
  void threeRatersWhoAgreeAlwaysAgreeFully() {
    Ratings ratings = new Ratings(2, List.of(new int[] {3, 0}, new int[] {0, 3}));
    assertThat(ratings.fleissKappa().orElseThrow().value()).isEqualTo(1);
    assertThat(ratings.gwetAc1().orElseThrow().value()).isEqualTo(1);
    assertThat(ratings.krippendorffAlpha(Distance.NOMINAL).getAsDouble()).isEqualTo(1);
  }

  @Test
  void anItemOfOneRatingCountsForChanceButNotForAgreement() {
    // pa = 1/2; pi = (1 + 1/2 + 1) / 3 = 5/6; AC1's pe = 2 * 5/6 * 1/6 = 5/18
    Ratings ratings =
        new Ratings(
            2, List.of(new int[] {2, 0}, new int[] {1, 1}, new int[] {1, 0}, new int[] {0, 0}));
    assertThat(ratings.paired()).isEqualTo(2);
    assertThat(ratings.observedAgreement().getAsDouble()).isEqualTo(0.5);
    assertThat(ratings.gwetAc1().orElseThrow().value()).isCloseTo(4.0 / 13, within(1e-12));
  }

  @Test
  void alphaOfTheSameRatingThroughoutIsUndefined() {
    Ratings ratings = new Ratings(3, List.of(new int[] {2, 0, 0}, new int[] {2, 0, 0}));
    assertThat(ratings.krippendorffAlpha(Distance.NOMINAL)).isEmpty();
    assertThat(ratings.fleissKappa()).isEmpty();
    assertThat(ratings.gwetAc1().orElseThrow().value()).isEqualTo(1);
  }

  @Test
  void aTableThatCannotBeIsRefused() {
    assertThatThrownBy(() -> new CrossTable(new long[][] {{1, 2}, {3}}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new TwoByTwo(1, -1, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Ratings(2, List.of(new int[] {1})))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
