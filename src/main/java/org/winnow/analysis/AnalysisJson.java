package org.winnow.analysis;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;
import org.winnow.metaanalysis.BetweenStudyVariance;
import org.winnow.metaanalysis.EffectSizes;
import org.winnow.metaanalysis.GeneralisedMixedModel;
import org.winnow.metaanalysis.GeneralisedQ;
import org.winnow.metaanalysis.Heterogeneity;
import org.winnow.metaanalysis.Interval;
import org.winnow.metaanalysis.MantelHaenszel;
import org.winnow.metaanalysis.MixedModel;
import org.winnow.metaanalysis.PooledEffect;
import org.winnow.metaanalysis.PooledInterval;
import org.winnow.metaanalysis.RevMan;
import org.winnow.metaanalysis.RevManText;
import org.winnow.metaanalysis.StudyEffect;
import org.winnow.metaanalysis.TauSquaredEstimator;
import org.winnow.metaanalysis.TwoByTwo;

/** An analysis as JSON, with every number at full precision; what is not defined is null. */
public final class AnalysisJson {
  private static final int MOST_EIGENVALUES = 200;

  private AnalysisJson() {}

  /**
   * Writes one object.
   *
   * @throws IllegalArgumentException when the settings name a test or a column that is not there
   */
  public static void write(JsonGenerator json, Analysis analysis) throws IOException {
    tree(analysis).write(json);
  }

  private static Tree tree(Analysis a) {
    AnalysisSettings settings = a.settings();
    Tree out =
        new Tree()
            .put("measure", settings.measure())
            .put("method", settings.method())
            .put("convention", settings.convention())
            .put("logScale", StudyEffects.ratio(settings.measure()))
            .put("model", settings.fixed() ? "fixed" : "random");
    a.rule()
        .ifPresent(
            rule ->
                out.put(
                    "rule",
                    new Tree()
                        .put("name", AnalysisSettings.I_SQUARED_RULE)
                        .put("iSquared", rule.iSquared())
                        .put("threshold", Analysis.RULE_THRESHOLD)
                        .put("model", rule.random() ? "random" : "fixed")));
    out.put(
            "tauSquaredEstimator",
            a.mixed().isPresent() ? "ML" : a.model().options().tauSquared().name())
        .put("interval", a.model().options().inference().name())
        .put("ci", settings.ci())
        .put("level", settings.level())
        .put("totals", settings.totals())
        .put("swapEvents", settings.swapEvents())
        .put("rows", a.table().size())
        .put("k", a.rows().length)
        .put("studies", studies(a))
        .put("pooled", pooled(a))
        .put("heterogeneity", heterogeneity(a));
    a.mixed().ifPresent(fit -> out.put("mixedModel", mixed(fit)));
    if (!a.pooledCells().isEmpty()) {
      out.put("cells", cells(a));
    }
    out.put("text", text(a));
    prediction(a, out);
    if (!settings.subgroup().isEmpty()) {
      subgroups(a, out);
    }
    if (!settings.moderators().isEmpty()) {
      out.put("regression", RegressionTree.of(a));
    }
    if (!settings.tests().isEmpty()) {
      out.put("tests", BiasTests.of(a));
    }
    if (!settings.sensitivity().isEmpty()) {
      out.put("sensitivity", SensitivityAnalyses.of(a));
    }
    return out.put("warnings", AnalysisNotes.of(a).stream().map(AnalysisNotes.Note::tree).toList());
  }

  private static List<Tree> studies(Analysis a) {
    double[] weights = a.weights();
    List<Tree> out = new ArrayList<>();
    for (int i = 0; i < a.table().size(); i++) {
      Tree row = new Tree().put("study", a.study(i));
      if (!a.table().excluded(i).isEmpty()) {
        row.put("excluded", a.table().excluded(i));
      }
      switch (a.effects().effects().get(i)) {
        case StudyEffect.Estimable e -> {
          row.put("estimate", e.estimate())
              .put("se", e.standardError())
              .put(e.interval(a.settings().studyLevel() / 100));
          if (a.weighted()) {
            row.put("weight", weights[i]);
          }
        }
        case StudyEffect.NotEstimable n -> row.put("notEstimable", n.reason().name());
      }
      out.add(row);
    }
    return out;
  }

