package org.winnow.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.winnow.platform.RuleViolation;
import org.winnow.platform.Sql;

/** The append-only log of a review. Appends belong to the caller's transaction. */
@ApplicationScoped
public class Ledger {
  private final Sql sql;
  private final Clock clock;
  private final Event<Appended> appended;

  Ledger(Sql sql, Clock clock, Event<Appended> appended) {
    this.sql = sql;
    this.clock = clock;
    this.appended = appended;
  }

  /** Fired inside the transaction; observe it after success to learn that there is news. */
  public record Appended(UUID reviewId, long sequence) {}

  /** Begins the chain of a new review. */
  public void open(UUID reviewId) {
    sql.update(
        "INSERT INTO ledger_head (review_id, sequence, hash) VALUES (?, 0, ?)",
        reviewId,
        Chain.START);
  }

  /** An event and who caused it. */
  public record Entry(@Nullable UUID actor, LedgerEvent event) {}

  /** Writes the next event of the chain; appends to one review wait for each other. */
  public RecordedEvent append(UUID reviewId, @Nullable UUID actor, LedgerEvent event) {
    return append(reviewId, List.of(new Entry(actor, event))).getFirst();
  }

  /** Writes the next events of the chain, in this order. */
  public List<RecordedEvent> append(UUID reviewId, List<Entry> entries) {
    LedgerHead head = lock(reviewId);
    Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    List<RecordedEvent> events = new ArrayList<>();
    for (Entry entry : entries) {
      RecordedEvent next = next(reviewId, head, at, entry);
      events.add(next);
      head = new LedgerHead(next.sequence(), next.hash());
    }
    sql.update(
        "INSERT INTO ledger_event (review_id, sequence, at, actor_id, type, visibility, payload,"
            + " previous_hash, hash) SELECT ?, e.sequence, ?, e.actor, e.type, e.visibility,"
            + " e.payload, e.previous, e.hash FROM unnest(?::bigint[], ?::uuid[], ?::text[],"
            + " ?::text[], ?::text[], ?::text[], ?::text[]) AS e (sequence, actor, type, visibility,"
            + " payload, previous, hash)",
        reviewId,
        at,
        events.stream().map(RecordedEvent::sequence).toList(),
        entries.stream().map(Entry::actor).toList(),
        events.stream().map(RecordedEvent::type).toList(),
        events.stream().map(event -> event.visibility().name()).toList(),
        events.stream().map(RecordedEvent::payload).toList(),
        events.stream().map(RecordedEvent::previousHash).toList(),
        events.stream().map(RecordedEvent::hash).toList());
    sql.update(
        "UPDATE ledger_head SET sequence = ?, hash = ? WHERE review_id = ?",
        head.sequence(),
        head.hash(),
        reviewId);
    appended.fire(new Appended(reviewId, head.sequence()));
    return events;
  }

  private static RecordedEvent next(UUID reviewId, LedgerHead head, Instant at, Entry entry) {
    EventType type = entry.event().getClass().getAnnotation(EventType.class);
    String payload = CanonicalJson.write(entry.event());
    long sequence = head.sequence() + 1;
    String hash =
        Chain.hash(
            head.hash(),
            reviewId,
            sequence,
            at,
            entry.actor(),
            type.value(),
            type.visibility(),
            payload);
    return new RecordedEvent(
        reviewId,
        sequence,
        at,
        entry.actor(),
        type.value(),
        type.visibility(),
        payload,
        head.hash(),
        hash);
  }

  /**
   * Holds the review's chain until the transaction ends, so that what the caller reads next is what
   * its event will follow. Call it before a check that decides on an append.
   */
  public LedgerHead lock(UUID reviewId) {
    return head(reviewId, " FOR UPDATE");
  }

  public LedgerHead head(UUID reviewId) {
    return head(reviewId, "");
  }

  /** Events after a sequence, in order. */
  public List<RecordedEvent> after(UUID reviewId, long sequence, int limit) {
    return sql.list(
        "SELECT * FROM ledger_event WHERE review_id = ? AND sequence > ? ORDER BY sequence LIMIT ?",
        Ledger::event,
        reviewId,
        sequence,
        limit);
  }

  static RecordedEvent event(ResultSet row) throws SQLException {
    return new RecordedEvent(
        row.getObject("review_id", UUID.class),
        row.getLong("sequence"),
        row.getTimestamp("at").toInstant(),
        row.getObject("actor_id", UUID.class),
        row.getString("type"),
        Visibility.valueOf(row.getString("visibility")),
        row.getString("payload"),
        row.getString("previous_hash"),
        row.getString("hash"));
  }

  private LedgerHead head(UUID reviewId, String lock) {
    return sql.one(
            "SELECT sequence, hash FROM ledger_head WHERE review_id = ?" + lock,
            row -> new LedgerHead(row.getLong(1), row.getString(2)),
            reviewId)
        .orElseThrow(RuleViolation::notFound);
  }
}
