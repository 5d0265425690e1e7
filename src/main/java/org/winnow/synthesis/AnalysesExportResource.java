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
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.winnow.analysis.exchange.DrawnForests;
import org.winnow.analysis.exchange.JaspCsv;
import org.winnow.analysis.exchange.RevMan5Csv;
import org.winnow.analysis.exchange.RevMan5File;
import org.winnow.analysis.exchange.RevManWebPackage;
import org.winnow.analysis.exchange.ReviewAnalyses;
import org.winnow.analysis.exchange.StataFiles;
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

  private interface Writer {
    void write(ReviewAnalyses review, ByteArrayOutputStream out) throws IOException;
  }

  private enum Format {
    RM5("analyses.rm5", "application/xml", RevMan5File::write),
    REVMAN_CSV("analyses.csv", "text/csv", RevMan5Csv::write),
    REVMAN_WEB(
        "revman-web.zip",
        "application/zip",
        (review, out) -> RevManWebPackage.write(review, new DrawnForests(), out)),
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
  }

  /**
   * All analyses of the review in a format of another program: rm5, revman-csv, revman-web, jasp or
   * stata.
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
    Format chosen = format(format);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      chosen.writer.write(exports.of(reviewId, language).review(), out);
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

  private static String given(@Nullable String word) {
    return Objects.requireNonNullElse(word, "");
  }

  static Response attachment(Object content, String type, String fileName) {
    return Response.ok(content)
        .type(type)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName + "\"")
        .build();
  }
}
