package org.winnow.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
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
import org.winnow.platform.Sql;
import org.winnow.team.ReviewRole;

/** What members note for themselves, and when others may read it. */
@QuarkusTest
@QuarkusTestResource(DatabaseForTests.class)
class AnnotationTest {
  @Inject Verifier verifier;

  private Person lead = new Person(UUID.randomUUID(), "", "");
  private Person ann = lead;
  private Person bob = lead;
  private UUID review = UUID.randomUUID();

  @BeforeEach
  void aReviewWithThreeRecords() {
    lead = Api.somebody("lead");
    ann = Api.somebody("ann");
    bob = Api.somebody("bob");
    review = Api.reviewOf(lead);
    Api.appoint(review, lead, ann, ReviewRole.REVIEWER);
    Api.appoint(review, lead, bob, ReviewRole.REVIEWER);
    ImportsForTests.of(lead, review)
        .commit("PubMed", "a.ris", ris("Needles") + ris("Moxa") + ris("Cupping"));
  }

  @Test
  void aNoteIsItsAuthorsUntilVotesAreRevealed() {
    note(ann, 1, "Ask the authors").statusCode(204);

    annotations(ann, "1").body("items[0].notes.text", contains("Ask the authors"));
    annotations(bob, "1").body("items", empty());
    closeStages();
    annotations(bob, "1")
        .body("items[0].notes.text", contains("Ask the authors"))
        .body("items[0].notes.by.displayName", contains("ann"));
    assertHolds();
  }

  @Test
  void aNoteIsRewrittenAndTakenAway() {
    note(ann, 1, "First").statusCode(204);
    note(ann, 1, "Second").statusCode(204);
    note(ann, 1, "Second").statusCode(204);
    annotations(ann, "1").body("items[0].notes.text", contains("Second"));

    note(ann, 1, "").statusCode(204);

    annotations(ann, "1").body("items", empty());
    assertThat(events("note-written")).isEqualTo(3);
    assertHolds();
  }

  @Test
  void tagsAreMergedAndWhatTheyWereOnBearsTheOther() {
    UUID children = tag(ann, "Children", "member");
    UUID paediatric = tag(ann, "Paediatric", "member");
    on(ann, 1, children);
    on(ann, 2, children);
    on(ann, 2, paediatric);

    ann.sending(Map.of("into", paediatric))
        .put(path("/tags/" + children + "/merger"))
        .then()
        .statusCode(204);

    tags(ann).body("items.name", contains("Paediatric")).body("items.mine", contains(2));
    annotations(ann, "1,2")
        .body("items.tags.name", contains(contains("Paediatric"), contains("Paediatric")));
    assertHolds();
  }

  @Test
  void whatOneTagsForOneselfIsNobodyElsesBusiness() {
    UUID mine = tag(ann, "Doubtful", "member");
    on(ann, 1, mine);

    tags(bob).body("items", empty());
    annotations(bob, "1").body("items", empty());
    bob.sending(Map.of()).put(path("/records/2/tags/" + mine)).then().statusCode(404);
    // A name that somebody else uses is free, or its refusal would tell of it.
    tag(bob, "Doubtful", "member");
    tags(bob).body("items.name", contains("Doubtful")).body("items.mine", contains(0));
    assertHolds();
  }

  @Test
  void theReviewsTagsAreItsLeadsToMakeAndEverybodysToUse() {
    put(ann, UUID.randomUUID(), "Preprint", "review")
        .statusCode(403)
        .body("code", equalTo("review-tags-by-leads"));
    UUID preprint = tag(lead, "Preprint", "review");
    put(lead, UUID.randomUUID(), "preprint", "review")
        .statusCode(422)
        .body("code", equalTo("tag-name-taken"));
    on(ann, 1, preprint);
    on(bob, 1, preprint);

    annotations(ann, "1").body("items[0].tags", hasSize(1));
    annotations(lead, "1").body("items[0].tags.by.displayName", containsInAnyOrder("ann", "bob"));
    lead.request().delete(path("/tags/" + preprint)).then().statusCode(204);
    annotations(lead, "1").body("items", empty());
    assertHolds();
  }

