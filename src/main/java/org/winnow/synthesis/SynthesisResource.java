package org.winnow.synthesis;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.winnow.analysis.exchange.ScriptPart;
import org.winnow.analysis.exchange.ScriptTool;
import org.winnow.platform.IfMatch;
import org.winnow.platform.RuleViolation;
import org.winnow.platform.Texts;
import org.winnow.synthesis.Syntheses.Stored;
import org.winnow.synthesis.Syntheses.StoredComparison;
import org.winnow.synthesis.SynthesisViews.SynthesisView;
import org.winnow.team.CurrentAccount;
import org.winnow.team.RequiresRole;
import org.winnow.team.ReviewRole;

/** A synthesis: its definition, its data and what follows from them. */
@Path("/api/v1/reviews/{reviewId}/syntheses/{synthesisId}")
class SynthesisResource {
  private final SynthesisService service;
  private final Syntheses syntheses;
  private final SynthesisViews views;
  private final Exports exports;
  private final CurrentAccount current;

  SynthesisResource(
      SynthesisService service,
      Syntheses syntheses,
      SynthesisViews views,
      Exports exports,
      CurrentAccount current) {
    this.service = service;
    this.syntheses = syntheses;
    this.views = views;
    this.exports = exports;
    this.current = current;
  }

  /**
   * @param explanation why it is changed, needed once there are data
   */
  record PutDefinition(
      @NotNull @Valid @JsonUnwrapped Definition definition,
      @Nullable @Size(max = 4000) String explanation) {}

  record PutRows(@NotNull @Size(max = 10_000) List<@NotNull @Valid StudyRow> rows) {}

  record PutSeen(@NotNull @Pattern(regexp = "[0-9a-f]{64}") String inputs) {}

  @GET
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = SynthesisView.class)))
  @RequiresRole
  @Transactional
  public Response get(
      @PathParam("reviewId") UUID reviewId,
      @PathParam("synthesisId") UUID id,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
    SynthesisView view = views.synthesis(reviewId, id, current.id(), spoken(language));
    return Response.ok(view).tag(Integer.toString(view.version())).build();
  }

  /** Defines a synthesis, or changes the version that {@code If-Match} names. */
  @PUT
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = SynthesisView.class)))
  @RequiresRole({ReviewRole.LEAD, ReviewRole.REVIEWER})
  @Transactional
  public Response define(
      @PathParam("reviewId") UUID reviewId,
      @PathParam("synthesisId") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language,
      @NotNull @Valid PutDefinition put) {
    service.define(
        reviewId,
        current.id(),
        id,
        IfMatch.version(ifMatch),
        put.definition(),
        Objects.requireNonNullElse(put.explanation(), "").strip());
    return get(reviewId, id, language);
  }

  /** Takes it away; putting it again brings it back with its data. */
  @DELETE
  @RequiresRole({ReviewRole.LEAD, ReviewRole.REVIEWER})
  public void remove(@PathParam("reviewId") UUID reviewId, @PathParam("synthesisId") UUID id) {
    service.remove(reviewId, current.id(), id);
  }

  /** Saves the whole table in place of the version that {@code If-Match} names. */
  @PUT
  @Path("rows")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = SynthesisView.class)))
  @RequiresRole({ReviewRole.LEAD, ReviewRole.REVIEWER})
  @Transactional
  public Response rows(
      @PathParam("reviewId") UUID reviewId,
      @PathParam("synthesisId") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language,
      @NotNull @Valid PutRows table) {
    service.save(reviewId, current.id(), id, IfMatch.version(ifMatch), table.rows());
    return get(reviewId, id, language);
  }

  /**
   * Saves what people judge of the certainty, in place of the version that {@code If-Match} names.
   */
  @PUT
  @Path("certainty")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = SynthesisView.class)))
  @RequiresRole({ReviewRole.LEAD, ReviewRole.REVIEWER})
  @Transactional
  public Response judge(
      @PathParam("reviewId") UUID reviewId,
      @PathParam("synthesisId") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language,
      @NotNull @Valid Judged judged) {
    service.judge(reviewId, current.id(), id, IfMatch.version(ifMatch), judged);
    return get(reviewId, id, language);
  }

  /** Notes that the account has looked at the result of these inputs. */
  @PUT
  @Path("seen")
  @RequiresRole
  public void see(
      @PathParam("reviewId") UUID reviewId,
      @PathParam("synthesisId") UUID id,
      @NotNull @Valid PutSeen seen) {
    service.see(reviewId, current.id(), id, seen.inputs());
  }

  /** The result with other settings in place of the saved ones where the query names them. */
  @GET
  @Path("analysis")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(type = SchemaType.OBJECT)))
  @RequiresRole
  @Transactional
  public Response analysis(
      @PathParam("reviewId") UUID reviewId,
      @PathParam("synthesisId") UUID id,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language,
      @Context UriInfo uri) {
    Inputs inputs = syntheses.find(reviewId, id).orElseThrow(RuleViolation::notFound).inputs();
    Map<String, String> others = new LinkedHashMap<>();
    uri.getQueryParameters().forEach((name, values) -> others.put(name, String.join(",", values)));
    try {
      return Response.ok(inputs.json(inputs.analyse(others)))
          .type(MediaType.APPLICATION_JSON)
          .build();
    } catch (NotAnalysable e) {
      throw refused(views, e, language);
    }
  }

  /** A script that computes it anew; the tool is metafor, meta or stata. */
  @GET
  @Path("script")
  @RequiresRole
  @APIResponse(responseCode = "200", content = @Content(mediaType = "text/plain"))
  @Transactional
  public Response script(
      @PathParam("reviewId") UUID reviewId,
      @PathParam("synthesisId") UUID id,
      @QueryParam("tool") @Nullable String tool,
      @QueryParam("language") @Nullable String asked,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
    ScriptTool chosen = ScriptResource.tool(tool);
    Stored stored = syntheses.find(reviewId, id).orElseThrow(RuleViolation::notFound);
    StoredComparison comparison =
        syntheses
            .comparison(reviewId, stored.definition().comparisonId())
            .orElseThrow(RuleViolation::notFound);
    try {
      ExportedAnalyses exported = exports.of(reviewId, asked);
      ScriptPart part = exported.part(stored, comparison.content());
      return ScriptResource.script(chosen, exported.title(), List.of(part), "");
    } catch (NotAnalysable e) {
      throw refused(views, e, language);
    }
  }

  /** What hinders an analysis as a problem in the language of the reader. */
  static RuleViolation refused(SynthesisViews views, NotAnalysable e, @Nullable String language) {
    Locale spoken = spoken(language);
    return RuleViolation.invalid("not-analysable", views.sentence(e.fault(), spoken))
        .with(Map.of("problem", views.problem(e.fault(), spoken)));
  }

  static Locale spoken(@Nullable String acceptLanguage) {
    return Texts.languageOf(Objects.requireNonNullElse(acceptLanguage, ""));
  }
}
