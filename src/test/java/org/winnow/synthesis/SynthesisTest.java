package org.winnow.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.winnow.Api;
import org.winnow.Api.Person;
import org.winnow.DatabaseForTests;
import org.winnow.ledger.Verification;
import org.winnow.ledger.Verifier;
import org.winnow.platform.Sql;
import org.winnow.team.ReviewRole;

/** Comparisons and syntheses over HTTP: defined, filled, looked at, changed, taken away. */
@QuarkusTest
@QuarkusTestResource(DatabaseForTests.class)
class SynthesisTest {
  private static final UUID CELLS = new UUID(5, 1);
  private static final UUID DEATHS = new UUID(5, 2);

  @Inject Verifier verifier;
  @Inject Sql sql;

  private Person lead = new Person(UUID.randomUUID(), "", "");
  private Person ann = lead;
  private Person observer = lead;
  private UUID review = UUID.randomUUID();

  @BeforeEach
  void aReviewWithAComparison() {
    lead = Api.somebody("lead");
    ann = Api.somebody("ann");
    observer = Api.somebody("observer");
    review = Api.reviewOf(lead);
    Api.appoint(review, lead, ann, ReviewRole.REVIEWER);
    Api.appoint(review, lead, observer, ReviewRole.OBSERVER);
    lead.sending(comparison("Cells against placebo"))
        .put(path("/comparisons/" + CELLS))
        .then()
        .statusCode(200);
  }

  @Test
  void aSynthesisIsDefinedBeforeItsDataAndAnalysedAsItIsRead() {
    define(Map.of())
        .body("version", equalTo(1))
        .body("prespecified", equalTo(true))
        .body("changed", equalTo(false))
        .body("columns", contains("ai", "n1i", "ci", "n2i"))
        .body("rows", empty())
        .body("analysis", nullValue())
        .body("problem.code", equalTo("analysis-no-studies"));

    save(ann, 1, trials())
        .body("version", equalTo(2))
        .body("rows", hasSize(3))
        .body("problem", nullValue())
        .body("analysis.k", equalTo(3))
        .body("analysed", contains(id(1), id(2), id(3)))
        .body("analysis.pooled.estimate", closeTo(Math.log(riskRatio()), 1e-12));

    observer
        .request()
        .get(path("/comparisons"))
        .then()
        .body("items[0].syntheses[0].rows", equalTo(3))
        .body("items[0].syntheses[0].measure", equalTo("RR"))
        .body("items[0].syntheses[0].stale", equalTo(false));
    assertThat(verify().holds()).isTrue();
  }

  @Test
  void nothingTypedIsLostAndABadCellIsNamed() {
    define(Map.of());
    List<Map<String, Object>> rows = trials();
    values(rows.get(0)).put("ai", "4,0");
    values(rows.get(1)).put("ci", "three");

    save(lead, 1, rows)
        .body("rows[0].values.ai", equalTo("4.0"))
        .body("respelt[0].typed", equalTo("4,0"))
        .body("respelt[0].read", equalTo("4.0"))
        .body("rows[1].values.ci", equalTo("three"))
        .body("analysis", nullValue())
        .body("problem.row", equalTo(id(2)))
        .body("problem.number", equalTo(2))
        .body("problem.column", equalTo("ci"))
        .body("problem.message", startsWith("\"three\" is not a number"));

    io.restassured.RestAssured.given()
        .header("Accept-Language", "zh")
        .cookie("winnow_session", lead.cookie())
        .get(path("/syntheses/" + DEATHS + "/figures/forest.svg"))
        .then()
        .statusCode(422)
        .body("code", equalTo("not-analysable"))
        .body("detail", startsWith("第 2 行"))
        .body("problem.column", equalTo("ci"));
  }

  @Test
  void whoSavesOnTopOfAnothersVersionIsToldAndNothingIsOverwritten() {
    define(Map.of());
    save(lead, 1, trials());

    put(ann, "/rows", Map.of("rows", List.of())).then().statusCode(428);
    ann.sending(Map.of("rows", List.of()))
        .header("If-Match", "\"1\"")
        .put(path("/syntheses/" + DEATHS + "/rows"))
        .then()
        .statusCode(412)
        .body("code", equalTo("synthesis-changed"))
        .body("current.version", equalTo(2));
    // Who sends the same again has lost nothing and is told nothing.
    put(ann, "/rows", Map.of("rows", trials())).then().statusCode(200);
    get(ann).body("rows", hasSize(3)).body("version", equalTo(2));
  }

