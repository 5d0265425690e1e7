package org.winnow.identification;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.winnow.citation.Citation;
import org.winnow.citation.format.CitationReader;
import org.winnow.citation.format.ColumnMapping;
import org.winnow.citation.format.ParseProblem;
import org.winnow.citation.format.ReadOptions;
import org.winnow.citation.format.TableColumns;
import org.winnow.citation.format.TableField;
import org.winnow.citation.format.UnreadableFile;
import org.winnow.identification.ImportBatch.Columns;
import org.winnow.identification.ImportBatch.Manner;
import org.winnow.identification.ImportRepository.Staged;
import org.winnow.identification.ImportWarnings.Warning;
import org.winnow.identification.Quarantine.Entry;
import org.winnow.identification.Quarantine.Repair;
import org.winnow.platform.FileStore;
import org.winnow.platform.Page;
import org.winnow.platform.RuleViolation;
import org.winnow.platform.Texts;
import org.winnow.platform.Uploads;
import org.winnow.record.RecordView;
import org.winnow.record.RecordViews;
import org.winnow.review.ScreeningPolicy.Mask;
import org.winnow.team.CurrentAccount;
import org.winnow.team.Members;
import org.winnow.team.RequiresRole;
import org.winnow.team.ReviewRole;

@Path("/api/v1/reviews/{reviewId}/imports")
class ImportResource {
  /** A commit that takes longer is answered before it is done. */
  private static final int COMMIT_ANSWER_SECONDS = 10;

  private static final int MOST_COLUMNS = 2_000;
  private static final int LONGEST_COLUMN = 2_000;

  private final ImportService service;
  private final ImportRepository imports;
  private final ImportWarnings warnings;
  private final ImportJob job;
  private final Quarantine quarantine;
  private final FileStore files;
  private final RecordViews views;
  private final Members members;
  private final CurrentAccount current;
  private final Texts texts;
  private final long limit;

  ImportResource(
      ImportService service,
      ImportRepository imports,
      ImportWarnings warnings,
      ImportJob job,
      Quarantine quarantine,
      FileStore files,
      RecordViews views,
      Members members,
      CurrentAccount current,
      Texts texts,
      @ConfigProperty(name = "winnow.upload-limit") MemorySize limit) {
    this.service = service;
    this.imports = imports;
    this.warnings = warnings;
    this.job = job;
    this.quarantine = quarantine;
    this.files = files;
    this.views = views;
    this.members = members;
    this.current = current;
    this.texts = texts;
    this.limit = limit.asLongValue();
  }

  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record ImportView(
      UUID id,
      String fileName,
      long bytes,
      String sha256,
      ImportState state,
      String format,
      String charset,
      long bytesRead,
      int records,
      int quarantined,
      Completeness completeness,
      @Nullable Guess guess,
      @Nullable Columns columns,
      int reading,
      Wanted wanted,
      @Nullable UUID sourceId,
      List<Remark> warnings,
      @Nullable Remark problem,
      Instant createdAt,
      @Nullable String by,
      @Nullable Instant committedAt,
      @Nullable Integer newDuplicates) {}

  record Guess(String database) {}

  /** The format and charset that a person asked for; empty where they are found by the content. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record Wanted(String format, String charset) {
    static Wanted of(Manner manner) {
      return new Wanted(asked(manner.format()), asked(manner.charset()));
    }

    private static String asked(String name) {
      return name.equalsIgnoreCase(ReadOptions.AUTO) ? "" : name;
    }
  }

  record Remark(String code, String detail) {}

  /**
   * @param place its place in the file's list, from 1
   * @param repairable whether its text is a record that can be corrected
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record QuarantinedRecord(
      int place,
      int line,
      String code,
      String message,
      String raw,
      boolean repairable,
      @Nullable Repaired repaired) {}

  record Repaired(String text, @Nullable String by, Instant at) {}

  record CorrectedText(@NotBlank @Size(max = 1_000_000) String text) {}

  record ReadingChoice(
      @Nullable String format, @Nullable String charset, @Nullable @Valid ColumnChoice columns) {
    Manner manner() {
      return new Manner(
          format == null || format.isBlank() ? ReadOptions.AUTO : format.strip(),
          charset == null || charset.isBlank() ? ReadOptions.AUTO : charset.strip(),
          columns == null ? ColumnMapping.NONE : columns.mapping());
    }
  }

  /**
   * What a person says of a table's columns.
   *
   * @param header the names of all its columns, or the cells of the first row if that is a record
   * @param fields names of what they are read into, in the same order
   * @param authorSeparator what stands between two authors; absent to find that out
   * @param firstRowIsRecord whether the table has no header; then the columns are told by their
   *     places
   */
  record ColumnChoice(
      @NotNull @Size(min = 1, max = MOST_COLUMNS)
          List<@NotNull @Size(max = LONGEST_COLUMN) String> header,
      @NotNull @Size(min = 1, max = MOST_COLUMNS) List<@NotNull String> fields,
      @Nullable @Size(max = 10) String authorSeparator,
      @Nullable Boolean firstRowIsRecord) {
    ColumnMapping mapping() {
      List<TableField> read =
          fields.stream()
              .map(
                  key ->
                      TableField.named(key)
                          .orElseThrow(() -> RuleViolation.invalid("unknown-field", key)))
              .toList();
      if (header.size() != read.size()) {
        throw RuleViolation.invalid("bad-fields", "fields");
      }
      String separator = authorSeparator == null ? "" : Quarantine.storable(authorSeparator);
      return Boolean.TRUE.equals(firstRowIsRecord)
          ? ColumnMapping.byPlace(read, separator)
          : new ColumnMapping(header.stream().map(Quarantine::storable).toList(), read, separator);
    }
  }

