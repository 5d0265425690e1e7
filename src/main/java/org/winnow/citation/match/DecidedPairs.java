package org.winnow.citation.match;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What was decided before: pairs that a person separated, and clusters that stand as they are. */
public final class DecidedPairs {
  public static final DecidedPairs NONE = new DecidedPairs(Set.of(), List.of());

  /** Two records that a person said are not the same; the order does not matter. */
  public record Pair(int a, int b) {
    public Pair {
      int smaller = Math.min(a, b);
      b = Math.max(a, b);
      a = smaller;
    }
  }

  private final Set<Pair> separated;
  private final List<List<Integer>> settled;
  private final Map<Integer, Integer> clusterOf = new HashMap<>();
  private final Set<Integer> separatedRecords = new TreeSet<>();

  /**
   * @param separated pairs that never end in one automatic cluster again
   * @param settled clusters, their representative first; they stay whole and are never joined with
   *     one another, yet a new record may be joined to one
   * @throws IllegalArgumentException when a record is in two settled clusters
   */
  public DecidedPairs(Set<Pair> separated, List<List<Integer>> settled) {
    this.separated = Set.copyOf(separated);
    this.settled = settled.stream().map(List::copyOf).toList();
    Set<Integer> placed = new HashSet<>();
    for (List<Integer> cluster : this.settled) {
      for (int member : cluster) {
        if (!placed.add(member)) {
          throw new IllegalArgumentException("record " + member + " is in two clusters");
        }
        clusterOf.put(member, cluster.getFirst());
      }
    }
    for (Pair pair : this.separated) {
      separatedRecords.add(pair.a());
      separatedRecords.add(pair.b());
    }
  }

  public boolean isSeparated(int a, int b) {
    return !separated.isEmpty() && separated.contains(new Pair(a, b));
  }

  List<List<Integer>> settled() {
    return settled;
  }

  /** The representative of the settled cluster that holds the record, or the record itself. */
  int clusterOf(int id) {
    return clusterOf.getOrDefault(id, id);
  }

  /** Every record that is separated from another. */
  Set<Integer> separatedRecords() {
    return separatedRecords;
  }
}