  static Tree pooled(Analysis a) {
    Analysis.Summary s = a.summary();
    Tree out =
        new Tree()
            .put("k", a.rows().length)
            .put("estimate", s.pooled().estimate())
            .put("se", s.pooled().standardError())
            .put("lower", limit(s, s.interval().lower()))
            .put("upper", limit(s, s.interval().upper()))
            .put("statistic", s.statistic())
            .put("df", s.degreesOfFreedom())
            .put("p", s.pValue());
    shown(a, s, out);
    return out.put("tauSquared", s.tauSquared().orElse(0))
        .put("q", s.heterogeneity().q())
        .put("qP", s.heterogeneity().pValue())
        .put("iSquared", s.iSquared());
  }

  /** A standard error of 0 makes no interval: its limits are not defined. */
  private static double limit(Analysis.Summary s, double limit) {
    return s.pooled().standardError() > 0 ? limit : Double.NaN;
  }

  /** As the measure is read: ratios, proportions and correlations back from their scale. */
  private static void shown(Analysis a, Analysis.Summary s, Tree out) {
    EffectScale scale = EffectScale.of(a.settings().measure());
    out.put(
        "shown",
        new Tree()
            .put("estimate", scale.shown().applyAsDouble(s.pooled().estimate()))
            .put("lower", limit(s, scale.shown().applyAsDouble(s.interval().lower())))
            .put("upper", limit(s, scale.shown().applyAsDouble(s.interval().upper()))));
  }

  static Tree pooled(MixedModel model) {
    return new Tree()
        .put("k", model.studyCount())
        .put("estimate", model.estimate())
        .put("se", model.standardError())
        .put(model.interval())
        .put("statistic", model.statistic(0))
        .put("df", model.degreesOfFreedom())
        .put("p", model.pValue(0))
        .put("tauSquared", model.tauSquared().value())
        .put("q", model.residualQ())
        .put("qP", model.residualQPValue())
        .put("iSquared", model.iSquared());
  }

  private static Tree heterogeneity(Analysis a) {
    Analysis.Summary s = a.summary();
    Heterogeneity q = s.heterogeneity();
    MixedModel model = a.model();
    double level = a.settings().level() / 100;
    double tau2 = s.tauSquared().orElse(0);
    Tree out =
        new Tree()
            .put("q", q.q())
            .put("df", q.df())
            .put("p", q.pValue())
            .put("tauSquared", tau2)
            .put("tau", Math.sqrt(tau2));
    boolean own = a.revMan().isEmpty() && a.mixed().isEmpty();
    out.put("tauSquaredError", own ? model.tauSquared().standardError() : OptionalDouble.empty());
    out.put("iSquared", s.iSquared())
        .put("iSquaredFromQ", q.iSquared())
        .put("iSquaredFromTau", s.tauSquared().isPresent() ? model.iSquaredAt(tau2) : 0)
        .put(
            "hSquared",
            s.tauSquared().isPresent() ? model.hSquaredAt(tau2) : q.hSquared().orElse(1))
        .put("typicalVariance", model.typicalVariance());
    Optional<Heterogeneity.HigginsThompson> test = q.higginsThompson(level);
    out.put("iSquaredFromQ", test.map(Heterogeneity.HigginsThompson::iSquaredInterval));
    out.put("h", test.map(Heterogeneity.HigginsThompson::interval));
    if (model.studyCount() > 1 && s.tauSquared().isPresent()) {
      intervals(a, out, level);
    }
    return out;
  }

  private static void intervals(Analysis a, Tree out, double level) {
    MixedModel model = a.model();
    EffectSizes studies = model.studies();
    out.put("qProfile", limits(model, Optional.of(model.qProfile())));
    boolean restricted = a.settings().estimator() != TauSquaredEstimator.ML;
    out.put(
        "profileLikelihood",
        limits(
            model,
            tried(() -> BetweenStudyVariance.profileLikelihood(studies, restricted, level))));
  }

