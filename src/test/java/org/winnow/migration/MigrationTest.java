package org.winnow.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
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

@QuarkusTest
@WithTestResource(DatabaseForTests.class)
class MigrationTest {
  private static final Map<String, String> VERDICTS =
      Map.of("Included", "include", "Excluded", "exclude", "Maybe", "maybe");

  private Person lead = new Person(UUID.randomUUID(), "", "");
  private Person mia = lead;
  private Person jon = lead;
  private UUID review = UUID.randomUUID();
  private ImportsForTests imports = ImportsForTests.of(lead, review);
  private UUID file = UUID.randomUUID();

  @BeforeEach
  void aReviewWithAFileOfRayyan() {
    lead = Api.somebody("lead");
    mia = Api.somebody("mia");
    jon = Api.somebody("jon");
    review = Api.reviewOf(lead);
    Api.appoint(review, lead, lead, ReviewRole.LEAD);
    Api.appoint(review, lead, mia, ReviewRole.REVIEWER);
    Api.appoint(review, lead, jon, ReviewRole.REVIEWER);
    imports = ImportsForTests.of(lead, review);
    file =
        imports.commit(
            "Rayyan",
            "rayyan.ris",
            record("Both include", "{\"Mia\"=>\"Included\", \"Jon\"=>\"Included\"}", "")
                + record("They differ", "{\"Mia\"=>\"Included\", \"Jon\"=>\"Excluded\"}", "")
                + record(
                    "Both exclude",
                    "{\"Mia\"=>\"Excluded\", \"Jon\"=>\"Excluded\"}",
                    " | RAYYAN-LABELS: pilot | RAYYAN-EXCLUSION-REASONS: wrong outcome")
                + record("One undecided", "{\"Mia\"=>\"Maybe\", \"Eva\"=>\"Included\"}", ""));
  }

  private static String record(String title, String inclusion, String more) {
    return "TY  - JOUR\nTI  - %s of a trial\nAU  - Doe, %s\nPY  - 2020\nN1  - RAYYAN-INCLUSION: %s%s\nER  - \n\n"
        .formatted(title, title.charAt(0), inclusion, more);
  }

  @Test
  void theReportTellsWhoDecidedWhatAndWhatTheToolNeverHolds() {
    decisions()
        .body("tools", contains("rayyan"))
        .body("records", is(4))
        .body("decisions", is(8))
        .body("people.person", contains("Eva", "Jon", "Mia"))
        .body("people[2].verdicts.find { it.text == 'Included' }.count", is(2))
        .body("verdicts.find { it.verdict == 'Excluded' }.means", is("exclude"))
        .body("reasons[0].text", is("wrong outcome"))
        .body("labels[0].text", is("pilot"))
        .body("limits[0]", containsString("not for the person"))
        .body("takeovers", empty());
  }

  @Test
  void nothingBecomesAVoteBeforeItIsMapped() {
    overview(jon).body("rail.title-abstract.mine.voted", is(0));
    assertThat(votes(mia)).isEmpty();
  }

  @Test
  void mappedDecisionsBecomeVotesThatKeepTheirOrigin() {
    takeOver(UUID.randomUUID(), Map.of("Mia", mia, "Jon", jon), VERDICTS)
        .statusCode(200)
        .body("votes", is(7))
        .body("notCarried", is(1))
        .body("left.find { it.code == 'person-not-mapped' }.count", is(1))
        .body("left.find { it.code == 'label' }.count", is(1));

    assertThat(votes(mia)).containsExactlyInAnyOrder("include", "include", "exclude", "maybe");
    conflicts()
        .body("items", hasSize(1))
        .body("items[0].record.title", containsString("They differ"))
        .body("items[0].votes.takenOver", contains(true, true));
    lead.request()
        .get(path("/flow/records_excluded"))
        .then()
        .statusCode(200)
        .body("items.title", contains("Both exclude of a trial"));
    assertReplays();
  }

  @Test
  void whatWasNotCarriedCanBeReadAsATable() {
    UUID takeover = UUID.randomUUID();
    takeOver(takeover, Map.of("Mia", mia), VERDICTS).statusCode(200);
    String table =
        lead.request()
            .get(path("/imports/" + file + "/decisions/takeovers/" + takeover + "/not-carried.csv"))
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertThat(table.lines()).hasSize(1 + 4 + 1 + 1);
    assertThat(table)
        .startsWith("\uFEFF\"Record\",\"Title\"")
        .contains("\"Eva\",\"Included\",\"The person was not mapped to a member\"")
        .contains("\"pilot\",\"A label; it stays readable in the raw text\"");
  }

