package org.winnow.deduplication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.winnow.citation.match.MatchRule;
import org.winnow.deduplication.Comparisons.Prepared;
import org.winnow.deduplication.Doubts.Doubt;
import org.winnow.platform.RuleViolation;
import org.winnow.record.DoubtsAccepted;
import org.winnow.record.Join;
import org.winnow.record.Records;
import org.winnow.record.RecordsMerged;
import org.winnow.record.RecordsSeparated;

/** What people decide about duplicates. A decision once taken is not repeated by a late retry. */
@ApplicationScoped
class DeduplicationService {
  private final Records records;
  private final JoinHistory history;
  private final Doubts doubts;
  private final Comparisons comparisons;

  DeduplicationService(
      Records records, JoinHistory history, Doubts doubts, Comparisons comparisons) {
    this.records = records;
    this.history = history;
    this.doubts = doubts;
    this.comparisons = comparisons;
  }

  @Transactional
  void merge(UUID reviewId, UUID by, RecordsMerged merged) {
    records.hold(reviewId);
    if (!history.holdsMerge(reviewId, merged.merge())) {
      records.merge(reviewId, by, merged);
    }
  }

  @Transactional
  void split(UUID reviewId, UUID by, UUID split, int record) {
    records.hold(reviewId);
    if (!history.holdsSplit(reviewId, split)) {
      records.split(reviewId, by, split, record);
    }
  }

  @Transactional
  void undoMerge(UUID reviewId, UUID by, UUID merge) {
    records.undoMerge(reviewId, by, merge);
  }

  @Transactional
  void separate(UUID reviewId, UUID by, UUID separation, int a, int b) {
    records.hold(reviewId);
    if (history.separation(reviewId, separation).isEmpty()) {
      records.separate(reviewId, by, separation, a, b);
    }
  }

  @Transactional
  void lift(UUID reviewId, UUID by, UUID separation) {
    records.hold(reviewId);
    RecordsSeparated separated =
        history.separation(reviewId, separation).orElseThrow(RuleViolation::notFound);
    if (!history.holdsLifting(reviewId, separation)) {
      records.lift(reviewId, by, separated);
    }
  }

  /**
   * Accepts the open pairs of a rule, the likeliest first; one that would bring together records
   * that another rule or a person keeps apart stays open.
   *
   * @return how many were accepted
   */
  @Transactional
  int accept(UUID reviewId, UUID by, UUID acceptance, MatchRule rule) {
    records.hold(reviewId);
    Optional<DoubtsAccepted> before = history.acceptance(reviewId, acceptance);
    if (before.isPresent()) {
      return before.get().count();
    }
    return records.accept(reviewId, by, acceptance, rule.key(), () -> acceptable(reviewId, rule));
  }

  private List<Join> acceptable(UUID reviewId, MatchRule rule) {
    List<Doubt> open = doubts.ofRule(reviewId, rule.key());
    Map<Integer, Set<Integer>> entries = new HashMap<>();
    records
        .entriesOf(
            reviewId, open.stream().flatMap(doubt -> Stream.of(doubt.a(), doubt.b())).toList())
        .forEach(entry -> entry.forEach(member -> entries.put(member, entry)));
    Prepared prepared = comparisons.prepare(reviewId, entries.keySet());
    List<Join> joins = new ArrayList<>();
    for (Doubt doubt : open) {
      Set<Integer> one = Objects.requireNonNull(entries.get(doubt.a()));
      Set<Integer> other = Objects.requireNonNull(entries.get(doubt.b()));
      if (one == other || prepared.between(one, other, rule).isPresent()) {
        continue;
      }
      joins.add(new Join(doubt.b(), doubt.a(), Join.accepted(rule.key())));
      Set<Integer> joined = new TreeSet<>(one);
      joined.addAll(other);
      joined.forEach(member -> entries.put(member, joined));
    }
    return joins;
  }
}
