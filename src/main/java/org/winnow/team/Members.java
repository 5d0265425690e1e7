package org.winnow.team;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.winnow.ledger.Ledger;
import org.winnow.ledger.RecordedEvent;
import org.winnow.platform.Sql;

/** The face of the team to other rooms. */
@ApplicationScoped
public class Members {
  private final Sql sql;
  private final Ledger ledger;

  Members(Sql sql, Ledger ledger) {
    this.sql = sql;
    this.ledger = ledger;
  }

  /** Roles of an account in a review; empty for strangers. */
  public Set<ReviewRole> rolesOf(UUID reviewId, UUID accountId) {
    return sql.one(
            "SELECT m.roles FROM membership m JOIN account a ON a.id = m.account_id"
                + " WHERE m.review_id = ? AND m.account_id = ? AND NOT a.disabled",
            row -> roles((String[]) row.getArray(1).getArray()),
            reviewId,
            accountId)
        .orElse(Set.of());
  }

  /** Gives an account its first or other roles in a review, as an event of the ledger. */
  public void appoint(UUID reviewId, UUID by, UUID accountId, Set<ReviewRole> roles) {
    RecordedEvent appointed =
        ledger.append(
            reviewId, by, new MemberAppointed(accountId, roles.stream().sorted().toList()));
    sql.update(
        "INSERT INTO membership (review_id, account_id, roles, since) VALUES (?, ?, ?, ?)"
            + " ON CONFLICT (review_id, account_id) DO UPDATE SET roles = excluded.roles",
        reviewId,
        accountId,
        roles.stream().sorted().map(ReviewRole::word).toList(),
        appointed.at());
  }

  /** Display names of accounts, for pages that show who did something. */
  public Map<UUID, String> namesOf(Collection<UUID> accounts) {
    Map<UUID, String> names = new HashMap<>();
    if (!accounts.isEmpty()) {
      sql.list(
              "SELECT id, display_name FROM account WHERE id = ANY(?)",
              row -> Map.entry(row.getObject(1, UUID.class), row.getString(2)),
              accounts)
          .forEach(e -> names.put(e.getKey(), e.getValue()));
    }
    return names;
  }

  static Set<ReviewRole> roles(String[] words) {
    return Arrays.stream(words)
        .map(ReviewRole::of)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(ReviewRole.class)));
  }
}
