package org.winnow.team;

import io.quarkus.elytron.security.common.BcryptUtil;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.winnow.platform.RuleViolation;
import org.winnow.platform.Sql;

/** The accounts of this installation. Every method belongs to the caller's transaction. */
@ApplicationScoped
public class Accounts {
  private static final int SHORTEST_PASSWORD = 10;

  private final AccountRepository accounts;
  private final Sql sql;
  private final Clock clock;

  Accounts(AccountRepository accounts, Sql sql, Clock clock) {
    this.accounts = accounts;
    this.sql = sql;
    this.clock = clock;
  }

  /** Makes an account with a password, or gives a known one these properties. */
  public void put(
      UUID id, String name, String displayName, String language, boolean administrator) {
    Optional<Account> sameName = byName(name).filter(account -> !account.id().equals(id));
    if (sameName.isPresent()) {
      throw new RuleViolation("name-taken", name);
    }
    Optional<Account> known = byId(id);
    if (known.isPresent()) {
      known.get().rename(name, displayName);
    } else {
      accounts.persist(
          new Account(id, name, displayName, language, administrator, clock.instant()));
    }
  }

  /**
   * @throws RuleViolation {@code weak-password} when it is too short but for the name in it
   */
  public void setPassword(UUID id, String password) {
    Account account = byId(id).orElseThrow(RuleViolation::notFound);
    String withoutName =
        password.toLowerCase(Locale.ROOT).replace(account.name().toLowerCase(Locale.ROOT), "");
    if (withoutName.length() < SHORTEST_PASSWORD) {
      throw RuleViolation.invalid("weak-password", SHORTEST_PASSWORD);
    }
    account.protect(BcryptUtil.bcryptHash(password));
  }

  public boolean isKnown(UUID id) {
    return byId(id).isPresent();
  }

  boolean anyAdministrator() {
    return accounts.anyAdministrator();
  }

  boolean leadsAnyReview(UUID id) {
    return sql.number(
            "SELECT count(*) FROM membership WHERE account_id = ? AND 'lead' = ANY(roles)", id)
        > 0;
  }

  Optional<Account> byId(UUID id) {
    return accounts.findByIdOptional(id);
  }

  Optional<Account> byName(String name) {
    return accounts.named(name);
  }

  Optional<Account> bySubject(String subject) {
    return accounts.ofSubject(subject);
  }

  String passwordHash(UUID id) {
    return byId(id).map(Account::passwordHash).orElse("");
  }

  List<Account> search(String query, int limit) {
    return accounts.called(query, limit);
  }

  void setProfile(UUID id, String displayName, String language) {
    byId(id)
        .ifPresent(
            account -> {
              account.rename(account.name(), displayName);
              account.speak(language);
            });
  }

  void setDisabled(UUID id, boolean disabled) {
    byId(id).ifPresent(disabled ? Account::disable : Account::enable);
  }

  void makeAdministrator(UUID id) {
    byId(id).ifPresent(Account::promote);
  }

  void linkSubject(UUID id, String subject) {
    byId(id).ifPresent(account -> account.link(subject));
  }
}
