package org.winnow.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.winnow.Api;
import org.winnow.Api.Person;
import org.winnow.DatabaseForTests;
import org.winnow.platform.Sql;
import org.winnow.review.Stage;
import org.winnow.team.ReviewRole;

/** The rules of the lead on who votes on what, as those who vote meet them. */
@QuarkusTest
@QuarkusTestResource(DatabaseForTests.class)
class SharingOutTest {
  private ScreeningTeam team = ScreeningTeam.NONE;
  private Person cat = new Person(new UUID(0, 0), "", "");

  @BeforeEach
  void aTeamOfThree() {
    team = ScreeningTeam.withRecords(24);
    cat = team.another("cat");
  }

  @Test
  void oneOfEachPairIsExperienced() {
    Person dan = team.another("dan");
    share(Map.of("experienced", List.of(team.ann().id(), dan.id()), "experiencedInEachPair", true));

    screenAll(team.ann(), team.bob(), cat, dan);

    assertThat(pairs()).hasSize(24);
    assertThat(pairs()).allMatch(pair -> pair.contains(team.ann().id()) || pair.contains(dan.id()));
    team.assertLedgerHolds();
  }

  @Test
  void twoWhoAreKeptApartNeverVoteOnOneRecord() {
    share(apart(team.ann(), team.bob()));

    screenAll(team.ann(), team.bob(), cat);

    assertThat(pairs()).hasSize(24).allMatch(pair -> pair.contains(cat.id()));
  }

  @Test
  void aVoteThatTheRulesOnPairsForbidIsRefusedWhateverTheOtherSaid() {
    share(apart(team.ann(), team.bob()));
    team.vote(team.ann(), 1, "include");
    team.vote(team.ann(), 2, "exclude");

    Response onIncluded = team.tryVote(team.bob(), 1, "include");
    Response onExcluded = team.tryVote(team.bob(), 2, "include");

    onIncluded.then().statusCode(409).body("code", equalTo("pair-not-permitted"));
    assertThat(onIncluded.asString()).isEqualTo(onExcluded.asString());
    team.vote(cat, 1, "include");
  }

  @Test
  void whoHasVotedMayChangeTheirMindWhateverTheRulesSaySince() {
    team.vote(team.ann(), 1, "include");
    team.vote(team.bob(), 1, "exclude");
    Map<String, Object> rules = new HashMap<>(apart(team.ann(), team.bob()));
    rules.put("quotas", List.of(Map.of("reviewer", team.bob().id(), "votes", 0)));
    share(rules);

    team.vote(team.bob(), 1, "include");
  }

  @Test
  void aQuotaEndsWithItsLastVote() {
    share(Map.of("quotas", List.of(Map.of("reviewer", cat.id(), "votes", 5))));

    List<Integer> offered = queue(cat);
    assertThat(offered).hasSize(5);
    assertThat(queue(cat)).as("what is held is within the quota").isEqualTo(offered);
    share(cat, "open", 5);
    cat.request().get(team.title("/queue")).then().body("mine.remaining", equalTo(5));
    offered.forEach(record -> team.vote(cat, record, "exclude"));

    assertThat(queue(cat)).isEmpty();
    share(cat, "quota-reached", 0);
    int another = offered.contains(1) ? other(offered) : 1;
    team.tryVote(cat, another, "include")
        .then()
        .statusCode(409)
        .body("code", equalTo("quota-reached"));
    team.vote(cat, offered.getFirst(), "include");
  }

  @Test
  void aShareInHundredthsIsOfAllRecords() {
    share(Map.of("quotas", List.of(Map.of("reviewer", cat.id(), "percent", 25))));
    assertThat(queue(cat)).hasSize(6);
  }

  @Test
  void aBatchIsForThoseWhoAreNamed() {
    share(parts(range(1, 10, team.ann(), team.bob())));

    assertThat(queue(cat)).hasSize(14).allMatch(record -> record > 10);
    cat.request().get(team.title("/queue")).then().body("mine.remaining", equalTo(14));
    team.tryVote(cat, 3, "include")
        .then()
        .statusCode(409)
        .body("code", equalTo("not-in-your-share"));
    team.vote(team.ann(), 3, "include");
  }

  @Test
  void anImportOrASourceIsABatch() {
    UUID source = id("SELECT DISTINCT source_id FROM record WHERE review_id = ?");
    UUID batch = id("SELECT DISTINCT import_id FROM record WHERE review_id = ?");
    share(parts(Map.of("kind", "source", "id", source, "reviewers", List.of(team.ann().id()))));
    assertThat(queue(cat)).isEmpty();
    share(parts(Map.of("kind", "import", "id", batch, "reviewers", List.of(cat.id()))));
    assertThat(queue(cat)).isNotEmpty();
    assertThat(queue(team.ann())).isEmpty();
  }

