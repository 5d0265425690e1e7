package org.winnow.citation.match;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.winnow.citation.match.DuplicateGroups.Link;
import org.winnow.citation.match.Grouping.Cluster;
import org.winnow.citation.match.Grouping.Joined;

/**
 * Joins pairs to clusters, the surest first. A join happens only when every member of one side may
 * stand beside every member of the other, so one weak link cannot draw two works together.
 */
final class Clustering {
  /** Members of one cluster that a new one is held against; more are not met outside of tests. */
  private static final int LOOKED_AT = 40;

  private final MatchIndex index;
  private final int known;
  private final DecidedPairs decided;
  private final int[] parent;
  private final Map<Integer, List<Integer>> members = new HashMap<>();
  private final Map<Integer, List<Integer>> differing = new HashMap<>();

  /** Members that a person separated from some other record, by root. */
  private final Map<Integer, List<Integer>> separable = new HashMap<>();

  private final Set<Integer> settledRoots = new HashSet<>();
  private final Map<Integer, List<Link>> accepted = new HashMap<>();

  Clustering(MatchIndex index, int known, DecidedPairs decided) {
    this.index = index;
    this.known = known;
    this.decided = decided;
    this.parent = new int[index.size()];
    for (int i = 0; i < parent.length; i++) {
      parent[i] = i;
    }
    for (List<Integer> cluster : decided.settled()) {
      settle(cluster);
    }
    for (int id : decided.separatedRecords()) {
      int position = index.position(id);
      if (position >= 0) {
        separable.computeIfAbsent(root(position), r -> new ArrayList<>()).add(position);
      }
    }
  }

  private void settle(List<Integer> cluster) {
    int root = -1;
    for (int id : cluster) {
      int position = index.position(id);
      if (position >= 0 && root < 0) {
        root = position;
        settledRoots.add(root);
      } else if (position >= 0) {
        parent[position] = root;
        members.computeIfAbsent(root, r -> new ArrayList<>(List.of(r))).add(position);
        addIfDiffering(differing.computeIfAbsent(root, r -> new ArrayList<>(List.of(r))), position);
      }
    }
  }

  int root(int position) {
    int root = position;
    while (parent[root] != root) {
      parent[root] = parent[parent[root]];
      root = parent[root];
    }
    return root;
  }

  /** Joins the two sides, or says what the doubt is when something stands against it. */
  Optional<Link> join(Link link) {
    int a = root(link.a());
    int b = root(link.b());
    if (a == b) {
      return Optional.empty();
    }
    if (stands(a) && stands(b)) {
      return Optional.of(doubt(link, MatchRule.SETTLED_CLUSTER));
    }
    if (!compatible(a, b)) {
      return Optional.of(doubt(link, MatchRule.MEMBER_AGAINST));
    }
    unite(a, b);
    accepted.computeIfAbsent(link.a(), p -> new ArrayList<>(2)).add(link);
    accepted.computeIfAbsent(link.b(), p -> new ArrayList<>(2)).add(link);
    return Optional.empty();
  }

  private static Link doubt(Link link, MatchRule hindrance) {
    Verdict verdict = new Verdict(hindrance, Math.min(link.verdict().score(), 0.9));
    return new Link(
        link.a(), link.b(), verdict, List.of(link.verdict().rule(), hindrance), link.content());
  }

  /** Whether this side was there before, as a record or as a settled cluster. */
  private boolean stands(int root) {
    return root < known || settledRoots.contains(root);
  }

  private boolean compatible(int a, int b) {
    for (int x : differing(a)) {
      for (int y : differing(b)) {
        if (Matching.of(Comparison.of(index.at(x), index.at(y))).rule().keepsApart()) {
          return false;
        }
      }
    }
    return !isSeparated(a, b);
  }

  /** Whether a person separated a record of one side from a record of the other. */
  boolean isSeparated(int a, int b) {
    for (int x : separable.getOrDefault(a, List.of())) {
      for (int y : separable.getOrDefault(b, List.of())) {
        if (decided.isSeparated(idAt(x), idAt(y))) {
          return true;
        }
      }
    }
    return false;
  }

  private void unite(int a, int b) {
    int root = stands(b) ? b : a;
    int child = root == a ? b : a;
    List<Integer> all = members.computeIfAbsent(root, r -> new ArrayList<>(List.of(r)));
    List<Integer> various = differing.computeIfAbsent(root, r -> new ArrayList<>(List.of(r)));
    all.addAll(memberList(child));
    for (int position : differing(child)) {
      addIfDiffering(various, position);
    }
    separable
        .computeIfAbsent(root, r -> new ArrayList<>())
        .addAll(separable.getOrDefault(child, List.of()));
    parent[child] = root;
    members.remove(child);
    differing.remove(child);
  }

  private void addIfDiffering(List<Integer> various, int position) {
    Normalised record = index.at(position);
    if (various.size() < LOOKED_AT
        && various.stream().noneMatch(other -> index.at(other).looksLike(record))) {
      various.add(position);
    }
  }

  private List<Integer> memberList(int root) {
    @Nullable List<Integer> list = members.get(root);
    return list == null ? List.of(root) : list;
  }

  /** The members without those that look just like another one. */
  private List<Integer> differing(int root) {
    @Nullable List<Integer> list = differing.get(root);
    return list == null ? List.of(root) : list;
  }

  /** Clusters that this search made or added to. */
  List<Cluster> clusters() {
    List<Cluster> clusters = new ArrayList<>();
    Set<Integer> roots = new HashSet<>();
    for (int position : accepted.keySet()) {
      if (roots.add(root(position))) {
        clusters.add(cluster(root(position)));
      }
    }
    clusters.sort(Comparator.comparingInt(Cluster::representative));
    return clusters;
  }

  private Cluster cluster(int root) {
    List<Integer> all = memberList(root);
    int representative = representative(root, all);
    Set<Integer> reached = new HashSet<>();
    Deque<Integer> open = new ArrayDeque<>();
    reached.add(representative);
    open.add(representative);
    // a settled cluster is one place to start from: its members were joined before
    for (int position : all) {
      boolean before = position < known || decided.clusterOf(idAt(position)) != idAt(position);
      if (before && settledRoots.contains(root) && reached.add(position)) {
        open.add(position);
      }
    }
    List<Joined> joined = new ArrayList<>();
    while (!open.isEmpty()) {
      int from = open.remove();
      for (Link link : accepted.getOrDefault(from, List.of())) {
        int to = link.a() == from ? link.b() : link.a();
        if (reached.add(to)) {
          open.add(to);
          joined.add(
              new Joined(idAt(to), idAt(from), link.verdict().rule(), link.verdict().score()));
        }
      }
    }
    return new Cluster(idAt(representative), joined);
  }

  private int representative(int root, List<Integer> all) {
    if (stands(root)) {
      return root;
    }
    int best = all.getFirst();
    for (int position : all) {
      int more = index.at(position).fullness - index.at(best).fullness;
      if (more > 0 || more == 0 && position < best) {
        best = position;
      }
    }
    return best;
  }

  private int idAt(int position) {
    return index.at(position).id;
  }
}
