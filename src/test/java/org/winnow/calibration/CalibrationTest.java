package org.winnow.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.winnow.Api;
import org.winnow.Api.Person;
import org.winnow.DatabaseForTests;
import org.winnow.identification.ImportsForTests;
import org.winnow.ledger.Verification;
import org.winnow.ledger.Verifier;
import org.winnow.platform.Sql;
import org.winnow.review.Protocol;
import org.winnow.review.Reviews;
import org.winnow.team.ReviewRole;

/**
 * Rounds of voting for practice: who sees what when, what they measure, and that nothing counts.
 */
@QuarkusTest
@QuarkusTestResource(DatabaseForTests.class)
class CalibrationTest {
  private static final UUID DESIGN = new UUID(4, 1);
  private static final UUID OUTCOME = new UUID(4, 2);

  @Inject Verifier verifier;
  @Inject Reviews reviews;
  @Inject Sql sql;

  private Person lead = new Person(UUID.randomUUID(), "", "");
  private Person ann = lead;
  private Person bob = lead;
  private UUID review = UUID.randomUUID();

  @BeforeEach
  void aReviewWithEightRecordsAndTwoReviewers() {
    lead = Api.somebody("lead");
    ann = Api.somebody("ann");
    bob = Api.somebody("bob");
    review = Api.reviewOf(lead);
    Api.appoint(review, lead, ann, ReviewRole.REVIEWER);
    Api.appoint(review, lead, bob, ReviewRole.REVIEWER);
    ImportsForTests.of(lead, review)
        .commit(
            "PubMed",
            "a.ris",
            String.join(
                "",
                Stream.of("Needles", "Moxa", "Cupping", "Herbs", "Qigong", "Massage", "Tea", "Rest")
                    .map(title -> "TY  - JOUR\nTI  - " + title + " in asthma\nER  - \n\n")
                    .toList()));
    Reviews.ProtocolVersion now =
        QuarkusTransaction.requiringNew().call(() -> reviews.protocol(review));
    Protocol old = now.protocol();
    reviews.amend(
        review,
        lead.id(),
        now.version(),
        new Protocol(
            old.question(),
            old.registration(),
            old.criteria(),
            List.of(
                new Protocol.Reason(DESIGN, new Protocol.Text("Design", "设计"), null),
                new Protocol.Reason(OUTCOME, new Protocol.Text("Outcome", "结局"), null)),
            old.policy(),
            old.highlights()),
        "for the test");
  }

  @Test
  void aSampleIsDrawnAgainFromItsSeedAndAnotherSeedDrawsAnother() {
    List<Integer> first = items(open(4, 7));
    forget();
    List<Integer> again = items(open(4, 7));
    forget();
    List<Integer> other = items(open(4, 8));

    assertThat(first).hasSize(4).doesNotHaveDuplicates().isEqualTo(again).isNotEqualTo(other);
  }

  @Test
  void aRoundLeavesOutWhatHasItsVotesAndWhatWasInARoundBefore() {
    List<Integer> first = items(open(3, 1));
    int decided =
        Stream.of(1, 2, 3, 4, 5, 6, 7, 8).filter(n -> !first.contains(n)).findFirst().get();
    screen(ann, decided, "include");
    screen(bob, decided, "include");

    List<Integer> second = items(open(200, 2));

    assertThat(second).hasSize(4).doesNotContain(decided).doesNotContainAnyElementsOf(first);
    tryOpen(UUID.randomUUID(), 5, 3, List.of())
        .statusCode(409)
        .body("code", equalTo("calibration-nothing-to-sample"));
    assertHolds();
  }

  @Test
  void votesAreTheirVotersOwnUntilAllHaveVotedAndThenEverybodys() {
    UUID round = open(2, 1);
    List<Integer> items = items(round);
    vote(ann, round, items.get(0), "include");
    vote(ann, round, items.get(1), "exclude", DESIGN);
    vote(bob, round, items.get(0), "include");

    for (Person person : List.of(lead, ann, bob)) {
      look(person, round)
          .body("agreement", nullValue())
          .body("round.revealedAt", nullValue())
          .body("items.votes", everyItem(nullValue()))
          .body("items.differs", everyItem(nullValue()));
    }
    look(ann, round).body("items.mine.verdict", contains("include", "exclude"));
    look(bob, round)
        .body("items[1].mine", nullValue())
        .body("round.voted", equalTo(1))
        .body("round.progress", nullValue());
    look(lead, round).body("round.progress.voted", contains(2, 1));
    bob.request()
        .get(path("/ledger?type=calibration-vote-cast"))
        .then()
        .body("items.actor.id", everyItem(equalTo(bob.id().toString())));

    vote(bob, round, items.get(1), "exclude", OUTCOME);

    look(bob, round)
        .body("round.revealedAt", notNullValue())
        .body("round.revealedBy", nullValue())
        .body("items[0].differs", equalTo(false))
        .body("items[1].differs", equalTo(true))
        .body("items[1].votes.reviewer.displayName", containsInAnyOrder("ann", "bob"));
    assertHolds();
  }

