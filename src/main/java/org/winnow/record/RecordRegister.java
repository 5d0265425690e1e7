package org.winnow.record;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.winnow.ledger.RecordedEvent;

/**
 * Which records a review has and which of them stand for others: a fold over the ledger. Rooms
 * whose own replay needs this hold one.
 */
public final class RecordRegister {
  private final Function<String, List<Join>> joinsByHash;
  private final Map<UUID, RecordsAdded> imports = new HashMap<>();
  private final Map<UUID, List<RecordRepaired>> repairs = new HashMap<>();
  private final BitSet live = new BitSet();
  private final Map<Integer, Cluster> clusterOf = new HashMap<>();
  private final Set<List<Integer>> separated = new java.util.HashSet<>();

  /**
   * @param joinsByHash reads the kept list of joins that a {@link DuplicatesFound} names
   */
  public RecordRegister(Function<String, List<Join>> joinsByHash) {
    this.joinsByHash = joinsByHash;
  }

  private static final class Cluster {
    int representative;
    final TreeSet<Integer> members = new TreeSet<>();
    final Map<Integer, String> rules = new HashMap<>();

    Cluster(int representative) {
      this.representative = representative;
      members.add(representative);
    }
  }

  /** Takes up a cluster as the table has it, so that one operation on it can be worked out. */
  void seed(int representative, Map<Integer, String> ruleByMember, BitSet liveMembers) {
    live.or(liveMembers);
    Cluster cluster = new Cluster(representative);
    cluster.members.addAll(ruleByMember.keySet());
    cluster.rules.putAll(ruleByMember);
    cluster.rules.remove(representative);
    cluster.members.forEach(member -> clusterOf.put(member, cluster));
  }

  public void apply(RecordedEvent event) {
    if (event.is(RecordsAdded.class)) {
      RecordsAdded added = event.as(RecordsAdded.class);
      imports.put(added.importId(), added);
      added.ids().forEach(range -> live.set(range.first(), range.last() + 1));
    } else if (event.is(RecordRepaired.class)) {
      RecordRepaired repaired = event.as(RecordRepaired.class);
      repairs.computeIfAbsent(repaired.importId(), _ -> new ArrayList<>()).add(repaired);
      live.set(repaired.record());
    } else if (event.is(RecordsWithdrawn.class)) {
      withdraw(event.as(RecordsWithdrawn.class).importId());
    } else if (event.is(DuplicatesFound.class)) {
      joinsByHash.apply(event.as(DuplicatesFound.class).content()).forEach(this::join);
    } else if (event.is(RecordsMerged.class)) {
      merge(event.as(RecordsMerged.class));
    } else if (event.is(DoubtsAccepted.class)) {
      joinsByHash.apply(event.as(DoubtsAccepted.class).content()).forEach(this::join);
    } else if (event.is(MergeUndone.class)) {
      undo(event.as(MergeUndone.class));
    } else if (event.is(RecordSplit.class)) {
      split(event.as(RecordSplit.class).record());
    } else if (event.is(RecordsSeparated.class)) {
      RecordsSeparated judged = event.as(RecordsSeparated.class);
      separated.add(pair(judged.a(), judged.b()));
    } else if (event.is(SeparationLifted.class)) {
      SeparationLifted lifted = event.as(SeparationLifted.class);
      separated.remove(pair(lifted.a(), lifted.b()));
    }
  }

  /** Whether an event can change which record stands for which. */
  public static boolean changesClusters(RecordedEvent event) {
    return event.is(RecordsWithdrawn.class)
        || event.is(DuplicatesFound.class)
        || event.is(DoubtsAccepted.class)
        || event.is(RecordsMerged.class)
        || event.is(MergeUndone.class)
        || event.is(RecordSplit.class);
  }

  /** All records that this one stands for, itself among them; none when another stands for it. */
  public Set<Integer> membersOf(int record) {
    Cluster cluster = clusterOf.get(record);
    if (cluster == null) {
      return Set.of(record);
    }
    return cluster.representative == record ? Set.copyOf(cluster.members) : Set.of();
  }

  /** Numbers of the records whose imports stand. */
  public BitSet live() {
    return (BitSet) live.clone();
  }

  /** The record that stands for this one in the counts: itself, unless it is a duplicate. */
  public int representativeOf(int record) {
    Cluster cluster = clusterOf.get(record);
    return cluster == null ? record : cluster.representative;
  }

