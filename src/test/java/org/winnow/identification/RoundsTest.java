package org.winnow.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
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
import org.winnow.ledger.Projection.Difference;
import org.winnow.ledger.Verifier;
import org.winnow.platform.Sql;
import org.winnow.team.ReviewRole;

@QuarkusTest
@WithTestResource(DatabaseForTests.class)
class RoundsTest {
  private static final String TITLE = "/stages/title-abstract";

  private Person lead = new Person(UUID.randomUUID(), "", "");
  private Person ann = lead;
  private Person bob = lead;
  private UUID review = UUID.randomUUID();
  private ImportsForTests imports = ImportsForTests.of(lead, review);

  @BeforeEach
  void aReviewOfTwoReviewers() {
    lead = Api.somebody("lead");
    ann = Api.somebody("ann");
    bob = Api.somebody("bob");
    review = Api.reviewOf(lead);
    Api.appoint(review, lead, ann, ReviewRole.REVIEWER);
    Api.appoint(review, lead, bob, ReviewRole.REVIEWER);
    imports = ImportsForTests.of(lead, review);
  }

  private ValidatableResponse open(UUID round, String name) {
    return imports.change("/rounds/" + round, Map.of("name", name, "begunOn", "2026-05-04"));
  }

  private void vote(Person reviewer, int record, String verdict) {
    int version =
        reviewer
            .request()
            .get("/api/v1/reviews/" + review + TITLE + "/queue?limit=200")
            .jsonPath()
            .getInt("items.find { it.itemId == " + record + " }.version");
    reviewer
        .sending(Map.of("verdict", verdict, "version", version))
        .put(
            "/api/v1/reviews/"
                + review
                + TITLE
                + "/records/"
                + record
                + "/votes/"
                + UUID.randomUUID())
        .then()
        .statusCode(200);
  }

  private List<Integer> queue(Person reviewer) {
    return reviewer
        .request()
        .get("/api/v1/reviews/" + review + TITLE + "/queue?limit=200")
        .jsonPath()
        .getList("items.itemId");
  }

  private List<Difference> differences() {
    return Api.bean(Verifier.class).verify(review).differences();
  }

  private static String all(String... titles) {
    StringBuilder file = new StringBuilder();
    for (String title : titles) {
      file.append(trial(title));
    }
    return file.toString();
  }

  /** With all that the rules need to be sure of a duplicate. */
  private static String trial(String title) {
    return "TY  - JOUR\nTI  - "
        + title
        + " for chronic low back pain in adults: a randomised trial\nAU  - Meier, Anna\nPY  - 2020\n"
        + "T2  - Journal of Trials\nVL  - 3\nSP  - "
        + Math.abs(title.hashCode() % 900 + 900)
        + "\nDO  - 10.1000/"
        + title.toLowerCase(java.util.Locale.ROOT)
        + "\nER  - \n\n";
  }

