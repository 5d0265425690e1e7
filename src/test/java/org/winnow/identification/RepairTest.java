package org.winnow.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.winnow.Api;
import org.winnow.Api.Person;
import org.winnow.DatabaseForTests;
import org.winnow.citation.format.XlsxFile;
import org.winnow.ledger.Verifier;
import org.winnow.team.ReviewRole;

@QuarkusTest
@WithTestResource(DatabaseForTests.class)
class RepairTest {
  private static final String XML =
      """
      <xml><records>
      <record><titles><title>First</title></titles></record>
      <record><titles><title>Bro<ken</title></titles></record>
      <record><titles><title>Third</title></titles></record>
      </records></xml>
      """;
  private static final String BROKEN = "<record><titles><title>Bro<ken</title></titles></record>";
  private static final String MENDED =
      "<record><titles><title>Second</title></titles><abstract>Found again.</abstract></record>";

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
  void aCorrectedRecordJoinsThoseOfItsFileAndComesIntoTheReviewWithThem() {
    UUID id = imports.read("endnote.xml", XML);
    imports
        .get("/imports/" + id + "/quarantine")
        .body("items[0].place", is(1))
        .body("items[0].repairable", is(true))
        .body("items[0].repaired", nullValue());

    repair(id, 1, MENDED)
        .statusCode(200)
        .body("state", is("ready"))
        .body("records", is(3))
        .body("quarantined", is(0))
        .body("completeness.title", is(3))
        .body("completeness.abstract", is(1));

    imports.get("/imports/" + id + "/quarantine").body("items", hasSize(0));
    imports
        .get("/imports/" + id + "/repairs")
        .body("items", hasSize(1))
        .body("items[0].line", is(3))
        .body("items[0].raw", is(BROKEN))
        .body("items[0].repaired.text", is(MENDED))
        .body("items[0].repaired.by", is("lead"))
        .body("items[0].repaired.at", notNullValue());
    imports
        .get("/imports/" + id + "/preview")
        .body("items.title", contains("First", "Third", "Second"));
    int record = imports.get("/imports/" + id + "/preview").extract().path("items[2].id");

    imports.commit(id, imports.source("Embase")).statusCode(200).body("records", is(3));

    imports.get("/duplicates/summary").body("records", is(3));
    String raw = imports.get("/records/" + record + "/raw").extract().asString();
    assertThat(raw).isEqualTo(MENDED);
    assertThat(Api.bean(Verifier.class).verify(review).differences()).isEmpty();
  }

  @Test
  void whatStillCannotBeReadIsRefusedWithTheReason() {
    UUID id = imports.read("endnote.xml", XML);

    repair(id, 1, BROKEN)
        .statusCode(422)
        .body("code", is("repair-unread"))
        .body("reason", is("malformed-xml"))
        .body("detail", containsString("The XML of this record is not well-formed."));
    repair(id, 1, "<record></record>").statusCode(422).body("reason", is("no-content"));
    repair(id, 1, "Second").statusCode(422).body("reason", is("no-record-inside"));
    repair(id, 1, MENDED + BROKEN).statusCode(422).body("reason", is("malformed-xml"));
    repair(id, 1, " \n").statusCode(422).body("code", is("bad-fields"));

    imports.one(id).body("records", is(2)).body("quarantined", is(1));
    imports.get("/imports/" + id + "/preview").body("items", hasSize(2));
  }

  @Test
  void theReasonIsGivenInTheLanguageOfTheReader() {
    UUID id = imports.read("endnote.xml", XML);

    RestAssured.given()
        .cookie("winnow_session", lead.cookie())
        .header("X-Winnow-Request", "1")
        .header("Accept-Language", "zh-CN")
        .contentType("application/json")
        .body(Map.of("text", BROKEN))
        .put("/api/v1/reviews/" + review + "/imports/" + id + "/quarantine/1/repair")
        .then()
        .statusCode(422)
        .body("detail", containsString("该记录的 XML 格式不正确。"));
  }

