package org.winnow.cli.oracle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.winnow.metaanalysis.BetweenStudyVariance;
import org.winnow.metaanalysis.BinaryMeasure;
import org.winnow.metaanalysis.Design;
import org.winnow.metaanalysis.EffectSizes;
import org.winnow.metaanalysis.ExcessSignificance;
import org.winnow.metaanalysis.FailSafeNumber;
import org.winnow.metaanalysis.Inference;
import org.winnow.metaanalysis.Interval;
import org.winnow.metaanalysis.LimitMetaAnalysis;
import org.winnow.metaanalysis.MixedModel;
import org.winnow.metaanalysis.ModelOptions;
import org.winnow.metaanalysis.RankCorrelation;
import org.winnow.metaanalysis.RevMan;
import org.winnow.metaanalysis.SelectionModel;
import org.winnow.metaanalysis.SmallStudyEffects;
import org.winnow.metaanalysis.SmallStudyEffects.Regression;
import org.winnow.metaanalysis.StandardisedDifference;
import org.winnow.metaanalysis.StudyEffect;
import org.winnow.metaanalysis.TauSquaredEstimator;
import org.winnow.metaanalysis.TrimAndFill;
import org.winnow.metaanalysis.TwoByTwo;
import org.winnow.metaanalysis.TwoMeans;
import org.winnow.metaanalysis.ZeroCells;

/** Tests for small-study effects, trim and fill, fail-safe numbers. */
final class BiasCases {
  private static final double LEVEL = 0.95;

  private BiasCases() {}

  private static EffectSizes studies(ReferenceCase one) {
    return Inputs.effectSizes(one.table()).sizes();
  }

  static Answer answer(ReferenceCase one) {
    RExpression.Call call = one.parsed();
    return switch (call.function()) {
      case "regtest" -> regression(one, call);
      case "ranktest" -> {
        RankCorrelation test = SmallStudyEffects.begg(studies(one));
        if (test.scoreVariance() == 0) {
          yield new Answer().none("tau", "p");
        }
        yield new Answer()
            .put("tau", test.tau())
            .put("p", call.flag("exact", true) ? test.pValue() : test.normalPValue(false));
      }
      case "metabias" -> metabias(one, call);
      case "tes" -> excess(studies(one));
      case "lm" -> {
        RExpression.Call formula = (RExpression.Call) call.positional().getFirst();
        Regression fit =
            SmallStudyEffects.byStudy(
                studies(one),
                IntStream.of(Inputs.effectSizes(one.table()).rows())
                    .mapToDouble(i -> one.table().evaluate(formula.positional().get(1))[i])
                    .toArray());
        yield new Answer()
            .put("coef", List.of(fit.intercept(), fit.slope()))
            .put("se", List.of(fit.interceptError(), fit.slopeError()))
            .put("df", fit.df());
      }
      case "selmodel" -> {
        SelectionModel.Result fit = SelectionModel.threeParameters(studies(one));
        yield selection(fit);
      }
      case "metasens::limitmeta" -> limit(studies(one));
      case "metasens::lfkindex" ->
          new Answer().put("lfk", SmallStudyEffects.lfkIndex(studies(one)));
      default -> throw new IllegalArgumentException("No test " + call.function());
    };
  }

  /** Where δ runs to its bound or τ² to 0 the optimiser of the reference stops short of them. */
  private static Answer selection(SelectionModel.Result fit) {
    boolean bound = fit.delta() > 99;
    double share = bound ? 0.02 : 1e-4;
    Answer out =
        new Answer()
            .put("b", Answer.near(fit.estimate(), share * Math.abs(fit.estimate())))
            .put("se", Answer.near(fit.standardError(), share * fit.standardError()))
            .put("tau2", Answer.near(fit.tauSquared(), 1e-5 + share * fit.tauSquared()))
            .put("LRT", Answer.near(fit.likelihoodRatio(), 1e-3 + 1e-4 * fit.likelihoodRatio()))
            .put("LRTp", Answer.near(fit.pValue(), 5e-4));
    return bound
        ? out.without("delta")
        : out.put("delta", List.of(1.0, Answer.near(fit.delta(), 2e-4 * fit.delta())));
  }

  private static Answer limit(EffectSizes studies) {
    double tau2 = BetweenStudyVariance.estimate(TauSquaredEstimator.DL, studies).value();
    LimitMetaAnalysis limit = LimitMetaAnalysis.of(studies, tau2);
    Interval interval = limit.adjusted().interval(LEVEL);
    return new Answer()
        .put("TE_adjust", limit.adjusted().estimate())
        .put("se_adjust", limit.adjusted().standardError())
        .put("lower", "upper", interval)
        .put("alpha_r", limit.alpha())
        .put("beta_r", limit.beta())
        .put("Q_small", limit.qSmall())
        .put("Q_resid", limit.qResidual())
        .put("G2", limit.gSquared());
  }

