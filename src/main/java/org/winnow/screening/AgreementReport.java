package org.winnow.screening;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.winnow.agreement.Distance;
import org.winnow.agreement.Ratings;
import org.winnow.screening.PairAgreement.Confusion;
import org.winnow.screening.PairAgreement.Measure;
import org.winnow.screening.PairAgreement.Measures;
import org.winnow.screening.PairAgreement.ReasonAgreement;
import org.winnow.screening.PairAgreement.Window;

/** Agreement among reviewers, by pair and of all of them together. */
public record AgreementReport(List<Verdict> classes, List<Pair> pairs, Together together) {

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
        together(raters.size(), new Ratings(maybe.classes().size(), List.copyOf(counts.values()))));
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
