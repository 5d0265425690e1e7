package org.winnow.screening;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.winnow.allocation.Allocation;
import org.winnow.allocation.Allocations;
import org.winnow.platform.Sql;
import org.winnow.review.Reviews;
import org.winnow.review.Stage;

/** How far screening has come. Every method belongs to the caller's transaction. */
@ApplicationScoped
public class ScreeningProgress {
  private final Sql sql;
  private final Queue queue;
  private final Shares shares;
  private final Allocations allocations;
  private final Reviews reviews;

  ScreeningProgress(Sql sql, Queue queue, Shares shares, Allocations allocations, Reviews reviews) {
    this.sql = sql;
    this.queue = queue;
    this.shares = shares;
    this.allocations = allocations;
    this.reviews = reviews;
  }

  /** One reviewer's own share: independent of what anybody else voted. */
  public record Mine(long voted, long remaining) {}

  public Mine mine(UUID reviewId, Stage stage, UUID reviewer) {
    return new Mine(
        shares.voted(reviewId, stage, reviewer),
        reviews.isClosed(reviewId, stage)
            ? 0
            : queue.remaining(reviewId, stage, reviewer, reviews.policy(reviewId)));
  }

  /** What the rules that share the work out leave to somebody. */
  enum ShareState {
    /** Something, or there is nothing for anybody. */
    OPEN,
    HANDED_OVER,
    QUOTA_REACHED,
    /** Others may vote on what is left, and they may not. */
    NOTHING_PERMITTED;

    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * @param left how many more items the quota allows; absent without one
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record MyShare(ShareState state, @Nullable Long left) {}

  /** Empty where no rules share the work out. */
  Optional<MyShare> share(UUID reviewId, Stage stage, UUID reviewer) {
    Allocation allocation = allocations.current(reviewId, stage).allocation();
    if (allocation.isNone()) {
      return Optional.empty();
    }
    OptionalLong left = shares.left(reviewId, stage, allocation, reviewer);
    return Optional.of(
        new MyShare(
            state(reviewId, stage, reviewer, allocation, left),
            left.isPresent() ? left.getAsLong() : null));
  }

  private ShareState state(
      UUID reviewId, Stage stage, UUID reviewer, Allocation allocation, OptionalLong left) {
    if (allocation.hasHandedOver(reviewer)) {
      return ShareState.HANDED_OVER;
    }
    if (left.isPresent() && left.getAsLong() == 0) {
      return ShareState.QUOTA_REACHED;
    }
    return queue.remaining(reviewId, stage, reviewer, reviews.policy(reviewId)) == 0
            && queue.hasWorkWithoutRules(reviewId, stage, reviewer)
        ? ShareState.NOTHING_PERMITTED
        : ShareState.OPEN;
  }

  /** The same of a part of the queue, of which nothing is done as long as it is in it. */
  Mine mine(UUID reviewId, Stage stage, UUID reviewer, Queue.Selection selection) {
    return selection.equals(Queue.Selection.ALL)
        ? mine(reviewId, stage, reviewer)
        : new Mine(
            0,
            reviews.isClosed(reviewId, stage)
                ? 0
                : queue.remaining(reviewId, stage, reviewer, reviews.policy(reviewId), selection));
  }

  /** Items that votes are asked on; not for blinded members. */
  public long items(UUID reviewId, Stage stage) {
    return queue.items(reviewId, stage);
  }

  /** Items with a decision; not for blinded members. */
  public long decided(UUID reviewId, Stage stage) {
    return queue.items(reviewId, stage, List.of("INCLUDED", "EXCLUDED"));
  }

  /** Conflicts of anybody; not for blinded members. */
  public long conflicts(UUID reviewId, Stage stage) {
    return queue.items(reviewId, stage, List.of("VERDICT_CONFLICT", "REASON_CONFLICT"));
  }

  /** Conflicts between others, for an adjudicator. */
  public long toSettle(UUID reviewId, Stage stage, UUID adjudicator) {
    return sql.number(
        "SELECT count(*) FROM screening s JOIN record r ON r.review_id = s.review_id AND r.id ="
            + " s.item_id AND r.live AND r.representative_id IS NULL WHERE s.review_id = ? AND"
            + " s.stage = ? AND s.status LIKE '%CONFLICT' AND (? OR NOT EXISTS (SELECT 1 FROM vote v WHERE"
            + " v.review_id = s.review_id AND v.stage = s.stage AND v.counts_for = s.item_id AND"
            + " v.reviewer_id = ? AND v.withdrawn_sequence IS NULL))",
        reviewId, stage, reviews.policy(reviewId).adjudicatorMayHaveVoted(), adjudicator);
  }

  /** Conflicts of one's own votes, for a voter where the team settles them by consensus. */
  public long ownToSettle(UUID reviewId, Stage stage, UUID reviewer) {
    return sql.number(
        "SELECT count(*) FROM screening s JOIN record r ON r.review_id = s.review_id AND r.id ="
            + " s.item_id AND r.live AND r.representative_id IS NULL WHERE s.review_id = ? AND"
            + " s.stage = ? AND s.status LIKE '%CONFLICT' AND EXISTS (SELECT 1 FROM vote v WHERE"
            + " v.review_id = s.review_id AND v.stage = s.stage AND v.counts_for = s.item_id AND"
            + " v.reviewer_id = ? AND v.withdrawn_sequence IS NULL)",
        reviewId, stage, reviewer);
  }
}
