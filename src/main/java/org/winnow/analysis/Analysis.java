package org.winnow.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.winnow.metaanalysis.BinaryMeasure;
import org.winnow.metaanalysis.Convention;
import org.winnow.metaanalysis.EffectSizes;
import org.winnow.metaanalysis.Heterogeneity;
import org.winnow.metaanalysis.Interval;
import org.winnow.metaanalysis.MixedModel;
import org.winnow.metaanalysis.PooledEffect;
import org.winnow.metaanalysis.PooledInterval;
import org.winnow.metaanalysis.PredictionInterval;
import org.winnow.metaanalysis.RevMan;
import org.winnow.metaanalysis.StudyEffect;
import org.winnow.metaanalysis.TwoByTwo;

/**
 * Studies of a table, pooled.
 *
 * @param members the rows of the table that belong to it
 * @param rows those of them that are estimable
 * @param model of the estimable ones, by inverse variance
 * @param revMan of all members, when they are pooled by another method
 */
public record Analysis(
    AnalysisSettings settings,
    StudyTable table,
    StudyEffects effects,
    int[] members,
    int[] rows,
    MixedModel model,
    Optional<RevMan.Result> revMan) {

  /** A subgroup; one whose studies are not estimable has no analysis. */
  public record Group(String label, int[] members, Optional<Analysis> analysis) {}

  /**
   * What is printed below studies.
   *
   * @param statistic Z, or t when the degrees of freedom are finite
   * @param tauSquared empty in a fixed model
   * @param iSquared in percent
   */
  public record Summary(
      PooledEffect pooled,
      Interval interval,
      OptionalDouble statistic,
      double degreesOfFreedom,
      OptionalDouble pValue,
      Heterogeneity heterogeneity,
      OptionalDouble tauSquared,
      double iSquared) {}

  /** Pools all rows of a table; empty when none is estimable. */
  static Optional<Analysis> of(AnalysisSettings settings, StudyTable table, StudyEffects effects) {
    return of(settings, table, effects, IntStream.range(0, table.size()).toArray());
  }

  private static Optional<Analysis> of(
      AnalysisSettings settings, StudyTable table, StudyEffects effects, int[] members) {
    int[] rows =
        IntStream.of(members)
            .filter(
                i ->
                    effects.effects().get(i) instanceof StudyEffect.Estimable e && e.variance() > 0)
            .toArray();
    if (rows.length == 0) {
      return Optional.empty();
    }
    EffectSizes sizes =
        EffectSizes.of(
            IntStream.of(rows).mapToDouble(i -> estimable(effects, i).estimate()).toArray(),
            IntStream.of(rows).mapToDouble(i -> estimable(effects, i).variance()).toArray());
    return Optional.of(
        new Analysis(
            settings,
            table,
            effects,
            members,
            rows,
            MixedModel.pool(sizes, settings.modelOptions()),
            revMan(settings, effects, members)));
  }

  private static StudyEffect.Estimable estimable(StudyEffects effects, int row) {
    return (StudyEffect.Estimable) effects.effects().get(row);
  }

  private static Optional<RevMan.Result> revMan(
      AnalysisSettings settings, StudyEffects effects, int[] members) {
    String method = settings.method();
    if (method.equals("IV")) {
      return Optional.empty();
    }
    if (!method.equals("MH") && !method.equals("PETO")) {
      throw new IllegalArgumentException("No method " + method);
    }
    List<TwoByTwo> tables =
        effects
            .tables()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "Method " + method + " needs ai, n1i, ci and n2i in every row"));
    return Optional.of(
        RevMan.tables(
            IntStream.of(members).mapToObj(tables::get).toList(),
            BinaryMeasure.valueOf(settings.measure()),
            method.equals("MH") ? RevMan.Method.MANTEL_HAENSZEL : RevMan.Method.PETO,
            settings.fixed() || method.equals("PETO") ? RevMan.Model.FIXED : RevMan.Model.RANDOM,
            settings.preset() == Convention.META ? RevMan.Flavour.META : RevMan.Flavour.REVMAN));
  }

  public String study(int row) {
    return table.has("study") ? table.text(row, "study") : "" + (row + 1);
  }

  /** In percent of all members; 0 for a study that is not pooled. */
  public double[] weights() {
    double[] weights = new double[table.size()];
    if (revMan.isPresent()) {
      for (int i = 0; i < members.length; i++) {
        weights[members[i]] = revMan.get().rows().get(i).weightPercent();
      }
    } else {
      double[] pooled = model.weightsPercent();
      for (int i = 0; i < rows.length; i++) {
        weights[rows[i]] = pooled[i];
      }
    }
    return weights;
  }

  public Summary summary() {
    double level = settings.level() / 100;
    if (revMan.isPresent()) {
      RevMan.Result result = revMan.get();
      PooledEffect total = result.total().orElseThrow();
      return new Summary(
          total,
          total.interval(level),
          OptionalDouble.of(total.z()),
          Double.POSITIVE_INFINITY,
          OptionalDouble.of(total.pValue()),
          result.heterogeneity(),
          result.model() == RevMan.Model.RANDOM
              ? OptionalDouble.of(result.tauSquared())
              : OptionalDouble.empty(),
          result.heterogeneity().iSquared());
    }
    Heterogeneity q = new Heterogeneity(model.residualQ(), model.residualDegreesOfFreedom());
    boolean fromQ =
        settings.fixed()
            || settings.preset() == Convention.REVMAN5
            || settings.preset() == Convention.META;
    return new Summary(
        new PooledEffect(model.estimate(), model.standardError()),
        model.interval(),
        model.statistic(0),
        model.degreesOfFreedom(),
        model.pValue(0),
        q,
        settings.fixed() ? OptionalDouble.empty() : OptionalDouble.of(model.tauSquared().value()),
        fromQ ? q.iSquared() : model.iSquared());
  }

  /** Around the pooled effect, with its τ²; empty in a fixed model or with too few studies. */
  public Optional<Interval> prediction() {
    if (summary().tauSquared().isEmpty() || settings.predictionKind().equals("off")) {
      return Optional.empty();
    }
    double k = rows.length;
    return switch (settings.predictionKind()) {
      case "z" -> prediction(PredictionInterval.NORMAL, Double.POSITIVE_INFINITY);
      case "t-k1" -> prediction(PredictionInterval.T_RESIDUAL, k - 1);
      case "t-k2" -> prediction(PredictionInterval.T_RESIDUAL_LESS_ONE, k - 2);
      case "hksj" -> {
        double tau2 = summary().tauSquared().orElseThrow();
        double level = settings.level() / 100;
        yield PooledInterval.hartungKnapp(model.studies(), tau2, level, PooledInterval.AdHoc.NONE)
            .prediction(tau2, k - 1, level);
      }
      default -> throw new IllegalArgumentException("No prediction " + settings.predictionKind());
    };
  }

  private Optional<Interval> prediction(PredictionInterval kind, double df) {
    if (revMan.isEmpty()) {
      return model.prediction(kind);
    }
    double tau2 = revMan.get().tauSquared();
    double level = settings.level() / 100;
    return PooledInterval.classic(model.studies(), tau2, level).prediction(tau2, df, level);
  }

  /** By the column of subgroups, in the order of their first study. */
  public List<Group> groups() {
    Map<String, List<Integer>> lists = new LinkedHashMap<>();
    for (int row : members) {
      lists
          .computeIfAbsent(table.text(row, settings.subgroup()), label -> new ArrayList<>())
          .add(row);
    }
    List<Group> groups = new ArrayList<>();
    lists.forEach(
        (label, list) -> {
          int[] of = list.stream().mapToInt(i -> i).toArray();
          groups.add(new Group(label, of, of(settings, table, effects, of)));
        });
    return groups;
  }

  /** The test whether subgroups differ; empty with fewer than two that are estimable. */
  public static Optional<Heterogeneity> differences(List<Group> groups) {
    return RevMan.subgroupDifferences(
        groups.stream()
            .flatMap(g -> g.analysis().stream())
            .map(a -> a.summary().pooled())
            .toList());
  }
}
