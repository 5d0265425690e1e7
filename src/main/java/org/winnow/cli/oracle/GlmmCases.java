package org.winnow.cli.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.winnow.metaanalysis.BinaryMeasure;
import org.winnow.metaanalysis.Distributions;
import org.winnow.metaanalysis.EffectSizes;
import org.winnow.metaanalysis.GeneralisedMixedModel;
import org.winnow.metaanalysis.Heterogeneity;
import org.winnow.metaanalysis.Interval;
import org.winnow.metaanalysis.ProportionMeasure;
import org.winnow.metaanalysis.RateMeasure;
import org.winnow.metaanalysis.StudyEffect;
import org.winnow.metaanalysis.TwoByTwo;
import org.winnow.metaanalysis.ZeroCells;

/** Generalised linear mixed models; the reference stops at about 1e-4. */
final class GlmmCases {
  private static final double LEVEL = 0.95;

  /** A τ² that the reference's search leaves just above 0. */
  private static final double NEARLY_NONE = 1e-4;

  private static final double CLOSE = 1e-4;
  private static final double ROUGH = 1e-2;

  private GlmmCases() {}

  static Answer answer(ReferenceCase one) {
    RExpression.Call call = one.parsed();
    String measure = call.text("measure", "OR");
    String method = call.text("method", "ML");
    GeneralisedMixedModel.Fitting fitting =
        new GeneralisedMixedModel.Fitting(
            method.equals("ML"),
            call.named("nAGQ").isPresent()
                ? (int) call.number("nAGQ", GeneralisedMixedModel.NODES)
                : GeneralisedMixedModel.NODES);
    GeneralisedMixedModel.Baselines baselines =
        GeneralisedMixedModel.Baselines.named(call.text("model", "UM.FS"));
    GeneralisedMixedModel model;
    List<StudyEffect> effects;
    switch (measure) {
      case "OR" -> {
        List<TwoByTwo> tables = Inputs.tables(call, one.table());
        model = GeneralisedMixedModel.oddsRatio(tables, baselines, fitting);
        effects = BinaryMeasure.OR.effects(tables, ZeroCells.DROPPING);
      }
      case "IRR" -> {
        List<RateMeasure.TwoRates> rates = new ArrayList<>();
        double[][] x = columns(one, call, "x1i", "t1i", "x2i", "t2i");
        for (int i = 0; i < x[0].length; i++) {
          rates.add(new RateMeasure.TwoRates(x[0][i], x[1][i], x[2][i], x[3][i]));
        }
        model = GeneralisedMixedModel.rateRatio(rates, baselines, fitting);
        effects =
            rates.stream()
                .filter(r -> r.x1() + r.x2() > 0)
                .map(RateMeasure.Contrast.IRR::of)
                .toList();
      }
      case "PLO" -> {
        double[][] x = columns(one, call, "xi", "ni");
        List<ProportionMeasure.Count> counts =
            IntStream.range(0, x[0].length)
                .mapToObj(i -> new ProportionMeasure.Count(x[0][i], x[1][i]))
                .toList();
        model = GeneralisedMixedModel.proportion(counts, fitting);
        effects = ProportionMeasure.PLO.effects(counts, ZeroCells.METAFOR);
      }
      case "IRLN" -> {
        double[][] x = columns(one, call, "xi", "ti");
        List<double[]> counts = new ArrayList<>();
        effects = new ArrayList<>();
        for (int i = 0; i < x[0].length; i++) {
          counts.add(new double[] {x[0][i], x[1][i]});
          effects.add(RateMeasure.Single.IRLN.of(x[0][i], x[1][i]));
        }
        model = GeneralisedMixedModel.rate(counts, fitting);
      }
      default -> throw new IllegalArgumentException("No mixed model of " + measure);
    }
    return answer(model, baselines, Inputs.estimable(effects));
  }

  private static double[][] columns(ReferenceCase one, RExpression.Call call, String... names) {
    double[][] out = new double[names.length][];
    for (int i = 0; i < names.length; i++) {
      out[i] = one.table().evaluate(call.named(names[i]).orElse(new RExpression.Name(names[i])));
    }
    int[] rows =
        IntStream.range(0, out[0].length)
            .filter(
                r -> {
                  for (double[] column : out) {
                    if (!Double.isFinite(column[r])) {
                      return false;
                    }
                  }
                  return true;
                })
            .toArray();
    for (int i = 0; i < out.length; i++) {
      double[] column = out[i];
      out[i] = IntStream.of(rows).mapToDouble(r -> column[r]).toArray();
    }
    return out;
  }

  private static Answer answer(
      GeneralisedMixedModel model, GeneralisedMixedModel.Baselines baselines, EffectSizes effects) {
    // With two random effects the reference takes second differences of a likelihood that its inner
    // iterations leave uncertain at 1e-7; its standard errors keep two to three digits.
    boolean rough = baselines == GeneralisedMixedModel.Baselines.RANDOM;
    double share = rough ? ROUGH : CLOSE;
    double b = model.effect().estimate();
    double se = model.effect().standardError();
    double off = rough ? ROUGH * se : CLOSE * Math.abs(b);
    Interval interval = model.effect().interval(LEVEL);
    double q = Distributions.normalQuantile((1 + LEVEL) / 2);
    double z = model.effect().z();
    double zOff = Math.abs(z) * share + off / se;
    double tau2 = model.tauSquared();
    double[] shares = GeneralisedMixedModel.shares(tau2, effects).orElseThrow();
    Answer out =
        new Answer()
            .put("k", model.studies())
            .put("b", Answer.near(b, off))
            .put("se", Answer.near(se, share * se))
            .put("zval", Answer.near(z, zOff))
            .put(
                "pval",
                new Answer.Range(
                    Distributions.normalTwoSided(Math.abs(z) + zOff),
                    Distributions.normalTwoSided(Math.max(0, Math.abs(z) - zOff))))
            .put("ci_lb", Answer.near(interval.lower(), off + share * q * se))
            .put("ci_ub", Answer.near(interval.upper(), off + share * q * se))
            .put("logLik", model.logLikelihood())
            .put("sigma2", Answer.near(model.studyVariance(), ROUGH * model.studyVariance()));
    test(out, "Wld", model.wald(), share);
    test(out, "LRT", model.likelihoodRatio(), CLOSE);
    double most = tau2 == 0 ? NEARLY_NONE : tau2 * (1 + (rough ? ROUGH : CLOSE));
    double least = tau2 == 0 ? 0 : tau2 * (1 - (rough ? ROUGH : CLOSE));
    double[] above = GeneralisedMixedModel.shares(most, effects).orElse(shares);
    double[] below = GeneralisedMixedModel.shares(least, effects).orElse(shares);
    return out.put("tau2", new Answer.Range(least, most))
        .put("I2", new Answer.Range(below[0], above[0]))
        .put("H2", new Answer.Range(below[1], above[1]));
  }

  private static void test(Answer out, String name, Heterogeneity test, double share) {
    out.put("QE_" + name, Answer.near(test.q(), share * test.q()))
        .put(
            "QEp_" + name,
            new Answer.Range(
                new Heterogeneity(test.q() * (1 + share), test.df()).pValue(),
                new Heterogeneity(test.q() * (1 - share), test.df()).pValue()));
  }
}
