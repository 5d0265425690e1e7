package org.winnow.citation.match;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.winnow.citation.Citation;

/** Which records a search makes one entry, whatever order they come in. */
final class Partitions {
  private Partitions() {}

  /** Sets of places in the list, of two and more. */
  static Set<Set<Integer>> of(List<Citation> records) {
    return inOrder(records, IntStream.range(0, records.size()).boxed().toList());
  }

  /** The same, but the records come in another order. */
  static Set<Set<Integer>> shuffled(List<Citation> records, Random random) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, records.size()).boxed().toList());
    Collections.shuffle(order, random);
    return inOrder(records, order);
  }

  private static Set<Set<Integer>> inOrder(List<Citation> records, List<Integer> order) {
    List<Normalised> normalised = new ArrayList<>();
    for (int position = 0; position < order.size(); position++) {
      normalised.add(Normalised.of(position, records.get(order.get(position))));
    }
    Set<Set<Integer>> clusters = new HashSet<>();
    for (Grouping.Cluster cluster :
        DuplicateGroups.find(normalised, DecidedPairs.NONE).clusters()) {
      Set<Integer> members = new HashSet<>();
      members.add(order.get(cluster.representative()));
      cluster.joined().forEach(joined -> members.add(order.get(joined.record())));
      clusters.add(members);
    }
    return clusters;
  }
}
