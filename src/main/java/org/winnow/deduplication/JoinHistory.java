package org.winnow.deduplication;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.winnow.ledger.EventFilter;
import org.winnow.ledger.EventType;
import org.winnow.ledger.Events;
import org.winnow.ledger.LedgerEvent;
import org.winnow.ledger.RecordedEvent;
import org.winnow.ledger.Sight;
import org.winnow.record.DoubtsAccepted;
import org.winnow.record.DuplicatesFound;
import org.winnow.record.Join;
import org.winnow.record.MergeUndone;
import org.winnow.record.RecordSplit;
import org.winnow.record.Records;
import org.winnow.record.RecordsMerged;
import org.winnow.record.RecordsSeparated;
import org.winnow.record.SeparationLifted;

/** Who joined records, and when, as the ledger has it. */
@ApplicationScoped
class JoinHistory {
  private final Events events;
  private final Records records;

  JoinHistory(Events events, Records records) {
    this.events = events;
    this.records = records;
  }

  /**
   * The last events that joined records.
   *
   * @param byRun searches for duplicates, by the import that they were made for
   * @param byRecord people's judgements, by each record they named
   * @param accepted people's judgements on all pairs of a rule, by each record concerned
   */
  record Joins(
      Map<UUID, RecordedEvent> byRun,
      Map<Integer, RecordedEvent> byRecord,
      Map<Integer, RecordedEvent> accepted) {
    /** The judgement that named both records, or the later of those that named one. */
    Optional<RecordedEvent> byHand(int record) {
      return Optional.ofNullable(byRecord.get(record));
    }

    /** The judgement that accepted a rule's pairs, this record's among them. */
    Optional<RecordedEvent> byAcceptance(int record) {
      return Optional.ofNullable(accepted.get(record));
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
    Map<Integer, RecordedEvent> accepted = new HashMap<>();
    Set<UUID> undone = new HashSet<>();
    for (RecordedEvent event :
        all(
            reviewId,
            DuplicatesFound.class,
            RecordsMerged.class,
            MergeUndone.class,
            DoubtsAccepted.class)) {
      if (event.is(DuplicatesFound.class)) {
        byRun.putIfAbsent(event.as(DuplicatesFound.class).run(), event);
      } else if (event.is(MergeUndone.class)) {
        undone.add(event.as(MergeUndone.class).merge());
      } else if (event.is(DoubtsAccepted.class)) {
        for (Join join : records.joins(event.as(DoubtsAccepted.class).content())) {
          accepted.putIfAbsent(join.duplicate(), event);
          accepted.putIfAbsent(join.representative(), event);
        }
      } else {
        RecordsMerged merged = event.as(RecordsMerged.class);
        if (!undone.contains(merged.merge())) {
          byRecord.putIfAbsent(merged.representative(), event);
          merged.members().forEach(member -> byRecord.putIfAbsent(member, event));
        }
      }
    }
    return new Joins(byRun, byRecord, accepted);
  }

  boolean holdsMerge(UUID reviewId, UUID merge) {
    return find(reviewId, RecordsMerged.class, one -> one.merge().equals(merge)).isPresent();
  }

  boolean holdsSplit(UUID reviewId, UUID split) {
    return find(reviewId, RecordSplit.class, one -> one.split().equals(split)).isPresent();
  }

  Optional<RecordsSeparated> separation(UUID reviewId, UUID separation) {
    return find(reviewId, RecordsSeparated.class, one -> one.separation().equals(separation));
  }

  boolean holdsLifting(UUID reviewId, UUID separation) {
    return find(reviewId, SeparationLifted.class, one -> one.separation().equals(separation))
        .isPresent();
  }

  Optional<DoubtsAccepted> acceptance(UUID reviewId, UUID acceptance) {
    return find(reviewId, DoubtsAccepted.class, one -> one.acceptance().equals(acceptance));
  }

  private <T extends LedgerEvent> Optional<T> find(
      UUID reviewId, Class<T> kind, Predicate<T> which) {
    return all(reviewId, kind).stream().map(event -> event.as(kind)).filter(which).findFirst();
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
