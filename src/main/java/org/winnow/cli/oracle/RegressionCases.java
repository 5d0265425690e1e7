package org.winnow.cli.oracle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.winnow.metaanalysis.Design;
import org.winnow.metaanalysis.MetaRegression;
import org.winnow.metaanalysis.MixedModel;
import org.winnow.metaanalysis.TauSquaredEstimator;

/** Meta-regressions: rma(mods =), predict() and anova() of them. */
final class RegressionCases {
  private RegressionCases() {}

  /** The regression that a call of rma() describes; rows with a missing moderator are left out. */
  static MetaRegression fit(RExpression.Call call, DataTable all) {
    RExpression formula = call.named("mods").orElse(new RExpression.Number(1));
    double[] y = all.evaluate(call.positional().get(0));
    double[] v = all.evaluate(call.positional().get(1));
    List<String> used = new ArrayList<>();
    columns(formula, used);
    DataTable data =
        all.where(
            i ->
                Double.isFinite(y[i] + v[i])
                    && used.stream().noneMatch(c -> all.texts(c).get(i).isEmpty()));
    Design design = Design.intercept(data.rows());
    terms(formula, design, data);
    return MetaRegression.fit(
        Inputs.effectSizes(
                data.evaluate(call.positional().get(0)), data.evaluate(call.positional().get(1)))
            .sizes(),
        design,
        PoolCases.options(call));
  }

  private static void columns(RExpression e, List<String> out) {
    switch (e) {
      case RExpression.Name n -> out.add(n.value());
      case RExpression.Call c -> c.positional().forEach(x -> columns(x, out));
      default -> {}
    }
  }

  private static void terms(RExpression e, Design design, DataTable data) {
    switch (e) {
      case RExpression.Name n -> add(n.value(), n.value(), design, data, false);
      case RExpression.Call c -> {
        List<RExpression> parts = c.positional();
        switch (c.function()) {
          case "~", "+" -> parts.forEach(x -> terms(x, design, data));
          case "*" -> {
            parts.forEach(x -> terms(x, design, data));
            design.interaction(name(parts.get(0)), name(parts.get(1)));
          }
          case "factor" -> {
            String column = name(parts.getFirst());
            add(column, "factor(" + column + ")", design, data, true);
          }
          default -> throw new IllegalArgumentException("No term " + c.function());
        }
      }
      default -> {}
    }
  }

  private static String name(RExpression e) {
    return ((RExpression.Name) e).value();
  }

  private static void add(
      String column, String name, Design design, DataTable data, boolean factor) {
    if (factor || !data.numeric(column)) {
      design.factor(name, data.texts(column));
    } else {
      design.numeric(name, data.numbers(column));
    }
  }

  static Answer answer(ReferenceCase one) {
    MetaRegression regression = fit(one.parsed(), one.table());
    MixedModel model = regression.model();
    int p = model.coefficientCount();
    List<OptionalDouble> statistics = new ArrayList<>();
    List<OptionalDouble> pValues = new ArrayList<>();
    for (int j = 0; j < p; j++) {
      statistics.add(model.statistic(j));
      pValues.add(model.pValue(j));
    }
    Answer out =
        PoolCases.common(model)
            .put("b", model.coefficients())
            .put("se", IntStream.range(0, p).mapToDouble(model::standardError).toArray())
            .put("zval", plain(statistics))
            .put("pval", plain(pValues))
            .put(
                "ci_lb",
                IntStream.range(0, p).mapToDouble(j -> model.interval(j).lower()).toArray())
            .put(
                "ci_ub",
                IntStream.range(0, p).mapToDouble(j -> model.interval(j).upper()).toArray())
            .put(
                "vb",
                Arrays.stream(model.covariance())
                    .map(row -> Arrays.stream(row).boxed().toList())
                    .toList())
            .put("R2", regression.rSquared());
    if (one.expected().has("qprofile")) {
      out.put("qprofile", PoolCases.profile(model));
    }
    model
        .omnibus()
        .ifPresent(
            test ->
                out.put("QM", test.statistic())
                    .put("QMdf", Arrays.asList((double) test.df(), orNull(test.denominatorDf())))
                    .put("QMp", test.pValue()));
    return out;
  }

  private static List<@Nullable Double> plain(List<OptionalDouble> values) {
    List<@Nullable Double> out = new ArrayList<>();
    values.forEach(v -> out.add(orNull(v)));
    return out;
  }

  private static @Nullable Double orNull(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }

  /** predict(rma(...), newmods = c(...)) of one moderator. */
  static Answer prediction(ReferenceCase one) {
    RExpression.Call call = one.parsed();
    MixedModel model = fit((RExpression.Call) call.positional().getFirst(), one.table()).model();
    double[] at = numbers(call.named("newmods").orElseThrow());
    List<MixedModel.Prediction> all = Arrays.stream(at).mapToObj(x -> model.predict(1, x)).toList();
    return new Answer()
        .put("pred", all.stream().map(MixedModel.Prediction::estimate).toList())
        .put("se", all.stream().map(MixedModel.Prediction::standardError).toList())
        .put("ci_lb", all.stream().map(x -> x.interval().lower()).toList())
        .put("ci_ub", all.stream().map(x -> x.interval().upper()).toList())
        .put("pi_lb", all.stream().map(x -> x.predictionInterval().lower()).toList())
        .put("pi_ub", all.stream().map(x -> x.predictionInterval().upper()).toList());
  }

  private static double[] numbers(RExpression e) {
    return switch (e) {
      case RExpression.Number n -> new double[] {n.value()};
      case RExpression.Call c when c.function().equals(":") -> {
        double from = numbers(c.positional().get(0))[0];
        double to = numbers(c.positional().get(1))[0];
        yield IntStream.rangeClosed((int) from, (int) to).asDoubleStream().toArray();
      }
      case RExpression.Call c ->
          c.positional().stream().flatMapToDouble(x -> Arrays.stream(numbers(x))).toArray();
      default -> throw new IllegalArgumentException("No numbers: " + e);
    };
  }

  /** anova() of one model by coefficients, or of two by likelihood. */
  static Answer test(ReferenceCase one) {
    RExpression.Call call = one.parsed();
    List<RExpression> models = call.positional();
    MixedModel full = fit((RExpression.Call) models.get(0), one.table()).model();
    Optional<RExpression> btt = call.named("btt");
    if (btt.isPresent()) {
      int[] which = Arrays.stream(numbers(btt.get())).mapToInt(x -> (int) x - 1).toArray();
      MixedModel.OmnibusTest test = full.omnibus(which);
      return new Answer()
          .put("QM", test.statistic())
          .put("df", Arrays.asList((double) test.df(), orNull(test.denominatorDf())))
          .put("p", test.pValue());
    }
    MixedModel reduced = fit((RExpression.Call) models.get(1), one.table()).model();
    MetaRegression.LikelihoodRatio ratio = MetaRegression.compare(full, reduced).orElseThrow();
    return new Answer()
        .put("LRT", ratio.statistic())
        .put("df", ratio.df())
        .put("p", ratio.pValue())
        .put("R2", ratio.rSquared())
        .without(full.options().tauSquared() == TauSquaredEstimator.ML ? "" : "R2");
  }
}