  /**
   * The columns of a table.
   *
   * @param known whether a line was known for the header, or a person has said what the columns
   *     are; otherwise the names are of the line that most looks like one
   * @param named whether the names are those of a header; otherwise they are the cells of the first
   *     record
   * @param fields all that a column can be read into
   */
  record ColumnsView(
      boolean known,
      boolean named,
      String authorSeparator,
      List<ColumnView> columns,
      List<String> fields) {
    static ColumnsView of(TableColumns table) {
      return new ColumnsView(
          table.known(),
          table.named(),
          table.authorSeparator(),
          table.columns().stream()
              .map(
                  column ->
                      new ColumnView(
                          column.name(),
                          column.field().key(),
                          column.alike().key(),
                          column.samples()))
              .toList(),
          Arrays.stream(TableField.values()).map(TableField::key).toList());
    }
  }

  /**
   * @param alike name of what its cells look like
   */
  record ColumnView(String name, String field, String alike, List<String> samples) {}

  record Commitment(@NotNull UUID sourceId) {}

  record Withdrawal(@NotBlank @Size(max = 4000) String reason) {}

  @GET
  @RequiresRole
  @Transactional
  public Page<ImportView> list(
      @PathParam("reviewId") UUID reviewId,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer asked,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
    int size = Page.limit(asked);
    long start = Math.max(0, Page.numericCursor(cursor, 0));
    List<ImportView> items = views(reviewId, imports.page(reviewId, start, size + 1), language);
    return Page.of(items, size, _ -> Long.toString(start + size));
  }

  @GET
  @Path("{importId}")
  @RequiresRole
  @Transactional
  public ImportView one(
      @PathParam("reviewId") UUID reviewId,
      @PathParam("importId") UUID importId,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
    return view(imports.find(reviewId, importId).orElseThrow(RuleViolation::notFound), language);
  }

