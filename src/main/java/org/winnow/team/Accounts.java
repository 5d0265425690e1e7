package org.winnow.team;

import io.quarkus.elytron.security.common.BcryptUtil;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
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
  private static final String COLUMNS = "id, name, display_name, language, administrator, disabled";

  private final Sql sql;
  private final Clock clock;

  Accounts(Sql sql, Clock clock) {
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
    sql.update(
        "INSERT INTO account (id, name, display_name, language, administrator, created_at) VALUES"
            + " (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET name = excluded.name, display_name"
            + " = excluded.display_name",
        id,
        name,
        displayName,
        language,
        administrator,
        clock.instant());
  }

  /**
   * @throws RuleViolation {@code weak-password} when it is too short but for the name in it
   */
  public void setPassword(UUID id, String password) {
    String name = byId(id).map(Account::name).orElseThrow(RuleViolation::notFound);
    String withoutName =
        password.toLowerCase(Locale.ROOT).replace(name.toLowerCase(Locale.ROOT), "");
    if (withoutName.length() < SHORTEST_PASSWORD) {
      throw RuleViolation.invalid("weak-password", SHORTEST_PASSWORD);
    }
    sql.update(
        "UPDATE account SET password_hash = ? WHERE id = ?", BcryptUtil.bcryptHash(password), id);
  }

  public boolean isKnown(UUID id) {
    return byId(id).isPresent();
  }

  boolean anyAdministrator() {
    return sql.number("SELECT count(*) FROM account WHERE administrator") > 0;
  }

  boolean leadsAnyReview(UUID id) {
    return sql.number(
            "SELECT count(*) FROM membership WHERE account_id = ? AND 'lead' = ANY(roles)", id)
        > 0;
  }

  Optional<Account> byId(UUID id) {
    return sql.one("SELECT " + COLUMNS + " FROM account WHERE id = ?", Accounts::account, id);
  }

  Optional<Account> byName(String name) {
    return sql.one(
        "SELECT " + COLUMNS + " FROM account WHERE lower(name) = lower(?)",
        Accounts::account,
        name);
  }

  Optional<Account> bySubject(String subject) {
    return sql.one(
        "SELECT " + COLUMNS + " FROM account WHERE oidc_subject = ?", Accounts::account, subject);
  }

  String passwordHash(UUID id) {
    return sql.one(
            "SELECT COALESCE(password_hash, '') FROM account WHERE id = ?",
            row -> row.getString(1),
            id)
        .orElse("");
  }

  List<Account> search(String query, int limit) {
    String pattern =
        "%" + query.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    return sql.list(
        "SELECT "
            + COLUMNS
            + " FROM account WHERE name ILIKE ? OR display_name ILIKE ? ORDER BY display_name, id"
            + " LIMIT ?",
        Accounts::account,
        pattern,
        pattern,
        limit);
  }

  void setProfile(UUID id, String displayName, String language) {
    sql.update(
        "UPDATE account SET display_name = ?, language = ? WHERE id = ?",
        displayName,
        language,
        id);
  }

  void setDisabled(UUID id, boolean disabled) {
    sql.update("UPDATE account SET disabled = ? WHERE id = ?", disabled, id);
  }

  void makeAdministrator(UUID id) {
    sql.update("UPDATE account SET administrator = true WHERE id = ?", id);
  }

  void linkSubject(UUID id, String subject, String email) {
    sql.update("UPDATE account SET oidc_subject = ?, email = ? WHERE id = ?", subject, email, id);
  }

  private static Account account(ResultSet row) throws SQLException {
    return new Account(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getString("display_name"),
        row.getString("language"),
        row.getBoolean("administrator"),
        row.getBoolean("disabled"));
  }
}
