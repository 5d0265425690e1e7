package org.winnow.metaanalysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.winnow.metaanalysis.GeneralisedMixedModel.Baselines;
import org.winnow.metaanalysis.GeneralisedMixedModel.Fitting;

/** Counts modelled as they are: wrist acupressure against nausea (Lee and Done 2004). */
class GeneralisedMixedModelTest {
  private static final double[][] TRIALS = {
    {18, 100, 20, 100},
    {5, 50, 18, 50},
    {9, 20, 7, 20},
    {32, 135, 31, 139},
    {9, 23, 10, 23},
    {11, 18, 12, 18},
    {69, 122, 80, 122},
    {3, 25, 12, 25},
    {1, 30, 1, 30},
    {11, 30, 19, 30},
    {7, 44, 16, 39},
    {4, 47, 6, 47},
    {1, 30, 13, 30},
    {24, 40, 71, 80},
    {16, 50, 53, 88},
    {28, 110, 25, 111}
  };

  private static List<TwoByTwo> trials() {
    List<TwoByTwo> out = new ArrayList<>();
    for (double[] t : TRIALS) {
      out.add(TwoByTwo.ofEvents(t[0], t[1], t[2], t[3]));
    }
    return out;
  }

  private static void agrees(Baselines baselines, double estimate, double se, double tau2) {
    GeneralisedMixedModel fit = GeneralisedMixedModel.oddsRatio(trials(), baselines, Fitting.USUAL);
    assertThat(fit.effect().estimate()).isCloseTo(estimate, within(1e-4));
    assertThat(fit.effect().standardError()).isCloseTo(se, within(1e-4));
    assertThat(fit.tauSquared()).isCloseTo(tau2, within(1e-4));
  }

  @Test
  void fixedBaselinesAgreeWithMetafor() {
    agrees(Baselines.FIXED, -0.725190, 0.203909, 0.373950);
  }

  @Test
  void theExactConditionalModelAgreesWithMetafor() {
    agrees(Baselines.CONDITIONAL_EXACT, -0.722599, 0.205120, 0.379831);
  }

  @Test
  void theApproximateConditionalModelAgreesWithMetafor() {
    agrees(Baselines.CONDITIONAL_APPROXIMATE, -0.374653, 0.124658, 0.070824);
  }

  @Test
  void randomBaselinesAgreeWithAMinimisationElsewhere() {
    // The same likelihood, minimised by a simplex in another program, with its full Hessian.
    agrees(Baselines.RANDOM, -0.722482, 0.203646, 0.379617);
  }

  @Test
  void tablesWithoutInformationChangeNothing() {
    List<TwoByTwo> more = new ArrayList<>(trials());
    more.add(TwoByTwo.ofEvents(0, 12, 0, 15));
    more.add(TwoByTwo.ofEvents(7, 7, 9, 9));
    for (Baselines baselines : Baselines.values()) {
      GeneralisedMixedModel fit = GeneralisedMixedModel.oddsRatio(more, baselines, Fitting.USUAL);
      assertThat(fit)
          .isEqualTo(GeneralisedMixedModel.oddsRatio(trials(), baselines, Fitting.USUAL));
    }
  }

  @Test
  void equalProportionsHaveThePooledProportionAndNoVariance() {
    List<ProportionMeasure.Count> counts = new ArrayList<>();
    for (int i = 1; i <= 5; i++) {
      counts.add(new ProportionMeasure.Count(2.0 * i, 10.0 * i));
    }
    GeneralisedMixedModel fit = GeneralisedMixedModel.proportion(counts, Fitting.USUAL);

    assertThat(fit.effect().estimate()).isCloseTo(Math.log(0.25), within(1e-7));
    assertThat(fit.effect().standardError())
        .isCloseTo(Math.sqrt(1 / (150 * 0.2 * 0.8)), within(1e-6));
    assertThat(fit.tauSquared()).isZero();
    assertThat(fit.likelihoodRatio().q()).isCloseTo(0, within(1e-9));
  }

  @Test
  void equalRatesHaveTheRatioOfTheirSums() {
    List<RateMeasure.TwoRates> rates =
        List.of(
            new RateMeasure.TwoRates(3, 100, 6, 100),
            new RateMeasure.TwoRates(5, 200, 10, 200),
            new RateMeasure.TwoRates(0, 10, 0, 20));
    for (Baselines baselines : List.of(Baselines.FIXED, Baselines.CONDITIONAL_EXACT)) {
      GeneralisedMixedModel fit = GeneralisedMixedModel.rateRatio(rates, baselines, Fitting.USUAL);
      assertThat(fit.effect().estimate()).isCloseTo(Math.log(0.5), within(1e-7));
      assertThat(fit.effect().standardError())
          .isCloseTo(Math.sqrt(1 / 8.0 + 1 / 16.0), within(1e-6));
      assertThat(fit.studies()).isEqualTo(2);
    }
  }

  @Test
  void eventsInOneArmOnlyAreRefusedForEveryModel() {
    List<TwoByTwo> tables = List.of(TwoByTwo.ofEvents(0, 5, 1, 5), TwoByTwo.ofEvents(0, 10, 2, 10));
    for (Baselines baselines : Baselines.values()) {
      assertThatThrownBy(() -> GeneralisedMixedModel.oddsRatio(tables, baselines, Fitting.USUAL))
          .as(baselines.name())
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("infinite");
    }
  }

  @Test
  void thePenaltyOfASingleTableIsAHalfInEveryCell() {
    PenalisedLogistic fit = PenalisedLogistic.of(List.of(TwoByTwo.ofEvents(0, 12, 4, 15)), 0.95);

    assertThat(fit.effect().estimate())
        .isCloseTo(Math.log(0.5 * 11.5 / (12.5 * 4.5)), within(1e-9));
    assertThat(fit.interval().lower()).isLessThan(fit.effect().estimate());
    assertThat(fit.interval().upper()).isGreaterThan(fit.effect().estimate());
    // The interval and the test are of the same likelihood.
    assertThat(fit.pValue() < 0.05).isEqualTo(fit.interval().upper() < 0);
  }

  @Test
  void limitsOfTheProfileLikelihoodLieAsFarBelowTheTop() {
    EffectSizes studies =
        EffectSizes.of(
            new double[] {-0.9, -1.6, -1.35, -0.2, -0.3},
            new double[] {0.33, 0.2, 0.4, 0.01, 0.05});
    Interval interval = BetweenStudyVariance.profileLikelihood(studies, true, 0.95);
    double[][] ones = BetweenStudyVariance.intercept(5);
    double top =
        BetweenStudyVariance.logLikelihood(
            studies,
            ones,
            BetweenStudyVariance.estimate(TauSquaredEstimator.REML, studies).value(),
            true);

    assertThat(
            2 * (top - BetweenStudyVariance.logLikelihood(studies, ones, interval.upper(), true)))
        .isCloseTo(3.841458820694124, within(1e-8));
    assertThat(interval.lower()).isGreaterThanOrEqualTo(0);
  }

  @Test
  void theTreatmentArmCorrectionAddsOneInAllAndMoreToTheLargerArm() {
    TwoByTwo corrected =
        ZeroCells.TREATMENT_ARM.corrected(List.of(TwoByTwo.ofEvents(0, 30, 2, 10))).getFirst();

    assertThat(corrected.a()).isCloseTo(0.75, within(1e-12));
    assertThat(corrected.c()).isCloseTo(2.25, within(1e-12));
    assertThat(corrected.total()).isCloseTo(42, within(1e-12));
  }
}
