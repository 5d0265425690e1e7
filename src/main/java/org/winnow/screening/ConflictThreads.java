package org.winnow.screening;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.winnow.platform.Sql;
import org.winnow.review.Stage;

/**
 * What was said about an item after its votes were revealed, under any record of its cluster. Every
 * method belongs to the caller's transaction.
 */
@ApplicationScoped
class ConflictThreads {
  private static final String OF_CLUSTER =
      " JOIN record r ON r.review_id = t.review_id AND r.id = t.item_id WHERE t.review_id = ? AND"
          + " t.stage = ? AND COALESCE(r.representative_id, r.id) = ?";

  private final Sql sql;

  ConflictThreads(Sql sql) {
    this.sql = sql;
  }

  record Message(UUID id, UUID author, String text, Instant at) {}

  record Returned(UUID id, UUID by, String comment, long sequence, Instant at) {}

  record Unclear(UUID by, String comment, Instant at) {}

  /** A vote that a sent-back conflict set aside. */
  record FormerVote(
      UUID id, UUID reviewer, Verdict verdict, List<UUID> reasons, Instant at, long returned) {}

  List<Message> messages(UUID reviewId, Stage stage, int item) {
    return sql.list(
        "SELECT t.id, t.author_id, t.text, t.at FROM conflict_message t"
            + OF_CLUSTER
            + " ORDER BY t.sequence",
        row ->
            new Message(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getTimestamp(4).toInstant()),
        reviewId,
        stage,
        item);
  }

  List<Returned> returns(UUID reviewId, Stage stage, int item) {
    return sql.list(
        "SELECT t.id, t.returned_by, t.comment, t.sequence, t.at FROM conflict_return t"
            + OF_CLUSTER
            + " ORDER BY t.sequence",
        row ->
            new Returned(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getLong(4),
                row.getTimestamp(5).toInstant()),
        reviewId,
        stage,
        item);
  }

  Optional<Unclear> unclear(UUID reviewId, Stage stage, int item) {
    return sql.one(
        "SELECT t.marked_by, t.comment, t.at FROM criteria_unclear t" + OF_CLUSTER,
        row ->
            new Unclear(
                row.getObject(1, UUID.class), row.getString(2), row.getTimestamp(3).toInstant()),
        reviewId,
        stage,
        item);
  }

  List<FormerVote> formerVotes(UUID reviewId, Stage stage, int item) {
    return sql.list(
        "SELECT v.id, v.reviewer_id, v.verdict, v.reasons, v.cast_at, c.sequence FROM vote v JOIN"
            + " conflict_return c ON c.review_id = v.review_id AND c.sequence ="
            + " v.withdrawn_sequence WHERE v.review_id = ? AND v.stage = ? AND v.counts_for = ?"
            + " ORDER BY v.sequence",
        row ->
            new FormerVote(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                Verdict.valueOf(row.getString(3)),
                List.of((UUID[]) row.getArray(4).getArray()),
                row.getTimestamp(5).toInstant(),
                row.getLong(6)),
        reviewId,
        stage,
        item);
  }
}
