package org.winnow.allocation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.winnow.allocation.Allocations.Version;
import org.winnow.platform.IfMatch;
import org.winnow.review.Stage;
import org.winnow.team.CurrentAccount;
import org.winnow.team.RequiresRole;
import org.winnow.team.ReviewRole;

/** The rules by which a stage's work is shared out, for those who lead. */
@Path("/api/v1/reviews/{reviewId}/stages/{stage}/allocation")
class AllocationResource {
  private final AllocationService service;
  private final Allocations allocations;
  private final CurrentAccount current;

  AllocationResource(AllocationService service, Allocations allocations, CurrentAccount current) {
    this.service = service;
    this.allocations = allocations;
    this.current = current;
  }

  record AllocationView(int version, @JsonUnwrapped Allocation allocation) {}

  @GET
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = AllocationView.class)))
  @RequiresRole(ReviewRole.LEAD)
  @Transactional
  public Response allocation(
      @PathParam("reviewId") UUID reviewId, @PathParam("stage") Stage stage) {
    return answer(allocations.current(reviewId, stage));
  }

  @PUT
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = AllocationView.class)))
  @RequiresRole(ReviewRole.LEAD)
  public Response change(
      @PathParam("reviewId") UUID reviewId,
      @PathParam("stage") Stage stage,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid Allocation allocation) {
    return answer(
        service.change(reviewId, current.id(), stage, IfMatch.required(ifMatch), allocation));
  }

  private static Response answer(Version version) {
    return Response.ok(new AllocationView(version.version(), version.allocation()))
        .tag(Integer.toString(version.version()))
        .build();
  }
}
