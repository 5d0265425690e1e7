package org.winnow.ledger;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.winnow.ledger.Verification.BadEvent;
import org.winnow.platform.RuleViolation;
import org.winnow.platform.Sql;

/**
 * Proves a ledger: walks its chain, replays it and compares with the tables. Work goes on
 * meanwhile; the verifier sees one moment of all tables.
 */
@ApplicationScoped
public class Verifier {
  private static final Logger LOG = Logger.getLogger(Verifier.class);
  private static final int PAGE = 500;

  private final Ledger ledger;
  private final Sql sql;
  private final List<Projection> projections;

  Verifier(Ledger ledger, Sql sql, @All List<Projection> projections) {
    this.ledger = ledger;
    this.sql = sql;
    this.projections = projections;
  }

  /**
   * @throws RuleViolation {@code not-found} when there is no such review
   */
  public Verification verify(UUID reviewId) {
    return QuarkusTransaction.requiringNew().call(() -> inOneMoment(reviewId));
  }

  private Verification inOneMoment(UUID reviewId) {
    sql.update("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
    Walk walk = new Walk(reviewId);
    List<RecordedEvent> page = ledger.after(reviewId, 0, PAGE);
    while (!page.isEmpty()) {
      page.forEach(walk::step);
      page = ledger.after(reviewId, page.getLast().sequence(), PAGE);
    }
    return walk.arrive(head(reviewId, walk));
  }

  /** A chain with events but without its head is a broken chain, not an unknown review. */
  private LedgerHead head(UUID reviewId, Walk walk) {
    try {
      return ledger.head(reviewId);
    } catch (RuleViolation noHead) {
      if (walk.events == 0) {
        throw noHead;
      }
      return new LedgerHead(0, Chain.START);
    }
  }

  private final class Walk {
    private final List<Projection.Replay> replays;
    private LedgerHead reached = new LedgerHead(0, Chain.START);
    private Optional<BadEvent> firstBad = Optional.empty();
    private long events;

    Walk(UUID reviewId) {
      replays =
          projections.stream()
              .map(projection -> projection.replay(reviewId))
              .collect(Collectors.toCollection(ArrayList::new));
    }

    void step(RecordedEvent event) {
      events++;
      Chain.fault(reached, event).ifPresent(reason -> found(reason, event));
      reached = new LedgerHead(event.sequence(), event.hash());
      replays.removeIf(replay -> !applies(replay, event));
    }

    Verification arrive(LedgerHead head) {
      if (!head.equals(reached)) {
        bad(
            head.sequence() > reached.sequence() ? reached.sequence() + 1 : reached.sequence(),
            head.sequence() > reached.sequence() ? "missing-event" : "forged-head");
      }
      List<Projection.Difference> differences =
          replays.stream().flatMap(replay -> replay.differences().stream()).toList();
      return new Verification(events, head, firstBad, differences);
    }

    private void found(String reason, RecordedEvent event) {
      // A hole is named by the first event that should be in it.
      bad(reason.equals("missing-event") ? reached.sequence() + 1 : event.sequence(), reason);
    }

    /** One that cannot read an event can say nothing about its tables any more. */
    private boolean applies(Projection.Replay replay, RecordedEvent event) {
      try {
        replay.apply(event);
        return true;
      } catch (RuntimeException e) {
        LOG.warnf(
            "Event %d of review %s cannot be applied: %s", event.sequence(), event.reviewId(), e);
        bad(event.sequence(), "unreadable-event");
        return false;
      }
    }

    private void bad(long sequence, String reason) {
      if (firstBad.isEmpty()) {
        firstBad = Optional.of(new BadEvent(sequence, reason));
      }
    }
  }
}
