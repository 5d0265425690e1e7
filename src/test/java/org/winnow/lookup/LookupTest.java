package org.winnow.lookup;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.winnow.lookup.LibraryForTests.titled;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.winnow.Api;
import org.winnow.Api.Person;
import org.winnow.DatabaseForTests;
import org.winnow.lookup.LibraryForTests.Shelf;
import org.winnow.team.ReviewRole;

/** Search as the page receives it. */
@QuarkusTest
@QuarkusTestResource(DatabaseForTests.class)
class LookupTest {
  @Inject LibraryForTests library;

  private Person lead = new Person(UUID.randomUUID(), "", "");
  private Shelf shelf = new Shelf(UUID.randomUUID(), UUID.randomUUID());

  @BeforeEach
  void aReview() {
    lead = Api.somebody("lead");
    shelf = new Shelf(Api.reviewOf(lead), lead.id());
  }

  @Test
  void anAnswerShowsTheRecordAndWhereItMatches() {
    library.add(
        shelf,
        "PubMed",
        titled("Stem cells in lupus", more -> more.abstractText = "Cells were <b>safe</b>."));

    found(lead, "cell")
        .body("total", equalTo(1))
        .body("items[0].record.id", equalTo(1))
        .body("items[0].record.title", equalTo("Stem cells in lupus"))
        .body("items[0].record.sources[0].name", equalTo("PubMed"))
        .body("items[0].highlights.title.findAll { it.hit }.text", equalTo(List.of("cells")))
        .body("items[0].highlights.abstract[0][0].text", equalTo("Cells"))
        .body("items[0].highlights.abstract[0][1].text", equalTo(" were <b>safe</b>."))
        .body("items[0]", not(hasKey("through")))
        .body("next", nullValue())
        .body("problem", nullValue());
  }

  @Test
  void aDuplicateLeadsToItsRepresentative() {
    library.add(shelf, "PubMed", titled("Stem cells in lupus"));
    library.add(shelf, "CNKI", titled("干细胞治疗狼疮"));
    library.join(shelf, 1, 2);

    found(lead, "狼疮")
        .body("items", hasSize(1))
        .body("items[0].record.id", equalTo(1))
        .body("items[0].through.id", equalTo(2))
        .body("items[0].through.duplicateOf", equalTo(1));
  }

  @Test
  void aLongAnswerGoesOnPageByPage() {
    library.add(
        shelf, "PubMed", IntStream.rangeClosed(1, 25).mapToObj(i -> titled("Lupus " + i)).toList());

    String next =
        found(lead, "lupus", "limit", "20")
            .body("total", equalTo(25))
            .body("items", hasSize(20))
            .body("next", notNullValue())
            .extract()
            .path("next");
    found(lead, "lupus", "limit", "20", "cursor", next)
        .body("items", hasSize(5))
        .body("next", nullValue());
  }

  @Test
  void aQueryThatCannotBeMeantSaysWhereAndWhyInTheReadersLanguage() {
    ask(lead, "lupus \"stem")
        .statusCode(422)
        .contentType("application/problem+json")
        .body("code", equalTo("query-not-understood"))
        .body("position", equalTo(6))
        .body("reason", equalTo("quote-not-closed"))
        .body("detail", containsString("At character 7: a quotation mark is not closed."));
    given()
        .cookie("winnow_session", lead.cookie())
        .header("Accept-Language", "zh-CN")
        .queryParam("q", "*itis")
        .get(path())
        .then()
        .body("detail", containsString("检索词不能以 * 开头"));
  }

  @Test
  void everyReasonHasItsSentence() {
    for (String query :
        List.of("\"", "(", ")", "NOT", "*a", "a*", "/a.*/", "year:x", "x".repeat(2_000))) {
      ask(lead, query).statusCode(422).body("detail", not(containsString("choice")));
    }
  }

  @Test
  void whatOthersVotedOnIsFoundLikeEverythingElse() {
    library.add(shelf, "PubMed", titled("Lupus one"), titled("Lupus two"));
    Person ann = Api.somebody("ann");
    Api.appoint(shelf.review(), lead, ann, ReviewRole.REVIEWER);
    String before = found(ann, "lupus").extract().asString();
    Person bob = Api.somebody("bob");
    Api.appoint(shelf.review(), lead, bob, ReviewRole.REVIEWER);

    vote(bob, 1, "exclude");

    assertThat(found(ann, "lupus").extract().asString()).isEqualTo(before);
  }

  @Test
  void aStrangerFindsNoReview() {
    ask(Api.somebody("stranger"), "lupus").statusCode(404);
    Api.anonymous().queryParam("q", "lupus").get(path()).then().statusCode(401);
  }

  private void vote(Person reviewer, int record, String verdict) {
    reviewer
        .sending(Map.of("verdict", verdict, "version", 1))
        .put(
            "/api/v1/reviews/"
                + shelf.review()
                + "/stages/title-abstract/records/"
                + record
                + "/votes/"
                + UUID.randomUUID())
        .then()
        .statusCode(200);
  }

  /** The answer, once the index has seen everything. */
  private ValidatableResponse found(Person person, String query, String... parameters) {
    ValidatableResponse answer = ask(person, query, parameters).statusCode(200);
    for (int i = 0; i < 60 && answer.extract().path("problem") != null; i++) {
      answer = ask(person, query, parameters).statusCode(200);
    }
    return answer;
  }

  private ValidatableResponse ask(Person person, String query, String... parameters) {
    var request = person.request().queryParam("q", query);
    for (int i = 0; i < parameters.length; i += 2) {
      request = request.queryParam(parameters[i], parameters[i + 1]);
    }
    return request.get(path()).then();
  }

  private String path() {
    return "/api/v1/reviews/" + shelf.review() + "/lookup";
  }
}
