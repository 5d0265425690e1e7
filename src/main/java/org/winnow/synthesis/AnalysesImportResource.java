package org.winnow.synthesis;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.winnow.analysis.exchange.ReviewAnalyses;
import org.winnow.analysis.exchange.ReviewFile;
import org.winnow.figure.FigureLanguage;
import org.winnow.platform.FileStore;
import org.winnow.platform.Page;
import org.winnow.synthesis.SynthesisViews.ComparisonView;
import org.winnow.team.CurrentAccount;
import org.winnow.team.RequiresRole;
import org.winnow.team.ReviewRole;

/** Analyses from files of RevMan 5, its CSV, and data packages of RevMan Web. */
@Path("/api/v1/reviews/{reviewId}/syntheses/imports/{importId}")
class AnalysesImportResource {
  private static final long LARGEST = 64L << 20;
  private static final int LONGEST_NAME = 300;

  private final ExchangeService service;
  private final SynthesisViews views;
  private final FileStore files;
  private final CurrentAccount current;

  AnalysesImportResource(
      ExchangeService service, SynthesisViews views, FileStore files, CurrentAccount current) {
    this.service = service;
    this.views = views;
    this.files = files;
    this.current = current;
  }

  /**
   * What a file would add.
   *
   * @param problems what could not be read, and where
   * @param notCarried what there is no place for here
   */
  record Preview(
      String format,
      List<ComparisonPreview> comparisons,
      List<ProblemView> problems,
      List<String> notCarried) {}

  record ComparisonPreview(String name, List<OutcomePreview> outcomes) {}

  record OutcomePreview(String name, String data, String measure, int rows) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ProblemView(@Nullable Integer line, String message) {}

  /** Keeps a file and tells what it would add; its format is found out. */
  @PUT
  @Consumes(MediaType.APPLICATION_OCTET_STREAM)
  @RequiresRole({ReviewRole.LEAD, ReviewRole.REVIEWER})
  public Preview upload(
      @PathParam("reviewId") UUID reviewId,
      @PathParam("importId") UUID importId,
      @QueryParam("fileName") @Nullable String fileName,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language,
      InputStream content) {
    String name = Objects.requireNonNullElse(fileName, "").strip();
    FigureLanguage spoken = FigureLanguage.of(SynthesisResource.spoken(language).getLanguage());
    return preview(
        service.receive(
            reviewId,
            current.id(),
            importId,
            name.substring(0, Math.min(name.length(), LONGEST_NAME)),
            files.store(content, LARGEST),
            spoken),
        spoken);
  }

  /** Adds what the file has. */
  @PUT
  @Path("commit")
  @RequiresRole({ReviewRole.LEAD, ReviewRole.REVIEWER})
  @Transactional
  public Page<ComparisonView> commit(
      @PathParam("reviewId") UUID reviewId, @PathParam("importId") UUID importId) {
    service.commit(reviewId, current.id(), importId);
    return Page.whole(views.comparisons(reviewId, current.id()));
  }

  private static Preview preview(ReviewFile.Found found, FigureLanguage language) {
    ReviewAnalyses.Reading reading = found.reading();
    return new Preview(
        found.format().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        reading.review().comparisons().stream()
            .map(
                comparison ->
                    new ComparisonPreview(
                        comparison.name(),
                        comparison.outcomes().stream().map(AnalysesImportResource::of).toList()))
            .toList(),
        reading.problems().stream()
            .map(p -> new ProblemView(p.line() == 0 ? null : p.line(), p.message().in(language)))
            .toList(),
        reading.notCarried().stream().map(what -> what.in(language)).toList());
  }

  private static OutcomePreview of(ReviewAnalyses.Outcome outcome) {
    return new OutcomePreview(
        outcome.name(),
        DataKind.valueOf(outcome.data().name()).word(),
        outcome.settings().measure(),
        outcome.rows().size());
  }
}