  private static Answer excess(EffectSizes studies) {
    ExcessSignificance test = ExcessSignificance.of(studies);
    Answer out =
        new Answer()
            .put("O", test.observed())
            .put("E", test.expected())
            .put("k", studies.count())
            .put("OEratio", test.observed() / test.expected())
            .put("theta", test.effect())
            .put("p", test.pValue())
            .put("power", test.power());
    if (test.limit().isPresent()) {
      out.put("theta_lim", Answer.near(test.limit().getAsDouble(), Answer.SEARCH));
    } else {
      out.none("theta_lim");
    }
    return out;
  }

  private static Answer regression(ReferenceCase one, RExpression.Call call) {
    String predictor = call.text("predictor", "sei");
    EffectSizes studies;
    double[] sizes;
    ModelOptions options = ModelOptions.of(TauSquaredEstimator.REML, Inference.WALD);
    boolean linear = call.text("model", "rma").equals("lm");
    if (call.positional().getFirst() instanceof RExpression.Call rma
        && rma.function().equals("rma")) {
      options = PoolCases.options(rma);
      if (rma.named("measure").isPresent()) {
        List<TwoByTwo> tables = Inputs.tables(rma, one.table());
        List<StudyEffect> effects =
            BinaryMeasure.valueOf(rma.text("measure", "OR")).effects(tables, ZeroCells.METAFOR);
        studies = Inputs.estimable(effects);
        sizes = tables.stream().mapToDouble(TwoByTwo::total).toArray();
      } else {
        studies = studies(one);
        sizes = new double[0];
      }
    } else {
      studies = studies(one);
      sizes = new double[0];
    }
    int k = studies.count();
    double[] x =
        switch (predictor) {
          case "sei" -> IntStream.range(0, k).mapToDouble(studies::standardError).toArray();
          case "vi" -> studies.variances();
          case "ni" -> sizes;
          case "ninv" -> Arrays.stream(sizes).map(n -> 1 / n).toArray();
          case "sqrtni" -> Arrays.stream(sizes).map(Math::sqrt).toArray();
          case "sqrtninv" -> Arrays.stream(sizes).map(n -> 1 / Math.sqrt(n)).toArray();
          default -> throw new IllegalArgumentException("No predictor " + predictor);
        };
    Regression fit =
        linear
            ? SmallStudyEffects.byStudy(studies, x)
            : SmallStudyEffects.mixed(studies, x, options);
    Answer out =
        new Answer()
            .put("model", linear ? "lm" : "rma")
            .put("predictor", predictor)
            .put("stat", fit.statistic())
            .put("p", fit.pValue())
            .put("intercept", List.of(fit.intercept(), fit.slope()))
            .put("coef_se", List.of(fit.interceptError(), fit.slopeError()));
    if (Double.isInfinite(fit.df())) {
      out.none("df");
    } else {
      out.put("df", fit.df());
    }
    if (predictor.equals("ni") || predictor.equals("sqrtni")) {
      return out.none("limit_est", "limit_ci");
    }
    Interval limit = fit.limit(LEVEL);
    return out.put("limit_est", fit.intercept())
        .put("limit_ci", List.of(limit.lower(), limit.upper()));
  }

  private static Answer slope(Regression fit) {
    return new Answer()
        .put("stat", fit.statistic())
        .put("df", fit.df())
        .put("p", fit.pValue())
        .put("estimate", List.of(fit.slope(), fit.slopeError()));
  }

  private static Answer rank(RankCorrelation test, boolean correct) {
    double s = test.score();
    return new Answer()
        .put("stat", test.z(correct))
        .none("df", "tau2")
        .put("p", test.normalPValue(correct))
        .put(
            "estimate",
            List.of(
                correct ? Math.signum(s) * Math.max(0, Math.abs(s) - 1) : s,
                Math.sqrt(test.scoreVariance())));
  }

