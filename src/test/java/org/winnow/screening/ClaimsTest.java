package org.winnow.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.winnow.Api;
import org.winnow.Api.Person;
import org.winnow.DatabaseForTests;
import org.winnow.platform.Sql;
import org.winnow.review.Stage;

@QuarkusTest
@QuarkusTestResource(DatabaseForTests.class)
class ClaimsTest {
  private ScreeningTeam team = ScreeningTeam.NONE;

  @BeforeEach
  void aTeamOfTwo() {
    team = ScreeningTeam.withRecords(30);
  }

  @Test
  void twoWhoBothMustVoteAreBothOfferedEverything() {
    assertThat(title(team.ann())).hasSize(20);
    assertThat(title(team.bob())).hasSize(20);
    assertThat(claims()).isZero();
  }

  @Test
  void ofThreeNoMoreAreHandedARecordThanItNeedsVotes() {
    Person cat = team.another("cat");
    List<Integer> anns = title(team.ann());
    List<Integer> bobs = title(team.bob());
    List<Integer> free =
        IntStream.rangeClosed(1, 30)
            .filter(record -> !(anns.contains(record) && bobs.contains(record)))
            .boxed()
            .toList();

    assertThat(anns).hasSize(20);
    assertThat(bobs).hasSize(20);
    assertThat(title(cat)).containsExactlyInAnyOrderElementsOf(free);
  }

  @Test
  void whatOneHoldsIsOfferedToThemAgain() {
    team.another("cat");
    List<Integer> first = title(team.ann());
    assertThat(title(team.ann())).isEqualTo(first);
  }

  @Test
  void aClaimThatNobodyCameBackToIsFreeAgain() {
    Person cat = team.another("cat");
    List<Integer> anns = title(team.ann());
    List<Integer> bobs = title(team.bob());
    List<Integer> both = anns.stream().filter(bobs::contains).toList();
    assertThat(both).isNotEmpty();
    assertThat(title(cat)).doesNotContainAnyElementsOf(both);

    QuarkusTransaction.requiringNew()
        .run(
            () ->
                Api.bean(Sql.class)
                    .update(
                        "UPDATE claim SET until = now() - interval '1 minute' WHERE review_id = ?"
                            + " AND reviewer_id = ?",
                        team.id(),
                        team.ann().id()));

    IntStream.rangeClosed(1, 30)
        .filter(record -> !both.contains(record))
        .forEach(record -> team.vote(cat, record, "exclude"));
    assertThat(title(cat)).containsExactlyInAnyOrderElementsOf(both);
  }

  @Test
  void threeWhoScreenAllTheyAreOfferedGiveEveryRecordItsTwoVotes() {
    Person cat = team.another("cat");
    List<Person> reviewers = List.of(team.ann(), team.bob(), cat);
    boolean offered = true;
    while (offered) {
      offered = false;
      for (Person reviewer : reviewers) {
        for (int record : title(reviewer).stream().limit(7).toList()) {
          team.vote(reviewer, record, "exclude");
          offered = true;
        }
      }
    }
    long votes =
        QuarkusTransaction.requiringNew()
            .call(
                () ->
                    Api.bean(Sql.class)
                        .number("SELECT count(*) FROM vote WHERE review_id = ?", team.id()));
    assertThat(votes).isEqualTo(60);
    team.lea()
        .request()
        .get(team.review(""))
        .then()
        .body("rail.title-abstract.decided", equalTo(30));
  }

  @Test
  void whatIsOfferedDoesNotDependOnWhatOthersSaid() {
    Person cat = team.another("cat");
    ScreeningTeam other = ScreeningTeam.withRecords(30);
    Person dan = other.another("dan");
    // Orders differ by person, so the whole of the queue is compared as a set.
    for (int record = 1; record <= 15; record++) {
      team.vote(team.ann(), record, "include");
      team.vote(team.bob(), record, "include");
      other.vote(other.ann(), record, "include");
      other.vote(other.bob(), record, "exclude");
    }
    assertThat(title(cat))
        .containsExactlyInAnyOrderElementsOf(other.queue(dan, Stage.TITLE_ABSTRACT))
        .hasSize(15);
  }

  private List<Integer> title(Person reviewer) {
    return team.queue(reviewer, Stage.TITLE_ABSTRACT);
  }

  private long claims() {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                Api.bean(Sql.class)
                    .number("SELECT count(*) FROM claim WHERE review_id = ?", team.id()));
  }
}
