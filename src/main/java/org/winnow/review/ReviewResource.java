package org.winnow.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.winnow.platform.IfMatch;
import org.winnow.review.Reviews.ProtocolVersion;
import org.winnow.review.Reviews.Review;
import org.winnow.team.CurrentAccount;
import org.winnow.team.Members;
import org.winnow.team.RequiresRole;
import org.winnow.team.ReviewRole;
import org.winnow.team.SignedIn;

@Path("/api/v1/reviews/{reviewId}")
class ReviewResource {
  private final Reviews reviews;
  private final Members members;
  private final CurrentAccount current;

  ReviewResource(Reviews reviews, Members members, CurrentAccount current) {
    this.reviews = reviews;
    this.members = members;
    this.current = current;
  }

  record NewReview(
      @NotBlank @Size(max = 500) String title,
      @NotNull @Pattern(regexp = "en|zh") String language) {}

  record AmendedProtocol(
      @NotNull @Valid @JsonUnwrapped Protocol protocol,
      @NotNull @Size(max = 4000) String explanation) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ProtocolView(int version, @JsonUnwrapped Protocol protocol, List<Amendment> amendments) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Amendment(int version, Instant at, @Nullable String by, String explanation) {}

  @PUT
  @SignedIn
  public Review create(@PathParam("reviewId") UUID reviewId, @NotNull @Valid NewReview review) {
    return reviews.create(reviewId, current.id(), review.title().strip(), review.language());
  }

  @GET
  @Path("protocol")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ProtocolView.class)))
  @RequiresRole
  @Transactional
  public Response protocol(@PathParam("reviewId") UUID reviewId) {
    return answer(reviewId);
  }

  @PUT
  @Path("protocol")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ProtocolView.class)))
  @RequiresRole(ReviewRole.LEAD)
  @Transactional
  public Response amend(
      @PathParam("reviewId") UUID reviewId,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid AmendedProtocol amended) {
    reviews.amend(
        reviewId,
        current.id(),
        IfMatch.required(ifMatch),
        amended.protocol(),
        amended.explanation().strip());
    return answer(reviewId);
  }

  private Response answer(UUID reviewId) {
    List<ProtocolVersion> versions = reviews.protocols(reviewId);
    ProtocolVersion latest = versions.getLast();
    Map<UUID, String> names =
        members.namesOf(
            versions.stream()
                .map(ProtocolVersion::by)
                .filter(by -> by != null)
                .distinct()
                .toList());
    List<Amendment> amendments =
        versions.stream()
            .map(v -> new Amendment(v.version(), v.at(), nameOf(names, v.by()), v.explanation()))
            .toList();
    return Response.ok(new ProtocolView(latest.version(), latest.protocol(), amendments))
        .tag(Integer.toString(latest.version()))
        .build();
  }

  private static @Nullable String nameOf(Map<UUID, String> names, @Nullable UUID account) {
    return account == null ? null : names.get(account);
  }
}
