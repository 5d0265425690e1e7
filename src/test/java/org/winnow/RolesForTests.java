package org.winnow;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.winnow.Api.Person;
import org.winnow.OpenApi.Operation;
import org.winnow.Wire.Answer;
import org.winnow.Wire.Call;
import org.winnow.identification.ImportsForTests;
import org.winnow.platform.Sql;
import org.winnow.team.ReviewRole;

/**
 * A review with one person for every role that somebody can have towards it, and for every
 * operation a request that would succeed if its sender were allowed it.
 */
final class RolesForTests {
  static final Operation CREATION = new Operation("PUT", "/api/v1/reviews/{reviewId}");

  /** Records of the review, by what they are for. */
  private static final int CONFLICT = 1;

  private static final int PASSED = 2;
  private static final int VOTED = 3;
  private static final int REPRESENTATIVE = 4;
  private static final int DUPLICATE = 5;

  /** What somebody can be towards a review. */
  enum Role {
    ANONYMOUS,
    STRANGER,
    OBSERVER,
    REVIEWER,
    ADJUDICATOR,
    LEAD,
    FORMER,
    DISABLED,
    ADMINISTRATOR
  }

  private final Wire wire;
  private final Map<Role, Person> people = new EnumMap<>(Role.class);
  private final Person second = Api.somebody("second");
  private final Person leaving = Api.somebody("leaving");
  private final UUID review;
  private final ImportsForTests imports;
  private final UUID source;
  private final UUID ready;
  private int files;
  private String adjudicated = adjudication(new UUID(0, 0));

  private RolesForTests(Wire wire) {
    this.wire = wire;
    for (Role role : Role.values()) {
      people.put(role, role == Role.ADMINISTRATOR ? Api.administrator("admin") : somebody(role));
    }
    review = Api.reviewOf(person(Role.LEAD));
    appoint(Role.OBSERVER, ReviewRole.OBSERVER);
    appoint(Role.REVIEWER, ReviewRole.REVIEWER);
    appoint(Role.ADJUDICATOR, ReviewRole.ADJUDICATOR);
    appoint(Role.FORMER, ReviewRole.LEAD);
    appoint(Role.DISABLED, ReviewRole.LEAD);
    Api.appoint(review, person(Role.LEAD), second, ReviewRole.REVIEWER);
    imports = ImportsForTests.of(person(Role.LEAD), review);
    imports.commit("PubMed", "first.ris", ris(6));
    source = imports.source("PubMed");
    ready = imports.read("waiting.ris", ris(1));
  }

  /** Sharing out as it is before anybody has said anything of it. */
  private static final String ALLOCATION =
      """
      {"experienced":[],"experiencedInEachPair":false,"apart":[],"quotas":[],"parts":[],
      "handovers":[]}
      """;

