package org.winnow.allocation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.winnow.allocation.Allocations.Version;
import org.winnow.ledger.CanonicalJson;
import org.winnow.ledger.Ledger;
import org.winnow.platform.RuleViolation;
import org.winnow.platform.Sql;
import org.winnow.review.Stage;
import org.winnow.team.Members;
import org.winnow.team.ReviewRole;

/** Changes how the work of a stage is shared out. */
@ApplicationScoped
public class AllocationService {
  private final Sql sql;
  private final Ledger ledger;
  private final Members members;
  private final Allocations allocations;

  AllocationService(Sql sql, Ledger ledger, Members members, Allocations allocations) {
    this.sql = sql;
    this.ledger = ledger;
    this.members = members;
    this.allocations = allocations;
  }

  /**
   * Writes the next version of the rules.
   *
   * @param base version that the author had before them
   * @throws RuleViolation {@code allocation-changed} when another version has come in between
   */
  @Transactional
  public Version change(UUID reviewId, UUID by, Stage stage, int base, Allocation allocation) {
    ledger.lock(reviewId);
    Version before = allocations.current(reviewId, stage);
    if (before.allocation().equals(allocation)) {
      return before;
    }
    if (before.version() != base) {
      throw RuleViolation.withStatus(412, "allocation-changed", before.version())
          .with(Map.of("current", before.version()));
    }
    allocation
        .flaw()
        .ifPresent(
            list -> {
              throw RuleViolation.invalid("bad-fields", list);
            });
    refuseStrangers(reviewId, before.allocation(), allocation);
    Version next = new Version(base + 1, allocation);
    write(
        reviewId,
        stage,
        next,
        ledger.append(reviewId, by, new AllocationChanged(stage, next.version(), allocation)).at());
    return next;
  }

  /** Hands a share over, inside the caller's transaction; the same again changes nothing. */
  public void handOver(UUID reviewId, UUID by, Stage stage, UUID from, UUID to) {
    ledger.lock(reviewId);
    Version before = allocations.current(reviewId, stage);
    boolean hasAShare =
        !members.rolesOf(reviewId, from).isEmpty() || before.allocation().named().contains(from);
    if (from.equals(to)
        || !hasAShare
        || !members.rolesOf(reviewId, to).contains(ReviewRole.REVIEWER)) {
      throw RuleViolation.invalid("bad-heir");
    }
    Allocation now = before.allocation().handedOver(from, to);
    if (now.equals(before.allocation())) {
      return;
    }
    Version next = new Version(before.version() + 1, now);
    write(
        reviewId,
        stage,
        next,
        ledger.append(reviewId, by, new ShareHandedOver(stage, next.version(), from, to)).at());
  }

  private void write(UUID reviewId, Stage stage, Version version, Instant at) {
    sql.update(
        "INSERT INTO allocation (review_id, stage, version, content, changed_at) VALUES (?, ?, ?,"
            + " ?, ?)",
        reviewId,
        stage,
        version.version(),
        CanonicalJson.write(version.allocation()),
        at);
  }

  /** Who has left is still named by the rules, and by nobody anew. */
  private void refuseStrangers(UUID reviewId, Allocation before, Allocation now) {
    Set<UUID> known = new HashSet<>(before.named());
    known.addAll(
        sql.list(
            "SELECT account_id FROM membership WHERE review_id = ?",
            row -> row.getObject(1, UUID.class),
            reviewId));
    if (!known.containsAll(now.named())) {
      throw RuleViolation.invalid("no-member");
    }
  }
}
