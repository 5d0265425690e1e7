package org.winnow.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.winnow.Api;
import org.winnow.Api.Person;
import org.winnow.DatabaseForTests;
import org.winnow.ledger.Ledger;
import org.winnow.ledger.Projection;
import org.winnow.platform.Sql;

@QuarkusTest
@QuarkusTestResource(DatabaseForTests.class)
class SignInTest {
  @Test
  void whoeverHasSignedInIsKnown() {
    Person ann = Api.somebody("ann");
    ann.request()
        .get("/api/v1/session")
        .then()
        .statusCode(200)
        .body("signedIn", equalTo(true))
        .body("account.displayName", equalTo("ann"));
  }

  @Test
  void whatWasDecidedUnderAnotherAccountIsNotDoneInTheNameOfThisOne() {
    Person ann = Api.somebody("ann");
    UUID review = UUID.randomUUID();
    Map<String, String> body = Map.of("title", "A review", "language", "en");

    ann.sending(body)
        .header("X-Winnow-Account", UUID.randomUUID())
        .put("/api/v1/reviews/" + review)
        .then()
        .statusCode(401)
        .body("code", equalTo("other-account"));
    ann.request().get("/api/v1/reviews/" + review).then().statusCode(404);

    ann.sending(body)
        .header("X-Winnow-Account", ann.id())
        .put("/api/v1/reviews/" + review)
        .then()
        .statusCode(200);
  }

  @Test
  void nobodyIsKnownWithoutACookie() {
    Api.anonymous().get("/api/v1/session").then().body("signedIn", equalTo(false));
    Api.anonymous()
        .get("/api/v1/reviews")
        .then()
        .statusCode(401)
        .contentType("application/problem+json")
        .body("code", equalTo("sign-in-needed"));
  }

  @Test
  void aWrongNameAndAWrongPasswordGetTheSameAnswer() {
    Person ann = Api.somebody("ann");
    Response wrongPassword = attempt(ann.name(), "not her password");
    Response wrongName = attempt("nobody-" + UUID.randomUUID(), "not her password");
    assertThat(wrongPassword.statusCode()).isEqualTo(401);
    assertThat(wrongName.asString()).isEqualTo(wrongPassword.asString());
  }

  @Test
  void anAccountIsLockedAfterTooManyFailuresEvenForTheRightPassword() {
    Person ann = Api.somebody("ann");
    for (int i = 0; i < 8; i++) {
      attempt(ann.name(), "wrong " + i);
    }
    Response locked = attempt(ann.name(), Api.PASSWORD);
    assertThat(locked.statusCode()).isEqualTo(429);
    assertThat(Integer.parseInt(locked.header("Retry-After"))).isBetween(1, 901);
  }

  @Test
  void aCookieIsWorthNothingAfterSigningOut() {
    Person ann = Api.somebody("ann");
    ann.request().delete("/api/v1/session").then().statusCode(204);
    ann.request().get("/api/v1/reviews").then().statusCode(401);
  }

  @Test
  void changingThePasswordEndsTheOtherSessions() {
    Person ann = Api.somebody("ann");
    Person elsewhere = Api.signIn(ann.id(), ann.name());
    ann.sending(Map.of("current", Api.PASSWORD, "next", "another long password"))
        .put("/api/v1/account/password")
        .then()
        .statusCode(204);
    elsewhere.request().get("/api/v1/reviews").then().statusCode(401);
    ann.request().get("/api/v1/reviews").then().statusCode(200);
  }

  @Test
  void theCookieCannotBeReadByScriptsNorSentByOtherSites() {
    Person ann = Api.somebody("ann");
    assertThat(attempt(ann.name(), Api.PASSWORD).header("Set-Cookie"))
        .contains("HttpOnly")
        .contains("SameSite=Strict");
  }

  @Test
  void aChangeFromAnotherSiteIsRefused() {
    Person ann = Api.somebody("ann");
    String review = "/api/v1/reviews/" + UUID.randomUUID();
    io.restassured.RestAssured.given()
        .cookie("winnow_session", ann.cookie())
        .contentType(ContentType.JSON)
        .body(Map.of("title", "x", "language", "en"))
        .put(review)
        .then()
        .statusCode(403)
        .body("code", equalTo("missing-request-header"));
    ann.sending(Map.of("title", "x", "language", "en"))
        .header("Origin", "https://elsewhere.example")
        .put(review)
        .then()
        .statusCode(403);
    ann.request().get(review).then().statusCode(404);
  }

