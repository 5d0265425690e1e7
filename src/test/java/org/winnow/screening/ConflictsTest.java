package org.winnow.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.winnow.Api;
import org.winnow.Api.Person;
import org.winnow.DatabaseForTests;
import org.winnow.platform.Sql;
import org.winnow.review.ScreeningPolicy.ConflictRule;
import org.winnow.review.Stage;

@QuarkusTest
@QuarkusTestResource(DatabaseForTests.class)
class ConflictsTest {
  private ScreeningTeam team = ScreeningTeam.NONE;

  @BeforeEach
  void aTeam() {
    team = ScreeningTeam.withRecords(6);
  }

  @Test
  void aConflictThatIsSentBackIsVotedOnAnewByBoth() {
    team.disagree(1);

    sendBack(team.eve(), 1, "Read the methods again.").then().statusCode(204);

    team.eve().request().get(team.title("/conflicts")).then().body("items", empty());
    assertThat(team.queue(team.ann(), Stage.TITLE_ABSTRACT)).contains(1);
    assertThat(team.queue(team.bob(), Stage.TITLE_ABSTRACT)).contains(1);
    team.vote(team.ann(), 1, "include");
    team.vote(team.bob(), 1, "include");
    team.eve()
        .request()
        .get(team.title("/records/1/thread"))
        .then()
        .body("returns[0].comment", equalTo("Read the methods again."))
        .body("returns[0].votes.verdict", contains("include", "exclude"));
    team.assertLedgerHolds();
  }

  @Test
  void sendingBackTwiceIsSendingBackOnce() {
    team.disagree(1);
    UUID id = UUID.randomUUID();
    for (int i = 0; i < 2; i++) {
      team.eve()
          .sending(Map.of("comment", ""))
          .put(team.title("/records/1/returns/" + id))
          .then()
          .statusCode(204);
    }
    team.eve().request().get(team.title("/records/1/thread")).then().body("returns", hasSize(1));
  }

  @Test
  void onlyAConflictCanBeSentBack() {
    team.vote(team.ann(), 1, "include");
    sendBack(team.eve(), 1, "").then().statusCode(409).body("code", equalTo("no-conflict"));
  }

  @Test
  void thoseWhoSettleWriteToEachOther() {
    team.disagree(1);
    write(team.eve(), 1, "Is this a trial?").then().statusCode(204);
    team.lea()
        .request()
        .get(team.title("/records/1/thread"))
        .then()
        .body("messages.text", contains("Is this a trial?"))
        .body("messages.author.displayName", contains("eve"));
    team.assertLedgerHolds();
  }

  @Test
  void aVoterLearnsNothingOfAThreadThatIsNotTheirs() {
    team.disagree(1);
    team.agree(2);
    write(team.eve(), 1, "Is this a trial?");

    String ofConflict = team.ann().request().get(team.title("/records/1/thread")).asString();
    String ofAgreement = team.ann().request().get(team.title("/records/2/thread")).asString();
    String ofUnread = team.ann().request().get(team.title("/records/3/thread")).asString();

    assertThat(ofConflict).contains("not-found").isEqualTo(ofAgreement).isEqualTo(ofUnread);
    write(team.ann(), 1, "What did Bob say?").then().statusCode(404);
    sendBack(team.ann(), 1, "").then().statusCode(404);
  }

  @Test
  void byConsensusTheTwoTalkAndSettleItThemselves() {
    team.amend(ConflictRule.CONSENSUS, false);
    team.disagree(1);
    write(team.ann(), 1, "It is a protocol only.").then().statusCode(204);
    team.bob()
        .request()
        .get(team.title("/records/1/thread"))
        .then()
        .body("messages.text", contains("It is a protocol only."));
    team.bob()
        .request()
        .get(team.review(""))
        .then()
        .body("rail.conflicts.titleAbstract", equalTo(1))
        .body("rail.conflicts.fullText", equalTo(0));
  }

