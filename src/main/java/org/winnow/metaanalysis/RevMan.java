package org.winnow.metaanalysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Meta-analysis as RevMan 5 does it, exceptions included. Ratios are on the natural log scale.
 *
 * <ul>
 *   <li>½ is added to all cells of an estimable study with an empty cell; but the estimate and the
 *       Mantel-Haenszel weight of a risk difference use the raw cells,
 *   <li>a risk ratio where everybody had the event is exactly 1,
 *   <li>nothing is ever added for Peto,
 *   <li>"M-H, Random" takes τ² from Q around the Mantel-Haenszel estimate, then weighs by inverse
 *       variance.
 * </ul>
 */
public final class RevMan {
  private RevMan() {}

  /** How studies are pooled. */
  public enum Method {
    MANTEL_HAENSZEL,
    INVERSE_VARIANCE,
    PETO
  }

  /** Fixed or random effects. */
  public enum Model {
    FIXED,
    RANDOM
  }

  /** Whose rules hold for empty cells: RevMan's own, or those of meta with settings for RevMan. */
  public enum Flavour {
    REVMAN,
    META
  }

  /** One row of a forest plot; a weight in percent of the overall total, 0 if not estimable. */
  public record Row(StudyEffect effect, double weightPercent) {}

  /**
   * What is printed under the studies.
   *
   * @param weightSum the sum of the weights that the percentages divide by
   * @param heterogeneity Chi² and its degrees of freedom, around the fixed estimate
   * @param tauSquared τ²; 0 in a fixed model
   */
  public record Result(
      List<Row> rows,
      Optional<PooledEffect> total,
      double weightSum,
      Heterogeneity heterogeneity,
      double tauSquared,
      Model model) {

    /** Studies with an estimate. */
    public int estimable() {
      return (int) rows.stream().filter(r -> r.effect() instanceof StudyEffect.Estimable).count();
    }
  }

  /** A study for pooling: its effect, the weight of the fixed method, and its pooled parts. */
  private record Study(StudyEffect effect, double fixedWeight, Optional<TwoByTwo> cells) {}

  /** Analyses tables by a measure of OR, RR, RD and PETO; τ² by DerSimonian and Laird. */
  public static Result tables(
      List<TwoByTwo> tables, BinaryMeasure measure, Method method, Model model, Flavour flavour) {
    return tables(tables, measure, method, model, flavour, TauSquaredEstimator.DL);
  }

  /**
   * The same with another estimator of τ², as RevMan has had since 2025: it works on the effects of
   * the studies, and so do the weights, though the analysis is called M-H.
   */
  public static Result tables(
      List<TwoByTwo> tables,
      BinaryMeasure measure,
      Method method,
      Model model,
      Flavour flavour,
      TauSquaredEstimator estimator) {
    List<Study> studies = new ArrayList<>();
    for (TwoByTwo t : tables) {
      studies.add(study(t, measure, method, flavour));
    }
    return pool(studies, measure, method, model, estimator);
  }

  /** Analyses mean differences, MD or SMD, by inverse variance. */
  public static Result means(List<TwoMeans> studies, MeanMeasure measure, Model model) {
    return effects(studies.stream().map(s -> effect(s, measure)).toList(), model);
  }

  /** Analyses typed-in effects by inverse variance; a standard error of 0 is not estimable. */
  public static Result effects(List<StudyEffect> effects, Model model) {
    List<Study> studies = new ArrayList<>();
    for (StudyEffect effect : effects) {
      StudyEffect usable =
          effect instanceof StudyEffect.Estimable e && e.variance() == 0
              ? new StudyEffect.NotEstimable(StudyEffect.Reason.NO_SPREAD)
              : effect;
      studies.add(new Study(usable, inverseVariance(usable), Optional.empty()));
    }
    return pool(studies, BinaryMeasure.OR, Method.INVERSE_VARIANCE, model, TauSquaredEstimator.DL);
  }

  /** Analyses observed less expected events and their variances; fixed effect. */
  public static Result scores(List<Peto.Score> scores) {
    List<Study> studies =
        scores.stream().map(s -> new Study(s.effect(), s.variance(), Optional.empty())).toList();
    return pool(studies, BinaryMeasure.PETO, Method.PETO, Model.FIXED, TauSquaredEstimator.DL);
  }

