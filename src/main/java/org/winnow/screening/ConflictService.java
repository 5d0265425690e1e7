package org.winnow.screening;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.winnow.ledger.Ledger;
import org.winnow.ledger.RecordedEvent;
import org.winnow.platform.RuleViolation;
import org.winnow.platform.Sql;
import org.winnow.review.Reviews;
import org.winnow.review.Stage;
import org.winnow.team.CurrentAccount;

/** What can be done about a conflict besides settling it. */
@ApplicationScoped
class ConflictService {
  private final Sql sql;
  private final Ledger ledger;
  private final Reviews reviews;
  private final Screenings screenings;

  ConflictService(Sql sql, Ledger ledger, Reviews reviews, Screenings screenings) {
    this.sql = sql;
    this.ledger = ledger;
    this.reviews = reviews;
    this.screenings = screenings;
  }

  /**
   * Refuses whoever the votes on an item are not revealed to, as if there were nothing. Revealed
   * they are to those who are not blinded, and, once there is or was a conflict, to those who may
   * settle it.
   */
  void refuseUnlessRevealed(UUID reviewId, CurrentAccount member, Stage stage, int item) {
    if (!reviews.isBlinded(reviewId, member)) {
      if (sql.number(
              "SELECT count(*) FROM record WHERE review_id = ? AND id = ? AND live", reviewId, item)
          == 0) {
        throw RuleViolation.notFound();
      }
      return;
    }
    boolean known = isConflict(reviewId, stage, item) || isAdjudicated(reviewId, stage, item);
    if (!known
        || !ScreeningService.maySettle(
            reviews.protocol(reviewId).protocol(), member, votes(reviewId, stage, item))) {
      throw RuleViolation.notFound();
    }
  }

  /** Asks all who voted to vote anew; the same again changes nothing. */
  @Transactional
  void sendBack(UUID reviewId, CurrentAccount by, ConflictReturned returned) {
    ledger.lock(reviewId);
    if (exists("conflict_return", reviewId, returned.id())) {
      return;
    }
    Stage stage = returned.stage();
    int item = returned.item();
    refuseWhenClosed(reviewId, stage);
    if (!ScreeningService.maySettle(
        reviews.protocol(reviewId).protocol(), by, votes(reviewId, stage, item))) {
      throw RuleViolation.notFound();
    }
    if (!isConflict(reviewId, stage, item)) {
      throw new RuleViolation("no-conflict");
    }
    RecordedEvent event = ledger.append(reviewId, by.id(), returned);
    sql.update(
        "INSERT INTO conflict_return (review_id, id, stage, item_id, returned_by, comment, sequence,"
            + " at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        reviewId,
        returned.id(),
        stage,
        item,
        by.id(),
        returned.comment(),
        event.sequence(),
        event.at());
    sql.update(
        "UPDATE vote SET withdrawn_sequence = ? WHERE review_id = ? AND stage = ? AND counts_for = ?"
            + " AND withdrawn_sequence IS NULL",
        event.sequence(),
        reviewId,
        stage,
        item);
    screenings.derive(reviewId, stage, Set.of(item));
  }

  /** Writes to the others about an item; the same message again changes nothing. */
  @Transactional
  void write(UUID reviewId, CurrentAccount author, ConflictMessageWritten message) {
    ledger.lock(reviewId);
    if (exists("conflict_message", reviewId, message.message())) {
      return;
    }
    refuseUnlessRevealed(reviewId, author, message.stage(), message.item());
    RecordedEvent event = ledger.append(reviewId, author.id(), message);
    sql.update(
        "INSERT INTO conflict_message (review_id, id, stage, item_id, author_id, text, sequence, at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        reviewId,
        message.message(),
        message.stage(),
        message.item(),
        author.id(),
        message.text(),
        event.sequence(),
        event.at());
  }

  @Transactional
  void markUnclear(UUID reviewId, CurrentAccount by, CriteriaFoundUnclear found) {
    ledger.lock(reviewId);
    refuseUnlessRevealed(reviewId, by, found.stage(), found.item());
    if (isMarked(reviewId, found.stage(), found.item())) {
      return;
    }
    RecordedEvent event = ledger.append(reviewId, by.id(), found);
    sql.update(
        "INSERT INTO criteria_unclear (review_id, stage, item_id, marked_by, comment, at) VALUES (?,"
            + " ?, ?, ?, ?, ?)",
        reviewId,
        found.stage(),
        found.item(),
        by.id(),
        found.comment(),
        event.at());
  }

  @Transactional
  void clear(UUID reviewId, CurrentAccount by, CriteriaFoundClear found) {
    ledger.lock(reviewId);
    refuseUnlessRevealed(reviewId, by, found.stage(), found.item());
    if (!isMarked(reviewId, found.stage(), found.item())) {
      return;
    }
    ledger.append(reviewId, by.id(), found);
    sql.update(
        "DELETE FROM criteria_unclear WHERE review_id = ? AND stage = ? AND item_id = ?",
        reviewId,
        found.stage(),
        found.item());
  }

  private boolean isMarked(UUID reviewId, Stage stage, int item) {
    return sql.number(
            "SELECT count(*) FROM criteria_unclear WHERE review_id = ? AND stage = ? AND item_id ="
                + " ?",
            reviewId,
            stage,
            item)
        > 0;
  }

  private boolean exists(String table, UUID reviewId, UUID id) {
    return sql.number(
            "SELECT count(*) FROM " + table + " WHERE review_id = ? AND id = ?", reviewId, id)
        > 0;
  }

  private boolean isConflict(UUID reviewId, Stage stage, int item) {
    Optional<String> status =
        sql.one(
            "SELECT s.status FROM screening s JOIN record r ON r.review_id = s.review_id AND r.id ="
                + " s.item_id AND r.live AND r.representative_id IS NULL WHERE s.review_id = ? AND"
                + " s.stage = ? AND s.item_id = ?",
            row -> row.getString(1),
            reviewId,
            stage,
            item);
    return status.filter(word -> word.endsWith("CONFLICT")).isPresent();
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

  private List<Vote> votes(UUID reviewId, Stage stage, int item) {
    return screenings.votes(reviewId, stage, List.of(item)).getOrDefault(item, List.of());
  }

  private void refuseWhenClosed(UUID reviewId, Stage stage) {
    if (reviews.isClosed(reviewId, stage)) {
      throw new RuleViolation("stage-closed");
    }
  }
}
