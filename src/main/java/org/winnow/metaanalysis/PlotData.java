package org.winnow.metaanalysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Coordinates of the plots of a meta-analysis. */
public final class PlotData {
  private static final double SMALLEST_POINT = 0.5;
  private static final double LARGEST_POINT = 3.5;
  private static final int ALL_SUBSETS = 15;

  private PlotData() {}

  /** A point of a plot. */
  public record Point(double x, double y) {}

  /**
   * Baujat 2002: the squared Pearson residual (under equal effects the contribution to Q) against
   * the squared standardised change of the pooled effect without the study.
   */
  public static List<Point> baujat(MixedModel model) {
    List<MixedModel> without = Influence.leaveOneOut(model.studies(), model.options());
    List<Point> out = new ArrayList<>();
    for (int i = 0; i < without.size(); i++) {
      double r = model.studies().estimate(i) - model.estimate();
      double change = model.estimate() - without.get(i).estimate();
      out.add(
          new Point(
              r * r / (model.studies().variance(i) + model.tauSquared().value()),
              change * change / without.get(i).covariance()[0][0]));
    }
    return out;
  }

  /** Galbraith 1988: precision against the standardised estimate, with τ² in both. */
  public static List<Point> galbraith(MixedModel model) {
    List<Point> out = new ArrayList<>();
    for (int i = 0; i < model.studyCount(); i++) {
      double root = Math.sqrt(model.studies().variance(i) + model.tauSquared().value());
      out.add(new Point(1 / root, model.studies().estimate(i) / root));
    }
    return out;
  }

  /** Estimates against standard errors. */
  public static List<Point> funnel(EffectSizes studies) {
    return IntStream.range(0, studies.count())
        .mapToObj(i -> new Point(studies.estimate(i), studies.standardError(i)))
        .toList();
  }

  /** Normal quantiles against the standardised residuals, in the order of the studies. */
  public static List<Point> normalQuantiles(MixedModel model) {
    int k = model.studyCount();
    double[] errors = Influence.standardisedErrors(model);
    double[] z = new double[k];
    for (int i = 0; i < k; i++) {
      z[i] = (model.studies().estimate(i) - model.estimate()) / errors[i];
    }
    Integer[] order = IntStream.range(0, k).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.comparingDouble(i -> z[i]));
    Point[] out = new Point[k];
    double a = k <= 10 ? 3.0 / 8 : 0.5;
    for (int rank = 0; rank < k; rank++) {
      int i = order[rank];
      out[i] = new Point(Distributions.normalQuantile((rank + 1 - a) / (k + 1 - 2 * a)), z[i]);
    }
    return List.of(out);
  }

  /** A study in a plot of L'Abbé: the second arm against the first, and the size of its point. */
  public record ArmPoint(double x, double y, double size) {}

  /**
   * L'Abbé 1987: the risks of the arms on the scale of the measure (log risk, log odds, risk, or
   * arcsine); sizes by precision between ½ and 3½. Studies without both values are left out.
   */
  public static List<ArmPoint> labbe(List<TwoByTwo> tables, BinaryMeasure measure) {
    ProportionMeasure scale =
        switch (measure) {
          case RR -> ProportionMeasure.PLN;
          case OR -> ProportionMeasure.PLO;
          case RD -> ProportionMeasure.PR;
          case AS -> ProportionMeasure.PAS;
          default -> throw new IllegalArgumentException("No plot of arms for " + measure);
        };
    ZeroCells zeroCells = measure == BinaryMeasure.AS ? ZeroCells.NONE : ZeroCells.METAFOR;
    List<StudyEffect> first =
        scale.effects(
            tables.stream().map(t -> new ProportionMeasure.Count(t.a(), t.n1())).toList(),
            zeroCells);
    List<StudyEffect> second =
        scale.effects(
            tables.stream().map(t -> new ProportionMeasure.Count(t.c(), t.n2())).toList(),
            zeroCells);
    List<ArmPoint> out = new ArrayList<>();
    for (int i = 0; i < tables.size(); i++) {
      if (first.get(i) instanceof StudyEffect.Estimable a
          && second.get(i) instanceof StudyEffect.Estimable b) {
        out.add(
            new ArmPoint(b.estimate(), a.estimate(), Math.sqrt(1 / (a.variance() + b.variance()))));
      }
    }
    double least = out.stream().mapToDouble(ArmPoint::size).min().orElse(0);
    double most = out.stream().mapToDouble(ArmPoint::size).max().orElse(0);
    double range = most - least;
    return out.stream()
        .map(
            p ->
                new ArmPoint(
                    p.x(),
                    p.y(),
                    range <= Math.sqrt(Math.ulp(1.0))
                        ? 1
                        : SMALLEST_POINT
                            + (p.size() - least) / range * (LARGEST_POINT - SMALLEST_POINT)))
        .toList();
  }

  /** One subset of the studies in a graphical display of heterogeneity. */
  public record Subset(int size, double estimate, double q, double iSquared) {}

  /**
   * All subsets (Olkin 2012), by size, then as if the members were the digits of a binary number,
   * the first study the lowest.
   *
   * @throws IllegalArgumentException for more than 15 studies: sample then
   */
  public static List<Subset> allSubsets(EffectSizes studies, ModelOptions options) {
    int k = studies.count();
    if (k > ALL_SUBSETS) {
      throw new IllegalArgumentException("Too many subsets of " + k + " studies");
    }
    List<Subset> out = new ArrayList<>();
    for (int size = 1; size <= k; size++) {
      for (int chosen = 1; chosen < 1 << k; chosen++) {
        if (Integer.bitCount(chosen) == size) {
          int set = chosen;
          int[] members = IntStream.range(0, k).filter(i -> (set >> i & 1) == 1).toArray();
          out.add(subset(studies.at(members), options));
        }
      }
    }
    return out;
  }

  /**
   * So many subsets drawn at random, each of all that are not empty as likely as any other. The
   * same generator in the same state draws the same ones.
   */
  public static List<Subset> sampledSubsets(
      EffectSizes studies, ModelOptions options, int count, RandomGenerator random) {
    int[] members = new int[studies.count()];
    List<Subset> out = new ArrayList<>(count);
    while (out.size() < count) {
      int size = 0;
      for (int i = 0; i < members.length; i++) {
        if (random.nextBoolean()) {
          members[size++] = i;
        }
      }
      if (size > 0) {
        out.add(subset(studies.at(Arrays.copyOf(members, size)), options));
      }
    }
    return out;
  }

  /** The pooled result of one subset. */
  public static Subset subset(EffectSizes members, ModelOptions options) {
    MixedModel model = MixedModel.pool(members, options);
    return new Subset(members.count(), model.estimate(), model.residualQ(), model.iSquared());
  }
}
