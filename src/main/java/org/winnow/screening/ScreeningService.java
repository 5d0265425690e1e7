package org.winnow.screening;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.winnow.ledger.Ledger;
import org.winnow.ledger.RecordedEvent;
import org.winnow.platform.RuleViolation;
import org.winnow.platform.Sql;
import org.winnow.record.Records;
import org.winnow.review.Protocol;
import org.winnow.review.Reviews;
import org.winnow.review.ScreeningPolicy.ConflictRule;
import org.winnow.review.Stage;
import org.winnow.team.CurrentAccount;
import org.winnow.team.ReviewRole;

@ApplicationScoped
class ScreeningService {
  private final Sql sql;
  private final Ledger ledger;
  private final Reviews reviews;
  private final Records records;
  private final Screenings screenings;
  private final Queue queue;
  private final ScreeningProgress progress;

  ScreeningService(
      Sql sql,
      Ledger ledger,
      Reviews reviews,
      Records records,
      Screenings screenings,
      Queue queue,
      ScreeningProgress progress) {
    this.sql = sql;
    this.ledger = ledger;
    this.reviews = reviews;
    this.records = records;
    this.screenings = screenings;
    this.queue = queue;
    this.progress = progress;
  }

  /** Casts a vote; the same vote again changes nothing. Returns when it was recorded. */
  @Transactional
  Instant vote(UUID reviewId, UUID reviewer, VoteCast vote) {
    ledger.lock(reviewId);
    Optional<StoredVote> known = find(reviewId, vote.vote());
    if (known.isPresent()) {
      if (!known.get().saysTheSameAs(reviewer, vote)) {
        throw RuleViolation.invalid("vote-id-used");
      }
      return known.get().castAt();
    }
    refuseWhenClosed(reviewId, vote.stage());
    Protocol protocol = reviews.protocol(reviewId).protocol();
    if (vote.verdict() == Verdict.EXCLUDE
        && vote.reasons().isEmpty()
        && protocol.policy().asksReason(vote.stage())) {
      throw RuleViolation.invalid("reason-needed");
    }
    refuseUnknownReasons(protocol, vote.reasons());
    int representative = representativeOf(reviewId, vote.stage(), vote.item());
    refuseWhenSettled(reviewId, reviewer, vote.stage(), representative, protocol);
    RecordedEvent event = ledger.append(reviewId, reviewer, vote);
    sql.update(
        "INSERT INTO vote (review_id, id, stage, item_id, counts_for, reviewer_id, verdict, reasons,"
            + " protocol_version, sequence, cast_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?::uuid[], ?, ?,"
            + " ?)",
        reviewId,
        vote.vote(),
        vote.stage(),
        vote.item(),
        representative,
        reviewer,
        vote.verdict(),
        vote.reasons(),
        vote.protocolVersion(),
        event.sequence(),
        event.at());
    screenings.derive(reviewId, vote.stage(), Set.of(representative));
    return event.at();
  }

  /** Takes a vote of one's own back; repeating it changes nothing. */
  @Transactional
  void withdraw(UUID reviewId, UUID reviewer, UUID voteId) {
    ledger.lock(reviewId);
    StoredVote vote =
        find(reviewId, voteId)
            .filter(stored -> stored.reviewer().equals(reviewer))
            .orElseThrow(RuleViolation::notFound);
    if (vote.withdrawn()) {
      return;
    }
    refuseWhenClosed(reviewId, vote.stage());
    if (isAdjudicated(reviewId, vote.stage(), vote.countsFor())) {
      throw new RuleViolation("already-adjudicated");
    }
    RecordedEvent event = ledger.append(reviewId, reviewer, new VoteWithdrawn(voteId));
    sql.update(
        "UPDATE vote SET withdrawn_sequence = ? WHERE review_id = ? AND id = ?",
        event.sequence(),
        reviewId,
        voteId);
    screenings.derive(reviewId, vote.stage(), Set.of(vote.countsFor()));
  }

  /** Puts an item at the end of the reviewer's own queue. */
  @Transactional
  void putAside(UUID reviewId, UUID reviewer, Stage stage, int item) {
    queue.putAside(reviewId, stage, reviewer, representativeOf(reviewId, stage, item));
  }

  /** Puts an item back to its place in the reviewer's queue; repeating it changes nothing. */
  @Transactional
  void takeUp(UUID reviewId, UUID reviewer, Stage stage, int item) {
    queue.takeUp(reviewId, stage, reviewer, item);
  }