  @Test
  void aStrangerCannotTellAReviewFromNone() {
    Person ann = Api.somebody("ann");
    Person stranger = Api.somebody("stranger");
    UUID review = Api.reviewOf(ann);
    for (String path : new String[] {"", "/protocol", "/members", "/flow", "/sources"}) {
      Response real = stranger.request().get("/api/v1/reviews/" + review + path);
      Response none = stranger.request().get("/api/v1/reviews/" + UUID.randomUUID() + path);
      assertThat(real.statusCode()).as(path).isEqualTo(404);
      assertThat(real.asString()).as(path).isEqualTo(none.asString());
    }
  }

  @Test
  void theLastLeadCannotLeave() {
    Person ann = Api.somebody("ann");
    UUID review = Api.reviewOf(ann);
    ann.request()
        .delete("/api/v1/reviews/" + review + "/members/" + ann.id())
        .then()
        .statusCode(409)
        .body("code", equalTo("last-lead"));
  }

  @Test
  void onlyALeadAppointsMembers() {
    Person ann = Api.somebody("ann");
    Person bob = Api.somebody("bob");
    UUID review = Api.reviewOf(ann);
    Api.appoint(review, ann, bob, ReviewRole.REVIEWER);
    bob.sending(Map.of("roles", new String[] {"lead"}))
        .put("/api/v1/reviews/" + review + "/members/" + bob.id())
        .then()
        .statusCode(403)
        .body("code", equalTo("role-needed"));
  }

  @Test
  void problemsComeInTheLanguageOfTheReader() {
    Api.anonymous()
        .header("Accept-Language", "zh-CN")
        .get("/api/v1/session/nothing")
        .then()
        .statusCode(404);
    io.restassured.RestAssured.given()
        .header("Accept-Language", "zh-CN,zh;q=0.9")
        .get("/api/v1/reviews")
        .then()
        .statusCode(401)
        .body("title", equalTo("请登录"));
  }

