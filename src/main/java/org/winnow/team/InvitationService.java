package org.winnow.team;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.winnow.platform.RuleViolation;
import org.winnow.platform.Sql;

/** People who are to join a review as soon as the provider has vouched for their address. */
@ApplicationScoped
class InvitationService {
  /** An address may have passed to somebody else by then. */
  private static final Duration HOLDS_FOR = Duration.ofDays(30);

  private final Sql sql;
  private final Clock clock;
  private final Members members;
  private final ProviderDirectory directory;

  InvitationService(Sql sql, Clock clock, Members members, ProviderDirectory directory) {
    this.sql = sql;
    this.clock = clock;
    this.members = members;
    this.directory = directory;
  }

  private record Pending(UUID reviewId, UUID invitedBy, Set<ReviewRole> roles) {}

  /**
   * @throws RuleViolation {@code invitations-need-oidc} without a provider that takes new people;
   *     {@code invitation-not-sent} when it does not answer
   */
  void invite(UUID reviewId, UUID id, UUID by, String email, Set<ReviewRole> roles) {
    if (!directory.isConfigured()) {
      throw new RuleViolation("invitations-need-oidc");
    }
    if (keep(reviewId, id, by, email, roles)) {
      directory.invite(email);
    }
  }

  /** Whether it is still open, and so worth a message; repeating the same changes nothing. */
  @Transactional
  boolean keep(UUID reviewId, UUID id, UUID by, String email, Set<ReviewRole> roles) {
    List<String> words = roles.stream().sorted().map(ReviewRole::word).toList();
    String address = email.toLowerCase(Locale.ROOT);
    sql.update(
        "INSERT INTO invitation (review_id, id, email, roles, invited_by, invited_at)"
            + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        reviewId,
        id,
        address,
        words,
        by,
        clock.instant());
    return sql.one(
            "SELECT accepted_at FROM invitation WHERE review_id = ? AND id = ? AND email = ?"
                + " AND roles = ?::text[]",
            row -> row.getTimestamp(1) == null,
            reviewId,
            id,
            address,
            words)
        .orElseThrow(() -> new RuleViolation("invitation-id-used"));
  }

  /** Makes an account a member wherever its address was invited. */
  @Transactional
  void accept(String email, UUID account) {
    Instant now = clock.instant();
    List<Pending> pending =
        sql.list(
            "UPDATE invitation SET accepted_at = ? WHERE email = ? AND accepted_at IS NULL"
                + " AND invited_at > ? RETURNING review_id, invited_by, roles",
            row ->
                new Pending(
                    row.getObject(1, UUID.class),
                    row.getObject(2, UUID.class),
                    Members.roles((String[]) row.getArray(3).getArray())),
            now,
            email,
            now.minus(HOLDS_FOR));
    for (Pending invitation : pending) {
      join(invitation, account);
    }
  }

  private void join(Pending invitation, UUID account) {
    // Who no longer leads the review has nothing to give; who is a member keeps what they have.
    boolean stands =
        members.rolesOf(invitation.reviewId(), invitation.invitedBy()).contains(ReviewRole.LEAD);
    if (stands && members.rolesOf(invitation.reviewId(), account).isEmpty()) {
      members.appoint(invitation.reviewId(), invitation.invitedBy(), account, invitation.roles());
    }
  }
}
