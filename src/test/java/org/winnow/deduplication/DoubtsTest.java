package org.winnow.deduplication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
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

@QuarkusTest
@WithTestResource(DatabaseForTests.class)
class DoubtsTest {
  private static final String NECK = "Acupuncture for chronic neck pain: a randomised trial";
  private static final String KNEE = "Aquatic exercise for painful knees in older adults";
  private static final String BACK = "Yoga and the lower back in office workers";

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
  void whatTheRulesCannotSettleIsAskedWithReasonsAndFields() {
    imports.commit(
        "PubMed", "a.ris", whole(NECK, "10.1234/neck") + titleOnly(NECK) + titleOnly(BACK));

    imports
        .get("/duplicates/candidates")
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].a.id", is(1))
        .body("items[0].b.id", is(2))
        .body("items[0].score", greaterThan(0.5f))
        .body("items[0].rule", is("same-title-little-else"))
        .body("items[0].reasons.rule", contains("same-title-little-else"))
        .body("items[0].reasons[0].reason.en", is("Same title, but too little else to be sure"))
        .body("items[0].reasons[0].reason.zh", is("标题相同，但其他信息太少，无法确定"))
        .body("items[0].fields.find { it.field == 'title' }.agreement", is("same"))
        .body("items[0].fields.find { it.field == 'year' }.agreement", is("unknown"));
    imports
        .get("/duplicates/summary")
        .body("doubtful", is(1))
        .body("doubtfulByRule.rule", contains("same-title-little-else"))
        .body("doubtfulByRule.count", contains(1));
  }

  @Test
  void theLikeliestComesFirstAndTheListGoesOnWhereItStood() {
    imports.commit(
        "PubMed",
        "a.ris",
        whole(NECK, "10.1234/neck")
            + titleOnly(NECK)
            + whole(KNEE, "")
            + whole(KNEE, "").replace("SP  - 101", "SP  - 977")
            + whole(BACK, "10.1234/back")
            + titleOnly(BACK));

    List<Float> scores = imports.get("/duplicates/candidates").extract().path("items.score");
    assertThat(scores).hasSize(3).isSortedAccordingTo((x, y) -> Float.compare(y, x));

    List<Integer> seen = new ArrayList<>();
    String next = "";
    for (int pages = 0; next != null && pages < 9; pages++) {
      ValidatableResponse page = imports.get("/duplicates/candidates?limit=1&cursor=" + next);
      seen.addAll(page.extract().path("items.a.id"));
      next = page.extract().path("next");
    }
    assertThat(seen).containsExactlyInAnyOrder(1, 3, 5);
    imports
        .get("/duplicates/candidates?cursor=nonsense")
        .statusCode(422)
        .body("code", is("bad-cursor"));
  }

  @Test
  void aSeparatedPairIsNeverAskedAgainUntilTheSeparationIsTakenBack() {
    imports.commit("PubMed", "a.ris", whole(NECK, "10.1234/neck") + titleOnly(NECK));
    UUID separation = UUID.randomUUID();

    separate(separation, 2, 1).statusCode(204);
    separate(separation, 2, 1).statusCode(204);
    assertAsked(0);
    imports.commit("Embase", "b.ris", titleOnly(BACK));
    assertAsked(0);
    assertHolds();

    lift(separation).statusCode(204);
    lift(separation).statusCode(204);
    assertAsked(1);
    assertHolds();
    separate(separation, 2, 1).statusCode(204);
    assertAsked(1);
  }

  @Test
  void separatedClustersAreNotAskedAboutThroughOtherMembers() {
    imports.commit(
        "PubMed",
        "a.ris",
        whole(NECK, "10.1234/neck") + whole(NECK, "10.1234/neck") + titleOnly(NECK));
    assertAsked(1);

    separate(UUID.randomUUID(), 2, 3).statusCode(204);

    assertAsked(0);
  }

  @Test
  void aMergedPairIsAskedAgainOnceTheMergeIsTakenBack() {
    imports.commit(
        "PubMed",
        "a.ris",
        whole(NECK, "10.1234/neck")
            + whole(NECK, "10.1234/neck")
            + titleOnly(NECK)
            + titleOnly(BACK));
    UUID merge = UUID.randomUUID();
    merge(merge, 3, 1);
    assertAsked(0);
    imports.get("/duplicates").body("items[0].representative", is(3));

    undo(merge).statusCode(204);
    undo(merge).statusCode(204);

    assertAsked(1);
    imports
        .get("/duplicates")
        .body("items", hasSize(1))
        .body("items[0].representative", is(1))
        .body("items[0].members.record.id", contains(1, 2))
        .body("items[0].members[1].rule", is("same-doi"));
    assertHolds();
  }

  @Test
  void aMergeIsNotTakenBackOverWhatOthersDidSince() {
    imports.commit(
        "PubMed", "a.ris", whole(NECK, "10.1234/neck") + titleOnly(NECK) + titleOnly(BACK));
    UUID merge = UUID.randomUUID();
    merge(merge, 1, 2);
    merge(UUID.randomUUID(), 1, 3);

    undo(merge).statusCode(409).body("code", is("cluster-changed-since"));
    undo(UUID.randomUUID()).statusCode(404);
    lift(UUID.randomUUID()).statusCode(404);
    assertHolds();
  }

  @Test
  void aSplitRecordIsNotAskedAboutAgain() {
    imports.commit("PubMed", "a.ris", whole(NECK, "10.1234/neck") + titleOnly(NECK));
    merge(UUID.randomUUID(), 1, 2);

    imports
        .change("/duplicates/splits/" + UUID.randomUUID(), Map.of("recordId", 2))
        .statusCode(200);

    assertAsked(0);
  }

  @Test
  void aQuestionGoesWithTheImportThatRaisedIt() {
    imports.commit("PubMed", "a.ris", whole(NECK, "10.1234/neck"));
    UUID second = imports.commit("Embase", "b.ris", titleOnly(NECK));
    assertAsked(1);

    imports.change("/imports/" + second + "/withdrawal", Map.of("reason", "wrong file"));

    assertAsked(0);
  }

  @Test
  void oneEntryCannotBeHeldApartFromItself() {
    imports.commit("PubMed", "a.ris", whole(NECK, "10.1234/neck") + whole(NECK, "10.1234/neck"));

    separate(UUID.randomUUID(), 1, 2).statusCode(422).body("code", is("records-not-separable"));
    separate(UUID.randomUUID(), 1, 99).statusCode(422);
  }

  @Test
  void aRulesPairsAreAcceptedAtOnceAndSplitOneByOne() {
    imports.commit(
        "PubMed",
        "a.ris",
        whole(NECK, "10.1234/neck")
            + titleOnly(NECK)
            + whole(BACK, "10.1234/back")
            + titleOnly(BACK));
    UUID acceptance = UUID.randomUUID();

    accept(acceptance).statusCode(200).body("accepted", is(2)).body("left", is(0));
    accept(acceptance).statusCode(200).body("accepted", is(2)).body("left", is(0));

    imports
        .get("/duplicates")
        .body("items.representative", contains(1, 3))
        .body("items[0].members[1].rule", is("accepted-same-title-little-else"))
        .body(
            "items[0].members[1].reason.en",
            is("Same title, but too little else to be sure (accepted by a person)"))
        .body("items[0].members[1].by", is("lead"))
        .body("items[0].members[1].at", notNullValue());
    assertHolds();
    imports
        .change("/duplicates/splits/" + UUID.randomUUID(), Map.of("recordId", 4))
        .statusCode(200);
    imports.get("/duplicates").body("items.representative", contains(1));
    assertAsked(0);
    assertHolds();
  }

  @Test
  void acceptingNeverDrawsTwoWorksTogetherThroughAThirdRecord() {
    // Two papers of one title, and a record without anything else that may be either.
    imports.commit(
        "PubMed",
        "a.ris",
        whole(NECK, "10.1234/one")
            + whole(NECK, "10.1234/two").replace("SP  - 101", "SP  - 977").replace("2021", "2012")
            + titleOnly(NECK));
    imports.get("/duplicates/candidates").body("items.rule", hasItem("same-title-little-else"));

    accept(UUID.randomUUID()).statusCode(200).body("accepted", is(1));

    imports
        .get("/duplicates")
        .body("items", hasSize(1))
        .body("items[0].members", hasSize(2))
        .body("items[0].members.record.id", hasItem(3));
    assertHolds();
  }

  @Test
  void onlyALeadAcceptsAtOnceAndAnObserverJudgesNothing() {
    imports.commit("PubMed", "a.ris", whole(NECK, "10.1234/neck") + titleOnly(NECK));
    ImportsForTests reviewer = member(ReviewRole.REVIEWER);
    ImportsForTests observer = member(ReviewRole.OBSERVER);

    reviewer
        .change(
            "/duplicates/acceptances/" + UUID.randomUUID(),
            Map.of("rule", "same-title-little-else"))
        .statusCode(403);
    observer
        .change("/duplicates/separations/" + UUID.randomUUID(), Map.of("a", 1, "b", 2))
        .statusCode(403);
    reviewer
        .change("/duplicates/separations/" + UUID.randomUUID(), Map.of("a", 1, "b", 2))
        .statusCode(204);
    imports
        .change("/duplicates/acceptances/" + UUID.randomUUID(), Map.of("rule", "no-rule"))
        .statusCode(422);
  }

  @Test
  void itIsExplainedWhyTwoRecordsWereNotMerged() {
    imports.commit(
        "PubMed",
        "a.ris",
        whole(NECK, "10.1234/neck") + titleOnly(NECK) + whole(BACK, "10.1234/back"));

    imports
        .get("/duplicates/why?a=1&b=3")
        .body("together", is(false))
        .body("rule", is("other-title"))
        .body("effect", is("keeps-apart"))
        .body("reason.en", is("Other titles"))
        .body("a.title", is(NECK))
        .body("b.title", is(BACK))
        .body("hindrance", nullValue())
        .body("fields.field", hasItem("doi"))
        .body("fields.find { it.field == 'doi' }.agreement", is("different"))
        .body("fields.find { it.field == 'doi' }.a", is("10.1234/neck"));
    imports.get("/duplicates/why?a=1&b=2").body("effect", is("asks"));

    separate(UUID.randomUUID(), 1, 2).statusCode(204);
    imports.get("/duplicates/why?a=2&b=1").body("rule", is("separated-by-a-person"));
    imports.get("/duplicates/why?a=1&b=99").statusCode(404);
    imports.get("/duplicates/why?a=1&b=1").statusCode(422);
  }

  @Test
  void itIsExplainedWhenAnotherMemberOfTheClusterStandsAgainst() {
    imports.commit(
        "PubMed",
        "a.ris",
        whole(NECK, "10.1234/neck") + whole(NECK, "10.1234/neck") + titleOnly(NECK));
    separate(UUID.randomUUID(), 2, 3).statusCode(204);

    imports
        .get("/duplicates/why?a=1&b=3")
        .body("rule", is("same-title-little-else"))
        .body("hindrance.a", is(2))
        .body("hindrance.b", is(3))
        .body("hindrance.rule", is("separated-by-a-person"));
    imports.get("/duplicates/why?a=1&b=2").body("together", is(true)).body("rule", is("same-doi"));
  }

  @Test
  void theSourcesOverlapIsCountedInEntries() {
    imports.commit(
        "PubMed",
        "a.ris",
        whole(NECK, "10.1234/neck") + whole(NECK, "10.1234/neck") + titleOnly(BACK));
    imports.commit("Embase", "b.ris", whole(NECK, "10.1234/neck"));
    imports.source("Scopus");

    imports
        .get("/duplicates/overlap")
        .body("sources.name", contains("Embase", "PubMed", "Scopus"))
        .body("sources.records", contains(1, 3, 0))
        .body("sources.entries", contains(1, 2, 0))
        .body("sources.withinSource", contains(0, 1, 0))
        .body("sources.unique", contains(0, 1, 0))
        .body("pairs", hasSize(1))
        .body("pairs.entries", contains(1))
        .body(
            "pairs.collectMany { [it.a, it.b] }",
            containsInAnyOrder(
                imports.source("PubMed").toString(), imports.source("Embase").toString()));
  }

  private void merge(UUID merge, int representative, int member) {
    imports
        .change(
            "/duplicates/merges/" + merge,
            Map.of("representative", representative, "members", List.of(member)))
        .statusCode(200);
  }

  private ValidatableResponse separate(UUID separation, int a, int b) {
    return imports.change("/duplicates/separations/" + separation, Map.of("a", a, "b", b));
  }

  private ValidatableResponse accept(UUID acceptance) {
    return imports.change(
        "/duplicates/acceptances/" + acceptance, Map.of("rule", "same-title-little-else"));
  }

  private ValidatableResponse lift(UUID separation) {
    return lead.request().delete(path("/duplicates/separations/" + separation)).then();
  }

  private ValidatableResponse undo(UUID merge) {
    return lead.request().delete(path("/duplicates/merges/" + merge)).then();
  }

  private String path(String rest) {
    return "/api/v1/reviews/" + review + rest;
  }

  private ImportsForTests member(ReviewRole role) {
    Person person = Api.somebody("member");
    Api.appoint(review, lead, person, role);
    return ImportsForTests.of(person, review);
  }

  private void assertAsked(int pairs) {
    imports.get("/duplicates/candidates").statusCode(200).body("items", hasSize(pairs));
    imports.get("/duplicates/summary").body("doubtful", is(pairs));
  }

  private void assertHolds() {
    assertThat(Api.bean(Verifier.class).verify(review).differences()).isEmpty();
  }

  private static String whole(String title, String doi) {
    return """
    TY  - JOUR
    TI  - %s
    AU  - Wang, Li
    PY  - 2021
    JO  - Pain Medicine
    VL  - 22
    SP  - 101
    DO  - %s
    ER  -

    """
        .formatted(title, doi);
  }

  private static String titleOnly(String title) {
    return """
    TY  - JOUR
    TI  - %s
    ER  -

    """
        .formatted(title);
  }
}
