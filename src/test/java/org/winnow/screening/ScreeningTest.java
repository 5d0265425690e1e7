package org.winnow.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.winnow.Api;
import org.winnow.Api.Person;
import org.winnow.DatabaseForTests;
import org.winnow.identification.ImportsForTests;
import org.winnow.record.Records;
import org.winnow.record.SourceDescribed;
import org.winnow.record.SourceKind;
import org.winnow.record.Sources;
import org.winnow.review.Protocol;
import org.winnow.review.Reviews;
import org.winnow.team.ReviewRole;

@QuarkusTest
@QuarkusTestResource(DatabaseForTests.class)
class ScreeningTest {
  private static final UUID DESIGN = UUID.randomUUID();
  private static final UUID OUTCOME = UUID.randomUUID();
  private static final String TITLE = "/stages/title-abstract";
  private static final String FULL_TEXT = "/stages/full-text";

  private Person lea = new Person(new UUID(0, 0), "", "");
  private Person ann = lea;
  private Person bob = lea;
  private Person eve = lea;
  private String review = "";

  @BeforeEach
  void aReviewWithFiveRecords() {
    lea = Api.somebody("lea");
    ann = Api.somebody("ann");
    bob = Api.somebody("bob");
    eve = Api.somebody("eve");
    UUID id = Api.reviewOf(lea);
    review = "/api/v1/reviews/" + id;
    Api.appoint(id, lea, ann, ReviewRole.REVIEWER);
    Api.appoint(id, lea, bob, ReviewRole.REVIEWER);
    Api.appoint(id, lea, eve, ReviewRole.ADJUDICATOR);
    QuarkusTransaction.requiringNew().run(() -> prepare(id));
  }

  @Test
  void eachReviewerMeetsEveryRecordOnce() {
    List<Integer> items =
        ann.request().get(review + TITLE + "/queue").jsonPath().getList("items.itemId");
    assertThat(items).containsExactlyInAnyOrder(1, 2, 3, 4, 5);
  }

  @Test
  void whatIsLeftIsCountedOnceForAWholeSitting() {
    JsonPath first = ann.request().get(review + TITLE + "/queue?limit=2").jsonPath();
    assertThat(first.getInt("mine.remaining")).isEqualTo(5);
    String last = first.getString("items[1].position");
    JsonPath next =
        ann.request().queryParam("after", last).get(review + TITLE + "/queue?limit=2").jsonPath();
    assertThat(next.getList("items")).hasSize(2);
    assertThat(next.<Object>get("mine")).isNull();
  }

  @Test
  void aVoteThatIsSentTwiceCountsOnce() {
    UUID vote = UUID.randomUUID();
    Response first = put(ann, TITLE, 1, vote, "include");
    Response again = put(ann, TITLE, 1, vote, "include");
    assertThat(again.asString()).isEqualTo(first.asString());
    assertThat(number(ann, TITLE + "/queue", "mine.voted")).isEqualTo(1);
  }

  @Test
  void aWithdrawnVoteIsNotCastAgainByALateRepetition() {
    UUID vote = UUID.randomUUID();
    put(ann, TITLE, 1, vote, "include");
    withdraw(ann, TITLE, 1, vote);
    put(ann, TITLE, 1, vote, "include").then().statusCode(200);
    assertThat(number(ann, TITLE + "/queue", "mine.voted")).isZero();
  }

  @Test
  void takingAVoteBackLetsTheOneBeforeItCountAgain() {
    put(ann, TITLE, 1, UUID.randomUUID(), "include");
    UUID second = UUID.randomUUID();
    put(ann, TITLE, 1, second, "exclude");
    withdraw(ann, TITLE, 1, second);
    ann.request()
        .get(review + TITLE + "/votes")
        .then()
        .body("items", hasSize(1))
        .body("items[0].verdict", equalTo("include"));
  }

  @Test
  void nobodyTakesBackTheVoteOfAnother() {
    UUID vote = UUID.randomUUID();
    put(ann, TITLE, 1, vote, "include");
    bob.request().delete(review + TITLE + "/records/1/votes/" + vote).then().statusCode(404);
  }