  private static double inverseVariance(StudyEffect effect) {
    return effect instanceof StudyEffect.Estimable e ? 1 / e.variance() : 0;
  }

  /** The effect of one table, and the cells the fixed estimate is made of. */
  private static Study study(TwoByTwo raw, BinaryMeasure measure, Method method, Flavour flavour) {
    if (raw.n1() == 0 || raw.n2() == 0) {
      return notEstimable(StudyEffect.Reason.EMPTY_ARM);
    }
    if (measure == BinaryMeasure.PETO) {
      Peto.Score score = Peto.Score.of(raw);
      return score.variance() > 0
          ? new Study(score.effect(), score.variance(), Optional.empty())
          : notEstimable(
              raw.doubleZero() ? StudyEffect.Reason.NO_EVENTS : StudyEffect.Reason.ALL_EVENTS);
    }
    if (raw.doubleZero() && measure != BinaryMeasure.RD) {
      return notEstimable(StudyEffect.Reason.NO_EVENTS);
    }
    if (raw.allEvents() && measure == BinaryMeasure.OR) {
      return notEstimable(StudyEffect.Reason.ALL_EVENTS);
    }
    TwoByTwo corrected = raw.hasZero() ? raw.plus(0.5) : raw;
    StudyEffect effect = measure.of(corrected);
    if (!(effect instanceof StudyEffect.Estimable e)) {
      return new Study(effect, 0, Optional.empty());
    }
    TwoByTwo pooled = corrected;
    if (measure == BinaryMeasure.RD) {
      effect = new StudyEffect.Estimable(raw.a() / raw.n1() - raw.c() / raw.n2(), e.variance());
      pooled = flavour == Flavour.REVMAN ? raw : corrected;
    } else if (measure == BinaryMeasure.RR && raw.allEvents() && flavour == Flavour.REVMAN) {
      effect = new StudyEffect.Estimable(0, e.variance());
    }
    double weight =
        method == Method.MANTEL_HAENSZEL
            ? MantelHaenszel.weight(measure, pooled)
            : inverseVariance(effect);
    return new Study(effect, weight, Optional.of(pooled));
  }

  private static Study notEstimable(StudyEffect.Reason reason) {
    return new Study(new StudyEffect.NotEstimable(reason), 0, Optional.empty());
  }

  /** The effect of two means: not estimable when an SD is 0 or an arm is empty. */
  static StudyEffect effect(TwoMeans s, MeanMeasure measure) {
    if (s.n1() == 0 || s.n2() == 0) {
      return new StudyEffect.NotEstimable(StudyEffect.Reason.EMPTY_ARM);
    }
    if (!(s.sd1() > 0 && s.sd2() > 0)) {
      return new StudyEffect.NotEstimable(StudyEffect.Reason.NO_SPREAD);
    }
    return switch (measure) {
      case MD ->
          StudyEffect.of(s.m1() - s.m2(), s.sd1() * s.sd1() / s.n1() + s.sd2() * s.sd2() / s.n2());
      case SMD ->
          s.total() < 4
              ? new StudyEffect.NotEstimable(StudyEffect.Reason.NO_SPREAD)
              : StandardisedDifference.HEDGES.of(s, false);
      default -> throw new IllegalArgumentException("RevMan has no measure " + measure);
    };
  }

