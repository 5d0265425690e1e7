package org.winnow.screening;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.winnow.retrieval.ReportSight;
import org.winnow.review.Reviews;
import org.winnow.team.CurrentAccount;

/** Whoever is blinded knows of the reports that their own queue tells them of, and of no others. */
@ApplicationScoped
class ReportsToldOf implements ReportSight {
  private final Queue queue;
  private final Reviews reviews;

  ReportsToldOf(Queue queue, Reviews reviews) {
    this.queue = queue;
    this.reviews = reviews;
  }

  @Override
  public boolean knows(UUID reviewId, int report, CurrentAccount member) {
    return !reviews.isBlinded(reviewId, member) || queue.knowsOf(reviewId, report, member.id());
  }
}
