package org.winnow.synthesis;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.winnow.analysis.Plot;
import org.winnow.analysis.PlotKind;
import org.winnow.analysis.PlotOptions;
import org.winnow.figure.FigureLanguage;
import org.winnow.figure.PdfWriter;
import org.winnow.figure.PngWriter;
import org.winnow.figure.SvgWriter;
import org.winnow.platform.RuleViolation;
import org.winnow.review.Protocol.Text;
import org.winnow.synthesis.Syntheses.Stored;
import org.winnow.synthesis.Syntheses.StoredComparison;
import org.winnow.team.RequiresRole;

/** The figures of a synthesis as files; the page shows the very SVG that is exported. */
@Path(
    "/api/v1/reviews/{reviewId}/syntheses/{synthesisId}/figures/{kind: [a-z-]+}.{format:"
        + " svg|pdf|png|csv|json}")
class FigureResource {
  /** Words that are a setting of the analysis as well; the values tell which is meant. */
  private static final Set<String> PREDICTION_DRAWN = Set.of("row", "bar", "both");

  private final Syntheses syntheses;
  private final SynthesisViews views;
  private final String program;

  FigureResource(
      Syntheses syntheses,
      SynthesisViews views,
      @ConfigProperty(name = "quarkus.application.version") String program) {
    this.syntheses = syntheses;
    this.views = views;
    this.program = program;
  }

  /** What a figure is and shows, for those who cannot see it. */
  record Described(String title, String description) {}