  /** Why a record was joined; empty for records that stand for themselves. */
  public String ruleOf(int record) {
    Cluster cluster = clusterOf.get(record);
    return cluster == null || cluster.representative == record
        ? ""
        : cluster.rules.getOrDefault(record, Join.BY_HAND);
  }

  public Map<UUID, RecordsAdded> imports() {
    return Map.copyOf(imports);
  }

  /** Records that came in after their imports. */
  List<RecordRepaired> repairs() {
    return repairs.values().stream().flatMap(List::stream).toList();
  }

  /** Pairs that a person judged different, the smaller number first. */
  public Set<List<Integer>> separated() {
    return Set.copyOf(separated);
  }

  void merge(RecordsMerged merged) {
    merged.members().stream()
        .filter(member -> member != merged.representative())
        .forEach(member -> join(new Join(member, merged.representative(), Join.BY_HAND)));
    Cluster cluster = clusterOf.get(merged.representative());
    if (cluster != null) {
      stand(cluster, merged.representative());
    }
  }

  void join(Join join) {
    Cluster target = clusterOf.computeIfAbsent(join.representative(), Cluster::new);
    Cluster source = clusterOf.get(join.duplicate());
    if (source == target) {
      return;
    }
    List<Integer> moving =
        source == null ? List.of(join.duplicate()) : new ArrayList<>(source.members);
    for (int member : moving) {
      target.members.add(member);
      String known = source == null ? null : source.rules.get(member);
      target.rules.put(member, known == null ? join.rule() : known);
      clusterOf.put(member, target);
      target.members.forEach(other -> separated.remove(pair(member, other)));
    }
  }

  void split(int record) {
    Cluster cluster = clusterOf.remove(record);
    if (cluster == null) {
      return;
    }
    cluster.members.remove(record);
    cluster.rules.remove(record);
    cluster.members.forEach(other -> separated.add(pair(record, other)));
    settle(cluster);
  }

  /** Parts what a merge had joined; the cluster is as the merge left it. */
  void undo(MergeUndone undone) {
    List<Cluster> parts = new ArrayList<>();
    for (MergeUndone.Entry entry : undone.entries()) {
      Cluster part = new Cluster(entry.representative());
      for (int member : entry.members()) {
        part.members.add(member);
        if (member != entry.representative()) {
          part.rules.put(member, ruleBefore(member, entry.representative()));
        }
      }
      parts.add(part);
    }
    for (Cluster part : parts) {
      part.members.forEach(member -> clusterOf.put(member, part));
      settle(part);
    }
    separated.addAll(undone.separated());
  }

  /** The merge may have let another member stand, which then left its rule to the former one. */
  private String ruleBefore(int member, int representative) {
    String rule = ruleOf(member);
    return rule.isEmpty() ? ruleOf(representative) : rule;
  }

  private void withdraw(UUID importId) {
    RecordsAdded added = imports.get(importId);
    if (added != null) {
      List<IdRange> ids = new ArrayList<>(added.ids());
      for (RecordRepaired repaired : repairs.getOrDefault(importId, List.of())) {
        ids.add(new IdRange(repaired.record(), repaired.record()));
      }
      withdraw(ids);
    }
  }

  void withdraw(List<IdRange> ids) {
    ids.forEach(range -> live.clear(range.first(), range.last() + 1));
    for (IdRange range : ids) {
      for (int id = range.first(); id <= range.last(); id++) {
        Cluster cluster = clusterOf.get(id);
        if (cluster != null && cluster.representative == id) {
          settle(cluster);
        }
      }
    }
  }

  /** A cluster is stood for by a record that is in the review, if any of it is. */
  private void settle(Cluster cluster) {
    boolean stands =
        cluster.members.contains(cluster.representative) && live.get(cluster.representative);
    if (!stands) {
      stand(
          cluster,
          cluster.members.stream().filter(live::get).findFirst().orElse(cluster.members.first()));
    }
    if (cluster.members.size() == 1) {
      clusterOf.remove(cluster.members.first());
    }
  }

  private static void stand(Cluster cluster, int record) {
    int former = cluster.representative;
    if (former == record) {
      return;
    }
    String rule = cluster.rules.remove(record);
    if (cluster.members.contains(former) && rule != null) {
      cluster.rules.put(former, rule);
    }
    cluster.representative = record;
  }

  static List<Integer> pair(int a, int b) {
    return List.of(Math.min(a, b), Math.max(a, b));
  }
}
