package org.winnow.screening;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.winnow.ledger.Ledger;
import org.winnow.ledger.RecordedEvent;
import org.winnow.platform.RuleViolation;
import org.winnow.platform.Sql;
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
  private final Screenings screenings;
  private final ScreeningProgress progress;

  ScreeningService(
      Sql sql, Ledger ledger, Reviews reviews, Screenings screenings, ScreeningProgress progress) {
    this.sql = sql;
    this.ledger = ledger;
    this.reviews = reviews;
    this.screenings = screenings;
    this.progress = progress;
  }

  /** Takes a vote of one's own back; repeating it changes nothing. */
  @Transactional
  void withdraw(UUID reviewId, UUID reviewer, UUID voteId) {
    ledger.lock(reviewId);
    StoredVote vote =
        StoredVote.ofIds(sql, reviewId, List.of(voteId)).values().stream()
            .filter(stored -> stored.reviewer().equals(reviewer))
            .findFirst()
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

  /** Voids all standing votes of a reviewer in a stage. Returns how many there were. */
  @Transactional
  int voidVotes(UUID reviewId, UUID lead, VotesVoided voided) {
    ledger.lock(reviewId);
    List<Integer> items =
        sql.list(
            "SELECT counts_for FROM vote WHERE review_id = ? AND stage = ? AND reviewer_id = ? AND"
                + " withdrawn_sequence IS NULL",
            row -> row.getInt(1),
            reviewId,
            voided.stage(),
            voided.reviewer());
    if (items.isEmpty()) {
      return 0;
    }
    refuseWhenClosed(reviewId, voided.stage());
    RecordedEvent event = ledger.append(reviewId, lead, voided);
    sql.update(
        "UPDATE vote SET withdrawn_sequence = ? WHERE review_id = ? AND stage = ? AND reviewer_id ="
            + " ? AND withdrawn_sequence IS NULL",
        event.sequence(),
        reviewId,
        voided.stage(),
        voided.reviewer());
    screenings.derive(reviewId, voided.stage(), Set.copyOf(items));
    return items.size();
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

  static void refuseUnknownReasons(Protocol protocol, List<UUID> reasons) {
    List<UUID> known = protocol.reasons().stream().map(Protocol.Reason::id).toList();
    if (!known.containsAll(reasons)) {
      throw RuleViolation.invalid("unknown-reason");
    }
  }
}