  @Test
  void ofATagOnlyWhatLeadsHaveTaggedCounts() {
    UUID tag = UUID.randomUUID();
    team.lea()
        .sending(Map.of("name", "animals", "owner", "review", "place", 1))
        .put(team.review("/tags/" + tag))
        .then()
        .statusCode(204);
    share(parts(Map.of("kind", "tag", "id", tag, "reviewers", List.of(team.ann().id()))));
    tag(team.lea(), 1, tag);
    tag(team.bob(), 2, tag);

    assertThat(everything(cat)).doesNotContain(1).contains(2).hasSize(23);
    assertThat(everything(team.ann())).hasSize(24);
  }

  @Test
  void theFirstPartThatARecordIsInCounts() {
    share(parts(range(1, 2, team.ann()), range(1, 10, cat)));
    assertThat(everything(cat)).doesNotContain(1, 2).contains(3, 10, 11);
  }

  @Test
  void whoseRulesLeaveNothingIsToldSo() {
    share(parts(range(1, 24, team.ann(), team.bob())));
    assertThat(queue(cat)).isEmpty();
    share(cat, "nothing-permitted", null);
    share(team.ann(), "open", null);
  }

  @Test
  void nobodyIsToldOfAShareWhereThereAreNoRules() {
    cat.request().get(team.title("/queue")).then().body("share", nullValue());
  }

  @Test
  void whatWasDecidedUnderTheRulesBeforeIsNotLost() {
    int handedOut =
        cat.request()
            .get(team.title("/queue"))
            .then()
            .extract()
            .jsonPath()
            .getInt("items[0].allocation");
    assertThat(handedOut).isZero();
    team.vote(team.ann(), 1, "include");
    Map<String, Object> rules = new HashMap<>(parts(range(1, 10, team.ann(), team.bob())));
    rules.putAll(apart(cat, team.ann()));
    share(rules);

    team.tryVote(cat, 1, "exclude")
        .then()
        .statusCode(409)
        .body("code", equalTo("not-in-your-share"));
    cat.sending(Map.of("verdict", "exclude", "version", 2, "allocation", handedOut))
        .put(team.title("/records/1/votes/" + UUID.randomUUID()))
        .then()
        .statusCode(200);

    outlook().body("againstRules", equalTo(1));
    team.assertLedgerHolds();
  }

  @Test
  void rulesThatNeverWereDoNotLetAVoteIn() {
    share(parts(range(1, 10, team.ann())));
    cat.sending(Map.of("verdict", "exclude", "version", 2, "allocation", 99))
        .put(team.title("/records/1/votes/" + UUID.randomUUID()))
        .then()
        .statusCode(409)
        .body("code", equalTo("not-in-your-share"));
  }

  @Test
  void theLeadSeesWhatNoPermittedPairCanFinish() {
    Map<String, Object> rules = new HashMap<>(parts(range(1, 3, team.ann())));
    rules.put("quotas", List.of(Map.of("reviewer", cat.id(), "votes", 4)));
    rules.putAll(apart(team.ann(), team.bob()));
    share(rules);
    team.vote(team.ann(), 10, "include");
    team.vote(team.bob(), 11, "include");

    outlook()
        .body("stuck", hasSize(1))
        .body("stuck[0].part", equalTo(0))
        .body("stuck[0].count", equalTo(3))
        .body("stuck[0].records", contains(1, 2, 3))
        .body("quotas.left", contains(4));
    team.lea()
        .request()
        .get(team.review("/cockpit"))
        .then()
        .body("warnings.code", hasItem("stuck"));

    for (int record : List.of(12, 13, 14, 15)) {
      team.vote(cat, record, "include");
    }
    // What he has voted on one of the two can still finish.
    outlook().body("stuck.count.sum()", equalTo(20));
  }

  @Test
  void votesThatQuotasLeaveToNobodyAreCounted() {
    share(
        Map.of(
            "quotas",
            List.of(
                Map.of("reviewer", team.ann().id(), "votes", 10),
                Map.of("reviewer", team.bob().id(), "votes", 10),
                Map.of("reviewer", cat.id(), "percent", 50))));
    outlook().body("stuck", empty()).body("votesWithoutAnybody", equalTo(48 - 32));
  }