  @Test
  void theQueueAndMyDecisionsAreFilteredByMyTags() {
    UUID mine = tag(ann, "Look again", "member");
    on(ann, 2, mine);
    on(ann, 3, mine);
    vote(ann, 3, "maybe");

    queue("?tag=" + mine).body("items.itemId", contains(2)).body("mine.remaining", equalTo(1));
    ann.request()
        .get(path("/stages/title-abstract/votes?tag=" + mine))
        .then()
        .body("items.itemId", contains(3));
    queue("?only=maybe").body("items.itemId", contains(3));
    ann.request().delete(path("/records/3/tags/" + mine)).then().statusCode(204);
    ann.request()
        .get(path("/stages/title-abstract/votes?tag=" + mine))
        .then()
        .body("items", empty());
    assertHolds();
  }

  @Test
  void whatIsPutAsideComesAfterAllOthersInTheOrderOfPuttingAside() {
    var order = queue("").extract().jsonPath().getList("items.itemId", Integer.class);
    later(order.get(0));
    later(order.get(1));

    queue("")
        .body("items.itemId", contains(order.get(2), order.get(0), order.get(1)))
        .body("items.later", contains(null, true, true))
        .body("mine.remaining", equalTo(3));
    queue("?limit=1&after=" + lastPosition("?limit=1"))
        .body("items.itemId", contains(order.get(0)));
    later(order.get(0));
    queue("?only=later").body("items.itemId", contains(order.get(1), order.get(0)));
    bobsQueue().body("items.later", contains(null, null, null));
    ann.request()
        .delete(path("/stages/title-abstract/records/" + order.get(0) + "/later"))
        .then()
        .statusCode(204);
    queue("").body("items.itemId", contains(order.get(0), order.get(2), order.get(1)));
  }

  @Test
  void anAbstractThatWasPastedIsShownWithItsOriginAndFound() {
    queue("?only=no-abstract").body("items", hasSize(3));

    ann.sending(Map.of("text", "We compared zirconium needles.", "origin", "Publisher's page"))
        .put(path("/records/1/corrections/abstract-en"))
        .then()
        .statusCode(204);

    bob.request()
        .get(path("/records/1"))
        .then()
        .body("abstract", equalTo("We compared zirconium needles."))
        .body("corrections[0].field", equalTo("abstract-en"))
        .body("corrections[0].origin", equalTo("Publisher's page"));
    queue("?only=no-abstract").body("items", hasSize(2));
    bob.request().get(path("/lookup?q=zirconium")).then().body("total", equalTo(1));
    assertThat(bob.request().get(path("/records/1/raw")).asString()).doesNotContain("zirconium");
    assertHolds();
    ann.request().delete(path("/records/1/corrections/abstract-en")).then().statusCode(204);
    queue("?only=no-abstract").body("items", hasSize(3));
    bob.request().get(path("/lookup?q=zirconium")).then().body("total", equalTo(0));
    assertHolds();
  }

  @Test
  void aRowThatSomebodyChangedIsFound() {
    note(ann, 1, "Ask the authors").statusCode(204);

    QuarkusTransaction.requiringNew()
        .run(
            () ->
                Api.bean(Sql.class)
                    .update("UPDATE note SET text = 'forged' WHERE review_id = ?", review));

    assertThat(verifier.verify(review).differences())
        .extracting(difference -> difference.table())
        .containsExactly("note");
  }

