package org.winnow.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.winnow.Api;
import org.winnow.Api.Person;
import org.winnow.DatabaseForTests;
import org.winnow.identification.ImportsForTests;
import org.winnow.ledger.Verifier;
import org.winnow.team.ReviewRole;

/** A reviewer notices while screening that a record is there twice. */
@QuarkusTest
@WithTestResource(DatabaseForTests.class)
class DuplicateWhileScreeningTest {
  private static final int ORIGINAL = 1;
  private static final int COPY = 2;

  private Person lead = new Person(UUID.randomUUID(), "", "");
  private Person ann = lead;
  private Person bob = lead;
  private UUID review = UUID.randomUUID();
  private UUID merge = UUID.randomUUID();

  @BeforeEach
  void aReviewWithACopyThatNoRuleFound() {
    lead = Api.somebody("lead");
    ann = Api.somebody("ann");
    bob = Api.somebody("bob");
    review = Api.reviewOf(lead);
    merge = UUID.randomUUID();
    Api.appoint(review, lead, lead, ReviewRole.LEAD);
    Api.appoint(review, lead, ann, ReviewRole.REVIEWER);
    Api.appoint(review, lead, bob, ReviewRole.REVIEWER);
    ImportsForTests.of(lead, review)
        .commit(
            "PubMed",
            "a.ris",
            record("Neck pain and needles")
                + record("Of needles, necks and what hurts")
                + record("Yoga"));
  }

  private static String record(String title) {
    return "TY  - JOUR\nTI  - %s\nAU  - %s, A\nPY  - 2020\nER  - \n\n"
        .formatted(title, title.replace(" ", ""));
  }

  @Test
  void theRecordLeavesEveryQueueAndIsCountedAmongTheDuplicates() {
    joinAsAnn("title-abstract").statusCode(200);
    queue(ann, "title-abstract").body("items.itemId", not(hasItem(COPY))).body("items", hasSize(2));
    queue(bob, "title-abstract").body("items.itemId", not(hasItem(COPY)));
    flow().body("boxes.duplicates", is(1)).body("boxes.records_screened", is(2));
    assertHolds();
  }

  @Test
  void theTraceTellsWhoWhenAndFromWhichStage() {
    joinAsAnn("title-abstract").statusCode(200);
    get(lead, "/duplicates")
        .body("items[0].representative", is(ORIGINAL))
        .body("items[0].members[1].by", is("ann"))
        .body("items[0].members[1].stage", is("title-abstract"));
    get(lead, "/ledger?type=records-merged")
        .body("items[0].payload.stage", is("title-abstract"))
        .body("items[0].actor.displayName", is("ann"));
  }

  @Test
  void votesGoWithTheRecordAndComeBackWhenItIsUndone() {
    vote(ann, "title-abstract", COPY, "include");
    vote(bob, "title-abstract", COPY, "exclude");
    conflicts().body("items.itemId", hasItem(COPY));

    joinAsAnn("title-abstract").statusCode(200);
    conflicts().body("items.itemId", hasItem(ORIGINAL)).body("items", hasSize(1));
    assertHolds();

    undoAsAnn().statusCode(204);
    undoAsAnn().statusCode(204);
    conflicts().body("items.itemId", hasItem(COPY)).body("items", hasSize(1));
    flow().body("boxes.duplicates", is(0)).body("boxes.records_screened", is(3));
    queue(ann, "title-abstract").body("items.itemId", hasItem(ORIGINAL));
    assertHolds();
  }

  @Test
  void atFullTextTheReportGoesBackWithItsVotes() {
    for (Person person : List.of(ann, bob)) {
      vote(person, "title-abstract", COPY, "include");
      vote(person, "title-abstract", ORIGINAL, "include");
    }
    vote(bob, "full-text", COPY, "include");
    joinAsAnn("full-text").statusCode(200);
    queue(ann, "full-text").body("items.itemId", hasItem(ORIGINAL)).body("items", hasSize(1));
    queue(bob, "full-text").body("items", hasSize(0));
    flow().body("boxes.duplicates", is(1)).body("boxes.dbr_sought_reports", is(1));
    assertHolds();

    undoAsAnn().statusCode(204);
    queue(ann, "full-text").body("items", hasSize(2));
    queue(bob, "full-text").body("items.itemId", hasItem(ORIGINAL)).body("items", hasSize(1));
    assertHolds();
  }

  @Test
  void theAnswerAndTheTraceTellABlindedReviewerNothingOfOthersVotes() {
    String before = answerAfter("nobody has voted");
    vote(bob, "title-abstract", COPY, "include");
    assertThat(answerAfter("Bob includes")).isEqualTo(before);
  }

  private String answerAfter(String what) {
    merge = new UUID(review.getMostSignificantBits(), what.length());
    String answer =
        joinAsAnn("title-abstract").statusCode(200).extract().asString()
            + get(ann, "/duplicates").extract().asString();
    undoAsAnn().statusCode(204);
    return answer.replaceAll("\"at\":\"[^\"]*\"", "");
  }

  private ValidatableResponse joinAsAnn(String stage) {
    return ann.sending(Map.of("representative", ORIGINAL, "members", List.of(COPY), "stage", stage))
        .put(path("/duplicates/merges/" + merge))
        .then();
  }

  private ValidatableResponse undoAsAnn() {
    return ann.request().delete(path("/duplicates/merges/" + merge)).then();
  }

  private void vote(Person reviewer, String stage, int item, String verdict) {
    reviewer
        .sending(Map.of("verdict", verdict, "version", 1))
        .put(path("/stages/" + stage + "/records/" + item + "/votes/" + UUID.randomUUID()))
        .then()
        .statusCode(200);
  }

  private ValidatableResponse queue(Person reviewer, String stage) {
    return get(reviewer, "/stages/" + stage + "/queue");
  }

  private ValidatableResponse conflicts() {
    return get(lead, "/stages/title-abstract/conflicts");
  }

  private ValidatableResponse flow() {
    return get(lead, "/flow").body("identities.holds", not(hasItem(false)));
  }

  private ValidatableResponse get(Person person, String path) {
    return person.request().get(path(path)).then().statusCode(200);
  }

  private void assertHolds() {
    assertThat(Api.bean(Verifier.class).verify(review).differences()).isEmpty();
  }

  private String path(String rest) {
    return "/api/v1/reviews/" + review + rest;
  }
}
