package org.winnow.cli.oracle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.winnow.metaanalysis.BetweenStudyVariance;
import org.winnow.metaanalysis.Distributions;
import org.winnow.metaanalysis.EffectSizes;
import org.winnow.metaanalysis.GeneralisedQ;
import org.winnow.metaanalysis.Heterogeneity;
import org.winnow.metaanalysis.Inference;
import org.winnow.metaanalysis.Interval;
import org.winnow.metaanalysis.MixedModel;
import org.winnow.metaanalysis.ModelOptions;
import org.winnow.metaanalysis.PooledEffect;
import org.winnow.metaanalysis.PooledInterval;
import org.winnow.metaanalysis.RevMan;
import org.winnow.metaanalysis.StudyEffect;
import org.winnow.metaanalysis.Subgroups;
import org.winnow.metaanalysis.TauSquaredEstimator;

/** Results in the form of the package meta. */
final class MetaCases {
  private static final double LEVEL = 0.95;

  private MetaCases() {}

  /** A random-effects part by method of interval and ad hoc correction. */
  static PooledInterval random(EffectSizes studies, double tau2, String ci, String adHoc) {
    return switch (ci) {
      case "HK" ->
          PooledInterval.hartungKnapp(
              studies,
              tau2,
              LEVEL,
              adHoc.isEmpty()
                  ? PooledInterval.AdHoc.NONE
                  : PooledInterval.AdHoc.valueOf(adHoc.toUpperCase(Locale.ROOT)));
      case "KR" ->
          PooledInterval.kenwardRoger(studies, tau2, LEVEL)
              .orElseGet(() -> PooledInterval.classic(studies, tau2, LEVEL));
      default -> PooledInterval.classic(studies, tau2, LEVEL);
    };
  }

  static Answer intervals(ReferenceCase one) {
    EffectSizes studies = Inputs.effectSizes(one.table()).sizes();
    TauSquaredEstimator estimator = TauSquaredEstimator.named(one.spec("method_tau", "REML"));
    double tau2 = BetweenStudyVariance.estimate(estimator, studies).value();
    if (one.spec().has("tau_ci")) {
      Interval interval = tauSquaredInterval(studies, one.spec("tau_ci", "QP"));
      return new Answer()
          .put("tau2", tau2)
          .put("lower", Answer.searched(interval.lower(), t -> t))
          .put("upper", Answer.searched(interval.upper(), t -> t));
    }
    if (one.spec().has("I2")) {
      return iSquared(studies, tau2, one.spec("I2", "Q"), estimator);
    }
    if (one.spec().has("predict")) {
      return prediction(studies, tau2, one.spec("predict", "V"));
    }
    return metagen(
        studies, estimator, tau2, random(studies, tau2, one.spec("ci", ""), one.spec("adhoc", "")));
  }

  private static Interval tauSquaredInterval(EffectSizes studies, String method) {
    return switch (method) {
      case "J" -> GeneralisedQ.JACKSON.interval(studies, LEVEL);
      case "BJ" -> GeneralisedQ.BIGGERSTAFF_JACKSON.interval(studies, LEVEL);
      // meta has the profile likelihood for three-level models only and answers with Q-profile.
      default ->
          MixedModel.pool(studies, ModelOptions.of(TauSquaredEstimator.DL, Inference.WALD))
              .qProfile();
    };
  }

  private static List<Answer.Range> searched(Interval tau) {
    return List.of(Answer.searched(tau.lower(), t -> t), Answer.searched(tau.upper(), t -> t));
  }

  private static Answer prediction(EffectSizes studies, double tau2, String method) {
    int k = studies.count();
    boolean less = method.endsWith("-PR") || method.equals("HTS");
    PooledInterval pooled =
        random(
            studies,
            tau2,
            method.startsWith("HK") ? "HK" : method.startsWith("KR") ? "KR" : "classic",
            "");
    double df =
        switch (method) {
          case "S" -> Double.POSITIVE_INFINITY;
          case "KR", "KR-PR" -> pooled.df() - (less ? 1 : 0);
          default -> k - (less ? 2.0 : 1.0);
        };
    Optional<Interval> interval = pooled.prediction(tau2, df, LEVEL);
    Answer out = new Answer();
    if (interval.isEmpty()) {
      return out.none("lower", "upper").without("df", "se");
    }
    return out.put("lower", "upper", interval)
        .put("df", df)
        .put("se", Math.sqrt(tau2 + pooled.standardError() * pooled.standardError()));
  }

