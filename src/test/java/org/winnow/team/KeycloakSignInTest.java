package org.winnow.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.winnow.Api;
import org.winnow.Api.Person;
import org.winnow.DatabaseForTests;

@QuarkusTest
@Tag("keycloak")
@TestProfile(KeycloakSignInTest.WithKeycloak.class)
class KeycloakSignInTest {
  @TestHTTPResource("/")
  URI server;

  MailForTests mail;

  /** As the realm knows us; the name of loopback would be another site. */
  URI us;

  @BeforeEach
  void addressAsTheRealmKnowsIt() {
    us = URI.create("http://127.0.0.1:" + server.getPort() + "/");
  }

  public static class WithKeycloak implements QuarkusTestProfile {
    @Override
    public List<TestResourceEntry> testResources() {
      return List.of(
          new TestResourceEntry(DatabaseForTests.class),
          new TestResourceEntry(KeycloakForTests.class));
    }

    @Override
    public boolean disableGlobalTestResources() {
      return true;
    }
  }

  @Test
  void whoeverKeycloakVouchesForIsSignedIn() throws Exception {
    try (BrowserForTests browser = new BrowserForTests()) {
      RequestSpecification ann = signedIn(browser, "ann");
      ann.get("/api/v1/session")
          .then()
          .statusCode(200)
          .body("signedIn", equalTo(true))
          .body("oidc", equalTo(true))
          .body("oidcName", equalTo("Example University"))
          .body("account.displayName", equalTo("Ann Lead"))
          .body("account.administrator", equalTo(true));
      assertThat(browser.visited())
          .anySatisfy(
              address ->
                  assertThat(address.getRawQuery())
                      .contains("response_type=code")
                      .contains("code_challenge_method=S256"));
      assertThat(browser.cookiesOf(us).keySet())
          .as("only our own session is left, the provider's tokens are not kept")
          .containsExactly(SessionService.COOKIE);
    }
  }

  @Test
  void theSamePersonComesBackToTheSameAccount() throws Exception {
    assertThat(accountOf("bob")).isEqualTo(accountOf("bob"));
  }

  @Test
  void aLocalAccountOfTheSameNameIsNotJoined() throws Exception {
    Person local = Api.somebody("carol");
    String name = local.name();
    UUID provided =
        Api.bean(ProvidedAccountService.class)
            .accountOf(
                ProvidedIdentity.of(
                    "https://elsewhere.example",
                    UUID.randomUUID().toString(),
                    name,
                    "Carol",
                    "zh-CN",
                    ProvidedIdentity.Email.claimed("carol@winnow.example")))
            .id();
    assertThat(provided).isNotEqualTo(local.id());
  }

  @Test
  void aWrongPasswordAtTheProviderSignsNobodyIn() throws Exception {
    try (BrowserForTests browser = new BrowserForTests()) {
      BrowserForTests.Page form = browser.open(us.resolve("/login/oidc?to=/"));
      BrowserForTests.Page again = browser.signIn(form, "ann", "not her password");
      assertThat(again.address().getAuthority()).isNotEqualTo(us.getAuthority());
      assertThat(browser.cookiesOf(us)).doesNotContainKey(SessionService.COOKIE);
    }
  }

  @Test
  void theWayBackLeadsToNoOtherSite() throws Exception {
    try (BrowserForTests browser = new BrowserForTests()) {
      BrowserForTests.Page form = browser.open(us.resolve("/login/oidc?to=//elsewhere.example/"));
      BrowserForTests.Page page = browser.signIn(form, "bob", KeycloakForTests.PASSWORD);
      assertThat(page.address()).isEqualTo(us.resolve("/"));
    }
  }

  @Test
  void anInvitedPersonIsAMemberAfterSigningIn() throws Exception {
    Person lead = Api.somebody("lead");
    UUID review = Api.reviewOf(lead);
    String invitation = "/api/v1/reviews/" + review + "/invitations/" + UUID.randomUUID();
    for (int i = 0; i < 2; i++) {
      lead.sending(Map.of("email", "Bob@winnow.example", "roles", List.of("reviewer")))
          .put(invitation)
          .then()
          .statusCode(200);
    }
    UUID bob = accountOf("bob");
    lead.request()
        .get("/api/v1/reviews/" + review + "/members")
        .then()
        .body("items.account.id", hasItem(bob.toString()))
        .body("items.find { it.account.id == '" + bob + "' }.roles", equalTo(List.of("reviewer")));
    assertThat(mail.recipients()).doesNotContain("bob@winnow.example");
  }

  @Test
  void keycloakWritesToPeopleWhomItDoesNotKnowYet() {
    Person lead = Api.somebody("lead");
    UUID review = Api.reviewOf(lead);
    lead.sending(Map.of("email", "new@winnow.example", "roles", List.of("observer")))
        .put("/api/v1/reviews/" + review + "/invitations/" + UUID.randomUUID())
        .then()
        .statusCode(200);
    assertThat(mail.recipients()).contains("new@winnow.example");
  }

  private UUID accountOf(String name) throws Exception {
    try (BrowserForTests browser = new BrowserForTests()) {
      return UUID.fromString(
          signedIn(browser, name).get("/api/v1/session").then().extract().path("account.id"));
    }
  }

  private RequestSpecification signedIn(BrowserForTests browser, String name) throws Exception {
    BrowserForTests.Page form = browser.open(us.resolve("/login/oidc?to=/reviews"));
    BrowserForTests.Page page = browser.signIn(form, name, KeycloakForTests.PASSWORD);
    assertThat(page.address()).isEqualTo(us.resolve("/reviews"));
    return Api.anonymous()
        .cookie(SessionService.COOKIE, browser.cookiesOf(us).get(SessionService.COOKIE));
  }
}