  /** All intervals of τ² that there are; those by quadratic forms take eigenvalues, O(k³). */
  static Tree intervals(Analysis a) {
    MixedModel model = a.model();
    EffectSizes studies = model.studies();
    double level = a.settings().level() / 100;
    if (studies.count() < 2 || studies.count() > MOST_EIGENVALUES) {
      throw Refusal.of(RefusalReason.FEW_OR_MANY_FOR_FORMS, MOST_EIGENVALUES);
    }
    return new Tree()
        .put("qProfile", limits(model, Optional.of(model.qProfile())))
        .put("jackson", limits(model, tried(() -> GeneralisedQ.JACKSON.interval(studies, level))))
        .put(
            "biggerstaffJackson",
            limits(model, tried(() -> GeneralisedQ.BIGGERSTAFF_JACKSON.interval(studies, level))))
        .put(
            "profileLikelihood",
            limits(
                model, tried(() -> BetweenStudyVariance.profileLikelihood(studies, false, level))))
        .put(
            "profileRestrictedLikelihood",
            limits(
                model, tried(() -> BetweenStudyVariance.profileLikelihood(studies, true, level))));
  }

  private static Optional<Interval> tried(Supplier<Interval> interval) {
    try {
      return Optional.of(interval.get());
    } catch (ArithmeticException | IllegalStateException e) {
      return Optional.empty();
    }
  }

  /** Of τ², and of I² and H² that follow from it. */
  private static Tree limits(MixedModel model, Optional<Interval> tau) {
    Tree out = new Tree().put("tauSquared", tau);
    out.put("iSquared", tau.map(t -> at(t, model::iSquaredAt)));
    return out.put("hSquared", tau.map(t -> at(t, model::hSquaredAt)));
  }

  private static Interval at(Interval tau, DoubleUnaryOperator f) {
    return new Interval(f.applyAsDouble(tau.lower()), f.applyAsDouble(tau.upper()));
  }

  private static Tree mixed(GeneralisedMixedModel fit) {
    return new Tree()
        .put("k", fit.studies())
        .put("studyVariance", fit.studyVariance())
        .put("logLikelihood", fit.logLikelihood())
        .put("wald", test(fit.wald()))
        .put("likelihoodRatio", test(fit.likelihoodRatio()));
  }

  static Tree test(Heterogeneity q) {
    return new Tree().put("statistic", q.q()).put("df", q.df()).put("p", q.pValue());
  }

  private static Tree chiSquare(MantelHaenszel.ChiSquareTest test) {
    return new Tree()
        .put("statistic", test.statistic())
        .put("df", test.df())
        .put("p", test.pValue());
  }

  /** Tests of association and homogeneity over the tables, as they were pooled. */
  private static Tree cells(Analysis a) {
    List<TwoByTwo> in = a.pooledCells().stream().filter(t -> t.n1() > 0 && t.n2() > 0).toList();
    Tree out = new Tree();
    MantelHaenszel.association(in, false).ifPresent(t -> out.put("cmh", chiSquare(t)));
    MantelHaenszel.association(in, true).ifPresent(t -> out.put("cmhCorrected", chiSquare(t)));
    if (a.settings().measure().equals("OR")) {
      MantelHaenszel.Homogeneity same =
          MantelHaenszel.homogeneity(in, a.summary().pooled().estimate());
      out.put("breslowDay", chiSquare(same.breslowDay()));
      out.put("tarone", chiSquare(same.tarone()));
    }
    return out;
  }

  /** The lines that RevMan prints below the studies. */
  private static List<String> text(Analysis a) {
    Analysis.Summary s = a.summary();
    List<String> out = new ArrayList<>();
    out.add(RevManText.heterogeneity(s.tauSquared(), s.heterogeneity(), s.iSquared()));
    if (s.statistic().isPresent() && Double.isInfinite(s.degreesOfFreedom())) {
      out.add(RevManText.overallEffect(s.pooled()));
    }
    if (!a.settings().subgroup().isEmpty()) {
      out.add(RevManText.subgroupDifferences(Analysis.differences(a.groups())));
    }
    return out;
  }

