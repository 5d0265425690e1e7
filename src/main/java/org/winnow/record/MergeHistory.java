package org.winnow.record;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.winnow.ledger.EventFilter;
import org.winnow.ledger.EventType;
import org.winnow.ledger.Events;
import org.winnow.ledger.LedgerEvent;
import org.winnow.ledger.RecordedEvent;
import org.winnow.ledger.Sight;
import org.winnow.platform.RuleViolation;
import org.winnow.record.MergeUndone.Entry;

/** What a merge had joined, as the ledger tells it. */
@ApplicationScoped
class MergeHistory {
  private static final List<String> FOLDED =
      Stream.<Class<? extends LedgerEvent>>of(
              RecordsAdded.class,
              RecordRepaired.class,
              RecordsWithdrawn.class,
              DuplicatesFound.class,
              DoubtsAccepted.class,
              RecordsMerged.class,
              MergeUndone.class,
              RecordSplit.class,
              RecordsSeparated.class,
              SeparationLifted.class)
          .map(kind -> kind.getAnnotation(EventType.class).value())
          .toList();

  private static final Comparator<List<Integer>> BY_NUMBER =
      Comparator.<List<Integer>>comparingInt(List::getFirst).thenComparingInt(List::getLast);

  private final Events events;

  MergeHistory(Events events) {
    this.events = events;
  }

  /**
   * How a merge is taken back; empty when it already is.
   *
   * @throws RuleViolation when there is no such merge, or when its cluster was changed since
   */
  Optional<MergeUndone> undoing(
      UUID reviewId, UUID merge, Function<String, List<Join>> joinsByHash) {
    RecordRegister register = new RecordRegister(joinsByHash);
    Optional<MergeUndone> undoing = Optional.empty();
    Set<Integer> joined = Set.of();
    int representative = 0;
    for (RecordedEvent event : inOrder(reviewId)) {
      Optional<RecordsMerged> merged = mergeIn(event, merge);
      if (merged.isPresent()) {
        undoing = Optional.of(before(register, merged.get()));
        representative = merged.get().representative();
      }
      register.apply(event);
      if (merged.isPresent()) {
        joined = register.membersOf(representative);
      } else if (undoes(event, merge)) {
        return Optional.empty();
      }
    }
    if (undoing.isEmpty()) {
      throw RuleViolation.notFound();
    }
    if (!register.membersOf(representative).equals(joined)) {
      throw new RuleViolation("cluster-changed-since");
    }
    return undoing;
  }

  private List<RecordedEvent> inOrder(UUID reviewId) {
    EventFilter filter =
        new EventFilter(
            new Sight.Everything(), FOLDED, Optional.empty(), Optional.empty(), Optional.empty());
    return events.newest(reviewId, filter, Long.MAX_VALUE, Integer.MAX_VALUE).reversed().stream()
        .map(Events.Listed::event)
        .toList();
  }

  private static Optional<RecordsMerged> mergeIn(RecordedEvent event, UUID merge) {
    return event.is(RecordsMerged.class)
        ? Optional.of(event.as(RecordsMerged.class)).filter(one -> one.merge().equals(merge))
        : Optional.empty();
  }

  private static boolean undoes(RecordedEvent event, UUID merge) {
    return event.is(MergeUndone.class) && event.as(MergeUndone.class).merge().equals(merge);
  }

  private static MergeUndone before(RecordRegister register, RecordsMerged merged) {
    Set<Integer> representatives = new TreeSet<>();
    representatives.add(register.representativeOf(merged.representative()));
    merged.members().forEach(member -> representatives.add(register.representativeOf(member)));
    List<Entry> entries = new ArrayList<>();
    Set<Integer> all = new TreeSet<>();
    for (int representative : representatives) {
      Set<Integer> members = new TreeSet<>(register.membersOf(representative));
      entries.add(new Entry(representative, List.copyOf(members)));
      all.addAll(members);
    }
    List<List<Integer>> separated =
        register.separated().stream().filter(all::containsAll).sorted(BY_NUMBER).toList();
    return new MergeUndone(merged.merge(), entries, separated);
  }
}