  private static Result pool(
      List<Study> studies,
      BinaryMeasure measure,
      Method method,
      Model model,
      TauSquaredEstimator estimator) {
    List<Study> in =
        studies.stream().filter(s -> s.effect() instanceof StudyEffect.Estimable).toList();
    if (in.isEmpty()) {
      return new Result(
          studies.stream().map(s -> new Row(s.effect(), 0)).toList(),
          Optional.empty(),
          0,
          new Heterogeneity(0, 0),
          0,
          model);
    }
    double[] y = new double[in.size()];
    double[] v = new double[in.size()];
    for (int i = 0; i < y.length; i++) {
      StudyEffect.Estimable e = (StudyEffect.Estimable) in.get(i).effect();
      y[i] = e.estimate();
      v[i] = e.variance();
    }
    EffectSizes sizes = EffectSizes.of(y, v);
    PooledEffect fixed =
        method == Method.MANTEL_HAENSZEL ? mantelHaenszel(in, measure) : inverseVariance(sizes, 0);
    Heterogeneity q = Heterogeneity.around(sizes, fixed.estimate());
    double tau2 = 0;
    PooledEffect total = fixed;
    if (model == Model.RANDOM) {
      tau2 =
          estimator == TauSquaredEstimator.DL
              ? momentsAround(sizes, q)
              : BetweenStudyVariance.estimate(estimator, sizes).value();
      total = inverseVariance(sizes, tau2);
    }
    double[] weights = new double[studies.size()];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      Study s = studies.get(i);
      if (s.effect() instanceof StudyEffect.Estimable e) {
        weights[i] = model == Model.RANDOM ? 1 / (e.variance() + tau2) : s.fixedWeight();
      }
      sum += weights[i];
    }
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < weights.length; i++) {
      rows.add(new Row(studies.get(i).effect(), 100 * weights[i] / sum));
    }
    return new Result(List.copyOf(rows), Optional.of(total), sum, q, tau2, model);
  }

  /** τ² of DerSimonian and Laird from a Q around any fixed estimate. */
  private static double momentsAround(EffectSizes sizes, Heterogeneity q) {
    double s1 = 0;
    double s2 = 0;
    for (int i = 0; i < sizes.count(); i++) {
      double w = 1 / sizes.variance(i);
      s1 += w;
      s2 += w * w;
    }
    double denominator = s1 - s2 / s1;
    return denominator > 0 && q.df() > 0 ? Math.max(0, (q.q() - q.df()) / denominator) : 0;
  }

  private static PooledEffect inverseVariance(EffectSizes sizes, double tau2) {
    PooledInterval pooled = PooledInterval.classic(sizes, tau2, 0.95);
    return new PooledEffect(pooled.estimate(), pooled.standardError());
  }

  private static PooledEffect mantelHaenszel(List<Study> studies, BinaryMeasure measure) {
    return switch (measure) {
      case OR ->
          MantelHaenszel.oddsRatio(studies.stream().map(s -> s.cells().orElseThrow()).toList())
              .orElseThrow();
      case RR -> riskRatio(studies);
      case RD -> riskDifference(studies);
      default -> throw new IllegalArgumentException("No Mantel-Haenszel pooling of " + measure);
    };
  }

  /** The weighted mean of the studies' risk ratios. */
  private static PooledEffect riskRatio(List<Study> studies) {
    double r = 0;
    double s = 0;
    double p = 0;
    for (Study study : studies) {
      TwoByTwo t = study.cells().orElseThrow();
      double n = t.total();
      r += study.fixedWeight() * Math.exp(((StudyEffect.Estimable) study.effect()).estimate());
      s += study.fixedWeight();
      p += (t.n1() * t.n2() * t.events() - t.a() * t.c() * n) / (n * n);
    }
    return new PooledEffect(Math.log(r / s), Math.sqrt(p / (r * s)));
  }

  private static PooledEffect riskDifference(List<Study> studies) {
    double sum = 0;
    double weights = 0;
    double variance = 0;
    for (Study study : studies) {
      TwoByTwo t = study.cells().orElseThrow();
      double n1 = t.n1();
      double n2 = t.n2();
      double n = t.total();
      sum += n1 * n2 / n * ((StudyEffect.Estimable) study.effect()).estimate();
      weights += n1 * n2 / n;
      variance += (t.a() * t.b() * n2 * n2 * n2 + t.c() * t.d() * n1 * n1 * n1) / (n1 * n2 * n * n);
    }
    return new PooledEffect(sum / weights, Math.sqrt(variance) / weights);
  }

  /**
   * RevMan's test for subgroup differences on subgroup totals; empty for fewer than two, and where
   * one of them has no error, against which nothing can be weighed.
   */
  public static Optional<Heterogeneity> subgroupDifferences(List<PooledEffect> totals) {
    if (totals.size() < 2 || totals.stream().anyMatch(total -> total.standardError() == 0)) {
      return Optional.empty();
    }
    EffectSizes sizes =
        EffectSizes.of(
            totals.stream().mapToDouble(PooledEffect::estimate).toArray(),
            totals.stream().mapToDouble(t -> t.standardError() * t.standardError()).toArray());
    return Optional.of(Heterogeneity.around(sizes, inverseVariance(sizes, 0).estimate()));
  }
}
