package org.winnow.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.winnow.Api.Person;
import org.winnow.DatabaseForTests;
import org.winnow.review.Stage;

/**
 * A stage from its first record to its last, with three who screen: the work is shared out,
 * watched, its conflicts are settled and a reviewer leaves, and from beginning to end nobody who
 * screens learns what another has said. Elsewhere a team must lift the blinding for the half of
 * this.
 */
@QuarkusTest
@QuarkusTestResource(DatabaseForTests.class)
class BlindedThroughoutTest {
  private static final int RECORDS = 12;

  private ScreeningTeam team = ScreeningTeam.NONE;
  private Person cat = new Person(new UUID(0, 0), "", "");

  @Test
  void aStageIsDoneWithTheBlindingOnFromBeginningToEnd() {
    team = ScreeningTeam.withRecords(RECORDS);
    cat = team.another("cat");

    theWorkIsSharedOut();
    theLeadWatchesTheProgress();
    theAdjudicatorSettlesConflicts();
    aReviewerLeavesAndTheOthersTakeOver();
    theStageIsClosed();
  }

  /** Three at a time, as they come; no record is asked of more than the two whom it needs. */
  private void theWorkIsSharedOut() {
    Map<Integer, Integer> handed = new HashMap<>();
    boolean isMore = true;
    while (isMore) {
      isMore = false;
      for (Person reviewer : List.of(team.ann(), team.bob(), cat)) {
        for (int record : next(reviewer)) {
          isMore = true;
          handed.merge(record, 1, Integer::sum);
          team.vote(reviewer, record, verdictOf(reviewer, record));
        }
        assertBlinded();
      }
    }
    assertThat(handed).hasSize(RECORDS);
    assertThat(handed.values()).as("votes asked for").containsOnly(2);
    assertThat(votes(cat)).as("Cat has had her share").isNotEmpty();
  }

  private List<Integer> next(Person reviewer) {
    return reviewer
        .request()
        .get(team.title("/queue?limit=3"))
        .then()
        .extract()
        .jsonPath()
        .getList("items.itemId");
  }

  /** Ann would read everything in full, the others only every other record. */
  private String verdictOf(Person reviewer, int record) {
    return reviewer.equals(team.ann()) || record % 2 == 0 ? "include" : "exclude";
  }

  private void theLeadWatchesTheProgress() {
    JsonPath cockpit =
        team.lea()
            .request()
            .get(team.review("/cockpit"))
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    assertThat(cockpit.getBoolean("blinded")).isFalse();
    assertThat(cockpit.getList("stages[0].reviewers.displayName"))
        .containsExactlyInAnyOrder("ann", "bob", "cat");
    assertThat(
            cockpit.getList("stages[0].reviewers.voted", Integer.class).stream()
                .mapToInt(n -> n)
                .sum())
        .isEqualTo(2 * RECORDS);
    assertThat(cockpit.getInt("stages[0].votesMissing")).isZero();
    assertThat(conflicts()).as("odd records, on which Ann and another differ").isNotEmpty();
    assertBlinded();
  }

  private void theAdjudicatorSettlesConflicts() {
    List<Integer> open = conflicts();
    int first = open.getFirst();
    team.eve()
        .sending(Map.of("text", "Is this a trial?"))
        .put(team.title("/records/" + first + "/thread/messages/" + UUID.randomUUID()))
        .then()
        .statusCode(204);
    team.eve()
        .sending(Map.of("comment", "Read the methods again."))
        .put(team.title("/records/" + first + "/returns/" + UUID.randomUUID()))
        .then()
        .statusCode(204);
    assertBlinded();
    for (int record : open.subList(1, open.size())) {
      team.eve()
          .sending(Map.of("verdict", "exclude", "reasons", List.of(), "comment", "No trial."))
          .put(team.title("/records/" + record + "/adjudications/" + UUID.randomUUID()))
          .then()
          .statusCode(204);
      assertBlinded();
    }
    assertThat(conflicts()).isEmpty();
    // The two whose votes were sent back vote anew, and agree this time.
    for (Person reviewer : List.of(team.ann(), team.bob(), cat)) {
      for (int record : team.queue(reviewer, Stage.TITLE_ABSTRACT)) {
        team.vote(reviewer, record, "include");
      }
      assertBlinded();
    }
    assertThat(conflicts()).isEmpty();
  }

  private void aReviewerLeavesAndTheOthersTakeOver() {
    int votesOfCat = votes(cat).size();
    assertThat(votesOfCat).isPositive();
    team.lea()
        .sending(Map.of("reason", "Cat has left the team."))
        .put(team.title("/voidances/" + cat.id()))
        .then()
        .statusCode(200)
        .body("votes", equalTo(votesOfCat));
    team.lea().request().delete(team.review("/members/" + cat.id())).then().statusCode(204);
    assertBlinded();
    for (Person reviewer : List.of(team.ann(), team.bob())) {
      for (int record : team.queue(reviewer, Stage.TITLE_ABSTRACT)) {
        team.vote(reviewer, record, "include");
      }
      assertBlinded();
    }
  }

  private void theStageIsClosed() {
    Set<Integer> open = new HashSet<>(conflicts());
    for (int record : open) {
      team.eve()
          .sending(Map.of("verdict", "include", "reasons", List.of(), "comment", ""))
          .put(team.title("/records/" + record + "/adjudications/" + UUID.randomUUID()))
          .then()
          .statusCode(204);
    }
    team.lea()
        .request()
        .get(team.review("/cockpit"))
        .then()
        .body("stages[0].decided", equalTo(RECORDS))
        .body("stages[0].votesMissing", equalTo(0))
        .body("stages[0].halfScreened", equalTo(0));
    assertBlinded();
    team.lea().sending(Map.of("state", "closed")).put(team.title("/state")).then().statusCode(200);
    team.assertLedgerHolds();
  }

  /** Nobody who screens is told what another has said, by any page that would. */
  private void assertBlinded() {
    for (Person reviewer : List.of(team.ann(), team.bob())) {
      reviewer.request().get(team.review("")).then().body("blinded", equalTo(true));
      reviewer
          .request()
          .get(team.review("/flow"))
          .then()
          .statusCode(403)
          .body("code", equalTo("blinded"));
      reviewer.request().get(team.title("/conflicts")).then().body("items", empty());
      reviewer.request().get(team.review("/cockpit")).then().statusCode(403);
      reviewer.request().get(team.title("/agreement")).then().statusCode(403);
      reviewer
          .request()
          .get(team.review("/ledger?limit=200&type=vote-cast&type=conflict-adjudicated"))
          .then()
          .body("items.actor.id", everyItem(equalTo(reviewer.id().toString())));
    }
  }

  private List<Integer> conflicts() {
    return team.eve()
        .request()
        .get(team.title("/conflicts"))
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("items.itemId");
  }

  private List<Integer> votes(Person reviewer) {
    return reviewer
        .request()
        .get(team.title("/votes?limit=200"))
        .then()
        .extract()
        .jsonPath()
        .getList("items.itemId");
  }
}