  @Test
  void agreementIsMeasuredByPairByReasonAndOfAllTogether() {
    UUID round = open(5, 3);
    List<Integer> items = items(round);
    String[] anns = {"include", "include", "exclude", "exclude", "include"};
    String[] bobs = {"include", "exclude", "exclude", "exclude", "maybe"};
    for (int i = 0; i < 5; i++) {
      vote(ann, round, items.get(i), anns[i], anns[i].equals("exclude") ? DESIGN : null);
      vote(bob, round, items.get(i), bobs[i], i == 2 ? DESIGN : i == 3 ? OUTCOME : null);
    }

    // A maybe lets in: four of five are alike. Ann includes 0.6 and Bob 0.4 of them, so that chance
    // agrees on 0.6 * 0.4 + 0.4 * 0.6 = 0.48, and kappa is (0.8 - 0.48) / (1 - 0.48).
    look(lead, round)
        .body("agreement.classes", contains("include", "exclude"))
        .body("agreement.pairs", hasSize(1))
        .body("agreement.pairs[0].measures.items", equalTo(5))
        .body("agreement.pairs[0].measures.table", contains(contains(2, 1), contains(0, 2)))
        .body("agreement.pairs[0].measures.percent.value", equalTo(0.8f))
        .body("agreement.pairs[0].measures.percent.low", notNullValue())
        .body("agreement.pairs[0].measures.kappa.value", equalTo(8 / 13f))
        .body("agreement.pairs[0].byReason.reason", contains(DESIGN.toString(), OUTCOME.toString()))
        .body("agreement.pairs[0].confusions.items", contains(1))
        .body("agreement.together.raters", equalTo(2))
        .body("items.differs", contains(false, true, false, true, true));
    rounds(lead)
        .body("items[0].agreement.items", equalTo(5))
        .body("items[0].agreement.fleissKappa.low", notNullValue());
  }

  @Test
  void noVoteOfARoundCounts() {
    Map<String, Object> flow = flow();
    String agreement = body(lead, "/stages/title-abstract/agreement");
    List<Integer> queue = queue(ann);
    UUID round = open(3, 5);
    for (int item : items(round)) {
      vote(ann, round, item, "exclude");
      vote(bob, round, item, "include");
    }
    look(lead, round).body("round.revealedAt", notNullValue());

    assertThat(flow()).isEqualTo(flow);
    assertThat(body(lead, "/stages/title-abstract/agreement")).isEqualTo(agreement);
    assertThat(queue(ann)).isEqualTo(queue);
    lead.request().get(path("/stages/title-abstract/conflicts")).then().body("items", empty());
    ann.request().get(path("/stages/title-abstract/votes")).then().body("items", empty());
    assertHolds();
  }

  @Test
  void aVoteIsReplacedUntilTheLeadRevealsAndNotAfterwards() {
    UUID round = open(1, 1);
    int item = items(round).getFirst();
    vote(ann, round, item, "maybe");
    vote(ann, round, item, "include");
    vote(ann, round, item, "include");
    assertThat(events("calibration-vote-cast")).isEqualTo(2);

    lead.sending(Map.of()).put(path("/calibration/" + round + "/reveal")).then().statusCode(204);

    tryVote(bob, round, item, "exclude", null)
        .statusCode(409)
        .body("code", equalTo("calibration-revealed"));
    // What was sent before and comes again is no news.
    vote(ann, round, item, "include");
    look(bob, round)
        .body("items[0].votes.verdict", contains("include"))
        .body("round.revealedBy.displayName", equalTo("lead"));
    assertHolds();
  }

  @Test
  void aRevealedRecordIsDiscussedAndAHiddenOneIsNot() {
    UUID round = open(1, 1);
    int item = items(round).getFirst();
    UUID message = UUID.randomUUID();
    write(ann, round, item, message)
        .statusCode(409)
        .body("code", equalTo("calibration-not-revealed"));
    lead.sending(Map.of()).put(path("/calibration/" + round + "/reveal")).then().statusCode(204);

    write(ann, round, item, message).statusCode(204);
    write(ann, round, item, message).statusCode(204);

    look(bob, round)
        .body("items[0].messages.text", contains("Is asthma enough?"))
        .body("items[0].messages.author.displayName", contains("ann"));
    assertHolds();
  }

  @Test
  void recordsOfUnclearCriteriaAreOfferedToALeadWhoDoesNotVoteAndCanBeChosen() {
    screen(ann, 2, "include");
    screen(bob, 2, "exclude");
    lead.sending(Map.of("comment", "Is moxa acupuncture?"))
        .put(path("/stages/title-abstract/records/2/unclear"))
        .then()
        .statusCode(204);

    rounds(lead)
        .body("candidates.itemId", contains(2))
        .body("candidates.comment", contains("Is moxa acupuncture?"));
    rounds(ann).body("candidates", nullValue());
    UUID round = UUID.randomUUID();
    tryOpen(round, 3, 1, List.of(2)).statusCode(204);
    assertThat(items(round)).hasSize(3).contains(2);
    tryOpen(UUID.randomUUID(), 3, 1, List.of(99)).statusCode(404);
    Api.appoint(review, lead, lead, ReviewRole.LEAD, ReviewRole.REVIEWER);
    rounds(lead).body("candidates", nullValue()).body("items[0].progress", nullValue());
    assertHolds();
  }

