package org.winnow.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.winnow.allocation.Allocation.Apart;
import org.winnow.allocation.Coverage.Need;

class CoverageTest {
  private static final List<UUID> PEOPLE =
      IntStream.range(0, 6).mapToObj(i -> new UUID(0, i + 1)).toList();
  private static final UUID ANN = PEOPLE.get(0);
  private static final UUID BOB = PEOPLE.get(1);
  private static final UUID CAT = PEOPLE.get(2);

  @Test
  void aRecordOfTwoNovicesWhoWaitForNobodyIsStuck() {
    Coverage coverage = new Coverage(experienced(ANN), 2);

    assertThat(coverage.canBeFinished(new Need(Set.of(BOB), Set.of(CAT), 1))).isFalse();
    assertThat(coverage.canBeFinished(new Need(Set.of(BOB), Set.of(ANN, CAT), 1))).isTrue();
    assertThat(coverage.canBeFinished(new Need(Set.of(ANN), Set.of(CAT), 1))).isTrue();
  }

  @Test
  void twoWhoAreKeptApartAreNoPair() {
    Coverage coverage = new Coverage(apart(List.of(), false, new Apart(ANN, BOB)), 2);

    assertThat(coverage.canBeFinished(new Need(Set.of(), Set.of(ANN, BOB), 1))).isFalse();
    assertThat(coverage.canBeFinished(new Need(Set.of(ANN), Set.of(BOB), 1))).isFalse();
    assertThat(coverage.canBeFinished(new Need(Set.of(), Set.of(ANN, BOB, CAT), 1))).isTrue();
  }

  @Test
  void itFindsAGroupWheneverTryingAllGroupsFindsOne() {
    SplittableRandom random = new SplittableRandom(7);
    int possible = 0;
    int impossible = 0;
    for (int round = 0; round < 3_000; round++) {
      List<Apart> apart = new ArrayList<>();
      for (int i = 0; i < random.nextInt(7); i++) {
        int one = random.nextInt(6);
        apart.add(new Apart(PEOPLE.get(one), PEOPLE.get((one + 1 + random.nextInt(5)) % 6)));
      }
      Allocation rules =
          apart(
              List.of(PEOPLE.get(random.nextInt(6))),
              random.nextBoolean(),
              apart.toArray(Apart[]::new));
      int needed = 1 + random.nextInt(4);
      Set<UUID> voters = some(random, random.nextInt(needed));
      Set<UUID> candidates = some(random, random.nextInt(7));

      boolean found = new Coverage(rules, needed).canBeFinished(new Need(voters, candidates, 1));

      assertThat(found).as("round %d", round).isEqualTo(tryAll(rules, needed, voters, candidates));
      if (found) {
        possible++;
      } else {
        impossible++;
      }
    }
    assertThat(possible).isPositive();
    assertThat(impossible).isPositive();
  }

  @Test
  void whatQuotasLeaveToNobodyIsCounted() {
    Coverage coverage = new Coverage(Allocation.NONE, 2);
    Need unread = new Need(Set.of(), Set.of(ANN, BOB, CAT), 100);

    assertThat(coverage.votesWithoutAnybody(List.of(unread), Map.of())).isZero();
    assertThat(coverage.votesWithoutAnybody(List.of(unread), Map.of(ANN, 50L, BOB, 60L, CAT, 70L)))
        .isEqualTo(20);
    assertThat(coverage.votesWithoutAnybody(List.of(unread), Map.of(ANN, 10L, BOB, 5L)))
        .as("Cat votes once on each of them")
        .isEqualTo(85);
  }

  @Test
  void whoIsExperiencedIsNeededOnEachRecord() {
    Coverage coverage = new Coverage(experienced(ANN), 2);
    List<Need> needs =
        List.of(
            new Need(Set.of(), Set.of(ANN, BOB, CAT), 60),
            new Need(Set.of(BOB), Set.of(ANN, CAT), 20),
            new Need(Set.of(ANN), Set.of(BOB, CAT), 20));

    assertThat(coverage.votesWithoutAnybody(needs, Map.of())).isZero();
    assertThat(coverage.votesWithoutAnybody(needs, Map.of(ANN, 50L)))
        .as("80 records wait for Ann")
        .isEqualTo(30);
  }