  @Test
  void aReviewIsInItsFirstRoundFromTheStart() {
    imports.commit("PubMed", "a.ris", all("Yoga", "Reiki"));

    imports
        .get("/rounds")
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].number", is(1))
        .body("items[0].id", nullValue())
        .body("items[0].records", is(2))
        .body("items[0].known", is(0))
        .body("items[0].new", is(2));
    imports.get("/sources").body("items[0].round", is(1));
  }

  @Test
  void anUpdateTellsWhatItFoundWhatWasKnownAndWhatIsNew() {
    imports.commit("PubMed", "a.ris", all("Yoga", "Reiki"));
    open(UUID.randomUUID(), "Update 2026")
        .statusCode(200)
        .body("number", is(2))
        .body("begunOn", is("2026-05-04"));

    imports.commit("PubMed 2026", "b.ris", all("Yoga", "Qigong"));
    imports.commit("Embase 2026", "c.ris", all("Qigong", "Reiki", "Pilates"));

    imports
        .get("/rounds")
        .body("items.number", contains(1, 2))
        .body("items[0].records", is(2))
        .body("items[1].name", is("Update 2026"))
        .body("items[1].records", is(5))
        .body("items[1].known", is(2))
        .body("items[1].duplicates", is(1))
        .body("items[1].new", is(2));
    imports.get("/sources").body("items.find { it.name == 'PubMed' }.round", is(1));
    imports.get("/sources").body("items.find { it.name == 'Embase 2026' }.round", is(2));
    assertThat(differences()).isEmpty();
  }

  @Test
  void whatWasDecidedStaysDecidedWhenAnUpdateFindsItAgain() {
    imports.commit("PubMed", "a.ris", all("Yoga", "Reiki", "Tango"));
    vote(ann, 1, "include");
    vote(bob, 1, "include");
    vote(ann, 2, "exclude");
    vote(bob, 2, "exclude");
    vote(ann, 3, "include");
    open(UUID.randomUUID(), "Update");
    // The update's records are fuller than those known, so that they would stand for them if they
    // might.
    String fuller =
        all("Yoga", "Reiki", "Tango")
            .replace("ER  - ", "AB  - " + "Long. ".repeat(40) + "\nER  - ");

    imports.commit("PubMed 2026", "b.ris", fuller + trial("Qigong"));

    imports.get("/duplicates").body("items.representative", contains(1, 2, 3));
    assertThat(queue(ann)).containsExactly(7);
    assertThat(queue(bob)).containsExactlyInAnyOrder(3, 7);
    assertThat(decided("passed")).containsExactly(1);
    assertThat(decided("excluded")).containsExactly(2);
    assertThat(differences()).isEmpty();
  }

  private List<Integer> decided(String box) {
    return lead.request()
        .get("/api/v1/reviews/" + review + "/flow/records_" + box)
        .jsonPath()
        .getList("items.id");
  }

  @Test
  void withdrawingAnUpdatesImportLeavesTheFirstRoundAsItWas() {
    imports.commit("PubMed", "a.ris", all("Yoga", "Reiki"));
    vote(ann, 1, "include");
    vote(bob, 1, "include");
    open(UUID.randomUUID(), "Update");
    UUID update = imports.commit("PubMed 2026", "b.ris", all("Yoga", "Qigong"));

    imports.change("/imports/" + update + "/withdrawal", Map.of("reason", "Wrong search"));

    imports
        .get("/rounds")
        .body("items[1].records", is(0))
        .body("items[1].known", is(0))
        .body("items[1].new", is(0));
    assertThat(decided("passed")).containsExactly(1);
    assertThat(queue(ann)).containsExactly(2);
    assertThat(differences()).isEmpty();
  }

  @Test
  void whenTheFirstRoundsImportIsWithdrawnTheUpdatesRecordCarriesTheDecision() {
    UUID first = imports.commit("PubMed", "a.ris", all("Yoga"));
    vote(ann, 1, "include");
    vote(bob, 1, "include");
    open(UUID.randomUUID(), "Update");
    imports.commit("PubMed 2026", "b.ris", all("Yoga"));

    imports.change("/imports/" + first + "/withdrawal", Map.of("reason", "Wrong search"));

    assertThat(decided("passed")).containsExactly(2);
    assertThat(queue(ann)).isEmpty();
    imports.get("/rounds").body("items[1].known", is(0)).body("items[1].new", is(1));
    assertThat(differences()).isEmpty();
  }

  @Test
  void openingARoundTwiceOpensItOnceAndItCanBeCalledOtherwise() {
    UUID round = UUID.randomUUID();
    open(round, "Update").statusCode(200);
    open(round, "Update").statusCode(200).body("number", is(2));
    open(round, "Second search").statusCode(200).body("number", is(2));

    imports.get("/rounds").body("items", hasSize(2)).body("items[1].name", is("Second search"));
    assertThat(
            ImportsForTests.number(
                "SELECT count(*) FROM ledger_event WHERE review_id = ? AND type ="
                    + " 'round-described'",
                review))
        .isEqualTo(2);
    open(UUID.randomUUID(), " ").statusCode(422);
    assertThat(differences()).isEmpty();
  }

  @Test
  void aSourceCanBePutIntoTheRoundItBelongsToButIntoNoneThatIsNotThere() {
    imports.commit("PubMed", "a.ris", all("Yoga"));
    open(UUID.randomUUID(), "Update");
    UUID source = imports.source("PubMed");
    Map<String, Object> details = Map.of("kind", "database", "name", "PubMed");

    imports.change("/sources/" + source, details).body("round", is(1));
    imports
        .change("/sources/" + source, Map.of("kind", "database", "name", "PubMed", "round", 2))
        .statusCode(200)
        .body("round", is(2));
    imports.change("/sources/" + source, details).body("round", is(2));
    imports
        .change("/sources/" + source, Map.of("kind", "database", "name", "PubMed", "round", 3))
        .statusCode(422)
        .body("code", is("unknown-round"));

    imports.get("/rounds").body("items[0].records", is(0)).body("items[1].new", is(1));
    assertThat(differences()).isEmpty();
  }

  @Test
  void aRoundThatIsChangedBehindTheLedgersBackIsNamed() {
    open(UUID.randomUUID(), "Update");
    imports.source("Embase");
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              Sql sql = Api.bean(Sql.class);
              sql.update("UPDATE search_round SET name = 'Other' WHERE review_id = ?", review);
              sql.update("UPDATE source_round SET round = 1 WHERE review_id = ?", review);
            });

    assertThat(differences())
        .extracting(Difference::table)
        .containsExactlyInAnyOrder("search_round", "source_round");
  }
}
