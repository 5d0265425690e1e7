package org.winnow.screening;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.winnow.allocation.Allocation;
import org.winnow.allocation.Allocations;
import org.winnow.allocation.Allocations.Condition;
import org.winnow.annotation.Tagged;
import org.winnow.platform.RuleViolation;
import org.winnow.platform.Sql;
import org.winnow.record.ScreeningPlace;
import org.winnow.review.ScreeningPolicy;
import org.winnow.review.ScreeningPolicy.QueueOrder;
import org.winnow.review.Stage;

/**
 * What a reviewer has still to vote on, in their own stable order. Nothing of it depends on what
 * others voted, only on how many votes an item still needs.
 */
@ApplicationScoped
class Queue {
  /** Items that a stage asks votes on. */
  private static final String TITLE_ABSTRACT_ITEMS =
      " FROM record r WHERE r.review_id = ? AND r.live AND r.representative_id IS NULL";

  private static final String REPORTS =
      " FROM record r JOIN screening passed ON passed.review_id = r.review_id AND passed.stage ="
          + " 'TITLE_ABSTRACT' AND passed.item_id = r.id AND passed.status = 'INCLUDED' JOIN report"
          + " p ON p.review_id = r.review_id AND p.id = r.id WHERE r.review_id = ? AND r.live AND"
          + " r.representative_id IS NULL";

  private static final String FULL_TEXT_ITEMS = REPORTS + " AND p.retrieval <> 'NOT_RETRIEVED'";

  /** Reports that could not be had, in case they turn up. */
  private static final String NOT_RETRIEVED = REPORTS + " AND p.retrieval = 'NOT_RETRIEVED'";

  private static final String NEEDS_VOTES =
      " AND NOT EXISTS (SELECT 1 FROM screening s WHERE s.review_id = r.review_id AND s.stage = ? AND"
          + " s.item_id = r.id AND s.status <> 'PENDING') AND NOT EXISTS (SELECT 1 FROM vote v WHERE"
          + " v.review_id = r.review_id AND v.stage = ? AND v.counts_for = r.id AND v.reviewer_id ="
          + " ? AND v.withdrawn_sequence IS NULL)";

  private static final String MY_MAYBE =
      " AND EXISTS (SELECT 1 FROM vote v WHERE v.review_id = r.review_id AND v.stage = ? AND"
          + " v.counts_for = r.id AND v.reviewer_id = ? AND v.withdrawn_sequence IS NULL AND"
          + " v.verdict = 'MAYBE' AND NOT EXISTS (SELECT 1 FROM vote w WHERE w.review_id ="
          + " v.review_id AND w.stage = v.stage AND w.counts_for = v.counts_for AND w.reviewer_id ="
          + " v.reviewer_id AND w.withdrawn_sequence IS NULL AND w.sequence > v.sequence))";

  private static final String WITHOUT_ABSTRACT =
      " AND r.abstract_en = '' AND r.abstract_zh = '' AND NOT EXISTS (SELECT 1 FROM"
          + " record_correction c WHERE c.review_id = r.review_id AND c.record_id = r.id AND c.field"
          + " LIKE 'ABSTRACT%')";

  private static final String IS_LATER =
      " (SELECT 1 FROM later_item l WHERE l.review_id = r.review_id AND l.stage = ? AND"
          + " l.reviewer_id = ? AND l.item_id = r.id)";

  private static final String NOT_LATER = " AND NOT EXISTS" + IS_LATER;

  /** Marks positions among what was put aside. */
  private static final String LATER = "l";

  /**
   * That a report is to be read tells that its record passed: to a reviewer it is told once they
   * have voted on that record themselves, and of the others when the stage before is closed.
   */
  static final String FULL_TEXT_TOLD =
      " AND (EXISTS (SELECT 1 FROM vote own WHERE own.review_id = r.review_id AND own.stage ="
          + " 'TITLE_ABSTRACT' AND own.counts_for = r.id AND own.reviewer_id = ? AND"
          + " own.withdrawn_sequence IS NULL) OR EXISTS (SELECT 1 FROM stage before WHERE"
          + " before.review_id = r.review_id AND before.stage = 'TITLE_ABSTRACT' AND"
          + " before.closed))";

  /** So that nobody claims more than they will soon read. */
  private static final int CLAIMED_AT_MOST = 20;