  @Test
  void aShareIsHandedOverWithWhatItsQuotaLeaves() {
    share(
        Map.of(
            "quotas",
            List.of(
                Map.of("reviewer", team.ann().id(), "votes", 10),
                Map.of("reviewer", cat.id(), "votes", 5)),
            "parts",
            List.of(range(1, 24, team.ann(), team.bob()))));
    for (int record = 1; record <= 4; record++) {
      team.vote(team.ann(), record, "include");
    }
    handOver(team.ann(), cat).then().statusCode(200).body("remaining", equalTo(11));
    handOver(team.ann(), cat).then().statusCode(200).body("remaining", equalTo(11));
    remove(team.ann());

    outlook().body("quotas.find { it.reviewer.displayName == 'cat' }.left", equalTo(11));
    for (int record : queue(cat).stream().limit(3).toList()) {
      team.vote(cat, record, "exclude");
    }
    share(cat, "open", 8);

    // Her votes void, her whole quota is his to fill.
    team.lea()
        .sending(Map.of("reason", "Ann has left."))
        .put(team.title("/voidances/" + team.ann().id()))
        .then()
        .body("votes", equalTo(4));
    share(cat, "open", 12);
    team.assertLedgerHolds();
  }

  @Test
  void whoHasHandedOverIsToldSoAndTakesItBackWithTheRules() {
    handOver(team.ann(), cat).then().statusCode(200);
    assertThat(queue(team.ann())).isEmpty();
    share(team.ann(), "handed-over", null);
    share(Map.of());
    assertThat(queue(team.ann())).isNotEmpty();
  }

  @Test
  void whatWasHeldIsTheHeirsAndWhatAMemberWhoLeftHeldIsFree() {
    List<Integer> held = queue(team.ann());
    handOver(team.ann(), team.bob()).then().statusCode(200);
    assertThat(holding(team.ann())).isEmpty();
    assertThat(holding(team.bob())).containsExactlyInAnyOrderElementsOf(held);

    remove(team.bob());
    assertThat(holding(team.bob())).isEmpty();
  }

  @Test
  void keptVotesOfWhoLeftStillCount() {
    team.agree(1);
    team.vote(team.ann(), 2, "include");
    remove(team.ann());

    team.lea()
        .request()
        .get(team.review("/cockpit"))
        .then()
        .body("stages[0].decided", equalTo(1))
        .body("stages[0].halfScreened", equalTo(1))
        .body("stages[0].votesMissing", equalTo(45));
    screenAll(team.bob(), cat);
    assertThat(pairs()).hasSize(24);
  }

  @Test
  void aShareGoesToAReviewerOnly() {
    for (Person heir : List.of(team.eve(), team.ann())) {
      handOver(team.ann(), heir).then().statusCode(422).body("code", equalTo("bad-heir"));
    }
  }

  @Test
  void rulesAreSavedOverTheVersionThatOneHasSeen() {
    put(Map.of(), 0).then().statusCode(200).body("version", equalTo(0));
    put(apart(team.ann(), cat), 0).then().statusCode(200).body("version", equalTo(1));
    put(apart(team.bob(), cat), 0)
        .then()
        .statusCode(412)
        .body("code", equalTo("allocation-changed"));
    team.lea()
        .request()
        .get(team.title("/allocation"))
        .then()
        .header("ETag", "\"1\"")
        .body("apart[0].first", equalTo(team.ann().id().toString()));
    team.lea().sending(rules(Map.of())).put(team.title("/allocation")).then().statusCode(428);
    put(apart(cat, Api.somebody("stranger")), 1)
        .then()
        .statusCode(422)
        .body("code", equalTo("no-member"));
    put(Map.of("quotas", List.of(Map.of("reviewer", cat.id()))), 1).then().statusCode(422);
    cat.request().get(team.title("/allocation")).then().statusCode(403);
    team.assertLedgerHolds();
  }

  @Test
  void aLeadWhoVotesIsToldNothingOfFullTexts() {
    Api.appoint(team.id(), team.lea(), team.lea(), ReviewRole.LEAD, ReviewRole.REVIEWER);
    team.lea()
        .request()
        .get(team.review("/stages/full-text/allocation/outlook"))
        .then()
        .statusCode(403)
        .body("code", equalTo("blinded"));
    outlook().body("againstRules", nullValue());
  }

  @Test
  void aShareOfFullTextsIsOfThoseThatOneIsToldOf() {
    for (int record = 1; record <= 4; record++) {
      team.agree(record);
    }
    team.vote(team.ann(), 5, "include");
    team.vote(cat, 5, "include");
    share(
        "/stages/full-text",
        Map.of(
            "quotas",
            List.of(
                Map.of("reviewer", team.bob().id(), "percent", 50),
                Map.of("reviewer", cat.id(), "percent", 50))));

    assertThat(team.queue(team.bob(), Stage.FULL_TEXT)).hasSize(2);
    assertThat(team.queue(cat, Stage.FULL_TEXT)).containsExactly(5);
  }