  @Test
  void byConsensusOneOfTheTwoSettlesItAndNobodyElseOfTheReviewersCan() {
    Person cat = team.another("cat");
    team.amend(ConflictRule.CONSENSUS, false);
    team.disagree(1);
    note(team.ann(), 1, "A protocol.");
    team.bob()
        .request()
        .get(team.title("/conflicts"))
        .then()
        .body("items.itemId", contains(1))
        .body("items[0].votes.verdict", contains("include", "exclude"))
        .body("items[0].notes.text", contains("A protocol."))
        .body("items[0].mine", equalTo(true));
    cat.request().get(team.title("/conflicts")).then().body("items", empty());
    cat.request().get(team.title("/records/1/thread")).then().statusCode(404);
    settle(cat, 1, "include").then().statusCode(404);

    UUID settled = UUID.randomUUID();
    adjudicate(team.bob(), 1, settled, Map.of("verdict", "include")).then().statusCode(204);

    team.ann().request().get(team.title("/conflicts")).then().body("items", empty());
    assertThat(team.queue(team.ann(), Stage.FULL_TEXT)).containsExactly(1);
    team.lea()
        .request()
        .get(team.review(""))
        .then()
        .body("rail.title-abstract.decided", equalTo(1));
    // The votes stay as they were: agreement is measured on what was said before.
    team.lea()
        .request()
        .get(team.title("/agreement?votes=final"))
        .then()
        .body("pairs[0].measures.percent.value", equalTo(0f));
    team.bob()
        .request()
        .delete(team.title("/records/1/adjudications/" + settled))
        .then()
        .statusCode(204);
    team.ann().request().get(team.title("/conflicts")).then().body("items.itemId", contains(1));
    team.assertLedgerHolds();
  }

  @Test
  void whatTheVotersNotedIsBesideTheirVotesAndWhatOthersNotedIsNot() {
    Person cat = team.another("cat");
    team.disagree(1);
    note(team.ann(), 1, "A protocol.");
    note(team.bob(), 1, "A trial.");
    note(cat, 1, "Not mine to say.");

    team.eve()
        .request()
        .get(team.title("/conflicts"))
        .then()
        .body("items[0].notes.text", contains("A protocol.", "A trial."))
        .body("items[0].notes.by.displayName", contains("ann", "bob"));

    team.amend(ConflictRule.ADJUDICATOR, true);
    team.eve()
        .request()
        .get(team.title("/conflicts"))
        .then()
        .body("items[0].notes", empty())
        .body("items[0].votes", empty());
  }

  @Test
  void atFullTextThePrimaryReasonIsTheFirstFailedCriterionWhateverElseIsTicked() {
    for (int record = 1; record <= 2; record++) {
      team.agree(record);
    }
    excludeFullText(team.ann(), 1, ScreeningTeam.OUTCOME, ScreeningTeam.DESIGN);
    excludeFullText(team.bob(), 1, ScreeningTeam.DESIGN);
    excludeFullText(team.ann(), 2, ScreeningTeam.OUTCOME);
    excludeFullText(team.bob(), 2, ScreeningTeam.OUTCOME, ScreeningTeam.DESIGN);

    String conflicts = team.review("/stages/full-text/conflicts");
    team.eve()
        .request()
        .get(conflicts)
        .then()
        .body("items.itemId", contains(2))
        .body("items[0].kind", equalTo("reason"));
    team.eve()
        .sending(
            Map.of(
                "verdict",
                "exclude",
                "reasons",
                List.of(ScreeningTeam.OUTCOME, ScreeningTeam.DESIGN)))
        .put(team.review("/stages/full-text/records/2/adjudications/" + UUID.randomUUID()))
        .then()
        .statusCode(204);
    team.eve().request().get(conflicts).then().body("items", empty());
    assertThat(reasons()).containsExactly(ScreeningTeam.DESIGN, ScreeningTeam.DESIGN);
    team.assertLedgerHolds();
  }

  @Test
  void whetherThereIsAReportIsToldToNobodyWhoMustNotKnow() {
    Person cat = team.another("cat");
    team.agree(1);
    team.disagree(2);

    String ofReport = state(cat, 1, "retrieved").asString();
    String ofConflict = state(cat, 2, "retrieved").asString();
    String ofUnread = state(cat, 3, "retrieved").asString();
    assertThat(ofReport).contains("not-found").isEqualTo(ofConflict).isEqualTo(ofUnread);
    state(team.ann(), 2, "retrieved").then().statusCode(404);
    state(team.ann(), 1, "retrieved").then().statusCode(200);
    state(team.lea(), 1, "sought").then().statusCode(200);
  }

  @Test
  void aReportThatCouldNotBeHadIsFoundAgainAndTakenBack() {
    team.agree(1);
    state(team.ann(), 1, "not-retrieved").then().statusCode(200);
    String missing = team.review("/stages/full-text/queue?only=not-retrieved");
    assertThat(team.queue(team.ann(), Stage.FULL_TEXT)).isEmpty();
    team.bob()
        .request()
        .get(missing)
        .then()
        .body("items.itemId", contains(1))
        .body("items[0].retrieval", equalTo("not-retrieved"))
        .body("mine.remaining", equalTo(1));
    team.another("cat").request().get(missing).then().body("items", empty());
    team.ann().request().get(team.title("/queue?only=not-retrieved")).then().body("items", empty());

    state(team.bob(), 1, "sought").then().statusCode(200);
    assertThat(team.queue(team.ann(), Stage.FULL_TEXT)).containsExactly(1);
    team.ann().request().get(missing).then().body("items", empty());
  }

