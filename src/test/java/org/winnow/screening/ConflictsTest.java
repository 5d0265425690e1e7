package org.winnow.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.winnow.Api.Person;
import org.winnow.DatabaseForTests;
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
}
