package org.winnow.metaanalysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.winnow.Nightly;

/** The pooled model against the same formulas in sixty digits, on studies of every shape. */
class ExactArithmeticTest {
  private static final MathContext DIGITS = new MathContext(60);
  private static final double CLOSED = 1e-10;
  private static final double ITERATED = 1e-9;

  /** Two to seven studies: alike or over twelve orders of magnitude, tied, or with one far away. */
  private static EffectSizes drawn(Random random) {
    int k = 2 + random.nextInt(6);
    double orders = new double[] {0, 1, 4, 11}[random.nextInt(4)];
    double spread = new double[] {0, 0.1, 1, 30}[random.nextInt(4)];
    double[] y = new double[k];
    double[] v = new double[k];
    for (int i = 0; i < k; i++) {
      v[i] = Math.pow(10, -orders * random.nextDouble());
      y[i] = 0.3 + (spread + Math.sqrt(v[i])) * random.nextGaussian();
      if (i > 0 && random.nextInt(4) == 0) {
        y[i] = y[i - 1];
        v[i] = v[i - 1];
      }
    }
    return EffectSizes.of(y, v);
  }

  private static BigDecimal big(double x) {
    return new BigDecimal(x);
  }

  private static BigDecimal over(BigDecimal a, BigDecimal b) {
    return a.divide(b, DIGITS);
  }

  /** The sums over studies in w = 1/(v+τ²) from which everything follows. */
  private record Exact(
      BigDecimal mean,
      BigDecimal q,
      BigDecimal scores,
      BigDecimal trace,
      BigDecimal traceOfSquare,
      BigDecimal s1,
      BigDecimal s2) {
    static Exact at(EffectSizes studies, BigDecimal tau2) {
      BigDecimal s1 = BigDecimal.ZERO;
      BigDecimal s2 = BigDecimal.ZERO;
      BigDecimal s3 = BigDecimal.ZERO;
      BigDecimal sum = BigDecimal.ZERO;
      int k = studies.count();
      BigDecimal[] w = new BigDecimal[k];
      for (int i = 0; i < k; i++) {
        w[i] = over(BigDecimal.ONE, big(studies.variance(i)).add(tau2));
        s1 = s1.add(w[i]);
        s2 = s2.add(w[i].pow(2));
        s3 = s3.add(w[i].pow(3));
        sum = sum.add(w[i].multiply(big(studies.estimate(i))));
      }
      BigDecimal mean = over(sum, s1);
      BigDecimal q = BigDecimal.ZERO;
      BigDecimal scores = BigDecimal.ZERO;
      for (int i = 0; i < k; i++) {
        BigDecimal d = big(studies.estimate(i)).subtract(mean);
        q = q.add(w[i].multiply(d.pow(2)));
        scores = scores.add(w[i].multiply(d).pow(2));
      }
      BigDecimal share = over(s2, s1);
      return new Exact(
          mean,
          q,
          scores,
          s1.subtract(share),
          s2.subtract(over(s3, s1).multiply(big(2))).add(share.pow(2)),
          s1,
          s2);
    }

    double score(boolean restricted) {
      return scores.subtract(restricted ? trace : s1).doubleValue();
    }
  }

  @Test
  void equalEffectsAndMomentsAgreeInEveryDigitThatMatters() {
    Random random = new Random(1);
    for (int n = 0; n < Nightly.times(300, 20_000); n++) {
      EffectSizes studies = drawn(random);
      int k = studies.count();
      Exact exact = Exact.at(studies, BigDecimal.ZERO);
      MixedModel model = pooled(studies, TauSquaredEstimator.EE);

      close(model.estimate(), exact.mean, CLOSED, studies);
      close(model.residualQ(), exact.q, CLOSED, studies);
      close(model.typicalVariance(), over(big(k - 1), exact.trace), CLOSED, studies);
      BigDecimal dl = over(exact.q.subtract(big(k - 1)), exact.trace).max(BigDecimal.ZERO);
      close(tau2(studies, TauSquaredEstimator.DL), dl, CLOSED, studies);
      close(
          pooled(studies, TauSquaredEstimator.DL).tauSquared().standardError().orElseThrow(),
          over(
              big(2.0 * (k - 1))
                  .add(dl.multiply(exact.trace).multiply(big(4)))
                  .add(dl.pow(2).multiply(exact.traceOfSquare).multiply(big(2)))
                  .sqrt(DIGITS),
              exact.trace),
          CLOSED,
          studies);
      close(
          tau2(studies, TauSquaredEstimator.HS),
          over(exact.q.subtract(big(k)), exact.s1).max(BigDecimal.ZERO),
          CLOSED,
          studies);
    }
  }

