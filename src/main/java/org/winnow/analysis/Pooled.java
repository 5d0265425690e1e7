package org.winnow.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.winnow.metaanalysis.BinaryMeasure;
import org.winnow.metaanalysis.Convention;
import org.winnow.metaanalysis.GeneralisedMixedModel;
import org.winnow.metaanalysis.Heterogeneity;
import org.winnow.metaanalysis.Inference;
import org.winnow.metaanalysis.MantelHaenszel;
import org.winnow.metaanalysis.MixedModel;
import org.winnow.metaanalysis.ModelOptions;
import org.winnow.metaanalysis.PenalisedLogistic;
import org.winnow.metaanalysis.PooledEffect;
import org.winnow.metaanalysis.PooledInterval;
import org.winnow.metaanalysis.ProportionMeasure;
import org.winnow.metaanalysis.RateMeasure;
import org.winnow.metaanalysis.RevMan;
import org.winnow.metaanalysis.TauSquaredEstimator;
import org.winnow.metaanalysis.TwoByTwo;

/**
 * The pooled result of some rows by the method of the settings.
 *
 * @param weights in percent, one per member; empty where the method has none
 * @param revMan the same as RevMan would print it, for its methods
 * @param mixed the generalised mixed model
 * @param cells the tables that were pooled, for tests of association and homogeneity
 */
