package org.winnow.screening;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.winnow.agreement.Distance;
import org.winnow.agreement.Ratings;
import org.winnow.screening.PairAgreement.Confusion;
import org.winnow.screening.PairAgreement.Measure;
import org.winnow.screening.PairAgreement.Measures;
import org.winnow.screening.PairAgreement.ReasonAgreement;
import org.winnow.screening.PairAgreement.Window;

/** Agreement among reviewers, by pair and of all of them together. */
public record AgreementReport(
    List<Verdict> classes, List<Pair> pairs, Together together, List<Divide> divides) {

  /** Two reviewers with items in common; the first is whose name sorts first. */
  public record Pair(
      Rater first,
      Rater second,
      Measures measures,
      List<Window> trend,
      List<ReasonAgreement> byReason,
      List<Confusion> confusions) {}

  public record Rater(UUID id, String displayName) {}

  /** Measures for any number of reviewers, over items that two or more have judged. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Together(
      int raters,
      int items,
      @Nullable Double percent,
      @Nullable Measure fleissKappa,
      @Nullable Measure ac1,
      @Nullable Double alpha,
      @Nullable Double ordinalAlpha) {}

  /**
   * Where judgements of one item part over a reason, counted over all pairs of reviewers.
   *
   * @param both pairs in which both exclude for it
   * @param againstInclusion pairs in which one excludes for it and the other does not exclude
   * @param againstOther pairs in which one excludes for it and the other for another reason or for
   *     none
   */
  public record Divide(UUID reason, long both, long againstInclusion, long againstOther) {
    long apart() {
      return againstInclusion + againstOther;
    }
  }

  /**
   * @param names display names of all who judged
   */
  public static AgreementReport of(
      List<Judgement> judgements,
      Map<UUID, String> names,
      MaybeRule maybe,
      List<UUID> reasonsInOrder) {
    Map<UUID, Map<Integer, Judgement>> byReviewer = new HashMap<>();
    Map<Integer, int[]> counts = new TreeMap<>();
    for (Judgement judgement : judgements) {
      byReviewer
          .computeIfAbsent(judgement.reviewer(), _ -> new HashMap<>())
          .put(judgement.item(), judgement);
      counts
          .computeIfAbsent(judgement.item(), _ -> new int[maybe.classes().size()])[
          maybe.classOf(judgement.verdict())]++;
    }
    List<Rater> raters =
        byReviewer.keySet().stream()
            .map(id -> new Rater(id, names.getOrDefault(id, "")))
            .sorted(java.util.Comparator.comparing(Rater::displayName).thenComparing(Rater::id))
            .toList();
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < raters.size(); i++) {
      for (int j = i + 1; j < raters.size(); j++) {
        PairAgreement pair =
            new PairAgreement(
                Objects.requireNonNull(byReviewer.get(raters.get(i).id())),
                Objects.requireNonNull(byReviewer.get(raters.get(j).id())),
                maybe);
        if (pair.items() > 0) {
          pairs.add(
              new Pair(
                  raters.get(i),
                  raters.get(j),
                  pair.measures(),
                  pair.trend(),
                  pair.byReason(reasonsInOrder),
                  pair.confusions()));
        }
      }
    }
    return new AgreementReport(
        maybe.classes(),
        pairs,
        together(raters.size(), new Ratings(maybe.classes().size(), List.copyOf(counts.values()))),
        divides(judgements, reasonsInOrder));
  }

  /** The reason over which people part most often first. */
  static List<Divide> divides(List<Judgement> judgements, List<UUID> reasonsInOrder) {
    Map<UUID, long[]> counts = new HashMap<>();
    judgements.stream()
        .collect(Collectors.groupingBy(Judgement::item))
        .values()
        .forEach(
            onItem -> {
              for (int i = 0; i < onItem.size(); i++) {
                for (int j = i + 1; j < onItem.size(); j++) {
                  count(onItem.get(i), onItem.get(j), counts);
                }
              }
            });
    return reasonsInOrder.stream()
        .filter(counts::containsKey)
        .map(reason -> Map.entry(reason, Objects.requireNonNull(counts.get(reason))))
        .map(
            entry ->
                new Divide(
                    entry.getKey(), entry.getValue()[0], entry.getValue()[1], entry.getValue()[2]))
        .sorted(java.util.Comparator.comparingLong(Divide::apart).reversed())
        .toList();
  }

  private static void count(Judgement one, Judgement other, Map<UUID, long[]> counts) {
    Optional<UUID> first = one.excludingReason();
    Optional<UUID> second = other.excludingReason();
    if (first.isPresent() && first.equals(second)) {
      counts.computeIfAbsent(first.get(), _ -> new long[3])[0]++;
      return;
    }
    first.ifPresent(reason -> counts.computeIfAbsent(reason, _ -> new long[3])[against(other)]++);
    second.ifPresent(reason -> counts.computeIfAbsent(reason, _ -> new long[3])[against(one)]++);
  }

  private static int against(Judgement other) {
    return other.verdict() == Verdict.EXCLUDE ? 2 : 1;
  }

  private static Together together(int raters, Ratings ratings) {
    return new Together(
        raters,
        ratings.paired(),
        PairAgreement.boxed(ratings.observedAgreement()),
        Measure.of(ratings.fleissKappa()),
        Measure.of(ratings.gwetAc1()),
        PairAgreement.boxed(ratings.krippendorffAlpha(Distance.NOMINAL)),
        PairAgreement.boxed(ratings.krippendorffAlpha(Distance.ORDINAL)));
  }
}
