package org.winnow.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.winnow.Api;
import org.winnow.Api.Person;
import org.winnow.DatabaseForTests;
import org.winnow.identification.ImportsForTests;
import org.winnow.ledger.Verifier;
import org.winnow.team.ReviewRole;

/** Votes as pages send them: late, twice, at once, and after they were taken back. */
@QuarkusTest
@QuarkusTestResource(DatabaseForTests.class)
class VoteTest {
  @Inject Verifier verifier;

  private Person ann = new Person(UUID.randomUUID(), "", "");
  private UUID review = UUID.randomUUID();

  @BeforeEach
  void aReviewWithARecord() {
    Person lead = Api.somebody("lead");
    ann = Api.somebody("ann");
    review = Api.reviewOf(lead);
    Api.appoint(review, lead, ann, ReviewRole.REVIEWER);
    ImportsForTests.of(lead, review)
        .commit("PubMed", "a.ris", "TY  - JOUR\nTI  - The only record\nPY  - 2020\nER  - \n");
  }

  @Test
  void aVoteThatWasTakenBackIsNotCastAgainByItsLateRepetition() {
    UUID vote = UUID.randomUUID();
    String recordedAt = cast(vote, "include").statusCode(200).extract().path("recordedAt");
    takeBack(vote);

    cast(vote, "include").statusCode(200).body("recordedAt", equalTo(recordedAt));

    assertVotes();
    cast(UUID.randomUUID(), "exclude").statusCode(200);
    assertVotes("exclude");
    assertHolds(2, 1);
  }

  @Test
  void takingBackTwiceIsTakingBackOnce() {
    UUID vote = UUID.randomUUID();
    cast(vote, "include").statusCode(200);
    takeBack(vote);
    takeBack(vote);

    assertVotes();
    assertHolds(1, 1);
  }

  @Test
  void theFormerVoteCountsAgainWhenTheLaterOneIsTakenBack() {
    UUID later = UUID.randomUUID();
    cast(UUID.randomUUID(), "include").statusCode(200);
    cast(later, "exclude").statusCode(200);
    assertVotes("exclude");

    takeBack(later);

    assertVotes("include");
  }

  @Test
  void theNumberOfAVoteSaysTheSameForEver() {
    UUID vote = UUID.randomUUID();
    cast(vote, "include").statusCode(200);

    cast(vote, "exclude").statusCode(422).body("code", equalTo("vote-id-used"));

    assertVotes("include");
  }

  @Test
  void fiftyAtOnceAreOneVote() throws Exception {
    UUID vote = UUID.randomUUID();
    CountDownLatch begin = new CountDownLatch(1);
    List<Future<String>> answers = new ArrayList<>();
    try (ExecutorService clients = Executors.newFixedThreadPool(50)) {
      for (int i = 0; i < 50; i++) {
        answers.add(
            clients.submit(
                () -> {
                  begin.await();
                  return cast(vote, "include").statusCode(200).extract().asString();
                }));
      }
      begin.countDown();
    }

    for (Future<String> answer : answers) {
      assertThat(answer.get()).isEqualTo(answers.getFirst().get());
    }
    assertVotes("include");
    assertHolds(1, 0);
  }

  private ValidatableResponse cast(UUID vote, String verdict) {
    return ann.sending(Map.of("verdict", verdict, "version", 1)).put(path(vote)).then();
  }

  private void takeBack(UUID vote) {
    ann.request().delete(path(vote)).then().statusCode(204);
  }

  private void assertVotes(String... verdicts) {
    ann.request()
        .get("/api/v1/reviews/" + review + "/stages/title-abstract/votes")
        .then()
        .body("items", hasSize(verdicts.length))
        .body("items.verdict", equalTo(List.of(verdicts)));
  }

  private void assertHolds(int cast, int takenBack) {
    assertEvents("vote-cast", cast);
    assertEvents("vote-withdrawn", takenBack);
    assertThat(verifier.verify(review).holds()).isTrue();
  }

  private void assertEvents(String type, int count) {
    ann.request()
        .get("/api/v1/reviews/" + review + "/ledger?type=" + type)
        .then()
        .body("items", hasSize(count));
  }

  private String path(UUID vote) {
    return "/api/v1/reviews/" + review + "/stages/title-abstract/records/1/votes/" + vote;
  }
}
