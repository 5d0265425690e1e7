package org.winnow.deduplication;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.winnow.platform.Sql;

/** Which records stand for which, as they are now. */
@ApplicationScoped
class Clusters {
  private final Sql sql;

  Clusters(Sql sql) {
    this.sql = sql;
  }

  /**
   * How records and entries of a review relate. Records are those whose imports stand.
   *
   * @param unique entries, when all duplicates of one count once
   * @param clusters entries with duplicates
   * @param withinSource duplicates of a record of the same source
   * @param betweenSources duplicates that came from a further source
   */
  record Summary(
      int records,
      int unique,
      int duplicates,
      int clusters,
      int withinSource,
      int betweenSources,
      List<RuleCount> byRule) {}

  record RuleCount(String rule, int count) {}

  /** A record that another stands for, and why. */
  record Member(int record, UUID importId, String rule) {}

  Summary summary(UUID reviewId) {
    List<RuleCount> byRule =
        sql.list(
            "SELECT joined_by, count(*) FROM record WHERE review_id = ? AND live AND joined_by IS"
                + " NOT NULL AND representative_id IS NOT NULL GROUP BY joined_by ORDER BY 2 DESC,"
                + " 1",
            row -> new RuleCount(row.getString(1), row.getInt(2)),
            reviewId);
    return sql.one(
            "SELECT COALESCE(sum(n), 0), count(DISTINCT entry), count(DISTINCT entry) FILTER (WHERE"
                + " joined > 0), COALESCE(sum(n - 1), 0), count(*) - count(DISTINCT entry) FROM"
                + " (SELECT source_id, COALESCE(representative_id, id) AS entry, count(*) AS n,"
                + " count(representative_id) AS joined FROM record WHERE review_id = ? AND live"
                + " GROUP BY 1, 2) AS found",
            row ->
                new Summary(
                    row.getInt(1),
                    row.getInt(2),
                    row.getInt(1) - row.getInt(2),
                    row.getInt(3),
                    row.getInt(4),
                    row.getInt(5),
                    byRule),
            reviewId)
        .orElseThrow();
  }

  /** Representatives of clusters after a number, in rising order. */
  List<Integer> representatives(UUID reviewId, long after, int limit) {
    return sql.list(
        "SELECT DISTINCT representative_id FROM record WHERE review_id = ? AND live AND"
            + " representative_id > ? ORDER BY representative_id LIMIT ?",
        row -> row.getInt(1),
        reviewId,
        after,
        limit);
  }

  /** The same of clusters of which a rule joined a member. */
  List<Integer> representatives(UUID reviewId, String rule, long after, int limit) {
    return sql.list(
        "SELECT DISTINCT representative_id FROM record WHERE review_id = ? AND live AND joined_by ="
            + " ? AND representative_id > ? ORDER BY representative_id LIMIT ?",
        row -> row.getInt(1),
        reviewId,
        rule,
        after,
        limit);
  }

  /** Members by representative, which is the first of them and has no rule. */
  Map<Integer, List<Member>> members(UUID reviewId, Collection<Integer> representatives) {
    Map<Integer, List<Member>> members = new HashMap<>();
    sql.list(
        "SELECT COALESCE(representative_id, id) AS entry, id, import_id, COALESCE(joined_by, '')"
            + " FROM record WHERE review_id = ? AND live AND (id = ANY(?::int[]) OR"
            + " representative_id = ANY(?::int[])) ORDER BY entry, representative_id NULLS FIRST,"
            + " id",
        row ->
            members
                .computeIfAbsent(row.getInt(1), _ -> new ArrayList<>())
                .add(new Member(row.getInt(2), row.getObject(3, UUID.class), row.getString(4))),
        reviewId,
        representatives,
        representatives);
    return members;
  }
}
