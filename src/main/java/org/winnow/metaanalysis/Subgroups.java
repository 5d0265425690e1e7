package org.winnow.metaanalysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Studies pooled by group, and the test whether the groups differ: on the subgroup totals (each
 * with its own τ², as RevMan), or in a mixed model with one τ².
 */
public final class Subgroups {
  private Subgroups() {}

  /** A group and its pooled effect. */
  public record Group(String label, int[] members, MixedModel model) {}

  /**
   * The groups in the order of their first study.
   *
   * @param differences Q of the subgroup totals; empty with fewer than two groups
   */
  public record Result(List<Group> groups, Optional<Heterogeneity> differences) {}

  /** Pools each group by itself. */
  public static Result pool(EffectSizes studies, List<String> labels, ModelOptions options) {
    List<Group> groups = new ArrayList<>();
    List<PooledEffect> totals = new ArrayList<>();
    members(labels)
        .forEach(
            (label, members) -> {
              MixedModel model = MixedModel.pool(studies.at(members), options);
              groups.add(new Group(label, members, model));
              totals.add(new PooledEffect(model.estimate(), model.standardError()));
            });
    return new Result(List.copyOf(groups), RevMan.subgroupDifferences(totals));
  }

  /** The model with one mean per group and a common τ²; its omnibus test compares the groups. */
  public static MixedModel mixed(EffectSizes studies, List<String> labels, ModelOptions options) {
    return MixedModel.fit(studies, columns(labels), options);
  }

  /** The residual τ² that the groups have in common. */
  public static double commonTauSquared(
      EffectSizes studies, List<String> labels, TauSquaredEstimator estimator) {
    return BetweenStudyVariance.estimate(estimator, studies, columns(labels)).value();
  }

  private static Map<String, int[]> members(List<String> labels) {
    Map<String, List<Integer>> lists = new LinkedHashMap<>();
    for (int i = 0; i < labels.size(); i++) {
      lists.computeIfAbsent(labels.get(i), l -> new ArrayList<>()).add(i);
    }
    Map<String, int[]> out = new LinkedHashMap<>();
    lists.forEach((label, list) -> out.put(label, list.stream().mapToInt(i -> i).toArray()));
    return out;
  }

  /** An intercept and one indicator for every group but the first. */
  private static double[][] columns(List<String> labels) {
    List<int[]> groups = List.copyOf(members(labels).values());
    double[][] columns = new double[groups.size()][labels.size()];
    Arrays.fill(columns[0], 1);
    for (int g = 1; g < groups.size(); g++) {
      for (int i : groups.get(g)) {
        columns[g][i] = 1;
      }
    }
    return columns;
  }
}
