package org.winnow.metaanalysis.conversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The example in the documentation of the R package estmeansd, and values of the published steps
 * written down a second time in R.
 */
class QuantilesTest {
  private static final Map<String, Double> EXAMPLE =
      Map.of("min", 2.0, "median", 4.0, "max", 9.0, "n", 100.0);

  /** Quartiles of 100 log-normal values with mean 20.1 and SD 21.0. */
  private static final Map<String, Double> SKEWED =
      Map.of("q1", 7.4345772610, "median", 13.6628837827, "q3", 24.3261101205, "n", 100.0);

  private static void are(Quantiles.Moments moments, double mean, double sd, double margin) {
    assertThat(moments.mean().value()).isCloseTo(mean, within(margin));
    assertThat(moments.sd().value()).isCloseTo(sd, within(margin));
  }

  @Test
  void quantileEstimationGivesThePublishedExample() {
    are(Quantiles.of(EXAMPLE).quantileEstimation(), 4.347284, 1.502171, 2e-5);
  }

  @Test
  void boxCoxIsWithinThePublishedDraw() {
    // The package draws 1,100 values: a standard error of 0.04.
    are(Quantiles.of(EXAMPLE).boxCox(), 4.204881, 1.277236, 0.08);
  }

  @Test
  void powersGiveWhatTheStepsGiveInAnotherProgram() {
    are(Quantiles.of(SKEWED).boxCox(), 19.2075870, 18.7044598, 1e-5);
    are(Quantiles.of(SKEWED).maximumLikelihood(), 19.3829402, 20.4312785, 1e-5);
  }

  @Test
  void aNegativeValueLeavesTheNormalDistribution() {
    Quantiles values = Quantiles.of(Map.of("q1", -3.0, "median", 1.0, "q3", 4.0, "n", 30.0));

    assertThat(values.quantileEstimation().found()).isEqualTo("normal");
    assertThatThrownBy(values::boxCox)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Positive values");
  }
}
