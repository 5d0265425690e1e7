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
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.winnow.analysis.PlotKind;
import org.winnow.analysis.PlotOptions;
import org.winnow.analysis.exchange.JaspCsv;
import org.winnow.analysis.exchange.ReviewAnalyses;
import org.winnow.analysis.exchange.RevMan5Csv;
import org.winnow.analysis.exchange.RevMan5File;
import org.winnow.analysis.exchange.RevManWebPackage;
import org.winnow.analysis.exchange.ScriptPart;
import org.winnow.analysis.exchange.ScriptTool;
import org.winnow.analysis.exchange.StataFiles;
import org.winnow.figure.FigureLanguage;
import org.winnow.figure.SvgWriter;
import org.winnow.platform.RuleViolation;
import org.winnow.review.Reviews;
import org.winnow.review.Reviews.Review;
import org.winnow.synthesis.Syntheses.Stored;
import org.winnow.synthesis.Syntheses.StoredComparison;
import org.winnow.team.RequiresRole;

/** Analyses for other programs, and scripts that compute them anew. */
@Path("/api/v1/reviews/{reviewId}/syntheses")
class AnalysesExportResource {
  private final Syntheses syntheses;
  private final SynthesisViews views;
  private final Reviews reviews;

  AnalysesExportResource(Syntheses syntheses, SynthesisViews views, Reviews reviews) {
    this.syntheses = syntheses;
    this.views = views;
    this.reviews = reviews;
  }

  private interface Writer {
    void write(ReviewAnalyses review, ByteArrayOutputStream out) throws IOException;
  }

  private enum Format {
    RM5("analyses.rm5", "application/xml", RevMan5File::write),
    REVMAN_CSV("analyses.csv", "text/csv", RevMan5Csv::write),
    REVMAN_WEB(
        "revman-web.zip",
        "application/zip",
        (review, out) -> RevManWebPackage.write(review, Format::forest, out)),
    JASP("jasp.zip", "application/zip", JaspCsv::writeAll),
    STATA("stata.zip", "application/zip", StataFiles::writeAll);

    private final String fileName;
    private final String type;
    private final Writer writer;

    Format(String fileName, String type, Writer writer) {
      this.fileName = fileName;
      this.type = type;
      this.writer = writer;
    }

    private static Optional<String> forest(
        ReviewAnalyses.Comparison comparison, ReviewAnalyses.Outcome outcome) {
      try {
        return Optional.of(
            SvgWriter.write(
                PlotKind.FOREST.draw(outcome.analyse(), PlotOptions.of(Map.of())).scene(),
                SvgWriter.Colours.FIXED));
      } catch (IllegalArgumentException | ArithmeticException e) {
        return Optional.empty();
      }
    }
  }

  /**
   * All analyses of the review in a format of another program: rm5, revman-csv, revman-web, jasp or
   * stata.
   */
  @GET
  @Path("export")
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
    Format chosen = format(format);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      chosen.writer.write(exported(reviewId, language).review(), out);
    } catch (NotAnalysable e) {
      throw SynthesisResource.refused(views, e, spoken);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return attachment(out.toByteArray(), chosen.type, chosen.fileName);
  }

  private static Format format(@Nullable String word) {
    for (Format format : Format.values()) {
      if (format.name().equalsIgnoreCase(given(word).replace('-', '_'))) {
        return format;
      }
    }
    throw RuleViolation.invalid("bad-fields", "format");
  }

  /** A script for all analyses that have a result: metafor, meta or stata. */
  @GET
  @Path("script")
  @RequiresRole
  @APIResponse(responseCode = "200", content = @Content(mediaType = "text/plain"))
  @Transactional
  public Response script(
      @PathParam("reviewId") UUID reviewId,
      @QueryParam("tool") @Nullable String tool,
      @QueryParam("language") @Nullable String language) {
    ScriptTool chosen = tool(tool);
    return script(
        chosen, title(reviewId), exported(reviewId, language).parts(), "all-" + given(tool));
  }

  /** The same for one of them. */
  @GET
  @Path("{synthesisId}/script")
  @RequiresRole
  @APIResponse(responseCode = "200", content = @Content(mediaType = "text/plain"))
  @Transactional
  public Response scriptOfOne(
      @PathParam("reviewId") UUID reviewId,
      @PathParam("synthesisId") UUID id,
      @QueryParam("tool") @Nullable String tool,
      @QueryParam("language") @Nullable String language,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String spoken) {
    ScriptTool chosen = tool(tool);
    Stored stored = syntheses.find(reviewId, id).orElseThrow(RuleViolation::notFound);
    StoredComparison comparison =
        syntheses
            .comparison(reviewId, stored.definition().comparisonId())
            .orElseThrow(RuleViolation::notFound);
    try {
      ScriptPart part = exported(reviewId, language).part(stored, comparison.content());
      return script(chosen, title(reviewId), List.of(part), given(tool));
    } catch (NotAnalysable e) {
      throw SynthesisResource.refused(views, e, spoken);
    }
  }

  private static ScriptTool tool(@Nullable String word) {
    try {
      return ScriptTool.named(given(word));
    } catch (IllegalArgumentException e) {
      throw RuleViolation.invalid("bad-fields", "tool");
    }
  }

  private static Response script(
      ScriptTool tool, String title, List<ScriptPart> parts, String name) {
    return attachment(
        tool.script(title, parts), "text/plain;charset=utf-8", name + tool.extension());
  }

  private static Response attachment(Object content, String type, String fileName) {
    return Response.ok(content)
        .type(type)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName + "\"")
        .build();
  }

  private String title(UUID reviewId) {
    return reviews.find(reviewId).map(Review::title).orElse("");
  }

  private ExportedAnalyses exported(UUID reviewId, @Nullable String language) {
    Review review = reviews.find(reviewId).orElseThrow(RuleViolation::notFound);
    return new ExportedAnalyses(
        review.title(),
        syntheses.comparisons(reviewId),
        syntheses.all(reviewId),
        FigureLanguage.of(language == null ? review.language() : language));
  }

  private static String given(@Nullable String word) {
    return Objects.requireNonNullElse(word, "");
  }
}
