package org.winnow.screening;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.winnow.allocation.Allocation;
import org.winnow.allocation.Allocations.Condition;
import org.winnow.platform.Sql;
import org.winnow.review.Stage;
import org.winnow.team.MemberRemoved;

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

  private static final String VOTERS =
      "SELECT v.reviewer_id FROM vote v WHERE v.review_id = r.review_id AND v.stage = ? AND"
          + " v.counts_for = r.id AND v.withdrawn_sequence IS NULL AND v.reviewer_id <> ?";

  private static final String HOLDERS =
      "SELECT c.reviewer_id FROM claim c WHERE c.review_id = r.review_id AND c.stage = ? AND"
          + " c.item_id = r.id AND c.until > ? AND c.reviewer_id <> ?";

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

  /**
   * How a queue leaves out what others hold, and what the rules on pairs forbid with those who have
   * voted or hold it.
   */
  Condition free(Stage stage, UUID reviewer, int votesNeeded, Allocation allocation) {
    return together(
        VOTERS + " UNION " + HOLDERS,
        List.of(stage, reviewer, stage, clock.instant(), reviewer),
        reviewer,
        votesNeeded,
        allocation);
  }

  /** The same of those who have voted alone: what nobody's claim changes. */
  static Condition permitted(Stage stage, UUID reviewer, int votesNeeded, Allocation allocation) {
    return together(
        VOTERS.replaceFirst("SELECT", "SELECT DISTINCT"),
        List.of(stage, reviewer),
        reviewer,
        votesNeeded,
        allocation);
  }

  /** What somebody holds. */
  Condition heldBy(Stage stage, UUID reviewer) {
    return new Condition(
        " AND EXISTS (SELECT 1 FROM claim c WHERE c.review_id = r.review_id AND c.stage = ? AND"
            + " c.item_id = r.id AND c.reviewer_id = ? AND c.until > ?)",
        List.of(stage, reviewer, clock.instant()));
  }

  private static Condition together(
      String others,
      List<Object> otherArguments,
      UUID reviewer,
      int votesNeeded,
      Allocation allocation) {
    StringBuilder rule = new StringBuilder("count(*) < ?");
    List<Object> arguments = new ArrayList<>(List.of(votesNeeded));
    Set<UUID> apart = allocation.apartFrom(reviewer);
    if (!apart.isEmpty()) {
      rule.append(" AND NOT COALESCE(bool_or(taken.reviewer_id = ANY(?::uuid[])), false)");
      arguments.add(apart);
    }
    if (allocation.waitsForExperience(reviewer)) {
      rule.append(
          " AND (count(*) + 1 < ? OR COALESCE(bool_or(taken.reviewer_id = ANY(?::uuid[])), false))");
      arguments.add(votesNeeded);
      arguments.add(allocation.experienced());
    }
    arguments.addAll(otherArguments);
    return new Condition(" AND (SELECT " + rule + " FROM (" + others + ") AS taken)", arguments);
  }

  /** Whoever no longer screens holds nothing. */
  void memberRemoved(@Observes MemberRemoved removed) {
    sql.update(
        "DELETE FROM claim WHERE review_id = ? AND reviewer_id = ?",
        removed.reviewId(),
        removed.account());
  }

  /** What somebody holds is another's to vote on, if they have not. Returns how many that are. */
  int handOver(UUID reviewId, Stage stage, UUID from, UUID to) {
    int moved =
        sql.update(
            "INSERT INTO claim (review_id, stage, item_id, reviewer_id, until) SELECT c.review_id,"
                + " c.stage, c.item_id, ?, c.until FROM claim c WHERE c.review_id = ? AND c.stage ="
                + " ? AND c.reviewer_id = ? AND c.until > ? AND NOT EXISTS (SELECT 1 FROM vote v"
                + " WHERE v.review_id = c.review_id AND v.stage = c.stage AND v.counts_for ="
                + " c.item_id AND v.reviewer_id IN (?, c.reviewer_id) AND v.withdrawn_sequence IS"
                + " NULL) ON CONFLICT DO NOTHING",
            to,
            reviewId,
            stage,
            from,
            clock.instant(),
            to);
    sql.update(
        "DELETE FROM claim WHERE review_id = ? AND stage = ? AND reviewer_id = ?",
        reviewId,
        stage,
        from);
    return moved;
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
