package org.winnow.synthesis;

import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.winnow.figure.FigureLanguage;
import org.winnow.platform.Page;
import org.winnow.platform.RuleViolation;
import org.winnow.synthesis.Findings.Finding;
import org.winnow.team.RequiresRole;

/** The summary of findings of a comparison. */
@Path("/api/v1/reviews/{reviewId}/summary-of-findings")
class FindingsResource {
  private final Findings findings;
  private final Syntheses syntheses;

  FindingsResource(Findings findings, Syntheses syntheses) {
    this.findings = findings;
    this.syntheses = syntheses;
  }

  @GET
  @RequiresRole
  @Transactional
  public Page<Finding> list(
      @PathParam("reviewId") UUID reviewId,
      @QueryParam("comparison") @NotNull UUID comparison,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
    return Page.whole(of(reviewId, comparison, SynthesisResource.spoken(language)));
  }

  /** The same as a table. */
  @GET
  @Path("table.csv")
  @RequiresRole
  @APIResponse(responseCode = "200", content = @Content(mediaType = "text/csv"))
  @Transactional
  public Response table(
      @PathParam("reviewId") UUID reviewId,
      @QueryParam("comparison") @NotNull UUID comparison,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage,
      @QueryParam("language") @Nullable String asked) {
    Locale language = SynthesisResource.spoken(asked == null ? acceptLanguage : asked);
    return Response.ok(findings.csv(of(reviewId, comparison, language), language))
        .type("text/csv;charset=utf-8")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"summary-of-findings.csv\"")
        .build();
  }

  /** The same as a page to print, in one file. */
  @GET
  @Path("table.html")
  @RequiresRole
  @APIResponse(responseCode = "200", content = @Content(mediaType = "text/html"))
  @Transactional
  public Response page(
      @PathParam("reviewId") UUID reviewId,
      @QueryParam("comparison") @NotNull UUID comparison,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage,
      @QueryParam("language") @Nullable String asked) {
    Locale language = SynthesisResource.spoken(asked == null ? acceptLanguage : asked);
    Comparison content =
        syntheses.comparison(reviewId, comparison).orElseThrow(RuleViolation::notFound).content();
    String page =
        new FindingsHtml(content, FigureLanguage.of(language.getLanguage()))
            .of(of(reviewId, comparison, language));
    return Response.ok(page)
        .type("text/html;charset=utf-8")
        .header(
            HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"summary-of-findings.html\"")
        .build();
  }

  private List<Finding> of(UUID reviewId, UUID comparison, Locale language) {
    return findings.of(reviewId, comparison, language);
  }
}
