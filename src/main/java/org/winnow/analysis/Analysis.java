package org.winnow.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.winnow.figure.Wording;
import org.winnow.metaanalysis.Distributions;
import org.winnow.metaanalysis.EffectSizes;
import org.winnow.metaanalysis.GeneralisedMixedModel;
import org.winnow.metaanalysis.Heterogeneity;
import org.winnow.metaanalysis.Interval;
import org.winnow.metaanalysis.MixedModel;
import org.winnow.metaanalysis.PooledEffect;
import org.winnow.metaanalysis.PooledInterval;
import org.winnow.metaanalysis.RevMan;
import org.winnow.metaanalysis.StudyEffect;
import org.winnow.metaanalysis.Subgroups;
import org.winnow.metaanalysis.TwoByTwo;

/** Studies of a table, pooled. */
public final class Analysis {
  /** In percent: up to it the rule takes the fixed model. */
  public static final double RULE_THRESHOLD = 50;

  private final AnalysisSettings settings;
  private final StudyTable table;
  private final StudyEffects effects;
  private final int[] members;
  private final int[] rows;
  private final MixedModel model;
  private final Pooled pooled;
  private final Optional<ModelRule> rule;

  private Analysis(
      AnalysisSettings settings,
      StudyTable table,
      StudyEffects effects,
      int[] members,
      int[] rows,
      Optional<ModelRule> rule) {
    this.settings = settings;
    this.table = table;
    this.effects = effects;
    this.members = members;
    this.rows = rows;
    this.rule = rule;
    EffectSizes sizes =
        EffectSizes.of(
            IntStream.of(rows).mapToDouble(i -> estimable(effects, i).estimate()).toArray(),
            IntStream.of(rows).mapToDouble(i -> estimable(effects, i).variance()).toArray());
    model = MixedModel.pool(sizes, settings.modelOptions());
    pooled = Pooled.of(settings, table, effects, members, rows, model);
    Summary found = pooled.summary();
    if (!Double.isFinite(found.pooled().estimate())
        || !Double.isFinite(found.pooled().standardError())) {
      throw Refusal.of(
          RefusalReason.NOT_SETTLED,
          new Wording("the effects are too far apart, or there is no information", "效应相差过大，或没有信息"));
    }
  }

  /**
   * What the rule "fixed if I² ≤ 50 %, else random" found. The Handbook (10.10.4.1) advises against
   * choosing a model by a test or a statistic of heterogeneity.
   *
   * @param iSquared of the fixed model, in percent
   * @param random whether the random branch fired
   */
  public record ModelRule(double iSquared, boolean random) {}

  /**
   * A subgroup.
   *
   * @param analysis empty when none of its studies is estimable, or the method has no result for
   *     them
   * @param reason why the method has none
   */
  public record Group(
      String label, int[] members, Optional<Analysis> analysis, Optional<Wording> reason) {}

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

  /** Pools the rows of a table that are not excluded; see {@link AnalysisSettings#analyse}. */
  static Analysis of(AnalysisSettings settings, StudyTable table) {
    settings.zeroCells();
    int[] all =
        IntStream.range(0, table.size()).filter(row -> table.excluded(row).isEmpty()).toArray();
    Optional<ModelRule> rule = Optional.empty();
    AnalysisSettings decided = settings;
    if (settings.model().equals(AnalysisSettings.I_SQUARED_RULE)) {
      decided = settings.withModel("fixed");
    }
    StudyEffects effects = StudyEffects.of(table, decided);
    Analysis analysis =
        of(decided, table, effects, all, rule).orElseThrow(() -> none(effects, all));
    if (decided.equals(settings)) {
      return analysis;
    }
    double iSquared = analysis.summary().heterogeneity().iSquared();
    ModelRule found = new ModelRule(iSquared, iSquared > RULE_THRESHOLD);
    return of(
            found.random() ? settings.withModel("random") : decided,
            table,
            effects,
            all,
            Optional.of(found))
        .orElseThrow();
  }

  private static IllegalArgumentException none(StudyEffects effects, int[] members) {
    return Refusal.of(RefusalReason.NONE_ESTIMABLE, Pooled.reasons(effects, members));
  }

