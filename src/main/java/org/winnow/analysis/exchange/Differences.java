package org.winnow.analysis.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far our results are from those that a file has.
 *
 * @param compared how many numbers were compared
 * @param largest the largest difference, relative above 1 and absolute below
 * @param list those that differ by more than rounding to six decimals explains, and numbers that we
 *     do not have
 */
public record Differences(int compared, double largest, List<Difference> list) {
  /** RevMan Web's tables have six decimals, and RevMan's P values are approximations to 1e-6. */
  private static final double ROUNDING = 2e-6;

  /** RevMan Web stops its search for τ² by REML early; see the oracle of its weights. */
  private static final double STOPPED_EARLY = 1e-4;

  private static final Set<String> WITHOUT_SIGN = Set.of(ResultNumbers.STATISTIC);

  /**
   * @param of the study, the subgroup, or the whole
   * @param number by its name in {@link ResultNumbers}
   * @param computed empty when we have no such number
   */
  public record Difference(String of, String number, double stored, OptionalDouble computed) {}

  /** Compares what stands in a file with what we compute. */
  static Differences of(ComputedOutcome computed) {
    Comparing comparing = new Comparing(computed);
    ReviewAnalyses.Outcome outcome = computed.outcome();
    comparing.all("overall", outcome.stored(), computed.overall());
    for (String subgroup : outcome.subgroups()) {
      comparing.all(
          subgroup,
          outcome.storedSubgroups().getOrDefault(subgroup, Map.of()),
          computed.subgroups().getOrDefault(subgroup, Map.of()));
    }
    for (int i = 0; i < outcome.rows().size(); i++) {
      ReviewAnalyses.Row row = outcome.rows().get(i);
      comparing.all(
          row.subgroup().isEmpty() ? row.study() : row.study() + " (" + row.subgroup() + ")",
          row.stored(),
          computed.rows().get(i));
    }
    return new Differences(comparing.compared, comparing.largest, List.copyOf(comparing.list));
  }

  /** Compares what stands in a file with what we compute. */
  public static Differences of(ReviewAnalyses.Outcome outcome) {
    return of(ComputedOutcome.of(outcome));
  }

  private static final class Comparing {
    private final double tolerance;
    private final List<Difference> list = new ArrayList<>();
    private int compared;
    private double largest;

    Comparing(ComputedOutcome computed) {
      boolean iterated =
          computed.random()
              && !List.of("", "DL").contains(computed.outcome().settings().tauSquared());
      tolerance = iterated ? STOPPED_EARLY : ROUNDING;
    }

    void all(String of, Map<String, Double> stored, Map<String, Double> computed) {
      // In a fixed order, since that of a map of the file's numbers is none.
      Map<String, Double> ordered = new LinkedHashMap<>();
      for (String name : ResultNumbers.ALL) {
        Double value = stored.get(name);
        if (value != null) {
          ordered.put(name, value);
        }
      }
      ordered.forEach((name, value) -> one(of, name, value, computed.get(name)));
    }

    private void one(String of, String name, double stored, @Nullable Double ours) {
      if (ours == null) {
        list.add(new Difference(of, name, stored, OptionalDouble.empty()));
        return;
      }
      compared++;
      double a = WITHOUT_SIGN.contains(name) ? Math.abs(stored) : stored;
      double b = WITHOUT_SIGN.contains(name) ? Math.abs(ours) : ours;
      double difference = Math.abs(a - b) / Math.max(1, Math.abs(a));
      largest = Math.max(largest, difference);
      if (difference > tolerance) {
        list.add(new Difference(of, name, stored, OptionalDouble.of(ours)));
      }
    }
  }
}