  private final Sql sql;
  private final Claims claims;
  private final Allocations allocations;
  private final Shares shares;

  Queue(Sql sql, Claims claims, Allocations allocations, Shares shares) {
    this.sql = sql;
    this.claims = claims;
    this.allocations = allocations;
    this.shares = shares;
  }

  /** An item and where it stands in the reviewer's order. */
  record Entry(int item, String position, boolean later) {}

  /**
   * A part of the queue.
   *
   * @param tag one of the reviewer's tags, which the items bear; null for any
   * @param value what the tag says there; empty for anything
   */
  record Selection(Only only, @Nullable UUID tag, String value) {
    static final Selection ALL = new Selection(Only.ALL, null, "");

    /** What is asked for. */
    enum Only {
      /** Whatever the reviewer has not voted on. */
      ALL,
      /** Of these, those without an abstract in any language. */
      NO_ABSTRACT,
      /** Of these, those that the reviewer has put aside. */
      LATER,
      /** What the reviewer has said "maybe" to. */
      MAYBE,
      /** Reports that could not be had; nothing to vote on until they can. */
      NOT_RETRIEVED;

      /** Whether it is of what the reviewer has still to vote on. */
      boolean isWork() {
        return this != MAYBE && this != NOT_RETRIEVED;
      }

      static Only fromString(String word) {
        for (Only only : values()) {
          if (only.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(word)) {
            return only;
          }
        }
        throw RuleViolation.invalid("bad-fields", "only");
      }
    }
  }

  /**
   * The next items in the order of the reviewer; what they put aside for later comes after all
   * others.
   *
   * @param after position of the last item that the reviewer has; null at the beginning
   */
  List<Entry> next(
      UUID reviewId,
      Stage stage,
      UUID reviewer,
      ScreeningPolicy policy,
      Selection selection,
      @Nullable String after,
      int limit) {
    Where where = selected(reviewId, stage, reviewer, selection);
    QueueOrder order = policy.order();
    int votesNeeded = policy.votesNeeded(stage);
    if (!selection.only().isWork()) {
      return next(reviewId, stage, reviewer, order, selection, where, after, limit);
    }
    Allocation allocation = allocations.current(reviewId, stage).allocation();
    Where mine = where.and(Allocations.isFor(allocation, reviewer));
    if (!allocation.asksOfPairs()
        && allocation.quotaOf(reviewer).isEmpty()
        && !claims.areNeeded(reviewId, votesNeeded)) {
      return next(reviewId, stage, reviewer, order, selection, mine, after, limit);
    }
    claims.lock(reviewId);
    List<Entry> entries =
        withinQuota(
            reviewId,
            stage,
            reviewer,
            allocation,
            next(
                reviewId,
                stage,
                reviewer,
                order,
                selection,
                mine.and(claims.free(stage, reviewer, votesNeeded, allocation)),
                after,
                Math.min(limit, CLAIMED_AT_MOST)));
    claims.claim(reviewId, stage, reviewer, entries.stream().map(Entry::item).toList());
    return entries;
  }

  /** What somebody holds already, and as much more as their quota leaves. */
  private List<Entry> withinQuota(
      UUID reviewId, Stage stage, UUID reviewer, Allocation allocation, List<Entry> entries) {
    OptionalLong left = shares.left(reviewId, stage, allocation, reviewer);
    if (left.isEmpty()) {
      return entries;
    }
    Set<Integer> held = held(reviewId, stage, reviewer);
    long more = left.getAsLong() - held.size();
    List<Entry> within = new ArrayList<>();
    for (Entry entry : entries) {
      if (held.contains(entry.item()) || more-- > 0) {
        within.add(entry);
      }
    }
    return within;
  }

  /** What somebody has been handed and may still vote on. */
  private Set<Integer> held(UUID reviewId, Stage stage, UUID reviewer) {
    Where holding =
        selected(reviewId, stage, reviewer, Selection.ALL).and(claims.heldBy(stage, reviewer));
    return Set.copyOf(
        sql.list(
            "SELECT r.id" + holding.sql(), row -> row.getInt(1), holding.arguments().toArray()));
  }