  @Test
  void votesThatDisagreeAreAConflictThatTheAdjudicatorSettles() {
    put(ann, TITLE, 1, UUID.randomUUID(), "include");
    put(bob, TITLE, 1, UUID.randomUUID(), "exclude");
    eve.request()
        .get(review + TITLE + "/conflicts")
        .then()
        .body("items", hasSize(1))
        .body("items[0].votes", hasSize(2))
        .body("items[0].kind", equalTo("verdict"));
    settle(TITLE, 1, "include").then().statusCode(204);
    eve.request().get(review + TITLE + "/conflicts").then().body("items", empty());
    assertThat(box("records_passed")).containsExactly(1);
  }

  @Test
  void anAdjudicationTakenBackIsAConflictAgain() {
    put(ann, TITLE, 1, UUID.randomUUID(), "include");
    put(bob, TITLE, 1, UUID.randomUUID(), "exclude");
    UUID adjudication = UUID.randomUUID();
    eve.sending(Map.of("verdict", "include"))
        .put(review + TITLE + "/records/1/adjudications/" + adjudication);
    eve.request()
        .delete(review + TITLE + "/records/1/adjudications/" + adjudication)
        .then()
        .statusCode(204);
    eve.request().get(review + TITLE + "/conflicts").then().body("items", hasSize(1));
  }

  @Test
  void reviewersSeeNoConflictsThatAreNotTheirsToSettle() {
    put(ann, TITLE, 1, UUID.randomUUID(), "include");
    put(bob, TITLE, 1, UUID.randomUUID(), "exclude");
    ann.request().get(review + TITLE + "/conflicts").then().body("items", empty());
    ann.request().get(review + "/flow").then().statusCode(403).body("code", equalTo("blinded"));
  }

  @Test
  void anExclusionAtFullTextNeedsAReason() {
    pass(1);
    put(ann, FULL_TEXT, 1, UUID.randomUUID(), "exclude")
        .then()
        .statusCode(422)
        .body("code", equalTo("reason-needed"));
  }

  @Test
  void differentReasonsAtFullTextAreAConflict() {
    pass(1);
    exclude(ann, 1, DESIGN);
    exclude(bob, 1, OUTCOME);
    eve.request()
        .get(review + FULL_TEXT + "/conflicts")
        .then()
        .body("items[0].kind", equalTo("reason"));
  }

  @Test
  void aReportThatCannotBeHadLeavesTheQueueAndIsCounted() {
    pass(1);
    ann.sending(Map.of("state", "not-retrieved", "note", "no answer from the authors"))
        .put(review + "/reports/1/retrieval")
        .then()
        .statusCode(200);
    ann.request().get(review + FULL_TEXT + "/queue").then().body("items", empty());
    assertThat(box("dbr_notretrieved_reports")).containsExactly(1);
  }

  @Test
  void anIncludedReportIsAStudyOfTheReview() {
    pass(1);
    put(ann, FULL_TEXT, 1, UUID.randomUUID(), "include");
    put(bob, FULL_TEXT, 1, UUID.randomUUID(), "include");
    assertThat(box("new_studies")).containsExactly(1);
  }

  @Test
  void aStageClosesOnlyWhenFinishedOrForAReason() {
    lea.sending(Map.of("state", "closed"))
        .put(review + TITLE + "/state")
        .then()
        .statusCode(409)
        .body("code", equalTo("stage-not-finished"))
        .body("unfinished", equalTo(5));
    lea.sending(Map.of("state", "closed", "reason", "a trial run"))
        .put(review + TITLE + "/state")
        .then()
        .statusCode(200);
    put(ann, TITLE, 1, UUID.randomUUID(), "include")
        .then()
        .statusCode(409)
        .body("code", equalTo("stage-closed"));
  }

