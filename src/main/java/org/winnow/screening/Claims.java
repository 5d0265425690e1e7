package org.winnow.screening;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.winnow.platform.Sql;
import org.winnow.review.Stage;

/**
 * Who has been handed what. Where more people screen than votes are needed, an item is handed to no
 * more of them than it still needs votes, so that nobody reads what is then refused. A claim ends
 * with its vote or after a while, so that nobody's absence holds an item. It depends on who was
 * handed what and on how many have voted, never on what they said.
 */
@ApplicationScoped
class Claims {
  /** Longer than it takes to read what is handed out at once; each hand-out begins it anew. */
  static final Duration HELD = Duration.ofMinutes(30);

  /**
   * How a queue leaves out what others hold. Its arguments: stage, reviewer, stage, now, reviewer,
   * votes needed.
   */
  static final String FREE =
      " AND (SELECT count(*) FROM (SELECT v.reviewer_id FROM vote v WHERE v.review_id = r.review_id"
          + " AND v.stage = ? AND v.counts_for = r.id AND v.withdrawn_sequence IS NULL AND"
          + " v.reviewer_id <> ? UNION SELECT c.reviewer_id FROM claim c WHERE c.review_id ="
          + " r.review_id AND c.stage = ? AND c.item_id = r.id AND c.until > ? AND c.reviewer_id <>"
          + " ?) AS taken) < ?";

  private final Sql sql;
  private final Clock clock;

  Claims(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** Whether items are handed out at all: two who both must vote need no turns. */
  boolean areNeeded(UUID reviewId, int votesNeeded) {
    return sql.number(
            "SELECT count(*) FROM membership m JOIN account a ON a.id = m.account_id WHERE"
                + " m.review_id = ? AND 'reviewer' = ANY(m.roles) AND NOT a.disabled",
            reviewId)
        > votesNeeded;
  }

  /**
   * Holds hand-outs of the review until the transaction ends, so that none takes what another does.
   */
  void lock(UUID reviewId) {
    sql.list(
        "SELECT pg_advisory_xact_lock(hashtextextended(?, 0))",
        row -> true,
        "claims of " + reviewId);
  }

  List<Object> freeArguments(Stage stage, UUID reviewer, int votesNeeded) {
    return List.of(stage, reviewer, stage, clock.instant(), reviewer, votesNeeded);
  }

  void claim(UUID reviewId, Stage stage, UUID reviewer, List<Integer> items) {
    sql.update("DELETE FROM claim WHERE review_id = ? AND until <= ?", reviewId, clock.instant());
    if (!items.isEmpty()) {
      sql.update(
          "INSERT INTO claim (review_id, stage, item_id, reviewer_id, until) SELECT ?, ?, item, ?, ?"
              + " FROM unnest(?::int[]) AS item ON CONFLICT (review_id, stage, item_id,"
              + " reviewer_id) DO UPDATE SET until = excluded.until",
          reviewId,
          stage,
          reviewer,
          clock.instant().plus(HELD),
          items);
    }
  }
}
