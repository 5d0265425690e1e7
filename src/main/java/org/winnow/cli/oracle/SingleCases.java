package org.winnow.cli.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.winnow.metaanalysis.BetweenStudyVariance;
import org.winnow.metaanalysis.ClusterRobust;
import org.winnow.metaanalysis.EffectSizes;
import org.winnow.metaanalysis.Heterogeneity;
import org.winnow.metaanalysis.Interval;
import org.winnow.metaanalysis.MantelHaenszel;
import org.winnow.metaanalysis.MixedModel;
import org.winnow.metaanalysis.PooledEffect;
import org.winnow.metaanalysis.PooledInterval;
import org.winnow.metaanalysis.PredictionInterval;
import org.winnow.metaanalysis.ProportionInterval;
import org.winnow.metaanalysis.ProportionMeasure;
import org.winnow.metaanalysis.RateMeasure;
import org.winnow.metaanalysis.StudyEffect;
import org.winnow.metaanalysis.TauSquaredEstimator;
import org.winnow.metaanalysis.ThreeLevelModel;
import org.winnow.metaanalysis.ZeroCells;

/** Proportions, rates, back-transformations, and dependent effects. */
final class SingleCases {
  private static final double LEVEL = 0.95;

  private SingleCases() {}

  static Answer answer(ReferenceCase one) {
    RExpression.Call call = one.parsed();
    return switch (call.function()) {
      case "metaprop" -> proportions(one, call);
      case "metainc" -> rates(one, call);
      case "predict" -> back(one, call);
      default -> throw new IllegalArgumentException("No case of " + call.function());
    };
  }

  private static Answer rates(ReferenceCase one, RExpression.Call call) {
    if (!call.text("sm", "IRR").equals("IRR") || !call.text("method", "MH").equals("MH")) {
      throw new IllegalArgumentException("Only rate ratios by Mantel-Haenszel are supported");
    }
    List<RExpression> columns = call.positional();
    double[][] x = new double[4][];
    for (int i = 0; i < 4; i++) {
      x[i] = one.table().evaluate(columns.get(i));
    }
    List<RateMeasure.TwoRates> rates =
        IntStream.range(0, one.table().rows())
            .mapToObj(i -> new RateMeasure.TwoRates(x[0][i], x[1][i], x[2][i], x[3][i]))
            .toList();
    List<StudyEffect> effects = rates.stream().map(RateMeasure.Contrast.IRR::of).toList();
    EffectSizes studies = Inputs.estimable(effects);
    PooledEffect common = MantelHaenszel.rateRatio(rates).orElseThrow();
    double tau2 = BetweenStudyVariance.estimate(TauSquaredEstimator.DL, studies).value();
    Heterogeneity q =
        Heterogeneity.around(studies, PooledInterval.classic(studies, 0, LEVEL).estimate());
    return MetaCases.meta(
            effects,
            rates.stream()
                .mapToDouble(r -> MantelHaenszel.weight(RateMeasure.Contrast.IRR, r))
                .toArray(),
            common,
            q,
            tau2,
            PooledInterval.classic(studies, tau2, LEVEL))
        .put("tau2_ci", MetaCases.jackson(studies));
  }

  private static Answer proportions(ReferenceCase one, RExpression.Call call) {
    double[] x = one.table().evaluate(call.positional().get(0));
    double[] n = one.table().evaluate(call.positional().get(1));
    String sm = call.text("sm", "PLOGIT");
    ProportionMeasure measure =
        switch (sm) {
          case "PLOGIT" -> ProportionMeasure.PLO;
          case "PLN" -> ProportionMeasure.PLN;
          case "PAS" -> ProportionMeasure.PAS;
          case "PFT" -> ProportionMeasure.PFT;
          default -> ProportionMeasure.PR;
        };
    List<ProportionMeasure.Count> counts =
        IntStream.range(0, x.length)
            .mapToObj(i -> new ProportionMeasure.Count(x[i], n[i]))
            .toList();
    List<StudyEffect> effects = metaEffects(counts, measure);
    EffectSizes studies = Inputs.estimable(effects);
    PooledInterval fixed = PooledInterval.classic(studies, 0, LEVEL);
    double tau2 = BetweenStudyVariance.estimate(TauSquaredEstimator.DL, studies).value();
    Heterogeneity q = Heterogeneity.around(studies, fixed.estimate());
    Answer out =
        MetaCases.meta(
            effects,
            IntStream.range(0, studies.count()).mapToDouble(i -> 1 / studies.variance(i)).toArray(),
            new PooledEffect(fixed.estimate(), fixed.standardError()),
            q,
            tau2,
            PooledInterval.classic(studies, tau2, LEVEL));
    out.put("tau2_ci", MetaCases.jackson(studies));
    // Tests of a proportion against 0 are not given.
    out.without("z", "p", "stat");
    return limits(out, counts, effects, measure, call.text("method.ci", "CP"));
  }

  /** meta adds ½ to counts of 0 or n for logits, and to the raw and log scales where needed. */
  private static List<StudyEffect> metaEffects(
      List<ProportionMeasure.Count> counts, ProportionMeasure measure) {
    if (measure == ProportionMeasure.PAS || measure == ProportionMeasure.PFT) {
      return measure.effects(counts, ZeroCells.NONE);
    }
    if (measure == ProportionMeasure.PLO) {
      return measure.effects(counts, ZeroCells.METAFOR);
    }
    List<StudyEffect> out = new ArrayList<>();
    for (ProportionMeasure.Count count : counts) {
      boolean edge = count.events() == 0 || count.events() == count.n();
      double x = count.events() + (edge ? 0.5 : 0);
      double n = count.n() + (edge ? 1 : 0);
      double p = count.events() / count.n();
      if (measure == ProportionMeasure.PR) {
        out.add(StudyEffect.of(p, x / n * (1 - x / n) / n));
      } else {
        double total = count.n() + (edge ? 0.5 : 0);
        double precise = count.events() == count.n() ? count.n() : x;
        out.add(StudyEffect.of(Math.log(x / total), 1 / precise - 1 / total));
      }
    }
    return out;
  }

