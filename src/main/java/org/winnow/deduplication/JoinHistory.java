package org.winnow.deduplication;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.winnow.ledger.EventFilter;
import org.winnow.ledger.EventType;
import org.winnow.ledger.Events;
import org.winnow.ledger.LedgerEvent;
import org.winnow.ledger.RecordedEvent;
import org.winnow.ledger.Sight;
import org.winnow.record.DuplicatesFound;
import org.winnow.record.RecordSplit;
import org.winnow.record.RecordsMerged;

/** Who joined records, and when, as the ledger has it. */
@ApplicationScoped
class JoinHistory {
  private final Events events;

  JoinHistory(Events events) {
    this.events = events;
  }

  /**
   * The last events that joined records.
   *
   * @param byRun searches for duplicates, by the import that they were made for
   * @param byRecord people's judgements, by each record they named
   */
  record Joins(Map<UUID, RecordedEvent> byRun, Map<Integer, RecordedEvent> byRecord) {
    /** The judgement that named both records, or the later of those that named one. */
    Optional<RecordedEvent> byHand(int record) {
      return Optional.ofNullable(byRecord.get(record));
    }

    /** A record is joined by rules when it or the other comes in, whichever is later. */
    Optional<RecordedEvent> byRule(Stream<UUID> imports) {
      return imports
          .flatMap(id -> Stream.ofNullable(byRun.get(id)))
          .max((a, b) -> Long.compare(a.sequence(), b.sequence()));
    }
  }

  Joins of(UUID reviewId) {
    Map<UUID, RecordedEvent> byRun = new HashMap<>();
    Map<Integer, RecordedEvent> byRecord = new HashMap<>();
    for (RecordedEvent event : all(reviewId, DuplicatesFound.class, RecordsMerged.class)) {
      if (event.is(DuplicatesFound.class)) {
        byRun.putIfAbsent(event.as(DuplicatesFound.class).run(), event);
      } else {
        RecordsMerged merged = event.as(RecordsMerged.class);
        byRecord.putIfAbsent(merged.representative(), event);
        merged.members().forEach(member -> byRecord.putIfAbsent(member, event));
      }
    }
    return new Joins(byRun, byRecord);
  }

  boolean holdsMerge(UUID reviewId, UUID merge) {
    return all(reviewId, RecordsMerged.class).stream()
        .anyMatch(event -> event.as(RecordsMerged.class).merge().equals(merge));
  }

  boolean holdsSplit(UUID reviewId, UUID split) {
    return all(reviewId, RecordSplit.class).stream()
        .anyMatch(event -> event.as(RecordSplit.class).split().equals(split));
  }

  /** The newest first. */
  @SafeVarargs
  private List<RecordedEvent> all(UUID reviewId, Class<? extends LedgerEvent>... kinds) {
    List<String> types =
        Stream.of(kinds).map(kind -> kind.getAnnotation(EventType.class).value()).toList();
    EventFilter filter =
        new EventFilter(
            new Sight.Everything(), types, Optional.empty(), Optional.empty(), Optional.empty());
    return events.newest(reviewId, filter, Long.MAX_VALUE, Integer.MAX_VALUE).stream()
        .map(Events.Listed::event)
        .toList();
  }
}
