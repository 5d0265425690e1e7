package org.winnow.metaanalysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The 13 trials of BCG vaccine (Colditz 1994), whose results are in every textbook. */
class BcgTrialsTest {
  private static final double[][] COUNTS = {
    {4, 119, 11, 128, 44}, {6, 300, 29, 274, 55}, {3, 228, 11, 209, 42},
    {62, 13536, 248, 12619, 52}, {33, 5036, 47, 5761, 13}, {180, 1361, 372, 1079, 44},
    {8, 2537, 10, 619, 19}, {505, 87886, 499, 87892, 13}, {29, 7470, 45, 7232, 27},
    {17, 1699, 65, 1600, 42}, {186, 50448, 141, 27197, 18}, {5, 2493, 3, 2338, 33},
    {27, 16886, 29, 17825, 33}
  };

  private static List<TwoByTwo> tables() {
    return Arrays.stream(COUNTS).map(c -> new TwoByTwo(c[0], c[1], c[2], c[3])).toList();
  }

  private static EffectSizes logRiskRatios() {
    List<StudyEffect> effects = BinaryMeasure.RR.effects(tables(), ZeroCells.METAFOR);
    return EffectSizes.of(
        effects.stream().mapToDouble(e -> ((StudyEffect.Estimable) e).estimate()).toArray(),
        effects.stream().mapToDouble(e -> ((StudyEffect.Estimable) e).variance()).toArray());
  }

  private static MixedModel pooled(TauSquaredEstimator estimator, Inference inference) {
    return MixedModel.pool(logRiskRatios(), ModelOptions.of(estimator, inference));
  }

  @Test
  void remlGivesThePublishedRandomEffects() {
    MixedModel model = pooled(TauSquaredEstimator.REML, Inference.WALD);

    assertThat(model.estimate()).isCloseTo(-0.7145, within(5e-5));
    assertThat(model.standardError()).isCloseTo(0.1798, within(5e-5));
    assertThat(model.tauSquared().value()).isCloseTo(0.3132, within(5e-5));
    assertThat(model.residualQ()).isCloseTo(152.2330, within(5e-5));
    assertThat(model.iSquared()).isCloseTo(92.22, within(5e-3));
    assertThat(model.qProfile().lower()).isCloseTo(0.1197, within(5e-5));
    assertThat(model.qProfile().upper()).isCloseTo(1.1115, within(5e-5));
  }

  @Test
  void theRestrictedLikelihoodIsHighestAtItsEstimate() {
    EffectSizes studies = logRiskRatios();
    double at = BetweenStudyVariance.estimate(TauSquaredEstimator.REML, studies).value();
    double[][] columns = BetweenStudyVariance.intercept(studies.count());
    double top = BetweenStudyVariance.logLikelihood(studies, columns, at, true);

    assertThat(top)
        .isGreaterThan(BetweenStudyVariance.logLikelihood(studies, columns, at * 1.001, true))
        .isGreaterThan(BetweenStudyVariance.logLikelihood(studies, columns, at * 0.999, true));
  }

  @Test
  void pauleMandelMakesTheGeneralisedQItsDegreesOfFreedom() {
    EffectSizes studies = logRiskRatios();
    double tau2 = BetweenStudyVariance.estimate(TauSquaredEstimator.PM, studies).value();

    assertThat(
            BetweenStudyVariance.generalisedQ(
                studies, BetweenStudyVariance.intercept(studies.count()), tau2))
        .isCloseTo(12, within(1e-10));
  }

  @Test
  void latitudeExplainsThreeQuartersOfTheHeterogeneity() {
    Design design =
        Design.intercept(COUNTS.length)
            .numeric("ablat", Arrays.stream(COUNTS).mapToDouble(c -> c[4]).toArray());
    MetaRegression regression =
        MetaRegression.fit(
            logRiskRatios(), design, ModelOptions.of(TauSquaredEstimator.REML, Inference.WALD));

    assertThat(regression.model().coefficients()[1]).isCloseTo(-0.0291, within(5e-5));
    assertThat(regression.rSquared().orElseThrow()).isCloseTo(75.63, within(5e-3));
    double[] p =
        regression.permutationPValues(199, RandomGeneratorFactory.of("L64X128MixRandom").create(7));
    assertThat(p[1]).isLessThan(0.02);
  }

  @Test
  void revManPrintsTheMantelHaenszelLinesWordForWord() {
    RevMan.Result random =
        RevMan.tables(
            tables(),
            BinaryMeasure.RR,
            RevMan.Method.MANTEL_HAENSZEL,
            RevMan.Model.RANDOM,
            RevMan.Flavour.REVMAN);

    assertThat(RevManText.heterogeneity(random))
        .isEqualTo("Heterogeneity: Tau² = 0.31; Chi² = 152.57, df = 12 (P < 0.00001); I² = 92%");
    assertThat(RevManText.overallEffect(random.total().orElseThrow()))
        .isEqualTo("Test for overall effect: Z = 3.99 (P < 0.0001)");
    assertThat(random.rows().stream().mapToDouble(RevMan.Row::weightPercent).sum())
        .isCloseTo(100, within(1e-10));
  }

  @Test
  void leavingOutAStudyIsTheModelOfTheOthers() {
    EffectSizes studies = logRiskRatios();
    ModelOptions options = ModelOptions.of(TauSquaredEstimator.DL, Inference.WALD);
    List<MixedModel> without = Influence.leaveOneOut(studies, options);
    int[] others = IntStream.range(1, studies.count()).toArray();

    assertThat(without).hasSize(13);
    assertThat(without.getFirst().estimate())
        .isEqualTo(MixedModel.pool(studies.at(others), options).estimate());
    assertThat(Influence.cumulative(studies, IntStream.range(0, 13).toArray(), options).getLast())
        .extracting(MixedModel::estimate)
        .isEqualTo(MixedModel.pool(studies, options).estimate());
  }

  @Test
  void trimAndFillAddsFourStudiesUnderEqualEffects() {
    TrimAndFill filled =
        TrimAndFill.of(
            logRiskRatios(),
            TrimAndFill.Estimator.L0,
            Optional.empty(),
            ModelOptions.of(TauSquaredEstimator.EE, Inference.WALD));

    assertThat(filled.side()).isEqualTo(TrimAndFill.Side.RIGHT);
    assertThat(filled.missing()).isEqualTo(4);
    assertThat(filled.model().studyCount()).isEqualTo(17);
  }

  @Test
  void rosenthalWouldNeed598StudiesInTheDrawer() {
    assertThat(FailSafeNumber.rosenthal(logRiskRatios()).studies()).isEqualTo(598);
  }
}
