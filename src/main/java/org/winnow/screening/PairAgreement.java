package org.winnow.screening;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.winnow.agreement.CrossTable;
import org.winnow.agreement.Estimate;
import org.winnow.agreement.Interval;
import org.winnow.agreement.Ratings;
import org.winnow.agreement.TwoByTwo;
import org.winnow.agreement.Weights;

/** How far two reviewers agree on the items that both have judged. */
public final class PairAgreement {
  /** So many shared items make a point of the trend. */
  static final int WINDOW = 100;

  /** A class that takes this share of all judgements makes kappa low whatever the agreement. */
  private static final double SKEWED = 0.9;

  private final List<Shared> shared;
  private final MaybeRule maybe;

  private record Shared(Judgement first, Judgement second) {
    long completed() {
      return Math.max(first.sequence(), second.sequence());
    }

    Instant completedAt() {
      return first.sequence() > second.sequence() ? first.at() : second.at();
    }
  }

  PairAgreement(Map<Integer, Judgement> first, Map<Integer, Judgement> second, MaybeRule maybe) {
    this.maybe = maybe;
    this.shared =
        first.values().stream()
            .filter(judgement -> second.containsKey(judgement.item()))
            .map(
                judgement ->
                    new Shared(judgement, Objects.requireNonNull(second.get(judgement.item()))))
            .sorted(java.util.Comparator.comparingLong(Shared::completed))
            .toList();
  }

  int items() {
    return shared.size();
  }

  /** A measure with what the data say of its precision; what is undefined is left out. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Measure(
      double value, @Nullable Double standardError, @Nullable Double low, @Nullable Double high) {
    static @Nullable Measure of(Optional<Estimate> estimate) {
      return estimate.map(Measure::of).orElse(null);
    }

    static Measure of(Estimate estimate) {
      OptionalDouble error = estimate.standardError();
      Optional<Interval> interval = estimate.interval();
      return new Measure(
          estimate.value(),
          error.isPresent() ? error.getAsDouble() : null,
          interval.map(Interval::low).orElse(null),
          interval.map(Interval::high).orElse(null));
    }
  }

  /**
   * All that is to be shown together. Positive and negative agreement, the indices and McNemar's
   * test exist for two classes only; weighted kappa for three.
   *
   * @param table rows are the first reviewer's classes, columns the second's
   * @param skewed whether one class has so many of the judgements that kappa is low although the
   *     two agree
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Measures(
      long items,
      long[][] table,
      boolean skewed,
      @Nullable Measure percent,
      @Nullable Measure kappa,
      @Nullable Measure weightedKappa,
      @Nullable Double largestKappa,
      @Nullable Measure pabak,
      @Nullable Measure ac1,
      @Nullable Measure positiveAgreement,
      @Nullable Measure negativeAgreement,
      @Nullable Double prevalenceIndex,
      @Nullable Double biasIndex,
      @Nullable Double mcNemar) {}

  /** Shared items from one number to another, in the order in which they became shared. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Window(
      int from,
      int to,
      Instant until,
      @Nullable Measure percent,
      @Nullable Measure kappa,
      @Nullable Measure pabak) {}

  /** How far the two agree on excluding for a reason, against all else. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ReasonAgreement(
      UUID reason,
      long both,
      long first,
      long second,
      @Nullable Measure positiveAgreement,
      @Nullable Measure kappa) {}

  /** Exclusions by both for reasons that differ. */
  public record Confusion(UUID first, UUID second, int items) {}

  Measures measures() {
    return measures(shared);
  }

  List<Window> trend() {
    List<Window> windows = new ArrayList<>();
    for (int from = 0; from < shared.size(); from += WINDOW) {
      int to = Math.min(from + WINDOW, shared.size());
      List<Shared> part = shared.subList(from, to);
      CrossTable table = table(part);
      windows.add(
          new Window(
              from + 1,
              to,
              part.getLast().completedAt(),
              Measure.of(table.percentAgreement()),
              Measure.of(table.kappa(Weights.IDENTITY)),
              Measure.of(table.pabak())));
    }
    return windows;
  }

