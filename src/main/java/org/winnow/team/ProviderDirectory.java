package org.winnow.team;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.UsersResource;
import org.keycloak.representations.idm.UserRepresentation;
import org.winnow.platform.RuleViolation;

/** The people a Keycloak knows, as far as its administrator lets us add to them. */
@Singleton
class ProviderDirectory {
  private static final Logger LOG = Logger.getLogger(ProviderDirectory.class);
  private static final List<String> BEFORE_FIRST_SIGN_IN =
      List.of("VERIFY_EMAIL", "UPDATE_PROFILE", "UPDATE_PASSWORD");

  private final Optional<String> url;
  private final String realm;
  private final Instance<Keycloak> keycloak;

  ProviderDirectory(
      @ConfigProperty(name = "winnow.keycloak.admin.url") Optional<String> url,
      @ConfigProperty(name = "winnow.keycloak.admin.realm", defaultValue = "winnow") String realm,
      Instance<Keycloak> keycloak) {
    this.url = url;
    this.realm = realm;
    this.keycloak = keycloak;
  }

  boolean isConfigured() {
    return url.isPresent();
  }

  /**
   * Makes somebody known who is not yet, and has Keycloak write to them until they have answered.
   *
   * @throws RuleViolation {@code invitation-not-sent} when Keycloak does not do it
   */
  void invite(String email) {
    try {
      UsersResource users = keycloak.get().realm(realm).users();
      List<UserRepresentation> known = users.searchByEmail(email, true);
      if (known.isEmpty()) {
        write(users, add(users, email));
      } else if (!known.getFirst().isEmailVerified()) {
        write(users, known.getFirst().getId());
      }
    } catch (WebApplicationException | ProcessingException e) {
      LOG.warnf("Keycloak did not send an invitation: %s", e.getMessage());
      throw RuleViolation.withStatus(502, "invitation-not-sent");
    }
  }

  private static void write(UsersResource users, String id) {
    users.get(id).executeActionsEmail(BEFORE_FIRST_SIGN_IN);
  }

  private static String add(UsersResource users, String email) {
    UserRepresentation user = new UserRepresentation();
    user.setUsername(email);
    user.setEmail(email);
    user.setEnabled(true);
    user.setRequiredActions(BEFORE_FIRST_SIGN_IN);
    try (Response response = users.create(user)) {
      return CreatedResponseUtil.getCreatedId(response);
    }
  }
}
