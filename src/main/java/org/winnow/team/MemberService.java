package org.winnow.team;

import jakarta.enterprise.context.ApplicationScoped;
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

  MemberService(Members members, Accounts accounts, Ledger ledger, Sql sql) {
    this.members = members;
    this.accounts = accounts;
    this.ledger = ledger;
    this.sql = sql;
  }

  record Member(
      UUID account, String name, String displayName, List<ReviewRole> roles, Instant since) {}

  /** Roles in the review of a path; none when the path names no review. */
  @Transactional
  Set<ReviewRole> rolesOf(String reviewId, UUID account) {
    try {
      return members.rolesOf(UUID.fromString(reviewId), account);
    } catch (IllegalArgumentException e) {
      return Set.of();
    }
  }

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
    Set<ReviewRole> before = members.rolesOf(reviewId, account);
    if (before.equals(roles)) {
      return;
    }
    if (before.contains(ReviewRole.LEAD) && !roles.contains(ReviewRole.LEAD)) {
      refuseWithoutLead(reviewId, account);
    }
    members.appoint(reviewId, by, account, roles);
  }

  @Transactional
  void remove(UUID reviewId, UUID by, UUID account) {
    ledger.lock(reviewId);
    if (members.rolesOf(reviewId, account).isEmpty()) {
      return;
    }
    refuseWithoutLead(reviewId, account);
    ledger.append(reviewId, by, new MemberLeft(account));
    sql.update("DELETE FROM membership WHERE review_id = ? AND account_id = ?", reviewId, account);
  }

  private void refuseWithoutLead(UUID reviewId, UUID leaving) {
    long others =
        sql.number(
            "SELECT count(*) FROM membership WHERE review_id = ? AND account_id <> ? AND 'lead' ="
                + " ANY(roles)",
            reviewId,
            leaving);
    if (others == 0) {
      throw new RuleViolation("last-lead");
    }
  }
}
