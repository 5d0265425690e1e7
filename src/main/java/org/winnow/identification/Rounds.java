package org.winnow.identification;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.winnow.ledger.Ledger;
import org.winnow.platform.RuleViolation;
import org.winnow.platform.Sql;

/**
 * The rounds in which a review searches: the first from its start, each later one an update. Every
 * method belongs to the caller's transaction.
 */
@ApplicationScoped
class Rounds {
  static final int FIRST = 1;

  /**
   * Each record with its entry, the round of its source, and the first round that knew the entry.
   */
  private static final String COUNTS =
      """
      SELECT round, count(*) AS found,
        count(*) FILTER (WHERE first < round) AS known,
        count(DISTINCT entry) FILTER (WHERE first = round) AS fresh
      FROM (
        SELECT entry, round, min(round) OVER (PARTITION BY entry) AS first
        FROM (
          SELECT COALESCE(r.representative_id, r.id) AS entry, COALESCE(p.round, 1) AS round
          FROM record r
          LEFT JOIN source_round p ON p.review_id = r.review_id AND p.source_id = r.source_id
          WHERE r.review_id = ? AND r.live) counted) judged
      GROUP BY round
      """;

  private final Sql sql;
  private final Ledger ledger;

  Rounds(Sql sql, Ledger ledger) {
    this.sql = sql;
    this.ledger = ledger;
  }

  /**
   * What came of a round.
   *
   * @param found records of its sources
   * @param known how many of them are entries that an earlier round had found
   * @param fresh entries that no earlier round had found
   */
  record Yield(int found, int known, int fresh) {
    static final Yield NOTHING = new Yield(0, 0, 0);

    /** Records that another one of the same round stands for, or an entry new in it. */
    int duplicates() {
      return found - known - fresh;
    }
  }

  /** Opens a round, or calls it otherwise; the same again changes nothing. */
  void describe(UUID reviewId, UUID by, UUID round, String name, String begunOn) {
    ledger.lock(reviewId);
    Optional<RoundDescribed> before =
        later(reviewId).stream().filter(one -> one.round().equals(round)).findFirst();
    int number = before.map(RoundDescribed::number).orElseGet(() -> newest(reviewId) + 1);
    RoundDescribed described = new RoundDescribed(round, number, name, begunOn);
    if (before.filter(described::equals).isPresent()) {
      return;
    }
    ledger.append(reviewId, by, described);
    sql.update(
        "INSERT INTO search_round (review_id, number, id, name, begun_on) VALUES (?, ?, ?, ?, ?) ON"
            + " CONFLICT (review_id, number) DO UPDATE SET name = excluded.name, begun_on ="
            + " excluded.begun_on",
        reviewId,
        number,
        round,
        name,
        begunOn);
  }

  /** The rounds after the first, in order. */
  List<RoundDescribed> later(UUID reviewId) {
    return sql.list(
        "SELECT id, number, name, begun_on FROM search_round WHERE review_id = ? ORDER BY number",
        row ->
            new RoundDescribed(
                row.getObject(1, UUID.class), row.getInt(2), row.getString(3), row.getString(4)),
        reviewId);
  }

  int newest(UUID reviewId) {
    return (int)
        sql.number(
            "SELECT COALESCE(max(number), 1) FROM search_round WHERE review_id = ?", reviewId);
  }

  /**
   * Says which round a source belongs to; the same again changes nothing.
   *
   * @throws RuleViolation when there is no such round
   */
  void place(UUID reviewId, UUID by, UUID source, int round) {
    ledger.lock(reviewId);
    if (round < FIRST || round > newest(reviewId)) {
      throw RuleViolation.invalid("unknown-round", round);
    }
    if (bySource(reviewId).getOrDefault(source, FIRST) == round) {
      return;
    }
    ledger.append(reviewId, by, new SourcePlaced(source, round));
    sql.update(
        "INSERT INTO source_round (review_id, source_id, round) VALUES (?, ?, ?) ON CONFLICT"
            + " (review_id, source_id) DO UPDATE SET round = excluded.round",
        reviewId,
        source,
        round);
  }

  /** The rounds of the sources that were placed in one; all others belong to the first. */
  Map<UUID, Integer> bySource(UUID reviewId) {
    Map<UUID, Integer> rounds = new HashMap<>();
    sql.list(
        "SELECT source_id, round FROM source_round WHERE review_id = ?",
        row -> rounds.put(row.getObject(1, UUID.class), row.getInt(2)),
        reviewId);
    return rounds;
  }

  Map<Integer, Yield> yields(UUID reviewId) {
    Map<Integer, Yield> yields = new HashMap<>();
    sql.list(
        COUNTS,
        row -> yields.put(row.getInt(1), new Yield(row.getInt(2), row.getInt(3), row.getInt(4))),
        reviewId);
    return yields;
  }
}