  private static Answer iSquared(
      EffectSizes studies, double tau2, String method, TauSquaredEstimator estimator) {
    MixedModel model = MixedModel.pool(studies, ModelOptions.of(estimator, Inference.WALD));
    Answer out = new Answer().put("Rb", rb(studies, tau2));
    if (method.equals("Q")) {
      Heterogeneity q = new Heterogeneity(model.residualQ(), studies.count() - 1);
      out.put("I2", q.iSquared()).put("H", Math.max(1, Math.sqrt(q.q() / q.df())));
      q.higginsThompson(LEVEL)
          .ifPresentOrElse(
              h ->
                  out.put("H_lower", "H_upper", h.interval())
                      .put("lower", "upper", h.iSquaredInterval()),
              () -> out.none("H_lower", "H_upper", "lower", "upper"));
      return out;
    }
    Interval profile =
        tauSquaredInterval(studies, estimator == TauSquaredEstimator.DL ? "J" : "QP");
    return out.put("I2", model.iSquared())
        .put("H", Math.sqrt(model.hSquared()))
        .put("lower", Answer.searched(profile.lower(), model::iSquaredAt))
        .put("upper", Answer.searched(profile.upper(), model::iSquaredAt))
        .put("H_lower", Answer.searched(profile.lower(), t -> Math.sqrt(model.hSquaredAt(t))))
        .put("H_upper", Answer.searched(profile.upper(), t -> Math.sqrt(model.hSquaredAt(t))));
  }

  /** Crippa's R_b: the share of the variance of the pooled effect that is between studies. */
  private static double rb(EffectSizes studies, double tau2) {
    double sum = 0;
    for (int i = 0; i < studies.count(); i++) {
      sum += tau2 / (studies.variance(i) + tau2);
    }
    return 100 * sum / studies.count();
  }

  private static Answer metagen(
      EffectSizes studies, TauSquaredEstimator estimator, double tau2, PooledInterval random) {
    int k = studies.count();
    double[] y = studies.estimates();
    List<StudyEffect> effects = new ArrayList<>();
    for (int i = 0; i < k; i++) {
      effects.add(new StudyEffect.Estimable(y[i], studies.variance(i)));
    }
    PooledInterval common = PooledInterval.classic(studies, 0, LEVEL);
    Heterogeneity q = Heterogeneity.around(studies, common.estimate());
    Answer out =
        meta(
            effects,
            IntStream.range(0, k).mapToDouble(i -> 1 / studies.variance(i)).toArray(),
            new PooledEffect(common.estimate(), common.standardError()),
            q,
            tau2,
            random);
    Interval tau = tauSquaredInterval(studies, estimator == TauSquaredEstimator.DL ? "J" : "QP");
    if (k < 2) {
      return out.none("tau2_ci");
    }
    return out.put("tau2_ci", searched(tau));
  }

  static List<Answer.Range> jackson(EffectSizes studies) {
    return searched(GeneralisedQ.JACKSON.interval(studies, LEVEL));
  }

  static Answer meta(
      List<StudyEffect> effects,
      double[] fixedWeights,
      PooledEffect common,
      Heterogeneity q,
      double tau2,
      PooledInterval random) {
    double[] weights =
        effects.stream()
            .mapToDouble(e -> e instanceof StudyEffect.Estimable x ? 1 / (x.variance() + tau2) : 0)
            .toArray();
    Interval interval = common.interval(LEVEL);
    Answer out =
        new Answer()
            .put("k", q.df() + 1)
            .put("TE", Inputs.estimates(effects))
            .put("seTE", Inputs.standardErrors(effects))
            .put("lower", RevManCases.limits(effects, LEVEL, true))
            .put("upper", RevManCases.limits(effects, LEVEL, false))
            .put("w_common_pct", MantelHaenszelCases.percent(fixedWeights))
            .put("w_random_pct", MantelHaenszelCases.percent(weights))
            .put(
                "common",
                new Answer()
                    .put("TE", common.estimate())
                    .put("se", common.standardError())
                    .put("lower", "upper", interval)
                    .put("z", common.z())
                    .put("p", common.pValue()))
            .put(
                "random",
                new Answer()
                    .put("TE", random.estimate())
                    .put("se", random.standardError())
                    .put("lower", "upper", random.interval())
                    .put("stat", random.statistic())
                    .put("p", random.pValue())
                    .put("df", random.df()))
            .put("Q", q.q())
            .put("df_Q", q.df())
            .put("p_Q", q.pValue())
            .put("tau2", tau2)
            .put("I2", q.iSquared())
            .put("H", Math.max(1, Math.sqrt(q.q() / q.df())));
    q.higginsThompson(LEVEL)
        .ifPresentOrElse(
            h ->
                out.put(
                    "I2_ci", List.of(h.iSquaredInterval().lower(), h.iSquaredInterval().upper())),
            () -> out.put("I2_ci", Arrays.asList(null, null)));
    double classic = 1 / Math.sqrt(Arrays.stream(weights).sum());
    double quantile = q.df() > 0 ? Distributions.tQuantile((1 + LEVEL) / 2, q.df()) : Double.NaN;
    if (q.df() > 0) {
      out.put(
          "predict",
          new Answer()
              .put(
                  "lower",
                  "upper",
                  Interval.around(
                      random.estimate(), quantile * Math.sqrt(tau2 + classic * classic))));
    } else {
      out.none("predict");
    }
    return out;
  }

