package org.winnow.team;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.core.http.HttpServerRequest;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.winnow.platform.RuleViolation;

@Path("/api/v1/session")
class SessionResource {
  private final SessionService sessions;
  private final Accounts accounts;
  private final CurrentAccount current;
  private final boolean local;
  private final SignInProvider provider;

  SessionResource(
      SessionService sessions,
      Accounts accounts,
      CurrentAccount current,
      SignInProvider provider,
      @ConfigProperty(name = "winnow.local-accounts", defaultValue = "true") boolean local) {
    this.sessions = sessions;
    this.accounts = accounts;
    this.current = current;
    this.local = local;
    this.provider = provider;
  }

  record Credentials(
      @NotNull @Size(max = 200) String name, @NotNull @Size(max = 200) String password) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record SessionView(
      boolean signedIn,
      @Nullable Me account,
      boolean local,
      boolean oidc,
      @Nullable String oidcName) {}

  record Me(UUID id, String name, String displayName, String language, boolean administrator) {
    static Me of(Account account) {
      return new Me(
          account.id(),
          account.name(),
          account.displayName(),
          account.language(),
          account.administrator());
    }
  }

  @GET
  @PublicEndpoint
  @Transactional
  public SessionView session() {
    return view(current.known().flatMap(accounts::byId));
  }

  @POST
  @PublicEndpoint
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = SessionView.class)))
  public Response signIn(
      @NotNull @Valid Credentials credentials,
      @CookieParam(SessionService.COOKIE) @Nullable String former,
      @Context HttpServerRequest request) {
    if (!local) {
      throw RuleViolation.withStatus(401, "wrong-credentials");
    }
    SessionService.Begun begun =
        sessions.signIn(
            credentials.name().strip(),
            credentials.password(),
            request.remoteAddress().hostAddress());
    sessions.signOut(former == null ? "" : former);
    return Response.ok(view(Optional.of(begun.account())))
        .cookie(cookie(begun.token(), "https".equals(request.scheme())))
        .build();
  }

  @DELETE
  @PublicEndpoint
  @APIResponse(responseCode = "204")
  public Response signOut(@CookieParam(SessionService.COOKIE) @Nullable String token) {
    if (token != null) {
      sessions.signOut(token);
    }
    return Response.noContent()
        .cookie(new NewCookie.Builder(SessionService.COOKIE).value("").path("/").maxAge(0).build())
        .build();
  }

  static NewCookie cookie(String token, boolean secure) {
    return new NewCookie.Builder(SessionService.COOKIE)
        .value(token)
        .path("/")
        .httpOnly(true)
        .secure(secure)
        .sameSite(NewCookie.SameSite.STRICT)
        .build();
  }

  private SessionView view(Optional<Account> account) {
    return new SessionView(
        account.isPresent(),
        account.map(Me::of).orElse(null),
        local,
        provider.isConfigured(),
        provider.name().orElse(null));
  }
}
