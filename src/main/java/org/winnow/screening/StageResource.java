package org.winnow.screening;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.winnow.review.Stage;
import org.winnow.team.CurrentAccount;
import org.winnow.team.RequiresRole;
import org.winnow.team.ReviewRole;

@Path("/api/v1/reviews/{reviewId}/stages/{stage}/state")
class StageResource {
  private final ScreeningService screening;
  private final CurrentAccount current;

  StageResource(ScreeningService screening, CurrentAccount current) {
    this.screening = screening;
    this.current = current;
  }

  public enum State {
    OPEN,
    CLOSED;

    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static State of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  /** The reason is why unfinished items are left, or why the stage is opened again. */
  record StageChange(@NotNull State state, @Nullable @Size(max = 4000) String reason) {}

  @PUT
  @RequiresRole(ReviewRole.LEAD)
  public StageChange change(
      @PathParam("reviewId") UUID reviewId,
      @PathParam("stage") Stage stage,
      @NotNull @Valid StageChange change) {
    String reason = change.reason() == null ? "" : change.reason().strip();
    switch (change.state()) {
      case CLOSED -> screening.close(reviewId, current, stage, reason);
      case OPEN -> screening.reopen(reviewId, current.id(), stage, reason);
    }
    return change;
  }
}
