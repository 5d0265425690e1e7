package org.winnow.screening;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.winnow.review.Reviews;
import org.winnow.review.Stage;
import org.winnow.team.CurrentAccount;
import org.winnow.team.RequiresRole;
import org.winnow.team.ReviewRole;

/** Gives what a reviewer has not voted on to another, for instance of one who leaves. */
@Path("/api/v1/reviews/{reviewId}/stages/{stage}/handovers/{reviewer}")
class HandoverResource {
  private final HandoverService handovers;
  private final Reviews reviews;
  private final CurrentAccount current;

  HandoverResource(HandoverService handovers, Reviews reviews, CurrentAccount current) {
    this.handovers = handovers;
    this.reviews = reviews;
    this.current = current;
  }

  record Handover(@NotNull UUID to) {}

  /**
   * @param remaining what the heir has to vote on now; not told of full texts to a lead who votes,
   *     for it tells how many records passed
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record HandedOver(@Nullable Long remaining) {}

  @PUT
  @RequiresRole(ReviewRole.LEAD)
  public HandedOver handOver(
      @PathParam("reviewId") UUID reviewId,
      @PathParam("stage") Stage stage,
      @PathParam("reviewer") UUID reviewer,
      @NotNull @Valid Handover handover) {
    long remaining = handovers.handOver(reviewId, current.id(), stage, reviewer, handover.to());
    boolean untold = stage == Stage.FULL_TEXT && reviews.isBlinded(reviewId, current);
    return new HandedOver(untold ? null : remaining);
  }
}