  @PUT
  @Path("{importId}")
  @Consumes(MediaType.APPLICATION_OCTET_STREAM)
  @RequiresRole(ReviewRole.LEAD)
  @APIResponse(
      responseCode = "202",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ImportView.class)))
  public Response upload(
      @PathParam("reviewId") UUID reviewId,
      @PathParam("importId") UUID importId,
      @QueryParam("fileName") @Nullable String fileName,
      @HeaderParam(HttpHeaders.CONTENT_LENGTH) @Nullable Long length,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language,
      InputStream content) {
    UUID by = current.id();
    String name = Uploads.nameOf(fileName);
    Uploads.refuseLarger(length, limit);
    Optional<ImportBatch> known = service.find(reviewId, importId);
    if (known.isPresent()) {
      Uploads.drain(content, limit);
      return answer(known.get(), language);
    }
    ImportBatch batch = service.receive(reviewId, by, importId, name, files.store(content, limit));
    job.read(reviewId, importId);
    return answer(batch, language);
  }

  private Response answer(ImportBatch batch, @Nullable String language) {
    return Response.accepted(viewOf(batch, language)).build();
  }

  @PUT
  @Path("{importId}/reading")
  @RequiresRole(ReviewRole.LEAD)
  @APIResponse(
      responseCode = "202",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ImportView.class)))
  public Response readAgain(
      @PathParam("reviewId") UUID reviewId,
      @PathParam("importId") UUID importId,
      @NotNull @Valid ReadingChoice choice,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
    ImportBatch batch = service.readAgain(reviewId, importId, choice.manner());
    if (batch.state() == ImportState.QUEUED) {
      job.read(reviewId, importId);
    }
    return answer(batch, language);
  }

  @GET
  @Path("{importId}/columns")
  @RequiresRole(ReviewRole.LEAD)
  public ColumnsView columns(
      @PathParam("reviewId") UUID reviewId, @PathParam("importId") UUID importId) {
    ImportBatch batch = service.find(reviewId, importId).orElseThrow(RuleViolation::notFound);
    try (InputStream file = files.open(batch.sha256())) {
      return CitationReader.columns(file, batch.wanted().options())
          .map(ColumnsView::of)
          .orElseThrow(() -> RuleViolation.invalid("not-a-table"));
    } catch (UnreadableFile e) {
      throw RuleViolation.invalid("not-a-table");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @GET
  @Path("{importId}/preview")
  @RequiresRole(ReviewRole.LEAD)
  @Transactional
  public Page<RecordView> preview(
      @PathParam("reviewId") UUID reviewId,
      @PathParam("importId") UUID importId,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer asked) {
    int size = Page.limit(asked);
    Mask mask = views.maskFor(reviewId, current);
    Page<Staged> page =
        Page.of(
            imports.staged(reviewId, importId, Page.numericCursor(cursor, 0), size + 1),
            size,
            staged -> Integer.toString(staged.position()));
    List<Integer> ids = page.items().stream().map(Staged::record).toList();
    return new Page<>(
        views.of(reviewId, ids).values().stream().map(view -> view.masked(mask)).toList(),
        page.next());
  }

  @GET
  @Path("{importId}/quarantine")
  @RequiresRole(ReviewRole.LEAD)
  @Transactional
  public Page<QuarantinedRecord> quarantine(
      @PathParam("reviewId") UUID reviewId,
      @PathParam("importId") UUID importId,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer asked,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
    int size = Page.limit(asked);
    return quarantined(
        quarantine.open(reviewId, importId, Page.numericCursor(cursor, 0), size + 1),
        size,
        locale(language));
  }

  /** What was corrected, with the text as it was and as it was read. */
  @GET
  @Path("{importId}/repairs")
  @RequiresRole(ReviewRole.LEAD)
  @Transactional
  public Page<QuarantinedRecord> repairs(
      @PathParam("reviewId") UUID reviewId,
      @PathParam("importId") UUID importId,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer asked,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
    int size = Page.limit(asked);
    return quarantined(
        quarantine.repaired(reviewId, importId, Page.numericCursor(cursor, 0), size + 1),
        size,
        locale(language));
  }

  private Page<QuarantinedRecord> quarantined(List<Entry> entries, int size, Locale language) {
    Page<Entry> page = Page.of(entries, size, entry -> Integer.toString(entry.place()));
    Map<UUID, String> names =
        members.namesOf(
            page.items().stream()
                .map(Entry::repair)
                .filter(Objects::nonNull)
                .map(Repair::by)
                .distinct()
                .toList());
    return new Page<>(
        page.items().stream().map(entry -> quarantined(entry, names, language)).toList(),
        page.next());
  }

  private QuarantinedRecord quarantined(Entry entry, Map<UUID, String> names, Locale language) {
    ParseProblem problem = entry.problem();
    Repair repair = entry.repair();
    return new QuarantinedRecord(
        entry.place(),
        problem.line(),
        problem.code(),
        reason(problem.code(), List.of(), problem.message(), language),
        problem.raw(),
        entry.isRecord(),
        repair == null ? null : new Repaired(repair.text(), names.get(repair.by()), repair.at()));
  }

  private String reason(String code, List<String> about, String message, Locale language) {
    String key = code + ".detail";
    if (!texts.has(key)) {
      return message;
    }
    String text = texts.text(language, key, about.toArray());
    // Of a file within an archive only the reader's own words say which and what it is.
    return about.isEmpty() && text.contains("{0}") ? message : text;
  }

  @PUT
  @Path("{importId}/quarantine/{place}/repair")
  @RequiresRole(ReviewRole.LEAD)
  public ImportView repair(
      @PathParam("reviewId") UUID reviewId,
      @PathParam("importId") UUID importId,
      @PathParam("place") int place,
      @NotNull @Valid CorrectedText corrected,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
    ImportBatch batch = service.toRepair(reviewId, importId, place);
    return switch (Correction.read(corrected.text(), batch.format(), batch.wanted().columns())) {
      case Correction.One(Citation citation) ->
          viewOf(service.repair(reviewId, current.id(), importId, place, citation), language);
      case Correction.Several(int records) ->
          throw RuleViolation.invalid("repair-several-records", records);
      case Correction.Unread(String code, List<String> about, String message) ->
          throw RuleViolation.invalid(
                  "repair-unread", reason(code, about, message, locale(language)))
              .with(Map.of("reason", code));
    };
  }

  @PUT
  @Path("{importId}/commitment")
  @RequiresRole(ReviewRole.LEAD)
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ImportView.class)))
  @APIResponse(
      responseCode = "202",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ImportView.class)))
  public Response commit(
      @PathParam("reviewId") UUID reviewId,
      @PathParam("importId") UUID importId,
      @NotNull @Valid Commitment commitment,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
    ImportBatch batch =
        service.decideCommit(reviewId, current.id(), importId, commitment.sourceId());
    if (batch.state() == ImportState.COMMITTING) {
      waitFor(job.commit(reviewId, importId));
      batch = service.find(reviewId, importId).orElseThrow(RuleViolation::notFound);
    }
    int status = batch.state() == ImportState.COMMITTING ? 202 : 200;
    return Response.status(status).entity(viewOf(batch, language)).build();
  }

  private static void waitFor(Future<?> work) {
    try {
      work.get(COMMIT_ANSWER_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (TimeoutException e) {
      return;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  @DELETE
  @Path("{importId}")
  @RequiresRole(ReviewRole.LEAD)
  public void discard(@PathParam("reviewId") UUID reviewId, @PathParam("importId") UUID importId) {
    service.discard(reviewId, importId);
  }

  @PUT
  @Path("{importId}/withdrawal")
  @RequiresRole(ReviewRole.LEAD)
  public ImportView withdraw(
      @PathParam("reviewId") UUID reviewId,
      @PathParam("importId") UUID importId,
      @NotNull @Valid Withdrawal withdrawal,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
    return viewOf(
        service.withdraw(reviewId, current.id(), importId, withdrawal.reason().strip()), language);
  }

  private ImportView viewOf(ImportBatch batch, @Nullable String language) {
    return QuarkusTransaction.joiningExisting().call(() -> view(batch, language));
  }

  private ImportView view(ImportBatch batch, @Nullable String language) {
    return views(batch.reviewId(), List.of(batch), language).getFirst();
  }

  private List<ImportView> views(
      UUID reviewId, List<ImportBatch> batches, @Nullable String language) {
    Map<UUID, List<Warning>> warned = warnings.of(reviewId, batches);
    Map<UUID, String> names =
        members.namesOf(batches.stream().map(ImportBatch::by).distinct().toList());
    Locale locale = locale(language);
    return batches.stream()
        .map(
            batch ->
                view(
                    batch,
                    warned.getOrDefault(batch.id(), List.of()).stream()
                        .map(warning -> remark(warning.code(), warning.about(), locale))
                        .toList(),
                    names.get(batch.by()),
                    locale))
        .toList();
  }

  private ImportView view(
      ImportBatch batch, List<Remark> remarks, @Nullable String by, Locale language) {
    Progress progress = batch.progress();
    return new ImportView(
        batch.id(),
        batch.fileName(),
        batch.bytes(),
        batch.sha256(),
        batch.state(),
        batch.format(),
        batch.charset(),
        progress.bytesRead(),
        progress.records(),
        progress.quarantined(),
        progress.completeness(),
        batch.database().isEmpty() ? null : new Guess(batch.database()),
        batch.columns().orElse(null),
        batch.reading(),
        Wanted.of(batch.wanted()),
        batch.sourceId(),
        remarks,
        batch.problem().isEmpty()
            ? null
            : remark(batch.problem(), List.of(batch.problemAbout()), language),
        batch.createdAt(),
        by,
        batch.committedAt(),
        batch.newDuplicates());
  }

  private Remark remark(String code, Collection<Object> about, Locale language) {
    return new Remark(code, texts.text(language, code + ".detail", about.toArray()));
  }

  private static Locale locale(@Nullable String asked) {
    return Stream.ofNullable(asked)
        .map(ImportResource::languageOf)
        .findFirst()
        .orElse(Locale.ENGLISH);
  }

  private static Locale languageOf(String asked) {
    try {
      return Texts.languageOf(asked);
    } catch (IllegalArgumentException e) {
      return Locale.ENGLISH;
    }
  }
}