  @Test
  void twoRecordsForOneAreRefused() {
    UUID id = imports.read("endnote.xml", XML);

    repair(id, 1, MENDED + "\n" + MENDED)
        .statusCode(422)
        .body("code", is("repair-several-records"))
        .body("detail", containsString("2 records"));

    imports.one(id).body("records", is(2)).body("quarantined", is(1));
  }

  @Test
  void theSameCorrectionAgainIsOneAndAnotherOneIsRefused() {
    UUID id = imports.read("endnote.xml", XML);

    repair(id, 1, MENDED).statusCode(200);
    repair(id, 1, MENDED).statusCode(200).body("records", is(3)).body("quarantined", is(0));
    repair(id, 1, MENDED.replace("Second", "Other"))
        .statusCode(409)
        .body("code", is("already-repaired"));

    imports.get("/imports/" + id + "/preview").body("items", hasSize(3));
  }

  @Test
  void aRecordThatIsCorrectedAfterTheCommitComesIntoTheReviewWithItsSource() {
    UUID id = imports.commit("Embase", "endnote.xml", XML);

    repair(id, 1, MENDED)
        .statusCode(200)
        .body("state", is("committed"))
        .body("records", is(3))
        .body("quarantined", is(0));
    repair(id, 1, MENDED).statusCode(200).body("records", is(3));
    repair(id, 1, BROKEN.replace("Bro<ken", "Else"))
        .statusCode(409)
        .body("code", is("already-repaired"));

    imports.get("/sources").body("items[0].records", is(3));
    imports.get("/duplicates/summary").body("records", is(3)).body("unique", is(3));
    imports.get("/records/3").body("title", is("Second")).body("sources[0].name", is("Embase"));
    assertThat(Api.bean(Verifier.class).verify(review).differences()).isEmpty();
    assertThat(
            ImportsForTests.number(
                "SELECT count(*) FROM ledger_event WHERE review_id = ? AND type ="
                    + " 'record-repaired'",
                review))
        .isEqualTo(1);
  }

  @Test
  void itsDuplicatesAreFoundAndTheRecordsKnownKeepStanding() {
    String trial =
        "<record><titles><title>Yoga for chronic low back pain in adults: a randomised trial"
            + "</title></titles><dates><year>2020</year></dates>"
            + "<electronic-resource-num>10.1000/yoga</electronic-resource-num></record>";
    imports.commit("PubMed", "first.xml", "<xml><records>" + trial + "</records></xml>");
    UUID id = imports.commit("Embase", "endnote.xml", XML);
    imports.one(id).body("newDuplicates", is(0));

    repair(id, 1, trial).statusCode(200).body("newDuplicates", is(1));

    imports
        .get("/duplicates")
        .body("items", hasSize(1))
        .body("items[0].representative", is(1))
        .body("items[0].members.record.id", contains(1, 4));
    assertThat(Api.bean(Verifier.class).verify(review).differences()).isEmpty();
  }

  @Test
  void aRecordCorrectedAfterTheCommitLeavesWithItsImport() {
    UUID id = imports.commit("Embase", "endnote.xml", XML);
    repair(id, 1, MENDED).statusCode(200);

    imports.change("/imports/" + id + "/withdrawal", Map.of("reason", "Wrong search"));

    imports.get("/duplicates/summary").body("records", is(0));
    imports.get("/imports/" + id + "/repairs").body("items", hasSize(1));
    assertThat(Api.bean(Verifier.class).verify(review).differences()).isEmpty();
  }

  @Test
  void aWithdrawnImportTakesNoMoreRecords() {
    UUID id = imports.commit("Embase", "endnote.xml", XML);
    imports.change("/imports/" + id + "/withdrawal", Map.of("reason", "Wrong search"));

    repair(id, 1, MENDED).statusCode(409).body("code", is("repair-withdrawn"));

    imports.one(id).body("records", is(2)).body("quarantined", is(1));
  }