  /**
   * Draws a figure. The query has the options of the figure, and settings of the analysis in place
   * of the saved ones; {@code colours=theme} lets the page's theme colour an SVG.
   */
  @GET
  @RequiresRole
  @APIResponse(
      responseCode = "200",
      content = {
        @Content(mediaType = "image/svg+xml"),
        @Content(mediaType = "application/pdf"),
        @Content(mediaType = "image/png"),
        @Content(mediaType = "text/csv"),
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = Described.class))
      })
  @Transactional
  public Response figure(
      @PathParam("reviewId") UUID reviewId,
      @PathParam("synthesisId") UUID id,
      @PathParam("kind") String kind,
      @PathParam("format") String format,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language,
      @Context UriInfo uri,
      @Context Request request) {
    Stored stored = syntheses.find(reviewId, id).orElseThrow(RuleViolation::notFound);
    StoredComparison comparison =
        syntheses
            .comparison(reviewId, stored.definition().comparisonId())
            .orElseThrow(RuleViolation::notFound);
    Map<String, List<String>> asked = new TreeMap<>(uri.getQueryParameters());
    EntityTag tag = tag(stored, comparison, kind, format, asked);
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    if (unchanged != null) {
      return unchanged.build();
    }
    try {
      return file(draw(stored, comparison, kind, asked), kind, format, asked)
          .tag(tag)
          .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
          .build();
    } catch (NotAnalysable e) {
      throw SynthesisResource.refused(views, e, language);
    }
  }

  private EntityTag tag(
      Stored stored,
      StoredComparison comparison,
      String kind,
      String format,
      Map<String, List<String>> asked) {
    List<String> parts =
        List.of(
            program,
            stored.id().toString(),
            Integer.toString(stored.version()),
            Integer.toString(comparison.version()),
            kind,
            format,
            asked.toString());
    return new EntityTag(Syntheses.sha256(String.join("\n", parts)));
  }

  private static Plot draw(
      Stored stored, StoredComparison comparison, String kind, Map<String, List<String>> asked) {
    PlotKind plot;
    try {
      plot = PlotKind.named(kind);
    } catch (IllegalArgumentException e) {
      throw RuleViolation.withStatus(404, "unknown-figure", String.valueOf(e.getMessage()));
    }
    Map<String, List<String>> options = usual(stored, comparison.content(), asked);
    Map<String, String> settings = new HashMap<>();
    asked.forEach(
        (name, values) -> {
          boolean option =
              name.equals("prediction")
                  ? PREDICTION_DRAWN.containsAll(values)
                  : PlotOptions.words().contains(name);
          if (option) {
            options.put(name, values);
          } else if (!name.equals("colours")) {
            settings.put(name, String.join(",", values));
          }
        });
    Inputs inputs = stored.inputs();
    if (plot != PlotKind.FOREST) {
      return inputs.orRefuse(
          () -> plot.draw(inputs.analyse(settings), PlotOptions.of(Map.copyOf(options))));
    }
    Map<UUID, String> reasons = new HashMap<>();
    Map<UUID, String> notes = new HashMap<>();
    for (StudyRow row : stored.rows()) {
      reasons.put(row.id(), Objects.requireNonNullElse(row.reason(), "–"));
      notes.put(row.id(), RowNotes.of(row, inputs.columns(), language(asked)));
    }
    return inputs.orRefuse(
        stored.rows().stream().map(StudyRow::id).toList(),
        () ->
            plot.draw(
                inputs.analyse(settings, reasons, notes), PlotOptions.of(Map.copyOf(options))));
  }

  private static FigureLanguage language(Map<String, List<String>> asked) {
    return FigureLanguage.of(asked.getOrDefault("language", List.of("en")).getFirst());
  }

  /** What the definition and the judgements say of the figure. */
  private static Map<String, List<String>> usual(
      Stored stored, Comparison comparison, Map<String, List<String>> asked) {
    Definition definition = stored.definition();
    FigureLanguage language = language(asked);
    Map<String, List<String>> options = new HashMap<>();
    stored.judged().ifPresent(j -> options.put("certainty", List.of(j.level().word())));
    RiskOfBias riskOfBias = definition.riskOfBias();
    if (riskOfBias != null) {
      int judged = stored.rows().stream().mapToInt(StudyRow::lastDomain).max().orElse(0);
      options.put("domains", definition.domains(judged, language));
      options.put("tool", List.of(Objects.requireNonNullElse(riskOfBias.tool(), "")));
    }
    options.put(
        "benefit", List.of(definition.benefit() == Definition.Benefit.HIGHER ? "high" : "low"));
    pair(options, "arms", List.of(comparison.experimental(), comparison.control()), language);
    List<Text> favours = definition.favours();
    if (favours != null) {
      pair(options, "favours", favours, language);
    }
    return options;
  }

  private static void pair(
      Map<String, List<String>> options, String word, List<Text> texts, FigureLanguage language) {
    List<String> found = texts.stream().map(text -> Languages.in(language, text)).toList();
    if (found.stream().noneMatch(String::isEmpty)) {
      options.put(word, found);
    }
  }

  private static Response.ResponseBuilder file(
      Plot plot, String kind, String format, Map<String, List<String>> asked) {
    List<String> colours = asked.getOrDefault("colours", List.of());
    Response.ResponseBuilder answer =
        switch (format) {
          case "svg" ->
              Response.ok(
                      SvgWriter.write(
                              plot.scene(),
                              colours.contains("theme")
                                  ? SvgWriter.Colours.OF_THE_PAGE
                                  : SvgWriter.Colours.FIXED)
                          .getBytes(StandardCharsets.UTF_8))
                  .type("image/svg+xml");
          case "pdf" ->
              Response.ok(written(out -> PdfWriter.write(plot.pages(), out)))
                  .type("application/pdf");
          case "png" ->
              Response.ok(written(out -> PngWriter.write(plot.scene(), out))).type("image/png");
          case "csv" -> Response.ok(plot.csv()).type("text/csv;charset=utf-8");
          default ->
              Response.ok(new Described(plot.scene().title(), plot.scene().description()))
                  .type(MediaType.APPLICATION_JSON);
        };
    return answer.header(
        HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + kind + "." + format + "\"");
  }

  private interface Writer {
    void write(ByteArrayOutputStream out) throws IOException;
  }

  private static byte[] written(Writer writer) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      writer.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
