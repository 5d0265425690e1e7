package org.winnow.metaanalysis;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Trim and fill (Duval and Tweedie 2000): studies missing on one side are counted from the ranks of
 * the centred estimates, and mirrored ones are added.
 *
 * @param missing k₀
 * @param missingError its standard error; empty where its variance comes out negative
 * @param missingPValue P of k₀ ≤ 0, for R0 only
 * @param filled the mirrored studies; empty when none is missing
 * @param model of all studies, filled ones last
 */
public record TrimAndFill(
    Side side,
    int missing,
    OptionalDouble missingError,
    OptionalDouble missingPValue,
    Optional<EffectSizes> filled,
    MixedModel model) {
  private static final int ROUNDS = 100;

  /** The side on which studies are missing. */
  public enum Side {
    LEFT,
    RIGHT
  }

  /** The estimator of the number of missing studies. */
  public enum Estimator {
    L0,
    R0,
    Q0
  }

  /**
   * Trims and fills.
   *
   * @param side where studies are missing; without one the slope of the estimates on their standard
   *     errors decides
   * @throws IllegalArgumentException for fewer than two studies
   * @throws ArithmeticException when the count does not settle in 100 rounds, or Q0 has no value
   */
  public static TrimAndFill of(
      EffectSizes studies, Estimator estimator, Optional<Side> side, ModelOptions options) {
    int k = studies.count();
    if (k < 2) {
      throw new IllegalArgumentException("Trim and fill needs two studies");
    }
    Side where = side.orElseGet(() -> side(studies, options));
    double sign = where == Side.RIGHT ? -1 : 1;
    double[] flipped = Arrays.stream(studies.rawEstimates()).map(y -> sign * y).toArray();
    int[] order =
        IntStream.range(0, k)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> flipped[i]))
            .mapToInt(i -> i)
            .toArray();
    EffectSizes sorted = EffectSizes.of(flipped, studies.rawVariances()).at(order);
    int missing = 0;
    OptionalDouble error;
    double centre;
    int before;
    int round = 0;
    do {
      if (++round > ROUNDS) {
        throw new ArithmeticException("Trim and fill does not settle");
      }
      before = missing;
      int[] kept = IntStream.range(0, k - missing).toArray();
      centre = MixedModel.pool(sorted.at(kept), options).estimate();
      Count count = count(sorted, centre, estimator);
      if (Double.isNaN(count.missing)) {
        throw new ArithmeticException("Q0 is not defined where nearly all studies lie on one side");
      }
      missing = Math.max(0, (int) Math.rint(count.missing));
      error = Double.isNaN(count.error) ? OptionalDouble.empty() : OptionalDouble.of(count.error);
    } while (missing != before);
    OptionalDouble p =
        estimator == Estimator.R0
            ? OptionalDouble.of(Math.pow(0.5, missing + 1.0))
            : OptionalDouble.empty();
    if (missing == 0) {
      return new TrimAndFill(
          where, 0, error, p, Optional.empty(), MixedModel.pool(studies, options));
    }
    double[] y = new double[missing];
    double[] v = new double[missing];
    for (int i = 0; i < missing; i++) {
      y[i] = sign * (2 * centre - sorted.estimate(k - missing + i));
      v[i] = sorted.variance(k - missing + i);
    }
    return new TrimAndFill(
        where,
        missing,
        error,
        p,
        Optional.of(EffectSizes.of(y, v)),
        MixedModel.pool(joined(studies, y, v), options));
  }

  private static Side side(EffectSizes studies, ModelOptions options) {
    double[] se = new double[studies.count()];
    Arrays.setAll(se, studies::standardError);
    boolean alike = Arrays.stream(se).allMatch(s -> s == se[0]);
    if (alike || studies.count() < 3) {
      return studies.count() < 3 && !alike ? twoStudies(studies) : Side.LEFT;
    }
    double slope =
        MixedModel.fit(
                studies,
                Design.intercept(studies.count()).numeric("sei", se).columns(),
                options.withInference(Inference.WALD))
            .coefficients()[1];
    return slope < 0 ? Side.RIGHT : Side.LEFT;
  }

  private static Side twoStudies(EffectSizes studies) {
    double slope =
        (studies.estimate(1) - studies.estimate(0))
            / (studies.standardError(1) - studies.standardError(0));
    return slope < 0 ? Side.RIGHT : Side.LEFT;
  }

  private record Count(double missing, double error) {}

  private static Count count(EffectSizes sorted, double centre, Estimator estimator) {
    int k = sorted.count();
    int[] order =
        IntStream.range(0, k)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> Math.abs(sorted.estimate(i) - centre)))
            .mapToInt(i -> i)
            .toArray();
    double positive = 0;
    int largestNegative = 0;
    for (int rank = 1; rank <= k; rank++) {
      double d = sorted.estimate(order[rank - 1]) - centre;
      if (d > 0) {
        positive += rank;
      } else if (d < 0) {
        largestNegative = rank;
      }
    }
    double n = k;
    return switch (estimator) {
      case R0 -> {
        double k0 = n - largestNegative - 1;
        yield new Count(k0, Math.sqrt(2 * Math.max(0, k0) + 2));
      }
      case L0 -> {
        double k0 = (4 * positive - n * (n + 1)) / (2 * n - 1);
        yield new Count(k0, 4 * Math.sqrt(rankVariance(n, k0)) / (2 * n - 1));
      }
      case Q0 -> {
        double k0 = n - 0.5 - Math.sqrt(2 * n * n - 4 * positive + 0.25);
        yield new Count(
            k0,
            2
                * Math.sqrt(rankVariance(n, k0))
                / Math.sqrt((n - 0.5) * (n - 0.5) - k0 * (2 * n - k0 - 1)));
      }
    };
  }

  private static double rankVariance(double n, double k0) {
    return (n * (n + 1) * (2 * n + 1)
            + 10 * k0 * k0 * k0
            + 27 * k0 * k0
            + 17 * k0
            - 18 * n * k0 * k0
            - 18 * n * k0
            + 6 * n * n * k0)
        / 24;
  }

  private static EffectSizes joined(EffectSizes studies, double[] y, double[] v) {
    int k = studies.count();
    double[] allY = Arrays.copyOf(studies.rawEstimates(), k + y.length);
    double[] allV = Arrays.copyOf(studies.rawVariances(), k + y.length);
    System.arraycopy(y, 0, allY, k, y.length);
    System.arraycopy(v, 0, allV, k, v.length);
    return EffectSizes.of(allY, allV);
  }
}
