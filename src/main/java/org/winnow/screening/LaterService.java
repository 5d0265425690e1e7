package org.winnow.screening;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.winnow.platform.RuleViolation;
import org.winnow.record.Records;
import org.winnow.review.Stage;

/** What a reviewer puts off; no vote, and no state of the review. */
@ApplicationScoped
class LaterService {
  private final Records records;
  private final Queue queue;

  LaterService(Records records, Queue queue) {
    this.records = records;
    this.queue = queue;
  }

  /** Puts an item at the end of the reviewer's own queue. */
  @Transactional
  void putAside(UUID reviewId, UUID reviewer, Stage stage, int item) {
    int entry = records.representativeOf(reviewId, item).orElseThrow(RuleViolation::notFound);
    // That a report is there at all tells that its record passed.
    if (queue.itemsAmong(reviewId, stage, List.of(entry)).isEmpty()
        || !queue.isTold(reviewId, stage, entry, reviewer)) {
      throw RuleViolation.notFound();
    }
    queue.putAside(reviewId, stage, reviewer, entry);
  }

  /** Puts an item back to its place in the reviewer's queue; repeating it changes nothing. */
  @Transactional
  void takeUp(UUID reviewId, UUID reviewer, Stage stage, int item) {
    queue.takeUp(reviewId, stage, reviewer, item);
  }
}