  private static void prediction(Analysis a, Tree out) {
    AnalysisSettings settings = a.settings();
    if (settings.fixed() || settings.predictionKind().equals("off")) {
      return;
    }
    Optional<Interval> interval = a.prediction();
    if (interval.isEmpty()) {
      out.nothing("prediction");
      return;
    }
    out.put("prediction", new Tree().put("kind", settings.predictionKind()).put(interval.get()));
    Tree kinds = new Tree();
    for (String kind : List.of("z", "t-k1", "t-k2", "tau", "hksj", "hksj-k2", "kr", "kr-k2")) {
      a.prediction(kind).ifPresent(i -> kinds.put(kind, new Tree().put(i)));
    }
    out.put("predictions", kinds);
  }

  private static void subgroups(Analysis a, Tree out) {
    List<Analysis.Group> groups = a.groups();
    double[] weights = a.weights();
    List<Tree> list = new ArrayList<>();
    for (Analysis.Group group : groups) {
      Tree one = new Tree().put("label", group.label()).put("rows", group.members().length);
      if (group.analysis().isPresent()) {
        Analysis pooled = group.analysis().get();
        double weight = 0;
        for (int member : group.members()) {
          weight += weights[member];
        }
        one.put("k", pooled.rows().length)
            .put("weight", weight)
            .put("pooled", pooled(pooled))
            .put("heterogeneity", heterogeneity(pooled))
            .put("text", text(pooled, a));
      } else {
        one.put("k", 0).nothing("pooled");
        group.reason().ifPresent(reason -> one.put("notEstimable", new Tree().put(reason)));
      }
      list.add(one);
    }
    out.put("subgroups", list);
    Analysis.differences(groups).ifPresent(q -> out.put("subgroupDifferences", differences(q)));
    a.mixedDifferences().ifPresent(model -> out.put("subgroupDifferencesMixed", mixed(a, model)));
  }

  private static List<String> text(Analysis pooled, Analysis whole) {
    Analysis.Summary s = pooled.summary();
    List<String> out = new ArrayList<>();
    out.add(RevManText.heterogeneity(s.tauSquared(), s.heterogeneity(), s.iSquared()));
    if (Double.isInfinite(whole.summary().degreesOfFreedom()) && s.statistic().isPresent()) {
      out.add(RevManText.overallEffect(s.pooled()));
    }
    return out;
  }

  private static Tree differences(Heterogeneity q) {
    return new Tree()
        .put("q", q.q())
        .put("df", q.df())
        .put("p", q.pValue())
        .put("iSquared", q.iSquared());
  }

  /** The omnibus test, and the subgroups with the τ² that they have in common. */
  private static Tree mixed(Analysis a, MixedModel model) {
    MixedModel.OmnibusTest test = model.omnibus().orElseThrow();
    double tau2 = model.tauSquared().value();
    List<Tree> groups = new ArrayList<>();
    List<PooledEffect> totals = new ArrayList<>();
    for (Analysis.Group group : a.groups()) {
      if (group.analysis().isPresent()) {
        PooledInterval one =
            PooledInterval.classic(
                group.analysis().get().model().studies(), tau2, a.settings().level() / 100);
        groups.add(
            new Tree()
                .put("label", group.label())
                .put("estimate", one.estimate())
                .put("se", one.standardError())
                .put(one.interval()));
        totals.add(new PooledEffect(one.estimate(), one.standardError()));
      }
    }
    Tree out =
        new Tree()
            .put("statistic", test.statistic())
            .put("df", test.df())
            .put("denominatorDf", test.denominatorDf())
            .put("p", test.pValue())
            .put("tauSquared", tau2)
            .put("residualQ", model.residualQ())
            .put("residualDf", model.residualDegreesOfFreedom())
            .put("residualP", model.residualQPValue())
            .put("groups", groups);
    RevMan.subgroupDifferences(totals).ifPresent(q -> out.put("differences", differences(q)));
    return out;
  }
}