  static Answer revMan(ReferenceCase one) {
    RevMan.Result fixed =
        RevManCases.analyse(one, one.table(), RevMan.Flavour.META, RevMan.Model.FIXED);
    RevMan.Result random =
        RevManCases.analyse(one, one.table(), RevMan.Flavour.META, RevMan.Model.RANDOM);
    List<StudyEffect> effects = fixed.rows().stream().map(RevMan.Row::effect).toList();
    EffectSizes studies = Inputs.estimable(effects);
    Answer out =
        meta(
            effects,
            fixed.rows().stream().mapToDouble(RevMan.Row::weightPercent).toArray(),
            fixed.total().orElseThrow(),
            fixed.heterogeneity(),
            random.tauSquared(),
            PooledInterval.classic(studies, random.tauSquared(), LEVEL));
    if (one.spec("method", "").equals("MH")) {
      return out.put("tau2_ci", Arrays.asList(null, null));
    }
    Interval tau = GeneralisedQ.JACKSON.interval(studies, LEVEL);
    return out.put("tau2_ci", searched(tau));
  }

  static Answer subgroups(ReferenceCase one) {
    Inputs.Studies input = Inputs.effectSizes(one.table());
    EffectSizes studies = input.sizes();
    TauSquaredEstimator estimator = TauSquaredEstimator.named(one.spec("method_tau", "REML"));
    String ci = one.spec("ci", "classic").equals("hk") ? "HK" : one.spec("ci", "classic");
    double tau2 = BetweenStudyVariance.estimate(estimator, studies).value();
    List<String> labels =
        Arrays.stream(input.rows())
            .mapToObj(one.table().texts(one.spec("subgroup", "grp"))::get)
            .toList();
    Map<String, List<Integer>> groups = new LinkedHashMap<>();
    for (int i = 0; i < labels.size(); i++) {
      groups.computeIfAbsent(labels.get(i), l -> new ArrayList<>()).add(i);
    }
    boolean commonTau = one.spec().path("tau_common").asBoolean(false);
    double shared = commonTau ? Subgroups.commonTauSquared(studies, labels, estimator) : 0;
    List<@Nullable Object> k = new ArrayList<>();
    List<List<@Nullable Double>> x = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      x.add(new ArrayList<>());
    }
    List<PooledEffect> fixed = new ArrayList<>();
    List<PooledEffect> random = new ArrayList<>();
    double within = 0;
    for (List<Integer> members : groups.values()) {
      EffectSizes part = studies.at(members.stream().mapToInt(i -> i).toArray());
      double own = commonTau ? shared : BetweenStudyVariance.estimate(estimator, part).value();
      PooledInterval common = PooledInterval.classic(part, 0, LEVEL);
      PooledInterval pooled = random(part, own, ci, "");
      Heterogeneity q = Heterogeneity.around(part, common.estimate());
      within += q.q();
      fixed.add(new PooledEffect(common.estimate(), common.standardError()));
      random.add(new PooledEffect(pooled.estimate(), pooled.standardError()));
      k.add(part.count());
      x.get(0).add(common.estimate());
      x.get(1).add(common.standardError());
      x.get(2).add(pooled.estimate());
      x.get(3).add(pooled.standardError());
      x.get(4).add(pooled.interval().lower());
      x.get(5).add(pooled.interval().upper());
      x.get(6).add(part.count() > 1 || commonTau ? own : null);
      x.get(7).add(q.q());
      x.get(8).add(part.count() > 1 ? q.iSquared() : null);
    }
    Heterogeneity common = RevMan.subgroupDifferences(fixed).orElseThrow();
    Heterogeneity between = RevMan.subgroupDifferences(random).orElseThrow();
    Answer out = metagen(studies, estimator, tau2, random(studies, tau2, ci, ""));
    return out.put(
        "subgroups",
        new Answer()
            .put("levels", List.copyOf(groups.keySet()))
            .put("k", k)
            .put("TE_common", x.get(0))
            .put("se_common", x.get(1))
            .put("TE_random", x.get(2))
            .put("se_random", x.get(3))
            .put("lower_random", x.get(4))
            .put("upper_random", x.get(5))
            .put("tau2", x.get(6))
            .put("Q", x.get(7))
            .put("I2", x.get(8))
            .put("Qb_common", common.q())
            .put("p_Qb_common", common.pValue())
            .put("Qb_random", between.q())
            .put("p_Qb_random", between.pValue())
            .put("df_Qb", between.df())
            .put("Qw_common", within));
  }
}