  @Test
  void theSameTakeoverAgainChangesNothing() {
    UUID takeover = UUID.randomUUID();
    takeOver(takeover, Map.of("Mia", mia), VERDICTS).statusCode(200);
    takeOver(takeover, Map.of("Mia", mia), VERDICTS).statusCode(200).body("votes", is(4));
    assertThat(votes(mia)).hasSize(4);
    assertThat(
            lead.request()
                .get(path("/ledger?type=votes-taken-over"))
                .then()
                .extract()
                .<List<?>>path("items"))
        .hasSize(1);
  }

  @Test
  void aVoteCastHereStandsAgainstTheFile() {
    int item = item("Both include");
    vote(mia, item, "exclude");
    takeOver(UUID.randomUUID(), Map.of("Mia", mia), VERDICTS)
        .statusCode(200)
        .body("votes", is(3))
        .body("left.find { it.code == 'voted-here' }.count", is(1));
    assertThat(votes(mia)).containsExactlyInAnyOrder("exclude", "include", "exclude", "maybe");
  }

  @Test
  void aTakeoverThatIsWithdrawnLeavesTheLaterVotesOfThePeople() {
    UUID takeover = UUID.randomUUID();
    takeOver(takeover, Map.of("Mia", mia, "Jon", jon), VERDICTS).statusCode(200);
    vote(jon, item("They differ"), "include");

    withdraw(takeover).statusCode(204);
    withdraw(takeover).statusCode(204);

    assertThat(votes(mia)).isEmpty();
    assertThat(votes(jon)).containsExactly("include");
    decisions().body("takeovers[0].withdrawn", is(true));
    assertReplays();
  }

  @Test
  void aTakeoverWhoseConflictWasSettledIsNotWithdrawn() {
    Person judge = Api.somebody("judge");
    Api.appoint(review, lead, judge, ReviewRole.ADJUDICATOR);
    UUID takeover = UUID.randomUUID();
    takeOver(takeover, Map.of("Mia", mia, "Jon", jon), VERDICTS).statusCode(200);
    judge
        .sending(Map.of("verdict", "include"))
        .put(
            path(
                "/stages/title-abstract/records/%d/adjudications/%s"
                    .formatted(item("They differ"), UUID.randomUUID())))
        .then()
        .statusCode(204);
    withdraw(takeover).statusCode(409).body("code", is("takeover-settled"));
    assertThat(votes(mia)).hasSize(4);
  }

  @Test
  void fullTextAsksForReasonsAndForRecordsThatCameSoFar() {
    takeOver(UUID.randomUUID(), Map.of("Mia", mia, "Jon", jon), Map.of("Included", "include"))
        .statusCode(200);
    ValidatableResponse answer =
        put(
            UUID.randomUUID(),
            Map.of(
                "stage", "full-text",
                "people", people(Map.of("Mia", mia)),
                "verdicts", verdicts(Map.of("Included", "exclude"))));
    answer.statusCode(422).body("code", is("nothing-to-take-over"));
    put(
            UUID.randomUUID(),
            Map.of(
                "stage", "full-text",
                "people", people(Map.of("Mia", mia)),
                "verdicts", verdicts(VERDICTS)))
        .statusCode(200)
        .body("votes", is(1))
        .body("left.find { it.code == 'not-at-stage' }.count", is(3));
    assertReplays();
  }

  @Test
  void whoeverVotesIsNotShownTheDecisionsOfOthersEvenAsLead() {
    Api.appoint(review, lead, lead, ReviewRole.LEAD, ReviewRole.REVIEWER);
    decisions(403).body("code", is("blinded"));
    takeOver(UUID.randomUUID(), Map.of("Mia", mia), VERDICTS)
        .statusCode(403)
        .body("code", is("blinded"));
    file = imports.read("plain.ris", "TY  - JOUR\nTI  - A plain one\nER  - \n");
    decisions(200).body("records", is(0));
  }

  @Test
  void aBlindedReviewerDoesNotReadTheRawTextWithTheDecisions() {
    int record = item("They differ");
    mia.request()
        .get(path("/records/" + record + "/raw"))
        .then()
        .statusCode(403)
        .body("code", is("raw-tells-decisions"));
    String raw = lead.request().get(path("/records/" + record + "/raw")).asString();
    assertThat(raw).contains("RAYYAN-INCLUSION");
  }

