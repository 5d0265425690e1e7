package org.winnow.citation.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.winnow.citation.Citation;
import org.winnow.citation.match.EnglishVendors.LabelledPair;

/** Each way in which databases write one article differently, and each trap, by itself. */
class EnglishDuplicatesTest {
  private static final long SEED = 20_250_912L;
  private static final int PER_KIND = 40;

  /** Of the pairs of one kind; what is not joined must be asked. */
  private static final int LEAST_JOINED = 38;

  /** Where a letter is lost in the first word and nothing but authors and year is left. */
  private static final int MOST_LEFT = 6;

  /** What became of the pairs of one kind. */
  private record Outcome(int pairs, int joined, int asked, Map<MatchRule, Integer> rules) {
    int left() {
      return pairs - joined - asked;
    }
  }

  private static Map<String, Outcome> outcomes(boolean duplicates) {
    Map<String, List<LabelledPair>> byKind =
        new EnglishVendors(SEED)
            .pairs(PER_KIND).stream()
                .filter(pair -> pair.duplicate() == duplicates)
                .collect(
                    Collectors.groupingBy(LabelledPair::kind, TreeMap::new, Collectors.toList()));
    Map<String, Outcome> outcomes = new TreeMap<>();
    byKind.forEach((kind, pairs) -> outcomes.put(kind, outcome(pairs)));
    outcomes.forEach(
        (kind, outcome) ->
            System.out.printf(
                Locale.ROOT,
                "%s %s: %d joined, %d asked, %d left %s%n",
                duplicates ? "copy" : "lookalike",
                kind,
                outcome.joined(),
                outcome.asked(),
                outcome.left(),
                outcome.rules()));
    return outcomes;
  }

  private static Outcome outcome(List<LabelledPair> pairs) {
    int joined = 0;
    int asked = 0;
    Map<MatchRule, Integer> rules = new TreeMap<>();
    for (LabelledPair pair : pairs) {
      List<Normalised> two = List.of(Normalised.of(1, pair.a()), Normalised.of(2, pair.b()));
      Grouping grouping = DuplicateGroups.find(two, DecidedPairs.NONE);
      joined += grouping.clusters().isEmpty() ? 0 : 1;
      asked += grouping.review().size();
      rules.merge(
          DuplicateGroups.why(two.getFirst(), two.getLast(), DecidedPairs.NONE).verdict().rule(),
          1,
          Integer::sum);
    }
    return new Outcome(pairs.size(), joined, asked, rules);
  }

  @Test
  void copiesAreJoined() {
    Map<String, Outcome> outcomes = outcomes(true);

    assertThat(outcomes).hasSizeGreaterThan(60);
    assertThat(outcomes)
        .allSatisfy(
            (kind, outcome) -> {
              int least = kind.endsWith(EnglishVendors.WITHOUT_PLACE) ? 0 : LEAST_JOINED;
              assertThat(outcome.joined()).as(kind).isGreaterThanOrEqualTo(least);
              assertThat(outcome.left()).as(kind).isLessThanOrEqualTo(MOST_LEFT);
            });
  }

  @Test
  void noTwoWorksAreJoined() {
    assertThat(outcomes(false))
        .hasSizeGreaterThan(25)
        .allSatisfy((kind, outcome) -> assertThat(outcome.joined()).as(kind).isZero());
  }

  @Test
  void inAReviewOfOneSubjectAlmostAllCopiesGoAndNoWorkIsLost() {
    LabelledSet set = review(1_000);

    Score score = Score.of(set, DuplicateGroups.find(set.normalised(), DecidedPairs.NONE));

    System.out.println(score.ofCopies("invented review"));
    assertThat(score.worksLost()).isZero();
    assertThat(score.sensitivity()).isGreaterThanOrEqualTo(97);
  }

  @Test
  void theOrderOfTheRecordsDoesNotMatter() {
    LabelledSet set = review(300);
    Set<Set<Integer>> clusters = Partitions.of(set.records());

    Random random = new Random(SEED);
    for (int i = 0; i < 5; i++) {
      assertThat(Partitions.shuffled(set.records(), random)).isEqualTo(clusters);
    }
  }

  /** Records that contradict each other in every way: which of them join must not hang on luck. */
  @Property(tries = 200)
  void theOrderOfContradictoryRecordsDoesNotMatter(@ForAll long seed) {
    InventedCitations invented = new InventedCitations(new Random(seed));
    List<Citation> records = new ArrayList<>();
    for (int i = 0; i < 14; i++) {
      records.add(invented.next().make());
    }
    List<List<String>> clusters = contents(records, Partitions.of(records));

    assertThat(contents(records, Partitions.shuffled(records, new Random(seed))))
        .isEqualTo(clusters);
  }

  /** Records that say the same are interchangeable, so clusters are compared by what they say. */
  private static List<List<String>> contents(List<Citation> records, Set<Set<Integer>> clusters) {
    return clusters.stream()
        .map(set -> set.stream().map(i -> records.get(i).toString()).sorted().toList())
        .sorted(Comparator.comparing(List::toString))
        .toList();
  }

  /** Works of one subject, each in one to four databases. */
  private static LabelledSet review(int works) {
    EnglishVendors vendors = new EnglishVendors(SEED);
    List<Citation> records = new ArrayList<>();
    List<Set<Integer>> sets = new ArrayList<>();
    Set<Integer> members = new HashSet<>();
    for (int i = 0; i < works; i++) {
      Set<Integer> set = new HashSet<>();
      for (Citation copy : vendors.copies(vendors.work())) {
        set.add(records.size());
        records.add(copy);
      }
      if (set.size() > 1) {
        sets.add(set);
        members.addAll(set);
      }
    }
    return new LabelledSet(records, sets, members);
  }
}