  @Test
  void theRailTellsReviewersWhatIsLeftAndNobodyElseOfRounds() {
    rail(ann).body("rail.calibration", nullValue());
    rail(lead).body("rail.calibration.rounds", equalTo(0));
    UUID round = open(3, 1);
    vote(ann, round, items(round).getFirst(), "include");

    rail(ann).body("rail.calibration.open", equalTo(2));
    rail(lead).body("rail.calibration.open", equalTo(0));
    Person observer = Api.somebody("obs");
    Api.appoint(review, lead, observer, ReviewRole.OBSERVER);
    rail(observer).body("rail.calibration", nullValue());
  }

  @Test
  void whatIsChangedBesideTheLedgerIsNamed() {
    UUID round = open(2, 1);
    vote(ann, round, items(round).getFirst(), "include");
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                sql.update(
                    "UPDATE calibration_vote SET verdict = 'EXCLUDE' WHERE review_id = ?", review));

    assertThat(verification().differences())
        .extracting("table")
        .containsExactly("calibration_vote");
  }

  /** As if no round had been opened, so that the next samples from the same entries. */
  private void forget() {
    QuarkusTransaction.requiringNew()
        .run(() -> sql.update("DELETE FROM calibration_item WHERE review_id = ?", review));
  }

  private UUID open(int size, int seed) {
    UUID round = UUID.randomUUID();
    tryOpen(round, size, seed, List.of()).statusCode(204);
    tryOpen(round, size, seed, List.of()).statusCode(204);
    return round;
  }

  private ValidatableResponse tryOpen(UUID round, int size, int seed, List<Integer> chosen) {
    return lead.sending(Map.of("size", size, "seed", seed, "chosen", chosen))
        .put(path("/calibration/" + round))
        .then();
  }

  private List<Integer> items(UUID round) {
    return look(ann, round).extract().jsonPath().getList("items.itemId");
  }

  private ValidatableResponse look(Person person, UUID round) {
    return person.request().get(path("/calibration/" + round)).then().statusCode(200);
  }

  private ValidatableResponse rounds(Person person) {
    return person.request().get(path("/calibration")).then().statusCode(200);
  }

  private ValidatableResponse rail(Person person) {
    return person.request().get(path("")).then().statusCode(200);
  }

  private void vote(Person by, UUID round, int item, String verdict) {
    vote(by, round, item, verdict, null);
  }

  private void vote(Person by, UUID round, int item, String verdict, UUID reason) {
    tryVote(by, round, item, verdict, reason).statusCode(204);
  }

  private ValidatableResponse tryVote(
      Person by, UUID round, int item, String verdict, UUID reason) {
    return by.sending(
            Map.of("verdict", verdict, "reasons", reason == null ? List.of() : List.of(reason)))
        .put(path("/calibration/" + round + "/records/" + item + "/vote"))
        .then();
  }

  private ValidatableResponse write(Person by, UUID round, int item, UUID message) {
    return by.sending(Map.of("text", "Is asthma enough?"))
        .put(path("/calibration/" + round + "/records/" + item + "/messages/" + message))
        .then();
  }

  private void screen(Person by, int record, String verdict) {
    by.sending(Map.of("verdict", verdict, "version", 2))
        .put(path("/stages/title-abstract/records/" + record + "/votes/" + UUID.randomUUID()))
        .then()
        .statusCode(200);
  }

  private List<Integer> queue(Person person) {
    return person
        .request()
        .get(path("/stages/title-abstract/queue"))
        .then()
        .extract()
        .jsonPath()
        .getList("items.itemId");
  }

  /** The diagram without the ledger's head, which moves with every event. */
  private Map<String, Object> flow() {
    JsonPath flow = lead.request().get(path("/flow")).then().statusCode(200).extract().jsonPath();
    return Map.of(
        "boxes", flow.getMap("boxes"),
        "details", flow.getMap("details"),
        "identities", flow.getList("identities"),
        "pending", flow.getMap("pending"));
  }

  private String body(Person person, String path) {
    return person.request().get(path(path)).then().statusCode(200).extract().asString();
  }

  private long events(String type) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                sql.number(
                    "SELECT count(*) FROM ledger_event WHERE review_id = ? AND type = ?",
                    review,
                    type));
  }

  private Verification verification() {
    return QuarkusTransaction.requiringNew().call(() -> verifier.verify(review));
  }

  private void assertHolds() {
    assertThat(verification().differences()).isEmpty();
    assertThat(verification().holds()).isTrue();
  }

  private String path(String path) {
    return "/api/v1/reviews/" + review + path;
  }
}