  @Test
  void onlyMembersCanBeGivenVotesAndOnlyOfCommittedFiles() {
    takeOver(UUID.randomUUID(), Map.of("Mia", Api.somebody("stranger")), VERDICTS)
        .statusCode(422)
        .body("code", is("not-a-member"));
    file = imports.read("more.ris", record("Another", "{\"Mia\"=>\"Included\"}", ""));
    decisions().body("records", is(1));
    takeOver(UUID.randomUUID(), Map.of("Mia", mia), VERDICTS)
        .statusCode(409)
        .body("code", is("not-committed"));
  }

  @Test
  void anOrdinaryFileHasNoDecisions() {
    file = imports.read("plain.ris", "TY  - JOUR\nTI  - A plain one\nLB  - 1\nER  - \n");
    decisions().body("records", is(0)).body("tools", empty());
  }

  @Test
  void myDecisionsTurnPagesThroughOneTakeover() {
    takeOver(UUID.randomUUID(), Map.of("Mia", mia), VERDICTS).statusCode(200);
    String cursor = "";
    java.util.Set<Integer> seen = new java.util.TreeSet<>();
    for (int page = 0; page < 4; page++) {
      ValidatableResponse answer =
          mia.request()
              .get(path("/stages/title-abstract/votes?limit=1&cursor=" + cursor))
              .then()
              .statusCode(200)
              .body("items", hasSize(1));
      seen.add(answer.extract().path("items[0].itemId"));
      cursor = answer.extract().path("next");
    }
    assertThat(seen).hasSize(4);
    assertThat(cursor).isNull();
  }

  @Test
  void theAuditNamesFileAndMappingAndBlindedReviewersDoNotSeeIt() {
    takeOver(UUID.randomUUID(), Map.of("Mia", mia), VERDICTS).statusCode(200);
    lead.request()
        .get(path("/ledger?type=votes-taken-over"))
        .then()
        .body("items[0].payload.importId", is(file.toString()))
        .body("items[0].payload.mapping.people.Mia", is(mia.id().toString()));
    jon.request()
        .get(path("/ledger"))
        .then()
        .statusCode(200)
        .body("items.type", not(hasItem("votes-taken-over")));
  }

  private ValidatableResponse decisions() {
    return decisions(200);
  }

  private ValidatableResponse decisions(int status) {
    return lead.request().get(path("/imports/" + file + "/decisions")).then().statusCode(status);
  }

  private ValidatableResponse takeOver(
      UUID takeover, Map<String, Person> people, Map<String, String> verdicts) {
    return put(
        takeover,
        Map.of(
            "stage", "title-abstract", "people", people(people), "verdicts", verdicts(verdicts)));
  }

  private ValidatableResponse put(UUID takeover, Map<String, Object> body) {
    return lead.sending(body)
        .put(path("/imports/" + file + "/decisions/takeovers/" + takeover))
        .then();
  }

  private static List<Map<String, Object>> people(Map<String, Person> people) {
    return people.entrySet().stream()
        .map(one -> Map.<String, Object>of("person", one.getKey(), "account", one.getValue().id()))
        .toList();
  }

  private static List<Map<String, String>> verdicts(Map<String, String> verdicts) {
    return verdicts.entrySet().stream()
        .map(one -> Map.of("verdict", one.getKey(), "means", one.getValue()))
        .toList();
  }

  private ValidatableResponse withdraw(UUID takeover) {
    return lead.request()
        .delete(path("/imports/" + file + "/decisions/takeovers/" + takeover))
        .then();
  }

  private List<String> votes(Person reviewer) {
    return reviewer
        .request()
        .get(path("/stages/title-abstract/votes"))
        .then()
        .statusCode(200)
        .extract()
        .path("items.verdict");
  }

  private void vote(Person reviewer, int item, String verdict) {
    reviewer
        .sending(Map.of("verdict", verdict, "version", 1))
        .put(path("/stages/title-abstract/records/" + item + "/votes/" + UUID.randomUUID()))
        .then()
        .statusCode(200);
  }

  private int item(String title) {
    return imports
        .get("/imports/" + file + "/preview")
        .extract()
        .path("items.find { it.title.startsWith('" + title + "') }.id");
  }

  private ValidatableResponse conflicts() {
    return lead.request().get(path("/stages/title-abstract/conflicts")).then().statusCode(200);
  }

  private ValidatableResponse overview(Person person) {
    return person.request().get(path("")).then().statusCode(200);
  }

  private void assertReplays() {
    assertThat(Api.bean(Verifier.class).verify(review).differences()).isEmpty();
  }

  private String path(String rest) {
    return "/api/v1/reviews/" + review + rest;
  }
}
