package org.winnow.cli.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.winnow.metaanalysis.BinaryMeasure;
import org.winnow.metaanalysis.EffectSizes;
import org.winnow.metaanalysis.HenmiCopas;
import org.winnow.metaanalysis.Heterogeneity;
import org.winnow.metaanalysis.Inference;
import org.winnow.metaanalysis.Influence;
import org.winnow.metaanalysis.Interval;
import org.winnow.metaanalysis.MixedModel;
import org.winnow.metaanalysis.ModelOptions;
import org.winnow.metaanalysis.Peto;
import org.winnow.metaanalysis.PlotData;
import org.winnow.metaanalysis.PooledEffect;
import org.winnow.metaanalysis.StudyEffect;
import org.winnow.metaanalysis.TauSquaredEstimator;
import org.winnow.metaanalysis.TwoByTwo;
import org.winnow.metaanalysis.ZeroCells;

/** Leave-one-out, cumulative, influence, residuals, plots and the Henmi-Copas interval. */
final class SensitivityCases {
  private static final double LEVEL = 0.95;

  private SensitivityCases() {}

  private static RExpression.Call inner(ReferenceCase one) {
    RExpression.Call call = one.parsed();
    return call.function().startsWith("rma")
        ? call
        : (RExpression.Call) call.positional().getFirst();
  }

  private static EffectSizes studies(ReferenceCase one) {
    return Inputs.effectSizes(one.table()).sizes();
  }

  static Answer leaveOneOut(ReferenceCase one) {
    RExpression.Call rma = inner(one);
    if (!rma.function().equals("rma")) {
      List<TwoByTwo> tables = Inputs.tables(rma, one.table());
      List<List<TwoByTwo>> parts = new ArrayList<>();
      for (int i = 0; i < tables.size(); i++) {
        List<TwoByTwo> rest = new ArrayList<>(tables);
        rest.remove(i);
        parts.add(rest);
      }
      return tables(parts, rma);
    }
    return models(
        Influence.leaveOneOut(studies(one), PoolCases.options(rma)), PoolCases.options(rma));
  }

  static Answer cumulative(ReferenceCase one) {
    RExpression.Call rma = inner(one);
    if (!rma.function().equals("rma")) {
      List<TwoByTwo> tables = Inputs.tables(rma, one.table());
      List<List<TwoByTwo>> parts = new ArrayList<>();
      for (int n = 1; n <= tables.size(); n++) {
        parts.add(tables.subList(0, n));
      }
      return tables(parts, rma).put("k", parts.stream().map(List::size).toList());
    }
    EffectSizes studies = studies(one);
    int[] order = IntStream.range(0, studies.count()).toArray();
    if (one.parsed().named("order").isPresent()) {
      double[] by =
          Inputs.effectSizes(
                  one.table().evaluate(one.parsed().named("order").orElseThrow()),
                  one.table().numbers("vi"))
              .sizes()
              .estimates();
      order =
          IntStream.range(0, by.length)
              .boxed()
              .sorted(Comparator.comparingDouble(i -> by[i]))
              .mapToInt(i -> i)
              .toArray();
    }
    List<MixedModel> models = Influence.cumulative(studies, order, PoolCases.options(rma));
    return models(models, PoolCases.options(rma))
        .put("k", models.stream().map(MixedModel::studyCount).toList());
  }

  private static Answer models(List<MixedModel> models, ModelOptions options) {
    Answer out =
        new Answer()
            .put("estimate", models.stream().map(MixedModel::estimate).toList())
            .put("se", models.stream().map(MixedModel::standardError).toList())
            .put(
                options.inference() == Inference.WALD ? "zval" : "tval",
                optional(models, m -> m.statistic(0)))
            .put("pval", optional(models, m -> m.pValue(0)))
            .put("ci.lb", models.stream().map(m -> m.interval().lower()).toList())
            .put("ci.ub", models.stream().map(m -> m.interval().upper()).toList())
            .put("Q", models.stream().map(MixedModel::residualQ).toList())
            .put("Qp", models.stream().map(MixedModel::residualQPValue).toList())
            .put(
                "I2",
                models.stream()
                    .map(m -> PoolCases.orJustAbove(m, m.iSquared(), m::iSquaredAt))
                    .toList())
            .put(
                "H2",
                models.stream()
                    .map(m -> PoolCases.orJustAbove(m, m.hSquared(), m::hSquaredAt))
                    .toList());
    return out.put("tau2", models.stream().map(m -> m.tauSquared().value()).toList());
  }

