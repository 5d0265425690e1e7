package org.winnow.screening;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.winnow.Api.Person;
import org.winnow.DatabaseForTests;
import org.winnow.Wire;
import org.winnow.Wire.Call;
import org.winnow.identification.ImportsForTests;
import org.winnow.platform.Sql;
import org.winnow.record.Join;
import org.winnow.record.Records;
import org.winnow.record.SourceDescribed;
import org.winnow.record.SourceKind;
import org.winnow.record.Sources;

/** An import whose rows take long to write is taken out while the others go on. */
@QuarkusTest
@QuarkusTestResource(DatabaseForTests.class)
class WithdrawalWhileVotingTest {
  private static final int FIRST = 3;

  @TestHTTPResource("/")
  URI server;

  @Inject Sql sql;
  @Inject Records records;
  @Inject Sources sources;

  private ScreeningTeam team = ScreeningTeam.NONE;
  private Wire wire = new Wire(URI.create("http://localhost"));
  private UUID batch = UUID.randomUUID();
  private int copy;

  @BeforeEach
  void anImportThatStandsForOthers() {
    team = ScreeningTeam.withRecords(FIRST);
    wire = new Wire(server);
    batch = UUID.randomUUID();
    copy = importThree(batch);
    joinFound(new Join(1, copy, "same-doi"));
  }

  @Test
  void votesAndMoreImportsDoNotWaitForTheRows() throws Exception {
    assertThat(cast(team.ann(), copy)).isEqualTo(200);

    whileItsRowsAreBeingWritten(
        () -> {
          assertThat(cast(team.bob(), 2)).isEqualTo(200);
          assertThat(cast(team.bob(), copy)).isEqualTo(200);
        });

    assertThat(live()).containsExactly(1, 2, 3);
    assertThat(countsFor(1)).as("votes go on with what now stands for the cluster").isEqualTo(2);
    team.assertLedgerHolds();
  }

  @Test
  void aCopyThatComesInMeanwhileIsStoodForByWhatIsLeft() throws Exception {
    UUID later = UUID.randomUUID();
    int[] added = new int[1];

    whileItsRowsAreBeingWritten(
        () -> {
          added[0] = importThree(later);
          joinFound(new Join(added[0], copy, "same-doi"));
        });

    assertThat(live()).contains(1, 2, 3, added[0]).doesNotContain(copy);
    assertThat(representative(added[0])).isEqualTo(1);
    team.assertLedgerHolds();
  }

  @Test
  void whoJoinsRecordsOfItWaitsAndFindsThemGone() throws Exception {
    try (ExecutorService other = Executors.newSingleThreadExecutor()) {
      Future<?>[] merge = new Future<?>[1];
      whileItsRowsAreBeingWritten(
          () -> {
            merge[0] =
                other.submit(
                    () ->
                        wire.send(
                                Call.json(
                                    "PUT",
                                    team.review("/duplicates/merges/" + UUID.randomUUID()),
                                    "{\"representative\":%d,\"members\":[%d]}"
                                        .formatted(2, copy + 1)),
                                team.lea().cookie())
                            .status());
            untilOneWaitsFor("%pg_advisory_xact_lock%", merge[0]);
            assertThat(cast(team.bob(), 2)).isEqualTo(200);
          });
      assertThat(merge[0].get()).isEqualTo(422);
    }
    team.assertLedgerHolds();
  }

  /** Holds one row of the import, so that its withdrawal comes no further than its rows. */
  private void whileItsRowsAreBeingWritten(Runnable deeds) throws Exception {
    try (ExecutorService other = Executors.newSingleThreadExecutor()) {
      Future<?> withdrawal =
          QuarkusTransaction.requiringNew()
              .call(
                  () -> {
                    sql.list(
                        "SELECT id FROM record WHERE review_id = ? AND id = ? FOR UPDATE",
                        row -> row.getInt(1),
                        team.id(),
                        copy + 2);
                    Future<?> running = other.submit(this::withdraw);
                    untilOneWaitsFor("UPDATE record SET live%", running);
                    deeds.run();
                    assertThat(running.isDone()).isFalse();
                    return running;
                  });
      withdrawal.get();
    }
  }

  private void untilOneWaitsFor(String query, Future<?> who) {
    while (!who.isDone() && waiting(query) == 0) {
      Thread.onSpinWait();
    }
    assertThat(who.isDone()).as("it came to wait").isFalse();
  }

  private long waiting(String query) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                sql.number(
                    "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname"
                        + " = current_database() AND query LIKE ?",
                    query));
  }

  private void withdraw() {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              records.withdraw(team.id(), team.lea().id(), batch, "wrong file");
              ImportsForTests.noteWithdrawn(team.id(), batch);
            });
  }

  private int importThree(UUID importId) {
    UUID source = UUID.randomUUID();
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              sources.describe(
                  team.id(),
                  team.lea().id(),
                  new SourceDescribed(
                      source, SourceKind.DATABASE, "One more", "", "", "", "", null));
              int first =
                  records.stage(
                      team.id(),
                      importId,
                      1,
                      IntStream.range(900, 903).mapToObj(ScreeningTeam::citation).toList());
              ImportsForTests.noteCommitted(team.id(), importId, source, team.lea().id(), 3);
              records.add(
                  team.id(),
                  team.lea().id(),
                  records.prepare(team.id(), importId, source, "0".repeat(64)));
              return first;
            });
  }

  private void joinFound(Join join) {
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                records.joinFound(
                    team.id(),
                    team.lea().id(),
                    records.prepareJoins(team.id(), UUID.randomUUID(), List.of(join))));
  }

  private int cast(Person by, int record) {
    return wire.send(
            Call.json(
                "PUT",
                team.title("/records/" + record + "/votes/" + UUID.randomUUID()),
                "{\"verdict\":\"include\",\"version\":2}"),
            by.cookie())
        .status();
  }

  private List<Integer> live() {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                sql.list(
                    "SELECT id FROM record WHERE review_id = ? AND live ORDER BY id",
                    row -> row.getInt(1),
                    team.id()));
  }

  private long countsFor(int record) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                sql.number(
                    "SELECT count(*) FROM vote WHERE review_id = ? AND counts_for = ?",
                    team.id(),
                    record));
  }

  private long representative(int record) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                sql.number(
                    "SELECT COALESCE(representative_id, id) FROM record WHERE review_id = ? AND id = ?",
                    team.id(),
                    record));
  }
}