  private static Answer metabias(ReferenceCase one, RExpression.Call call) {
    String method = call.text("method.bias", "Egger");
    RExpression.Call inner = (RExpression.Call) call.positional().getFirst();
    if (inner.function().equals("metabin")) {
      return ofTables(method, inner, one);
    }
    if (inner.function().equals("metacont")) {
      List<TwoMeans> arms = Inputs.means(inner, one.table());
      EffectSizes effects =
          Inputs.estimable(
              arms.stream().map(s -> StandardisedDifference.HEDGES.of(s, true)).toList());
      return slope(SmallStudyEffects.pustejovskyRodgers(effects, arms));
    }
    EffectSizes studies = studies(one);
    return switch (method) {
      case "Egger" -> {
        Regression fit = SmallStudyEffects.egger(studies);
        yield slope(fit).put("tau2", fit.dispersion());
      }
      case "Begg" -> rank(SmallStudyEffects.begg(studies), call.flag("correct", false));
      case "Thompson" ->
          slope(SmallStudyEffects.thompsonSharp(studies))
              .put(
                  "tau2",
                  MixedModel.fit(
                          studies,
                          Design.intercept(studies.count())
                              .numeric(
                                  "sei",
                                  IntStream.range(0, studies.count())
                                      .mapToDouble(studies::standardError)
                                      .toArray()),
                          ModelOptions.of(TauSquaredEstimator.DL, Inference.WALD))
                      .tauSquared()
                      .value());
      default -> throw new IllegalArgumentException("No test " + method);
    };
  }

  private static Answer ofTables(String method, RExpression.Call metabin, ReferenceCase one) {
    String measure = metabin.text("sm", "OR");
    List<TwoByTwo> all = Inputs.tables(one.table());
    boolean arcsine = measure.equals("ASD");
    List<TwoByTwo> tables = new ArrayList<>();
    List<StudyEffect> effects = new ArrayList<>();
    for (TwoByTwo t : all) {
      StudyEffect effect =
          arcsine
              ? BinaryMeasure.AS.effects(List.of(t), ZeroCells.NONE).getFirst()
              : metaEffect(t, measure);
      if (effect instanceof StudyEffect.Estimable) {
        tables.add(t);
        effects.add(effect);
      }
    }
    EffectSizes studies = Inputs.estimable(effects);
    return switch (method) {
      case "Thompson" -> slope(SmallStudyEffects.thompsonSharp(studies));
      case "Harbord" ->
          slope(
              measure.equals("RR")
                  ? SmallStudyEffects.harbordRisk(tables)
                  : SmallStudyEffects.harbordOdds(tables));
      case "Macaskill" -> slope(SmallStudyEffects.macaskill(studies, tables));
      case "Peters" -> slope(SmallStudyEffects.peters(studies, tables));
      case "Deeks" -> slope(SmallStudyEffects.deeks(studies, tables));
      case "Schwarzer" -> {
        double pooled =
            RevMan.tables(
                    all,
                    BinaryMeasure.OR,
                    RevMan.Method.MANTEL_HAENSZEL,
                    RevMan.Model.FIXED,
                    RevMan.Flavour.META)
                .total()
                .orElseThrow()
                .estimate();
        yield rank(SmallStudyEffects.schwarzer(tables, pooled), false);
      }
      default -> throw new IllegalArgumentException("No test " + method);
    };
  }

  /** meta's own default: for risk ratios ½ is added to the totals too, not 1. */
  private static StudyEffect metaEffect(TwoByTwo t, String measure) {
    if (t.doubleZero() || t.allEvents() && measure.equals("OR")) {
      return new StudyEffect.NotEstimable(StudyEffect.Reason.NO_EVENTS);
    }
    double add = t.hasZero() ? 0.5 : 0;
    if (measure.equals("OR")) {
      return BinaryMeasure.OR.effects(List.of(t.plus(add)), ZeroCells.NONE).getFirst();
    }
    double a = t.a() + add;
    double c = t.c() + add;
    double n1 = t.n1() + add;
    double n2 = t.n2() + add;
    return StudyEffect.of(Math.log(a / n1 / (c / n2)), 1 / a - 1 / n1 + 1 / c - 1 / n2);
  }

