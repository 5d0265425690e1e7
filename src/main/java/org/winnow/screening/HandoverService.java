package org.winnow.screening;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.winnow.allocation.AllocationService;
import org.winnow.platform.RuleViolation;
import org.winnow.review.Reviews;
import org.winnow.review.Stage;

/** Gives what somebody has not voted on to another. */
@ApplicationScoped
class HandoverService {
  private final AllocationService allocation;
  private final Claims claims;
  private final Queue queue;
  private final Reviews reviews;

  HandoverService(AllocationService allocation, Claims claims, Queue queue, Reviews reviews) {
    this.allocation = allocation;
    this.claims = claims;
    this.queue = queue;
    this.reviews = reviews;
  }

  /**
   * Hands over the parts, what is left of the quota, and what is held just now. The same again
   * changes nothing. Returns how many items the heir has to vote on now.
   */
  @Transactional
  long handOver(UUID reviewId, UUID lead, Stage stage, UUID from, UUID to) {
    allocation.handOver(reviewId, lead, stage, from, to);
    if (reviews.isClosed(reviewId, stage)) {
      throw new RuleViolation("stage-closed");
    }
    claims.lock(reviewId);
    claims.handOver(reviewId, stage, from, to);
    return queue.remaining(reviewId, stage, to, reviews.policy(reviewId));
  }
}
