package org.winnow.screening;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.winnow.platform.RuleViolation;
import org.winnow.platform.Sql;
import org.winnow.record.ScreeningPlace;
import org.winnow.review.ScreeningPolicy.QueueOrder;
import org.winnow.review.Stage;

/**
 * What a reviewer has still to vote on, in their own stable order. Nothing of it depends on what
 * others voted, only on how many votes an item still needs.
 */
@ApplicationScoped
class Queue {
  /** So that nobody claims more than they will soon read. */
  private static final int CLAIMED_AT_MOST = 20;

  /** Items that a stage asks votes on. */
  private static final String TITLE_ABSTRACT_ITEMS =
      " FROM record r WHERE r.review_id = ? AND r.live AND r.representative_id IS NULL";

  private static final String FULL_TEXT_ITEMS =
      " FROM record r JOIN screening passed ON passed.review_id = r.review_id AND passed.stage ="
          + " 'TITLE_ABSTRACT' AND passed.item_id = r.id AND passed.status = 'INCLUDED' JOIN report"
          + " p ON p.review_id = r.review_id AND p.id = r.id AND p.retrieval <> 'NOT_RETRIEVED'"
          + " WHERE r.review_id = ? AND r.live AND r.representative_id IS NULL";

  private static final String NEEDS_VOTES =
      " AND NOT EXISTS (SELECT 1 FROM screening s WHERE s.review_id = r.review_id AND s.stage = ? AND"
          + " s.item_id = r.id AND s.status <> 'PENDING') AND NOT EXISTS (SELECT 1 FROM vote v WHERE"
          + " v.review_id = r.review_id AND v.stage = ? AND v.counts_for = r.id AND v.reviewer_id ="
          + " ? AND v.withdrawn_sequence IS NULL)";

  /**
   * That a report is to be read tells that its record passed: to a reviewer it is told once they
   * have voted on that record themselves, and of the others when the stage before is closed.
   */
  private static final String TITLE_ABSTRACT_TOLD = " AND ?::uuid IS NOT NULL";

  private static final String FULL_TEXT_TOLD =
      " AND (EXISTS (SELECT 1 FROM vote own WHERE own.review_id = r.review_id AND own.stage ="
          + " 'TITLE_ABSTRACT' AND own.counts_for = r.id AND own.reviewer_id = ? AND"
          + " own.withdrawn_sequence IS NULL) OR EXISTS (SELECT 1 FROM stage before WHERE"
          + " before.review_id = r.review_id AND before.stage = 'TITLE_ABSTRACT' AND"
          + " before.closed))";

  private final Sql sql;
  private final Claims claims;

  Queue(Sql sql, Claims claims) {
    this.sql = sql;
    this.claims = claims;
  }

  /** An item and where it stands in the reviewer's order. */
  record Entry(int item, String position) {}

  /**
   * The next items in the order of the reviewer.
   *
   * @param after position of the last item that the reviewer has; null at the beginning
   */
  List<Entry> next(
      UUID reviewId,
      Stage stage,
      UUID reviewer,
      QueueOrder order,
      @Nullable String after,
      int limit) {
    if (!claims.areNeeded(reviewId, stage)) {
      return inOrder(reviewId, stage, reviewer, order, after, limit);
    }
    claims.lock(reviewId);
    List<Entry> entries =
        inOrder(reviewId, stage, reviewer, order, after, Math.min(limit, CLAIMED_AT_MOST));
    claims.claim(reviewId, stage, reviewer, entries.stream().map(Entry::item).toList());
    return entries;
  }

  private List<Entry> inOrder(
      UUID reviewId,
      Stage stage,
      UUID reviewer,
      QueueOrder order,
      @Nullable String after,
      int limit) {
    return switch (order) {
      case RANDOM -> around(reviewId, stage, reviewer, after, limit);
      case IMPORT ->
          stretch(reviewId, stage, reviewer, "r.id > ?", "r.id", number(after, 0), "", limit);
      case NEWEST ->
          stretch(
              reviewId,
              stage,
              reviewer,
              "r.id < ?",
              "r.id DESC",
              number(after, Integer.MAX_VALUE),
              "",
              limit);
    };
  }

  long remaining(UUID reviewId, Stage stage, UUID reviewer) {
    return sql.number(
        "SELECT count(*)" + items(stage) + told(stage) + NEEDS_VOTES,
        reviewId,
        reviewer,
        stage,
        stage,
        reviewer);
  }

