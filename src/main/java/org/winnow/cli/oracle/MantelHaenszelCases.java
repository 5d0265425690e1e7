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
      default ->
          tables(
              Inputs.tables(call, one.table()),
              BinaryMeasure.valueOf(measure),
              corrections(call),
              call.flag("correct", true));
    };
  }

  /**
   * What is added to the studies' own effects, and to the tables that are pooled: metafor adds to
   * the former only, and drops studies without events from them.
   */
  private record Corrections(ZeroCells effects, ZeroCells pooled) {}

  private static Corrections corrections(RExpression.Call call) {
    return new Corrections(correction(call, 0), correction(call, 1));
  }

  private static ZeroCells correction(RExpression.Call call, int which) {
    ZeroCells.To to =
        switch (element(call, "to", which)
            .map(RExpression::text)
            .orElse(which == 0 ? "only0" : "none")) {
          case "all" -> ZeroCells.To.ALL;
          case "if0all" -> ZeroCells.To.ALL_IF_ANY_ZERO;
          case "only0" -> ZeroCells.To.ONLY_ZERO;
          default -> ZeroCells.To.NONE;
        };
    double add =
        element(call, "add", which)
            .map(e -> e instanceof RExpression.Number n ? n.value() : 0.0)
            .orElse(which == 0 ? 0.5 : 0);
    boolean drop =
        element(call, "drop00", which).map(e -> e.text().startsWith("T")).orElse(which == 0);
    return new ZeroCells(add, to, drop);
  }

  /** An element of a vector argument; a single value is its first. */
  private static Optional<RExpression> element(RExpression.Call call, String name, int which) {
    Optional<RExpression> value = call.named(name);
    if (value.isPresent() && value.get() instanceof RExpression.Call vector) {
      return Optional.of(vector.positional().get(which));
    }
    return which == 0 ? value : Optional.empty();
  }

  private static Answer tables(
      List<TwoByTwo> raw, BinaryMeasure measure, Corrections corrections, boolean correctedTest) {
    List<TwoByTwo> tables =
        corrections
            .pooled()
            .corrected(raw.stream().filter(t -> !corrections.pooled().dropped(t)).toList());
    Optional<PooledEffect> pooled = pooled(tables, measure);
    Answer out = pooled(pooled, Inputs.anyEstimable(measure.effects(raw, corrections.effects())));
    out.put("k", tables.size());
    double[] weights =
        tables.stream().mapToDouble(t -> MantelHaenszel.weight(measure, t)).toArray();
    out.put("weights_pct", percent(weights)).none("MH", "MHp", "BD", "BDp", "TA", "TAp", "k_pos");
    if (measure != BinaryMeasure.OR) {
      return out;
    }
    MantelHaenszel.association(tables, correctedTest)
        .ifPresent(test -> out.put("MH", test.statistic()).put("MHp", test.pValue()));
    if (pooled.isEmpty()) {
      return out.put("k_pos", 0);
    }
    MantelHaenszel.Homogeneity same = MantelHaenszel.homogeneity(tables, pooled.get().estimate());
    out.put("BD", same.breslowDay().statistic())
        .put("TA", same.tarone().statistic())
        .put("k_pos", same.breslowDay().df() + 1);
    return same.breslowDay().df() < 1
        ? out
        : out.put("BDp", same.breslowDay().pValue()).put("TAp", same.tarone().pValue());
  }

  static Optional<PooledEffect> pooled(List<TwoByTwo> tables, BinaryMeasure measure) {
    return switch (measure) {
      case OR -> MantelHaenszel.oddsRatio(tables);
      case RR -> MantelHaenszel.riskRatio(tables);
      case RD -> Optional.of(MantelHaenszel.riskDifference(tables));
      default -> throw new IllegalArgumentException("No Mantel-Haenszel pooling of " + measure);
    };
  }

  private static Answer rates(RExpression.Call call, DataTable data, RateMeasure.Contrast measure) {
    List<RateMeasure.TwoRates> rates = EffectCases.rates(call, data);
    Optional<PooledEffect> pooled =
        measure == RateMeasure.Contrast.IRR
            ? MantelHaenszel.rateRatio(rates)
            : Optional.of(MantelHaenszel.rateDifference(rates));
    Answer out =
        pooled(
            pooled,
            Inputs.anyEstimable(
                rates.stream().filter(r -> r.x1() + r.x2() > 0).map(measure::of).toList()));
    out.put("k", rates.size())
        .put(
            "weights_pct",
            percent(rates.stream().mapToDouble(r -> MantelHaenszel.weight(measure, r)).toArray()))
        .none("BD", "BDp", "TA", "TAp", "k_pos", "MH", "MHp");
    if (measure == RateMeasure.Contrast.IRR) {
      MantelHaenszel.rateAssociation(rates, call.flag("correct", true))
          .ifPresent(test -> out.put("MH", test.statistic()).put("MHp", test.pValue()));
    }
    return out;
  }

  private static Answer peto(List<TwoByTwo> tables) {
    List<Peto.Score> scores = tables.stream().map(Peto.Score::of).toList();
    double[] weights = scores.stream().mapToDouble(Peto.Score::variance).toArray();
    Answer out =
        pooled(
            Peto.pool(scores),
            Inputs.anyEstimable(scores.stream().map(Peto.Score::effect).toList()));
    return out.put("k", tables.size())
        .put("k_pos", scores.stream().filter(s -> s.variance() > 0).count())
        .put("weights_pct", percent(weights));
  }

  private static Answer pooled(Optional<PooledEffect> pooled, Optional<EffectSizes> studies) {
    Answer out = new Answer();
    out.put("k_yi", studies.map(EffectSizes::count).orElse(0))
        .none("b", "se", "zval", "pval", "ci_lb", "ci_ub", "QE", "QEp", "I2", "H2");
    pooled.ifPresent(
        effect ->
            out.put("b", effect.estimate())
                .put("se", effect.standardError())
                .put("zval", effect.z())
                .put("pval", effect.pValue())
                .put("ci_lb", "ci_ub", effect.interval(LEVEL)));
    heterogeneity(pooled, studies)
        .ifPresent(
            q ->
                out.put("QE", q.q())
                    .put("QEp", q.pValue())
                    .put("I2", q.iSquared())
                    .put("H2", q.hSquared().orElse(1)));
    return out;
  }

  /** Q around the pooled effect, 0 for fewer than two studies; none where nothing was pooled. */
  static Optional<Heterogeneity> heterogeneity(
      Optional<PooledEffect> pooled, Optional<EffectSizes> studies) {
    if (studies.map(EffectSizes::count).orElse(0) < 2) {
      return Optional.of(new Heterogeneity(0, 0));
    }
    return pooled.map(effect -> Heterogeneity.around(studies.orElseThrow(), effect.estimate()));
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
