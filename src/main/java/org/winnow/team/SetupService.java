package org.winnow.team;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.winnow.platform.RuleViolation;

/** The first administrator, made by whoever can read the server's console. */
@ApplicationScoped
class SetupService {
  private static final Logger LOG = Logger.getLogger(SetupService.class);

  private final Accounts accounts;
  private final Optional<String> demo;
  private final boolean local;
  private final String host;
  private final int port;
  private String token = "";

  SetupService(
      Accounts accounts,
      @ConfigProperty(name = "winnow.demo") Optional<String> demo,
      @ConfigProperty(name = "winnow.local-accounts", defaultValue = "true") boolean local,
      @ConfigProperty(name = "quarkus.http.host") String host,
      @ConfigProperty(name = "quarkus.http.port") int port) {
    this.accounts = accounts;
    this.demo = demo;
    this.local = local;
    this.host = host;
    this.port = port;
  }

  @Transactional
  void announce(@Observes StartupEvent started) {
    if (demo.isEmpty() && isNeeded()) {
      byte[] bytes = new byte[12];
      new SecureRandom().nextBytes(bytes);
      token = HexFormat.of().formatHex(bytes);
      LOG.warnf(
          "Nobody administers this installation yet. Become its first administrator at"
              + " http://%s:%d/setup with this token: %s",
          host, port, token);
    }
  }

  @Transactional
  boolean isNeeded() {
    return local && !accounts.anyAdministrator();
  }

  /**
   * @throws RuleViolation {@code setup-refused} when there is an administrator or the token is
   *     another
   */
  @Transactional
  void setUp(String given, String name, String displayName, String password) {
    boolean matches =
        !token.isEmpty()
            && MessageDigest.isEqual(
                token.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    if (!matches || !isNeeded()) {
      throw RuleViolation.withStatus(403, "setup-refused");
    }
    UUID id = UUID.randomUUID();
    accounts.put(id, name, displayName, "en", true);
    accounts.setPassword(id, password);
  }
}
