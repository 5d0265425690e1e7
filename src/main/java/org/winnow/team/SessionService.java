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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.winnow.platform.FileStore;
import org.winnow.platform.RuleViolation;
import org.winnow.platform.Sql;
import org.winnow.team.AttemptService.Subject;

/** Signing in and out, and who a cookie belongs to. */
@ApplicationScoped
class SessionService {
  static final String COOKIE = "winnow_session";

  /** Writing the time of each request would make every read a write. */
  private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

  /** An unknown name must take as long as a wrong password. */
  private static final String NOBODYS_HASH = BcryptUtil.bcryptHash("nobody's password");

  private final Sql sql;
  private final Accounts accounts;
  private final AttemptService attempts;
  private final Clock clock;
  private final Duration idle;
  private final Duration longest;
  private final SecureRandom random = new SecureRandom();

  SessionService(
      Sql sql,
      Accounts accounts,
      AttemptService attempts,
      Clock clock,
      @ConfigProperty(name = "winnow.session.idle", defaultValue = "60m") Duration idle,
      @ConfigProperty(name = "winnow.session.longest", defaultValue = "12h") Duration longest) {
    this.sql = sql;
    this.accounts = accounts;
    this.attempts = attempts;
    this.clock = clock;
    this.idle = idle;
    this.longest = longest;
  }

  /** A new session; its token goes into the cookie and nowhere else. */
  record Begun(String token, Account account) {}

  /** Who makes a request, and what they are in the review that it is about. */
  record Visit(UUID account, Set<ReviewRole> roles) {}

  record Known(Account account, String passwordHash) {}

  /**
   * Signs an account in with its password.
   *
   * @throws RuleViolation {@code wrong-credentials}, the same for a wrong name and a wrong
   *     password; {@code account-locked} after too many of them
   */
  Begun signIn(String name, String password, String address) {
    List<Subject> subjects = List.of(Subject.name(name), Subject.address(address));
    Instant begun = attempts.begin(subjects);
    Optional<Known> known = known(name);
    // Outside of any transaction: hashing takes long, and connections are few.
    boolean matches =
        BcryptUtil.matches(password, known.map(Known::passwordHash).orElse(NOBODYS_HASH));
    if (known.isEmpty() || !matches) {
      throw RuleViolation.withStatus(401, "wrong-credentials");
    }
    attempts.succeeded(subjects, begun);
    Account account = known.get().account();
    return new Begun(begin(account.id()), account);
  }

  @Transactional
  Optional<Known> known(String name) {
    return accounts
        .byName(name)
        .filter(account -> !account.disabled())
        .map(account -> new Known(account, accounts.passwordHash(account.id())))
        .filter(known -> !known.passwordHash().isEmpty());
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
    sql.update(
        "DELETE FROM session WHERE started_at < ? OR used_at < ?",
        now.minus(longest),
        now.minus(idle));
    return token;
  }

  /** Whose session a token is, with their roles in a review; empty when it has ended. */
  @Transactional
  Optional<Visit> visit(String token, @Nullable UUID reviewId) {
    record Found(Visit visit, Instant usedAt) {}
    Instant now = clock.instant();
    Optional<Found> found =
        sql.one(
            "SELECT s.account_id, s.used_at, COALESCE(m.roles, '{}') FROM session s"
                + " JOIN account a ON a.id = s.account_id"
                + " LEFT JOIN membership m ON m.account_id = a.id AND m.review_id = ?"
                + " WHERE s.token_hash = ? AND s.started_at > ? AND s.used_at > ?"
                + " AND NOT a.disabled",
            row ->
                new Found(
                    new Visit(
                        row.getObject(1, UUID.class),
                        Members.roles((String[]) row.getArray(3).getArray())),
                    row.getTimestamp(2).toInstant()),
            reviewId,
            hash(token),
            now.minus(longest),
            now.minus(idle));
    if (found.isPresent() && found.get().usedAt().isBefore(now.minus(NOTED_EVERY))) {
      sql.update("UPDATE session SET used_at = ? WHERE token_hash = ?", now, hash(token));
    }
    return found.map(Found::visit);
  }

  /** Whether a session goes on; asking does not prolong it. */
  boolean isOpen(String tokenHash) {
    Instant now = clock.instant();
    return sql.number(
            "SELECT count(*) FROM session s JOIN account a ON a.id = s.account_id WHERE s.token_hash"
                + " = ? AND s.started_at > ? AND s.used_at > ? AND NOT a.disabled",
            tokenHash,
            now.minus(longest),
            now.minus(idle))
        == 1;
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

  /**
   * @throws RuleViolation {@code wrong-password} when it is not the account's own; {@code
   *     account-locked} after too many of them
   */
  void refuseUnlessKnows(UUID account, String password) {
    List<Subject> subjects = List.of(Subject.passwordOf(account));
    Instant begun = attempts.begin(subjects);
    String hash = accounts.passwordHash(account);
    if (hash.isEmpty() || !BcryptUtil.matches(password, hash)) {
      throw RuleViolation.invalid("wrong-password");
    }
    attempts.succeeded(subjects, begun);
  }

  static String hash(String token) {
    return HexFormat.of()
        .formatHex(FileStore.sha256().digest(token.getBytes(StandardCharsets.UTF_8)));
  }
}
