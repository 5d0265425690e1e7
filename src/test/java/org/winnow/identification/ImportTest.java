package org.winnow.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.winnow.Api;
import org.winnow.Api.Person;
import org.winnow.DatabaseForTests;
import org.winnow.ledger.Verifier;
import org.winnow.platform.Sql;
import org.winnow.team.ReviewRole;

@QuarkusTest
@WithTestResource(DatabaseForTests.class)
class ImportTest {
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
  void aFileIsReadShownAndCountsOnlyAfterItsCommit() {
    UUID id = imports.read("embase 2024.ris", Ris.distinct(3));

    imports
        .one(id)
        .body("state", is("ready"))
        .body("format", is("ris"))
        .body("charset", is("UTF-8"))
        .body("fileName", is("embase 2024.ris"))
        .body("records", is(3))
        .body("quarantined", is(0))
        .body("completeness.title", is(3))
        .body("completeness.abstract", is(3))
        .body("completeness.doi", is(3))
        .body("completeness.language", is(0))
        .body("guess.database", is("Embase"))
        .body("warnings", nullValue())
        .body("by", is("lead"));
    imports
        .get("/imports/" + id + "/preview?limit=2")
        .body("items", hasSize(2))
        .body("items[0].doi", is("10.1000/trial.1"))
        .body("next", is("2"));
    imports.get("/imports/" + id + "/preview?cursor=2").body("items", hasSize(1));
    imports.get("/duplicates/summary").body("records", is(0));

    imports.commit(id, imports.source("Embase")).statusCode(200).body("state", is("committed"));

    imports.get("/duplicates/summary").body("records", is(3)).body("unique", is(3));
    imports
        .get("/sources")
        .body("items[0].name", is("Embase"))
        .body("items[0].imports", is(1))
        .body("items[0].records", is(3));
    assertHolds();
  }

  @Test
  void aBrokenRecordIsQuarantinedWithItsLineAndTheRestIsImported() {
    String xml =
        """
        <xml><records>
        <record><ref-type name="Journal Article">17</ref-type><titles><title>First</title></titles></record>
        <record><ref-type name="Journal Article">17</ref-type><titles><title>Bro<ken</title></titles></record>
        <record><ref-type name="Journal Article">17</ref-type><titles><title>Third</title></titles></record>
        </records></xml>
        """;

    UUID id = imports.read("endnote.xml", xml);

    imports.one(id).body("state", is("ready")).body("records", is(2)).body("quarantined", is(1));
    imports
        .get("/imports/" + id + "/quarantine")
        .body("items", hasSize(1))
        .body("items[0].line", is(3))
        .body("items[0].code", is("malformed-xml"))
        .body("items[0].message", is("The XML of this record is not well-formed."))
        .body("items[0].raw", containsString("Bro<ken"));
    imports.get("/imports/" + id + "/preview").body("items.title", contains("First", "Third"));
  }

  @Test
  void anEmptyRecordInTheMiddleOfARisFileDoesNotStopIt() {
    UUID id =
        imports.read("a.ris", Ris.titled("One") + "TY  - JOUR\nER  - \n\n" + Ris.titled("Two"));

    imports.one(id).body("records", is(2)).body("quarantined", is(1));
    imports
        .get("/imports/" + id + "/quarantine")
        .body("items[0].line", is(7))
        .body("items[0].code", is("no-content"))
        .body("items[0].raw", containsString("TY  - JOUR"));
  }

  @Test
  void anEmptyFileIsSaidToBeEmpty() {
    UUID id = imports.read("nothing.ris", "");

    imports
        .one(id)
        .body("state", is("failed"))
        .body("problem.code", is("empty-file"))
        .body("problem.detail", containsString("empty"));
  }

  @Test
  void aFileOfAnotherKindIsRefusedWithItsFirstLine() {
    UUID id = imports.read("notes.ris", "Dear colleagues,\nplease find attached the minutes.\n");

    imports
        .one(id)
        .body("state", is("failed"))
        .body("problem.code", is("unknown-format"))
        .body("problem.detail", containsString("Dear colleagues"));
  }

  @Test
  void aPictureIsRefusedAsNoText() {
    byte[] png = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13};