  static RolesForTests set(Wire wire) {
    RolesForTests scene = new RolesForTests(wire);
    scene.vote(Role.REVIEWER, CONFLICT, "include");
    scene.vote(scene.second, CONFLICT, "exclude");
    scene.vote(Role.REVIEWER, PASSED, "include");
    scene.vote(scene.second, PASSED, "include");
    scene.as(Role.LEAD, "PUT", "/calibration/" + ROUND, NEW_ROUND);
    scene.as(Role.LEAD, "PUT", "/calibration/" + ROUND + "/reveal", "{}");
    scene.as(Role.LEAD, "PUT", "/comparisons/" + COMPARISON, NEW_COMPARISON);
    scene.as(Role.LEAD, "PUT", "/syntheses/" + SYNTHESIS, NEW_SYNTHESIS);
    scene.atVersion(1, "/syntheses/" + SYNTHESIS + "/rows", ROWS);
    scene.atVersion(2, "/syntheses/" + SYNTHESIS + "/certainty", CERTAINTY);
    scene.as(Role.LEAD, "DELETE", "/members/" + scene.person(Role.FORMER).id(), "");
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                Api.bean(Sql.class)
                    .update(
                        "UPDATE account SET disabled = true WHERE id = ?",
                        scene.person(Role.DISABLED).id()));
    return scene;
  }

  UUID review() {
    return review;
  }

  /** The session of somebody of the role; empty for nobody. */
  String cookie(Role role) {
    return role == Role.ANONYMOUS ? "" : person(role).cookie();
  }

  /** Sends the operation's request as the role, and undoes what would be in the next one's way. */
  Answer perform(Operation operation, Role role) {
    Call call = call(operation, role);
    boolean endsSession =
        operation.path().equals("/api/v1/session") && !operation.method().equals("GET");
    Answer answer = wire.send(call, endsSession ? anotherCookie(role) : cookie(role));
    if (operation.path().endsWith("/returns/{returnId}") && answer.status() < 300) {
      vote(Role.REVIEWER, CONFLICT, "include");
      vote(second, CONFLICT, "exclude");
    }
    if (operation.path().endsWith("/adjudications/{adjudicationId}")) {
      as(Role.ADJUDICATOR, "DELETE", call.path().substring(base().length()), "");
    }
    return answer;
  }

  /** The operation's request, about things that exist. */
  Call call(Operation operation, Role role) {
    String path = operation.path();
    String method = operation.method();
    String inReview = path.replace("/api/v1/reviews/{reviewId}", "");
    return switch (method + " " + inReview) {
      case "GET /api/v1/session", "GET /api/v1/setup", "GET /login/oidc", "GET /api/v1/reviews" ->
          Call.get(path);
      case "GET /api/v1/bias-tools", "GET /api/v1/conversions" -> Call.get(path);
      case "GET /api/v1/conversions/{method}" ->
          Call.get("/api/v1/conversions/sd-from-se?se=0.5&n=16");
      case "GET /api/v1/accounts" -> Call.get(path + "?query=lead");
      case "POST /api/v1/session" ->
          json(
              operation,
              path,
              "{\"name\":\"%s\",\"password\":\"%s\"}".formatted(second.name(), Api.PASSWORD));
      case "DELETE /api/v1/session" -> new Call(method, path, Map.of(), "");
      case "POST /api/v1/setup" ->
          json(
              operation,
              path,
              "{\"token\":\"guessed\",\"name\":\"eve\",\"displayName\":\"Eve\",\"password\":\"%s\"}"
                  .formatted(Api.PASSWORD));
      case "PUT /api/v1/account" ->
          json(operation, path, "{\"displayName\":\"Me\",\"language\":\"en\"}");
      case "PUT /api/v1/account/password" ->
          json(
              operation,
              path,
              "{\"current\":\"%s\",\"next\":\"%s\"}".formatted(Api.PASSWORD, Api.PASSWORD));
      case "PUT /api/v1/accounts/{accountId}" -> {
        UUID id = UUID.randomUUID();
        yield json(
            operation,
            path.replace("{accountId}", id.toString()),
            "{\"name\":\"%s\",\"displayName\":\"New\"}".formatted(id));
      }
      case "PUT /api/v1/accounts/{accountId}/state" ->
          json(
              operation,
              path.replace("{accountId}", second.id().toString()),
              "{\"disabled\":false}");
      case "POST /api/v1/flow-checks" ->
          json(operation, path, "{\"database_results\":7938,\"records_screened\":7891}");
      default -> callInReview(operation, inReview, role);
    };
  }

  private Call callInReview(Operation operation, String path, Role role) {
    String stage = path.replace("{stage}", "title-abstract");
    return switch (operation.method() + " " + path) {
      case "GET ",
          "GET /protocol",
          "GET /members",
          "GET /cockpit",
          "GET /sources",
          "GET /rounds",
          "GET /imports",
          "GET /duplicates",
          "GET /duplicates/summary",
          "GET /duplicates/candidates",
          "GET /duplicates/overlap",
          "GET /flow",
          "GET /ledger",
          "GET /ledger/verify",
          "GET /stream",
          "GET /stages/{stage}/queue",
          "GET /stages/{stage}/votes",
          "GET /stages/{stage}/conflicts",
          "GET /stages/{stage}/agreement",
          "GET /stages/{stage}/agreement.csv",
          "GET /stages/{stage}/agreement/trend",
          "GET /stages/{stage}/allocation",
          "GET /stages/{stage}/allocation/outlook",
          "GET /tags",
          "GET /own-highlights",
          "GET /calibration",
          "GET /comparisons" ->
          Call.get(base() + stage);
      case "GET /calibration/{roundId}" -> Call.get(base() + "/calibration/" + ROUND);
      case "GET /stages/{stage}/records/{itemId}/thread" -> Call.get(base() + onConflict(path));
      case "GET /duplicates/why" -> Call.get(base() + path + "?a=1&b=2");
      case "GET /lookup" -> Call.get(base() + path + "?q=trial");
      case "GET /flow.{format}" -> Call.get(base() + "/flow.pdf");
      case "GET /flow/{box}" -> Call.get(base() + "/flow/records_screened");
      case "GET /annotations" -> Call.get(base() + path + "?ids=1,2");
      case "GET /records" -> Call.get(base() + path + "?ids=1,2");
      case "GET /records/{recordId}", "GET /records/{recordId}/raw" ->
          Call.get(base() + path.replace("{recordId}", "1"));
      case "GET /imports/{importId}",
          "GET /imports/{importId}/preview",
          "GET /imports/{importId}/quarantine",
          "GET /imports/{importId}/repairs",
          "GET /imports/{importId}/decisions" ->
          Call.get(base() + path.replace("{importId}", ready.toString()));
      case "PUT " -> json(operation, base(), "{\"title\":\"A review\",\"language\":\"en\"}");
      case "PUT /protocol" -> json(operation, base() + path, PROTOCOL).with("If-Match", "\"1\"");
      case "PUT /members/{accountId}" ->
          json(
              operation,
              base() + "/members/" + person(Role.OBSERVER).id(),
              "{\"roles\":[\"observer\"]}");
      case "DELETE /members/{accountId}" -> {
        Api.appoint(review, person(Role.LEAD), leaving, ReviewRole.OBSERVER);
        yield new Call("DELETE", base() + "/members/" + leaving.id(), Map.of(), "");
      }
      case "PUT /invitations/{invitationId}" ->
          json(
              operation,
              base() + "/invitations/" + UUID.randomUUID(),
              "{\"email\":\"new@example.org\",\"roles\":[\"observer\"]}");
      case "PUT /stages/{stage}/state" -> json(operation, base() + stage, "{\"state\":\"open\"}");
      case "GET /imports/{importId}/columns" -> {
        UUID table = imports.read("table.csv", "Title,Authors,Year\nA,B,2001\n");
        yield Call.get(base() + path.replace("{importId}", table.toString()));
      }
      case "PUT /rounds/{roundId}" ->
          json(operation, base() + "/rounds/" + UUID.randomUUID(), "{\"name\":\"Update\"}");
      case "PUT /stages/{stage}/voidances/{reviewer}" ->
          json(
              operation,
              base() + stage.replace("{reviewer}", person(Role.OBSERVER).id().toString()),
              "{\"reason\":\"as it was\"}");
      case "PUT /stages/{stage}/handovers/{reviewer}" ->
          json(
              operation,
              base() + "/stages/full-text/handovers/" + person(Role.OBSERVER).id(),
              "{\"to\":\"%s\"}".formatted(person(Role.REVIEWER).id()));
      case "PUT /stages/{stage}/allocation" ->
          json(operation, base() + stage, ALLOCATION).with("If-Match", "\"0\"");
      case "PUT /sources/{sourceId}" ->
          json(
              operation,
              base() + "/sources/" + UUID.randomUUID(),
              "{\"kind\":\"database\",\"name\":\"Embase\"}");
      default -> callOnThings(operation, path, role);
    };
  }

  private Call callOnThings(Operation operation, String path, Role role) {
    return switch (operation.method() + " " + path) {
      case "PUT /imports/{importId}" ->
          new Call(
              "PUT",
              base() + "/imports/" + UUID.randomUUID() + "?fileName=a.ris",
              Map.of("Content-Type", "application/octet-stream"),
              ris(1));
      case "PUT /imports/{importId}/reading" ->
          json(operation, onNewImport(path), "{\"format\":\"ris\"}");
      case "PUT /imports/{importId}/commitment" ->
          json(operation, onNewImport(path), "{\"sourceId\":\"%s\"}".formatted(source));
      case "DELETE /imports/{importId}" -> new Call("DELETE", onNewImport(path), Map.of(), "");
      case "PUT /imports/{importId}/withdrawal" -> {
        UUID committed = imports.commit("PubMed", "more.ris", ris(1));
        yield json(
            operation,
            base() + path.replace("{importId}", committed.toString()),
            "{\"reason\":\"wrong file\"}");
      }
      case "PUT /imports/{importId}/decisions/takeovers/{takeoverId}" ->
          json(operation, base() + takeover(foreign()), takeoverBody());
      case "GET /imports/{importId}/decisions/takeovers/{takeoverId}/not-carried.csv" ->
          Call.get(base() + takenOver() + "/not-carried.csv");
      case "DELETE /imports/{importId}/decisions/takeovers/{takeoverId}" ->
          new Call("DELETE", base() + takenOver(), Map.of(), "");
      case "PUT /duplicates/merges/{mergeId}" -> {
        as(Role.LEAD, "PUT", "/duplicates/splits/" + UUID.randomUUID(), SPLIT);
        yield json(operation, base() + "/duplicates/merges/" + UUID.randomUUID(), MERGE);
      }
      case "PUT /duplicates/splits/{splitId}" -> {
        as(Role.LEAD, "PUT", "/duplicates/merges/" + UUID.randomUUID(), MERGE);
        yield json(operation, base() + "/duplicates/splits/" + UUID.randomUUID(), SPLIT);
      }
      case "DELETE /duplicates/merges/{mergeId}" -> {
        as(Role.LEAD, "PUT", "/duplicates/splits/" + UUID.randomUUID(), SPLIT);
        String merge = "/duplicates/merges/" + UUID.randomUUID();
        as(Role.LEAD, "PUT", merge, MERGE);
        yield new Call("DELETE", base() + merge, Map.of(), "");
      }
      case "PUT /duplicates/separations/{separationId}" ->
          json(
              operation,
              base() + "/duplicates/separations/" + UUID.randomUUID(),
              "{\"a\":%d,\"b\":%d}".formatted(PASSED, VOTED));
      case "DELETE /duplicates/separations/{separationId}" -> {
        String separation = "/duplicates/separations/" + new UUID(7, 7);
        as(Role.LEAD, "PUT", separation, "{\"a\":%d,\"b\":%d}".formatted(PASSED, REPRESENTATIVE));
        yield new Call("DELETE", base() + separation, Map.of(), "");
      }
      case "PUT /duplicates/acceptances/{acceptanceId}" ->
          json(
              operation,
              base() + "/duplicates/acceptances/" + UUID.randomUUID(),
              "{\"rule\":\"same-title-other-year\"}");
      case "PUT /imports/{importId}/quarantine/{place}/repair" -> {
        UUID broken = imports.read("broken.ris", ris(1) + "TY  - JOUR\nER  - \n\n");
        yield json(
            operation,
            base() + "/imports/" + broken + "/quarantine/1/repair",
            "{\"text\":\"TY  - JOUR\\nTI  - A mended trial\\nER  - \\n\"}");
      }
      case "PUT /stages/{stage}/records/{itemId}/thread/messages/{messageId}" ->
          json(operation, base() + onConflict(path), "{\"text\":\"Is it a trial?\"}");
      case "DELETE /stages/{stage}/records/{itemId}/unclear" ->
          new Call("DELETE", base() + onConflict(path), Map.of(), "");
      case "PUT /stages/{stage}/records/{itemId}/unclear",
          "PUT /stages/{stage}/records/{itemId}/returns/{returnId}" ->
          json(operation, base() + onConflict(path), "{\"comment\":\"\"}");
      case "PUT /records/{recordId}/note" ->
          json(operation, base() + "/records/1/note", "{\"text\":\"ask the authors\"}");
      case "PUT /records/{recordId}/tags/{tagId}" -> {
        as(Role.LEAD, "PUT", "/tags/" + REVIEW_TAG, TAG);
        yield json(operation, base() + "/records/1/tags/" + REVIEW_TAG, "{}");
      }
      case "DELETE /records/{recordId}/tags/{tagId}" ->
          new Call("DELETE", base() + "/records/1/tags/" + REVIEW_TAG, Map.of(), "");
      case "PUT /tags/{tagId}" ->
          json(
              operation,
              base() + "/tags/" + UUID.randomUUID(),
              "{\"name\":\"%s\",\"owner\":\"member\",\"place\":1}".formatted(UUID.randomUUID()));
      case "PUT /tags/{tagId}/merger" -> {
        as(Role.LEAD, "PUT", "/tags/" + REVIEW_TAG, TAG);
        yield json(
            operation,
            base() + "/tags/" + UUID.randomUUID() + "/merger",
            "{\"into\":\"%s\"}".formatted(REVIEW_TAG));
      }
      case "DELETE /tags/{tagId}" ->
          new Call("DELETE", base() + "/tags/" + UUID.randomUUID(), Map.of(), "");
      case "PUT /calibration/{roundId}" ->
          json(operation, base() + "/calibration/" + UUID.randomUUID(), NEW_ROUND);
      case "PUT /calibration/{roundId}/reveal" -> {
        UUID round = UUID.randomUUID();
        as(Role.LEAD, "PUT", "/calibration/" + round, NEW_ROUND);
        yield json(operation, base() + "/calibration/" + round + "/reveal", "{}");
      }
      case "PUT /calibration/{roundId}/records/{itemId}/vote" -> {
        UUID round = UUID.randomUUID();
        as(Role.LEAD, "PUT", "/calibration/" + round, NEW_ROUND);
        yield json(
            operation,
            base() + "/calibration/" + round + "/records/1/vote",
            "{\"verdict\":\"include\"}");
      }
      case "PUT /calibration/{roundId}/records/{itemId}/messages/{messageId}" ->
          json(
              operation,
              base() + "/calibration/" + ROUND + "/records/1/messages/" + UUID.randomUUID(),
              "{\"text\":\"Is it a trial?\"}");
      case "PUT /own-highlights" -> json(operation, base() + path, "{\"highlights\":[]}");
      case "PUT /records/{recordId}/corrections/{field}" ->
          json(
              operation,
              base() + "/records/1/corrections/abstract-en",
              "{\"text\":\"An abstract.\",\"origin\":\"the publisher\"}");
      case "DELETE /records/{recordId}/corrections/{field}" ->
          new Call("DELETE", base() + "/records/1/corrections/abstract-en", Map.of(), "");
      case "PUT /stages/{stage}/records/{itemId}/later" -> json(operation, laterPath(), "{}");
      case "DELETE /stages/{stage}/records/{itemId}/later" ->
          new Call("DELETE", laterPath(), Map.of(), "");
      case "PUT /reports/{reportId}/retrieval" ->
          json(
              operation, base() + "/reports/" + PASSED + "/retrieval", "{\"state\":\"retrieved\"}");
      case "GET /reports/{reportId}/documents" -> Call.get(base() + DOCUMENTS);
      case "PUT /reports/{reportId}/documents/{documentId}" ->
          document(base() + DOCUMENTS + "/" + UUID.randomUUID());
      case "DELETE /reports/{reportId}/documents/{documentId}" -> {
        String added = base() + DOCUMENTS + "/" + UUID.randomUUID();
        // A reviewer removes what they added, and a lead whatever there is.
        wire.send(document(added), cookie(role));
        wire.send(document(added), cookie(Role.LEAD));
        yield new Call("DELETE", added, Map.of(), "");
      }
      case "GET /reports/{reportId}/documents/{documentId}/content" -> {
        String kept = base() + DOCUMENTS + "/" + new UUID(11, 1);
        wire.send(document(kept), cookie(Role.LEAD));
        yield Call.get(kept + "/content");
      }
      case "PUT /stages/{stage}/records/{itemId}/votes/{voteId}" ->
          json(operation, votePath(VOTED, UUID.randomUUID()), voteBody("include"));
      case "DELETE /stages/{stage}/records/{itemId}/votes/{voteId}" -> {
        UUID vote = vote(Role.REVIEWER, VOTED, "include");
        yield new Call("DELETE", votePath(VOTED, vote), Map.of(), "");
      }
      case "PUT /stages/{stage}/records/{itemId}/adjudications/{adjudicationId}" ->
          json(operation, base() + adjudication(UUID.randomUUID()), ADJUDICATION);
      case "DELETE /stages/{stage}/records/{itemId}/adjudications/{adjudicationId}" -> {
        as(Role.ADJUDICATOR, "DELETE", adjudicated, "");
        String made = adjudication(UUID.randomUUID());
        assertThat(as(Role.ADJUDICATOR, "PUT", made, ADJUDICATION).status()).isLessThan(300);
        adjudicated = made;
        yield new Call("DELETE", base() + made, Map.of(), "");
      }
      default -> callOnSyntheses(operation, path, role);
    };
  }

  private Call callOnSyntheses(Operation operation, String path, Role role) {
    String onSynthesis = base() + path.replace("{synthesisId}", SYNTHESIS.toString());
    return switch (operation.method() + " " + path) {
      case "PUT /comparisons/{comparisonId}" ->
          json(operation, base() + "/comparisons/" + UUID.randomUUID(), NEW_COMPARISON);
      case "DELETE /comparisons/{comparisonId}" -> {
        String made = "/comparisons/" + UUID.randomUUID();
        as(Role.LEAD, "PUT", made, NEW_COMPARISON);
        yield new Call("DELETE", base() + made, Map.of(), "");
      }
      case "PUT /syntheses/{synthesisId}" ->
          json(operation, base() + "/syntheses/" + UUID.randomUUID(), NEW_SYNTHESIS);
      case "DELETE /syntheses/{synthesisId}" -> {
        String made = "/syntheses/" + UUID.randomUUID();
        as(Role.LEAD, "PUT", made, NEW_SYNTHESIS);
        yield new Call("DELETE", base() + made, Map.of(), "");
      }
      case "PUT /syntheses/{synthesisId}/rows" -> json(operation, onSynthesis, ROWS);
      case "PUT /syntheses/{synthesisId}/certainty" -> json(operation, onSynthesis, CERTAINTY);
      case "PUT /syntheses/{synthesisId}/seen" ->
          json(operation, onSynthesis, "{\"inputs\":\"%s\"}".formatted(inputs()));
      case "GET /syntheses/{synthesisId}", "GET /syntheses/{synthesisId}/analysis" ->
          Call.get(onSynthesis);
      case "GET /syntheses/{synthesisId}/figures/{kind}.{format}" ->
          Call.get(onSynthesis.replace("{kind}.{format}", "forest.json"));
      case "GET /syntheses/{synthesisId}/script", "GET /syntheses/script" ->
          Call.get(onSynthesis + "?tool=metafor");
      case "GET /syntheses/export", "GET /syntheses/export/losses" ->
          Call.get(onSynthesis + "?format=revman-csv");
      case "PUT /syntheses/imports/{importId}" ->
          analyses(base() + "/syntheses/imports/" + UUID.randomUUID());
      case "PUT /syntheses/imports/{importId}/commit" -> {
        String uploaded = base() + "/syntheses/imports/" + UUID.randomUUID();
        wire.send(analyses(uploaded), cookie(Role.LEAD));
        yield json(operation, uploaded + "/commit", "{}");
      }
      case "GET /summary-of-findings",
          "GET /summary-of-findings/table.csv",
          "GET /summary-of-findings/table.html" ->
          Call.get(base() + path + "?comparison=" + COMPARISON);
      default ->
          throw new AssertionError(
              "no request is known for " + operation + " as " + role + "; write one here");
    };
  }

  /** A file that no report has yet. */
  private Call document(String path) {
    return new Call(
        "PUT",
        path + "?fileName=trial.pdf",
        Map.of("Content-Type", "application/pdf"),
        "%PDF-1.7\n% " + UUID.randomUUID() + "\nstartxref\n0\n%%EOF\n");
  }

  private static Call analyses(String path) {
    return new Call(
        "PUT",
        path + "?fileName=analyses.csv",
        Map.of("Content-Type", "application/octet-stream"),
        ANALYSES);
  }

  private void atVersion(int version, String path, String body) {
    Call call = Call.json("PUT", base() + path, body).with("If-Match", "\"" + version + "\"");
    Answer answer = wire.send(call, cookie(Role.LEAD));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
  }

  /** The hash of what the synthesis is computed from. */
  private String inputs() {
    String body = as(Role.LEAD, "GET", "/syntheses/" + SYNTHESIS, "").body();
    return body.replaceAll("(?s).*\"inputs\":\"([0-9a-f]{64})\".*", "$1");
  }

  /** A committed file of another screening tool. */
  private UUID foreign() {
    return imports.commit(
        "Rayyan",
        "rayyan.ris",
        ris(1).replace("ER  - ", "N1  - RAYYAN-INCLUSION: {\"Mia\"=>\"Included\"}\nER  - "));
  }

  private static String takeover(UUID importId) {
    return "/imports/" + importId + "/decisions/takeovers/" + UUID.randomUUID();
  }

  private String takenOver() {
    String path = takeover(foreign());
    assertThat(as(Role.LEAD, "PUT", path, takeoverBody()).status()).isEqualTo(200);
    return path;
  }

  private String takeoverBody() {
    return ("{\"stage\":\"title-abstract\",\"people\":[{\"person\":\"Mia\",\"account\":\"%s\"}],"
            + "\"verdicts\":[{\"verdict\":\"Included\",\"means\":\"include\"}]}")
        .formatted(person(Role.REVIEWER).id());
  }

  private static final UUID COMPARISON = new UUID(10, 1);
  private static final UUID SYNTHESIS = new UUID(10, 2);
  private static final String NEW_COMPARISON =
      "{\"position\":1,\"name\":{\"en\":\"Needles\"},\"experimental\":{},\"control\":{}}";
  private static final String NEW_SYNTHESIS =
      """
      {"comparisonId":"%s","position":1,"outcome":{"en":"Pain"},"data":"dichotomous",
      "benefit":"lower","settings":{"measure":"RR"}}
      """
          .formatted(COMPARISON);
  private static final String ROWS =
      """
      {"rows":[{"id":"%s","position":1,"study":"Smith 2009",
      "values":{"ai":"4","n1i":"12","ci":"6","n2i":"11"}}]}
      """
          .formatted(new UUID(10, 3));
  private static final String CERTAINTY =
      """
      {"judgements":{"riskOfBias":{"down":0,"reason":{}},"inconsistency":{"down":0,"reason":{}},
      "indirectness":{"down":0,"reason":{}},"imprecision":{"down":1,"reason":{"en":"Few events."}},
      "publicationBias":{"down":0,"reason":{}}}}
      """;
  private static final String ANALYSES =
      """
      Comparison Number,Outcome Number,Subgroup Number,Name,Data Type,Statistical Method,\
      Effect Measure,Analysis Model,Events 1,Total 1,Events 2,Total 2
      1,0,0,Needles against none,,,,,,,,
      1,1,0,Pain,DIC,M-H,RR,Fixed,4,12,6,11
      1,1,0,Smith 2009,DIC,,,,4,12,6,11
      """;
  private static final String DOCUMENTS = "/reports/" + PASSED + "/documents";
  private static final UUID ROUND = new UUID(9, 9);
  private static final String NEW_ROUND = "{\"size\":1,\"seed\":1,\"chosen\":[1]}";
  private static final UUID REVIEW_TAG = new UUID(8, 8);
  private static final String TAG = "{\"name\":\"children\",\"owner\":\"review\",\"place\":1}";
  private static final String MERGE =
      "{\"representative\":%d,\"members\":[%d]}".formatted(REPRESENTATIVE, DUPLICATE);
  private static final String SPLIT = "{\"recordId\":%d}".formatted(DUPLICATE);
  private static final String ADJUDICATION = "{\"verdict\":\"include\",\"reasons\":[]}";
  private static final String PROTOCOL =
      """
      {"question":{"text":{},"population":"","intervention":"","comparison":"","outcome":"",
      "design":""},"registration":"","criteria":[],"reasons":[],"policy":{"titleAbstractVotes":2,
      "fullTextVotes":2,"conflictRule":"adjudicator","adjudicatorMayHaveVoted":false,
      "order":"random","reasonsAtTitleAbstract":false,"mask":{"authors":false,"journal":false,
      "year":false},"countsForVotingLead":false},"highlights":[],"explanation":"as it was"}
      """;

  private static Person somebody(Role role) {
    return Api.somebody(role.name().toLowerCase(java.util.Locale.ROOT));
  }

  private Person person(Role role) {
    return java.util.Objects.requireNonNull(people.get(role));
  }

  private String anotherCookie(Role role) {
    return role == Role.ANONYMOUS || role == Role.DISABLED
        ? cookie(role)
        : Api.signIn(person(role).id(), person(role).name()).cookie();
  }

  private void appoint(Role role, ReviewRole... roles) {
    Api.appoint(review, person(Role.LEAD), person(role), roles);
  }

  private String base() {
    return "/api/v1/reviews/" + review;
  }

  private Answer as(Role role, String method, String path, String body) {
    return wire.send(
        body.isEmpty()
            ? new Call(method, base() + path, Map.of(), "")
            : Call.json(method, base() + path, body),
        cookie(role));
  }

  private UUID vote(Role role, int record, String verdict) {
    return vote(person(role), record, verdict);
  }

  private UUID vote(Person reviewer, int record, String verdict) {
    UUID vote = UUID.randomUUID();
    Answer answer =
        wire.send(Call.json("PUT", votePath(record, vote), voteBody(verdict)), reviewer.cookie());
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return vote;
  }

  private String votePath(int record, UUID vote) {
    return base() + "/stages/title-abstract/records/" + record + "/votes/" + vote;
  }

  private String laterPath() {
    return base() + "/stages/title-abstract/records/" + VOTED + "/later";
  }

  private static String voteBody(String verdict) {
    return "{\"verdict\":\"%s\",\"version\":1}".formatted(verdict);
  }

  private static String adjudication(UUID id) {
    return "/stages/title-abstract/records/" + CONFLICT + "/adjudications/" + id;
  }

  private static String onConflict(String path) {
    return path.replace("{stage}", "title-abstract")
        .replace("{itemId}", Integer.toString(CONFLICT))
        .replace("{messageId}", UUID.randomUUID().toString())
        .replace("{returnId}", UUID.randomUUID().toString());
  }

  private String onNewImport(String path) {
    UUID id = imports.read("new.ris", ris(1));
    return base() + path.replace("{importId}", id.toString());
  }

  /** A file whose records are like no others. */
  private String ris(int count) {
    files++;
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= count; i++) {
      text.append("TY  - JOUR\nTI  - A trial ")
          .append(UUID.randomUUID())
          .append("\nAU  - Author")
          .append(files)
          .append(", A\nPY  - ")
          .append(1950 + files % 70)
          .append("\nER  - \n\n");
    }
    return text.toString();
  }

  private static Call json(Operation operation, String path, String body) {
    return Call.json(operation.method(), path, body);
  }
}
