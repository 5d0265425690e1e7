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
import org.winnow.citation.match.Grouping.Doubtful;
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

  /** What a search found, and how far the review's records had come when it began. */
  public record Search(long revision, List<Join> joins, List<Doubtful> doubts) {}

  /** Records to be held against each other, as they were at one moment. */
  public record Comparands(
      long revision, List<Normalised> known, List<Normalised> incoming, DecidedPairs decided) {

    /** Takes its time; asks nothing of the database, so it may go on beside other work. */
    public Search search() {
      Grouping found = DuplicateGroups.find(MatchIndex.of(known), incoming, decided);
      return new Search(revision, joins(found), found.review());
    }
  }

  /**
   * Reads the records of an import that is about to come in, and those that are there. What a
   * person has decided about them stays.
   */
  public Comparands read(UUID reviewId, UUID importId) {
    return read(reviewId, importId, (_, from) -> from.equals(importId));
  }

  /** The same for one record that comes in after its import. */
  public Comparands read(UUID reviewId, UUID importId, int record) {
    return read(reviewId, importId, (id, _) -> id == record);
  }

  private interface Incoming {
    boolean holds(int record, UUID importId);
  }

  private Comparands read(UUID reviewId, UUID importId, Incoming which) {
    long revision = records.revision(reviewId);
    List<Normalised> known = new ArrayList<>();
    List<Normalised> incoming = new ArrayList<>();
    records.eachToMatch(
        reviewId,
        importId,
        (id, from, citation) ->
            (which.holds(id, from) ? incoming : known).add(Normalised.of(id, citation)));
    return new Comparands(revision, known, incoming, decided(reviewId));
  }

  /** Whether nothing was decided about the review's records since a search. */
  public boolean isCurrent(UUID reviewId, Search search) {
    return records.revision(reviewId) == search.revision();
  }

  /**
   * Joins the records of an import that has just come in where the rules are sure, and notes the
   * pairs that are for a person to judge. Belongs to the caller's transaction.
   *
   * @return how many records were joined
   */
  public int join(UUID reviewId, UUID by, UUID importId, Search search) {
    if (!search.joins().isEmpty()) {
      records.joinFound(reviewId, by, importId, search.joins());
    }
    doubts.add(reviewId, search.doubts());
    return search.joins().size();
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
