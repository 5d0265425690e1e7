package org.winnow.cli.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.winnow.metaanalysis.BinaryMeasure;
import org.winnow.metaanalysis.EffectSizes;
import org.winnow.metaanalysis.Heterogeneity;
import org.winnow.metaanalysis.Interval;
import org.winnow.metaanalysis.MeanMeasure;
import org.winnow.metaanalysis.MixedModel;
import org.winnow.metaanalysis.ModelOptions;
import org.winnow.metaanalysis.PooledEffect;
import org.winnow.metaanalysis.PredictionInterval;
import org.winnow.metaanalysis.RevMan;
import org.winnow.metaanalysis.RevManText;
import org.winnow.metaanalysis.StudyEffect;
import org.winnow.metaanalysis.TauSquaredEstimator;

/** RevMan 5, RevMan 5 as the package meta has it, and the random-effects options of RevMan Web. */
final class RevManCases {
  private RevManCases() {}

  static Answer answer(ReferenceCase one) {
    double level = one.spec().path("level").asDouble(95) / 100;
    return answer(analyse(one, one.table(), RevMan.Flavour.REVMAN), level);
  }

  static RevMan.Result analyse(ReferenceCase one, DataTable table, RevMan.Flavour flavour) {
    return analyse(
        one,
        table,
        flavour,
        one.spec("model", "Fixed").startsWith("R") ? RevMan.Model.RANDOM : RevMan.Model.FIXED);
  }

  static RevMan.Result analyse(
      ReferenceCase one, DataTable table, RevMan.Flavour flavour, RevMan.Model model) {
    String measure = one.spec("measure", "");
    if (measure.equals("MD") || measure.equals("SMD")) {
      return RevMan.means(Inputs.means(table), MeanMeasure.valueOf(measure), model);
    }
    RevMan.Method method =
        switch (one.spec("method", "Peto")) {
          case "MH" -> RevMan.Method.MANTEL_HAENSZEL;
          case "IV", "Inverse" -> RevMan.Method.INVERSE_VARIANCE;
          default -> RevMan.Method.PETO;
        };
    return RevMan.tables(
        Inputs.tables(table), BinaryMeasure.valueOf(measure), method, model, flavour);
  }

  private static Answer answer(RevMan.Result result, double level) {
    List<StudyEffect> effects = result.rows().stream().map(RevMan.Row::effect).toList();
    Answer out =
        new Answer()
            .put("TE", Inputs.estimates(effects))
            .put("seTE", Inputs.standardErrors(effects))
            .put("lower", limits(effects, level, true))
            .put("upper", limits(effects, level, false))
            .put("k", result.estimable())
            .put("estimable", result.total().isPresent())
            .put(
                "weight_pct",
                result.rows().stream().mapToDouble(RevMan.Row::weightPercent).toArray())
            .put("Q", result.heterogeneity().q())
            .put("df", result.heterogeneity().df())
            .put("p_Q", result.heterogeneity().pValue())
            .put("tau2", result.tauSquared())
            .put("I2", result.heterogeneity().iSquared());
    if (result.total().isEmpty()) {
      return out.none("total", "display");
    }
    PooledEffect total = result.total().get();
    Interval interval = total.interval(level);
    return out.put(
            "total",
            new Answer()
                .put("TE", total.estimate())
                .put("se", total.standardError())
                .put("lower", "upper", interval)
                .put("Z", Math.abs(total.z()))
                .put("p_Z", total.pValue())
                .put("weight_sum", result.weightSum()))
        .put(
            "display",
            new Answer()
                .put("heterogeneity", RevManText.heterogeneity(result))
                .put("effect", RevManText.overallEffect(total)));
  }

  static List<@Nullable Double> limits(List<StudyEffect> effects, double level, boolean lower) {
    List<@Nullable Double> out = new ArrayList<>();
    for (StudyEffect effect : effects) {
      if (effect instanceof StudyEffect.Estimable e) {
        out.add(lower ? e.interval(level).lower() : e.interval(level).upper());
      } else {
        out.add(null);
      }
    }
    return out;
  }

  static Answer subgroups(ReferenceCase one) {
    List<String> labels = one.table().texts(one.spec("subgroup", "grp"));
    Answer groups = new Answer();
    List<PooledEffect> totals = new ArrayList<>();
    Map<String, DataTable> parts = new LinkedHashMap<>();
    for (String label : labels) {
      parts.computeIfAbsent(label, l -> one.table().where(i -> labels.get(i).equals(l)));
    }
    parts.forEach(
        (label, part) -> {
          RevMan.Result result = analyse(one, part, RevMan.Flavour.REVMAN);
          result.total().ifPresent(totals::add);
          groups.put(label, answer(result, 0.95));
        });
    Optional<Heterogeneity> test = RevMan.subgroupDifferences(totals);
    Answer out =
        new Answer()
            .put("overall", answer(analyse(one, one.table(), RevMan.Flavour.REVMAN), 0.95))
            .put("subgroups", groups)
            .put("display", RevManText.subgroupDifferences(test));
    test.ifPresentOrElse(
        q ->
            out.put("Q_between", q.q())
                .put("df_between", q.df())
                .put("p_between", q.pValue())
                .put("I2_between", q.iSquared()),
        () -> out.none("Q_between", "df_between", "p_between", "I2_between"));
    return out;
  }

  static Answer web(ReferenceCase one) {
    EffectSizes studies = Inputs.effectSizes(one.table()).sizes();
    MixedModel model =
        MixedModel.pool(
            studies,
            ModelOptions.of(
                TauSquaredEstimator.named(one.spec("method_tau", "REML")),
                PoolCases.inference(one.spec("ci", "").equals("HKSJ") ? "knha" : "z")));
    Interval profile = model.qProfile();
    Answer out =
        new Answer()
            .put("k", model.studyCount())
            .put("b", model.estimate())
            .put("se", model.standardError())
            .put("ci_lb", "ci_ub", model.interval())
            .put("stat", model.statistic(0))
            .put("p", model.pValue(0))
            .put("tau2", model.tauSquared().value())
            .put("tau2_ci", List.of(profile.lower(), profile.upper()))
            .put("I2_from_tau2", model.iSquared())
            .put("I2_from_Q", new Heterogeneity(model.residualQ(), studies.count() - 1).iSquared())
            .put("Q", model.residualQ())
            .put("p_Q", model.residualQPValue())
            .put("weights_pct", model.weightsPercent());
    if (Double.isInfinite(model.degreesOfFreedom())) {
      out.none("ddf");
    } else {
      out.put("ddf", model.degreesOfFreedom());
    }
    prediction(out, "pi_t_km1", model.prediction(PredictionInterval.T_RESIDUAL));
    prediction(out, "pi_t_km2", model.prediction(PredictionInterval.T_RESIDUAL_LESS_ONE));
    prediction(out, "pi_normal", model.prediction(PredictionInterval.NORMAL));
    prediction(out, "pi_normal_tau_only", model.prediction(PredictionInterval.TAU_ONLY));
    return out;
  }

  private static void prediction(Answer out, String key, Optional<Interval> interval) {
    interval.ifPresentOrElse(
        i -> out.put(key, List.of(i.lower(), i.upper())), () -> out.without(key));
  }
}
