package org.winnow.identification;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.winnow.Api;
import org.winnow.Api.Person;
import org.winnow.platform.Sql;

/** Imports as a lead makes them. */
public final class ImportsForTests {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Person lead;
  private final UUID review;

  private ImportsForTests(Person lead, UUID review) {
    this.lead = lead;
    this.review = review;
  }

  public static ImportsForTests of(Person lead, UUID review) {
    return new ImportsForTests(lead, review);
  }

  /** Notes an import as committed whose records a test lets in by itself. */
  public static void noteCommitted(UUID review, UUID importId, UUID source, UUID by, int records) {
    Sql sql = Api.bean(Sql.class);
    sql.update(
        "INSERT INTO import_batch (review_id, id, file_name, bytes, sha256, state, wanted_format,"
            + " wanted_charset, records, source_id, created_at, created_by) VALUES (?, ?, 'a.ris',"
            + " 1, repeat('0', 64), 'COMMITTED', 'auto', 'auto', ?, ?, now(), ?)",
        review,
        importId,
        records,
        source,
        by);
  }

  public static void noteWithdrawn(UUID review, UUID importId) {
    Api.bean(Sql.class)
        .update(
            "UPDATE import_batch SET state = 'WITHDRAWN' WHERE review_id = ? AND id = ?",
            review,
            importId);
  }

  public UUID upload(String fileName, String content) {
    return upload(fileName, content.getBytes(StandardCharsets.UTF_8));
  }

  public UUID upload(String fileName, byte[] content) {
    UUID id = UUID.randomUUID();
    put(id, fileName, content).statusCode(202);
    return id;
  }

  public ValidatableResponse put(UUID id, String fileName, byte[] content) {
    return lead.request()
        .contentType("application/octet-stream")
        .queryParam("fileName", fileName)
        .body(content)
        .put(path("/imports/" + id))
        .then();
  }

  /** Uploads and waits until the file is read, well or badly. */
  public UUID read(String fileName, String content) {
    return read(fileName, content.getBytes(StandardCharsets.UTF_8));
  }

  public UUID read(String fileName, byte[] content) {
    UUID id = upload(fileName, content);
    settled(id);
    return id;
  }

  /** Reads and commits to a source of that name; the same name is the same source. */
  public UUID commit(String source, String fileName, String content) {
    UUID id = read(fileName, content);
    commit(id, source(source)).statusCode(200);
    return id;
  }

  public ValidatableResponse commit(UUID id, UUID source) {
    lead.sending(Map.of("sourceId", source)).put(path("/imports/" + id + "/commitment"));
    settled(id);
    return lead.sending(Map.of("sourceId", source))
        .put(path("/imports/" + id + "/commitment"))
        .then();
  }

  public UUID source(String name) {
    UUID id = UUID.nameUUIDFromBytes((review + name).getBytes(StandardCharsets.UTF_8));
    lead.sending(Map.of("kind", "database", "name", name))
        .put(path("/sources/" + id))
        .then()
        .statusCode(200);
    return id;
  }

  public ValidatableResponse readAgain(UUID id, Map<String, String> how) {
    ValidatableResponse answer = lead.sending(how).put(path("/imports/" + id + "/reading")).then();
    settled(id);
    return answer;
  }

  public ValidatableResponse get(String path) {
    return lead.request().get(path(path)).then();
  }

  public ValidatableResponse one(UUID id) {
    return get("/imports/" + id).statusCode(200);
  }

  public ValidatableResponse change(String path, Object body) {
    return lead.sending(body).put(path(path)).then();
  }

  public ValidatableResponse discard(UUID id) {
    return lead.request().delete(path("/imports/" + id)).then();
  }

  public void settled(UUID id) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    String state = state(id);
    while (state.equals("queued") || state.equals("reading") || state.equals("committing")) {
      assertThat(System.nanoTime()).as("import %s stays %s", id, state).isLessThan(end);
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      state = state(id);
    }
  }

  public String state(UUID id) {
    return one(id).extract().path("state");
  }

  static long number(String query, Object... arguments) {
    return QuarkusTransaction.requiringNew()
        .call(() -> Api.bean(Sql.class).number(query, arguments));
  }

  private String path(String rest) {
    return "/api/v1/reviews/" + review + rest;
  }
}
