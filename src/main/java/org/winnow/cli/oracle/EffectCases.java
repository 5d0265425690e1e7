package org.winnow.cli.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.winnow.metaanalysis.BiasFactor;
import org.winnow.metaanalysis.BinaryMeasure;
import org.winnow.metaanalysis.ChangeMeasure;
import org.winnow.metaanalysis.CorrelationMeasure;
import org.winnow.metaanalysis.MeanMeasure;
import org.winnow.metaanalysis.ProportionMeasure;
import org.winnow.metaanalysis.RateMeasure;
import org.winnow.metaanalysis.SingleMean;
import org.winnow.metaanalysis.StandardisedDifference;
import org.winnow.metaanalysis.StudyEffect;
import org.winnow.metaanalysis.TwoMeans;
import org.winnow.metaanalysis.ZeroCells;

/** Effect sizes of single studies. */
final class EffectCases {
  /** Measures to which nothing is added unless the call says so. */
  private static final Set<String> UNCORRECTED = Set.of("AS", "PHI", "RTET", "PAS", "PFT");

  private EffectCases() {}

  static Answer answer(ReferenceCase one) {
    RExpression.Call call = one.parsed();
    return switch (call.function()) {
      case "escalc" -> {
        List<StudyEffect> effects = escalc(call, one.table());
        if (call.text("measure", "").equals("RTET")) {
          yield new Answer()
              .put("yi", optimised(Inputs.estimates(effects)))
              .put("vi", optimised(Inputs.variances(effects)));
        }
        yield new Answer()
            .put("yi", Inputs.estimates(effects))
            .put("vi", Inputs.variances(effects));
      }
      case "metacont" -> {
        StandardisedDifference by =
            StandardisedDifference.valueOf(
                call.text("method.smd", "Hedges").toUpperCase(Locale.ROOT));
        List<StudyEffect> effects = new ArrayList<>();
        for (TwoMeans s : Inputs.means(call, one.table())) {
          effects.add(by.of(s, call.flag("exact.smd", true)));
        }
        yield new Answer()
            .put("TE", Inputs.estimates(effects))
            .put("seTE", Inputs.standardErrors(effects));
      }
      case "smd3" -> formulas(Inputs.means(one.table()));
      default -> throw new IllegalArgumentException("No effect by " + call.function());
    };
  }

  /** The reference maximises a likelihood and stops at four to five digits. */
  private static List<@Nullable Object> optimised(List<@Nullable Double> values) {
    List<@Nullable Object> out = new ArrayList<>();
    for (Double value : values) {
      out.add(value == null ? null : Answer.near(value, 2e-5 + 1e-4 * Math.abs(value)));
    }
    return out;
  }

  private static Answer formulas(List<TwoMeans> studies) {
    int k = studies.size();
    double[][] x = new double[9][k];
    for (int i = 0; i < k; i++) {
      TwoMeans s = studies.get(i);
      double m = s.total() - 2;
      double sp = s.pooledSd();
      double d = (s.m1() - s.m2()) / sp;
      double exact = BiasFactor.exact(m);
      double approximate = BiasFactor.approximate(m);
      double g = approximate * d;
      double sizes = s.total() / (s.n1() * s.n2());
      x[0][i] = sp;
      x[1][i] = d;
      x[2][i] = Math.sqrt(sizes + d * d / (2 * m));
      x[3][i] = exact;
      x[4][i] = approximate;
      x[5][i] = exact * d;
      x[6][i] = g;
      x[7][i] = g;
      x[8][i] =
          StandardisedDifference.HEDGES.of(s, false) instanceof StudyEffect.Estimable e
              ? e.standardError()
              : Double.NaN;
    }
    return new Answer()
        .put("sp", x[0])
        .put("d", x[1])
        .put("d_se", x[2])
        .put("J_exact", x[3])
        .put("J_approx", x[4])
        .put("g_exact", x[5])
        .put("g_approx", x[6])
        .put("revman_g", x[7])
        .put("revman_se", x[8]);
  }