  /** Settles a conflict; the same adjudication again changes nothing. */
  @Transactional
  void adjudicate(UUID reviewId, CurrentAccount adjudicator, ConflictAdjudicated adjudication) {
    ledger.lock(reviewId);
    Optional<Boolean> known =
        sql.one(
            "SELECT stage = ? AND item_id = ? AND verdict = ? AND adjudicator_id = ? FROM"
                + " adjudication WHERE review_id = ? AND id = ?",
            row -> row.getBoolean(1),
            adjudication.stage(),
            adjudication.item(),
            adjudication.verdict(),
            adjudicator.id(),
            reviewId,
            adjudication.adjudication());
    if (known.isPresent()) {
      if (!known.get()) {
        throw RuleViolation.invalid("vote-id-used");
      }
      return;
    }
    Stage stage = adjudication.stage();
    int item = adjudication.item();
    refuseWhenClosed(reviewId, stage);
    Protocol protocol = reviews.protocol(reviewId).protocol();
    if (adjudication.verdict() == Verdict.MAYBE) {
      throw RuleViolation.invalid("adjudication-decides");
    }
    if (adjudication.verdict() == Verdict.EXCLUDE
        && adjudication.reasons().isEmpty()
        && stage == Stage.FULL_TEXT) {
      throw RuleViolation.invalid("reason-needed");
    }
    refuseUnknownReasons(protocol, adjudication.reasons());
    ScreeningStatus status =
        Optional.ofNullable(screenings.statuses(reviewId, stage).get(item))
            .orElse(new ScreeningStatus.Pending());
    List<Vote> votes =
        screenings.votes(reviewId, stage, List.of(item)).getOrDefault(item, List.of());
    if (!maySettle(protocol, adjudicator, votes)) {
      throw RuleViolation.notFound();
    }
    if (!(status instanceof ScreeningStatus.VerdictConflict
        || status instanceof ScreeningStatus.ReasonConflict)) {
      throw new RuleViolation("no-conflict");
    }
    RecordedEvent event = ledger.append(reviewId, adjudicator.id(), adjudication);
    sql.update(
        "INSERT INTO adjudication (review_id, id, stage, item_id, counts_for, adjudicator_id,"
            + " verdict, reasons, comment, sequence, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?::uuid[], ?, ?,"
            + " ?)",
        reviewId,
        adjudication.adjudication(),
        stage,
        item,
        item,
        adjudicator.id(),
        adjudication.verdict(),
        adjudication.reasons(),
        adjudication.comment(),
        event.sequence(),
        event.at());
    screenings.derive(reviewId, stage, Set.of(item));
  }

  /** Takes an adjudication of one's own back: the item is a conflict again. */
  @Transactional
  void withdrawAdjudication(UUID reviewId, UUID adjudicator, UUID adjudication) {
    ledger.lock(reviewId);
    record Stored(Stage stage, int countsFor, boolean withdrawn) {}
    Stored stored =
        sql.one(
                "SELECT stage, counts_for, withdrawn_sequence IS NOT NULL FROM adjudication WHERE"
                    + " review_id = ? AND id = ? AND adjudicator_id = ?",
                row ->
                    new Stored(Stage.valueOf(row.getString(1)), row.getInt(2), row.getBoolean(3)),
                reviewId,
                adjudication,
                adjudicator)
            .orElseThrow(RuleViolation::notFound);
    if (stored.withdrawn()) {
      return;
    }
    refuseWhenClosed(reviewId, stored.stage());
    RecordedEvent event =
        ledger.append(reviewId, adjudicator, new AdjudicationWithdrawn(adjudication));
    sql.update(
        "UPDATE adjudication SET withdrawn_sequence = ? WHERE review_id = ? AND id = ?",
        event.sequence(),
        reviewId,
        adjudication);
    screenings.derive(reviewId, stored.stage(), Set.of(stored.countsFor()));
  }

  /**
   * Ends a stage.
   *
   * @param reason why unfinished items are left; without one, there may be none
   */
  @Transactional
  void close(UUID reviewId, CurrentAccount lead, Stage stage, String reason) {
    ledger.lock(reviewId);
    if (reviews.isClosed(reviewId, stage)) {
      return;
    }
    int unfinished =
        Math.toIntExact(progress.items(reviewId, stage) - progress.decided(reviewId, stage));
    if (unfinished > 0 && reason.isBlank()) {
      // How many are left tells a voting lead what the others voted.
      throw reviews.isBlinded(reviewId, lead)
          ? new RuleViolation("stage-not-finished-blinded")
          : new RuleViolation("stage-not-finished", unfinished)
              .with(Map.of("unfinished", unfinished));
    }
    reviews.close(reviewId, lead.id(), stage, unfinished, reason);
  }

