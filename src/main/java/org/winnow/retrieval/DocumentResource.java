package org.winnow.retrieval;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpServerResponse;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.winnow.platform.FileStore;
import org.winnow.platform.FileStore.StoredFile;
import org.winnow.platform.Page;
import org.winnow.platform.RuleViolation;
import org.winnow.platform.Uploads;
import org.winnow.team.CurrentAccount;
import org.winnow.team.Members;
import org.winnow.team.RequiresRole;
import org.winnow.team.ReviewRole;

/** The documents of a report, for those who may know of the report. */
@Path("/api/v1/reviews/{reviewId}/reports/{reportId}/documents")
class DocumentResource {
  private static final String PDF = "application/pdf";

  private final DocumentService service;
  private final Documents documents;
  private final FileStore files;
  private final Members members;
  private final CurrentAccount current;
  private final long limit;

  DocumentResource(
      DocumentService service,
      Documents documents,
      FileStore files,
      Members members,
      CurrentAccount current,
      @ConfigProperty(name = "winnow.document-limit") MemorySize limit) {
    this.service = service;
    this.documents = documents;
    this.files = files;
    this.members = members;
    this.current = current;
    this.limit = limit.asLongValue();
  }

  /**
   * A document.
   *
   * @param by who put it here
   * @param mayRemove whether the asking member may take it off
   */
  record DocumentView(
      UUID id,
      DocumentKind kind,
      String fileName,
      long bytes,
      String sha256,
      String by,
      Instant at,
      boolean mayRemove) {}

  @GET
  @RequiresRole
  @Transactional
  public Page<DocumentView> list(
      @PathParam("reviewId") UUID reviewId, @PathParam("reportId") int report) {
    service.refuseUnknown(reviewId, report, current);
    return Page.whole(views(documents.of(reviewId, report)));
  }

  /** Keeps a PDF; the same id again is the same document, whatever is sent. */
  @PUT
  @Path("{documentId}")
  @Consumes({PDF, MediaType.APPLICATION_OCTET_STREAM})
  @RequiresRole({ReviewRole.LEAD, ReviewRole.REVIEWER, ReviewRole.ADJUDICATOR})
  public DocumentView add(
      @PathParam("reviewId") UUID reviewId,
      @PathParam("reportId") int report,
      @PathParam("documentId") UUID id,
      @QueryParam("fileName") @Nullable String fileName,
      @QueryParam("kind") @Nullable DocumentKind kind,
      @HeaderParam(HttpHeaders.CONTENT_LENGTH) @Nullable Long length,
      InputStream content) {
    service.refuseUnknown(reviewId, report, current);
    String name = Uploads.nameOf(fileName);
    Uploads.refuseLarger(length, limit);
    Optional<Document> known = service.knownAs(reviewId, report, id);
    if (known.isPresent()) {
      Uploads.drain(content, limit);
      return shown(known.get());
    }
    StoredFile file = store(content);
    return shown(
        service.add(
            reviewId,
            current,
            new DocumentAdded(
                id,
                report,
                kind == null ? DocumentKind.MAIN : kind,
                name,
                file.sha256(),
                file.size())));
  }

  private StoredFile store(InputStream content) {
    try {
      return files.store(new PdfStream(content), limit);
    } catch (RuleViolation refused) {
      Uploads.drain(content, limit);
      throw refused;
    }
  }

  @DELETE
  @Path("{documentId}")
  @RequiresRole({ReviewRole.LEAD, ReviewRole.REVIEWER, ReviewRole.ADJUDICATOR})
  public void remove(
      @PathParam("reviewId") UUID reviewId,
      @PathParam("reportId") int report,
      @PathParam("documentId") UUID id) {
    service.remove(reviewId, current, report, id);
  }

  /**
   * The file, or a part of it. It never becomes a page of this server: it is sent for saving, under
   * a name of the server's, with nothing that it could run.
   */
  @GET
  @Path("{documentId}/content")
  @Produces(PDF)
  @RequiresRole
  @Transactional
  @APIResponse(
      responseCode = "200",
      content =
          @Content(mediaType = PDF, schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(responseCode = "206", description = "The part that was asked for")
  @APIResponse(responseCode = "304", description = "The copy that was named is this file")
  @APIResponse(responseCode = "416", description = "The file has no such part")
  public Response content(
      @PathParam("reviewId") UUID reviewId,
      @PathParam("reportId") int report,
      @PathParam("documentId") UUID id,
      @HeaderParam("Range") @Nullable String range,
      @HeaderParam("If-Range") @Nullable String ifRange,
      @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
      @Context HttpServerResponse wire) {
    service.refuseUnknown(reviewId, report, current);
    Document document =
        documents.of(reviewId, report).stream()
            .filter(one -> one.id().equals(id))
            .findFirst()
            .orElseThrow(RuleViolation::notFound);
    // In place of what every answer of the API has, not beside it.
    wire.putHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
    wire.putHeader("Content-Security-Policy", "default-src 'none'; sandbox");
    String tag = "\"" + document.sha256() + "\"";
    if (ifNoneMatch != null && ifNoneMatch.contains(tag)) {
      return headers(Response.status(Response.Status.NOT_MODIFIED), document, tag).build();
    }
    Optional<ByteRange> part =
        ifRange == null || ifRange.equals(tag)
            ? ByteRange.of(range, document.bytes())
            : Optional.empty();
    ByteRange sent = part.orElse(new ByteRange(0, document.bytes()));
    if (part.isPresent() && sent.length() == 0) {
      return headers(Response.status(416), document, tag)
          .header("Content-Range", sent.contentRange(document.bytes()))
          .build();
    }
    Response.ResponseBuilder answer =
        headers(Response.status(part.isPresent() ? 206 : 200), document, tag)
            .type(PDF)
            .header(HttpHeaders.CONTENT_LENGTH, sent.length())
            .entity((StreamingOutput) out -> send(document.sha256(), sent, out));
    part.ifPresent(one -> answer.header("Content-Range", one.contentRange(document.bytes())));
    return answer.build();
  }

  private static Response.ResponseBuilder headers(
      Response.ResponseBuilder answer, Document document, String tag) {
    String name = "report-" + document.report() + "-" + document.kind().word();
    return answer
        .header(HttpHeaders.ETAG, tag)
        .header("Accept-Ranges", "bytes")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"%s-%s.pdf\""
                .formatted(name, document.id().toString().substring(0, 8)));
  }

  private void send(String sha256, ByteRange part, OutputStream out) throws IOException {
    try (InputStream content = files.open(sha256)) {
      content.skipNBytes(part.first());
      byte[] buffer = new byte[1 << 16];
      long left = part.length();
      while (left > 0) {
        int n = content.read(buffer, 0, (int) Math.min(buffer.length, left));
        if (n < 0) {
          throw new IOException("the file is shorter than it was");
        }
        out.write(buffer, 0, n);
        left -= n;
      }
    }
  }

  private DocumentView shown(Document document) {
    if (document.removed()) {
      throw new RuleViolation("document-removed");
    }
    return QuarkusTransaction.joiningExisting().call(() -> views(List.of(document)).getFirst());
  }

  private List<DocumentView> views(List<Document> shown) {
    Map<UUID, String> names = members.namesOf(shown.stream().map(Document::by).distinct().toList());
    return shown.stream()
        .map(
            document ->
                new DocumentView(
                    document.id(),
                    document.kind(),
                    document.fileName(),
                    document.bytes(),
                    document.sha256(),
                    names.getOrDefault(document.by(), ""),
                    document.at(),
                    DocumentService.mayRemove(document, current)))
        .toList();
  }
}
