package org.winnow.team;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.winnow.platform.RuleViolation;
import org.winnow.platform.Sql;

/** Wrong passwords, counted in the database so that all replicas count together. */
@ApplicationScoped
class AttemptService {
  private static final Duration COUNT_FOR = Duration.ofMinutes(15);

  private final Sql sql;
  private final Clock clock;

  AttemptService(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** What attempts are counted for, and how many may fail before it is locked. */
  record Subject(String key, int failuresAllowed) {
    static Subject name(String name) {
      return new Subject("name " + name.toLowerCase(Locale.ROOT), 8);
    }

    /** A whole ward may share one address, so more is allowed. */
    static Subject address(String address) {
      return new Subject("address " + address, 40);
    }

    static Subject passwordOf(UUID account) {
      return new Subject("password " + account, 8);
    }
  }

  /**
   * Counts an attempt as failed until {@link #succeeded} takes it back, so that many at the same
   * time cannot pass the limit together.
   *
   * @return when it was counted
   * @throws RuleViolation {@code account-locked} when too many have failed already
   */
  @Transactional(TxType.REQUIRES_NEW)
  Instant begin(List<Subject> subjects) {
    Instant now = clock.instant();
    for (Subject subject : subjects) {
      sql.one("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", row -> true, subject.key());
      refuseWhenLocked(subject, now);
    }
    for (Subject subject : subjects) {
      sql.update("INSERT INTO failed_sign_in (subject, at) VALUES (?, ?)", subject.key(), now);
    }
    sql.update("DELETE FROM failed_sign_in WHERE at < ?", now.minus(COUNT_FOR));
    return now;
  }

  /** Forgets the failures of the first subject, and of the others only this attempt. */
  @Transactional(TxType.REQUIRES_NEW)
  void succeeded(List<Subject> subjects, Instant begun) {
    sql.update("DELETE FROM failed_sign_in WHERE subject = ?", subjects.getFirst().key());
    for (Subject subject : subjects) {
      sql.update("DELETE FROM failed_sign_in WHERE subject = ? AND at = ?", subject.key(), begun);
    }
  }

  private void refuseWhenLocked(Subject subject, Instant now) {
    Optional<Instant> failureTooMany =
        sql.one(
            "SELECT at FROM failed_sign_in WHERE subject = ? AND at > ? ORDER BY at DESC LIMIT 1"
                + " OFFSET ?",
            row -> row.getTimestamp(1).toInstant(),
            subject.key(),
            now.minus(COUNT_FOR),
            subject.failuresAllowed() - 1);
    if (failureTooMany.isPresent()) {
      Duration left = Duration.between(now, failureTooMany.get().plus(COUNT_FOR));
      throw RuleViolation.withStatus(429, "account-locked", left.toMinutes() + 1)
          .with(Map.of("retryAfter", left.toSeconds() + 1));
    }
  }
}
