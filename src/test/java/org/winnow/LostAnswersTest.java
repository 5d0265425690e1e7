package org.winnow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.winnow.Api.Person;
import org.winnow.Wire.Answer;
import org.winnow.Wire.Call;
import org.winnow.identification.ImportsForTests;
import org.winnow.ledger.Verifier;
import org.winnow.platform.Sql;
import org.winnow.team.ReviewRole;

/** Votes whose answer is lost, and which the page therefore sends again. */
@QuarkusTest
@QuarkusTestResource(DatabaseForTests.class)
class LostAnswersTest {
  private static final int VOTES = Nightly.times(25, 1_000);

  @TestHTTPResource("/")
  URI server;

  @Inject Sql sql;
  @Inject Verifier verifier;

  @Test
  void aVoteWhoseAnswerWasLostIsCastOnce() throws Exception {
    Person lead = Api.somebody("lead");
    Person ann = Api.somebody("ann");
    UUID review = Api.reviewOf(lead);
    Api.appoint(review, lead, ann, ReviewRole.REVIEWER);
    ImportsForTests.of(lead, review).commit("PubMed", "a.ris", records());
    Wire direct = new Wire(server);
    try (LosingProxy losing = LosingProxy.before(server);
        ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
      Wire lossy = new Wire(losing.address());
      for (int record = 1; record <= VOTES; record++) {
        Call vote = vote(review, record);
        assertThatThrownBy(() -> lossy.send(vote, ann.cookie()))
            .isInstanceOf(UncheckedIOException.class)
            .hasCauseInstanceOf(IOException.class);
        // Again, and with a heavy hand.
        Future<Answer> first = hands.submit(() -> direct.send(vote, ann.cookie()));
        Answer second = direct.send(vote, ann.cookie());
        assertThat(first.get().status()).as(second.body()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.get().body());
      }
    }

    assertThat(number("SELECT count(*) FROM vote WHERE review_id = ?", review)).isEqualTo(VOTES);
    assertThat(number("SELECT count(DISTINCT item_id) FROM vote WHERE review_id = ?", review))
        .isEqualTo(VOTES);
    assertThat(
            number(
                "SELECT count(*) FROM ledger_event WHERE type = 'vote-cast' AND review_id = ?",
                review))
        .isEqualTo(VOTES);
    assertThat(verifier.verify(review).holds()).isTrue();
  }

  private static Call vote(UUID review, int record) {
    return Call.json(
        "PUT",
        "/api/v1/reviews/%s/stages/title-abstract/records/%d/votes/%s"
            .formatted(review, record, UUID.randomUUID()),
        "{\"verdict\":\"%s\",\"version\":1}".formatted(record % 2 == 0 ? "include" : "exclude"));
  }

  private long number(String query, UUID review) {
    return QuarkusTransaction.requiringNew().call(() -> sql.number(query, review));
  }

  private static String records() {
    return IntStream.rangeClosed(1, VOTES)
        .mapToObj(
            i ->
                "TY  - JOUR\nTI  - Answer number %s that went astray\nAU  - Author%d, A\nER  - \n\n"
                    .formatted(Integer.toString(i * 7919, 36), i))
        .collect(Collectors.joining());
  }
}
