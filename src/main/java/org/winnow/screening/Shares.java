package org.winnow.screening;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.winnow.allocation.Allocation;
import org.winnow.allocation.Allocation.Quota;
import org.winnow.platform.Sql;
import org.winnow.review.Stage;

/** How far people have come with their quotas. Every method belongs to the caller's transaction. */
@ApplicationScoped
class Shares {
  private final Sql sql;

  Shares(Sql sql) {
    this.sql = sql;
  }

  /**
   * How many more items somebody may vote on; empty for whoever has no quota. Who has taken over
   * the shares of others may vote on what all their quotas together leave.
   */
  OptionalLong left(UUID reviewId, Stage stage, Allocation allocation, UUID reviewer) {
    if (allocation.quotaOf(reviewer).isEmpty()) {
      return OptionalLong.empty();
    }
    Set<UUID> together = new HashSet<>(allocation.takenOverBy(reviewer));
    together.add(reviewer);
    long left = 0;
    for (UUID one : together) {
      Quota quota = allocation.quotaOf(one).orElse(null);
      if (quota != null) {
        left += limit(reviewId, stage, quota) - voted(reviewId, stage, one);
      }
    }
    return OptionalLong.of(Math.max(0, left));
  }

  /** What is left to each of some people who have a quota. */
  Map<UUID, Long> left(
      UUID reviewId, Stage stage, Allocation allocation, Iterable<UUID> reviewers) {
    Map<UUID, Long> found = new HashMap<>();
    for (UUID reviewer : reviewers) {
      left(reviewId, stage, allocation, reviewer).ifPresent(left -> found.put(reviewer, left));
    }
    return found;
  }

  /** How many items somebody has voted on, withdrawn records apart. */
  long voted(UUID reviewId, Stage stage, UUID reviewer) {
    return sql.number(
        "SELECT count(DISTINCT v.counts_for) FROM vote v JOIN record r ON r.review_id = v.review_id"
            + " AND r.id = v.counts_for AND r.live WHERE v.review_id = ? AND v.stage = ? AND"
            + " v.reviewer_id = ? AND v.withdrawn_sequence IS NULL",
        reviewId,
        stage,
        reviewer);
  }

  private long limit(UUID reviewId, Stage stage, Quota quota) {
    return quota.votes() != null
        ? quota.votes()
        : quota.of(told(reviewId, stage, quota.reviewer()));
  }

  /**
   * How many items there are that somebody may know of. At full text these are not all: a share of
   * all would tell how many records passed.
   */
  private long told(UUID reviewId, Stage stage, UUID reviewer) {
    return stage == Stage.FULL_TEXT
        ? sql.number(
            "SELECT count(*)" + Queue.items(stage) + Queue.FULL_TEXT_TOLD, reviewId, reviewer)
        : sql.number("SELECT count(*)" + Queue.items(stage), reviewId);
  }
}
