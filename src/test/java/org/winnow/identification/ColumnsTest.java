package org.winnow.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

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
import org.winnow.citation.format.XlsxFile;
import org.winnow.ledger.Verifier;

@QuarkusTest
@WithTestResource(DatabaseForTests.class)
class ColumnsTest {
  private static final String TABLE =
      "Titel;Verfasser;Erschienen\nYoga;Meier, A. / Huber, B.;2019\nQigong;Kurz, C.;2020\n";
  private static final List<String> HEADER = List.of("Titel", "Verfasser", "Erschienen");

  private Person lead = new Person(UUID.randomUUID(), "", "");
  private UUID review = UUID.randomUUID();
  private ImportsForTests imports = ImportsForTests.of(lead, review);

  @BeforeEach
  void aReview() {
    lead = Api.somebody("lead");
    review = Api.reviewOf(lead);
    imports = ImportsForTests.of(lead, review);
  }

  private ValidatableResponse map(UUID id, String... fields) {
    ValidatableResponse answer =
        imports.change(
            "/imports/" + id + "/reading",
            Map.of(
                "columns",
                Map.of("header", HEADER, "fields", List.of(fields), "authorSeparator", " / ")));
    imports.settled(id);
    return answer;
  }

  @Test
  void aTableOfUnknownColumnsSaysSoAndIsReadOnceTheyAreNamed() {
    UUID id = imports.read("liste.csv", TABLE);
    imports
        .one(id)
        .body("state", is("failed"))
        .body("problem.code", is("unknown-columns"))
        .body("problem.detail", containsString("Titel, Verfasser, Erschienen"))
        .body("columns", is("unknown"));
    imports
        .get("/imports/" + id + "/columns")
        .statusCode(200)
        .body("known", is(false))
        .body("columns.name", contains("Titel", "Verfasser", "Erschienen"))
        .body("columns.field", contains("none", "none", "none"))
        .body("columns[0].samples", contains("Yoga", "Qigong"))
        .body("fields", hasItem("first-page"));

    map(id, "title", "authors", "year").statusCode(202);

    imports
        .one(id)
        .body("state", is("ready"))
        .body("problem", nullValue())
        .body("columns", is("said"))
        .body("records", is(2));
    imports
        .get("/imports/" + id + "/preview")
        .body("items.title", contains("Yoga", "Qigong"))
        .body("items[0].authors", contains("Meier, A.", "Huber, B."));
    imports
        .get("/imports/" + id + "/columns")
        .body("known", is(true))
        .body("authorSeparator", is(" / "))
        .body("columns.field", contains("title", "authors", "year"));
  }

  @Test
  void theNextTableOfTheSameHeaderIsReadAtOnceAndAnotherReviewKnowsNothingOfIt() {
    map(imports.read("erste.csv", TABLE), "title", "authors", "year");

    UUID next = imports.read("zweite.csv", TABLE.replace("Yoga", "Reiki"));

    imports.one(next).body("state", is("ready")).body("columns", is("said"));
    imports.get("/imports/" + next + "/preview").body("items.title", contains("Reiki", "Qigong"));
    ImportsForTests elsewhere = ImportsForTests.of(lead, Api.reviewOf(lead));
    assertThat(elsewhere.state(elsewhere.read("erste.csv", TABLE))).isEqualTo("failed");
  }

  @Test
  void aFileThatWaitsKeepsItsColumnsWhateverIsSaidLaterOfAnotherOne() {
    UUID first = imports.read("erste.csv", TABLE);
    map(first, "title", "authors", "year");
    UUID second = imports.read("zweite.csv", TABLE.replace("Yoga", "Reiki"));

    map(second, "title", "none", "year");

    imports.get("/imports/" + first + "/columns").body("columns.field[1]", is("authors"));
    imports.get("/imports/" + second + "/columns").body("columns.field[1]", is("none"));
  }

  @Test
  void whichColumnIsTheTitleMustBeSaid() {
    UUID id = imports.read("liste.csv", TABLE);

    map(id, "none", "authors", "year").statusCode(422).body("code", is("title-column-needed"));
    map(id, "title", "authors").statusCode(422).body("code", is("bad-fields"));
    map(id, "title", "authors", "colour").statusCode(422).body("code", is("unknown-field"));

    imports.one(id).body("state", is("failed")).body("problem.code", is("unknown-columns"));
  }

