package org.winnow.record;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.winnow.team.CurrentAccount;
import org.winnow.team.RequiresRole;
import org.winnow.team.ReviewRole;

@Path("/api/v1/reviews/{reviewId}/records/{recordId}/corrections/{field}")
class CorrectionResource {
  private final Corrections corrections;
  private final CurrentAccount current;

  CorrectionResource(Corrections corrections, CurrentAccount current) {
    this.corrections = corrections;
    this.current = current;
  }

  /**
   * A text for a field.
   *
   * @param origin where it comes from, such as the publisher's page
   */
  record Text(
      @NotBlank @Size(max = 50_000) String text, @NotBlank @Size(max = 500) String origin) {}

  @PUT
  @RequiresRole({ReviewRole.LEAD, ReviewRole.REVIEWER})
  @Transactional
  public void correct(
      @PathParam("reviewId") UUID reviewId,
      @PathParam("recordId") int record,
      @PathParam("field") RecordField field,
      @NotNull @Valid Text text) {
    corrections.correct(
        reviewId,
        current.id(),
        new RecordCorrected(record, field, text.text().strip(), text.origin().strip()));
  }

  /** What was imported counts again. */
  @DELETE
  @RequiresRole({ReviewRole.LEAD, ReviewRole.REVIEWER})
  @Transactional
  public void restore(
      @PathParam("reviewId") UUID reviewId,
      @PathParam("recordId") int record,
      @PathParam("field") RecordField field) {
    corrections.correct(reviewId, current.id(), new RecordCorrected(record, field, "", ""));
  }
}