  private static <T> List<@Nullable Double> optional(
      List<T> items, Function<T, OptionalDouble> value) {
    List<@Nullable Double> out = new ArrayList<>();
    for (T item : items) {
      OptionalDouble v = value.apply(item);
      out.add(v.isPresent() ? v.getAsDouble() : null);
    }
    return out;
  }

  private record Pooled(Optional<PooledEffect> effect, Optional<Heterogeneity> q) {
    static Pooled of(Optional<PooledEffect> effect, List<StudyEffect> studies) {
      return new Pooled(
          effect, MantelHaenszelCases.heterogeneity(effect, Inputs.anyEstimable(studies)));
    }
  }

  private static Answer tables(List<List<TwoByTwo>> parts, RExpression.Call rma) {
    List<Pooled> all = parts.stream().map(part -> pooled(part, rma)).toList();
    return new Answer()
        .put("estimate", effects(all, PooledEffect::estimate))
        .put("se", effects(all, PooledEffect::standardError))
        .put("zval", effects(all, PooledEffect::z))
        .put("pval", effects(all, PooledEffect::pValue))
        .put("ci.lb", effects(all, e -> e.interval(LEVEL).lower()))
        .put("ci.ub", effects(all, e -> e.interval(LEVEL).upper()))
        .put("Q", each(all, p -> p.q().map(Heterogeneity::q)))
        .put("Qp", each(all, p -> p.q().map(Heterogeneity::pValue)))
        .put("I2", each(all, p -> p.q().map(Heterogeneity::iSquared)))
        .put("H2", each(all, p -> p.q().map(q -> q.hSquared().orElse(1))));
  }

  private static List<@Nullable Double> effects(
      List<Pooled> all, Function<PooledEffect, Double> value) {
    return each(all, p -> p.effect().map(value));
  }

  private static List<@Nullable Double> each(
      List<Pooled> all, Function<Pooled, Optional<Double>> value) {
    List<@Nullable Double> out = new ArrayList<>();
    all.forEach(p -> out.add(value.apply(p).orElse(null)));
    return out;
  }

  private static Pooled pooled(List<TwoByTwo> tables, RExpression.Call rma) {
    if (rma.function().equals("rma.peto")) {
      List<Peto.Score> scores = tables.stream().map(Peto.Score::of).toList();
      Optional<PooledEffect> effect = Peto.pool(scores);
      // Without any variance the reference stops, and nothing is known of Q either.
      return effect.isEmpty()
          ? new Pooled(effect, Optional.empty())
          : Pooled.of(effect, scores.stream().map(Peto.Score::effect).toList());
    }
    BinaryMeasure measure = BinaryMeasure.valueOf(rma.text("measure", "OR"));
    return Pooled.of(
        MantelHaenszelCases.pooled(tables, measure), measure.effects(tables, ZeroCells.DROPPING));
  }

  static Answer influence(ReferenceCase one) {
    MixedModel model = MixedModel.pool(studies(one), PoolCases.options(inner(one)));
    List<Influence.Case> cases = Influence.diagnose(model);
    return new Answer()
        .put("rstudent", optional(cases, Influence.Case::studentised))
        .put("dffits", cases.stream().map(Influence.Case::dffits).toList())
        .put("cook.d", cases.stream().map(Influence.Case::cooksDistance).toList())
        .put("cov.r", cases.stream().map(Influence.Case::covarianceRatio).toList())
        .put("tau2.del", cases.stream().map(Influence.Case::tauSquaredDeleted).toList())
        .put("QE.del", cases.stream().map(Influence.Case::qDeleted).toList())
        .put("hat", cases.stream().map(Influence.Case::hat).toList())
        .put("weight", cases.stream().map(Influence.Case::weightPercent).toList())
        .put("dfbs", cases.stream().map(Influence.Case::dfbetas).toList())
        .put("is_infl", cases.stream().map(Influence.Case::flagged).toList());
  }

