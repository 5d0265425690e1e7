package org.winnow.screening;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.winnow.Api.Person;
import org.winnow.DatabaseForTests;
import org.winnow.Nightly;
import org.winnow.Wire;
import org.winnow.Wire.Call;
import org.winnow.flow.Flow;
import org.winnow.flow.Flows;
import org.winnow.identification.ImportsForTests;
import org.winnow.platform.Sql;
import org.winnow.record.Records;
import org.winnow.record.RecordsMerged;
import org.winnow.record.SourceDescribed;
import org.winnow.record.SourceKind;
import org.winnow.record.Sources;
import org.winnow.review.Stage;

/** What several do at the same instant: whoever comes first, the outcome is one of the legal. */
@QuarkusTest
@QuarkusTestResource(DatabaseForTests.class)
class RacesTest {
  private static final int ROUNDS = Nightly.times(6, 200);
  private static final int CLIENTS = 50;

  @TestHTTPResource("/")
  URI server;

  @Inject Sql sql;
  @Inject Records records;
  @Inject Sources sources;
  @Inject Flows flows;

  private ScreeningTeam team = ScreeningTeam.NONE;
  private Wire wire = new Wire(URI.create("http://localhost"));

  @BeforeEach
  void aTeam() {
    team = ScreeningTeam.withRecords(2 * ROUNDS);
    wire = new Wire(server);
  }

  @Test
  void fiftyRequestsForOneVoteAreOneVote() throws Exception {
    for (int record = 1; record <= ROUNDS; record++) {
      UUID vote = UUID.randomUUID();
      int item = record;
      List<Integer> statuses =
          atOnce(
              IntStream.range(0, CLIENTS)
                  .<Callable<Integer>>mapToObj(_ -> () -> cast(team.ann(), item, vote, "include"))
                  .toList());
      assertThat(statuses).containsOnly(200);
      assertThat(votes(item)).isEqualTo(1);
      assertThat(status(item)).isEqualTo("PENDING");
    }
    assertAllHolds();
  }

  @Test
  void twoWhoVoteAtOnceAreTwoVotesAndOneConflict() throws Exception {
    for (int record = 1; record <= ROUNDS; record++) {
      int item = record;
      List<Integer> statuses =
          atOnce(
              List.of(
                  () -> cast(team.ann(), item, UUID.randomUUID(), "include"),
                  () -> cast(team.bob(), item, UUID.randomUUID(), "exclude")));
      assertThat(statuses).containsOnly(200);
      assertThat(votes(item)).isEqualTo(2);
      assertThat(status(item)).isEqualTo("VERDICT_CONFLICT");
    }
    assertAllHolds();
  }

  @Test
  void anAdjudicationAndALateVoteDoNotBothCount() throws Exception {
    for (int record = 1; record <= ROUNDS; record++) {
      int item = record;
      team.disagree(item);
      List<Integer> statuses =
          atOnce(
              List.of(
                  () -> cast(team.bob(), item, UUID.randomUUID(), "include"),
                  () -> adjudicate(item, "exclude")));
      if (statuses.equals(List.of(200, 409))) {
        assertThat(status(item)).as("Bob was first").isEqualTo("INCLUDED");
      } else {
        assertThat(statuses.getFirst()).as("Eve was first: %s", statuses).isEqualTo(409);
        assertThat(statuses.getLast()).isBetween(200, 204);
        assertThat(status(item)).isEqualTo("EXCLUDED");
      }
    }
    assertAllHolds();
  }