  @Test
  void aChoiceSaysOneOfItsOptionsOnEachRecord() {
    UUID risk = shaped(ann, "Risk", "choice", List.of("low", "high"), 204);
    says(ann, 1, risk, "high").statusCode(204);
    says(ann, 2, risk, "low").statusCode(204);
    says(ann, 1, risk, "low").statusCode(204);
    says(ann, 3, risk, "medium").statusCode(422).body("code", equalTo("tag-value-unknown"));
    says(ann, 3, risk, "").statusCode(422);

    annotations(ann, "1,2,3").body("items.tags.value", contains(List.of("low"), List.of("low")));
    tags(ann)
        .body("items[0].kind", equalTo("choice"))
        .body("items[0].options", contains("low", "high"))
        .body("items[0].values.value", contains("low"))
        .body("items[0].values.mine", contains(2));
    annotations(bob, "1").body("items", empty());
    assertThat(events("record-tagged")).isEqualTo(3);
    assertHolds();
  }

  @Test
  void aTextIsTypedForEachRecord() {
    UUID country = shaped(ann, "Country", "text", List.of(), 204);
    says(ann, 1, country, " 中国  ").statusCode(204);
    says(ann, 2, country, "").statusCode(422).body("code", equalTo("tag-value-needed"));
    UUID plain = tag(ann, "Plain", "member");
    says(ann, 2, plain, "x").statusCode(422).body("code", equalTo("tag-without-value"));

    annotations(ann, "1").body("items[0].tags.value", contains("中国"));
    assertHolds();
  }

  @Test
  void theQueueAndMyDecisionsAreFilteredByWhatATagSays() {
    UUID risk = shaped(ann, "Risk", "choice", List.of("low", "high"), 204);
    says(ann, 1, risk, "low").statusCode(204);
    says(ann, 2, risk, "high").statusCode(204);
    says(ann, 3, risk, "high").statusCode(204);
    vote(ann, 3, "include");

    queue("?tag=" + risk + "&value=high")
        .body("items.itemId", contains(2))
        .body("mine.remaining", equalTo(1));
    queue("?tag=" + risk).body("items.itemId", containsInAnyOrder(1, 2));
    for (String value : List.of("high", "low")) {
      ann.request()
          .get(path("/stages/title-abstract/votes?tag=" + risk + "&value=" + value))
          .then()
          .body("items.itemId", value.equals("high") ? contains(3) : empty());
    }
  }

  @Test
  void aTagKeepsItsKindAndWhatItSaidWhenItsOptionsChange() {
    UUID risk = shaped(lead, "Risk", "choice", List.of("low", "high"), "review", 204);
    says(ann, 1, risk, "high").statusCode(204);
    put(lead, risk, "Risk of bias", "review").statusCode(204);
    tags(ann).body("items[0].kind", equalTo("choice")).body("items[0].options", hasSize(2));
    reshape(lead, risk, "text", List.of(), "review")
        .statusCode(422)
        .body("code", equalTo("tag-kind-fixed"));
    reshape(lead, risk, "choice", List.of("low", "Low"), "review")
        .statusCode(422)
        .body("code", equalTo("tag-options"));
    // Nobody is told whether an option is in use: that would tell what others chose.
    reshape(lead, risk, "choice", List.of("low", "some"), "review").statusCode(204);
    annotations(ann, "1").body("items[0].tags.value", contains("high"));
    says(ann, 1, risk, "high").statusCode(204);
    says(ann, 2, risk, "high").statusCode(422);
    assertHolds();
  }

  @Test
  void choicesMergeWithTheirOptionsAndOnlyWithTheirLike() {
    UUID risk = shaped(ann, "Risk", "choice", List.of("low", "high"), 204);
    UUID bias = shaped(ann, "Bias", "choice", List.of("unclear", "high"), 204);
    UUID plain = tag(ann, "Plain", "member");
    says(ann, 1, bias, "unclear").statusCode(204);
    says(ann, 2, bias, "unclear").statusCode(204);
    says(ann, 2, risk, "low").statusCode(204);
    ann.sending(Map.of("into", plain))
        .put(path("/tags/" + bias + "/merger"))
        .then()
        .statusCode(422)
        .body("code", equalTo("tags-not-mergeable"));
    ann.sending(Map.of("into", risk)).put(path("/tags/" + bias + "/merger")).then().statusCode(204);

    tags(ann).body("items[1].options", contains("low", "high", "unclear"));
    annotations(ann, "1,2").body("items.tags.value", contains(List.of("unclear"), List.of("low")));
    assertHolds();
  }

