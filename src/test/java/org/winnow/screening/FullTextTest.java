package org.winnow.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.winnow.Api;
import org.winnow.Api.Person;
import org.winnow.DatabaseForTests;
import org.winnow.platform.Sql;
import org.winnow.review.ScreeningPolicy.ConflictRule;

/** Documents of reports, and what votes quote from them. */
@QuarkusTest
@QuarkusTestResource(DatabaseForTests.class)
class FullTextTest {
  private static final String PDF = "%PDF-1.7\nWe allotted 24 patients.\nstartxref\n9\n%%EOF\n";

  private ScreeningTeam team = ScreeningTeam.NONE;

  @BeforeEach
  void aTeamWithAReport() {
    team = ScreeningTeam.withRecords(6);
    team.agree(1);
  }

  @Test
  void aDocumentIsGotBackByteForByteForSavingAndNothingElse() {
    UUID id = added(team.ann(), 1, "main", "Lee 2020.pdf", PDF);
    team.bob()
        .request()
        .get(documents(1))
        .then()
        .body("items.fileName", contains("Lee 2020.pdf"))
        .body("items.kind", contains("main"))
        .body("items.bytes", contains(PDF.length()))
        .body("items.by", contains("ann"))
        .body("items.mayRemove", contains(false));
    Response file = team.bob().request().get(documents(1) + "/" + id + "/content");
    file.then()
        .statusCode(200)
        .header("Content-Type", "application/pdf")
        .header("Content-Length", Integer.toString(PDF.length()))
        .header("Content-Disposition", startsWith("attachment; filename=\"report-1-main-"))
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .header("X-Content-Type-Options", "nosniff")
        .header("Cache-Control", "private, no-cache")
        .header("Accept-Ranges", "bytes");
    assertThat(file.headers().getValues("Content-Security-Policy")).hasSize(1);
    assertThat(new String(file.asByteArray(), StandardCharsets.ISO_8859_1)).isEqualTo(PDF);
    team.assertLedgerHolds();
  }

  @Test
  void aPartOfADocumentIsSentOnRequest() {
    UUID id = added(team.ann(), 1, "main", "a.pdf", PDF);
    String path = documents(1) + "/" + id + "/content";
    String tag = team.ann().request().get(path).getHeader("ETag");
    Response part = team.ann().request().header("Range", "bytes=1-3").get(path);
    part.then().statusCode(206).header("Content-Range", "bytes 1-3/" + PDF.length());
    assertThat(part.asString()).isEqualTo("PDF");
    team.ann()
        .request()
        .header("Range", "bytes=99999-")
        .get(path)
        .then()
        .statusCode(416)
        .header("Content-Range", "bytes */" + PDF.length());
    team.ann()
        .request()
        .header("Range", "bytes=1-3")
        .header("If-Range", "\"another\"")
        .get(path)
        .then()
        .statusCode(200);
    team.ann().request().header("If-None-Match", tag).get(path).then().statusCode(304);
  }

  @Test
  void theSameUploadAgainIsTheSameDocument() {
    UUID id = UUID.randomUUID();
    for (int i = 0; i < 2; i++) {
      upload(team.ann(), 1, id, "main", "a.pdf", PDF).then().statusCode(200);
    }
    team.ann().request().get(documents(1)).then().body("items", hasSize(1));
    upload(team.bob(), 1, UUID.randomUUID(), "main", "again.pdf", PDF)
        .then()
        .statusCode(409)
        .body("code", equalTo("document-there"));
    team.agree(2);
    upload(team.ann(), 2, id, "main", "a.pdf", PDF)
        .then()
        .statusCode(422)
        .body("code", equalTo("document-id-used"));
  }

  @Test
  void onlyAWholePdfIsTaken() {
    upload(team.ann(), 1, UUID.randomUUID(), "main", "a.pdf", "<html>Sign in</html>")
        .then()
        .statusCode(415)
        .body("code", equalTo("not-a-pdf"));
    upload(team.ann(), 1, UUID.randomUUID(), "main", "a.pdf", "%PDF-1.7\nbroken off")
        .then()
        .statusCode(422)
        .body("code", equalTo("pdf-incomplete"));
    upload(team.ann(), 1, UUID.randomUUID(), "main", "", PDF)
        .then()
        .statusCode(422)
        .body("code", equalTo("bad-fields"));
    team.ann()
        .request()
        .contentType("text/html")
        .body(PDF)
        .put(documents(1) + "/" + UUID.randomUUID() + "?fileName=a.pdf")
        .then()
        .statusCode(415);
    team.ann().request().get(documents(1)).then().body("items", empty());
  }

  @Test
  void aDocumentSaysNothingOfHowFarTheSearchHasCome() {
    added(team.ann(), 1, "main", "a.pdf", PDF);
    team.ann()
        .request()
        .get(team.review("/stages/full-text/queue"))
        .then()
        .body("items[0].retrieval", equalTo("sought"));
  }

