package org.winnow.deduplication;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.winnow.citation.match.Grouping.Doubtful;
import org.winnow.citation.match.MatchRule;
import org.winnow.platform.RuleViolation;
import org.winnow.platform.Sql;

/**
 * Pairs that the rules left to a person. One is open while both records are in the review, in two
 * entries that nobody separated; for two entries, the likeliest pair speaks.
 */
@ApplicationScoped
class Doubts {
  /** Asked anew at every reading, so that no decision can leave a stale question behind. */
  private static final String OPEN =
      "WITH asked AS (SELECT c.a, c.b, c.score, c.rule, c.reasons, COALESCE(x.representative_id,"
          + " x.id) AS p, COALESCE(y.representative_id, y.id) AS q FROM duplicate_candidate c JOIN"
          + " record x ON x.review_id = c.review_id AND x.id = c.a AND x.live JOIN record y ON"
          + " y.review_id = c.review_id AND y.id = c.b AND y.live WHERE c.review_id = ?), apart AS"
          + " (SELECT COALESCE(x.representative_id, x.id) AS p, COALESCE(y.representative_id, y.id)"
          + " AS q FROM separated_pair s JOIN record x ON x.review_id = s.review_id AND x.id = s.a"
          + " JOIN record y ON y.review_id = s.review_id AND y.id = s.b WHERE s.review_id = ?), open"
          + " AS (SELECT DISTINCT ON (LEAST(p, q), GREATEST(p, q)) a, b, score, rule, reasons FROM"
          + " asked WHERE p <> q AND (LEAST(p, q), GREATEST(p, q)) NOT IN (SELECT LEAST(p, q),"
          + " GREATEST(p, q) FROM apart) ORDER BY LEAST(p, q), GREATEST(p, q), score DESC, a, b) ";

  private static final String SHOWN = OPEN + "SELECT a, b, score, rule, reasons FROM open ";
  private static final String LIKELIEST_FIRST = " ORDER BY score DESC, a, b";

  private final Sql sql;

  Doubts(Sql sql) {
    this.sql = sql;
  }

  /**
   * A pair to judge.
   *
   * @param a the smaller number
   * @param score 0 to 1, comparable between pairs, no probability
   * @param rule the rule that asks
   * @param reasons the rule that could not settle it first, then what hindered a join
   */
  record Doubt(int a, int b, double score, String rule, List<String> reasons) {
    private static final String CURSOR_PARTS = "_";

    /** Where a list goes on after this pair, whatever was decided in between. */
    String cursor() {
      return String.join(
          CURSOR_PARTS, Double.toString(score), Integer.toString(a), Integer.toString(b));
    }
  }

  record RuleCount(String rule, int count) {}

  /** Adds what a search could not settle; what is there already stays as it is. */
  void add(UUID reviewId, List<Doubtful> found) {
    sql.update(
        "INSERT INTO duplicate_candidate (review_id, a, b, score, rule, reasons) SELECT ?, LEAST(d.a,"
            + " d.b), GREATEST(d.a, d.b), d.score::double precision, d.rule, string_to_array(d.reasons,"
            + " ' ') FROM unnest(?::int[], ?::int[], ?::text[], ?::text[], ?::text[]) AS d (a, b,"
            + " score, rule, reasons) ON CONFLICT DO NOTHING",
        reviewId,
        found.stream().map(Doubtful::a).toList(),
        found.stream().map(Doubtful::b).toList(),
        found.stream().map(doubt -> Double.toString(doubt.score())).toList(),
        found.stream().map(doubt -> doubt.reasons().getLast().key()).toList(),
        found.stream()
            .map(doubt -> String.join(" ", doubt.reasons().stream().map(MatchRule::key).toList()))
            .toList());
  }

  /** How many pairs are open, by the rule that asks, the most first. */
  List<RuleCount> byRule(UUID reviewId) {
    return sql.list(
        OPEN + "SELECT rule, count(*) FROM open GROUP BY rule ORDER BY 2 DESC, 1",
        row -> new RuleCount(row.getString(1), row.getInt(2)),
        reviewId,
        reviewId);
  }

  /** Open pairs, the likeliest first. */
  List<Doubt> first(UUID reviewId, int limit) {
    return sql.list(SHOWN + LIKELIEST_FIRST + " LIMIT ?", Doubts::doubt, reviewId, reviewId, limit);
  }

  /** Open pairs after a place in the list. */
  List<Doubt> after(UUID reviewId, String cursor, int limit) {
    String[] parts = cursor.split(Doubt.CURSOR_PARTS, -1);
    if (parts.length != 3) {
      throw RuleViolation.invalid("bad-cursor");
    }
    try {
      return sql.list(
          SHOWN + "WHERE (-score, a, b) > (?, ?, ?)" + LIKELIEST_FIRST + " LIMIT ?",
          Doubts::doubt,
          reviewId,
          reviewId,
          -Double.parseDouble(parts[0]),
          Integer.parseInt(parts[1]),
          Integer.parseInt(parts[2]),
          limit);
    } catch (NumberFormatException e) {
      throw RuleViolation.invalid("bad-cursor");
    }
  }

  List<Doubt> ofRule(UUID reviewId, String rule) {
    return sql.list(
        SHOWN + "WHERE rule = ?" + LIKELIEST_FIRST, Doubts::doubt, reviewId, reviewId, rule);
  }

  private static Doubt doubt(ResultSet row) throws SQLException {
    return new Doubt(
        row.getInt("a"),
        row.getInt("b"),
        row.getDouble("score"),
        row.getString("rule"),
        List.of((String[]) row.getArray("reasons").getArray()));
  }
}
