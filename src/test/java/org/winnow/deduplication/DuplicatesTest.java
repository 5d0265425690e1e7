package org.winnow.deduplication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.winnow.Api;
import org.winnow.Api.Person;
import org.winnow.DatabaseForTests;
import org.winnow.identification.ImportsForTests;
import org.winnow.ledger.Verifier;
import org.winnow.platform.Sql;
import org.winnow.team.ReviewRole;

@QuarkusTest
@WithTestResource(DatabaseForTests.class)
class DuplicatesTest {
  private static final String TRIAL =
      """
      TY  - JOUR
      TI  - Acupuncture for chronic neck pain: a randomised trial
      AU  - Wang, Li
      PY  - 2021
      JO  - Pain Medicine
      VL  - 22
      SP  - 101
      %sER  -

      """;
  private static final String OTHER =
      """
      TY  - JOUR
      TI  - Yoga and the lower back in office workers
      AU  - Chen, Hui
      PY  - 2019
      JO  - Spine
      ER  -

      """;

  private static final String TITLE_ONLY =
      """
      TY  - JOUR
      TI  - Acupuncture for chronic neck pain: a randomised trial
      ER  -

      """;

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
  void copiesWithinAndBetweenSourcesAreCountedApart() {
    imports.commit(
        "PubMed",
        "a.ris",
        trial("DO  - 10.1234/neck.1\n") + trial("DO  - 10.1234/neck.1\n") + OTHER);
    imports.commit("Embase", "b.ris", trial("DO  - 10.1234/neck.1\n"));

    imports
        .get("/duplicates/summary")
        .body("records", is(4))
        .body("unique", is(2))
        .body("duplicates", is(2))
        .body("clusters", is(1))
        .body("withinSource", is(1))
        .body("betweenSources", is(1))
        .body("byRule.rule", contains("same-doi"))
        .body("byRule.count", contains(2))
        .body("byRule[0].reason.en", is("Same DOI"));
    imports
        .get("/sources")
        .body("items.find { it.name == 'PubMed' }.withinSource", is(1))
        .body("items.find { it.name == 'Embase' }.withinSource", is(0));
  }

  @Test
  void aClusterShowsWhyWhenAndByWhomItsRecordsWereJoined() {
    imports.commit("PubMed", "a.ris", trial("DO  - 10.1234/neck.1\n"));
    imports.commit("Embase", "b.ris", trial("DO  - 10.1234/neck.1\n"));

    imports
        .get("/duplicates")
        .body("items", hasSize(1))
        .body("items[0].representative", is(1))
        .body("items[0].members.record.id", contains(1, 2))
        .body("items[0].members[0].rule", nullValue())
        .body("items[0].members[0].record.sources.name", contains("Embase", "PubMed"))
        .body("items[0].members[1].rule", is("same-doi"))
        .body("items[0].members[1].reason.zh", is("DOI 相同"))
        .body("items[0].members[1].by", is("automatic"))
        .body("items[0].members[1].at", notNullValue())
        .body("items[0].members[1].record.duplicateOf", is(1));
    imports.get("/duplicates?rule=same-pmid").body("items", hasSize(0));
    imports.get("/duplicates?rule=same-doi").body("items", hasSize(1));
  }

  @Test
  void clustersComeInPages() {
    String three =
        trial("DO  - 10.1234/neck.1\n")
            + trial("DO  - 10.1234/neck.1\n")
            + OTHER
            + OTHER
            + OTHER.replace("Yoga", "Pilates").replace("Chen, Hui", "Zhao, Q")
            + OTHER.replace("Yoga", "Pilates").replace("Chen, Hui", "Zhao, Q");
    imports.commit("PubMed", "a.ris", three);

    imports
        .get("/duplicates?limit=2")
        .body("items.representative", contains(1, 3))
        .body("next", is("3"));
    imports
        .get("/duplicates?limit=2&cursor=3")
        .body("items.representative", contains(5))
        .body("next", nullValue());
  }

  @Test
  void aPersonsMergeIsShownWithTheirName() {
    imports.commit("PubMed", "a.ris", trial("") + OTHER);

    imports
        .change("/duplicates/merges/" + UUID.randomUUID(), merge(2, 1))
        .statusCode(200)
        .body("representative", is(2))
        .body("members.record.id", contains(2, 1))
        .body("members[1].rule", is("by-hand"))
        .body("members[1].by", is("lead"))
        .body("members[1].at", notNullValue());

    imports
        .get("/duplicates/summary")
        .body("unique", is(1))
        .body("byRule.rule", contains("by-hand"));
    assertHolds();
  }