  @Test
  void likelihoodsAreStationaryWhereTheyAreSaidToBeAndNotHigherNearby() {
    Random random = new Random(2);
    for (int n = 0; n < Nightly.times(300, 20_000); n++) {
      EffectSizes studies = drawn(random);
      for (boolean restricted : new boolean[] {true, false}) {
        double t = tau2(studies, restricted ? TauSquaredEstimator.REML : TauSquaredEstimator.ML);
        double[][] columns = BetweenStudyVariance.intercept(studies.count());
        double height = BetweenStudyVariance.logLikelihood(studies, columns, t, restricted);
        double margin = 1e-9 * (1 + Math.abs(height));
        assertThat(BetweenStudyVariance.logLikelihood(studies, columns, 0, restricted))
            .as("at 0, %s", text(studies))
            .isLessThanOrEqualTo(height + margin);
        if (t > 0) {
          double step = t * ITERATED;
          assertThat(Exact.at(studies, big(t - step)).score(restricted))
              .as("below %s, %s", t, text(studies))
              .isGreaterThan(0);
          assertThat(Exact.at(studies, big(t + step)).score(restricted))
              .as("above %s, %s", t, text(studies))
              .isLessThan(0);
        } else if (Exact.at(studies, BigDecimal.ZERO).score(restricted) > 0) {
          assertThat(Exact.at(studies, big(1e-9 * studies.variance(0))).score(restricted))
              .as("at 0, %s", text(studies))
              .isLessThanOrEqualTo(0);
        }
      }
    }
  }

  @Test
  void theGeneralisedQMeetsItsTargets() {
    Random random = new Random(3);
    for (int n = 0; n < Nightly.times(300, 20_000); n++) {
      EffectSizes studies = drawn(random);
      double df = studies.count() - 1;
      double level = new double[] {0.5, 0.8, 0.95, 0.999}[random.nextInt(4)];
      meets(studies, tau2(studies, TauSquaredEstimator.PM), df);
      meets(
          studies,
          tau2(studies, TauSquaredEstimator.PMM),
          Distributions.chiSquaredQuantile(0.5, df));
      Interval profile =
          MixedModel.pool(
                  studies, ModelOptions.of(TauSquaredEstimator.DL, Inference.WALD).withLevel(level))
              .qProfile();
      meets(studies, profile.lower(), Distributions.chiSquaredQuantile((1 + level) / 2, df));
      meets(studies, profile.upper(), Distributions.chiSquaredQuantile((1 - level) / 2, df));
    }
  }

  /** Q falls: it is above the target a little below the root, and below it a little above. */
  private static void meets(EffectSizes studies, double root, double target) {
    double step = root == 0 ? 0 : root * ITERATED;
    assertThat(Exact.at(studies, big(root + step)).q.doubleValue())
        .as("Q at %s, %s", root, text(studies))
        .isLessThanOrEqualTo(target * (1 + 1e-12));
    if (root > 0) {
      assertThat(Exact.at(studies, big(root - step)).q.doubleValue())
          .as("Q at %s, %s", root, text(studies))
          .isGreaterThanOrEqualTo(target * (1 - 1e-12));
    }
  }

  @Test
  void leavingOneOutIsPoolingTheOthers() {
    Random random = new Random(4);
    for (int n = 0; n < 100; n++) {
      EffectSizes studies = drawn(random);
      ModelOptions options =
          ModelOptions.of(TauSquaredEstimator.REML, Inference.HARTUNG_KNAPP_AD_HOC);
      for (int i = 0; i < studies.count(); i++) {
        int left = i;
        EffectSizes others =
            studies.at(IntStream.range(0, studies.count()).filter(j -> j != left).toArray());
        MixedModel model = Influence.leaveOneOut(studies, options).get(i);
        assertThat(model.estimate()).isEqualTo(MixedModel.pool(others, options).estimate());
        assertThat(model.interval()).isEqualTo(MixedModel.pool(others, options).interval());
      }
    }
  }

  @Test
  void hedgesFactorKeepsItsDigitsInLargeTrials() {
    // Γ((m+1)/2)/Γ(m/2) times Γ(m/2)/Γ((m-1)/2) is (m-1)/2.
    BigDecimal ratio = BigDecimal.ONE.divide(big(Math.PI).sqrt(DIGITS), DIGITS);
    for (int m = 2; m < 5000; m++) {
      double exact = ratio.divide(big(m / 2.0).sqrt(DIGITS), DIGITS).doubleValue();
      assertThat(BiasFactor.exact(m)).isCloseTo(exact, within(1e-15 * 4));
      ratio = over(big((m - 1) / 2.0), ratio);
    }
    assertThat(BiasFactor.exact(2e7)).isCloseTo(1 - 3 / 8e7, within(1e-15 * 2));
  }

  private static MixedModel pooled(EffectSizes studies, TauSquaredEstimator estimator) {
    return MixedModel.pool(studies, ModelOptions.of(estimator, Inference.WALD));
  }

  private static double tau2(EffectSizes studies, TauSquaredEstimator estimator) {
    return BetweenStudyVariance.estimate(estimator, studies).value();
  }

  private static void close(double value, BigDecimal exact, double tolerance, EffectSizes studies) {
    double wanted = exact.doubleValue();
    assertThat(value)
        .as("of %s", text(studies))
        .isCloseTo(wanted, within(1e-12 + tolerance * Math.abs(wanted)));
  }

  private static String text(EffectSizes studies) {
    return Arrays.toString(studies.estimates()) + Arrays.toString(studies.variances());
  }
}