  @Test
  void aVoteAndTheWithdrawalOfItsRecordLeaveNothingHalfDone() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      UUID batch = UUID.randomUUID();
      int item = importOne(batch);
      List<Integer> statuses =
          atOnce(
              List.of(
                  () -> cast(team.ann(), item, UUID.randomUUID(), "include"),
                  () -> {
                    QuarkusTransaction.requiringNew()
                        .run(
                            () -> {
                              records.withdraw(team.id(), team.lea().id(), batch, "wrong");
                              ImportsForTests.noteWithdrawn(team.id(), batch);
                            });
                    return 200;
                  }));
      assertThat(statuses.getFirst()).isIn(200, 404, 409);
      assertThat(votes(item)).isEqualTo(statuses.getFirst() == 200 ? 1 : 0);
    }
    assertAllHolds();
  }

  @Test
  void aVoteOnARecordThatIsBeingJoinedCountsForTheOneThatStays() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      int stays = 2 * round + 1;
      int goes = 2 * round + 2;
      List<Integer> statuses =
          atOnce(
              List.of(
                  () -> cast(team.ann(), goes, UUID.randomUUID(), "include"),
                  () -> merge(stays, goes)));
      assertThat(statuses).containsOnly(200);
      assertThat(votes(stays)).as("votes that count for %d", stays).isEqualTo(1);
      assertThat(votes(goes)).isZero();
      assertThat(status(stays)).isEqualTo("PENDING");
    }
    assertAllHolds();
  }

  /** Begins all at one barrier, and returns what came of each. */
  private static List<Integer> atOnce(List<Callable<Integer>> deeds) throws Exception {
    CyclicBarrier barrier = new CyclicBarrier(deeds.size());
    List<Future<Integer>> done = new ArrayList<>();
    try (ExecutorService hands = Executors.newFixedThreadPool(deeds.size())) {
      for (Callable<Integer> deed : deeds) {
        done.add(
            hands.submit(
                () -> {
                  barrier.await();
                  return deed.call();
                }));
      }
    }
    List<Integer> outcomes = new ArrayList<>();
    for (Future<Integer> outcome : done) {
      outcomes.add(outcome.get());
    }
    return outcomes;
  }

  private int cast(Person by, int record, UUID vote, String verdict) {
    return put(
        by,
        "/records/" + record + "/votes/" + vote,
        "{\"verdict\":\"%s\",\"version\":2}".formatted(verdict));
  }

  private int adjudicate(int record, String verdict) {
    return put(
        team.eve(),
        "/records/" + record + "/adjudications/" + UUID.randomUUID(),
        "{\"verdict\":\"%s\",\"reasons\":[],\"comment\":\"\"}".formatted(verdict));
  }

  private int put(Person by, String path, String body) {
    return wire.send(Call.json("PUT", team.title(path), body), by.cookie()).status();
  }

  private int merge(int stays, int goes) {
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                records.merge(
                    team.id(),
                    team.lea().id(),
                    new RecordsMerged(
                        UUID.randomUUID(), stays, List.of(goes), Stage.TITLE_ABSTRACT)));
    return 200;
  }

  private int importOne(UUID batch) {
    UUID source = UUID.randomUUID();
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              sources.describe(
                  team.id(),
                  team.lea().id(),
                  new SourceDescribed(
                      source, SourceKind.DATABASE, "One more", "", "", "", "", null));
              records.stage(team.id(), batch, 1, List.of(ScreeningTeam.citation(9_999)));
              ImportsForTests.noteCommitted(team.id(), batch, source, team.lea().id(), 1);
              Records.Incoming incoming = records.prepare(team.id(), batch, source, "0".repeat(64));
              records.add(team.id(), team.lea().id(), incoming);
              return incoming.ranges().getFirst().first();
            });
  }

  private long votes(int record) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                sql.number(
                    "SELECT count(*) FROM vote WHERE review_id = ? AND counts_for = ? AND"
                        + " withdrawn_sequence IS NULL",
                    team.id(),
                    record));
  }

  private String status(int record) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                sql.list(
                        "SELECT status FROM screening WHERE review_id = ? AND stage ="
                            + " 'TITLE_ABSTRACT' AND item_id = ?",
                        row -> row.getString(1),
                        team.id(),
                        record)
                    .getFirst());
  }

  private void assertAllHolds() {
    team.assertLedgerHolds();
    Flow flow = QuarkusTransaction.requiringNew().call(() -> flows.of(team.id()));
    assertThat(flow.identities()).isNotEmpty().allMatch(identity -> identity.holds());
  }
}