  private static Optional<Analysis> of(
      AnalysisSettings settings,
      StudyTable table,
      StudyEffects effects,
      int[] members,
      Optional<ModelRule> rule) {
    int[] rows =
        IntStream.of(members)
            .filter(i -> effects.effects().get(i) instanceof StudyEffect.Estimable)
            .toArray();
    if (rows.length == 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Analysis(settings, table, effects, members, rows, rule));
    } catch (ArithmeticException | MathIllegalStateException e) {
      throw Refusal.of(RefusalReason.NOT_SETTLED, Refusal.said(e));
    }
  }

  private static StudyEffect.Estimable estimable(StudyEffects effects, int row) {
    return (StudyEffect.Estimable) effects.effects().get(row);
  }

  /** The settings in force: where a rule chose the model, with the model that it chose. */
  public AnalysisSettings settings() {
    return settings;
  }

  public StudyTable table() {
    return table;
  }

  public StudyEffects effects() {
    return effects;
  }

  /** The rows of the table that belong to it. */
  public int[] members() {
    return members.clone();
  }

  /** Those of them that are estimable. */
  public int[] rows() {
    return rows.clone();
  }

  /** Of the estimable rows, by inverse variance. */
  public MixedModel model() {
    return model;
  }

  /** As RevMan prints it, when it is pooled by one of its own methods. */
  public Optional<RevMan.Result> revMan() {
    return pooled.revMan();
  }

  /** The generalised mixed model, when that is the method. */
  public Optional<GeneralisedMixedModel> mixed() {
    return pooled.mixed();
  }

  /** The rule that chose the model. */
  public Optional<ModelRule> rule() {
    return rule;
  }

  List<TwoByTwo> pooledCells() {
    return pooled.cells();
  }

  /** The same analysis of other rows of the table; empty when none of them is estimable. */
  public Optional<Analysis> of(int... others) {
    return of(settings, table, effects, others, rule);
  }

  public String study(int row) {
    return table.has("study") ? table.text(row, "study") : "" + (row + 1);
  }

  /**
   * In percent of all members (of the subgroup, where only subgroups have totals); 0 for a study
   * that is not pooled. All 0 where the method has no weights.
   */
  public double[] weights() {
    double[] weights = new double[table.size()];
    if (!settings.pooledApart().isEmpty()) {
      for (Group group : groups()) {
        group.analysis().ifPresent(a -> a.fill(weights));
      }
    } else {
      fill(weights);
    }
    return weights;
  }

  /**
   * As {@link #weights()}, of the fixed and of the random model.
   *
   * @throws IllegalArgumentException for a method that has one of them only
   */
  List<double[]> weightsOfBothModels() {
    return List.of(weights("fixed"), weights("random"));
  }

  private double[] weights(String other) {
    return of(settings.withModel(other), table, effects, members, rule).orElseThrow().weights();
  }

  private void fill(double[] weights) {
    pooled
        .weights()
        .ifPresent(
            found -> {
              for (int i = 0; i < members.length; i++) {
                weights[members[i]] = found[i];
              }
            });
  }

  /** Whether the method weighs studies: a model of the counts themselves does not. */
  public boolean weighted() {
    return pooled.weights().isPresent();
  }

  public Summary summary() {
    return pooled.summary();
  }

  /** Around the pooled effect, with its τ²; empty in a fixed model or with too few studies. */
  public Optional<Interval> prediction() {
    return settings.predictionKind().equals("off")
        ? Optional.empty()
        : prediction(settings.predictionKind());
  }

  /**
   * The prediction interval of a kind, estimate ± q·√(τ²+SE²).
   *
   * @param kind z, t-k1, t-k2 (t on k − 1 or k − 2 degrees of freedom), hksj or hksj-k2
   *     (Hartung-Knapp's standard error), kr or kr-k2 (Kenward and Roger's error and degrees of
   *     freedom, less one), tau (normal, as if the mean were known)
   * @throws IllegalArgumentException for another kind
   */
  public Optional<Interval> prediction(String kind) {
    OptionalDouble between = summary().tauSquared();
    int k = rows.length;
    double level = settings.level() / 100;
    double df = predictionDegreesOfFreedom(kind);
    if (between.isEmpty() || k < 2) {
      return Optional.empty();
    }
    double tau2 = between.getAsDouble();
    double se = summary().pooled().standardError();
    if (kind.startsWith("kr")) {
      PooledInterval kr = PooledInterval.kenwardRoger(model.studies(), tau2, level).orElseThrow();
      se = kr.standardError();
    } else if (kind.startsWith("hksj")) {
      se =
          PooledInterval.hartungKnapp(model.studies(), tau2, level, PooledInterval.AdHoc.NONE)
              .standardError();
    } else if (kind.equals("tau")) {
      se = 0;
    }
    if (!(df > 0)) {
      return Optional.empty();
    }
    double q = Distributions.tQuantile((1 + level) / 2, df);
    return Optional.of(
        Interval.around(summary().pooled().estimate(), q * Math.sqrt(tau2 + se * se)));
  }

  private double predictionDegreesOfFreedom(String kind) {
    int k = rows.length;
    return switch (kind) {
      case "z", "tau" -> Double.POSITIVE_INFINITY;
      case "t-k1", "hksj" -> k - 1;
      case "t-k2", "hksj-k2" -> k - 2;
      case "kr", "kr-k2" ->
          k < 2 || summary().tauSquared().isEmpty()
              ? Double.NaN
              : PooledInterval.kenwardRoger(
                          model.studies(),
                          summary().tauSquared().getAsDouble(),
                          settings.level() / 100)
                      .orElseThrow()
                      .df()
                  - (kind.equals("kr") ? 0 : 1);
      default -> throw Refusal.of(RefusalReason.NO_PREDICTION, kind);
    };
  }

  /** Of the distribution that the prediction interval of the settings is made of. */
  double predictionDegreesOfFreedom() {
    return predictionDegreesOfFreedom(settings.predictionKind());
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
          groups.add(group(label, of));
        });
    return groups;
  }

  /** Some rows by themselves, even if the method has no result for them. */
  Group group(String label, int... of) {
    try {
      return new Group(label, of, of(of), Optional.empty());
    } catch (Refusal e) {
      return new Group(label, of, Optional.empty(), Optional.of(e.sentence()));
    }
  }

  /**
   * The test whether subgroups differ, as RevMan does it, on their totals; empty with fewer than
   * two that are estimable.
   */
  public static Optional<Heterogeneity> differences(List<Group> groups) {
    return RevMan.subgroupDifferences(
        groups.stream()
            .flatMap(g -> g.analysis().stream())
            .map(a -> a.summary().pooled())
            .toList());
  }

  /**
   * The test in a mixed model with one τ² for all subgroups, as metafor does it; empty with fewer
   * than two subgroups, or no more studies than subgroups.
   */
  public Optional<MixedModel> mixedDifferences() {
    List<String> labels =
        Arrays.stream(rows)
            .mapToObj(row -> table.text(row, settings.subgroup()))
            .collect(Collectors.toList());
    long groups = labels.stream().distinct().count();
    return groups < 2 || groups >= rows.length
        ? Optional.empty()
        : Optional.of(Subgroups.mixed(model.studies(), labels, model.options()));
  }
}