  private static Answer limits(
      Answer out,
      List<ProportionMeasure.Count> counts,
      List<StudyEffect> effects,
      ProportionMeasure measure,
      String method) {
    if (method.equals("NAsm")) {
      return out.put(
          "study_ci_natural",
          new Answer()
              .put("lower", RevManCases.limits(effects, LEVEL, true))
              .put("upper", RevManCases.limits(effects, LEVEL, false)));
    }
    ProportionInterval kind =
        switch (method) {
          case "WS" -> ProportionInterval.WILSON;
          case "WSCC" -> ProportionInterval.WILSON_CORRECTED;
          case "AC" -> ProportionInterval.AGRESTI_COULL;
          case "SA" -> ProportionInterval.SIMPLE;
          case "SACC" -> ProportionInterval.SIMPLE_CORRECTED;
          default -> ProportionInterval.CLOPPER_PEARSON;
        };
    List<Object> lower = new ArrayList<>();
    List<Object> upper = new ArrayList<>();
    for (ProportionMeasure.Count count : counts) {
      Interval interval = kind.of(count.events(), count.n(), LEVEL);
      lower.add(transformed(interval.lower(), count.n(), measure));
      upper.add(transformed(interval.upper(), count.n(), measure));
    }
    return out.put("lower", lower)
        .put("upper", upper)
        .put("study_ci_natural", new Answer().put("lower", lower).put("upper", upper));
  }

  private static Object transformed(double p, double n, ProportionMeasure measure) {
    return switch (measure) {
      // A limit of 1 that rounding has kept just below it, or not.
      case PLO -> p == 1 ? new Answer.Range(36, Double.POSITIVE_INFINITY) : Math.log(p / (1 - p));
      case PLN -> Math.log(p);
      case PAS -> Math.asin(Math.sqrt(p));
      case PFT ->
          (Math.asin(Math.sqrt(p * n / (n + 1))) + Math.asin(Math.sqrt((p * n + 1) / (n + 1)))) / 2;
      default -> p;
    };
  }

  private static Answer back(ReferenceCase one, RExpression.Call call) {
    RExpression.Call rma = (RExpression.Call) call.positional().getFirst();
    MixedModel model =
        MixedModel.pool(
            Inputs.estimable(EffectCases.escalc(rma, one.table())), PoolCases.options(rma));
    DoubleUnaryOperator transform;
    if (call.text("transf", "").equals("transf.ztor")) {
      transform = Math::tanh;
    } else {
      double[] n = one.table().numbers("ni");
      double sum = 0;
      for (double value : n) {
        sum += 1 / value;
      }
      double harmonic = n.length / sum;
      transform = t -> ProportionMeasure.fromDoubleArcsine(t, harmonic);
    }
    Optional<Interval> prediction = model.prediction(PredictionInterval.FOLLOWS_INFERENCE);
    return new Answer()
        .put("pred", transform.applyAsDouble(model.estimate()))
        .put("ci_lb", transform.applyAsDouble(model.interval().lower()))
        .put("ci_ub", transform.applyAsDouble(model.interval().upper()))
        .put("pi_lb", transform.applyAsDouble(prediction.orElseThrow().lower()))
        .put("pi_ub", transform.applyAsDouble(prediction.orElseThrow().upper()));
  }

  static Answer dependent(ReferenceCase one) {
    RExpression.Call call = one.parsed();
    Inputs.Studies input = Inputs.effectSizes(one.table());
    EffectSizes studies = input.sizes();
    Answer out = new Answer().put("k", studies.count());
    Heterogeneity q =
        Heterogeneity.around(studies, PooledInterval.classic(studies, 0, LEVEL).estimate());
    out.put("QE", q.q()).put("QEp", q.pValue());
    if (call.function().equals("robust")) {
      MixedModel model =
          MixedModel.pool(
              studies, PoolCases.options((RExpression.Call) call.positional().getFirst()));
      PooledInterval robust =
          ClusterRobust.pooled(model, labels(one, input, call.text("cluster", "")));
      return out.put("b", robust.estimate())
          .put("se", robust.standardError())
          .put("zval", robust.statistic())
          .put("pval", robust.pValue())
          .put("ci_lb", "ci_ub", robust.interval())
          .put("ddf", robust.df())
          .put("logLik", model.informationCriteria().orElseThrow().logLikelihood())
          .none("sigma2");
    }
    RExpression.Call random = (RExpression.Call) call.named("random").orElseThrow();
    RExpression.Call bar = (RExpression.Call) random.positional().getFirst();
    RExpression.Call nested = (RExpression.Call) bar.positional().get(1);
    ThreeLevelModel model =
        ThreeLevelModel.fit(
            studies, labels(one, input, ((RExpression.Name) nested.positional().get(0)).value()));
    return out.put("b", model.estimate())
        .put("se", model.standardError())
        .put("zval", model.z())
        .put("pval", model.pValue())
        .put("ci_lb", "ci_ub", model.interval(LEVEL))
        .put("sigma2", List.of(model.between(), model.within()))
        .put("logLik", model.logLikelihood())
        .none("ddf");
  }

  private static List<String> labels(ReferenceCase one, Inputs.Studies input, String column) {
    return IntStream.of(input.rows()).mapToObj(one.table().texts(column)::get).toList();
  }
}
