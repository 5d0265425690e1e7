package org.winnow.screening;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.winnow.agreement.Ratings;
import org.winnow.screening.PairAgreement.Measure;

/**
 * How agreement among all reviewers goes on, in stretches of items by the order in which they had
 * their second judgement or a later one.
 */
public record AgreementTrend(List<Stretch> stretches) {
  /** No stretch has fewer items, but for the last. */
  static final int SHORTEST = 100;

  /** More could not be told apart in a small drawing. */
  static final int AT_MOST = 40;

  /**
   * Items from one number to another.
   *
   * @param until when the last of them was judged
   * @param percent share of pairs of judgements that agree
   * @param ac1 Gwet's AC1
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Stretch(
      int from, int to, Instant until, @Nullable Double percent, @Nullable Measure ac1) {}

  private record Judged(int[] counts, Judgement last) {}

  static AgreementTrend of(List<Judgement> judgements, MaybeRule maybe) {
    List<Judged> judged =
        judgements.stream().collect(Collectors.groupingBy(Judgement::item)).values().stream()
            .filter(onItem -> onItem.size() > 1)
            .map(onItem -> judged(onItem, maybe))
            .sorted(
                Comparator.comparingLong((Judged one) -> one.last().sequence())
                    .thenComparingInt(one -> one.last().item()))
            .toList();
    int length = Math.max(SHORTEST, (judged.size() + AT_MOST - 1) / AT_MOST);
    List<Stretch> stretches = new ArrayList<>();
    for (int from = 0; from < judged.size(); from += length) {
      List<Judged> part = judged.subList(from, Math.min(from + length, judged.size()));
      Ratings ratings =
          new Ratings(maybe.classes().size(), part.stream().map(Judged::counts).toList());
      stretches.add(
          new Stretch(
              from + 1,
              from + part.size(),
              part.getLast().last().at(),
              PairAgreement.boxed(ratings.observedAgreement()),
              Measure.of(ratings.gwetAc1())));
    }
    return new AgreementTrend(stretches);
  }

  private static Judged judged(List<Judgement> onItem, MaybeRule maybe) {
    int[] counts = new int[maybe.classes().size()];
    onItem.forEach(judgement -> counts[maybe.classOf(judgement.verdict())]++);
    return new Judged(
        counts, onItem.stream().max(Comparator.comparingLong(Judgement::sequence)).orElseThrow());
  }
}
