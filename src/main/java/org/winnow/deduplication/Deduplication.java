package org.winnow.deduplication;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.winnow.citation.match.DecidedPairs;
import org.winnow.citation.match.DuplicateGroups;
import org.winnow.citation.match.Grouping;
import org.winnow.citation.match.MatchIndex;
import org.winnow.citation.match.Normalised;
import org.winnow.record.Join;
import org.winnow.record.Records;

/** The face of deduplication to other rooms. */
@ApplicationScoped
public class Deduplication {
  private final Records records;
  private final Doubts doubts;

  Deduplication(Records records, Doubts doubts) {
    this.records = records;
    this.doubts = doubts;
  }

  /**
   * Joins the records of an import that has just come in to those that were there and to each
   * other, where the rules are sure, and notes the pairs that are for a person to judge. What a
   * person has decided stays. Belongs to the caller's transaction.
   *
   * @return how many records were joined
   */
  public int run(UUID reviewId, UUID by, UUID importId) {
    return run(reviewId, by, importId, (_, from) -> from.equals(importId));
  }

  /**
   * The same for one record that has come in after its import.
   *
   * @param run a name for this comparison
   * @return how many records were joined
   */
  public int run(UUID reviewId, UUID by, UUID run, int record) {
    return run(reviewId, by, run, (id, _) -> id == record);
  }

  private interface Incoming {
    boolean holds(int record, UUID importId);
  }

  private int run(UUID reviewId, UUID by, UUID run, Incoming which) {
    List<Normalised> known = new ArrayList<>();
    List<Normalised> incoming = new ArrayList<>();
    records.eachToMatch(
        reviewId,
        (id, from, citation) ->
            (which.holds(id, from) ? incoming : known).add(Normalised.of(id, citation)));
    Grouping found = DuplicateGroups.find(MatchIndex.of(known), incoming, decided(reviewId));
    List<Join> joins = joins(found);
    if (!joins.isEmpty()) {
      records.joinFound(reviewId, by, run, joins);
    }
    doubts.add(reviewId, found.review());
    return joins.size();
  }

  private static List<Join> joins(Grouping found) {
    return found.clusters().stream()
        .flatMap(
            cluster ->
                cluster.joined().stream()
                    .map(
                        joined ->
                            new Join(
                                joined.record(), cluster.representative(), joined.rule().key())))
        .toList();
  }

  private DecidedPairs decided(UUID reviewId) {
    Set<DecidedPairs.Pair> separated = new HashSet<>();
    records
        .separated(reviewId)
        .forEach(pair -> separated.add(new DecidedPairs.Pair(pair.getFirst(), pair.getLast())));
    Map<Integer, List<Integer>> clusters = new TreeMap<>();
    records
        .representatives(reviewId)
        .forEach(
            (record, representative) ->
                clusters
                    .computeIfAbsent(representative, first -> new ArrayList<>(List.of(first)))
                    .add(record));
    return new DecidedPairs(separated, List.copyOf(clusters.values()));
  }
}