  @Test
  void everyAnswerCarriesTheHeadersThatProtectIt() {
    Response answer = Api.anonymous().get("/api/v1/session");
    assertThat(answer.header("Content-Security-Policy"))
        .contains("default-src 'self'")
        .doesNotContain("unsafe");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void aWeakPasswordIsRefusedWithTheRule() {
    Person administrator = Api.administrator("root");
    administrator
        .sending(
            Map.of("name", "new-" + UUID.randomUUID(), "displayName", "New", "password", "short"))
        .put("/api/v1/accounts/" + UUID.randomUUID())
        .then()
        .statusCode(422)
        .body("detail", containsString("at least 10 characters"));
  }

  @Test
  void manyAttemptsAtOnceDoNotPassTheLimitTogether() throws Exception {
    Person ann = Api.somebody("ann");
    List<Callable<Integer>> attempts =
        Collections.nCopies(20, () -> attempt(ann.name(), "wrong").statusCode());
    try (ExecutorService threads = Executors.newFixedThreadPool(20)) {
      List<Integer> answers = new ArrayList<>();
      for (Future<Integer> answer : threads.invokeAll(attempts)) {
        answers.add(answer.get());
      }
      assertThat(answers).containsOnly(401, 429);
      assertThat(answers).filteredOn(status -> status == 401).hasSize(8);
    }
    forgetFailuresOfThisAddress();
  }

  @Test
  void aSessionThatIsNotUsedEnds() {
    Person ann = Api.somebody("ann");
    age(ann, "used_at", "59 minutes");
    ann.request().get("/api/v1/reviews").then().statusCode(200);
    age(ann, "used_at", "61 minutes");
    ann.request().get("/api/v1/reviews").then().statusCode(401);
  }

  @Test
  void aSessionEndsEvenWhenItIsUsed() {
    Person ann = Api.somebody("ann");
    age(ann, "started_at", "11 hours 59 minutes");
    ann.request().get("/api/v1/reviews").then().statusCode(200);
    age(ann, "started_at", "12 hours 1 minute");
    ann.request().get("/api/v1/reviews").then().statusCode(401);
  }

  @Test
  void signingInBeginsANewSessionAndEndsTheOneBefore() {
    Person ann = Api.somebody("ann");
    Response again =
        Api.anonymous()
            .cookie("winnow_session", ann.cookie())
            .contentType(ContentType.JSON)
            .body(Map.of("name", ann.name(), "password", Api.PASSWORD))
            .post("/api/v1/session");
    assertThat(again.cookie("winnow_session")).isNotEqualTo(ann.cookie());
    ann.request().get("/api/v1/reviews").then().statusCode(401);
  }

  @Test
  void aCookieThatTheServerDidNotGiveIsNotTakenOver() {
    Person ann = Api.somebody("ann");
    Response answer =
        Api.anonymous()
            .cookie("winnow_session", "chosen-by-somebody-else")
            .contentType(ContentType.JSON)
            .body(Map.of("name", ann.name(), "password", Api.PASSWORD))
            .post("/api/v1/session");
    assertThat(answer.cookie("winnow_session")).isNotEqualTo("chosen-by-somebody-else");
    Api.anonymous()
        .cookie("winnow_session", "chosen-by-somebody-else")
        .get("/api/v1/reviews")
        .then()
        .statusCode(401);
  }

  @Test
  void disablingAnAccountEndsItsSessionsAndItsSignIn() {
    Person administrator = Api.administrator("root");
    Person ann = Api.somebody("ann");
    state(administrator, ann, true).then().statusCode(200);
    ann.request().get("/api/v1/reviews").then().statusCode(401);
    assertThat(attempt(ann.name(), Api.PASSWORD).statusCode()).isEqualTo(401);
    state(administrator, ann, false).then().statusCode(200);
    ann.request().get("/api/v1/reviews").then().statusCode(401);
    assertThat(attempt(ann.name(), Api.PASSWORD).statusCode()).isEqualTo(200);
  }

  @Test
  void onlyAnAdministratorMakesAndDisablesAccounts() {
    Person ann = Api.somebody("ann");
    Person bob = Api.somebody("bob");
    state(ann, bob, true).then().statusCode(403).body("code", equalTo("role-needed"));
    ann.sending(Map.of("name", "x-" + UUID.randomUUID(), "displayName", "X"))
        .put("/api/v1/accounts/" + UUID.randomUUID())
        .then()
        .statusCode(403);
    ann.sending(Map.of("name", "taken-over", "displayName", "X", "password", Api.PASSWORD))
        .put("/api/v1/accounts/" + bob.id())
        .then()
        .statusCode(403);
  }

  @Test
  void accountsAreForLeadsAndAdministratorsToSearch() {
    Person lead = Api.somebody("lead");
    Person other = Api.somebody("other");
    Api.reviewOf(lead);
    lead.request()
        .queryParam("query", other.name())
        .get("/api/v1/accounts")
        .then()
        .statusCode(200)
        .body("items.id", contains(other.id().toString()))
        .body("items[0]", not(hasKey("disabled")));
    other
        .request()
        .queryParam("query", lead.name())
        .get("/api/v1/accounts")
        .then()
        .statusCode(403)
        .body("code", equalTo("role-needed"));
  }

  @Test
  void whoeverWasRemovedSeesNothingOfTheReviewAtOnce() {
    Person ann = Api.somebody("ann");
    Person bob = Api.somebody("bob");
    UUID review = Api.reviewOf(ann);
    String members = "/api/v1/reviews/" + review + "/members";
    Api.appoint(review, ann, bob, ReviewRole.OBSERVER);
    bob.request().get(members).then().statusCode(200);
    ann.request().delete(members + "/" + bob.id()).then().statusCode(204);
    ann.request().delete(members + "/" + bob.id()).then().statusCode(204);
    bob.request().get(members).then().statusCode(404);
  }

  @Test
  void aDisabledMemberCanBeRemovedAndADisabledLeadIsNoLead() {
    Person administrator = Api.administrator("root");
    Person ann = Api.somebody("ann");
    Person bob = Api.somebody("bob");
    UUID review = Api.reviewOf(ann);
    String members = "/api/v1/reviews/" + review + "/members/";
    Api.appoint(review, ann, bob, ReviewRole.LEAD);
    state(administrator, bob, true).then().statusCode(200);
    ann.request()
        .delete(members + ann.id())
        .then()
        .statusCode(409)
        .body("code", equalTo("last-lead"));
    ann.request().delete(members + bob.id()).then().statusCode(204);
    ann.request()
        .get("/api/v1/reviews/" + review + "/members")
        .then()
        .body("items.account.id", contains(ann.id().toString()));
  }

  @Test
  void membersAreWhatTheLedgerSays() {
    Person ann = Api.somebody("ann");
    Person bob = Api.somebody("bob");
    Person eve = Api.somebody("eve");
    UUID review = Api.reviewOf(ann);
    Api.appoint(review, ann, bob, ReviewRole.REVIEWER);
    Api.appoint(review, ann, bob, ReviewRole.REVIEWER, ReviewRole.ADJUDICATOR);
    Api.appoint(review, ann, eve, ReviewRole.OBSERVER);
    ann.request().delete("/api/v1/reviews/" + review + "/members/" + eve.id());
    assertThat(differences(review)).isEmpty();
    sql("UPDATE membership SET roles = '{lead}' WHERE account_id = ?", bob.id());
    assertThat(differences(review))
        .singleElement()
        .satisfies(
            difference -> {
              assertThat(difference.key()).isEqualTo(bob.id().toString());
              assertThat(difference.found()).isEqualTo("[LEAD]");
            });
  }

  @Test
  void anAddressWrittenAnotherWayIsGuardedToo() {
    Person ann = Api.somebody("ann");
    for (String path :
        new String[] {"/api/v1/session", "/api;x=1/v1/session", "//api/v1/session"}) {
      int status =
          io.restassured.RestAssured.given()
              .urlEncodingEnabled(false)
              .cookie("winnow_session", ann.cookie())
              .delete(path)
              .statusCode();
      assertThat(status).as(path).isEqualTo(403);
    }
    ann.request().get("/api/v1/reviews").then().statusCode(200);
  }

  @Test
  void ourOwnOriginMayChangeThings() {
    Person ann = Api.somebody("ann");
    ann.sending(Map.of("displayName", "Ann of here", "language", "zh"))
        .header(
            "Origin", io.restassured.RestAssured.baseURI + ":" + io.restassured.RestAssured.port)
        .put("/api/v1/account")
        .then()
        .statusCode(200);
    for (String origin : new String[] {"null", "http://localhost:1", "not an origin"}) {
      ann.sending(Map.of("displayName", "Ann of elsewhere", "language", "zh"))
          .header("Origin", origin)
          .put("/api/v1/account")
          .then()
          .statusCode(403);
    }
    ann.request().get("/api/v1/session").then().body("account.displayName", equalTo("Ann of here"));
  }

  @Test
  void refusalsCarryTheHeadersToo() {
    for (Response answer :
        List.of(
            Api.anonymous().get("/api/v1/reviews"),
            Api.anonymous().get("/api/v1/nothing"),
            Api.anonymous().get("/q/health/live"),
            Api.anonymous().get("/login/oidc"),
            io.restassured.RestAssured.given().delete("/api/v1/session"))) {
      assertThat(answer.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
      assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
    }
  }

  @Test
  void withoutAProviderThereIsNoOtherWayIn() {
    Api.anonymous().redirects().follow(false).get("/login/oidc?to=/").then().statusCode(404);
    Api.anonymous()
        .get("/api/v1/session")
        .then()
        .body("local", equalTo(true))
        .body("oidc", equalTo(false));
    Person ann = Api.somebody("ann");
    UUID review = Api.reviewOf(ann);
    ann.sending(Map.of("email", "new@winnow.example", "roles", List.of("reviewer")))
        .put("/api/v1/reviews/" + review + "/invitations/" + UUID.randomUUID())
        .then()
        .statusCode(409)
        .body("code", equalTo("invitations-need-oidc"));
  }

  @Test
  void aLanguageThatIsNoneGetsEnglish() {
    io.restassured.RestAssured.given()
        .header("Accept-Language", "!!!")
        .delete("/api/v1/session")
        .then()
        .statusCode(403)
        .body("title", equalTo("Request refused"));
  }

  @Test
  void setUpNeedsTheTokenOfTheConsole() {
    Api.administrator("root");
    Api.anonymous().get("/api/v1/setup").then().body("needed", equalTo(false));
    Api.anonymous()
        .contentType(ContentType.JSON)
        .body(
            Map.of(
                "token", "", "name", "mallory", "displayName", "Mallory", "password", Api.PASSWORD))
        .post("/api/v1/setup")
        .then()
        .statusCode(403)
        .body("code", equalTo("setup-refused"));
  }

  private static Response state(Person by, Person of, boolean disabled) {
    return by.sending(Map.of("disabled", disabled)).put("/api/v1/accounts/" + of.id() + "/state");
  }

  private static void age(Person person, String column, String by) {
    sql(
        "UPDATE session SET " + column + " = now() - interval '" + by + "' WHERE account_id = ?",
        person.id());
  }

  private static void forgetFailuresOfThisAddress() {
    sql("DELETE FROM failed_sign_in WHERE subject LIKE ?", "address %");
  }

  private static void sql(String statement, Object... arguments) {
    QuarkusTransaction.requiringNew().run(() -> Api.bean(Sql.class).update(statement, arguments));
  }

  private static List<Projection.Difference> differences(UUID review) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              Projection.Replay replay = Api.bean(TeamProjection.class).replay(review);
              Api.bean(Ledger.class).after(review, 0, 1000).forEach(replay::apply);
              return replay.differences();
            });
  }

  private static Response attempt(String name, String password) {
    return Api.anonymous()
        .contentType(ContentType.JSON)
        .body(Map.of("name", name, "password", password))
        .post("/api/v1/session");
  }
}
