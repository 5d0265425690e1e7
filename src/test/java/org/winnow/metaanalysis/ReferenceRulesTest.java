package org.winnow.metaanalysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.winnow.metaanalysis.conversion.Arms;

/** Rules of the reference programs at the edges. */
class ReferenceRulesTest {

  @Test
  void kendallIsExactAsLongAsOrdersCanBeCounted() {
    // All orders of six: how often is the score as far from 0, or further?
    List<int[]> orders = new ArrayList<>();
    permute(new int[] {0, 1, 2, 3, 4, 5}, 0, orders);
    double[] x = {0, 1, 2, 3, 4, 5};
    double[] y = {1, 0, 3, 2, 5, 4};
    RankCorrelation test = RankCorrelation.of(x, y);
    long extreme =
        orders.stream()
            .filter(
                order ->
                    Math.abs(
                            RankCorrelation.of(x, IntStream.of(order).asDoubleStream().toArray())
                                .score())
                        >= Math.abs(test.score()))
            .count();
    assertThat(test.pValue()).isCloseTo(extreme / 720.0, within(1e-14));

    // 70 pairs, all concordant: 2/70!.
    double[] up = IntStream.range(0, 70).asDoubleStream().toArray();
    double product = 2;
    for (int i = 2; i <= 70; i++) {
      product /= i;
    }
    assertThat(RankCorrelation.of(up, up).pValue()).isCloseTo(product, within(product * 1e-12));
  }

  private static void permute(int[] items, int from, List<int[]> out) {
    if (from == items.length) {
      out.add(items.clone());
      return;
    }
    for (int i = from; i < items.length; i++) {
      swap(items, from, i);
      permute(items, from + 1, out);
      swap(items, from, i);
    }
  }

  private static void swap(int[] items, int i, int j) {
    int kept = items[i];
    items[i] = items[j];
    items[j] = kept;
  }

  @Test
  void beggComparesTrialsOfWhichOneOutweighsAllOthers() {
    RankCorrelation test =
        SmallStudyEffects.begg(
            EffectSizes.of(new double[] {0.1, 0.5, 0.9, 1.4}, new double[] {1e-14, 1, 2, 3}));

    assertThat(test.tau()).isFinite();
    assertThat(test.pValue()).isBetween(0.0, 1.0);
  }

  @Test
  void allSubsetsCountLikeBinaryNumbers() {
    EffectSizes studies =
        EffectSizes.of(new double[] {1, 10, 100, 1000}, new double[] {1, 1, 1, 1});
    List<Double> pairs =
        PlotData.allSubsets(studies, ModelOptions.of(TauSquaredEstimator.EE, Inference.WALD))
            .stream()
            .filter(s -> s.size() == 2)
            .map(PlotData.Subset::estimate)
            .toList();

    assertThat(pairs).containsExactly(5.5, 50.5, 55.0, 500.5, 505.0, 550.0);
  }

  @Test
  void halfIsTakenOffASmallDifferenceToo() {
    // Observed less expected is 0: (0 − ½)²/V.
    TwoByTwo even = new TwoByTwo(5, 5, 5, 5);
    assertThat(MantelHaenszel.association(List.of(even), true).orElseThrow().statistic())
        .isCloseTo(0.25 / even.hypergeometricVariance(), within(1e-14));
  }

  @Test
  void anArmThatIsFirstInOneContrastAndSecondInAnotherCorrelatesThemNegatively() {
    double[][] v =
        Arms.sharedCovariance(
            List.of("t", "t"),
            List.of("a", "b"),
            List.of("b", "c"),
            new double[] {20, 20},
            new double[] {20, 20},
            new double[] {1, 1});

    assertThat(v[0][1]).isCloseTo(-0.5, within(1e-14));
  }

  @Test
  void q0IsRefusedWhereItHasNoValue() {
    EffectSizes studies =
        EffectSizes.of(new double[] {0, 5, 5.1, 5.2, 5.3, 5.4}, new double[] {1e-9, 1, 1, 1, 1, 1});

    assertThatThrownBy(
            () ->
                TrimAndFill.of(
                    studies,
                    TrimAndFill.Estimator.Q0,
                    Optional.of(TrimAndFill.Side.LEFT),
                    ModelOptions.of(TauSquaredEstimator.EE, Inference.WALD)))
        .isInstanceOf(ArithmeticException.class)
        .hasMessageContaining("Q0");
  }
}