  @Test
  void theTrendOfAgreementIsForThoseWhoAreNotBlinded() {
    team.agree(1);
    team.disagree(2);
    String trend = team.title("/agreement/trend");
    team.lea()
        .request()
        .get(trend)
        .then()
        .body("stretches", hasSize(1))
        .body("stretches[0].to", equalTo(2))
        .body("stretches[0].percent", equalTo(0.5f));
    team.ann().request().get(trend).then().statusCode(403).body("code", equalTo("blinded"));
  }

  @Test
  void byTheUsualRuleTheRailTellsVotersOfNoConflicts() {
    team.disagree(1);
    team.bob().request().get(team.review("")).then().body("rail.conflicts", nullValue());
  }

  @Test
  void whereThePolicyHidesVotesTheAdjudicatorJudgesWithoutThem() {
    team.amend(ConflictRule.ADJUDICATOR, true);
    team.disagree(1);
    team.eve()
        .request()
        .get(team.title("/conflicts"))
        .then()
        .body("items", hasSize(1))
        .body("items[0].votes", empty());
    sendBack(team.eve(), 1, "");
    team.eve()
        .request()
        .get(team.title("/records/1/thread"))
        .then()
        .body("returns[0].votes", empty());
  }

  @Test
  void unclearCriteriaAreMarkedAndTheMarkTakenAway() {
    team.disagree(1);
    team.eve()
        .sending(Map.of("comment", "Are protocols trials?"))
        .put(team.title("/records/1/unclear"))
        .then()
        .statusCode(204);
    team.eve()
        .request()
        .get(team.title("/records/1/thread"))
        .then()
        .body("unclear.comment", equalTo("Are protocols trials?"));
    team.assertLedgerHolds();
    team.eve().request().delete(team.title("/records/1/unclear")).then().statusCode(204);
    team.eve().request().get(team.title("/records/1/thread")).then().body("unclear", nullValue());
    team.assertLedgerHolds();
  }

  @Test
  void aReportIsOfferedOnlyToWhoVotedOnItsRecordUntilTheStageCloses() {
    Person cat = team.another("cat");
    team.agree(1);

    assertThat(team.queue(team.ann(), Stage.FULL_TEXT)).containsExactly(1);
    assertThat(team.queue(cat, Stage.FULL_TEXT)).isEmpty();
    String onPassed = team.voteFullText(cat, 1, "include").asString();
    String onUnread = team.voteFullText(cat, 2, "include").asString();
    assertThat(onPassed).contains("not-found").isEqualTo(onUnread);

    team.lea()
        .sending(Map.of("state", "closed", "reason", "enough"))
        .put(team.title("/state"))
        .then()
        .statusCode(200);
    assertThat(team.queue(cat, Stage.FULL_TEXT)).containsExactly(1);
    team.voteFullText(cat, 1, "include").then().statusCode(200);
  }

  @Test
  void votesOfWhoLeavesAreVoidedAndOthersAskedInTheirPlace() {
    Person cat = team.another("cat");
    team.agree(1);
    team.disagree(2);
    team.vote(team.ann(), 3, "include");

    team.lea()
        .sending(Map.of("reason", "Ann has left."))
        .put(team.title("/voidances/" + team.ann().id()))
        .then()
        .statusCode(200)
        .body("votes", equalTo(3));

    team.eve().request().get(team.title("/conflicts")).then().body("items", empty());
    assertThat(team.queue(cat, Stage.TITLE_ABSTRACT)).contains(1, 2, 3);
    team.vote(cat, 2, "exclude");
    team.lea()
        .request()
        .get(team.review(""))
        .then()
        .body("rail.title-abstract.decided", equalTo(1));
    team.assertLedgerHolds();
    team.lea()
        .sending(Map.of("reason", "again"))
        .put(team.title("/voidances/" + team.ann().id()))
        .then()
        .body("votes", equalTo(0));
  }

  @Test
  void votesOfAClosedStageAreNotVoided() {
    team.agree(1);
    team.lea()
        .sending(Map.of("state", "closed", "reason", "enough"))
        .put(team.title("/state"))
        .then()
        .statusCode(200);
    team.lea()
        .sending(Map.of("reason", "Ann has left."))
        .put(team.title("/voidances/" + team.ann().id()))
        .then()
        .statusCode(409)
        .body("code", equalTo("stage-closed"));
  }

