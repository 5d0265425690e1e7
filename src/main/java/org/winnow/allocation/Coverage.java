package org.winnow.allocation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Whether the rules and the people there are can give every item its votes. */
public final class Coverage {
  /**
   * Enough for every team that there is. Beyond it nothing is said to be stuck, so that an odd list
   * of people kept apart cannot hold the server.
   */
  private static final int STEPS = 100_000;

  private final Allocation allocation;
  private final int votesNeeded;
  private int steps;

  /**
   * @param votesNeeded votes that an item needs in all
   */
  public Coverage(Allocation allocation, int votesNeeded) {
    this.allocation = allocation;
    this.votesNeeded = votesNeeded;
  }

  /**
   * Items that need the same.
   *
   * @param voters who has voted on them
   * @param candidates who else may, before pairs are asked about
   * @param items how many there are
   */
  public record Need(Set<UUID> voters, Set<UUID> candidates, long items) {}

  /** Whether there are people among the candidates who may finish an item together. */
  public boolean canBeFinished(Need need) {
    steps = 0;
    int missing = votesNeeded - need.voters().size();
    if (missing <= 0) {
      return true;
    }
    List<UUID> open = new ArrayList<>();
    for (UUID candidate : need.candidates()) {
      if (!need.voters().contains(candidate)
          && allocation.apartFrom(candidate).stream().noneMatch(need.voters()::contains)) {
        open.add(candidate);
      }
    }
    // Experienced ones first, then those whom nothing keeps from anybody.
    open.sort(
        java.util.Comparator.comparing((UUID one) -> !allocation.experienced().contains(one))
            .thenComparing(one -> allocation.apartFrom(one).size()));
    return choose(open, 0, missing, new HashSet<>(need.voters()));
  }

  private boolean choose(List<UUID> open, int from, int missing, Set<UUID> chosen) {
    if (missing == 0) {
      return !allocation.experiencedInEachPair()
          || allocation.experienced().stream().anyMatch(chosen::contains);
    }
    for (int i = from; i <= open.size() - missing; i++) {
      if (++steps > STEPS) {
        return true;
      }
      UUID next = open.get(i);
      if (allocation.apartFrom(next).stream().noneMatch(chosen::contains)) {
        chosen.add(next);
        if (choose(open, i + 1, missing - 1, chosen)) {
          return true;
        }
        chosen.remove(next);
      }
    }
    return false;
  }

  /**
   * Votes that the quotas leave to nobody, whoever votes on what: by the greatest flow from items
   * to people (Ford and Fulkerson 1956), in which an item without an experienced voter asks one of
   * its votes of those alone. People kept apart are not asked about, so there may be more.
   *
   * @param left how many more items people may vote on; who is not in it, as many as there are
   */
  public long votesWithoutAnybody(Collection<Need> needs, Map<UUID, Long> left) {
    Flow flow = new Flow();
    long wanted = 0;
    int group = 0;
    Set<UUID> people = new LinkedHashSet<>();
    for (Need need : needs) {
      int missing = votesNeeded - need.voters().size();
      if (missing <= 0) {
        continue;
      }
      wanted += missing * need.items();
      boolean asksExperience =
          allocation.experiencedInEachPair()
              && allocation.experienced().stream().noneMatch(need.voters()::contains);
      long ofExperienced = asksExperience ? need.items() : 0;
      String experienced = "experienced " + group;
      String anybody = "anybody " + group;
      flow.pipe("source", experienced, ofExperienced);
      flow.pipe("source", anybody, missing * need.items() - ofExperienced);
      for (UUID candidate : need.candidates()) {
        if (need.voters().contains(candidate)) {
          continue;
        }
        people.add(candidate);
        // Nobody votes twice on one item.
        String share = candidate + " " + group;
        flow.pipe(share, candidate.toString(), need.items());
        flow.pipe(anybody, share, need.items());
        if (allocation.experienced().contains(candidate)) {
          flow.pipe(experienced, share, need.items());
        }
      }
      group++;
    }
    for (UUID person : people) {
      flow.pipe(person.toString(), "sink", left.getOrDefault(person, wanted));
    }
    return wanted - flow.greatest();
  }

  /** A network of pipes with the widths that are left of them. */
  private static final class Flow {
    private final Map<String, Integer> places = new LinkedHashMap<>();
    private final List<Map<Integer, Long>> widths = new ArrayList<>();

    void pipe(String from, String to, long width) {
      int a = place(from);
      int b = place(to);
      widths.get(a).merge(b, width, Long::sum);
      widths.get(b).putIfAbsent(a, 0L);
    }

    private int place(String name) {
      Integer known = places.get(name);
      if (known != null) {
        return known;
      }
      places.put(name, widths.size());
      widths.add(new LinkedHashMap<>());
      return widths.size() - 1;
    }

    long greatest() {
      int source = place("source");
      int sink = place("sink");
      long total = 0;
      for (int[] before = path(source, sink); before[sink] >= 0; before = path(source, sink)) {
        long narrowest = Long.MAX_VALUE;
        for (int to = sink; to != source; to = before[to]) {
          narrowest = Math.min(narrowest, width(before[to], to));
        }
        for (int to = sink; to != source; to = before[to]) {
          widths.get(before[to]).merge(to, -narrowest, Long::sum);
          widths.get(to).merge(before[to], narrowest, Long::sum);
        }
        total += narrowest;
      }
      return total;
    }

    private long width(int from, int to) {
      return widths.get(from).getOrDefault(to, 0L);
    }

    /** The shortest way with room, as what comes before each place; -1 where it does not lead. */
    private int[] path(int source, int sink) {
      int[] before = new int[widths.size()];
      Arrays.fill(before, -1);
      before[source] = source;
      Deque<Integer> open = new ArrayDeque<>(List.of(source));
      while (!open.isEmpty() && before[sink] < 0) {
        int at = open.remove();
        widths
            .get(at)
            .forEach(
                (to, width) -> {
                  if (width > 0 && before[to] < 0) {
                    before[to] = at;
                    open.add(to);
                  }
                });
      }
      return before;
    }
  }
}