  @Test
  void aSplitRecordIsNeverJoinedToTheSameAgainByRules() {
    imports.commit(
        "PubMed", "a.ris", trial("DO  - 10.1234/neck.1\n") + trial("DO  - 10.1234/neck.1\n"));
    imports
        .change("/duplicates/splits/" + UUID.randomUUID(), Map.of("recordId", 2))
        .statusCode(200)
        .body("representative", is(2))
        .body("members", hasSize(1));

    imports.commit("Embase", "b.ris", trial("DO  - 10.1234/neck.1\n"));

    imports.get("/duplicates/summary").body("unique", is(2)).body("duplicates", is(1));
    assertHolds();
  }

  @Test
  void aLateRetryOfAMergeDoesNotUndoTheSplitAfterIt() {
    imports.commit("PubMed", "a.ris", trial("") + OTHER);
    UUID merge = UUID.randomUUID();
    imports.change("/duplicates/merges/" + merge, merge(1, 2)).statusCode(200);
    imports
        .change("/duplicates/splits/" + UUID.randomUUID(), Map.of("recordId", 2))
        .statusCode(200);

    imports.change("/duplicates/merges/" + merge, merge(1, 2)).statusCode(200);

    imports.get("/duplicates/summary").body("unique", is(2));
  }

  @Test
  void recordsThatAreNotInTheReviewCannotBeMergedOrSplit() {
    imports.commit("PubMed", "a.ris", OTHER);

    imports
        .change("/duplicates/merges/" + UUID.randomUUID(), merge(1, 99))
        .statusCode(422)
        .body("code", is("records-not-mergeable"));
    imports
        .change("/duplicates/splits/" + UUID.randomUUID(), Map.of("recordId", 99))
        .statusCode(404);
  }

  @Test
  void laterImportsJoinClustersThatExistAndLeaveThemWhole() {
    imports.commit("PubMed", "a.ris", trial("DO  - 10.1234/neck.1\n") + TITLE_ONLY);
    imports.get("/duplicates/summary").body("duplicates", is(0));
    imports.change("/duplicates/merges/" + UUID.randomUUID(), merge(2, 1)).statusCode(200);

    imports.commit("Embase", "b.ris", trial("DO  - 10.1234/neck.1\n"));

    imports
        .get("/duplicates")
        .body("items", hasSize(1))
        .body("items[0].representative", is(2))
        .body("items[0].members.record.id", contains(2, 1, 3));
    assertHolds();
  }

  @Test
  void anObserverSeesDuplicatesAndChangesNothing() {
    imports.commit("PubMed", "a.ris", trial("") + OTHER);
    Person observer = Api.somebody("observer");
    Api.appoint(review, lead, observer, ReviewRole.OBSERVER);
    ImportsForTests theirs = ImportsForTests.of(observer, review);

    theirs.get("/duplicates/summary").statusCode(200);
    theirs.change("/duplicates/merges/" + UUID.randomUUID(), merge(1, 2)).statusCode(403);
  }

  /** As after an upgrade, or when the rules have changed since a record came in. */
  @Test
  void recordsWhosePreparedFormsAreMissingAreFoundAllTheSame() {
    imports.commit("PubMed", "a.ris", OTHER + trial("DO  - 10.1234/neck.1\n"));
    imports.commit("Embase", "b.ris", trial("DO  - 10.1234/neck.1\n"));
    UUID read = imports.read("c.ris", OTHER + trial("DO  - 10.1234/neck.1\n"));
    inTransaction(sql -> sql.update("DELETE FROM match_form WHERE review_id = ?", review));

    imports.commit(read, imports.source("Scopus")).statusCode(200);
    imports.commit("Embase", "d.ris", OTHER);

    imports
        .get("/duplicates")
        .body("items.representative", contains(1, 2))
        .body("items[0].members.record.id", contains(1, 4, 6))
        .body("items[1].members.record.id", contains(2, 3, 5));
    assertHolds();
  }

  @Test
  void theWithdrawnAreNoDuplicatesOfWhatComesLater() {
    UUID first = imports.commit("PubMed", "a.ris", trial("DO  - 10.1234/neck.1\n"));
    imports.change("/imports/" + first + "/withdrawal", Map.of("reason", "by mistake"));

    imports.commit("Embase", "b.ris", trial("DO  - 10.1234/neck.1\n"));

    imports.get("/duplicates/summary").body("records", is(1)).body("duplicates", is(0));
  }

