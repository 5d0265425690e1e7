package org.winnow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The server as it is shipped, killed or told to end at random moments while people vote. What it
 * has said to have recorded must be there, once, and nothing else.
 */
@Tag("slow")
class KilledServerIT {
  private static final int CLIENTS = 10;
  private static final int RECORDS = Nightly.times(100, 300);

  /** Wide where the machine has other things to do. */
  private static final Duration UNTIL_ENDED = Duration.ofSeconds(Nightly.times(60, 20));

  private static final Duration UNTIL_DATABASE_ANSWERS = Duration.ofSeconds(Nightly.times(120, 10));

  private static final String PASSWORD = "a long word of tests";
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private static final String PROTOCOL =
      """
      {"question":{"text":{},"population":"","intervention":"","comparison":"","outcome":"",
      "design":""},"registration":"","criteria":[],"reasons":[],"policy":{"titleAbstractVotes":10,
      "fullTextVotes":2,"conflictRule":"adjudicator","adjudicatorMayHaveVoted":false,
      "order":"random","reasonsAtTitleAbstract":false,"mask":{"authors":false,"journal":false,
      "year":false},"countsForVotingLead":false},"highlights":[],"explanation":"ten votes each"}
      """;

  /** What happens to it. */
  private enum Fault {
    SERVER_KILLED(0, 12),
    SERVER_AND_DATABASE_KILLED(1, 8),
    DATABASE_KILLED(1, 10),
    TOLD_TO_END(1, 5);

    private final int times;

    Fault(int inEveryBuild, int nightly) {
      this.times = Nightly.times(inEveryBuild, nightly);
    }
  }

  @TempDir Path folder;

  private final UUID review = UUID.randomUUID();
  private final ConcurrentLinkedQueue<UUID> acknowledged = new ConcurrentLinkedQueue<>();

  /** Recorded by a server that was told to end and did not say so any more. */
  private final ConcurrentLinkedQueue<UUID> recordedAndNotTold = new ConcurrentLinkedQueue<>();

  private volatile boolean isToldToEnd;
  private ShippedServer server = ShippedServer.NONE;

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void everyAcknowledgedVoteIsThereOnceWheneverTheServerIsKilled() throws Exception {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    server = ShippedServer.start(folder);
    ShippedServer.Session lead = firstAdministrator();
    List<ShippedServer.Session> reviewers = begin(lead);

    Map<ShippedServer.Session, List<UUID>> cast = new HashMap<>();
    try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
      List<Future<?>> working = new ArrayList<>();
      for (ShippedServer.Session reviewer : reviewers) {
        List<UUID> votes = IntStream.range(0, RECORDS).mapToObj(_ -> UUID.randomUUID()).toList();
        cast.put(reviewer, votes);
        working.add(clients.submit(() -> voteOnAll(reviewer, votes)));
      }
      List<Fault> faults = new ArrayList<>();
      for (Fault fault : Fault.values()) {
        faults.addAll(Collections.nCopies(fault.times, fault));
      }
      Collections.shuffle(faults, random);
      int between = CLIENTS * RECORDS / (faults.size() + 1);
      for (int i = 0; i < faults.size(); i++) {
        awaitAcknowledged(i * between + between / 2 + random.nextInt(between / 2));
        happen(faults.get(i));
      }
      for (Future<?> client : working) {
        client.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      }
    }

