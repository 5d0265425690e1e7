package org.winnow.screening;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.winnow.review.Stage;

/** The rule by which votes become a decision. */
final class Consensus {
  /** Votes of one takeover are of one moment; the order of their ids is PostgreSQL's as well. */
  private static final Comparator<Vote> LATER =
      Comparator.comparingLong(Vote::sequence).thenComparing(vote -> vote.id().toString());

  private final Stage stage;
  private final int votesNeeded;
  private final List<UUID> reasonsInOrder;

  /**
   * @param reasonsInOrder the protocol's exclusion reasons; the first that a vote names is its
   *     primary one
   */
  Consensus(Stage stage, int votesNeeded, List<UUID> reasonsInOrder) {
    this.stage = stage;
    this.votesNeeded = votesNeeded;
    this.reasonsInOrder = reasonsInOrder;
  }

  /** The latest vote of each reviewer counts; an adjudication, while it stands, decides. */
  ScreeningStatus of(Collection<Vote> votes, Collection<Adjudication> adjudications) {
    Optional<Adjudication> adjudication =
        adjudications.stream().max(Comparator.comparingLong(Adjudication::sequence));
    if (adjudication.isPresent()) {
      return adjudication.get().verdict() == Verdict.EXCLUDE
          ? new ScreeningStatus.Excluded(primary(adjudication.get().reasons()))
          : new ScreeningStatus.Included();
    }
    Collection<Vote> latest = latestOfEach(votes);
    if (latest.size() < votesNeeded) {
      return new ScreeningStatus.Pending();
    }
    if (latest.stream().allMatch(this::letsIn)) {
      return new ScreeningStatus.Included();
    }
    if (latest.stream().anyMatch(vote -> vote.verdict() != Verdict.EXCLUDE)) {
      return new ScreeningStatus.VerdictConflict();
    }
    return excluded(latest);
  }

  // At title and abstract, doubt keeps a record in; at full text it must be resolved.
  private boolean letsIn(Vote vote) {
    return vote.verdict() == Verdict.INCLUDE
        || vote.verdict() == Verdict.MAYBE && stage == Stage.TITLE_ABSTRACT;
  }

  private ScreeningStatus excluded(Collection<Vote> votes) {
    Set<Optional<UUID>> reasons =
        votes.stream().map(vote -> primary(vote.reasons())).collect(Collectors.toSet());
    if (stage == Stage.FULL_TEXT && reasons.size() > 1) {
      return new ScreeningStatus.ReasonConflict();
    }
    return new ScreeningStatus.Excluded(
        reasons.size() == 1 ? reasons.iterator().next() : Optional.empty());
  }

  private Optional<UUID> primary(List<UUID> reasons) {
    return primary(reasonsInOrder, reasons);
  }

  /** The first failed criterion: the first in the protocol's order of the reasons given. */
  static Optional<UUID> primary(List<UUID> reasonsInOrder, List<UUID> reasons) {
    return reasonsInOrder.stream()
        .filter(reasons::contains)
        .findFirst()
        .or(() -> reasons.stream().findFirst());
  }

  private static Collection<Vote> latestOfEach(Collection<Vote> votes) {
    Map<UUID, Vote> latest = new HashMap<>();
    votes.forEach(vote -> latest.merge(vote.reviewer(), vote, BinaryOperator.maxBy(LATER)));
    return latest.values();
  }
}