  /** The effects of a call of escalc, or of another that takes the same arguments. */
  static List<StudyEffect> escalc(RExpression.Call call, DataTable data) {
    String measure = call.text("measure", "GEN");
    if (isOneOf(BinaryMeasure.values(), measure)) {
      return BinaryMeasure.valueOf(measure).effects(Inputs.tables(call, data), zeroCells(call));
    }
    if (isOneOf(MeanMeasure.values(), measure)) {
      return MeanMeasure.valueOf(measure)
          .effects(
              Inputs.means(call, data),
              MeanMeasure.Variance.valueOf(call.text("vtype", "LS")),
              call.flag("correct", true));
    }
    if (isOneOf(CorrelationMeasure.values(), measure)) {
      double[] r = argument(call, data, "ri");
      double[] n = argument(call, data, "ni");
      return each(data, i -> CorrelationMeasure.valueOf(measure).of(r[i], n[i]));
    }
    if (isOneOf(ProportionMeasure.values(), measure)) {
      double[] x = argument(call, data, "xi");
      double[] n = argument(call, data, "ni");
      return ProportionMeasure.valueOf(measure)
          .effects(
              IntStream.range(0, x.length)
                  .mapToObj(i -> new ProportionMeasure.Count(x[i], n[i]))
                  .toList(),
              zeroCells(call));
    }
    if (isOneOf(RateMeasure.Contrast.values(), measure)) {
      return rates(call, data).stream().map(RateMeasure.Contrast.valueOf(measure)::of).toList();
    }
    if (isOneOf(RateMeasure.Single.values(), measure)) {
      double[] x = argument(call, data, "xi");
      double[] t = argument(call, data, "ti");
      return each(data, i -> RateMeasure.Single.valueOf(measure).of(x[i], t[i]));
    }
    if (isOneOf(SingleMean.values(), measure)) {
      double[] m = argument(call, data, "mi");
      double[] sd = argument(call, data, "sdi");
      double[] n = argument(call, data, "ni");
      return each(data, i -> SingleMean.valueOf(measure).of(m[i], sd[i], n[i]));
    }
    return changes(call, data, ChangeMeasure.valueOf(measure));
  }

  private static List<StudyEffect> changes(
      RExpression.Call call, DataTable data, ChangeMeasure measure) {
    double[][] x = {
      argument(call, data, "m1i"), argument(call, data, "m2i"),
      argument(call, data, "sd1i"), argument(call, data, "sd2i"),
      argument(call, data, "ni"), argument(call, data, "ri")
    };
    return each(
        data,
        i ->
            measure.of(
                new ChangeMeasure.Paired(x[0][i], x[1][i], x[2][i], x[3][i], x[4][i], x[5][i]),
                call.flag("correct", true)));
  }

  static List<RateMeasure.TwoRates> rates(RExpression.Call call, DataTable data) {
    double[] x1 = argument(call, data, "x1i");
    double[] t1 = argument(call, data, "t1i");
    double[] x2 = argument(call, data, "x2i");
    double[] t2 = argument(call, data, "t2i");
    return IntStream.range(0, data.rows())
        .filter(i -> Double.isFinite(x1[i] + t1[i] + x2[i] + t2[i]))
        .mapToObj(i -> new RateMeasure.TwoRates(x1[i], t1[i], x2[i], t2[i]))
        .toList();
  }

  private static double[] argument(RExpression.Call call, DataTable data, String name) {
    return data.evaluate(call.named(name).orElse(new RExpression.Name(name)));
  }

  private static List<StudyEffect> each(
      DataTable data, java.util.function.IntFunction<StudyEffect> effect) {
    return IntStream.range(0, data.rows()).mapToObj(effect).toList();
  }

  private static boolean isOneOf(Enum<?>[] values, String name) {
    for (Enum<?> value : values) {
      if (value.name().equals(name)) {
        return true;
      }
    }
    return false;
  }

  private static ZeroCells zeroCells(RExpression.Call call) {
    boolean uncorrected = UNCORRECTED.contains(call.text("measure", ""));
    ZeroCells.To to =
        switch (call.text("to", uncorrected ? "none" : "only0")) {
          case "all" -> ZeroCells.To.ALL;
          case "if0all" -> ZeroCells.To.ALL_IF_ANY_ZERO;
          case "none" -> ZeroCells.To.NONE;
          default -> ZeroCells.To.ONLY_ZERO;
        };
    return new ZeroCells(call.number("add", 0.5), to, call.flag("drop00", false));
  }
}