  @Test
  void aTableWithoutATitleColumnIsReadButSaysThatItsTitleIsNotKnown() {
    UUID id = imports.read("ohne.csv", "DOI,Year,Bezeichnung\n10.1000/a,2001,Yoga\n");

    imports.one(id).body("state", is("ready")).body("columns", is("unknown"));
  }

  @Test
  void aFileThatIsNoTableHasNoColumnsToName() {
    UUID id = imports.read("a.ris", Ris.titled("One"));

    imports.one(id).body("columns", nullValue());
    imports.get("/imports/" + id + "/columns").statusCode(422).body("code", is("not-a-table"));
  }

  @Test
  void aRowThatIsAtFaultIsCorrectedByTheSameColumnsAndComesInWithTheOthers() {
    UUID id = imports.read("liste.csv", TABLE + "Reiki;Kurz, C.;2021;surplus\n");
    map(id, "title", "authors", "year");
    imports.get("/imports/" + id + "/quarantine").body("items", hasSize(1));

    imports
        .change(
            "/imports/" + id + "/quarantine/1/repair",
            Map.of("text", "Titel;Verfasser;Erschienen\nReiki;Kurz, C.;2021"))
        .statusCode(200)
        .body("records", is(3));
    imports.commit(id, imports.source("Liste")).statusCode(200);

    imports.get("/duplicates/summary").body("records", is(3));
    assertThat(Api.bean(Verifier.class).verify(review).differences()).isEmpty();
  }

  @Test
  void aWorkbookIsMappedTheSameWay() {
    UUID id =
        imports.read(
            "liste.xlsx",
            XlsxFile.ofRows(
                    XlsxFile.row("Titel", "Verfasser", "Erschienen"),
                    XlsxFile.row("Yoga", "Meier, A.", "2019"))
                .bytes());
    imports.one(id).body("problem.code", is("unknown-columns"));

    map(id, "title", "authors", "year");

    imports.get("/imports/" + id + "/preview").body("items.title", contains("Yoga"));
  }

  private static final String UNNAMED =
      "Tea against hiccups in adults,\"Meier, A.\",2019,10.1000/tea\n"
          + "Milk for sleep in older people,\"Kurz, C.\",2020,10.1000/milk\n";

  private void mapByPlace(UUID id) {
    imports
        .change(
            "/imports/" + id + "/reading",
            Map.of(
                "columns",
                Map.of(
                    "header",
                    List.of("Tea against hiccups in adults", "Meier, A.", "2019", "10.1000/tea"),
                    "fields",
                    List.of("title", "authors", "year", "doi"),
                    "firstRowIsRecord",
                    true)))
        .statusCode(202);
    imports.settled(id);
  }

  @Test
  void aTableWithoutColumnNamesSaysSoGuessesAndIsReadByPlaces() {
    UUID id = imports.read("liste.csv", UNNAMED);
    imports
        .one(id)
        .body("state", is("failed"))
        .body("problem.code", is("no-column-names"))
        .body("problem.detail", containsString("Tea against hiccups in adults"))
        .body("columns", is("unknown"));
    imports
        .get("/imports/" + id + "/columns")
        .body("known", is(false))
        .body("named", is(false))
        .body("columns.alike", contains("title", "authors", "year", "doi"));

    mapByPlace(id);

    imports.one(id).body("state", is("ready")).body("columns", is("said")).body("records", is(2));
    imports
        .get("/imports/" + id + "/preview")
        .body(
            "items.title",
            contains("Tea against hiccups in adults", "Milk for sleep in older people"));
    imports
        .get("/imports/" + id + "/columns")
        .body("known", is(true))
        .body("named", is(false))
        .body("columns.field", contains("title", "authors", "year", "doi"));
  }

  @Test
  void whatIsSaidOfATableWithoutColumnNamesHoldsForNoOther() {
    mapByPlace(imports.read("erste.csv", UNNAMED));

    UUID next = imports.read("zweite.csv", UNNAMED.replace("Tea", "Coffee"));

    imports.one(next).body("state", is("failed")).body("problem.code", is("no-column-names"));
  }

  @Test
  void aRowOfATableWithoutColumnNamesIsCorrectedByThePlacesToo() {
    UUID id = imports.read("liste.csv", UNNAMED + "Cake,\"Kurz, C.\",2021,,surplus\n");
    mapByPlace(id);
    imports.get("/imports/" + id + "/quarantine").body("items", hasSize(1));

    imports
        .change(
            "/imports/" + id + "/quarantine/1/repair", Map.of("text", "Cake,\"Kurz, C.\",2021,"))
        .statusCode(200)
        .body("records", is(3));
  }
}
