package org.winnow.cli.oracle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.winnow.metaanalysis.Design;
import org.winnow.metaanalysis.MetaRegression;
import org.winnow.metaanalysis.MixedModel;
import org.winnow.metaanalysis.TauSquaredEstimator;

/** Meta-regressions: rma(mods =), predict() and anova() of them. */
final class RegressionCases {
  private RegressionCases() {}

  /**
   * The regression that a call of rma() describes; rows with a missing moderator are left out.
   *
   * @param names of the coefficients in the reference, from which the order of a factor's levels is
   *     seen: it depends on the language that R ran in
   */
  static MetaRegression fit(RExpression.Call call, DataTable all, List<String> names) {
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
    Design design = new Terms(data, names).of(formula).independent();
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

  /** The columns that the terms of a formula stand for: main effects first, then interactions. */
  private record Terms(DataTable data, List<String> names) {
    Design of(RExpression formula) {
      List<List<RExpression>> terms = new ArrayList<>();
      collect(formula, terms);
      Design design = Design.intercept(data.rows());
      terms.stream()
          .sorted(Comparator.comparingInt(List::size))
          .forEach(
              term -> {
                if (term.size() == 1) {
                  coded(term.getFirst()).forEach(design::numeric);
                } else {
                  product(term).forEach(design::numeric);
                }
              });
      return design;
    }

    private void collect(RExpression e, List<List<RExpression>> terms) {
      if (e instanceof RExpression.Number one) {
        if (one.value() != 1) {
          throw new IllegalArgumentException("Models without an intercept are not supported");
        }
        return;
      }
      if (e instanceof RExpression.Call c) {
        List<RExpression> parts = c.positional();
        switch (c.function()) {
          case "~", "+" -> parts.forEach(x -> collect(x, terms));
          case "*" -> {
            parts.forEach(x -> collect(x, terms));
            add(parts, terms);
          }
          case ":" -> add(parts, terms);
          case "-" ->
              throw new IllegalArgumentException("Models without an intercept are not supported");
          default -> add(List.of(e), terms);
        }
        return;
      }
      add(List.of(e), terms);
    }

    private static void add(List<RExpression> term, List<List<RExpression>> terms) {
      if (!terms.contains(term)) {
        terms.add(term);
      }
    }

    private Map<String, double[]> product(List<RExpression> term) {
      Map<String, double[]> out = new LinkedHashMap<>();
      Map<String, double[]> second = coded(term.get(1));
      second.forEach(
          (nameB, b) ->
              coded(term.get(0))
                  .forEach(
                      (nameA, a) -> {
                        double[] values = new double[a.length];
                        Arrays.setAll(values, i -> a[i] * b[i]);
                        out.put(nameA + ":" + nameB, values);
                      }));
      return out;
    }

    private Map<String, double[]> coded(RExpression e) {
      if (e instanceof RExpression.Name n && data.numeric(n.value())) {
        return Map.of(n.value(), data.numbers(n.value()));
      }
      if (e instanceof RExpression.Name n) {
        return factor(n.value(), n.value());
      }
      RExpression.Call call = (RExpression.Call) e;
      if (call.function().equals("factor")) {
        String column = call.positional().getFirst().text();
        return factor("factor(" + column + ")", column);
      }
      return Map.of(written(call), data.evaluate(e));
    }

    private static String written(RExpression e) {
      if (e instanceof RExpression.Number n && n.value() == Math.rint(n.value())) {
        return String.valueOf((long) n.value());
      }
      if (!(e instanceof RExpression.Call c)) {
        return e.text();
      }
      List<String> parts = c.positional().stream().map(Terms::written).toList();
      return Character.isLetter(c.function().charAt(0))
          ? c.function() + "(" + String.join(", ", parts) + ")"
          : String.join(c.function().equals("^") ? "^" : " " + c.function() + " ", parts);
    }

    private Map<String, double[]> factor(String name, String column) {
      List<String> values = data.texts(column);
      List<String> levels = new ArrayList<>(new TreeSet<>(values));
      if (data.numeric(column)) {
        levels.sort(Comparator.comparingDouble(Double::parseDouble));
      }
      // The level without a coefficient is the first one.
      levels.sort(Comparator.comparingInt(level -> names.indexOf(name + level)));
      Map<String, double[]> out = new LinkedHashMap<>();
      levels.stream()
          .skip(1)
          .forEach(
              level ->
                  out.put(
                      name + level,
                      values.stream().mapToDouble(v -> v.equals(level) ? 1 : 0).toArray()));
      return out;
    }
  }

  static Answer answer(ReferenceCase one) {
    List<String> names = new ArrayList<>();
    one.expected().path("coef_names").forEach(name -> names.add(name.asText()));
    MetaRegression regression = fit(one.parsed(), one.table(), names);
    MixedModel model = regression.model();
    int p = model.coefficientCount();
    if (!names.isEmpty() && !names.equals(regression.names())) {
      throw new IllegalArgumentException(
          "Coefficients " + regression.names() + " instead of " + names);
    }
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
            .put("R2", regression.rSquared().orElse(0));
    if (regression.rSquared().isEmpty() && model.tauSquared().value() == 0) {
      // Where REML stops just above 0, the reference divides rounding errors.
      out.put("R2", new Answer.Range(0, 100));
    }
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
    MixedModel model =
        fit((RExpression.Call) call.positional().getFirst(), one.table(), List.of()).model();
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
    MixedModel full = fit((RExpression.Call) models.get(0), one.table(), List.of()).model();
    Optional<RExpression> btt = call.named("btt");
    if (btt.isPresent()) {
      int[] which = Arrays.stream(numbers(btt.get())).mapToInt(x -> (int) x - 1).toArray();
      MixedModel.OmnibusTest test = full.omnibus(which);
      return new Answer()
          .put("QM", test.statistic())
          .put("df", Arrays.asList((double) test.df(), orNull(test.denominatorDf())))
          .put("p", test.pValue());
    }
    MixedModel reduced = fit((RExpression.Call) models.get(1), one.table(), List.of()).model();
    MetaRegression.LikelihoodRatio ratio = MetaRegression.compare(full, reduced).orElseThrow();
    return new Answer()
        .put("LRT", ratio.statistic())
        .put("df", ratio.df())
        .put("p", ratio.pValue())
        .put("R2", ratio.rSquared())
        .without(full.options().tauSquared() == TauSquaredEstimator.ML ? "" : "R2");
  }
}