  static Answer trimAndFill(ReferenceCase one) {
    RExpression.Call call = one.parsed();
    RExpression.Call inner = (RExpression.Call) call.positional().getFirst();
    EffectSizes studies = studies(one);
    if (inner.function().equals("metagen")) {
      return metaTrimAndFill(studies, call);
    }
    Optional<TrimAndFill.Side> side =
        call.named("side").isPresent()
            ? Optional.of(TrimAndFill.Side.valueOf(call.text("side", "").toUpperCase(Locale.ROOT)))
            : Optional.empty();
    TrimAndFill result =
        TrimAndFill.of(
            studies,
            TrimAndFill.Estimator.valueOf(call.text("estimator", "L0")),
            side,
            PoolCases.options(inner));
    MixedModel model = result.model();
    int rows = one.table().rows();
    Answer out =
        new Answer()
            .put("estimator", call.text("estimator", "L0"))
            .put("side", result.side().name().toLowerCase(Locale.ROOT))
            .put("k0", result.missing())
            .put("se_k0", result.missingError())
            .put("p_k0", result.missingPValue())
            .put("k", model.studyCount())
            .put("fill", IntStream.rangeClosed(rows + 1, rows + result.missing()).boxed().toList())
            .put("QE", model.residualQ())
            .put(
                "filled_yi",
                late(result.filled().map(EffectSizes::estimates), rows - studies.count()))
            .put(
                "filled_vi",
                late(result.filled().map(EffectSizes::variances), rows - studies.count()));
    double[] values = {
      model.estimate(),
      model.standardError(),
      model.interval().lower(),
      model.interval().upper(),
      model.pValue(0).orElseThrow(),
      model.tauSquared().value()
    };
    String[] keys = {"b", "se", "ci_lb", "ci_ub", "pval", "tau2"};
    // The last fit of the reference stops at steps of 1e-5 in τ², whatever was asked for.
    boolean rough =
        result.missing() > 0 && model.options().tauSquared() == TauSquaredEstimator.REML;
    for (int i = 0; i < keys.length; i++) {
      if (rough) {
        out.put(keys[i], Answer.near(values[i], 5e-5 * (1 + Math.abs(values[i]))));
      } else {
        out.put(keys[i], values[i]);
      }
    }
    return rough
        ? out.put("I2", Answer.near(model.iSquared(), 0.02))
        : out.put("I2", model.iSquared());
  }

  /** The reference takes the filled values by row number though rows without a value are gone. */
  private static List<@Nullable Double> late(Optional<double[]> values, int gone) {
    List<@Nullable Double> out = new ArrayList<>();
    double[] all = values.orElse(new double[0]);
    for (int i = 0; i < all.length; i++) {
      out.add(i + gone < all.length ? all[i + gone] : null);
    }
    return out;
  }

  private static Answer metaTrimAndFill(EffectSizes studies, RExpression.Call call) {
    boolean left = SmallStudyEffects.egger(studies).slope() > 0;
    TrimAndFill result =
        TrimAndFill.of(
            studies,
            call.text("type", "L").equals("L")
                ? TrimAndFill.Estimator.L0
                : TrimAndFill.Estimator.R0,
            Optional.of(left ? TrimAndFill.Side.LEFT : TrimAndFill.Side.RIGHT),
            ModelOptions.of(TauSquaredEstimator.DL, Inference.WALD));
    MixedModel random = result.model();
    MixedModel common =
        MixedModel.pool(random.studies(), ModelOptions.of(TauSquaredEstimator.EE, Inference.WALD));
    return new Answer()
        .put("k0", result.missing())
        .put("k", random.studyCount())
        .put("TE_common", common.estimate())
        .put("se_common", common.standardError())
        .put("TE_random", random.estimate())
        .put("se_random", random.standardError())
        .put("lower_random", "upper_random", random.interval())
        .put("tau2", random.tauSquared().value())
        .put("left", left);
  }

  static Answer failSafe(ReferenceCase one) {
    EffectSizes studies = studies(one);
    String type = one.parsed().text("type", "Rosenthal");
    return switch (type) {
      case "Rosenthal" -> {
        FailSafeNumber.Result n = FailSafeNumber.rosenthal(studies);
        yield new Answer()
            .put("fsnum", n.studies())
            .put("pval", n.pValue())
            .none("meanes", "target", "est");
      }
      case "Orwin" -> {
        double mean =
            MixedModel.pool(studies, ModelOptions.of(TauSquaredEstimator.EE, Inference.WALD))
                .estimate();
        FailSafeNumber.Result n = FailSafeNumber.orwin(studies, mean / 2);
        yield new Answer()
            .put("fsnum", n.studies())
            .put("meanes", n.estimate())
            .put("est", n.estimate())
            .put("target", mean / 2)
            .none("pval");
      }
      case "Rosenberg" -> {
        FailSafeNumber.Result n = FailSafeNumber.rosenberg(studies);
        yield new Answer()
            .put("fsnum", n.studies())
            .put("meanes", n.estimate())
            .put("est", n.estimate())
            .put("pval", n.pValue())
            .none("target");
      }
      default -> {
        FailSafeNumber.Result n = FailSafeNumber.general(studies);
        yield new Answer()
            .put("fsnum", n.studies())
            .put("meanes", Answer.near(n.estimate(), 1e-3 * Math.abs(n.estimate())))
            .put("est", Answer.near(n.estimate(), 1e-3 * Math.abs(n.estimate())))
            .put("pval", Answer.near(n.pValue(), 1e-3 * n.pValue()))
            .none("target");
      }
    };
  }
}
