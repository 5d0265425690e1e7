package org.winnow.flow;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.winnow.figure.FigureLanguage;
import org.winnow.figure.PdfWriter;
import org.winnow.figure.PngWriter;
import org.winnow.figure.Scene;
import org.winnow.figure.SvgWriter;
import org.winnow.platform.RuleViolation;
import org.winnow.review.Reviews;
import org.winnow.team.CurrentAccount;
import org.winnow.team.RequiresRole;

/** The diagram as a file; the page shows the very SVG that is exported. */
@Path("/api/v1/reviews/{reviewId}/flow.{format: svg|pdf|png|csv}")
class FlowFigureResource {
  private final Flows flows;
  private final Reviews reviews;
  private final CurrentAccount current;

  FlowFigureResource(Flows flows, Reviews reviews, CurrentAccount current) {
    this.flows = flows;
    this.reviews = reviews;
    this.current = current;
  }

  /**
   * @param colours {@code theme} lets the page's theme colour an SVG; otherwise it is for paper
   */
  @GET
  @RequiresRole
  @APIResponse(
      responseCode = "200",
      content = {
        @Content(mediaType = "image/svg+xml"),
        @Content(mediaType = "application/pdf"),
        @Content(mediaType = "image/png"),
        @Content(mediaType = "text/csv")
      })
  @Transactional
  public Response figure(
      @PathParam("reviewId") UUID reviewId,
      @PathParam("format") String format,
      @QueryParam("lang") @Nullable String lang,
      @QueryParam("template") @Nullable String template,
      @QueryParam("colours") @Nullable String colours) {
    if (reviews.isBlinded(reviewId, current)) {
      throw RuleViolation.withStatus(403, "blinded");
    }
    Flow flow = flows.of(reviewId);
    FigureLanguage language = FigureLanguage.of(lang == null ? "en" : lang);
    return switch (format) {
      case "svg" ->
          file(
              format,
              "image/svg+xml",
              SvgWriter.write(
                      diagram(flow, template).scene(language),
                      "theme".equals(colours)
                          ? SvgWriter.Colours.OF_THE_PAGE
                          : SvgWriter.Colours.FIXED)
                  .getBytes(StandardCharsets.UTF_8));
      case "pdf" ->
          file(
              format,
              "application/pdf",
              written(diagram(flow, template).scene(language), PdfWriter::write));
      case "png" ->
          file(
              format,
              "image/png",
              written(diagram(flow, template).scene(language), PngWriter::write));
      default ->
          file(
              format,
              "text/csv;charset=utf-8",
              Prisma2020Csv.write(flow.boxes(), flow.details(), language)
                  .getBytes(StandardCharsets.UTF_8));
    };
  }

  private interface Writer {
    void write(Scene scene, java.io.OutputStream out) throws IOException;
  }

  private static FlowDiagram diagram(Flow flow, @Nullable String template) {
    Template chosen =
        template == null
            ? Template.fitting(flow.boxes())
            : Template.named(template)
                .orElseThrow(() -> RuleViolation.invalid("bad-fields", "template"));
    Progress progress = flow.isFinal() ? new Progress.Complete() : Progress.interim(flow.sets());
    return new FlowDiagram(flow.boxes(), flow.details(), chosen, progress);
  }

  private static byte[] written(Scene scene, Writer writer) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      writer.write(scene, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static Response file(String format, String type, byte[] content) {
    return Response.ok(content)
        .type(type)
        .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"prisma-flow." + format + "\"")
        .build();
  }
}