record Pooled(
    Analysis.Summary summary,
    Optional<double[]> weights,
    Optional<RevMan.Result> revMan,
    Optional<GeneralisedMixedModel> mixed,
    List<TwoByTwo> cells) {

  static Pooled of(
      AnalysisSettings settings,
      StudyTable table,
      StudyEffects effects,
      int[] members,
      int[] rows,
      MixedModel model) {
    Input in = new Input(settings, table, effects, members, rows, model);
    String method = settings.method();
    if (method.startsWith("GLMM")) {
      return in.generalised();
    }
    return switch (method) {
      case "IV" -> in.inverseVariance();
      case "MH" -> in.mantelHaenszel();
      case "PETO" -> in.peto();
      case "PENALISED" -> in.penalised();
      default -> throw Refusal.of(RefusalReason.NO_METHOD, method);
    };
  }

  /** Effects that are all the same leave a Hartung-Knapp error of 0: nothing can be tested. */
  private static OptionalDouble tested(PooledEffect effect, OptionalDouble value) {
    return effect.standardError() > 0 ? value : OptionalDouble.empty();
  }

  private record Input(
      AnalysisSettings settings,
      StudyTable table,
      StudyEffects effects,
      int[] members,
      int[] rows,
      MixedModel model) {

    private double level() {
      return settings.level() / 100;
    }

    private List<TwoByTwo> tables() {
      List<TwoByTwo> all =
          effects
              .tables()
              .orElseThrow(() -> Refusal.of(RefusalReason.METHOD_NEEDS, settings.method()));
      return IntStream.of(members).mapToObj(all::get).toList();
    }

    private BinaryMeasure binary(List<BinaryMeasure> allowed) {
      BinaryMeasure measure =
          Arrays.stream(BinaryMeasure.values())
              .filter(m -> m.name().equals(settings.measure()))
              .findFirst()
              .orElseThrow(this::unfit);
      if (!allowed.contains(measure)) {
        throw unfit();
      }
      return measure;
    }

    private IllegalArgumentException unfit() {
      return Refusal.of(RefusalReason.METHOD_DOES_NOT_POOL, settings.method(), settings.measure());
    }

    private boolean fromQ() {
      return settings.fixed()
          || settings.preset() == Convention.REVMAN5
          || settings.preset() == Convention.META;
    }

    private double[] spread(double[] ofRows) {
      double[] out = new double[members.length];
      for (int i = 0, j = 0; i < members.length; i++) {
        if (j < rows.length && members[i] == rows[j]) {
          out[i] = ofRows[j++];
        }
      }
      return out;
    }

    private Pooled inverseVariance() {
      Heterogeneity q = new Heterogeneity(model.residualQ(), model.residualDegreesOfFreedom());
      OptionalDouble tau2 =
          settings.fixed() ? OptionalDouble.empty() : OptionalDouble.of(model.tauSquared().value());
      double iSquared = fromQ() ? q.iSquared() : model.iSquared();
      PooledEffect effect = new PooledEffect(model.estimate(), model.standardError());
      Analysis.Summary summary =
          special(model.tauSquared().value())
              .map(i -> summary(i, q, tau2, iSquared))
              .orElseGet(
                  () ->
                      new Analysis.Summary(
                          effect,
                          model.interval(),
                          tested(effect, model.statistic(0)),
                          model.degreesOfFreedom(),
                          tested(effect, model.pValue(0)),
                          q,
                          tau2,
                          iSquared));
      return new Pooled(
          summary,
          Optional.of(spread(model.weightsPercent())),
          Optional.empty(),
          Optional.empty(),
          List.of());
    }

    private static Analysis.Summary summary(
        PooledInterval i, Heterogeneity q, OptionalDouble tau2, double iSquared) {
      PooledEffect effect = new PooledEffect(i.estimate(), i.standardError());
      return new Analysis.Summary(
          effect,
          i.interval(),
          tested(effect, OptionalDouble.of(i.statistic())),
          i.df(),
          tested(effect, OptionalDouble.of(i.pValue())),
          q,
          tau2,
          iSquared);
    }

    /** Intervals that a model does not make by itself. */
    private Optional<PooledInterval> special(double tau2) {
      return switch (settings.ci()) {
        case "hksj-ci" ->
            Optional.of(
                PooledInterval.hartungKnapp(
                    model.studies(), tau2, level(), PooledInterval.AdHoc.CI));
        case "hksj-iqwig6" ->
            Optional.of(
                PooledInterval.hartungKnapp(
                    model.studies(), tau2, level(), PooledInterval.AdHoc.IQWIG6));
        case "kr" ->
            Optional.of(
                PooledInterval.kenwardRoger(model.studies(), tau2, level())
                    .orElseGet(() -> PooledInterval.classic(model.studies(), tau2, level())));
        default -> Optional.empty();
      };
    }

    /** The interval of a random effect whose τ² another method gave. */
    private PooledInterval around(double tau2) {
      return special(tau2)
          .orElseGet(
              () ->
                  switch (settings.ci()) {
                    case "hksj" ->
                        PooledInterval.hartungKnapp(
                            model.studies(), tau2, level(), PooledInterval.AdHoc.NONE);
                    case "hksj-adhoc" ->
                        PooledInterval.hartungKnapp(
                            model.studies(), tau2, level(), PooledInterval.AdHoc.SE);
                    case "wald-t" -> {
                      PooledInterval wald = PooledInterval.classic(model.studies(), tau2, level());
                      yield PooledInterval.of(
                          wald.estimate(),
                          wald.standardError(),
                          rows.length > 1 ? rows.length - 1 : Double.POSITIVE_INFINITY,
                          level());
                    }
                    default -> PooledInterval.classic(model.studies(), tau2, level());
                  });
    }

    private Analysis.Summary normal(
        PooledEffect effect, Heterogeneity q, OptionalDouble tau2, double iSquared) {
      return new Analysis.Summary(
          effect,
          effect.interval(level()),
          tested(effect, OptionalDouble.of(effect.z())),
          Double.POSITIVE_INFINITY,
          tested(effect, OptionalDouble.of(effect.pValue())),
          q,
          tau2,
          iSquared);
    }

    private Pooled mantelHaenszel() {
      if (!effects.rates().isEmpty()) {
        return rates();
      }
      List<TwoByTwo> tables = tables();
      BinaryMeasure measure = binary(List.of(BinaryMeasure.OR, BinaryMeasure.RR, BinaryMeasure.RD));
      boolean revMan = settings.revManCells();
      boolean meta = settings.preset() == Convention.META && settings.zero().isEmpty();
      if (!settings.fixed()) {
        return revMan || meta ? revManRandom(tables, measure) : inverseVariance();
      }
      if (revMan || meta) {
        return revManFixed(tables, measure, RevMan.Method.MANTEL_HAENSZEL);
      }
      List<TwoByTwo> pooled =
          settings.poolsCorrected() ? settings.zeroCells().corrected(tables) : tables;
      List<TwoByTwo> in = new ArrayList<>();
      for (int i = 0; i < tables.size(); i++) {
        boolean dropped =
            tables.get(i).n1() == 0
                || tables.get(i).n2() == 0
                || settings.poolsCorrected()
                    && !(effects.effects().get(members[i])
                        instanceof org.winnow.metaanalysis.StudyEffect.Estimable);
        in.add(dropped ? new TwoByTwo(0, 0, 0, 0) : pooled.get(i));
      }
      List<TwoByTwo> used = in.stream().filter(t -> t.total() > 0).toList();
      Optional<PooledEffect> effect =
          switch (measure) {
            case OR -> MantelHaenszel.oddsRatio(used);
            case RR -> MantelHaenszel.riskRatio(used);
            default -> Optional.of(MantelHaenszel.riskDifference(used));
          };
      double[] weights =
          in.stream()
              .mapToDouble(t -> t.total() == 0 ? 0 : MantelHaenszel.weight(measure, t))
              .toArray();
      return fixedBy(effect, percent(weights), used);
    }

    private Pooled fixedBy(
        Optional<PooledEffect> effect, Optional<double[]> weights, List<TwoByTwo> cells) {
      PooledEffect found = effect.orElseThrow(() -> Refusal.of(RefusalReason.ONE_ARM_WITHOUT));
      Heterogeneity q = Heterogeneity.around(model.studies(), found.estimate());
      return new Pooled(
          normal(found, q, OptionalDouble.empty(), q.iSquared()),
          weights,
          Optional.empty(),
          Optional.empty(),
          cells);
    }

    private static Optional<double[]> percent(double[] weights) {
      double sum = Arrays.stream(weights).sum();
      return Optional.of(Arrays.stream(weights).map(w -> sum > 0 ? 100 * w / sum : 0).toArray());
    }

    private Pooled rates() {
      if (!settings.fixed()) {
        return inverseVariance();
      }
      boolean ratio = settings.measure().equals("IRR");
      if (!ratio && !settings.measure().equals("IRD")) {
        throw unfit();
      }
      List<RateMeasure.TwoRates> in = new ArrayList<>();
      double[] weights = new double[members.length];
      RateMeasure.Contrast contrast = RateMeasure.Contrast.valueOf(settings.measure());
      for (int i = 0; i < members.length; i++) {
        RateMeasure.TwoRates rate = effects.rates().get(members[i]);
        if (rate != null) {
          in.add(rate);
          weights[i] = MantelHaenszel.weight(contrast, rate);
        }
      }
      return fixedBy(
          ratio ? MantelHaenszel.rateRatio(in) : Optional.of(MantelHaenszel.rateDifference(in)),
          percent(weights),
          List.of());
    }

    private RevMan.Flavour flavour() {
      return settings.preset() == Convention.META ? RevMan.Flavour.META : RevMan.Flavour.REVMAN;
    }

    private Pooled revManFixed(List<TwoByTwo> tables, BinaryMeasure measure, RevMan.Method method) {
      RevMan.Result result = RevMan.tables(tables, measure, method, RevMan.Model.FIXED, flavour());
      PooledEffect total =
          result
              .total()
              .orElseThrow(
                  () -> new IllegalArgumentException("No study has both events and others"));
      // meta takes Q around the inverse-variance estimate unless it is told to follow RevMan.
      Heterogeneity q =
          settings.preset() == Convention.META && method == RevMan.Method.MANTEL_HAENSZEL
              ? new Heterogeneity(model.residualQ(), model.residualDegreesOfFreedom())
              : result.heterogeneity();
      return new Pooled(
          normal(total, q, OptionalDouble.empty(), q.iSquared()),
          Optional.of(weights(result)),
          Optional.of(result),
          Optional.empty(),
          tables);
    }

    private static double[] weights(RevMan.Result result) {
      return result.rows().stream().mapToDouble(RevMan.Row::weightPercent).toArray();
    }

    private Pooled revManRandom(List<TwoByTwo> tables, BinaryMeasure measure) {
      TauSquaredEstimator estimator = settings.estimator();
      if (settings.preset() == Convention.META) {
        return inverseVariance();
      }
      RevMan.Result result =
          RevMan.tables(
              tables,
              measure,
              RevMan.Method.MANTEL_HAENSZEL,
              RevMan.Model.RANDOM,
              flavour(),
              estimator);
      double tau2 = result.tauSquared();
      Heterogeneity q = result.heterogeneity();
      // Since 2025 RevMan computes I² from τ².
      double iSquared =
          settings.preset() == Convention.REVMAN5 ? q.iSquared() : model.iSquaredAt(tau2);
      return new Pooled(
          summary(around(tau2), q, OptionalDouble.of(tau2), iSquared),
          Optional.of(weights(result)),
          Optional.of(result),
          Optional.empty(),
          tables);
    }

    private Pooled peto() {
      if (table.has("oe", "v") && effects.tables().isEmpty()) {
        MixedModel fixed =
            MixedModel.pool(
                model.studies(),
                ModelOptions.of(TauSquaredEstimator.EE, Inference.WALD).withLevel(level()));
        return fixedBy(
            Optional.of(new PooledEffect(fixed.estimate(), fixed.standardError())),
            Optional.of(spread(fixed.weightsPercent())),
            List.of());
      }
      List<TwoByTwo> tables = tables();
      binary(List.of(BinaryMeasure.PETO));
      return revManFixed(tables, BinaryMeasure.PETO, RevMan.Method.PETO);
    }

    private Pooled penalised() {
      binary(List.of(BinaryMeasure.OR));
      PenalisedLogistic fit = PenalisedLogistic.of(tables(), level());
      Heterogeneity q = Heterogeneity.around(model.studies(), fit.effect().estimate());
      return new Pooled(
          new Analysis.Summary(
              fit.effect(),
              fit.interval(),
              OptionalDouble.empty(),
              Double.POSITIVE_INFINITY,
              OptionalDouble.of(fit.pValue()),
              q,
              OptionalDouble.empty(),
              q.iSquared()),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          tables());
    }

    private Pooled generalised() {
      GeneralisedMixedModel.Baselines baselines =
          settings.method().equals("GLMM")
              ? GeneralisedMixedModel.Baselines.FIXED
              : GeneralisedMixedModel.Baselines.named(settings.method().substring(5));
      GeneralisedMixedModel.Fitting fitting =
          new GeneralisedMixedModel.Fitting(!settings.fixed(), GeneralisedMixedModel.NODES);
      GeneralisedMixedModel fit =
          switch (settings.measure()) {
            case "OR" -> GeneralisedMixedModel.oddsRatio(tables(), baselines, fitting);
            case "IRR" -> {
              List<RateMeasure.TwoRates> rates = new ArrayList<>();
              for (int member : members) {
                if (effects.rates().containsKey(member)) {
                  rates.add(Objects.requireNonNull(effects.rates().get(member)));
                }
              }
              yield GeneralisedMixedModel.rateRatio(rates, baselines, fitting);
            }
            case "PLO" ->
                GeneralisedMixedModel.proportion(
                    pairs("ni").stream().map(x -> new ProportionMeasure.Count(x[0], x[1])).toList(),
                    fitting);
            case "IRLN" -> GeneralisedMixedModel.rate(pairs("ti"), fitting);
            default -> throw unfit();
          };
      OptionalDouble tau2 =
          settings.fixed() ? OptionalDouble.empty() : OptionalDouble.of(fit.tauSquared());
      double iSquared =
          GeneralisedMixedModel.shares(fit.tauSquared(), model.studies())
              .map(shares -> shares[0])
              .orElse(0.0);
      PooledEffect effect = fit.effect();
      boolean t = settings.ci().equals("wald-t") || settings.ci().startsWith("hksj");
      Analysis.Summary summary =
          t
              ? summary(
                  PooledInterval.of(
                      effect.estimate(), effect.standardError(), fit.studies() - 1, level()),
                  fit.wald(),
                  tau2,
                  iSquared)
              : normal(effect, fit.wald(), tau2, iSquared);
      return new Pooled(
          summary,
          Optional.empty(),
          Optional.empty(),
          Optional.of(fit),
          effects.tables().isPresent() ? tables() : List.of());
    }

    private List<double[]> pairs(String second) {
      List<double[]> out = new ArrayList<>();
      for (int member : members) {
        if (!table.missing(member, "xi", second)) {
          out.add(new double[] {table.number(member, "xi"), table.number(member, second)});
        }
      }
      return out;
    }
  }

  /** Why rows are not estimable, for the message when none is. */
  static String reasons(StudyEffects effects, int[] members) {
    Map<String, Long> counts = new java.util.TreeMap<>();
    for (int member : members) {
      if (effects.effects().get(member)
          instanceof org.winnow.metaanalysis.StudyEffect.NotEstimable n) {
        counts.merge("row " + (member + 1) + " " + n.reason(), 1L, Long::sum);
      }
    }
    return String.join(", ", counts.keySet());
  }
}