  @Test
  void aChangeAfterTheDataNeedsAnExplanationAndIsMarked() {
    define(Map.of());
    redefine(1, Map.of("unit", "deaths")).statusCode(200).body("changed", equalTo(false));
    save(lead, 2, trials());

    redefine(3, Map.of("settings", settings("OR")))
        .statusCode(422)
        .body("code", equalTo("explanation-needed"));
    // Where a figure is labelled is no question of substance.
    redefine(3, Map.of("unit", "people"))
        .statusCode(200)
        .body("changed", equalTo(false))
        .body("version", equalTo(4));
    redefine(
            4,
            Map.of("settings", settings("OR"), "explanation", "The authors asked for odds ratios."))
        .statusCode(200)
        .body("prespecified", equalTo(true))
        .body("changed", equalTo(true))
        .body("explanation", equalTo("The authors asked for odds ratios."))
        .body("analysis.measure", equalTo("OR"));

    lead.request()
        .get(path("/ledger?type=synthesis-defined"))
        .then()
        .body("items[0].payload.former.settings.measure", equalTo("RR"))
        .body("items[0].payload.definition.settings.measure", equalTo("OR"));
    assertThat(verify().holds()).isTrue();
  }

  @Test
  void aMemberIsShownWhatChangedSinceTheyLooked() {
    define(Map.of());
    String inputs = save(lead, 1, trials()).extract().path("inputs");
    put(observer, "/seen", Map.of("inputs", inputs)).then().statusCode(204);
    get(observer).body("seen.inputs", equalTo(inputs)).body("seen.analysis", nullValue());

    List<Map<String, Object>> rows = trials();
    values(rows.get(2)).put("ai", "9");
    save(ann, 2, rows);

    get(observer)
        .body("inputs", org.hamcrest.Matchers.not(inputs))
        .body("seen.analysis.pooled.estimate", closeTo(Math.log(riskRatio()), 1e-12))
        .body("seen.rows.study", contains("Study 3"))
        .body("seen.rows.change", contains("changed"))
        .body("seen.settings", empty());
    get(ann).body("seen", nullValue());
    observer
        .request()
        .get(path("/comparisons"))
        .then()
        .body("items[0].syntheses[0].stale", equalTo(true));
    put(observer, "/seen", Map.of("inputs", inputs))
        .then()
        .statusCode(409)
        .body("code", equalTo("analysis-changed-since"));
  }

  @Test
  void whatIsTakenAwayComesBackWithItsData() {
    define(Map.of());
    save(lead, 1, trials());
    lead.request()
        .delete(path("/comparisons/" + CELLS))
        .then()
        .statusCode(409)
        .body("code", equalTo("comparison-in-use"));

    lead.request().delete(path("/syntheses/" + DEATHS)).then().statusCode(204);
    lead.request().get(path("/syntheses/" + DEATHS)).then().statusCode(404);
    lead.request().delete(path("/comparisons/" + CELLS)).then().statusCode(204);
    lead.request().get(path("/comparisons")).then().body("items", empty());
    put(lead, "", definition(Map.of()))
        .then()
        .statusCode(422)
        .body("code", equalTo("comparison-unknown"));

    lead.sending(comparison("Cells against placebo"))
        .put(path("/comparisons/" + CELLS))
        .then()
        .statusCode(200);
    define(Map.of()).body("rows", hasSize(3)).body("version", equalTo(3));
    assertThat(verify().holds()).isTrue();
  }

  @Test
  void settingsAreTriedOutWithoutBeingSaved() {
    define(Map.of());
    save(lead, 1, trials());

    observer
        .request()
        .get(
            path(
                "/syntheses/" + DEATHS + "/analysis?measure=OR&method=IV&model=random&tests=egger"))
        .then()
        .statusCode(200)
        .body("measure", equalTo("OR"))
        .body("tests.egger", notNullValue());
    observer
        .request()
        .get(path("/syntheses/" + DEATHS + "/analysis?model=magic"))
        .then()
        .statusCode(422)
        .body("code", equalTo("not-analysable"))
        .body("detail", containsString("magic"));
    get(observer).body("settings.measure", equalTo("RR")).body("version", equalTo(2));
  }

