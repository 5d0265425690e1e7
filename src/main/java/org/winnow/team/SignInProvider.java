package org.winnow.team;

import io.quarkus.oidc.Oidc;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.runtime.OidcTenantConfig.ApplicationType;
import io.quarkus.vertx.http.security.HttpSecurity;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The OpenID Connect provider of the configuration. It is asked at one address only, and only to
 * learn who somebody is; from then on our own session counts. Without a provider nothing of this is
 * there.
 */
@Singleton
class SignInProvider {
  static final String ADDRESS = "/login/oidc";

  private final Optional<String> url;
  private final Optional<String> clientId;
  private final Optional<String> clientSecret;
  private final Optional<String> name;

  SignInProvider(
      @ConfigProperty(name = "winnow.oidc.url") Optional<String> url,
      @ConfigProperty(name = "winnow.oidc.client-id") Optional<String> clientId,
      @ConfigProperty(name = "winnow.oidc.client-secret") Optional<String> clientSecret,
      @ConfigProperty(name = "winnow.oidc.name") Optional<String> name) {
    this.url = url;
    this.clientId = clientId;
    this.clientSecret = clientSecret;
    this.name = name;
  }

  boolean isConfigured() {
    return url.isPresent();
  }

  /** What people call the provider, such as the name of their university. */
  Optional<String> name() {
    return name.filter(_ -> isConfigured());
  }

  void configure(@Observes Oidc oidc) {
    if (url.isEmpty()) {
      return;
    }
    oidc.create(
        OidcTenantConfig.authServerUrl(url.get())
            .applicationType(ApplicationType.WEB_APP)
            .clientId(needed(clientId, "WINNOW_OIDC_CLIENT_ID"))
            .credentials(needed(clientSecret, "WINNOW_OIDC_CLIENT_SECRET"))
            // A provider that starts after us, or is down for a while, must not keep us down.
            .connectionDelay(Duration.ofSeconds(5))
            .authentication()
            .pkceRequired()
            .scopes("profile", "email")
            .cookiePath(ADDRESS)
            .errorPath("/sign-in")
            .end()
            .build());
  }

  void protect(@Observes HttpSecurity security) {
    if (isConfigured()) {
      security.path(ADDRESS).authorizationCodeFlow().authenticated();
    }
  }

  private static String needed(Optional<String> value, String variable) {
    return value.orElseThrow(
        () -> new IllegalStateException("WINNOW_OIDC_URL is set, so " + variable + " must be too"));
  }
}