  private UUID shaped(Person person, String name, String kind, List<String> options, int status) {
    return shaped(person, name, kind, options, "member", status);
  }

  private UUID shaped(
      Person person, String name, String kind, List<String> options, String owner, int status) {
    UUID tag = UUID.randomUUID();
    person
        .sending(Map.of("name", name, "owner", owner, "place", 1, "kind", kind, "options", options))
        .put(path("/tags/" + tag))
        .then()
        .statusCode(status);
    return tag;
  }

  private ValidatableResponse reshape(
      Person person, UUID tag, String kind, List<String> options, String owner) {
    return person
        .sending(
            Map.of("name", "Risk", "owner", owner, "place", 1, "kind", kind, "options", options))
        .put(path("/tags/" + tag))
        .then();
  }

  private ValidatableResponse says(Person person, int record, UUID tag, String value) {
    return person
        .sending(Map.of("value", value))
        .put(path("/records/" + record + "/tags/" + tag))
        .then();
  }

  private ValidatableResponse note(Person person, int record, String text) {
    return person.sending(Map.of("text", text)).put(path("/records/" + record + "/note")).then();
  }

  private ValidatableResponse annotations(Person person, String ids) {
    return person.request().get(path("/annotations?ids=" + ids)).then().statusCode(200);
  }

  private ValidatableResponse tags(Person person) {
    return person.request().get(path("/tags")).then().statusCode(200);
  }

  private UUID tag(Person person, String name, String owner) {
    UUID tag = UUID.randomUUID();
    put(person, tag, name, owner).statusCode(204);
    return tag;
  }

  private ValidatableResponse put(Person person, UUID tag, String name, String owner) {
    return person
        .sending(Map.of("name", name, "owner", owner, "place", 1))
        .put(path("/tags/" + tag))
        .then();
  }

  private void on(Person person, int record, UUID tag) {
    person
        .sending(Map.of())
        .put(path("/records/" + record + "/tags/" + tag))
        .then()
        .statusCode(204);
  }

  private void vote(Person person, int record, String verdict) {
    person
        .sending(Map.of("verdict", verdict, "version", 1))
        .put(path("/stages/title-abstract/records/" + record + "/votes/" + UUID.randomUUID()))
        .then()
        .statusCode(200);
  }

  private void later(int record) {
    ann.sending(Map.of())
        .put(path("/stages/title-abstract/records/" + record + "/later"))
        .then()
        .statusCode(204);
  }

  private String lastPosition(String query) {
    return queue(query).extract().path("items[0].position");
  }

  private ValidatableResponse queue(String query) {
    return ann.request().get(path("/stages/title-abstract/queue" + query)).then().statusCode(200);
  }

  private ValidatableResponse bobsQueue() {
    return bob.request().get(path("/stages/title-abstract/queue")).then().statusCode(200);
  }

  private void closeStages() {
    for (String stage : new String[] {"title-abstract", "full-text"}) {
      lead.sending(Map.of("state", "closed", "reason", "end of the pilot"))
          .put(path("/stages/" + stage + "/state"))
          .then()
          .statusCode(200);
    }
  }

  private long events(String type) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                Api.bean(Sql.class)
                    .number(
                        "SELECT count(*) FROM ledger_event WHERE review_id = ? AND type = ?",
                        review,
                        type));
  }

  private void assertHolds() {
    assertThat(verifier.verify(review).differences()).isEmpty();
  }

  private String path(String rest) {
    return "/api/v1/reviews/" + review + rest;
  }

  private static String ris(String title) {
    return "TY  - JOUR\nTI  - " + title + " against pain of the knee\nPY  - 2020\nER  - \n\n";
  }
}
