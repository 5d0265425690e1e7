package org.winnow.citation.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A grouping measured against the truth of a {@link LabelledSet}.
 *
 * @param copies removable copies: members of a set less one each
 * @param copiesRemoved those of them that the clusters remove
 * @param worksLost works that vanish since their records stand behind another work's
 * @param members records flagged as having a copy
 * @param membersFound those that are in a cluster
 * @param falseMembers records in a cluster that have no copy
 * @param review length of the review queue
 */
record Score(
    int copies,
    int copiesRemoved,
    int worksLost,
    int members,
    int membersFound,
    int singles,
    int falseMembers,
    int review,
    Map<MatchRule, Integer> byRule) {

  static Score of(LabelledSet set, Grouping grouping) {
    Map<Integer, Integer> workOf = new HashMap<>();
    for (int i = 0; i < set.records().size(); i++) {
      workOf.put(i, -1 - i);
    }
    int copies = 0;
    for (int w = 0; w < set.works().size(); w++) {
      copies += set.works().get(w).size() - 1;
      for (int member : set.works().get(w)) {
        workOf.put(member, w);
      }
    }
    int removed = 0;
    int lost = 0;
    Set<Integer> inCluster = new HashSet<>();
    Map<MatchRule, Integer> byRule = new TreeMap<>();
    for (Grouping.Cluster cluster : grouping.clusters()) {
      List<Integer> all = new ArrayList<>(List.of(cluster.representative()));
      cluster.joined().forEach(joined -> all.add(joined.record()));
      cluster.joined().forEach(joined -> byRule.merge(joined.rule(), 1, Integer::sum));
      inCluster.addAll(all);
      Set<Integer> works = new HashSet<>(all.stream().map(workOf::get).toList());
      lost += works.size() - 1;
      removed += all.size() - works.size();
    }
    Set<Integer> found = new HashSet<>(inCluster);
    found.retainAll(set.flagged());
    return new Score(
        copies,
        removed,
        lost,
        set.flagged().size(),
        found.size(),
        set.records().size() - set.flagged().size(),
        inCluster.size() - found.size(),
        grouping.review().size(),
        byRule);
  }

  double sensitivity() {
    return 100.0 * copiesRemoved / copies;
  }

  double memberSensitivity() {
    return 100.0 * membersFound / members;
  }

  double specificity() {
    return 100.0 * (singles - falseMembers) / singles;
  }

  String ofCopies(String name) {
    return String.format(
        Locale.ROOT,
        "%s: %d of %d copies removed (%.2f %%), %d works lost, %d pairs to review, by rule %s",
        name,
        copiesRemoved,
        copies,
        sensitivity(),
        worksLost,
        review,
        byRule);
  }

  String ofMembers(String name) {
    return String.format(
        Locale.ROOT,
        "%s: %d of %d members found (%.2f %%), %d of %d singles joined (specificity %.2f %%),"
            + " %d pairs to review, by rule %s",
        name,
        membersFound,
        members,
        memberSensitivity(),
        falseMembers,
        singles,
        specificity(),
        review,
        byRule);
  }
}
