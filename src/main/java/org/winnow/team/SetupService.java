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
  private String token = "";

  SetupService(Accounts accounts, @ConfigProperty(name = "winnow.demo") Optional<String> demo) {
    this.accounts = accounts;
    this.demo = demo;
  }

  @Transactional
  void announce(@Observes StartupEvent started) {
    if (demo.isEmpty() && !accounts.anybody()) {
      byte[] bytes = new byte[12];
      new SecureRandom().nextBytes(bytes);
      token = HexFormat.of().formatHex(bytes);
      LOG.infof(
          "No accounts yet. Make the first administrator at /setup with this token: %s", token);
    }
  }

  @Transactional
  boolean isNeeded() {
    return !accounts.anybody();
  }

  /**
   * @throws RuleViolation {@code setup-refused} when there are accounts or the token is another
   */
  @Transactional
  void setUp(String given, String name, String displayName, String password) {
    boolean matches =
        !token.isEmpty()
            && MessageDigest.isEqual(
                token.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    if (!matches || accounts.anybody()) {
      throw RuleViolation.withStatus(403, "setup-refused");
    }
    UUID id = UUID.randomUUID();
    accounts.put(id, name, displayName, "en", true);
    accounts.setPassword(id, password);
  }
}
