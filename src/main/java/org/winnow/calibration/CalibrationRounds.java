package org.winnow.calibration;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.winnow.platform.Sql;
import org.winnow.review.Stage;
import org.winnow.screening.Verdict;

/** The rounds of a review as they stand. Every method belongs to the caller's transaction. */
@ApplicationScoped
public class CalibrationRounds {
  private static final String ROUNDS =
      "SELECT c.id, c.seed, c.protocol_version, c.opened_by, c.opened_at, c.revealed_by,"
          + " c.revealed_at, (SELECT count(*) FROM calibration_round e WHERE e.review_id ="
          + " c.review_id AND e.sequence <= c.sequence), (SELECT count(*) FROM calibration_item i"
          + " WHERE i.review_id = c.review_id AND i.round_id = c.id) FROM calibration_round c WHERE"
          + " c.review_id = ?";

  private final Sql sql;

  CalibrationRounds(Sql sql) {
    this.sql = sql;
  }

  /**
   * @param number from 1 in the order of their opening
   * @param revealedBy null while hidden, or when the last vote revealed it
   */
  record Round(
      UUID id,
      int number,
      int records,
      int seed,
      int protocolVersion,
      UUID openedBy,
      Instant openedAt,
      @Nullable UUID revealedBy,
      @Nullable Instant revealedAt) {
    boolean isRevealed() {
      return revealedAt != null;
    }
  }

  record Vote(
      int item, UUID reviewer, Verdict verdict, List<UUID> reasons, long sequence, Instant at) {}

  record Message(UUID id, int item, UUID author, String text, Instant at) {}

  /** A record over which the criteria were found unclear. */
  record Unclear(int item, String comment) {}

  /** How many rounds there are, and how many votes somebody has still to give. */
  public record Waiting(long rounds, long open) {}

  /** What waits in all rounds for a reviewer. */
  public Waiting waitingFor(UUID reviewId, UUID reviewer) {
    return new Waiting(
        sql.number("SELECT count(*) FROM calibration_round WHERE review_id = ?", reviewId),
        sql.number(
            "SELECT count(*) FROM calibration_item i JOIN calibration_round c ON c.review_id ="
                + " i.review_id AND c.id = i.round_id AND c.revealed_at IS NULL WHERE i.review_id ="
                + " ? AND NOT EXISTS (SELECT 1 FROM calibration_vote v WHERE v.review_id ="
                + " i.review_id AND v.round_id = i.round_id AND v.item_id = i.item_id AND"
                + " v.reviewer_id = ?) AND NOT EXISTS (SELECT 1 FROM stage s WHERE s.review_id ="
                + " i.review_id AND s.stage = ? AND s.closed)",
            reviewId,
            reviewer,
            Stage.TITLE_ABSTRACT));
  }

  /** The first opened first. */
  List<Round> all(UUID reviewId) {
    return sql.list(ROUNDS + " ORDER BY c.sequence", CalibrationRounds::round, reviewId);
  }

  Optional<Round> find(UUID reviewId, UUID round) {
    return sql.one(ROUNDS + " AND c.id = ?", CalibrationRounds::round, reviewId, round);
  }

  /** The records of a round in the order in which they are shown. */
  List<Integer> items(UUID reviewId, UUID round) {
    return sql.list(
        "SELECT item_id FROM calibration_item WHERE review_id = ? AND round_id = ? ORDER BY place",
        row -> row.getInt(1),
        reviewId,
        round);
  }

  /** All votes of a round, in the ledger's order; not for anybody before it is revealed. */
  List<Vote> votes(UUID reviewId, UUID round) {
    return sql.list(
        "SELECT item_id, reviewer_id, verdict, reasons, sequence, cast_at FROM calibration_vote"
            + " WHERE review_id = ? AND round_id = ? ORDER BY sequence",
        row ->
            new Vote(
                row.getInt(1),
                row.getObject(2, UUID.class),
                Verdict.valueOf(row.getString(3)),
                List.of((UUID[]) row.getArray(4).getArray()),
                row.getLong(5),
                row.getTimestamp(6).toInstant()),
        reviewId,
        round);
  }

  List<Message> messages(UUID reviewId, UUID round) {
    return sql.list(
        "SELECT id, item_id, author_id, text, at FROM calibration_message WHERE review_id = ? AND"
            + " round_id = ? ORDER BY sequence",
        row ->
            new Message(
                row.getObject(1, UUID.class),
                row.getInt(2),
                row.getObject(3, UUID.class),
                row.getString(4),
                row.getTimestamp(5).toInstant()),
        reviewId,
        round);
  }

  /** How many records of a round each reviewer of today has voted on. */
  Map<UUID, Integer> progress(UUID reviewId, UUID round) {
    Map<UUID, Integer> progress = new HashMap<>();
    sql.list(
        "SELECT m.account_id, (SELECT count(*) FROM calibration_vote v WHERE v.review_id ="
            + " m.review_id AND v.round_id = ? AND v.reviewer_id = m.account_id) FROM membership m"
            + " JOIN account a ON a.id = m.account_id AND NOT a.disabled WHERE m.review_id = ? AND"
            + " 'reviewer' = ANY(m.roles)",
        row -> progress.put(row.getObject(1, UUID.class), row.getInt(2)),
        round,
        reviewId);
    return progress;
  }

  /** Not for blinded members: a mark tells of votes. */
  List<Unclear> unclear(UUID reviewId) {
    return sql.list(
        "SELECT r.id, string_agg(DISTINCT u.comment, ' · ') FILTER (WHERE u.comment <> '') FROM"
            + " criteria_unclear u JOIN record m ON m.review_id = u.review_id AND m.id = u.item_id"
            + " JOIN record r ON r.review_id = m.review_id AND r.id = COALESCE(m.representative_id,"
            + " m.id) AND r.live WHERE u.review_id = ? AND u.stage = ? GROUP BY r.id ORDER BY r.id",
        row -> new Unclear(row.getInt(1), Objects.requireNonNullElse(row.getString(2), "")),
        reviewId,
        Stage.TITLE_ABSTRACT);
  }

  private static Round round(ResultSet row) throws SQLException {
    Timestamp revealed = row.getTimestamp(7);
    return new Round(
        row.getObject(1, UUID.class),
        row.getInt(8),
        row.getInt(9),
        row.getInt(2),
        row.getInt(3),
        row.getObject(4, UUID.class),
        row.getTimestamp(5).toInstant(),
        row.getObject(6, UUID.class),
        revealed == null ? null : revealed.toInstant());
  }
}
