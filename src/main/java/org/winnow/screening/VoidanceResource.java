package org.winnow.screening;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.winnow.review.Stage;
import org.winnow.team.CurrentAccount;
import org.winnow.team.RequiresRole;
import org.winnow.team.ReviewRole;

/** Voids the votes of a reviewer, for instance of one who leaves or misread the criteria. */
@Path("/api/v1/reviews/{reviewId}/stages/{stage}/voidances/{reviewer}")
class VoidanceResource {
  private final ScreeningService screening;
  private final CurrentAccount current;

  VoidanceResource(ScreeningService screening, CurrentAccount current) {
    this.screening = screening;
    this.current = current;
  }

  record Voidance(@NotBlank @Size(max = 4000) String reason) {}

  record Voided(int votes) {}

  /** Answers how many votes were voided; none when there are none that stand. */
  @PUT
  @RequiresRole(ReviewRole.LEAD)
  public Voided voidVotes(
      @PathParam("reviewId") UUID reviewId,
      @PathParam("stage") Stage stage,
      @PathParam("reviewer") UUID reviewer,
      @NotNull @Valid Voidance voidance) {
    return new Voided(
        screening.voidVotes(
            reviewId, current.id(), new VotesVoided(stage, reviewer, voidance.reason().strip())));
  }
}