  @Test
  void aFileWithoutOneGoodRecordCanBeRepairedToo() {
    UUID id = imports.read("endnote.xml", "<xml><records>" + BROKEN + BROKEN + "</records></xml>");
    imports.one(id).body("state", is("failed")).body("problem.code", is("no-records"));

    repair(id, 2, MENDED)
        .statusCode(200)
        .body("state", is("ready"))
        .body("problem", nullValue())
        .body("format", is("endnote-xml"))
        .body("records", is(1))
        .body("quarantined", is(1));
    repair(id, 1, MENDED.replace("Second", "First")).statusCode(200);

    imports.get("/imports/" + id + "/preview").body("items.title", contains("Second", "First"));
    imports.commit(id, imports.source("Embase")).statusCode(200);
    assertThat(Api.bean(Verifier.class).verify(review).differences()).isEmpty();
  }

  @Test
  void aRowOfATableIsShownAndReadWithItsHeader() {
    UUID id = imports.read("a.csv", "Title,Authors,Year\nOne, two and three,A,2001\nFour,B,2002\n");
    imports
        .get("/imports/" + id + "/quarantine")
        .body("items[0].line", is(2))
        .body("items[0].raw", is("Title,Authors,Year\nOne, two and three,A,2001"));

    repair(id, 1, "Title,Authors,Year\n\"One, two and three\",A,2001").statusCode(200);

    imports
        .get("/imports/" + id + "/preview")
        .body("items.title", contains("Four", "One, two and three"))
        .body("items[1].year", is(2001));
  }

  @Test
  void aRowOfAWorkbookIsRepairedAsText() {
    UUID id =
        imports.read(
            "export.dat",
            XlsxFile.ofRows(
                    XlsxFile.row("Title", "Year"),
                    XlsxFile.row("针刺", "2001", "surplus"),
                    XlsxFile.row("Four", "2002"))
                .bytes());
    imports.one(id).body("format", is("xlsx")).body("records", is(1)).body("quarantined", is(1));
    imports
        .get("/imports/" + id + "/quarantine")
        .body("items[0].raw", is("\"Title\",\"Year\"\n\"针刺\",\"2001\",\"surplus\""));

    repair(id, 1, "\"Title\",\"Year\"\n\"针刺\",\"2001\"").statusCode(200);

    imports.get("/imports/" + id + "/preview").body("items.title", contains("Four", "针刺"));
  }

  @Test
  void readingTheFileInAnotherWayTakesTheCorrectionsBack() {
    UUID id = imports.read("endnote.xml", XML);
    repair(id, 1, MENDED).statusCode(200);

    imports.readAgain(id, Map.of("charset", "windows-1252"));

    imports.one(id).body("records", is(2)).body("quarantined", is(1));
    imports.get("/imports/" + id + "/quarantine").body("items", hasSize(1));
    repair(id, 1, MENDED).statusCode(200).body("records", is(3));
  }

  @Test
  void whatIsNoRecordCannotBeRepaired() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(packed)) {
      for (String file : List.of(Ris.titled("One"), "Dear colleagues, see below.")) {
        zip.putNextEntry(new ZipEntry(file.hashCode() + ".txt"));
        zip.write(file.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    UUID id = imports.read("a.zip", packed.toByteArray());
    imports
        .get("/imports/" + id + "/quarantine")
        .body("items[0].code", is("unknown-format"))
        .body("items[0].repairable", is(false));

    repair(id, 1, Ris.titled("Two")).statusCode(422).body("code", is("not-repairable"));
    repair(id, 2, Ris.titled("Two")).statusCode(404);
    repair(UUID.randomUUID(), 1, Ris.titled("Two")).statusCode(404);
  }

  @Test
  void onlyALeadRepairs() {
    UUID id = imports.read("endnote.xml", XML);
    Person reviewer = Api.somebody("reviewer");
    Api.appoint(review, lead, reviewer, ReviewRole.REVIEWER);
    ImportsForTests theirs = ImportsForTests.of(reviewer, review);

    theirs
        .change("/imports/" + id + "/quarantine/1/repair", Map.of("text", MENDED))
        .statusCode(403);
    theirs.get("/imports/" + id + "/repairs").statusCode(403);
  }

  private ValidatableResponse repair(UUID id, int place, String text) {
    return imports.change(
        "/imports/" + id + "/quarantine/" + place + "/repair", Map.of("text", text));
  }
}
