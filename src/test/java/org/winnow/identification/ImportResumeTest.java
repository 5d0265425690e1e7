package org.winnow.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.winnow.Api;
import org.winnow.Api.Person;
import org.winnow.DatabaseForTests;
import org.winnow.citation.format.CitationReader;
import org.winnow.citation.format.ReadOptions;
import org.winnow.platform.FileStore;
import org.winnow.platform.Sql;

@QuarkusTest
@WithTestResource(DatabaseForTests.class)
class ImportResumeTest {
  private static final int RECORDS = 3_500;

  @Inject ImportService service;
  @Inject ImportJob job;
  @Inject FileStore files;

  private Person lead = new Person(UUID.randomUUID(), "", "");
  private UUID review = UUID.randomUUID();
  private ImportsForTests imports = ImportsForTests.of(lead, review);

  @BeforeEach
  void aReview() {
    lead = Api.somebody("lead");
    review = Api.reviewOf(lead);
    imports = ImportsForTests.of(lead, review);
  }

  @Test
  void aReadingThatDiedInTheMiddleIsTakenUpWithTheSameNumbers() throws IOException {
    UUID id = received(withOneBadRecord());
    dieAfterStretches(service.begin(review, id).orElseThrow(), 2);
    List<Integer> before = numbers(id);
    assertThat(before).isNotEmpty().hasSizeLessThan(RECORDS);
    imports.one(id).body("state", is("reading"));

    job.takeUpUnfinished();
    imports.settled(id);

    imports.one(id).body("state", is("ready")).body("records", is(RECORDS));
    imports.one(id).body("quarantined", is(1)).body("completeness.title", is(RECORDS));
    imports.get("/imports/" + id + "/quarantine").body("items", hasSize(1));
    assertThat(numbers(id)).hasSize(RECORDS).startsWith(before.toArray(Integer[]::new));
  }

  @Test
  void aReadingThatWasThoughtDeadWritesNothingMore() throws IOException {
    UUID id = received(withOneBadRecord());
    Reading dead = service.begin(review, id).orElseThrow();
    job.takeUpUnfinished();
    imports.settled(id);

    assertThatThrownBy(() -> dieAfterStretches(dead, 100)).isInstanceOf(Reading.Superseded.class);

    assertThat(numbers(id)).hasSize(RECORDS);
    imports.one(id).body("state", is("ready"));
  }

  @Test
  void aReadingStopsWhenItsImportIsDiscarded() {
    UUID id = received(withOneBadRecord());
    Reading reading = service.begin(review, id).orElseThrow();

    imports.discard(id).statusCode(204);

    assertThatThrownBy(() -> dieAfterStretches(reading, 100))
        .isInstanceOf(Reading.Superseded.class);
    assertThat(numbers(id)).isEmpty();
  }

  @Test
  void aCommitThatWasDecidedIsCarriedOutAfterARestart() {
    UUID id = imports.read("a.ris", Ris.distinct(5));
    service.decideCommit(review, lead.id(), id, imports.source("PubMed"));
    imports.get("/duplicates/summary").body("records", is(0));

    job.takeUpUnfinished();
    imports.settled(id);

    imports.one(id).body("state", is("committed"));
    imports.get("/duplicates/summary").body("records", is(5));
  }

  private UUID received(String content) {
    UUID id = UUID.randomUUID();
    service.receive(
        review,
        lead.id(),
        id,
        "a.ris",
        files.store(
            new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)), Long.MAX_VALUE));
    return id;
  }

  /** What a killed server leaves: some stretches written, the import marked as being read. */
  private void dieAfterStretches(Reading reading, int stretches) throws IOException {
    AtomicInteger asked = new AtomicInteger();
    try (Staging staging =
        new Staging(service, reading, () -> asked.incrementAndGet() > stretches)) {
      CitationReader.read(files.open(reading.sha256()), ReadOptions.automatic(), staging);
      staging.finish();
    } catch (CancellationException killed) {
      assertThat(asked.get()).isGreaterThan(stretches);
    }
  }

  private static String withOneBadRecord() {
    return "TY  - JOUR\nER  - \n\n" + Ris.distinct(RECORDS);
  }

  private List<Integer> numbers(UUID importId) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                Api.bean(Sql.class)
                    .list(
                        "SELECT id FROM record WHERE review_id = ? AND import_id = ? ORDER BY"
                            + " position",
                        row -> row.getInt(1),
                        review,
                        importId));
  }
}