  static Answer residuals(ReferenceCase one) {
    MixedModel model = MixedModel.pool(studies(one), PoolCases.options(inner(one)));
    List<Influence.Case> cases = Influence.diagnose(model);
    int k = model.studyCount();
    double[] raw = model.residuals();
    double[] error = Influence.standardisedErrors(model);
    List<PooledEffect> shrunken =
        IntStream.range(0, k).mapToObj(i -> Influence.shrunken(model, i)).toList();
    List<Interval> intervals = shrunken.stream().map(s -> s.interval(LEVEL)).toList();
    return new Answer()
        .put("raw", raw)
        .put("rstandard", IntStream.range(0, k).mapToDouble(i -> raw[i] / error[i]).toArray())
        .put("rstandard_se", error)
        .put("rstudent", optional(cases, Influence.Case::studentised))
        .put("rstudent_se", cases.stream().map(Influence.Case::residualError).toList())
        .put("hat", model.hatValues())
        .put("cooks", cases.stream().map(Influence.Case::cooksDistance).toList())
        .put("blup", shrunken.stream().map(PooledEffect::estimate).toList())
        .put("blup_se", shrunken.stream().map(PooledEffect::standardError).toList())
        .put(
            "blup_pi",
            new Answer()
                .put("lb", intervals.stream().map(Interval::lower).toList())
                .put("ub", intervals.stream().map(Interval::upper).toList()));
  }

  static Answer plot(ReferenceCase one) {
    RExpression.Call rma = inner(one);
    ModelOptions options = PoolCases.options(rma);
    String plot = one.parsed().function();
    if (plot.equals("labbe")) {
      List<PlotData.ArmPoint> points =
          PlotData.labbe(
              Inputs.tables(rma, one.table()), BinaryMeasure.valueOf(rma.text("measure", "OR")));
      return new Answer()
          .put("x", points.stream().map(PlotData.ArmPoint::x).toList())
          .put("y", points.stream().map(PlotData.ArmPoint::y).toList())
          .put("cex", points.stream().map(PlotData.ArmPoint::size).toList());
    }
    if (plot.equals("gosh")) {
      List<PlotData.Subset> subsets = PlotData.allSubsets(studies(one), options);
      return new Answer()
          .put("k", subsets.stream().map(PlotData.Subset::size).toList())
          .put("QE", subsets.stream().map(PlotData.Subset::q).toList())
          .put("I2", subsets.stream().map(PlotData.Subset::iSquared).toList())
          .put("estimate", subsets.stream().map(PlotData.Subset::estimate).toList())
          .without("H2", "tau2");
    }
    MixedModel model = MixedModel.pool(studies(one), options);
    List<PlotData.Point> points =
        switch (plot) {
          case "baujat" -> PlotData.baujat(model);
          case "radial" -> PlotData.galbraith(model);
          case "funnel" -> PlotData.funnel(model.studies());
          case "qqnorm" -> PlotData.normalQuantiles(model);
          default -> throw new IllegalArgumentException("No plot " + plot);
        };
    return new Answer()
        .put("x", points.stream().map(PlotData.Point::x).toList())
        .put("y", points.stream().map(PlotData.Point::y).toList());
  }

  static Answer henmiCopas(ReferenceCase one) {
    HenmiCopas result = HenmiCopas.of(studies(one), LEVEL);
    double margin =
        Answer.SEARCH
            * result.standardError()
            * Math.sqrt(1 + result.tauSquared() * scale(studies(one)));
    return new Answer()
        .none("b")
        .put("se", result.standardError())
        .put("tau2", result.tauSquared())
        .put("ci_lb", Answer.near(result.interval().lower(), margin))
        .put("ci_ub", Answer.near(result.interval().upper(), margin));
  }

  /** Σw²/Σw, by which the search of the reference is scaled. */
  private static double scale(EffectSizes studies) {
    MixedModel fixed =
        MixedModel.pool(studies, ModelOptions.of(TauSquaredEstimator.EE, Inference.WALD));
    double weights = 1 / (fixed.standardError() * fixed.standardError());
    double squares = 0;
    for (int i = 0; i < studies.count(); i++) {
      squares += 1 / (studies.variance(i) * studies.variance(i));
    }
    return squares / weights;
  }
}
