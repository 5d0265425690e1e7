package org.winnow.team;

import io.quarkus.elytron.security.common.BcryptUtil;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.winnow.platform.FileStore;
import org.winnow.platform.RuleViolation;
import org.winnow.platform.Sql;

/** Signing in and out, and who a cookie belongs to. */
@ApplicationScoped
class SessionService {
  static final String COOKIE = "winnow_session";

  private static final int FAILURES_ALLOWED = 8;
  private static final Duration FAILURES_COUNT_FOR = Duration.ofMinutes(15);

  /** Writing the time of each request would make every read a write. */
  private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

  /** An unknown name must take as long as a wrong password. */
  private static final String NOBODYS_HASH = BcryptUtil.bcryptHash("nobody's password");

  private final Sql sql;
  private final Accounts accounts;
  private final Clock clock;
  private final Duration idle;
  private final Duration longest;
  private final SecureRandom random = new SecureRandom();

  SessionService(
      Sql sql,
      Accounts accounts,
      Clock clock,
      @ConfigProperty(name = "winnow.session.idle", defaultValue = "60m") Duration idle,
      @ConfigProperty(name = "winnow.session.longest", defaultValue = "12h") Duration longest) {
    this.sql = sql;
    this.accounts = accounts;
    this.clock = clock;
    this.idle = idle;
    this.longest = longest;
  }

  /** A new session; its token goes into the cookie and nowhere else. */
  record Begun(String token, Account account) {}

  /**
   * Signs an account in with its password.
   *
   * @throws RuleViolation {@code wrong-credentials}, the same for a wrong name and a wrong
   *     password; {@code account-locked} after too many of them
   */
  @Transactional(dontRollbackOn = RuleViolation.class)
  Begun signIn(String name, String password, String address) {
    refuseWhenLocked("name " + name.toLowerCase(Locale.ROOT));
    refuseWhenLocked("address " + address);
    Optional<Account> account = accounts.byName(name).filter(found -> !found.disabled());
    String hash = account.map(found -> accounts.passwordHash(found.id())).orElse("");
    boolean matches = BcryptUtil.matches(password, hash.isEmpty() ? NOBODYS_HASH : hash);
    if (account.isEmpty() || hash.isEmpty() || !matches) {
      noteFailure("name " + name.toLowerCase(Locale.ROOT));
      noteFailure("address " + address);
      throw RuleViolation.withStatus(401, "wrong-credentials");
    }
    sql.update(
        "DELETE FROM failed_sign_in WHERE subject = ?", "name " + name.toLowerCase(Locale.ROOT));
    return new Begun(begin(account.get().id()), account.get());
  }

  /** Begins a session for an account that has proved itself. */
  @Transactional
  String begin(UUID account) {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    Instant now = clock.instant();
    sql.update(
        "INSERT INTO session (token_hash, account_id, started_at, used_at) VALUES (?, ?, ?, ?)",
        hash(token),
        account,
        now,
        now);
    sql.update("DELETE FROM session WHERE started_at < ?", now.minus(longest));
    return token;
  }

  /** Whose session a token is; empty when it has ended. */
  @Transactional
  Optional<UUID> accountOf(String token) {
    record Found(UUID account, Instant usedAt) {}
    Instant now = clock.instant();
    Optional<Found> found =
        sql.one(
            "SELECT s.account_id, s.used_at FROM session s JOIN account a ON a.id = s.account_id"
                + " WHERE s.token_hash = ? AND s.started_at > ? AND s.used_at > ? AND NOT"
                + " a.disabled",
            row -> new Found(row.getObject(1, UUID.class), row.getTimestamp(2).toInstant()),
            hash(token),
            now.minus(longest),
            now.minus(idle));
    if (found.isPresent() && found.get().usedAt().isBefore(now.minus(NOTED_EVERY))) {
      sql.update("UPDATE session SET used_at = ? WHERE token_hash = ?", now, hash(token));
    }
    return found.map(Found::account);
  }

  @Transactional
  void signOut(String token) {
    sql.update("DELETE FROM session WHERE token_hash = ?", hash(token));
  }

  /** Ends every session of an account but the one given. */
  @Transactional
  void endOthers(UUID account, String token) {
    sql.update(
        "DELETE FROM session WHERE account_id = ? AND token_hash <> ?", account, hash(token));
  }

  /** Whether a password is the account's own. */
  boolean knows(UUID account, String password) {
    String hash = accounts.passwordHash(account);
    return !hash.isEmpty() && BcryptUtil.matches(password, hash);
  }

  private void refuseWhenLocked(String subject) {
    Instant since = clock.instant().minus(FAILURES_COUNT_FOR);
    long failures =
        sql.number(
            "SELECT count(*) FROM failed_sign_in WHERE subject = ? AND at > ?", subject, since);
    int allowed = subject.startsWith("address") ? FAILURES_ALLOWED * 5 : FAILURES_ALLOWED;
    if (failures >= allowed) {
      throw RuleViolation.withStatus(429, "account-locked", FAILURES_COUNT_FOR.toMinutes())
          .with(Map.of("retryAfter", FAILURES_COUNT_FOR.toSeconds()));
    }
  }

  private void noteFailure(String subject) {
    sql.update("INSERT INTO failed_sign_in (subject, at) VALUES (?, ?)", subject, clock.instant());
    sql.update(
        "DELETE FROM failed_sign_in WHERE at < ?",
        clock.instant().minus(FAILURES_COUNT_FOR.multipliedBy(4)));
  }

  private static String hash(String token) {
    return HexFormat.of()
        .formatHex(FileStore.sha256().digest(token.getBytes(StandardCharsets.UTF_8)));
  }
}