  @Test
  void aThirdVoteOnACompleteRecordIsRefusedWhateverTheTwoWere() {
    Person cat = Api.somebody("cat");
    Api.appoint(
        UUID.fromString(review.substring(review.lastIndexOf('/') + 1)),
        lea,
        cat,
        ReviewRole.REVIEWER);
    pass(1);
    put(ann, TITLE, 2, UUID.randomUUID(), "include");
    put(bob, TITLE, 2, UUID.randomUUID(), "exclude");
    settle(TITLE, 2, "exclude");
    String onAgreed = put(cat, TITLE, 1, UUID.randomUUID(), "include").asString();
    String onSettled = put(cat, TITLE, 2, UUID.randomUUID(), "include").asString();
    assertThat(onAgreed).contains("enough-votes").isEqualTo(onSettled);
  }

  @Test
  void votesFollowARecordIntoItsClusterAndBack() {
    put(ann, TITLE, 2, UUID.randomUUID(), "include");
    put(bob, TITLE, 2, UUID.randomUUID(), "include");
    lea.sending(Map.of("representative", 1, "members", List.of(2)))
        .put(review + "/duplicates/merges/" + UUID.randomUUID())
        .then()
        .statusCode(200);
    assertThat(box("records_passed")).containsExactly(1);
    lea.sending(Map.of("recordId", 2))
        .put(review + "/duplicates/splits/" + UUID.randomUUID())
        .then()
        .statusCode(200);
    assertThat(box("records_passed")).containsExactly(2);
  }

  @Test
  void theLedgerProvesWhatHappened() {
    pass(1);
    lea.request()
        .get(review + "/ledger/verify")
        .then()
        .body("holds", equalTo(true))
        .body("differences", empty());
  }

  private void prepare(UUID id) {
    UUID source = UUID.randomUUID();
    UUID batch = UUID.randomUUID();
    Api.bean(Sources.class)
        .describe(
            id,
            lea.id(),
            new SourceDescribed(source, SourceKind.DATABASE, "PubMed", "", "", "", "", null));
    Records records = Api.bean(Records.class);
    records.stage(
        id, batch, 1, IntStream.rangeClosed(1, 5).mapToObj(ScreeningTeam::citation).toList());
    ImportsForTests.noteCommitted(id, batch, source, lea.id(), 5);
    records.add(id, lea.id(), records.prepare(id, batch, source, "0".repeat(64)));
    Reviews reviews = Api.bean(Reviews.class);
    Protocol first = Protocol.FIRST;
    reviews.amend(
        id,
        lea.id(),
        1,
        new Protocol(
            first.question(),
            "",
            List.of(),
            List.of(
                new Protocol.Reason(DESIGN, new Protocol.Text("Design", "设计"), null),
                new Protocol.Reason(OUTCOME, new Protocol.Text("Outcome", "结局"), null)),
            first.policy(),
            List.of()),
        "");
  }

  private void pass(int record) {
    put(ann, TITLE, record, UUID.randomUUID(), "include").then().statusCode(200);
    put(bob, TITLE, record, UUID.randomUUID(), "maybe").then().statusCode(200);
  }

  private void exclude(Person person, int report, UUID reason) {
    person
        .sending(Map.of("verdict", "exclude", "reasons", List.of(reason), "version", 2))
        .put(review + FULL_TEXT + "/records/" + report + "/votes/" + UUID.randomUUID())
        .then()
        .statusCode(200);
  }

  private Response put(Person person, String stage, int item, UUID vote, String verdict) {
    return person
        .sending(Map.of("verdict", verdict, "version", 2))
        .put(review + stage + "/records/" + item + "/votes/" + vote);
  }

  private void withdraw(Person person, String stage, int item, UUID vote) {
    person
        .request()
        .delete(review + stage + "/records/" + item + "/votes/" + vote)
        .then()
        .statusCode(204);
  }

  private Response settle(String stage, int item, String verdict) {
    return eve.sending(Map.of("verdict", verdict))
        .put(review + stage + "/records/" + item + "/adjudications/" + UUID.randomUUID());
  }

  private int number(Person person, String path, String field) {
    return person.request().get(review + path).jsonPath().getInt(field);
  }

  private List<Integer> box(String name) {
    return lea.request().get(review + "/flow/" + name).jsonPath().getList("ids");
  }
}