  private void screenAll(Person... reviewers) {
    boolean offered = true;
    while (offered) {
      offered = false;
      for (Person reviewer : reviewers) {
        for (int record : queue(reviewer).stream().limit(5).toList()) {
          team.vote(reviewer, record, "exclude");
          offered = true;
        }
      }
    }
  }

  /** Who voted on each record that has its votes. */
  private List<List<UUID>> pairs() {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                Api.bean(Sql.class)
                    .list(
                        "SELECT array_agg(DISTINCT reviewer_id) FROM vote WHERE review_id = ? GROUP"
                            + " BY counts_for HAVING count(DISTINCT reviewer_id) = 2",
                        row -> List.of((UUID[]) row.getArray(1).getArray()),
                        team.id()));
  }

  private List<Integer> queue(Person reviewer) {
    return team.queue(reviewer, Stage.TITLE_ABSTRACT);
  }

  /** The queue to its end. */
  private List<Integer> everything(Person reviewer) {
    List<Integer> all = new ArrayList<>();
    String after = "";
    while (true) {
      var page = reviewer.request().get(team.title("/queue" + after)).then().extract().jsonPath();
      List<Integer> items = page.getList("items.itemId");
      if (items.isEmpty()) {
        return all;
      }
      all.addAll(items);
      after = "?after=" + page.getList("items.position").getLast();
    }
  }

  private List<Integer> holding(Person reviewer) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                Api.bean(Sql.class)
                    .list(
                        "SELECT item_id FROM claim WHERE review_id = ? AND reviewer_id = ?",
                        row -> row.getInt(1),
                        team.id(),
                        reviewer.id()));
  }

  private UUID id(String query) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                Api.bean(Sql.class)
                    .one(query, row -> row.getObject(1, UUID.class), team.id())
                    .orElseThrow());
  }

  private static int other(List<Integer> records) {
    return java.util.stream.IntStream.rangeClosed(1, 24)
        .filter(record -> !records.contains(record))
        .findFirst()
        .orElseThrow();
  }

  private void tag(Person by, int record, UUID tag) {
    by.sending(Map.of())
        .put(team.review("/records/" + record + "/tags/" + tag))
        .then()
        .statusCode(204);
  }

  private void share(Person reviewer, String state, Integer left) {
    reviewer
        .request()
        .get(team.title("/queue"))
        .then()
        .body("share.state", equalTo(state))
        .body("share.left", left == null ? nullValue() : equalTo(left));
  }

  private io.restassured.response.ValidatableResponse outlook() {
    return team.lea().request().get(team.title("/allocation/outlook")).then().statusCode(200);
  }

  private Response handOver(Person from, Person to) {
    return team.lea().sending(Map.of("to", to.id())).put(team.title("/handovers/" + from.id()));
  }

  private void remove(Person person) {
    team.lea().request().delete(team.review("/members/" + person.id())).then().statusCode(204);
  }

  private void share(Map<String, Object> some) {
    share("/stages/title-abstract", some);
  }

  private void share(String stage, Map<String, Object> some) {
    String at = team.review(stage + "/allocation");
    int version = team.lea().request().get(at).then().extract().jsonPath().getInt("version");
    team.lea()
        .sending(rules(some))
        .header("If-Match", "\"" + version + "\"")
        .put(at)
        .then()
        .statusCode(200);
  }

  private Response put(Map<String, Object> some, int base) {
    return team.lea()
        .sending(rules(some))
        .header("If-Match", "\"" + base + "\"")
        .put(team.title("/allocation"));
  }

  private static Map<String, Object> rules(Map<String, Object> some) {
    Map<String, Object> rules = new HashMap<>();
    rules.put("experienced", List.of());
    rules.put("experiencedInEachPair", false);
    for (String list : List.of("apart", "quotas", "parts", "handovers")) {
      rules.put(list, List.of());
    }
    rules.putAll(some);
    return rules;
  }

  private static Map<String, Object> apart(Person one, Person other) {
    return Map.of("apart", List.of(Map.of("first", one.id(), "second", other.id())));
  }

  @SafeVarargs
  private static Map<String, Object> parts(Map<String, Object>... parts) {
    return Map.of("parts", List.of(parts));
  }

  private static Map<String, Object> range(int from, int to, Person... reviewers) {
    return Map.of(
        "kind",
        "records",
        "from",
        from,
        "to",
        to,
        "reviewers",
        java.util.Arrays.stream(reviewers).map(Person::id).toList());
  }
}
