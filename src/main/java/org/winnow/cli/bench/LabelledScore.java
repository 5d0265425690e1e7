package org.winnow.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.winnow.citation.Citation;
import org.winnow.citation.match.Grouping;

/**
 * A grouping held against the truth.
 *
 * @param found of the records that the truth calls copies
 * @param wrong how many of the {@code others} went that should have stayed
 */
record LabelledScore(String unit, int found, int copies, int wrong, int others, int review) {
  /** Where the truth says which work each record describes: copies are all but one of a work. */
  static LabelledScore ofWorks(List<Integer> works, Grouping grouping) {
    int distinct = new HashSet<>(works).size();
    int removed = 0;
    int lost = 0;
    for (Set<Integer> cluster : clusters(grouping)) {
      int inCluster = new HashSet<>(cluster.stream().map(works::get).toList()).size();
      removed += cluster.size() - inCluster;
      lost += inCluster - 1;
    }
    return new LabelledScore(
        "copies", removed, works.size() - distinct, lost, distinct, grouping.review().size());
  }

  /** Where the truth says only which records have a copy. */
  static LabelledScore ofFlags(List<Boolean> flags, Grouping grouping) {
    int flagged = (int) flags.stream().filter(flag -> flag).count();
    List<Integer> grouped = clusters(grouping).stream().flatMap(Set::stream).toList();
    int found = (int) grouped.stream().filter(flags::get).count();
    return new LabelledScore(
        "members",
        found,
        flagged,
        grouped.size() - found,
        flags.size() - flagged,
        grouping.review().size());
  }

  /** Reads the sets of identifiers that are one work. */
  static List<Integer> works(List<Citation> citations, Path sets) throws IOException {
    Map<String, Integer> positions = new HashMap<>();
    for (int i = 0; i < citations.size(); i++) {
      positions.put(ownId(citations.get(i)), i);
    }
    List<Integer> works = new ArrayList<>(IntStream.range(0, citations.size()).boxed().toList());
    for (String line : Files.readAllLines(sets)) {
      List<Integer> members =
          Stream.of(line.replace("\"", "").split(";"))
              .flatMap(id -> Stream.ofNullable(positions.get(id)))
              .toList();
      members.forEach(member -> works.set(member, members.getFirst()));
    }
    return works;
  }

  private static String ownId(Citation citation) {
    List<String> named = citation.others().getOrDefault("ID", List.of());
    return named.isEmpty() ? citation.accession() : named.getFirst();
  }

  private static List<Set<Integer>> clusters(Grouping grouping) {
    return grouping.clusters().stream()
        .map(
            cluster -> {
              Set<Integer> all = new HashSet<>(Set.of(cluster.representative()));
              cluster.joined().forEach(joined -> all.add(joined.record()));
              return all;
            })
        .toList();
  }

  double sensitivity() {
    return 100.0 * found / copies;
  }

  double specificity() {
    return 100.0 * (others - wrong) / others;
  }

  @Override
  public String toString() {
    return withoutReview() + ", " + review + " pairs to review";
  }

  String withoutReview() {
    return String.format(
        Locale.ROOT,
        "%d of %d %s found (sensitivity %.2f %%), %d of %d others wrongly joined (specificity"
            + " %.2f %%)",
        found,
        copies,
        unit,
        sensitivity(),
        wrong,
        others,
        specificity());
  }
}