  private List<Entry> next(
      UUID reviewId,
      Stage stage,
      UUID reviewer,
      QueueOrder order,
      Selection selection,
      Where where,
      @Nullable String after,
      int limit) {
    List<Entry> found = new ArrayList<>();
    boolean reachedLater = after != null && after.startsWith(LATER);
    if (!reachedLater && selection.only() != Selection.Only.LATER) {
      found.addAll(
          inOrder(reviewId, reviewer, order, where.and(NOT_LATER, stage, reviewer), after, limit));
    }
    if (found.size() < limit) {
      int turn = reachedLater ? number(Objects.requireNonNull(after).substring(1), 0) : 0;
      found.addAll(putAside(where, stage, reviewer, turn, limit - found.size()));
    }
    return found;
  }

  /** How many items of the selection wait for the reviewer. */
  long remaining(
      UUID reviewId, Stage stage, UUID reviewer, ScreeningPolicy policy, Selection selection) {
    Where where = selected(reviewId, stage, reviewer, selection);
    if (selection.only() == Selection.Only.LATER) {
      where = where.and(" AND EXISTS" + IS_LATER, stage, reviewer);
    }
    if (!selection.only().isWork()) {
      return count(where);
    }
    Allocation allocation = allocations.current(reviewId, stage).allocation();
    where = where.and(Allocations.isFor(allocation, reviewer));
    if (allocation.asksOfPairs()) {
      where = where.and(Claims.permitted(stage, reviewer, policy.votesNeeded(stage), allocation));
    }
    OptionalLong left = shares.left(reviewId, stage, allocation, reviewer);
    return left.isPresent() ? Math.min(left.getAsLong(), count(where)) : count(where);
  }

  long remaining(UUID reviewId, Stage stage, UUID reviewer, ScreeningPolicy policy) {
    return remaining(reviewId, stage, reviewer, policy, Selection.ALL);
  }

  /** Whether a reviewer would have something to vote on if no rules shared the work out. */
  boolean hasWorkWithoutRules(UUID reviewId, Stage stage, UUID reviewer) {
    Where where = selected(reviewId, stage, reviewer, Selection.ALL);
    return !sql.list(
            "SELECT 1" + where.sql() + " LIMIT 1", row -> true, where.arguments().toArray())
        .isEmpty();
  }

  private long count(Where where) {
    return sql.number("SELECT count(*)" + where.sql(), where.arguments().toArray());
  }

  /**
   * Puts an item at the end of the reviewer's queue; again at the end, if it was put there before.
   */
  void putAside(UUID reviewId, Stage stage, UUID reviewer, int item) {
    sql.list(
        "SELECT pg_advisory_xact_lock(hashtextextended(?, 0))",
        row -> true,
        "later of %s in %s".formatted(reviewer, reviewId));
    takeUp(reviewId, stage, reviewer, item);
    // Turns are counted for each reviewer: one common count would tell what others put aside.
    sql.update(
        "INSERT INTO later_item (review_id, stage, reviewer_id, item_id, turn) OVERRIDING SYSTEM"
            + " VALUE SELECT ?, ?, ?, ?, COALESCE(max(turn), 0) + 1 FROM later_item WHERE review_id"
            + " = ? AND stage = ? AND reviewer_id = ?",
        reviewId,
        stage,
        reviewer,
        item,
        reviewId,
        stage,
        reviewer);
  }

  /** Puts an item back to its place in the reviewer's order. */
  void takeUp(UUID reviewId, Stage stage, UUID reviewer, int item) {
    sql.update(
        "DELETE FROM later_item WHERE review_id = ? AND stage = ? AND reviewer_id = ? AND item_id ="
            + " ?",
        reviewId,
        stage,
        reviewer,
        item);
  }

  /** Whether a reviewer is told that votes are asked on this item, where they are. */
  boolean isTold(UUID reviewId, Stage stage, int item, UUID reviewer) {
    return stage == Stage.TITLE_ABSTRACT
        || sql.number(
                "SELECT count(*) FROM record r WHERE r.review_id = ?"
                    + FULL_TEXT_TOLD
                    + " AND r.id = ?",
                reviewId,
                reviewer,
                item)
            > 0;
  }