  @Test
  void whoeverAddedItOrALeadTakesADocumentOff() {
    UUID first = added(team.ann(), 1, "supplement", "s.pdf", PDF);
    UUID text = added(team.ann(), 1, "main", "a.pdf", PDF.replace("24", "25"));
    team.ann()
        .request()
        .get(documents(1))
        .then()
        .body("items.kind", contains("main", "supplement"));
    remove(team.bob(), 1, first)
        .then()
        .statusCode(403)
        .body("code", equalTo("document-of-another"));
    remove(team.ann(), 1, first).then().statusCode(204);
    remove(team.ann(), 1, first).then().statusCode(204);
    remove(team.lea(), 1, text).then().statusCode(204);
    team.ann().request().get(documents(1)).then().body("items", empty());
    team.ann().request().get(documents(1) + "/" + text + "/content").then().statusCode(404);
    upload(team.ann(), 1, text, "main", "a.pdf", PDF.replace("24", "25"))
        .then()
        .statusCode(409)
        .body("code", equalTo("document-removed"));
    team.assertLedgerHolds();
  }

  @Test
  void aReportThatNobodyMayKnowOfHasNoDocuments() {
    Person cleo = team.another("cleo");
    UUID id = added(team.ann(), 1, "main", "a.pdf", PDF);
    String hidden = cleo.request().get(documents(1)).then().statusCode(404).extract().asString();
    String missing = cleo.request().get(documents(4)).then().statusCode(404).extract().asString();
    assertThat(hidden).isEqualTo(missing);
    cleo.request().get(documents(1) + "/" + id + "/content").then().statusCode(404);
    upload(cleo, 1, UUID.randomUUID(), "main", "b.pdf", PDF).then().statusCode(404);
    remove(cleo, 1, id).then().statusCode(404);
    team.lea().request().get(documents(4)).then().statusCode(404);
  }

  @Test
  void theDocumentsOfADuplicateAreThoseOfTheRecordThatStandsForIt() {
    team.agree(2);
    UUID id = added(team.ann(), 2, "main", "a.pdf", PDF);
    team.lea()
        .sending(Map.of("representative", 1, "members", List.of(2)))
        .put(team.review("/duplicates/merges/" + UUID.randomUUID()))
        .then()
        .statusCode(200);
    team.bob().request().get(documents(1)).then().body("items.id", contains(id.toString()));
    team.bob().request().get(documents(1) + "/" + id + "/content").then().statusCode(200);
    exclude(team.bob(), 1, quote(ScreeningTeam.DESIGN, id, 1, "not random")).then().statusCode(200);
    team.assertLedgerHolds();
  }

  @Test
  void aConflictShowsWhatBothQuoted() {
    UUID id = added(team.ann(), 1, "main", "a.pdf", PDF);
    exclude(team.ann(), 1, quote(ScreeningTeam.DESIGN, id, 3, " We  allotted\n24 patients. "))
        .then()
        .statusCode(200);
    team.bob()
        .sending(
            Map.of(
                "verdict", "include", "version", 2, "evidence", List.of(Map.of("quote", "随机分为两组"))))
        .put(vote(1, UUID.randomUUID()))
        .then()
        .statusCode(200);
    team.eve()
        .request()
        .get(team.review("/stages/full-text/conflicts"))
        .then()
        .body("items[0].votes[0].evidence[0].quote", equalTo("We  allotted 24 patients."))
        .body("items[0].votes[0].evidence[0].page", equalTo(3))
        .body("items[0].votes[0].evidence[0].documentId", equalTo(id.toString()))
        .body("items[0].votes[0].evidence[0].reasonId", equalTo(ScreeningTeam.DESIGN.toString()))
        .body("items[0].votes[1].evidence[0].quote", equalTo("随机分为两组"))
        .body("items[0].votes[1].evidence[0].page", nullValue());
    team.eve().request().get(documents(1)).then().body("items", hasSize(1));
    team.assertLedgerHolds();
  }

  @Test
  void aVoterSeesTheirOwnQuotesAndNobodyElses() {
    exclude(team.ann(), 1, quote(ScreeningTeam.DESIGN, null, 2, "Annotated by Ann"));
    team.ann()
        .request()
        .get(team.review("/stages/full-text/votes"))
        .then()
        .body("items[0].evidence[0].quote", equalTo("Annotated by Ann"));
    for (String path :
        List.of("/stages/full-text/votes", "/stages/full-text/queue", "/ledger", "/records/1")) {
      assertThat(team.bob().request().get(team.review(path)).asString())
          .as(path)
          .doesNotContain("Annotated by Ann");
    }
    assertThat(team.lea().request().get(team.review("/ledger?type=vote-cast")).asString())
        .contains("Annotated by Ann");
  }

  @Test
  void whereConflictsHideVotesTheyHideWhatWasQuoted() {
    team.amend(ConflictRule.ADJUDICATOR, true);
    exclude(team.ann(), 1, quote(ScreeningTeam.DESIGN, null, 2, "Annotated by Ann"));
    exclude(team.bob(), 1, quote(ScreeningTeam.OUTCOME, null, 2, "Noted by Bob"));
    String conflicts =
        team.eve().request().get(team.review("/stages/full-text/conflicts")).asString();
    assertThat(conflicts).contains("\"kind\":\"reason\"").doesNotContain("Ann", "Noted by Bob");
  }