  /**
   * The second record of the cluster shares no key with the third, and keeps it out all the same.
   */
  @Test
  void whatComesInMustStandBesideEveryMemberOfACluster() {
    String trialOfAspirin =
        """
        TY  - JOUR
        TI  - Aspirin in the elderly after a first stroke
        DO  - 10.1234/stroke.1
        %sER  -

        """;
    imports.commit("PubMed", "a.ris", trialOfAspirin.formatted(""));
    imports.commit(
        "ClinicalTrials.gov",
        "b.ris",
        "TY  - ELEC\nTI  - Yoga for the young and healthy\nAN  - NCT00000001\nER  - \n");
    imports.change("/duplicates/merges/" + UUID.randomUUID(), merge(1, 2)).statusCode(200);

    imports.commit("Register", "c.ris", trialOfAspirin.formatted("AN  - NCT00000002\n"));

    imports.get("/duplicates/summary").body("duplicates", is(1));
    imports
        .get("/duplicates/candidates")
        .body("items", hasSize(1))
        .body("items[0].a.id", is(1))
        .body("items[0].b.id", is(3))
        .body("items[0].rule", is("member-against"));
  }

  /** Every record of the first file is decided on by rule or by a person before it comes again. */
  @Test
  void importingAgainTouchesNoDecision() {
    StringBuilder first = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      first.append(study(i % 50, "DO  - 10.1234/study.%d\n".formatted(i % 50)));
    }
    imports.commit("PubMed", "a.ris", first.toString());
    imports.get("/duplicates/summary").body("records", is(60)).body("duplicates", is(10));
    // by hand: two that no rule would join, and one that the rules joined is split off
    imports.change("/duplicates/merges/" + UUID.randomUUID(), merge(20, 21)).statusCode(200);
    imports
        .change("/duplicates/splits/" + UUID.randomUUID(), Map.of("recordId", 51))
        .statusCode(200);
    imports
        .change("/duplicates/separations/" + UUID.randomUUID(), Map.of("a", 30, "b", 31))
        .statusCode(204);
    List<String> decided = decided(60);

    imports.commit("PubMed", "a.ris", first.toString());
    assertThat(decided(60)).isEqualTo(decided);
    // copies of the two that a person merged contradict one of them each, so they are asked about
    imports
        .get("/duplicates/summary")
        .body("records", is(120))
        .body("unique", is(52))
        .body("doubtful", is(2));

    StringBuilder more = new StringBuilder(first);
    for (int i = 100; i < 600; i++) {
      more.append(study(i, ""));
    }
    imports.commit("Embase", "b.ris", more.toString());

    assertThat(decided(60)).isEqualTo(decided);
    imports.get("/duplicates/summary").body("records", is(680)).body("unique", is(552));
    assertHolds();
  }

  private static String study(int number, String more) {
    String word =
        "q"
            + "abcdefghij".charAt(number / 100)
            + "abcdefghij".charAt(number / 10 % 10)
            + "abcdefghij".charAt(number % 10);
    return """
        TY  - JOUR
        TI  - The %1$s%1$s syndrome of %1$s patients treated at %1$s%1$s%1$s hospital
        AU  - %1$sson, Eva
        PY  - 2015
        JO  - Journal of %1$s
        VL  - 3
        SP  - %2$d
        %3$sER  -

        """
        .formatted(word, 100 + number, more);
  }

  /** What was decided on the records up to a number: who stands for each and why, who is apart. */
  private List<String> decided(int last) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                Api.bean(Sql.class)
                    .list(
                        "SELECT concat_ws(' ', id, representative_id, joined_by) FROM record WHERE"
                            + " review_id = ? AND id <= ? UNION ALL SELECT concat_ws(' ', 'apart', a,"
                            + " b) FROM separated_pair WHERE review_id = ? ORDER BY 1",
                        row -> row.getString(1),
                        review,
                        last,
                        review));
  }

  private static void inTransaction(Consumer<Sql> work) {
    QuarkusTransaction.requiringNew().run(() -> work.accept(Api.bean(Sql.class)));
  }

  private static Map<String, Object> merge(int representative, int member) {
    return Map.of("representative", representative, "members", List.of(member));
  }

  private static String trial(String more) {
    return TRIAL.formatted(more);
  }

  private void assertHolds() {
    assertThat(Api.bean(Verifier.class).verify(review).differences()).isEmpty();
  }
}
