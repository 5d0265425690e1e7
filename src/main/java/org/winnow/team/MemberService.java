package org.winnow.team;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.winnow.ledger.Ledger;
import org.winnow.platform.RuleViolation;
import org.winnow.platform.Sql;

/** Who belongs to a review. */
@ApplicationScoped
class MemberService {
  private final Members members;
  private final Accounts accounts;
  private final Ledger ledger;
  private final Sql sql;
  private final Event<MemberRemoved> removed;

  MemberService(
      Members members, Accounts accounts, Ledger ledger, Sql sql, Event<MemberRemoved> removed) {
    this.members = members;
    this.accounts = accounts;
    this.ledger = ledger;
    this.sql = sql;
    this.removed = removed;
  }

  record Member(
      UUID account, String name, String displayName, List<ReviewRole> roles, Instant since) {}

  @Transactional
  List<Member> list(UUID reviewId) {
    return sql.list(
        "SELECT a.id, a.name, a.display_name, m.roles, m.since FROM membership m JOIN account a ON"
            + " a.id = m.account_id WHERE m.review_id = ? ORDER BY a.display_name, a.id",
        row ->
            new Member(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                Arrays.stream((String[]) row.getArray(4).getArray()).map(ReviewRole::of).toList(),
                row.getTimestamp(5).toInstant()),
        reviewId);
  }

  @Transactional
  void appoint(UUID reviewId, UUID by, UUID account, Set<ReviewRole> roles) {
    ledger.lock(reviewId);
    if (accounts.byId(account).isEmpty()) {
      throw RuleViolation.invalid("no-such-account");
    }
    Set<ReviewRole> before = appointed(reviewId, account);
    if (before.equals(roles)) {
      return;
    }
    if (before.contains(ReviewRole.LEAD) && !roles.contains(ReviewRole.LEAD)) {
      refuseWithoutLead(reviewId, account);
    }
    members.appoint(reviewId, by, account, roles);
    if (before.contains(ReviewRole.REVIEWER) && !roles.contains(ReviewRole.REVIEWER)) {
      removed.fire(new MemberRemoved(reviewId, account));
    }
  }

  @Transactional
  void remove(UUID reviewId, UUID by, UUID account) {
    ledger.lock(reviewId);
    Set<ReviewRole> roles = appointed(reviewId, account);
    if (roles.isEmpty()) {
      return;
    }
    if (roles.contains(ReviewRole.LEAD)) {
      refuseWithoutLead(reviewId, account);
    }
    ledger.append(reviewId, by, new MemberLeft(account));
    sql.update("DELETE FROM membership WHERE review_id = ? AND account_id = ?", reviewId, account);
    removed.fire(new MemberRemoved(reviewId, account));
  }

  /** What somebody was made in a review, even when their account is disabled now. */
  private Set<ReviewRole> appointed(UUID reviewId, UUID account) {
    return sql.one(
            "SELECT roles FROM membership WHERE review_id = ? AND account_id = ?",
            row -> Members.roles((String[]) row.getArray(1).getArray()),
            reviewId,
            account)
        .orElse(Set.of());
  }

  private void refuseWithoutLead(UUID reviewId, UUID leaving) {
    long others =
        sql.number(
            "SELECT count(*) FROM membership m JOIN account a ON a.id = m.account_id"
                + " WHERE m.review_id = ? AND m.account_id <> ? AND 'lead' = ANY(m.roles)"
                + " AND NOT a.disabled",
            reviewId,
            leaving);
    if (others == 0) {
      throw new RuleViolation("last-lead");
    }
  }
}