    imports.one(imports.read("a.ris", png)).body("problem.code", is("not-text"));
  }

  @Test
  void reasonsAreGivenInTheLanguageOfTheReader() {
    UUID id = imports.read("nothing.ris", "");

    RestAssured.given()
        .cookie("winnow_session", lead.cookie())
        .header("Accept-Language", "zh-CN")
        .get("/api/v1/reviews/" + review + "/imports/" + id)
        .then()
        .body("problem.detail", containsString("文件为空"));
  }

  @Test
  void aWronglyToldCharsetCanBeSetRight() {
    String text = Ris.record("TI  - Étude française d’un café à Orléans", "AU  - Müller, Jörg");
    UUID id = imports.read("a.ris", text.getBytes(Charset.forName("windows-1250")));
    imports.one(id).body("warnings.code", hasItem("charset-uncertain"));

    imports.readAgain(id, Map.of("charset", "windows-1250"));

    imports
        .one(id)
        .body("state", is("ready"))
        .body("charset", is("windows-1250"))
        .body("records", is(1))
        .body("warnings", nullValue());
    imports
        .get("/imports/" + id + "/preview")
        .body("items", hasSize(1))
        .body("items[0].title", containsString("café"))
        .body("items[0].authors", contains("Müller, Jörg"));
  }

  @Test
  void readingInAnUnknownFormatOrCharsetIsRefused() {
    UUID id = imports.read("a.ris", Ris.titled("One"));

    imports
        .readAgain(id, Map.of("format", "word-perfect"))
        .statusCode(422)
        .body("code", is("unknown-format-name"));
    imports
        .readAgain(id, Map.of("charset", "latin 99"))
        .statusCode(422)
        .body("code", is("unknown-charset"));
    imports.one(id).body("state", is("ready"));
  }

  @Test
  void anExternalEntityIsNeverFetched() throws IOException {
    try (ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      listener.setSoTimeout(1500);
      String url = "http://127.0.0.1:" + listener.getLocalPort() + "/x";
      String xml =
          "<?xml version=\"1.0\"?>\n<!DOCTYPE xml SYSTEM \""
              + url
              + "\" [<!ENTITY a SYSTEM \""
              + url
              + "\"><!ENTITY f SYSTEM \"file:///etc/passwd\"><!ENTITY % p SYSTEM \""
              + url
              + "\"> %p;]>\n<xml><records><record><titles><title>Evil &a; &f;</title></titles></record>"
              + "\n<record><titles><title>Good</title></titles></record></records></xml>\n";

      UUID id = imports.read("a.xml", xml);

      imports
          .get("/imports/" + id + "/preview")
          .body("items.title", hasItem("Good"))
          .body(not(containsString("root:")));
      imports.get("/imports/" + id + "/quarantine").body("items.code", hasItem("entities-refused"));
      assertThatThrownBy(listener::accept).isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void scriptsInFieldsComeBackAsPlainText() {
    String script = "<script>alert(1)</script><img src=x onerror=alert(2)>";
    UUID id = imports.read("<b>.ris", Ris.record("TI  - " + script, "AU  - " + script));

    imports
        .get("/imports/" + id + "/preview")
        .contentType("application/json")
        .body("items[0].title", is(script));
  }

  @Test
  void aFieldOfAMillionCharactersIsKeptWhole() {
    String longText = "long ".repeat(200_000).strip();
    UUID id =
        imports.commit(
            "Other",
            "a.ris",
            Ris.record("TI  - " + longText, "AB  - " + longText, "DO  - 10.1/" + "x".repeat(9000))
                + Ris.titled("Short"));

    imports.one(id).body("state", is("committed")).body("records", is(2));
    String title = imports.get("/imports/" + id + "/preview").extract().path("items[0].title");
    assertThat(title).hasSize(longText.length());
    assertHolds();
  }

  @Test
  void aCutOffFileKeepsWhatIsThere() {
    String whole = Ris.distinct(20);

    UUID id = imports.read("a.ris", whole.substring(0, whole.length() - 60));

    imports.one(id).body("state", is("ready")).body("records", is(20));
  }

  @Test
  void theSameUploadAgainIsOneImport() {
    UUID id = UUID.randomUUID();
    byte[] file = Ris.distinct(2).getBytes(StandardCharsets.UTF_8);

    imports.put(id, "a.ris", file).statusCode(202);
    imports.put(id, "a.ris", file).statusCode(202).body("id", is(id.toString()));
    imports.settled(id);
    imports.put(id, "a.ris", file).statusCode(202);

    imports.one(id).body("state", is("ready")).body("records", is(2));
    imports.get("/imports").body("items", hasSize(1));
    imports.get("/imports/" + id + "/preview").body("items", hasSize(2));
  }

  @Test
  void aCommitRepeatedIsOneCommitAndToAnotherSourceIsRefused() {
    UUID id = imports.commit("PubMed", "a.ris", Ris.distinct(2));

    imports.commit(id, imports.source("PubMed")).statusCode(200);
    imports
        .commit(id, imports.source("Embase"))
        .statusCode(409)
        .body("code", is("already-committed"));

    imports.get("/duplicates/summary").body("records", is(2));
    assertThat(events("records-added")).isEqualTo(1);
  }

  @Test
  void whatIsNotReadyOrHasNoSourceCannotBeCommitted() {
    UUID failed = imports.read("a.ris", "");
    imports
        .commit(failed, imports.source("PubMed"))
        .statusCode(409)
        .body("code", is("import-not-ready"));

    UUID ready = imports.read("a.ris", Ris.titled("One"));
    imports.commit(ready, UUID.randomUUID()).statusCode(422).body("code", is("unknown-source"));
    imports.one(ready).body("state", is("ready"));
  }

  @Test
  void aDiscardedImportLeavesNothing() {
    UUID id = imports.read("a.ris", Ris.distinct(4));

    imports.discard(id).statusCode(204);
    imports.discard(id).statusCode(204);

    imports.one(id).body("state", is("discarded"));
    assertThat(ImportsForTests.number("SELECT count(*) FROM record WHERE review_id = ?", review))
        .isZero();
    imports
        .commit(id, imports.source("PubMed"))
        .statusCode(409)
        .body("code", is("import-not-ready"));
  }

  @Test
  void aWithdrawnImportLeavesTheReviewAndTheOthersStandForThemselvesAgain() {
    UUID first = imports.commit("PubMed", "a.ris", Ris.distinct(3));
    UUID second = imports.commit("Embase", "b.ris", Ris.distinct(4));
    imports.one(second).body("newDuplicates", is(3));
    imports.get("/duplicates/summary").body("duplicates", is(3)).body("betweenSources", is(3));

    imports
        .change("/imports/" + first + "/withdrawal", Map.of("reason", "The wrong year"))
        .statusCode(200)
        .body("state", is("withdrawn"));
    imports
        .change("/imports/" + first + "/withdrawal", Map.of("reason", "The wrong year"))
        .statusCode(200);

    imports
        .get("/duplicates/summary")
        .body("records", is(4))
        .body("unique", is(4))
        .body("duplicates", is(0));
    assertThat(events("records-withdrawn")).isEqualTo(1);
    assertHolds();
  }

  @Test
  void aSourceWhoseHitsDifferFromItsRecordsIsPointedOut() {
    UUID source = UUID.randomUUID();
    imports
        .change(
            "/sources/" + source, Map.of("kind", "database", "name", "Scopus", "hitsReported", 7))
        .statusCode(200);
    UUID id = imports.read("a.ris", Ris.distinct(5));

    imports.commit(id, source).statusCode(200).body("warnings.code", contains("hits-differ"));

    imports.one(id).body("warnings[0].detail", containsString("7 hits"));
  }

  @Test
  void theSameFileASecondTimeIsPointedOut() {
    imports.commit("PubMed", "a.ris", Ris.distinct(2));

    UUID again = imports.read("copy of a.ris", Ris.distinct(2));

    imports.one(again).body("warnings.code", contains("same-file-again"));
  }

  @Test
  void manyFilesInOneGoAreAllRead() {
    List<UUID> all =
        IntStream.range(0, 8)
            .mapToObj(i -> imports.upload("part " + i + ".ris", Ris.distinct(30 + i)))
            .toList();

    all.forEach(imports::settled);

    imports
        .get("/imports")
        .body("items", hasSize(8))
        .body("items.state", everyItem(is("ready")))
        .body("items.records.sum()", is(8 * 30 + 28));
  }

  @Test
  void onlyALeadImportsAndStrangersSeeNothing() {
    UUID id = imports.read("a.ris", Ris.titled("One"));
    Person reviewer = Api.somebody("reviewer");
    Api.appoint(review, lead, reviewer, ReviewRole.REVIEWER);
    ImportsForTests theirs = ImportsForTests.of(reviewer, review);

    theirs.get("/imports").statusCode(200).body("items", hasSize(1));
    theirs.put(UUID.randomUUID(), "b.ris", new byte[1]).statusCode(403);
    theirs.get("/imports/" + id + "/preview").statusCode(403);
    theirs.discard(id).statusCode(403);
    ImportsForTests.of(Api.somebody("stranger"), review).get("/imports").statusCode(404);
  }

  @Test
  void aFileNameIsANameAndNoPlace() {
    UUID id = imports.read("..\\..\\etc/../a\u0007b.ris", Ris.titled("One"));

    imports.one(id).body("fileName", is("ab.ris"));
    imports
        .put(UUID.randomUUID(), "  ", new byte[1])
        .statusCode(422)
        .body("code", is("bad-fields"));
  }

  @Test
  void anImportChangedBehindTheLedgersBackIsFound() {
    UUID id = imports.commit("PubMed", "a.ris", Ris.distinct(2));
    assertHolds();

    QuarkusTransaction.requiringNew()
        .run(
            () ->
                Api.bean(Sql.class)
                    .update(
                        "UPDATE import_batch SET state = 'WITHDRAWN' WHERE review_id = ? AND id ="
                            + " ?",
                        review,
                        id));

    assertThat(Api.bean(Verifier.class).verify(review).differences())
        .anyMatch(
            difference ->
                difference.table().equals("import_batch")
                    && difference.key().equals(id.toString()));
  }

  @Test
  void anImportSaysHowFarItIs() {
    UUID id = imports.read("a.ris", Ris.distinct(2_500));

    int bytes = imports.one(id).extract().path("bytes");
    imports
        .one(id)
        .body("bytesRead", is(bytes))
        .body("records", is(2_500))
        .body("sha256", notNullValue())
        .body("bytes", greaterThan(0));
  }

  private void assertHolds() {
    assertThat(Api.bean(Verifier.class).verify(review).differences()).isEmpty();
  }

  private long events(String type) {
    return ImportsForTests.number(
        "SELECT count(*) FROM ledger_event WHERE review_id = ? AND type = ?", review, type);
  }
}