    assertThat(acknowledged).as("seed %d", seed).hasSize(CLIENTS * RECORDS);
    assertThat(recordedAndNotTold).as("seed %d", seed).isEmpty();
    assertAllThere(lead, cast);
  }

  private void happen(Fault fault) throws IOException, InterruptedException {
    switch (fault) {
      case SERVER_KILLED -> server.kill();
      case SERVER_AND_DATABASE_KILLED -> {
        server.killDatabase();
        server.kill();
      }
      case DATABASE_KILLED -> {
        long killed = System.nanoTime();
        server.killDatabase();
        // Some were under way to be answered.
        awaitAcknowledged(acknowledged.size() + 2 * CLIENTS);
        assertThat(Duration.ofNanos(System.nanoTime() - killed))
            .as("until votes are taken again")
            .isLessThan(UNTIL_DATABASE_ANSWERS);
        return;
      }
      case TOLD_TO_END -> {
        isToldToEnd = true;
        assertThat(server.terminate()).isLessThan(UNTIL_ENDED);
      }
    }
    server = server.startAgain();
    isToldToEnd = false;
  }

  private ShippedServer.Session firstAdministrator() throws IOException {
    server
        .stranger()
        .json(
            "POST",
            "/setup",
            "{\"token\":\"%s\",\"name\":\"lea\",\"displayName\":\"Lea\",\"password\":\"%s\"}"
                .formatted(server.setupToken(), PASSWORD));
    return server.signIn("lea", PASSWORD);
  }

  private void assertAllThere(
      ShippedServer.Session lead, Map<ShippedServer.Session, List<UUID>> cast) {
    cast.forEach(
        (reviewer, votes) ->
            assertThat(
                    all(reviewer, path("/stages/title-abstract/votes"), "").stream()
                        .map(vote -> UUID.fromString(vote.get("voteId").asText())))
                .containsExactlyInAnyOrderElementsOf(votes));
    assertThat(
            all(lead, path("/ledger"), "&type=vote-cast").stream()
                .map(event -> UUID.fromString(event.get("payload").get("vote").asText())))
        .containsExactlyInAnyOrderElementsOf(cast.values().stream().flatMap(List::stream).toList());
    JsonNode proof = lead.json("GET", path("/ledger/verify"), "");
    assertThat(proof.get("holds").asBoolean()).as(proof.toString()).isTrue();
    JsonNode flow = lead.json("GET", path("/flow"), "");
    assertThat(flow.get("boxes").get("records_screened").asInt()).isEqualTo(RECORDS);
    assertThat(flow.get("identities")).isNotEmpty();
    flow.get("identities")
        .forEach(
            identity ->
                assertThat(identity.get("holds").asBoolean()).as(identity.toString()).isTrue());
  }

  private List<ShippedServer.Session> begin(ShippedServer.Session lead) {
    lead.json("PUT", path(""), "{\"title\":\"Killed\",\"language\":\"en\"}");
    lead.json("PUT", path("/protocol"), PROTOCOL, "If-Match", "\"1\"");
    UUID source = UUID.randomUUID();
    UUID importId = UUID.randomUUID();
    lead.json("PUT", path("/sources/" + source), "{\"kind\":\"database\",\"name\":\"PubMed\"}");
    lead.json(
        "PUT",
        path("/imports/" + importId + "?fileName=a.ris"),
        ris(),
        "Content-Type",
        "application/octet-stream");
    awaitState(lead, importId, "ready");
    lead.json(
        "PUT", path("/imports/" + importId + "/commitment"), "{\"sourceId\":\"" + source + "\"}");
    awaitState(lead, importId, "committed");
    return IntStream.range(0, CLIENTS).mapToObj(i -> reviewer(lead, "reviewer" + i)).toList();
  }

  private ShippedServer.Session reviewer(ShippedServer.Session lead, String name) {
    UUID id = UUID.randomUUID();
    lead.json(
        "PUT",
        "/accounts/" + id,
        "{\"name\":\"%s\",\"displayName\":\"%s\",\"password\":\"%s\"}"
            .formatted(name, name, PASSWORD));
    lead.json("PUT", path("/members/" + id), "{\"roles\":[\"reviewer\"]}");
    return server.signIn(name, PASSWORD);
  }

  /** As the pages do it: what is not acknowledged is sent again, with the same number. */
  private void voteOnAll(ShippedServer.Session reviewer, List<UUID> votes) {
    for (int i = 0; i < votes.size(); i++) {
      String path = path("/stages/title-abstract/records/" + (i + 1) + "/votes/" + votes.get(i));
      String body =
          "{\"verdict\":\"%s\",\"version\":2}".formatted(i % 3 == 0 ? "include" : "exclude");
      vote(reviewer, path, body, votes.get(i));
      acknowledged.add(votes.get(i));
    }
  }

  private void vote(ShippedServer.Session reviewer, String path, String body, UUID vote) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    Instant cutWhenEnding = Instant.MIN;
    while (true) {
      assertThat(System.nanoTime()).as("no server for %s", path).isLessThan(end);
      switch (reviewer.put(path, body)) {
        case ShippedServer.Outcome.Answered answer when answer.status() == 200 -> {
          if (Instant.parse(answer.json().get("recordedAt").asText()).isBefore(cutWhenEnding)) {
            recordedAndNotTold.add(vote);
          }
          return;
        }
        // A server that loses its database says 5xx; a refusal would be a fault of the test.
        case ShippedServer.Outcome.Answered answer ->
            assertThat(answer.status()).as(answer.body()).isGreaterThanOrEqualTo(500);
        case ShippedServer.Outcome.NobodyThere _ -> {}
        case ShippedServer.Outcome.Cut _ ->
            cutWhenEnding = isToldToEnd ? Instant.now() : cutWhenEnding;
      }
      ShippedServer.Session.pause();
    }
  }

  private void awaitAcknowledged(int count) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (acknowledged.size() < count) {
      assertThat(System.nanoTime()).as("only %d votes", acknowledged.size()).isLessThan(end);
      Thread.sleep(5);
    }
  }

  private void awaitState(ShippedServer.Session lead, UUID importId, String state) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    String now = "";
    while (!now.equals(state)) {
      assertThat(System.nanoTime()).as("the import is " + now).isLessThan(end);
      now = lead.json("GET", path("/imports/" + importId), "").get("state").asText();
    }
  }

  private static List<JsonNode> all(ShippedServer.Session person, String path, String query) {
    List<JsonNode> items = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = person.json("GET", path + "?limit=200" + query + cursor, "");
      page.get("items").forEach(items::add);
      cursor = page.has("next") ? "&cursor=" + page.get("next").asText() : "";
    } while (!cursor.isEmpty());
    return items;
  }

  private String path(String rest) {
    return "/reviews/" + review + rest;
  }

  private static String ris() {
    return IntStream.rangeClosed(1, RECORDS)
        .mapToObj(
            i ->
                "TY  - JOUR\nTI  - A trial numbered %s of its own\nAU  - Author%d, A\nPY  - 2020\nER  - \n\n"
                    .formatted(Integer.toString(i * 7919, 36), i))
        .collect(Collectors.joining());
  }
}