  /**
   * Whether a reviewer may know of a report: its record passed, and they are told so. Whether the
   * document could be had is another matter.
   */
  boolean knowsOf(UUID reviewId, int report, UUID reviewer) {
    return sql.number(
            "SELECT count(*)" + REPORTS + FULL_TEXT_TOLD + " AND r.id = ?",
            reviewId,
            reviewer,
            report)
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

  /** Items by a condition, and the condition's arguments. */
  private record Where(String sql, List<Object> arguments) {
    Where and(String condition, Object... more) {
      List<Object> all = new ArrayList<>(arguments);
      all.addAll(List.of(more));
      return new Where(sql + condition, all);
    }

    Where and(Condition condition) {
      return and(condition.sql(), condition.arguments().toArray());
    }
  }

  private static Where selected(UUID reviewId, Stage stage, UUID reviewer, Selection selection) {
    boolean missing = selection.only() == Selection.Only.NOT_RETRIEVED;
    if (missing && stage == Stage.TITLE_ABSTRACT) {
      return new Where(items(stage) + " AND false", List.of(reviewId));
    }
    Where all = new Where(missing ? NOT_RETRIEVED : items(stage), List.of(reviewId));
    Where items = stage == Stage.FULL_TEXT ? all.and(FULL_TEXT_TOLD, reviewer) : all;
    Where open =
        switch (selection.only()) {
          case MAYBE -> items.and(MY_MAYBE, stage, reviewer);
          case NOT_RETRIEVED -> items;
          case ALL, NO_ABSTRACT, LATER -> items.and(NEEDS_VOTES, stage, stage, reviewer);
        };
    Where kind = selection.only() == Selection.Only.NO_ABSTRACT ? open.and(WITHOUT_ABSTRACT) : open;
    return selection.tag() == null
        ? kind
        : kind.and(
            Tagged.BY_MEMBER, reviewer, selection.tag(), selection.value(), selection.value());
  }

  private List<Entry> inOrder(
      UUID reviewId,
      UUID reviewer,
      QueueOrder order,
      Where where,
      @Nullable String after,
      int limit) {
    return switch (order) {
      case RANDOM -> around(reviewId, reviewer, where, after, limit);
      case IMPORT -> stretch(where.and(" AND r.id > ?", number(after, 0)), "r.id", "", limit);
      case NEWEST ->
          stretch(
              where.and(" AND r.id < ?", number(after, Integer.MAX_VALUE)), "r.id DESC", "", limit);
    };
  }

  /**
   * The shuffled order is a circle; each reviewer walks once around it from a place of their own.
   */
  private List<Entry> around(
      UUID reviewId, UUID reviewer, Where where, @Nullable String after, int limit) {
    int start = ScreeningPlace.startOf(reviewId, reviewer);
    boolean pastZero = after != null && after.startsWith("b");
    int place = after == null ? start - 1 : number(after.substring(1), start - 1);
    List<Entry> found = new ArrayList<>();
    if (!pastZero) {
      found.addAll(stretch(where.and(" AND r.place > ?", place), "r.place, r.id", "a", limit));
    }
    if (found.size() < limit) {
      int from = pastZero ? place : -1;
      found.addAll(
          stretch(
              where.and(" AND r.place > ? AND r.place < ?", from, start),
              "r.place, r.id",
              "b",
              limit - found.size()));
    }
    return found;
  }

  private List<Entry> stretch(Where where, String order, String mark, int limit) {
    String position = mark.isEmpty() ? "r.id" : "r.place";
    Where limited = where.and(" ORDER BY " + order + " LIMIT ?", limit);
    return sql.list(
        "SELECT r.id, " + position + limited.sql(),
        row -> new Entry(row.getInt(1), mark + row.getInt(2), false),
        limited.arguments().toArray());
  }

  private List<Entry> putAside(Where where, Stage stage, UUID reviewer, int turn, int limit) {
    Where limited =
        where
            .and(
                " AND later.review_id = r.review_id AND later.stage = ? AND later.reviewer_id = ?"
                    + " AND later.item_id = r.id AND later.turn > ?",
                stage,
                reviewer,
                turn)
            .and(" ORDER BY later.turn LIMIT ?", limit);
    return sql.list(
        "SELECT r.id, later.turn"
            + limited.sql().replaceFirst(" FROM ", " FROM later_item later CROSS JOIN "),
        row -> new Entry(row.getInt(1), LATER + row.getInt(2), true),
        limited.arguments().toArray());
  }

  /** What a stage asks votes on: a FROM clause over {@code r} whose argument is the review. */
  static String items(Stage stage) {
    return switch (stage) {
      case TITLE_ABSTRACT -> TITLE_ABSTRACT_ITEMS;
      case FULL_TEXT -> FULL_TEXT_ITEMS;
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