  @Test
  void agreementIsMeasuredOnFirstVotesAndOnFinalOnes() {
    for (int record = 1; record <= 3; record++) {
      team.disagree(record);
    }
    team.agree(4);
    sendBack(team.eve(), 1, "");
    team.vote(team.ann(), 1, "include");
    team.vote(team.bob(), 1, "include");

    team.lea()
        .request()
        .get(team.title("/agreement"))
        .then()
        .body("pairs", hasSize(1))
        .body("pairs[0].first.displayName", equalTo("ann"))
        .body("pairs[0].measures.items", equalTo(4))
        .body("pairs[0].measures.percent.value", equalTo(0.25f));
    team.lea()
        .request()
        .get(team.title("/agreement?votes=final&maybe=include"))
        .then()
        .body("pairs[0].measures.percent.value", equalTo(0.5f))
        .body("pairs[0].measures.table", equalTo(List.of(List.of(2, 2), List.of(0, 0))))
        .body("pairs[0].trend[0].to", equalTo(4));
  }

  @Test
  void agreementThatIsUndefinedIsLeftOutAndSaidInTheTable() {
    team.vote(team.ann(), 1, "exclude");
    team.vote(team.bob(), 1, "exclude");
    team.lea()
        .request()
        .get(team.title("/agreement?maybe=include"))
        .then()
        .body("pairs[0].measures.percent.value", equalTo(1.0f))
        .body("pairs[0].measures.kappa", nullValue())
        .body("pairs[0].measures.skewed", equalTo(true));
    assertThat(team.lea().request().get(team.title("/agreement.csv?maybe=include")).asString())
        .contains("title-abstract,first,include,ann,bob,kappa,undefined,,,,1")
        .contains("ann,bob,count_exclude_exclude,1,");
  }

  @Test
  void aMaybeIsWhatTheReaderSaysItIs() {
    team.vote(team.ann(), 1, "maybe");
    team.vote(team.bob(), 1, "include");
    Map<String, Float> agreement = Map.of("own", 0f, "include", 1f, "exclude", 0f);
    agreement.forEach(
        (rule, percent) ->
            team.lea()
                .request()
                .get(team.title("/agreement?maybe=" + rule))
                .then()
                .body("pairs[0].measures.percent.value", equalTo(percent)));
    team.lea().request().get(team.title("/agreement?maybe=no")).then().statusCode(422);
  }

  @Test
  void aVoterIsToldOfNoAgreement() {
    team.agree(1);
    for (String path : List.of("/agreement", "/agreement.csv")) {
      team.ann()
          .request()
          .get(team.title(path))
          .then()
          .statusCode(403)
          .body("code", equalTo("blinded"));
    }
  }

  private io.restassured.response.Response sendBack(Person by, int record, String comment) {
    return by.sending(Map.of("comment", comment))
        .put(team.title("/records/" + record + "/returns/" + UUID.randomUUID()));
  }

  private io.restassured.response.Response write(Person by, int record, String text) {
    return by.sending(Map.of("text", text))
        .put(team.title("/records/" + record + "/thread/messages/" + UUID.randomUUID()));
  }

  private void note(Person by, int record, String text) {
    by.sending(Map.of("text", text))
        .put(team.review("/records/" + record + "/note"))
        .then()
        .statusCode(204);
  }

  private Response settle(Person by, int record, String verdict) {
    return adjudicate(by, record, UUID.randomUUID(), Map.of("verdict", verdict));
  }

  private Response adjudicate(Person by, int record, UUID id, Map<String, Object> said) {
    return by.sending(said).put(team.title("/records/" + record + "/adjudications/" + id));
  }

  private void excludeFullText(Person by, int report, UUID... reasons) {
    by.sending(Map.of("verdict", "exclude", "reasons", List.of(reasons), "version", 2))
        .put(team.review("/stages/full-text/records/" + report + "/votes/" + UUID.randomUUID()))
        .then()
        .statusCode(200);
  }

  private Response state(Person by, int report, String state) {
    return by.sending(Map.of("state", state)).put(team.review("/reports/" + report + "/retrieval"));
  }

  private List<UUID> reasons() {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                Api.bean(Sql.class)
                    .list(
                        "SELECT reason_id FROM screening WHERE review_id = ? AND stage ="
                            + " 'FULL_TEXT' AND status = 'EXCLUDED' ORDER BY item_id",
                        row -> row.getObject(1, UUID.class),
                        team.id()));
  }
}