  @Test
  void theFlowIsAsGreatAsTheBestOfAllWaysToShareOut() {
    SplittableRandom random = new SplittableRandom(11);
    for (int round = 0; round < 300; round++) {
      boolean experience = random.nextBoolean();
      Allocation rules = experience ? experienced(PEOPLE.get(random.nextInt(3))) : Allocation.NONE;
      List<Need> needs = new ArrayList<>();
      for (int i = 0; i < 1 + random.nextInt(3); i++) {
        needs.add(new Need(Set.of(), some(random, 1 + random.nextInt(4)), 1));
      }
      Map<UUID, Long> left = new HashMap<>();
      PEOPLE.forEach(person -> left.put(person, (long) random.nextInt(3)));

      assertThat(new Coverage(rules, 2).votesWithoutAnybody(needs, left))
          .as("round %d", round)
          .isEqualTo(2L * needs.size() - best(rules, needs, 0, new HashMap<>(left)));
    }
  }

  /**
   * Single items, so each is given nobody, one or two; of an experienced pair one is Ann or such.
   */
  private static long best(Allocation rules, List<Need> needs, int at, Map<UUID, Long> left) {
    if (at == needs.size()) {
      return 0;
    }
    List<UUID> candidates = List.copyOf(needs.get(at).candidates());
    long best = best(rules, needs, at + 1, left);
    for (int i = 0; i < candidates.size(); i++) {
      UUID one = candidates.get(i);
      if (left.get(one) == 0) {
        continue;
      }
      left.merge(one, -1L, Long::sum);
      best = Math.max(best, 1 + best(rules, needs, at + 1, left));
      for (int j = i + 1; j < candidates.size(); j++) {
        UUID other = candidates.get(j);
        boolean permitted =
            !rules.experiencedInEachPair()
                || rules.experienced().contains(one)
                || rules.experienced().contains(other);
        if (left.get(other) > 0 && permitted) {
          left.merge(other, -1L, Long::sum);
          best = Math.max(best, 2 + best(rules, needs, at + 1, left));
          left.merge(other, 1L, Long::sum);
        }
      }
      left.merge(one, 1L, Long::sum);
    }
    return best;
  }

  private static boolean tryAll(
      Allocation rules, int needed, Set<UUID> voters, Set<UUID> candidates) {
    for (int mask = 0; mask < 1 << PEOPLE.size(); mask++) {
      Set<UUID> group = new HashSet<>();
      for (int i = 0; i < PEOPLE.size(); i++) {
        if ((mask >> i & 1) == 1) {
          group.add(PEOPLE.get(i));
        }
      }
      Set<UUID> added = new HashSet<>(group);
      added.removeAll(voters);
      boolean apartAmongThem =
          added.stream().anyMatch(one -> rules.apartFrom(one).stream().anyMatch(group::contains));
      boolean hasExperience =
          !rules.experiencedInEachPair() || rules.experienced().stream().anyMatch(group::contains);
      if (group.size() == needed
          && group.containsAll(voters)
          && candidates.containsAll(added)
          && !apartAmongThem
          && hasExperience) {
        return true;
      }
    }
    return false;
  }

  private static Set<UUID> some(SplittableRandom random, int count) {
    Set<UUID> some = new HashSet<>();
    while (some.size() < count) {
      some.add(PEOPLE.get(random.nextInt(PEOPLE.size())));
    }
    return some;
  }

  private static Allocation experienced(UUID... people) {
    return new Allocation(List.of(people), true, List.of(), List.of(), List.of(), List.of());
  }

  private static Allocation apart(List<UUID> experienced, boolean asked, Apart... apart) {
    return new Allocation(experienced, asked, List.of(apart), List.of(), List.of(), List.of());
  }
}