  /** How many items the reviewer has voted on, among those that count now. */
  long voted(UUID reviewId, Stage stage, UUID reviewer) {
    return sql.number(
        "SELECT count(DISTINCT v.counts_for) FROM vote v JOIN record r ON r.review_id = v.review_id"
            + " AND r.id = v.counts_for AND r.live WHERE v.review_id = ? AND v.stage = ? AND"
            + " v.reviewer_id = ? AND v.withdrawn_sequence IS NULL",
        reviewId,
        stage,
        reviewer);
  }

  /** Whether a reviewer is told that votes are asked on this item, where they are. */
  boolean isTold(UUID reviewId, Stage stage, int item, UUID reviewer) {
    return stage == Stage.TITLE_ABSTRACT
        || sql.number(
                "SELECT count(*) FROM record r WHERE r.review_id = ?"
                    + told(stage)
                    + " AND r.id = ?",
                reviewId,
                reviewer,
                item)
            > 0;
  }

  /** Those of some entries that votes are asked on at all. */
  Set<Integer> itemsAmong(UUID reviewId, Stage stage, Collection<Integer> entries) {
    return Set.copyOf(
        sql.list(
            "SELECT r.id" + items(stage) + " AND r.id = ANY(?::int[])",
            row -> row.getInt(1),
            reviewId,
            entries));
  }

  /** Every item that the stage asks votes on. */
  Set<Integer> allItems(UUID reviewId, Stage stage) {
    return Set.copyOf(sql.list("SELECT r.id" + items(stage), row -> row.getInt(1), reviewId));
  }

  /** How many items the stage has. */
  long items(UUID reviewId, Stage stage) {
    return sql.number("SELECT count(*)" + items(stage), reviewId);
  }

  /** How many items of the stage have a status of these. */
  long items(UUID reviewId, Stage stage, List<String> statuses) {
    return sql.number(
        "SELECT count(*)"
            + items(stage)
            + " AND EXISTS (SELECT 1 FROM screening s WHERE s.review_id = r.review_id AND s.stage = ?"
            + " AND s.item_id = r.id AND s.status = ANY(?::text[]))",
        reviewId,
        stage,
        statuses);
  }

  /**
   * The shuffled order is a circle; each reviewer walks once around it from a place of their own.
   */
  private List<Entry> around(
      UUID reviewId, Stage stage, UUID reviewer, @Nullable String after, int limit) {
    int start = ScreeningPlace.startOf(reviewId, reviewer);
    boolean pastZero = after != null && after.startsWith("b");
    int place = after == null ? start - 1 : number(after.substring(1), start - 1);
    List<Entry> found = new ArrayList<>();
    if (!pastZero) {
      found.addAll(
          stretch(reviewId, stage, reviewer, "r.place > ?", "r.place, r.id", place, "a", limit));
    }
    if (found.size() < limit) {
      int from = pastZero ? place : -1;
      found.addAll(
          stretch(
              reviewId,
              stage,
              reviewer,
              "r.place > ? AND r.place < " + start,
              "r.place, r.id",
              from,
              "b",
              limit - found.size()));
    }
    return found;
  }

  private List<Entry> stretch(
      UUID reviewId,
      Stage stage,
      UUID reviewer,
      String range,
      String order,
      int from,
      String mark,
      int limit) {
    String position = mark.isEmpty() ? "r.id" : "r.place";
    boolean claimed = claims.areNeeded(reviewId, stage);
    List<Object> arguments = new ArrayList<>(List.of(reviewId, reviewer, stage, stage, reviewer));
    if (claimed) {
      arguments.addAll(claims.freeArguments(reviewId, stage, reviewer));
    }
    arguments.addAll(List.of(from, limit));
    return sql.list(
        "SELECT r.id, "
            + position
            + items(stage)
            + told(stage)
            + NEEDS_VOTES
            + (claimed ? Claims.FREE : "")
            + " AND "
            + range
            + " ORDER BY "
            + order
            + " LIMIT ?",
        row -> new Entry(row.getInt(1), mark + row.getInt(2)),
        arguments.toArray());
  }

  private static String items(Stage stage) {
    return switch (stage) {
      case TITLE_ABSTRACT -> TITLE_ABSTRACT_ITEMS;
      case FULL_TEXT -> FULL_TEXT_ITEMS;
    };
  }

  private static String told(Stage stage) {
    return switch (stage) {
      case TITLE_ABSTRACT -> TITLE_ABSTRACT_TOLD;
      case FULL_TEXT -> FULL_TEXT_TOLD;
    };
  }

  private static int number(@Nullable String position, int start) {
    if (position == null) {
      return start;
    }
    try {
      return Integer.parseInt(position);
    } catch (NumberFormatException e) {
      throw RuleViolation.invalid("bad-cursor");
    }
  }
}
