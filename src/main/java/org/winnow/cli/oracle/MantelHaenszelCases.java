package org.winnow.cli.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.winnow.metaanalysis.BinaryMeasure;
import org.winnow.metaanalysis.EffectSizes;
import org.winnow.metaanalysis.Heterogeneity;
import org.winnow.metaanalysis.MantelHaenszel;
import org.winnow.metaanalysis.Peto;
import org.winnow.metaanalysis.PooledEffect;
import org.winnow.metaanalysis.RateMeasure;
import org.winnow.metaanalysis.StudyEffect;
import org.winnow.metaanalysis.TwoByTwo;
import org.winnow.metaanalysis.ZeroCells;

/** Mantel-Haenszel and Peto pooling, as rma.mh() and rma.peto() print them. */
final class MantelHaenszelCases {
  private static final double LEVEL = 0.95;

  private MantelHaenszelCases() {}

  static Answer answer(ReferenceCase one) {
    RExpression.Call call = one.parsed();
    String measure = call.text("measure", "PETO");
    return switch (measure) {
      case "IRR", "IRD" -> rates(call, one.table(), RateMeasure.Contrast.valueOf(measure));
      case "PETO" -> peto(Inputs.tables(call, one.table()));
      default -> {
        boolean both = one.spec("correction", "").contains("'only0','only0'");
        yield tables(
            Inputs.tables(call, one.table()),
            BinaryMeasure.valueOf(measure),
            both,
            call.flag("correct", true));
      }
    };
  }

  private static Answer tables(
      List<TwoByTwo> raw, BinaryMeasure measure, boolean correctedPooling, boolean correctedTest) {
    List<StudyEffect> effects = measure.effects(raw, ZeroCells.DROPPING);
    List<TwoByTwo> tables = correctedPooling ? ZeroCells.DROPPING.corrected(raw) : raw;
    Optional<PooledEffect> pooled =
        switch (measure) {
          case OR -> MantelHaenszel.oddsRatio(tables);
          case RR -> MantelHaenszel.riskRatio(tables);
          default -> Optional.of(MantelHaenszel.riskDifference(tables));
        };
    Answer out = pooled(pooled, Inputs.estimable(effects));
    out.put("k", raw.size());
    double[] weights =
        tables.stream().mapToDouble(t -> MantelHaenszel.weight(measure, t)).toArray();
    out.put("weights_pct", percent(weights));
    if (measure == BinaryMeasure.OR && pooled.isPresent()) {
      Optional<MantelHaenszel.ChiSquareTest> test =
          MantelHaenszel.association(tables, correctedTest);
      MantelHaenszel.Homogeneity same = MantelHaenszel.homogeneity(tables, pooled.get().estimate());
      out.put("MH", test.orElseThrow().statistic())
          .put("MHp", test.orElseThrow().pValue())
          .put("BD", same.breslowDay().statistic())
          .put("BDp", same.breslowDay().pValue())
          .put("TA", same.tarone().statistic())
          .put("TAp", same.tarone().pValue())
          .put("k_pos", same.breslowDay().df() + 1);
    } else {
      out.none("MH", "MHp", "BD", "BDp", "TA", "TAp", "k_pos");
    }
    return out;
  }

  private static Answer rates(RExpression.Call call, DataTable data, RateMeasure.Contrast measure) {
    List<RateMeasure.TwoRates> rates = EffectCases.rates(call, data);
    Optional<PooledEffect> pooled =
        measure == RateMeasure.Contrast.IRR
            ? MantelHaenszel.rateRatio(rates)
            : Optional.of(MantelHaenszel.rateDifference(rates));
    Answer out = pooled(pooled, Inputs.estimable(rates.stream().map(measure::of).toList()));
    out.put("k", rates.size())
        .put(
            "weights_pct",
            percent(rates.stream().mapToDouble(r -> MantelHaenszel.weight(measure, r)).toArray()))
        .none("BD", "BDp", "TA", "TAp", "k_pos", "MH", "MHp");
    if (measure == RateMeasure.Contrast.IRR) {
      MantelHaenszel.ChiSquareTest test = MantelHaenszel.rateAssociation(rates, true).orElseThrow();
      out.put("MH", test.statistic()).put("MHp", test.pValue());
    }
    return out;
  }

  private static Answer peto(List<TwoByTwo> tables) {
    List<Peto.Score> scores = tables.stream().map(Peto.Score::of).toList();
    double[] weights = scores.stream().mapToDouble(Peto.Score::variance).toArray();
    Answer out =
        pooled(
            Peto.pool(scores), Inputs.estimable(scores.stream().map(Peto.Score::effect).toList()));
    return out.put("k", tables.size())
        .put("k_pos", scores.stream().filter(s -> s.variance() > 0).count())
        .put("weights_pct", percent(weights));
  }

  static Answer pooled(Optional<PooledEffect> pooled, EffectSizes studies) {
    Answer out = new Answer();
    out.put("k_yi", studies.count());
    if (pooled.isEmpty()) {
      return out.none("b", "se", "zval", "pval", "ci_lb", "ci_ub");
    }
    PooledEffect effect = pooled.get();
    Heterogeneity q = Heterogeneity.around(studies, effect.estimate());
    return out.put("b", effect.estimate())
        .put("se", effect.standardError())
        .put("zval", effect.z())
        .put("pval", effect.pValue())
        .put("ci_lb", "ci_ub", effect.interval(LEVEL))
        .put("QE", q.q())
        .put("QEp", q.pValue())
        .put("I2", q.iSquared())
        .put("H2", q.hSquared());
  }

  static List<@Nullable Double> percent(double[] weights) {
    double sum = 0;
    for (double w : weights) {
      sum += w;
    }
    List<@Nullable Double> out = new ArrayList<>();
    for (double w : weights) {
      out.add(100 * w / sum);
    }
    return out;
  }
}