  @Test
  void figuresAreTheSameForTheSameInputsAndSayWhatTheyShow() {
    define(
        Map.of(
            "favours",
            List.of(Map.of("en", "Fewer deaths"), Map.of("en", "More deaths", "zh", "死亡更多"))));
    save(lead, 1, trials());
    String figure = path("/syntheses/" + DEATHS + "/figures/forest");

    Response svg = lead.request().get(figure + ".svg?layout=jama");
    svg.then().statusCode(200).contentType("image/svg+xml");
    assertThat(svg.asString()).contains("Fewer deaths").contains("Cells").contains("Study 2");
    assertThat(svg.header("Cache-Control")).isEqualTo("private, no-cache");
    String tag = svg.header("ETag");
    lead.request()
        .header("If-None-Match", tag)
        .get(figure + ".svg?layout=jama")
        .then()
        .statusCode(304);
    assertThat(lead.request().get(figure + ".svg?layout=jama").asString())
        .isEqualTo(svg.asString());
    assertThat(lead.request().get(figure + ".svg?layout=bmj").header("ETag")).isNotEqualTo(tag);
    assertThat(lead.request().get(figure + ".svg?language=zh").asString()).contains("死亡更多");

    lead.request()
        .get(figure + ".json")
        .then()
        .body("title", containsString("Risk"))
        .body("description", containsString("3"));
    assertThat(lead.request().get(figure + ".csv").asString()).contains("Study 3");
    assertThat(lead.request().get(figure + ".pdf").asByteArray())
        .startsWith("%PDF".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    lead.request().get(figure + ".png").then().contentType("image/png");
    List<Map<String, Object>> rows = trials();
    rows.get(1).put("included", false);
    rows.get(1).put("reason", "Retracted");
    values(rows.get(1)).put("ai", "many");
    save(lead, 2, rows).body("analysis.k", equalTo(2)).body("problems.column", contains("ai"));
    assertThat(lead.request().get(figure + ".svg?layout=jama").asString())
        .contains("Study 2 (excluded: Retracted)");

    lead.request()
        .get(path("/syntheses/" + DEATHS + "/figures/no-such.svg"))
        .then()
        .statusCode(404)
        .body("code", equalTo("unknown-figure"));
  }

  @Test
  void findingsAreToldPerThousandAndTheirCertaintyIsForPeople() {
    define(Map.of());
    save(lead, 1, trials());
    findings()
        .body("items[0].participants", equalTo(590f))
        .body("items[0].studies", equalTo(3))
        .body("items[0].relative.measure", equalTo("RR"))
        .body("items[0].certainty", nullValue())
        .body("items[0].risks.source", contains("median", "lowest", "highest"))
        .body("items[0].judgements.imprecision.suggested.down", greaterThan(0));

    Map<String, Object> none = Map.of("down", 0, "reason", Map.of());
    Map<String, Object> judged =
        Map.of(
            "judgements",
            Map.of(
                "riskOfBias",
                Map.of("down", 1, "reason", Map.of("en", "Most trials were open.")),
                "inconsistency",
                none,
                "indirectness",
                none,
                "imprecision",
                Map.of("down", 1, "reason", Map.of("en", "Few events.")),
                "publicationBias",
                none),
            "assumed",
            2.5,
            "notes",
            List.of(Map.of("en", "Deaths from any cause.")));
    ann.sending(judged)
        .header("If-Match", "\"2\"")
        .put(path("/syntheses/" + DEATHS + "/certainty"))
        .then()
        .statusCode(200);

    findings()
        .body("items[0].certainty", equalTo("low"))
        .body("items[0].risks.source", hasItem("typed"))
        .body("items[0].risks[3].assumed", equalTo(2.5f))
        .body(
            "items[0].footnotes",
            contains(
                "Risk of bias, 1 down: Most trials were open.",
                "Imprecision, 1 down: Few events.",
                "Deaths from any cause."));
    lead.request()
        .get(path("/summary-of-findings/table.csv?comparison=" + CELLS))
        .then()
        .statusCode(200)
        .body(containsString("Outcome,Time point,Studies"))
        .body(containsString("Deaths,,3,590.0,RR"));
    assertThat(verify().holds()).isTrue();
  }

  @Test
  void judgementsOfBiasHaveTheNamesOfTheirToolInTheFigureAndInOtherPrograms() {
    define(
        Map.of(
            "riskOfBias",
            Map.of("tool", "robins-i", "domains", List.of(Map.of("en", "Severity at baseline")))));
    List<Map<String, Object>> rows = trials();
    rows.get(0).put("bias", Map.of("D1", "serious", "D3", "no-information", "overall", "critical"));
    rows.get(1)
        .put("origins", Map.of("ai", Map.of("kind", "figure"), "ci", Map.of("kind", "figure")));
    save(lead, 1, rows).body("riskOfBias.tool", equalTo("robins-i"));

    observer
        .request()
        .get(path("/syntheses/" + DEATHS + "/figures/forest.svg"))
        .then()
        .statusCode(200)
        .body(containsString("(A) Severity at baseline"))
        .body(containsString("(G) Bias in selection of the reported result"))
        .body(containsString("Critical risk"))
        .body(containsString("Events, experimental; events, control: read from a figure."));
    observer
        .request()
        .get(path("/syntheses/" + DEATHS + "/figures/bias-table.csv?language=zh"))
        .then()
        .statusCode(200)
        .body(containsString("Study 1,serious,,no information,,,,,critical"));
    observer
        .request()
        .get(path("/syntheses/export?format=robvis"))
        .then()
        .statusCode(200)
        .body(containsString("Serious"))
        .body(containsString("Critical"));
    observer
        .request()
        .get("/api/v1/bias-tools")
        .then()
        .statusCode(200)
        .body("find{it.tool=='robins-i'}.judgements.word", hasItem("no-information"));
    assertThat(verify().holds()).isTrue();
  }

  @Test
  void whatAFormatCannotHoldIsSaidInTheLanguageOfTheReader() {
    define(
        Map.of(
            "settings",
            Map.of("measure", "RR", "method", "IV", "tauSquared", "REML", "level", "97.5")));
    save(lead, 1, trials()).body("settings.level", equalTo("97.5"));

    for (String[] spoken :
        new String[][] {
          {"en", "Cells against placebo: Deaths: the estimator of τ²"},
          {"zh", "Cells against placebo: Deaths：τ²的估计方法"}
        }) {
      io.restassured.RestAssured.given()
          .header("Accept-Language", spoken[0])
          .cookie("winnow_session", observer.cookie())
          .get(path("/syntheses/export/losses?format=rm5"))
          .then()
          .statusCode(200)
          .body("items[0]", startsWith(spoken[1]));
    }
    get(lead).body("analysis.level", equalTo(97.5));
    lead.request().get(path("/syntheses/" + DEATHS + "/analysis?level=40")).then().statusCode(200);
    assertThat(verify().holds()).isTrue();
  }

  @Test
  void whatTheStatisticsRefuseIsSaidInChinese() {
    define(Map.of());
    save(lead, 1, trials());

    io.restassured.RestAssured.given()
        .header("Accept-Language", "zh")
        .cookie("winnow_session", observer.cookie())
        .get(path("/syntheses/" + DEATHS + "/analysis?subgroup=country"))
        .then()
        .statusCode(422)
        .body("detail", equalTo("没有名为country的列"))
        .body("problem.reason", equalTo("no-column"));
    io.restassured.RestAssured.given()
        .header("Accept-Language", "zh")
        .cookie("winnow_session", observer.cookie())
        .get("/api/v1/conversions/sd-from-se?se=-1&n=16")
        .then()
        .statusCode(422)
        .body("detail", equalTo("se：须大于0：-1"));
  }

  @Test
  void theSummaryOfFindingsIsAPageToPrint() {
    define(Map.of("outcome", Map.of("en", "Deaths <all>", "zh", "死亡")));
    save(lead, 1, trials());

    observer
        .request()
        .get(path("/summary-of-findings/table.html?comparison=" + CELLS))
        .then()
        .statusCode(200)
        .contentType("text/html")
        .body(containsString("Deaths &lt;all&gt;"))
        .body(containsString("per 1,000"))
        .body(containsString("to ∞ to NNTH"))
        .body(containsString("not judged"));
    observer
        .request()
        .get(path("/summary-of-findings/table.html?language=zh&comparison=" + CELLS))
        .then()
        .statusCode(200)
        .body(containsString("结果总结表"))
        .body(containsString("死亡"));
    findings().body("items[0].risks[0].numberNeeded.en", containsString("to ∞ to NNTH"));
  }

  @Test
  void numbersAreConvertedByNameAndBadOnesNamed() {
    lead.request()
        .get("/api/v1/conversions")
        .then()
        .statusCode(200)
        .body("method", hasItem("sd-from-se"))
        .body("find{it.method=='sd-from-se'}.title.zh", notNullValue());
    lead.request()
        .get("/api/v1/conversions/sd-from-se?se=0,5&n=16")
        .then()
        .statusCode(200)
        .body("outputs.sd", equalTo(2f))
        .body("inputs.se", equalTo("0.5"));
    lead.request()
        .get("/api/v1/conversions/sd-from-se?se=-1&n=16")
        .then()
        .statusCode(422)
        .body("code", equalTo("not-convertible"))
        .body("detail", containsString("se"));
    lead.request().get("/api/v1/conversions/no-such").then().statusCode(404);
  }

  @Test
  void analysesOfAnotherProgramAreLookedAtAndThenAdded() {
    define(Map.of());
    List<Map<String, Object>> rows = trials();
    rows.get(2).put("included", false);
    rows.get(2).put("reason", "Retracted");
    save(lead, 1, rows);
    byte[] file =
        lead.request()
            .get(path("/syntheses/export?format=rm5"))
            .then()
            .statusCode(200)
            .extract()
            .asByteArray();
    UUID other = Api.reviewOf(lead);
    String upload = "/api/v1/reviews/" + other + "/syntheses/imports/" + new UUID(5, 3);

    lead.request()
        .contentType("application/octet-stream")
        .body(file)
        .put(upload + "?fileName=analyses.rm5")
        .then()
        .statusCode(200)
        .body("format", equalTo("revman5"))
        .body("comparisons[0].name", equalTo("Cells against placebo"))
        .body("comparisons[0].outcomes[0].name", equalTo("Deaths"))
        .body("comparisons[0].outcomes[0].data", equalTo("dichotomous"))
        .body("comparisons[0].outcomes[0].rows", equalTo(3));
    lead.request().get("/api/v1/reviews/" + other + "/comparisons").then().body("items", empty());

    lead.request().put(upload + "/commit").then().statusCode(200);
    String added =
        lead.request()
            .put(upload + "/commit")
            .then()
            .statusCode(200)
            .body("items", hasSize(1))
            .body("items[0].experimental.en", equalTo("Cells"))
            .body("items[0].syntheses[0].prespecified", equalTo(false))
            .extract()
            .path("items[0].syntheses[0].id");
    Map<String, Object> here =
        lead.request().get(path("/syntheses/" + DEATHS)).path("analysis.pooled");
    Response there = lead.request().get("/api/v1/reviews/" + other + "/syntheses/" + added);
    assertThat(there.<Map<String, Object>>path("analysis.pooled")).isEqualTo(here);
    assertThat(there.<List<Boolean>>path("rows.included")).containsExactly(true, true, false);
    assertThat(verifier.verify(other).holds()).isTrue();

    lead.request()
        .contentType("application/octet-stream")
        .body("Dear reader".getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .put("/api/v1/reviews/" + other + "/syntheses/imports/" + new UUID(5, 4))
        .then()
        .statusCode(422)
        .body("code", equalTo("analyses-unreadable"));
  }

  @Test
  void analysesLeaveInEveryFormatAndAsScripts() {
    define(Map.of());
    save(lead, 1, trials());
    UUID empty = new UUID(5, 5);
    lead.sending(definition(Map.of("outcome", Map.of("en", "Pain"))))
        .put(path("/syntheses/" + empty))
        .then()
        .statusCode(200);

    for (String format : List.of("rm5", "revman-csv", "revman-web", "jasp", "stata")) {
      Response file = observer.request().get(path("/syntheses/export?format=" + format));
      assertThat(file.statusCode()).as(format + ": " + file.asString()).isEqualTo(200);
      assertThat(file.header("Content-Disposition")).startsWith("attachment; filename=");
      assertThat(file.asByteArray()).as(format).hasSizeGreaterThan(100);
    }
    for (String tool : List.of("metafor", "meta", "stata")) {
      String one =
          observer.request().get(path("/syntheses/" + DEATHS + "/script?tool=" + tool)).asString();
      String all = observer.request().get(path("/syntheses/script?tool=" + tool)).asString();
      assertThat(one).as(tool).contains("Study 1").contains("Deaths");
      assertThat(all).as(tool).contains("Study 1").contains("Deaths");
    }
    observer
        .request()
        .get(path("/syntheses/" + empty + "/script?tool=meta"))
        .then()
        .statusCode(422)
        .body("code", equalTo("not-analysable"));
    observer.request().get(path("/syntheses/script?tool=spss")).then().statusCode(422);
    observer.request().get(path("/syntheses/export?format=docx")).then().statusCode(422);
  }

  @Test
  void verifyNamesARowThatWasChangedInTheDatabase() {
    define(Map.of());
    save(lead, 1, trials());
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                sql.update(
                    "UPDATE synthesis SET data = replace(data, 'Study 1', 'Study 7') WHERE"
                        + " review_id = ?",
                    review));

    Verification found = verify();

    assertThat(found.holds()).isFalse();
    assertThat(found.differences())
        .extracting(org.winnow.ledger.Projection.Difference::table)
        .containsOnly("synthesis");
  }

  private Verification verify() {
    return verifier.verify(review);
  }

  private String path(String rest) {
    return "/api/v1/reviews/" + review + rest;
  }

  private Response put(Person by, String rest, Object body) {
    return by.sending(body).put(path("/syntheses/" + DEATHS + rest));
  }

  private ValidatableResponse define(Map<String, Object> more) {
    return exact(lead)
        .body(definition(more))
        .put(path("/syntheses/" + DEATHS))
        .then()
        .statusCode(200);
  }

  private ValidatableResponse redefine(int version, Map<String, Object> more) {
    return lead.sending(definition(more))
        .header("If-Match", "\"" + version + "\"")
        .put(path("/syntheses/" + DEATHS))
        .then();
  }

  private ValidatableResponse save(Person by, int version, List<Map<String, Object>> rows) {
    return exact(by)
        .body(Map.of("rows", rows))
        .header("If-Match", "\"" + version + "\"")
        .put(path("/syntheses/" + DEATHS + "/rows"))
        .then()
        .statusCode(200);
  }

  private ValidatableResponse get(Person by) {
    return exact(by).get(path("/syntheses/" + DEATHS)).then().statusCode(200);
  }

  private ValidatableResponse findings() {
    return observer
        .request()
        .get(path("/summary-of-findings?comparison=" + CELLS))
        .then()
        .statusCode(200);
  }

  /** With numbers read at full precision. */
  private static RequestSpecification exact(Person by) {
    return by.request()
        .contentType(io.restassured.http.ContentType.JSON)
        .config(
            io.restassured.RestAssured.config()
                .jsonConfig(
                    io.restassured.config.JsonConfig.jsonConfig()
                        .numberReturnType(JsonPathConfig.NumberReturnType.DOUBLE)));
  }

  private static Map<String, Object> comparison(String name) {
    return Map.of(
        "position",
        1,
        "name",
        Map.of("en", name),
        "experimental",
        Map.of("en", "Cells", "zh", "细胞"),
        "control",
        Map.of("en", "Placebo", "zh", "安慰剂"));
  }

  private static Map<String, Object> definition(Map<String, Object> more) {
    Map<String, Object> definition =
        new HashMap<>(
            Map.of(
                "comparisonId",
                CELLS,
                "position",
                1,
                "outcome",
                Map.of("en", "Deaths"),
                "data",
                "dichotomous",
                "benefit",
                "lower",
                "settings",
                settings("RR")));
    definition.putAll(more);
    return definition;
  }

  private static Map<String, Object> settings(String measure) {
    return Map.of(
        "measure", measure, "method", "MH", "model", "fixed", "convention", "revman5", "level", 95);
  }

  private static final double[][] TRIALS = {{4, 100, 8, 98}, {3, 50, 5, 52}, {10, 150, 11, 140}};

  /** Mantel-Haenszel by hand. */
  private static double riskRatio() {
    double above = 0;
    double below = 0;
    for (double[] t : TRIALS) {
      above += t[0] * t[3] / (t[1] + t[3]);
      below += t[2] * t[1] / (t[1] + t[3]);
    }
    return above / below;
  }

  private static List<Map<String, Object>> trials() {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (double[] t : TRIALS) {
      int number = rows.size() + 1;
      Map<String, String> values = new HashMap<>();
      values.put("ai", "" + (int) t[0]);
      values.put("n1i", "" + (int) t[1]);
      values.put("ci", "" + (int) t[2]);
      values.put("n2i", "" + (int) t[3]);
      rows.add(
          new HashMap<>(
              Map.of(
                  "id",
                  id(number),
                  "position",
                  number,
                  "study",
                  "Study " + number,
                  "values",
                  values,
                  "included",
                  true)));
    }
    return rows;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, String> values(Map<String, Object> row) {
    return (Map<String, String>) row.get("values");
  }

  private static String id(int number) {
    return new UUID(6, number).toString();
  }
}