  /** For each reason that either gave, in the protocol's order. */
  List<ReasonAgreement> byReason(List<UUID> reasonsInOrder) {
    return reasonsInOrder.stream()
        .map(
            reason -> {
              long both =
                  count(
                      pair ->
                          excludesFor(pair.first(), reason) && excludesFor(pair.second(), reason));
              long first = count(pair -> excludesFor(pair.first(), reason)) - both;
              long second = count(pair -> excludesFor(pair.second(), reason)) - both;
              TwoByTwo table =
                  new TwoByTwo(both, first, second, shared.size() - both - first - second);
              return new ReasonAgreement(
                  reason,
                  both,
                  first,
                  second,
                  Measure.of(table.positiveAgreement()),
                  Measure.of(table.table().kappa(Weights.IDENTITY)));
            })
        .filter(reason -> reason.both() + reason.first() + reason.second() > 0)
        .toList();
  }

  /** The most frequent first. */
  List<Confusion> confusions() {
    Map<List<UUID>, Integer> counts = new HashMap<>();
    for (Shared pair : shared) {
      Optional<UUID> first = pair.first().excludingReason();
      Optional<UUID> second = pair.second().excludingReason();
      if (first.isPresent() && second.isPresent() && !first.equals(second)) {
        counts.merge(List.of(first.get(), second.get()), 1, Integer::sum);
      }
    }
    return counts.entrySet().stream()
        .map(entry -> new Confusion(entry.getKey().get(0), entry.getKey().get(1), entry.getValue()))
        .sorted(
            java.util.Comparator.comparingInt(Confusion::items)
                .reversed()
                .thenComparing(Confusion::first)
                .thenComparing(Confusion::second))
        .toList();
  }

  private Measures measures(List<Shared> part) {
    CrossTable table = table(part);
    TwoByTwo two =
        table.classes() == 2
            ? new TwoByTwo(
                table.count(0, 0), table.count(0, 1), table.count(1, 0), table.count(1, 1))
            : null;
    return new Measures(
        table.items(),
        counts(table),
        isSkewed(table),
        Measure.of(table.percentAgreement()),
        Measure.of(table.kappa(Weights.IDENTITY)),
        two == null ? Measure.of(table.kappa(Weights.LINEAR)) : null,
        boxed(table.largestKappa()),
        Measure.of(table.pabak()),
        Measure.of(ratings(part).gwetAc1()),
        two == null ? null : Measure.of(two.positiveAgreement()),
        two == null ? null : Measure.of(two.negativeAgreement()),
        two == null ? null : boxed(two.prevalenceIndex()),
        two == null ? null : boxed(two.biasIndex()),
        two == null ? null : boxed(two.mcNemarExact()));
  }

  private CrossTable table(List<Shared> part) {
    int classes = maybe.classes().size();
    long[][] counts = new long[classes][classes];
    for (Shared pair : part) {
      counts[maybe.classOf(pair.first().verdict())][maybe.classOf(pair.second().verdict())]++;
    }
    return new CrossTable(counts);
  }

  private Ratings ratings(List<Shared> part) {
    int classes = maybe.classes().size();
    List<int[]> items = new ArrayList<>();
    for (Shared pair : part) {
      int[] item = new int[classes];
      item[maybe.classOf(pair.first().verdict())]++;
      item[maybe.classOf(pair.second().verdict())]++;
      items.add(item);
    }
    return new Ratings(classes, items);
  }

  private static long[][] counts(CrossTable table) {
    long[][] counts = new long[table.classes()][table.classes()];
    for (int i = 0; i < table.classes(); i++) {
      for (int j = 0; j < table.classes(); j++) {
        counts[i][j] = table.count(i, j);
      }
    }
    return counts;
  }

  private static boolean isSkewed(CrossTable table) {
    for (int k = 0; k < table.classes(); k++) {
      long given = 0;
      for (int other = 0; other < table.classes(); other++) {
        given += table.count(k, other) + table.count(other, k);
      }
      if (table.items() > 0 && given >= SKEWED * 2 * table.items()) {
        return true;
      }
    }
    return false;
  }

  private long count(java.util.function.Predicate<Shared> what) {
    return shared.stream().filter(what).count();
  }

  private static boolean excludesFor(Judgement judgement, UUID reason) {
    return judgement.excludingReason().filter(reason::equals).isPresent();
  }

  static @Nullable Double boxed(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }
}
