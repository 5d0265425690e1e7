package org.winnow.synthesis;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.winnow.analysis.exchange.DrawnForests;
import org.winnow.analysis.exchange.ExportFormat;
import org.winnow.analysis.exchange.RevManWebPackage;
import org.winnow.analysis.exchange.ReviewAnalyses;
import org.winnow.figure.FigureLanguage;
import org.winnow.platform.Page;
import org.winnow.platform.RuleViolation;
import org.winnow.team.RequiresRole;

/** All analyses of a review for other programs. */
@Path("/api/v1/reviews/{reviewId}/syntheses/export")
class AnalysesExportResource {
  private final Exports exports;
  private final SynthesisViews views;

  AnalysesExportResource(Exports exports, SynthesisViews views) {
    this.exports = exports;
    this.views = views;
  }

  /**
   * All analyses of the review in a format of another program: rm5, revman-csv, revman-web, jasp,
   * stata or robvis.
   */
  @GET
  @RequiresRole
  @APIResponse(
      responseCode = "200",
      content = {
        @Content(mediaType = "application/xml"),
        @Content(mediaType = "text/csv"),
        @Content(mediaType = "application/zip")
      })
  @Transactional
  public Response export(
      @PathParam("reviewId") UUID reviewId,
      @QueryParam("format") @Nullable String format,
      @QueryParam("language") @Nullable String language,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String spoken) {
    ExportFormat chosen = format(format);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      chosen.write(exports.of(reviewId, language).review(), new DrawnForests(), out);
    } catch (NotAnalysable e) {
      throw SynthesisResource.refused(views, e, spoken);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return attachment(out.toByteArray(), chosen.mediaType(), chosen.word() + chosen.extension());
  }

  /** What a file in a format cannot hold of the analyses. */
  @GET
  @Path("losses")
  @RequiresRole
  @Transactional
  public Page<String> losses(
      @PathParam("reviewId") UUID reviewId,
      @QueryParam("format") @Nullable String format,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String spoken) {
    ExportFormat chosen = format(format);
    FigureLanguage language = FigureLanguage.of(SynthesisResource.spoken(spoken).getLanguage());
    try {
      ReviewAnalyses review = exports.of(reviewId, language.tag()).review();
      return Page.whole(
          chosen
              .write(review, RevManWebPackage.ForestPlots.NONE, OutputStream.nullOutputStream())
              .stream()
              .map(what -> what.in(language))
              .toList());
    } catch (NotAnalysable e) {
      throw SynthesisResource.refused(views, e, spoken);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ExportFormat format(@Nullable String word) {
    try {
      return ExportFormat.named(Objects.requireNonNullElse(word, ""));
    } catch (IllegalArgumentException e) {
      throw RuleViolation.invalid("bad-fields", "format");
    }
  }

  static Response attachment(Object content, String type, String fileName) {
    return Response.ok(content)
        .type(type)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName + "\"")
        .build();
  }
}
