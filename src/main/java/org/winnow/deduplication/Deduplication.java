package org.winnow.deduplication;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntPredicate;
import org.winnow.citation.match.DecidedPairs;
import org.winnow.citation.match.DuplicateGroups;
import org.winnow.citation.match.Grouping;
import org.winnow.citation.match.MatchIndex;
import org.winnow.citation.match.Normalised;
import org.winnow.record.IdRange;
import org.winnow.record.Join;
import org.winnow.record.Records;

/** The face of deduplication to other rooms. Every method belongs to the caller's transaction. */
@ApplicationScoped
public class Deduplication {
  private final Records records;

  Deduplication(Records records) {
    this.records = records;
  }

  /**
   * Joins records that have just come in to those that they are copies of, where the rules are
   * sure. Clusters that exist stay whole and apart, and what a person separated stays separate.
   *
   * @return how many records were found to be duplicates
   */
  public int run(UUID reviewId, UUID by, List<IdRange> incoming) {
    IntPredicate isIncoming =
        id -> incoming.stream().anyMatch(range -> range.first() <= id && id <= range.last());
    MatchIndex known = MatchIndex.empty();
    List<Normalised> fresh = new ArrayList<>();
    records.eachLive(
        reviewId,
        (id, citation) -> {
          Normalised record = Normalised.of(id, citation);
          if (isIncoming.test(id)) {
            fresh.add(record);
          } else {
            known.add(record);
          }
        });
    Map<Integer, Integer> representatives = records.representatives(reviewId);
    Grouping grouping = DuplicateGroups.find(known, fresh, decided(reviewId, representatives));
    List<Join> joins = new ArrayList<>();
    for (Grouping.Cluster cluster : grouping.clusters()) {
      int representative = cluster.representative();
      int stands = representatives.getOrDefault(representative, representative);
      cluster
          .joined()
          .forEach(
              joined -> {
                // Only newcomers are joined: whoever was there keeps their place.
                if (isIncoming.test(joined.record()) && joined.record() != stands) {
                  joins.add(new Join(joined.record(), stands, joined.rule().key()));
                }
              });
    }
    if (!joins.isEmpty()) {
      records.joinFound(reviewId, by, UUID.randomUUID(), joins);
    }
    return joins.size();
  }

  private DecidedPairs decided(UUID reviewId, Map<Integer, Integer> representatives) {
    Map<Integer, List<Integer>> clusters = new HashMap<>();
    representatives.forEach(
        (member, representative) ->
            clusters
                .computeIfAbsent(representative, first -> new ArrayList<>(List.of(first)))
                .add(member));
    Set<DecidedPairs.Pair> separated = new HashSet<>();
    records
        .separated(reviewId)
        .forEach(pair -> separated.add(new DecidedPairs.Pair(pair.getFirst(), pair.getLast())));
    return new DecidedPairs(separated, List.copyOf(clusters.values()));
  }
}
