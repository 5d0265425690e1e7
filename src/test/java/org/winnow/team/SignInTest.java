package org.winnow.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.winnow.Api;
import org.winnow.Api.Person;
import org.winnow.DatabaseForTests;

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
    assertThat(locked.header("Retry-After")).isEqualTo("900");
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

  private static Response attempt(String name, String password) {
    return Api.anonymous()
        .contentType(ContentType.JSON)
        .body(Map.of("name", name, "password", password))
        .post("/api/v1/session");
  }
}
