package org.winnow.screening;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.winnow.allocation.Allocation;
import org.winnow.allocation.Allocations;
import org.winnow.allocation.Allocations.Condition;
import org.winnow.allocation.Coverage;
import org.winnow.allocation.Coverage.Need;
import org.winnow.platform.Sql;
import org.winnow.review.Reviews;
import org.winnow.review.Stage;

/**
 * What the rules on sharing out come to: what nobody who may can finish. It asks who has voted on
 * what still needs votes, never what they said. Every method belongs to the caller's transaction.
 */
@ApplicationScoped
class AllocationOutlook {
  /** So many of a group's items are named. */
  private static final int NAMED = 20;

  private final Sql sql;
  private final Allocations allocations;
  private final Shares shares;
  private final Reviews reviews;

  AllocationOutlook(Sql sql, Allocations allocations, Shares shares, Reviews reviews) {
    this.sql = sql;
    this.allocations = allocations;
    this.shares = shares;
    this.reviews = reviews;
  }

  /**
   * Items that have the same voters and are in the same part.
   *
   * @param part its place among the parts; -1 for what is in none
   * @param first the first of the items
   */
  record Group(int part, Set<UUID> voters, long items, List<Integer> first) {}

  /**
   * @param stuck what cannot be finished as people and rules are
   * @param votesWithoutAnybody votes that the quotas leave to nobody
   * @param againstRules items whose votes are complete by people whom the rules of today keep apart
   *     or among whom nobody is experienced
   * @param left how many more items people with a quota may vote on
   */
  record Outlook(
      List<Group> stuck, long votesWithoutAnybody, long againstRules, Map<UUID, Long> left) {
    long stuckItems() {
      return stuck.stream().mapToLong(Group::items).sum();
    }
  }

  Outlook of(UUID reviewId, Stage stage) {
    Allocation allocation = allocations.current(reviewId, stage).allocation();
    int votesNeeded = reviews.policy(reviewId).votesNeeded(stage);
    List<UUID> reviewers =
        sql.list(
            "SELECT m.account_id FROM membership m JOIN account a ON a.id = m.account_id WHERE"
                + " m.review_id = ? AND 'reviewer' = ANY(m.roles) AND NOT a.disabled ORDER BY"
                + " m.account_id",
            row -> row.getObject(1, UUID.class),
            reviewId);
    Map<UUID, Long> left = shares.left(reviewId, stage, allocation, reviewers);
    Coverage coverage = new Coverage(allocation, votesNeeded);
    List<Group> stuck = new ArrayList<>();
    List<Need> others = new ArrayList<>();
    for (Group group : open(reviewId, stage, allocation)) {
      Set<UUID> may = new HashSet<>();
      Set<UUID> can = new HashSet<>();
      for (UUID reviewer : reviewers) {
        if (!group.voters().contains(reviewer) && allocation.isFor(group.part(), reviewer)) {
          may.add(reviewer);
          if (left.getOrDefault(reviewer, 1L) > 0) {
            can.add(reviewer);
          }
        }
      }
      if (coverage.canBeFinished(new Need(group.voters(), can, group.items()))) {
        others.add(new Need(group.voters(), may, group.items()));
      } else {
        stuck.add(group);
      }
    }
    return new Outlook(
        stuck,
        allocation.quotas().isEmpty() ? 0 : coverage.votesWithoutAnybody(others, left),
        allocation.asksOfPairs() ? againstRules(reviewId, stage, allocation) : 0,
        left);
  }

  private List<Group> open(UUID reviewId, Stage stage, Allocation allocation) {
    Condition part = Allocations.part(allocation);
    List<Object> arguments = new ArrayList<>(part.arguments());
    arguments.addAll(List.of(stage, reviewId, stage));
    return sql.list(
        "SELECT part, voters, count(*), (array_agg(id ORDER BY id))[1:"
            + NAMED
            + "] FROM (SELECT r.id, "
            + part.sql()
            + " AS part, ARRAY(SELECT DISTINCT v.reviewer_id FROM vote v WHERE v.review_id ="
            + " r.review_id AND v.stage = ? AND v.counts_for = r.id AND v.withdrawn_sequence IS NULL"
            + " ORDER BY v.reviewer_id) AS voters"
            + Queue.items(stage)
            + " AND NOT EXISTS (SELECT 1 FROM screening s WHERE s.review_id = r.review_id AND s.stage"
            + " = ? AND s.item_id = r.id AND s.status <> 'PENDING')) open GROUP BY part, voters ORDER"
            + " BY min(id)",
        row ->
            new Group(
                row.getInt(1),
                Set.of((UUID[]) row.getArray(2).getArray()),
                row.getLong(3),
                List.of((Integer[]) row.getArray(4).getArray())),
        arguments.toArray());
  }

  private long againstRules(UUID reviewId, Stage stage, Allocation allocation) {
    record Together(Set<UUID> voters, long items) {}
    return sql
        .list(
            "SELECT voters, count(*) FROM (SELECT ARRAY(SELECT DISTINCT v.reviewer_id FROM vote v"
                + " WHERE v.review_id = r.review_id AND v.stage = ? AND v.counts_for = r.id AND"
                + " v.withdrawn_sequence IS NULL ORDER BY v.reviewer_id) AS voters"
                + Queue.items(stage)
                + " AND EXISTS (SELECT 1 FROM screening s WHERE s.review_id = r.review_id AND s.stage"
                + " = ? AND s.item_id = r.id AND s.status <> 'PENDING')) complete WHERE"
                + " cardinality(voters) > 0 GROUP BY voters",
            row -> new Together(Set.of((UUID[]) row.getArray(1).getArray()), row.getLong(2)),
            stage,
            reviewId,
            stage)
        .stream()
        .filter(together -> !allocation.permits(together.voters()))
        .mapToLong(Together::items)
        .sum();
  }
}
