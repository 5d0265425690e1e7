package org.winnow.team;

import io.quarkus.oidc.OidcSession;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.winnow.platform.RuleViolation;

/** Where a browser goes to sign in elsewhere, and comes back to. */
@Path(SignInProvider.ADDRESS)
class OidcResource {
  /** A path of ours: browsers take // and /\ for another host, and drop control characters. */
  private static final Pattern OUR_PATH = Pattern.compile("/(?![/\\\\])[!-~&&[^\\\\]]*");

  private static final Duration GOODBYE_LIMIT = Duration.ofSeconds(10);

  private final SignInProvider provider;
  private final ProvidedAccountService provided;
  private final SessionService sessions;
  private final OidcSession atProvider;

  OidcResource(
      SignInProvider provider,
      ProvidedAccountService provided,
      SessionService sessions,
      OidcSession atProvider) {
    this.provider = provider;
    this.provided = provided;
    this.sessions = sessions;
    this.atProvider = atProvider;
  }

  /** Reached only by somebody for whom the provider has vouched. */
  @GET
  @PublicEndpoint
  public Response signIn(
      @QueryParam("to") @Nullable String to,
      @CookieParam(SessionService.COOKIE) @Nullable String former,
      @Context HttpServerRequest request) {
    if (!provider.isConfigured()) {
      throw RuleViolation.notFound();
    }
    ProvidedIdentity identity = identity(atProvider.getIdToken());
    // Else the next person at this browser would be let in as this one.
    atProvider.logout().await().atMost(GOODBYE_LIMIT);
    Account account = provided.accountOf(identity);
    if (account.disabled()) {
      return Response.seeOther(URI.create("/sign-in?error=account-disabled")).build();
    }
    sessions.signOut(former == null ? "" : former);
    return Response.seeOther(URI.create(ourPath(to)))
        .cookie(
            SessionResource.cookie(sessions.begin(account.id()), "https".equals(request.scheme())))
        .build();
  }

  static String ourPath(@Nullable String to) {
    return to != null && OUR_PATH.matcher(to).matches() ? to : "/";
  }

  private static ProvidedIdentity identity(JsonWebToken token) {
    String email = claim(token, "email");
    boolean verified =
        token.getClaim("email_verified") instanceof Object claim && claim.toString().equals("true");
    return ProvidedIdentity.of(
        token.getIssuer(),
        token.getSubject(),
        claim(token, "preferred_username"),
        claim(token, "name"),
        claim(token, "locale"),
        verified ? ProvidedIdentity.Email.verified(email) : ProvidedIdentity.Email.claimed(email));
  }

  private static String claim(JsonWebToken token, String name) {
    return token.getClaim(name) instanceof Object claim ? claim.toString().strip() : "";
  }
}
