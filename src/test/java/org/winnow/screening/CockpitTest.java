package org.winnow.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.winnow.Api;
import org.winnow.DatabaseForTests;
import org.winnow.team.ReviewRole;

@QuarkusTest
@QuarkusTestResource(DatabaseForTests.class)
class CockpitTest {
  private ScreeningTeam team = ScreeningTeam.NONE;

  @BeforeEach
  void aTeam() {
    team = ScreeningTeam.withRecords(6);
  }

  @Test
  void theLeadSeesWhatEverybodyHasDoneAndWhatIsMissing() {
    team.agree(1);
    team.disagree(2);
    team.vote(team.ann(), 3, "exclude");
    team.lea()
        .request()
        .get(team.review("/cockpit"))
        .then()
        .body("blinded", equalTo(false))
        .body("stages.stage", contains("title-abstract", "full-text"))
        .body("stages[0].items", equalTo(6))
        .body("stages[0].decided", equalTo(1))
        .body("stages[0].reviewers.displayName", contains("ann", "bob"))
        .body("stages[0].reviewers.voted", contains(3, 2))
        .body("stages[0].reviewers.remaining", contains(3, 4))
        .body("stages[0].reviewers.lately", contains(3, 2))
        .body("stages[0].votesMissing", equalTo(7))
        .body("stages[0].halfScreened", equalTo(1))
        .body("stages[0].expectedOn", notNullValue())
        .body("stages[0].conflicts[0].atMostDays", equalTo(1))
        .body("stages[0].conflicts.conflicts", contains(1, 0, 0, 0));
  }

  @Test
  void thoseWhoLeftAreListedApartWithTheVotesThatWereKept() {
    team.agree(1);
    team.vote(team.bob(), 2, "exclude");
    team.lea().request().delete(team.review("/members/" + team.bob().id())).then().statusCode(204);
    Api.appoint(team.id(), team.lea(), team.ann(), ReviewRole.OBSERVER);
    team.lea()
        .request()
        .get(team.review("/cockpit"))
        .then()
        .body("stages[0].reviewers", hasSize(0))
        .body("stages[0].former.displayName", contains("ann", "bob"))
        .body("stages[0].former.voted", contains(1, 2))
        .body("stages[1].former", hasSize(0));
  }

  @Test
  void noEndIsExpectedWhereNobodyVotes() {
    team.lea()
        .request()
        .get(team.review("/cockpit"))
        .then()
        .body("stages[0].votesMissing", equalTo(12))
        .body("stages[0].expectedOn", nullValue());
  }

  @Test
  void whatLacksIsSaid() {
    team.disagree(1);
    team.eve()
        .sending(Map.of("comment", ""))
        .put(team.title("/records/1/unclear"))
        .then()
        .statusCode(204);
    team.lea()
        .request()
        .get(team.review("/cockpit"))
        .then()
        .body("warnings.code", contains("no-criteria", "no-abstract", "criteria-unclear"))
        .body("warnings.find { it.code == 'no-abstract' }.count", equalTo(6));
  }

  @Test
  void aLeadWhoVotesSeesTheSameWhateverTheOthersSaid() {
    ScreeningTeam other = ScreeningTeam.withRecords(6);
    for (ScreeningTeam one : new ScreeningTeam[] {team, other}) {
      Api.appoint(one.id(), one.lea(), one.lea(), ReviewRole.LEAD, ReviewRole.REVIEWER);
    }
    team.agree(1);
    team.agree(2);
    other.disagree(1);
    other.vote(other.ann(), 2, "exclude");
    other.vote(other.bob(), 2, "exclude");

    assertThat(seenByLead(team)).isEqualTo(seenByLead(other)).contains("\"blinded\":true");
    team.lea()
        .request()
        .get(team.review("/cockpit"))
        .then()
        .body("stages", hasSize(1))
        .body("stages[0].decided", nullValue())
        .body("stages[0].conflicts", nullValue())
        .body("warnings.code", not(hasItem("criteria-unclear")));
  }

  /** Without what differs between any two reviews: people and times. */
  private static String seenByLead(ScreeningTeam team) {
    return team.lea()
        .request()
        .get(team.review("/cockpit"))
        .asString()
        .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "somebody")
        .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "sometime");
  }
}