  @Test
  void theNumberOfAVoteSaysTheSameForEverItsQuotesToo() {
    UUID id = UUID.randomUUID();
    Map<String, Object> body =
        exclusion(quote(ScreeningTeam.DESIGN, null, 2, "We allotted 24 patients."));
    team.ann().sending(body).put(vote(1, id)).then().statusCode(200);
    team.ann().sending(body).put(vote(1, id)).then().statusCode(200);
    team.ann()
        .sending(exclusion(quote(ScreeningTeam.DESIGN, null, 2, "Something else.")))
        .put(vote(1, id))
        .then()
        .statusCode(422)
        .body("code", equalTo("vote-id-used"));
    assertThat(kept(id)).isEqualTo(1);
  }

  @Test
  void aQuoteIsOfTheReportAndForAReasonOfTheVote() {
    team.agree(2);
    UUID ofAnother = added(team.ann(), 2, "main", "a.pdf", PDF);
    refused(quote(ScreeningTeam.DESIGN, ofAnother, 1, "x"), "evidence-of-something-else");
    refused(quote(ScreeningTeam.OUTCOME, null, 1, "x"), "evidence-of-something-else");
    refused(quote(ScreeningTeam.DESIGN, null, 0, "x"), "bad-fields");
    refused(quote(ScreeningTeam.DESIGN, null, 1, " "), "bad-fields");
    refused(quote(ScreeningTeam.DESIGN, null, 1, "x".repeat(2001)), "bad-fields");
    team.ann()
        .sending(
            Map.of("verdict", "include", "version", 2, "evidence", List.of(Map.of("quote", "x"))))
        .put(team.title("/records/3/votes/" + UUID.randomUUID()))
        .then()
        .statusCode(422)
        .body("code", equalTo("evidence-at-full-text"));
    team.ann().request().get(team.review("/stages/full-text/votes")).then().body("items", empty());
  }

  @Test
  void aQuoteFromADocumentThatWasRemovedMeanwhileIsKept() {
    UUID id = added(team.ann(), 1, "main", "a.pdf", PDF);
    remove(team.ann(), 1, id);
    exclude(team.ann(), 1, quote(ScreeningTeam.DESIGN, id, 1, "not random")).then().statusCode(200);
    team.assertLedgerHolds();
  }

  @Test
  void aQuoteThatTheLedgerDoesNotKnowIsFound() {
    exclude(team.ann(), 1, quote(ScreeningTeam.DESIGN, null, 2, "We allotted 24 patients."));
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                Api.bean(Sql.class)
                    .update(
                        "UPDATE vote_evidence SET quote = 'other' WHERE review_id = ?", team.id()));
    team.lea()
        .request()
        .get(team.review("/ledger/verify"))
        .then()
        .body("differences.table", contains("vote_evidence"));
  }

  private void refused(Map<String, Object> quote, String code) {
    exclude(team.ann(), 1, quote).then().statusCode(422).body("code", equalTo(code));
  }

  private static long kept(UUID vote) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                Api.bean(Sql.class)
                    .number("SELECT count(*) FROM vote_evidence WHERE vote_id = ?", vote));
  }

  private static Map<String, Object> quote(UUID reason, UUID document, int page, String quote) {
    Map<String, Object> given = new java.util.HashMap<>();
    given.put("reasonId", reason);
    given.put("documentId", document);
    given.put("page", page);
    given.put("quote", quote);
    return given;
  }

  private static Map<String, Object> exclusion(Map<String, Object> quote) {
    UUID reason =
        ScreeningTeam.OUTCOME.equals(quote.get("reasonId"))
                && "Noted by Bob".equals(quote.get("quote"))
            ? ScreeningTeam.OUTCOME
            : ScreeningTeam.DESIGN;
    return Map.of(
        "verdict", "exclude", "reasons", List.of(reason), "version", 2, "evidence", List.of(quote));
  }

  private Response exclude(Person by, int report, Map<String, Object> quote) {
    return by.sending(exclusion(quote)).put(vote(report, UUID.randomUUID()));
  }

  private String vote(int report, UUID id) {
    return team.review("/stages/full-text/records/" + report + "/votes/" + id);
  }

  private String documents(int report) {
    return team.review("/reports/" + report + "/documents");
  }

  private UUID added(Person by, int report, String kind, String fileName, String content) {
    UUID id = UUID.randomUUID();
    upload(by, report, id, kind, fileName, content).then().statusCode(200);
    return id;
  }

  private Response upload(
      Person by, int report, UUID id, String kind, String fileName, String content) {
    return by.request()
        .contentType("application/pdf")
        .queryParam("fileName", fileName)
        .queryParam("kind", kind)
        .body(content.getBytes(StandardCharsets.ISO_8859_1))
        .put(documents(report) + "/" + id);
  }

  private Response remove(Person by, int report, UUID id) {
    return by.request().delete(documents(report) + "/" + id);
  }
}