  @Transactional
  void reopen(UUID reviewId, UUID lead, Stage stage, String reason) {
    ledger.lock(reviewId);
    if (reviews.isClosed(reviewId, stage)) {
      reviews.reopen(reviewId, lead, stage, reason);
    }
  }

  /** Whether somebody may settle a conflict of these votes. */
  static boolean maySettle(Protocol protocol, CurrentAccount member, List<Vote> votes) {
    boolean voted = votes.stream().anyMatch(vote -> vote.reviewer().equals(member.id()));
    if (protocol.policy().conflictRule() == ConflictRule.CONSENSUS && voted) {
      return true;
    }
    return member.has(ReviewRole.ADJUDICATOR)
        && (!voted || protocol.policy().adjudicatorMayHaveVoted());
  }

  private int representativeOf(UUID reviewId, Stage stage, int item) {
    int representative =
        records.representativeOf(reviewId, item).orElseThrow(RuleViolation::notFound);
    if (!queue.isItem(reviewId, stage, representative)) {
      throw stage == Stage.FULL_TEXT && !wasOpened(reviewId, item)
          ? RuleViolation.notFound()
          : new RuleViolation("not-screenable");
    }
    return representative;
  }

  private boolean wasOpened(UUID reviewId, int report) {
    return sql.number(
            "SELECT count(*) FROM report WHERE review_id = ? AND id = ?", reviewId, report)
        > 0;
  }

  /** The refusal of a newcomer says only that votes are complete, never what they came to. */
  private void refuseWhenSettled(
      UUID reviewId, UUID reviewer, Stage stage, int item, Protocol protocol) {
    List<Vote> votes =
        screenings.votes(reviewId, stage, List.of(item)).getOrDefault(item, List.of());
    boolean votedBefore = votes.stream().anyMatch(vote -> vote.reviewer().equals(reviewer));
    long others =
        votes.stream().map(Vote::reviewer).filter(r -> !r.equals(reviewer)).distinct().count();
    if (!votedBefore && others >= protocol.policy().votesNeeded(stage)) {
      throw new RuleViolation("enough-votes");
    }
    if (isAdjudicated(reviewId, stage, item)) {
      throw new RuleViolation("already-adjudicated");
    }
  }

  private boolean isAdjudicated(UUID reviewId, Stage stage, int item) {
    return sql.number(
            "SELECT count(*) FROM adjudication WHERE review_id = ? AND stage = ? AND counts_for = ?"
                + " AND withdrawn_sequence IS NULL",
            reviewId,
            stage,
            item)
        > 0;
  }

  private void refuseWhenClosed(UUID reviewId, Stage stage) {
    if (reviews.isClosed(reviewId, stage)) {
      throw new RuleViolation("stage-closed");
    }
  }

  private static void refuseUnknownReasons(Protocol protocol, List<UUID> reasons) {
    List<UUID> known = protocol.reasons().stream().map(Protocol.Reason::id).toList();
    if (!known.containsAll(reasons)) {
      throw RuleViolation.invalid("unknown-reason");
    }
  }

  private record StoredVote(
      Stage stage,
      int item,
      int countsFor,
      UUID reviewer,
      Verdict verdict,
      List<UUID> reasons,
      Instant castAt,
      boolean withdrawn) {
    boolean saysTheSameAs(UUID by, VoteCast vote) {
      return reviewer.equals(by)
          && stage == vote.stage()
          && item == vote.item()
          && verdict == vote.verdict()
          && reasons.equals(vote.reasons());
    }
  }

  private Optional<StoredVote> find(UUID reviewId, UUID vote) {
    return sql.one(
        "SELECT * FROM vote WHERE review_id = ? AND id = ?",
        row ->
            new StoredVote(
                Stage.valueOf(row.getString("stage")),
                row.getInt("item_id"),
                row.getInt("counts_for"),
                row.getObject("reviewer_id", UUID.class),
                Verdict.valueOf(row.getString("verdict")),
                List.of((UUID[]) row.getArray("reasons").getArray()),
                row.getTimestamp("cast_at").toInstant(),
                row.getObject("withdrawn_sequence") != null),
        reviewId,
        vote);
  }
}
