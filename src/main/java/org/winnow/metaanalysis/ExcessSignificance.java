package org.winnow.metaanalysis;

import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * The test of excess significance (Ioannidis and Trikalinos 2007): more studies significant at 5 %
 * (two-sided) than their power for the fixed effect lets expect?
 *
 * @param observed significant studies
 * @param expected sum of the powers
 * @param effect the effect assumed
 * @param limit the effect at which the test would have P = 0.10; empty when even none would
 */
public record ExcessSignificance(
    int observed,
    double expected,
    double effect,
    double[] power,
    double pValue,
    OptionalDouble limit) {
  private static final double ALPHA = 0.05;
  private static final double LIMIT_ALPHA = 0.10;
  private static final double MOST_COMBINATIONS = 1e6;

  /** Tests the studies under their fixed effect. */
  public static ExcessSignificance of(EffectSizes studies) {
    double effect = PooledInterval.classic(studies, 0, 0.95).estimate();
    double critical = Distributions.normalQuantile(1 - ALPHA / 2);
    int observed =
        (int)
            IntStream.range(0, studies.count())
                .filter(i -> Math.abs(studies.estimate(i)) / studies.standardError(i) >= critical)
                .count();
    double[] power = power(studies, effect);
    double expected = java.util.Arrays.stream(power).sum();
    return new ExcessSignificance(
        observed,
        expected,
        effect,
        power,
        pValue(power, observed),
        limit(studies, effect, observed));
  }

  private static double[] power(EffectSizes studies, double effect) {
    double critical = Distributions.normalQuantile(1 - ALPHA / 2);
    double[] power = new double[studies.count()];
    for (int i = 0; i < power.length; i++) {
      double z = effect / studies.standardError(i);
      power[i] = Distributions.normalAbove(critical - z) + Distributions.normalBelow(-critical - z);
    }
    return power;
  }

  /** P(so many or more): exact, or by χ² where the enumeration of subsets would be too long. */
  private static double pValue(double[] power, int observed) {
    int k = power.length;
    if (combinations(k, observed) > MOST_COMBINATIONS) {
      double expected = java.util.Arrays.stream(power).sum();
      double z = (observed - expected) / Math.sqrt(expected * (1 - expected / k));
      return Distributions.normalAbove(z);
    }
    double[] distribution = new double[k + 1];
    distribution[0] = 1;
    for (int i = 0; i < k; i++) {
      for (int j = i + 1; j > 0; j--) {
        distribution[j] = distribution[j] * (1 - power[i]) + distribution[j - 1] * power[i];
      }
      distribution[0] *= 1 - power[i];
    }
    double sum = 0;
    for (int j = observed; j <= k; j++) {
      sum += distribution[j];
    }
    return Math.min(1, sum);
  }

  private static double combinations(int k, int from) {
    double sum = 0;
    double one = 1;
    for (int j = 0; j <= k; j++) {
      if (j >= from) {
        sum += one;
      }
      one *= (k - j) / (j + 1.0);
    }
    return sum;
  }

  private static OptionalDouble limit(EffectSizes studies, double effect, int observed) {
    if (pValue(power(studies, 0), observed) >= LIMIT_ALPHA) {
      return OptionalDouble.empty();
    }
    double sign = effect >= 0 ? 1 : -1;
    double high = Math.abs(effect) > 0 ? Math.abs(effect) : 1;
    while (pValue(power(studies, sign * high), observed) < LIMIT_ALPHA) {
      high *= 2;
      if (Double.isInfinite(high)) {
        return OptionalDouble.empty();
      }
    }
    return OptionalDouble.of(
        sign
            * Roots.between(
                t -> pValue(power(studies, sign * t), observed) - LIMIT_ALPHA, 0, high));
  }
}
