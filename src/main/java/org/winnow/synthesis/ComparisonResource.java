package org.winnow.synthesis;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.winnow.platform.IfMatch;
import org.winnow.platform.Page;
import org.winnow.synthesis.SynthesisViews.ComparisonView;
import org.winnow.team.CurrentAccount;
import org.winnow.team.RequiresRole;
import org.winnow.team.ReviewRole;

/** What is compared with what, and the syntheses of each comparison. */
@Path("/api/v1/reviews/{reviewId}/comparisons")
class ComparisonResource {
  private final SynthesisService service;
  private final SynthesisViews views;
  private final CurrentAccount current;

  ComparisonResource(SynthesisService service, SynthesisViews views, CurrentAccount current) {
    this.service = service;
    this.views = views;
    this.current = current;
  }

  @GET
  @RequiresRole
  @Transactional
  public Page<ComparisonView> list(@PathParam("reviewId") UUID reviewId) {
    return Page.whole(views.comparisons(reviewId, current.id()));
  }

  /** Makes a comparison, or changes the version that {@code If-Match} names. */
  @PUT
  @Path("{comparisonId}")
  @RequiresRole({ReviewRole.LEAD, ReviewRole.REVIEWER})
  @Transactional
  public Page<ComparisonView> put(
      @PathParam("reviewId") UUID reviewId,
      @PathParam("comparisonId") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid Comparison comparison) {
    service.define(reviewId, current.id(), id, IfMatch.version(ifMatch), comparison);
    return list(reviewId);
  }

  /** Takes it away when it has no syntheses; putting it again brings it back. */
  @DELETE
  @Path("{comparisonId}")
  @RequiresRole({ReviewRole.LEAD, ReviewRole.REVIEWER})
  public void remove(@PathParam("reviewId") UUID reviewId, @PathParam("comparisonId") UUID id) {
    service.removeComparison(reviewId, current.id(), id);
  }
}
