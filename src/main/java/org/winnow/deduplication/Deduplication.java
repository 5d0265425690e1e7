package org.winnow.deduplication;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.winnow.citation.Citation;
import org.winnow.citation.match.DecidedPairs;
import org.winnow.citation.match.DuplicateGroups;
import org.winnow.citation.match.Grouping;
import org.winnow.citation.match.Grouping.Doubtful;
import org.winnow.citation.match.MatchIndex;
import org.winnow.citation.match.Normalised;
import org.winnow.citation.match.SharedKeys;
import org.winnow.record.DuplicatesFound;
import org.winnow.record.IdRange;
import org.winnow.record.Join;
import org.winnow.record.Records;

/** The face of deduplication to other rooms. */
@ApplicationScoped
public class Deduplication {
  private final Records records;
  private final MatchForms forms;
  private final Doubts doubts;

  Deduplication(Records records, MatchForms forms, Doubts doubts) {
    this.records = records;
    this.forms = forms;
    this.doubts = doubts;
  }

  /**
   * Prepares records for matching as they are written, so that no later import has to.
   *
   * @param first number of the first; the others follow without a gap
   */
  public void prepare(UUID reviewId, UUID importId, int first, List<Citation> citations) {
    forms.keep(reviewId, importId, first, citations);
  }

  /** Forgets what was prepared of records that never came into the review. */
  public void forget(UUID reviewId, UUID importId) {
    forms.forget(reviewId, importId);
  }

  /** What a search found, and how far the review's records had come when it began. */
  public record Search(long revision, List<Join> joins, List<Doubtful> doubts) {}

  /**
   * Records to be held against each other, as they were at one moment.
   *
   * @param known of those that were there before, the ones that anything could come of
   */
  public record Comparands(
      long revision, List<Normalised> known, List<Normalised> incoming, DecidedPairs decided) {

    /** Takes its time; asks nothing of the database, so it may go on beside other work. */
    public Search search() {
      MatchIndex index = MatchIndex.withRoomFor(known.size() + incoming.size());
      known.forEach(index::add);
      Grouping found = DuplicateGroups.find(index, incoming, decided);
      return new Search(revision, joins(found), found.review());
    }
  }

  /**
   * Reads the records of an import that is about to come in, and those that are there. What a
   * person has decided about them stays.
   */
  public Comparands read(UUID reviewId, UUID importId) {
    long revision = records.revision(reviewId);
    List<IdRange> unprepared = forms.uncovered(reviewId);
    List<Normalised> incoming = new ArrayList<>();
    records.eachOfImportToMatch(
        reviewId,
        importId,
        unprepared,
        (id, citation) -> incoming.add(Normalised.of(id, citation)));
    forms.ofImport(reviewId, importId, incoming::add);
    return against(reviewId, revision, unprepared, incoming);
  }

  /** The same for one record that comes in after its import. */
  public Comparands read(UUID reviewId, int record) {
    long revision = records.revision(reviewId);
    List<Normalised> incoming = new ArrayList<>();
    records
        .toMatch(reviewId, List.of(record))
        .forEach((id, citation) -> incoming.add(Normalised.of(id, citation)));
    return against(reviewId, revision, forms.uncovered(reviewId), incoming);
  }

  private Comparands against(
      UUID reviewId, long revision, List<IdRange> unprepared, List<Normalised> incoming) {
    incoming.sort(Comparator.comparingInt(Normalised::id));
    Sieve sieve = new Sieve(incoming);
    records.eachLiveToMatch(
        reviewId, unprepared, (id, citation) -> sieve.take(Normalised.of(id, citation)));
    forms.ofReview(reviewId, sieve::take);
    List<Normalised> known = sieve.known;
    known.sort(Comparator.comparingInt(Normalised::id));
    List<List<Integer>> clusters = clusters(reviewId, sieve.held);
    addOtherMembers(reviewId, clusters, sieve.held, known);
    return new Comparands(
        revision, known, incoming, new DecidedPairs(separated(reviewId), clusters));
  }

  /** Of the records that are there, keeps those that share a key with one that comes in. */
  private static final class Sieve {
    final List<Normalised> known = new ArrayList<>();

    /** Numbers of the records that are kept, and of those that come in. */
    final BitSet held = new BitSet();

    private final List<Normalised> incoming;

    /** Made for the first record that is there; the first import of a review needs none. */
    private @Nullable SharedKeys keys;

    Sieve(List<Normalised> incoming) {
      this.incoming = incoming;
      incoming.forEach(record -> held.set(record.id()));
    }

    void take(Normalised record) {
      if (held.get(record.id())) {
        return;
      }
      if (keys == null) {
        keys = SharedKeys.of(incoming);
      }
      if (keys.holdAnyOf(record)) {
        held.set(record.id());
        known.add(record);
      }
    }
  }

  /** Clusters, as they stand, that have a member among some records; the representative first. */
  private List<List<Integer>> clusters(UUID reviewId, BitSet held) {
    Map<Integer, List<Integer>> clusters = new TreeMap<>();
    records
        .representatives(reviewId)
        .forEach(
            (record, representative) ->
                clusters
                    .computeIfAbsent(representative, first -> new ArrayList<>(List.of(first)))
                    .add(record));
    clusters.values().removeIf(members -> members.stream().noneMatch(held::get));
    return List.copyOf(clusters.values());
  }

  /**
   * What comes in must be able to stand beside every member of the cluster it joins, also beside
   * those that it would not have been compared with.
   */
  private void addOtherMembers(
      UUID reviewId, List<List<Integer>> clusters, BitSet held, List<Normalised> known) {
    List<Integer> others =
        clusters.stream().flatMap(List::stream).filter(id -> !held.get(id)).toList();
    records
        .toMatch(reviewId, others)
        .forEach((id, citation) -> known.add(Normalised.of(id, citation)));
  }

  private Set<DecidedPairs.Pair> separated(UUID reviewId) {
    Set<DecidedPairs.Pair> separated = new HashSet<>();
    records
        .separated(reviewId)
        .forEach(pair -> separated.add(new DecidedPairs.Pair(pair.getFirst(), pair.getLast())));
    return separated;
  }

  /** Whether nothing was decided about the review's records since a search. */
  public boolean isCurrent(UUID reviewId, Search search) {
    return records.revision(reviewId) == search.revision();
  }

  /**
   * Writes down what a search found of records that come in with this transaction, where the rules
   * are sure as joins, and else as questions. Keeps nobody waiting; {@link #join} is to follow.
   *
   * @return the event to append, if anything was joined
   */
  public Optional<DuplicatesFound> write(UUID reviewId, UUID run, Search search) {
    doubts.add(reviewId, search.doubts());
    return search.joins().isEmpty()
        ? Optional.empty()
        : Optional.of(records.prepareJoins(reviewId, run, search.joins()));
  }

  /** Takes back the joins of a search that is out of date; its questions are asked anew anyway. */
  public void takeBack(UUID reviewId, Search search) {
    records.takeBackJoins(reviewId, search.joins());
  }

  /** Lets written joins count. */
  public void join(UUID reviewId, UUID by, DuplicatesFound found) {
    records.joinFound(reviewId, by, found);
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
}
