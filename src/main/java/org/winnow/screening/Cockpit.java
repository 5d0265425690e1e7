package org.winnow.screening;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.winnow.allocation.Allocations;
import org.winnow.platform.Sql;
import org.winnow.review.Protocol;
import org.winnow.review.Reviews;
import org.winnow.review.ScreeningPolicy;
import org.winnow.review.Stage;

/**
 * How the work of a stage goes on, as whoever leads it wants to see it. What people voted is in
 * {@link #conflicts} and the warnings that say so alone; all else counts votes. Every method
 * belongs to the caller's transaction.
 */
@ApplicationScoped
class Cockpit {
  /** The pace is that of so many days before now. */
  static final int PACE_DAYS = 7;

  private static final List<Duration> AGES =
      List.of(Duration.ofDays(1), Duration.ofDays(7), Duration.ofDays(30));

  /** From so many votes on it is odd that they are all alike. */
  private static final int MANY = 100;

  /** Before it there were no journals (Philosophical Transactions and Journal des sçavans). */
  private static final int FIRST_YEAR = 1665;

  private final Sql sql;
  private final Clock clock;
  private final Queue queue;
  private final Allocations allocations;
  private final AllocationOutlook outlooks;
  private final Reviews reviews;

  Cockpit(
      Sql sql,
      Clock clock,
      Queue queue,
      Allocations allocations,
      AllocationOutlook outlooks,
      Reviews reviews) {
    this.sql = sql;
    this.clock = clock;
    this.queue = queue;
    this.allocations = allocations;
    this.outlooks = outlooks;
    this.reviews = reviews;
  }

  /**
   * One reviewer's share of a stage.
   *
   * @param lately votes within the days that the pace is taken from
   */
  record Share(
      UUID reviewer,
      String displayName,
      long voted,
      long remaining,
      long lately,
      @Nullable Instant lastVoteAt) {}

  /**
   * Votes that the stage still needs, and when they will be there at the pace of late.
   *
   * @param expectedOn absent when nobody voted of late
   */
  record Outlook(long votesMissing, long halfScreened, @Nullable Instant expectedOn) {}

  /** Conflicts that have waited at most so many days; without an end for the oldest. */
  record Waiting(@Nullable Integer atMostDays, long conflicts) {}

  /** Something that should be looked at; whom it is about, if anybody. */
  record Warning(String code, long count, @Nullable String displayName) {}

  List<Share> shares(UUID reviewId, Stage stage) {
    Instant lately = clock.instant().minus(Duration.ofDays(PACE_DAYS));
    ScreeningPolicy policy = reviews.policy(reviewId);
    record Row(UUID id, String name, long voted, long lately, @Nullable Instant last) {}
    return sql
        .list(
            "SELECT a.id, a.display_name, count(DISTINCT v.counts_for), count(v.id) FILTER (WHERE"
                + " v.cast_at > ?), max(v.cast_at) FROM membership m JOIN account a ON a.id ="
                + " m.account_id LEFT JOIN vote v ON v.review_id = m.review_id AND v.stage = ? AND"
                + " v.reviewer_id = m.account_id AND v.withdrawn_sequence IS NULL WHERE m.review_id"
                + " = ? AND 'reviewer' = ANY(m.roles) GROUP BY a.id, a.display_name ORDER BY"
                + " a.display_name, a.id",
            row ->
                new Row(
                    row.getObject(1, UUID.class),
                    row.getString(2),
                    row.getLong(3),
                    row.getLong(4),
                    row.getTimestamp(5) == null ? null : row.getTimestamp(5).toInstant()),
            lately,
            stage,
            reviewId)
        .stream()
        .map(
            row ->
                new Share(
                    row.id(),
                    row.name(),
                    row.voted(),
                    queue.remaining(reviewId, stage, row.id(), policy),
                    row.lately(),
                    row.last()))
        .toList();
  }

  /** What stands of people who are no reviewers of the review any more. */
  record Former(UUID reviewer, String displayName, long voted, Instant lastVoteAt) {}

  /** Those who left, or gave up reviewing, and whose votes were kept. */
  List<Former> former(UUID reviewId, Stage stage) {
    return sql.list(
        "SELECT a.id, a.display_name, count(DISTINCT v.counts_for), max(v.cast_at) FROM vote v JOIN"
            + " account a ON a.id = v.reviewer_id WHERE v.review_id = ? AND v.stage = ? AND"
            + " v.withdrawn_sequence IS NULL AND NOT EXISTS (SELECT 1 FROM membership m WHERE"
            + " m.review_id = v.review_id AND m.account_id = a.id AND 'reviewer' = ANY(m.roles))"
            + " GROUP BY a.id, a.display_name ORDER BY a.display_name, a.id",
        row ->
            new Former(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getLong(3),
                row.getTimestamp(4).toInstant()),
        reviewId,
        stage);
  }

  Outlook outlook(UUID reviewId, Stage stage, List<Share> shares) {
    int needed = reviews.policy(reviewId).votesNeeded(stage);
    long halfScreened = queue.items(reviewId, stage, List.of("PENDING"));
    long given =
        sql.number(
            "SELECT COALESCE(sum(LEAST(given.voters, ?)), 0) FROM (SELECT count(DISTINCT"
                + " v.reviewer_id) AS voters FROM vote v JOIN screening s ON s.review_id ="
                + " v.review_id AND s.stage = v.stage AND s.item_id = v.counts_for AND s.status ="
                + " 'PENDING' JOIN record r ON r.review_id = v.review_id AND r.id = v.counts_for AND"
                + " r.live AND r.representative_id IS NULL WHERE v.review_id = ? AND v.stage = ? AND"
                + " v.withdrawn_sequence IS NULL GROUP BY v.counts_for) given",
            needed,
            reviewId,
            stage);
    long past =
        queue.items(
            reviewId,
            stage,
            List.of("INCLUDED", "EXCLUDED", "VERDICT_CONFLICT", "REASON_CONFLICT"));
    long missing = (queue.items(reviewId, stage) - past) * needed - given;
    double perDay = (double) shares.stream().mapToLong(Share::lately).sum() / PACE_DAYS;
    Instant expected =
        missing == 0 || perDay == 0
            ? null
            : clock.instant().plus(Duration.ofMinutes(Math.round(missing / perDay * 24 * 60)));
    return new Outlook(missing, halfScreened, expected);
  }

  /** Not for blinded members. */
  List<Waiting> conflicts(UUID reviewId, Stage stage) {
    List<Instant> since =
        sql.list(
            "SELECT s.since FROM screening s JOIN record r ON r.review_id = s.review_id AND r.id ="
                + " s.item_id AND r.live AND r.representative_id IS NULL WHERE s.review_id = ? AND"
                + " s.stage = ? AND s.status LIKE '%CONFLICT'",
            row -> row.getTimestamp(1).toInstant(), reviewId, stage);
    List<Waiting> found = new ArrayList<>();
    long younger = 0;
    for (Duration age : AGES) {
      long within = since.stream().filter(at -> at.isAfter(clock.instant().minus(age))).count();
      found.add(new Waiting((int) age.toDays(), within - younger));
      younger = within;
    }
    found.add(new Waiting(null, since.size() - younger));
    return found;
  }

  /** What any lead may know. */
  List<Warning> warnings(UUID reviewId) {
    List<Warning> found = new ArrayList<>();
    Protocol protocol = reviews.protocol(reviewId).protocol();
    long reviewers =
        sql.number(
            "SELECT count(*) FROM membership WHERE review_id = ? AND 'reviewer' = ANY(roles)",
            reviewId);
    add(
        found,
        "few-reviewers",
        Math.max(0, protocol.policy().votesNeeded(Stage.TITLE_ABSTRACT) - reviewers));
    add(found, "no-criteria", protocol.criteria().isEmpty() ? 1 : 0);
    add(found, "no-abstract", lacking(reviewId, "abstract_en = '' AND abstract_zh = ''"));
    add(found, "no-title", lacking(reviewId, "title_en = '' AND title_zh = ''"));
    add(found, "no-year", lacking(reviewId, "year = 0"));
    int nextYear = clock.instant().atZone(ZoneOffset.UTC).getYear() + 1;
    add(
        found,
        "odd-year",
        lacking(reviewId, "year <> 0 AND (year < " + FIRST_YEAR + " OR year > " + nextYear + ")"));
    add(
        found,
        "quarantined",
        sql.number(
            "SELECT COALESCE(sum(quarantined), 0) FROM import_batch WHERE review_id = ? AND state ="
                + " 'COMMITTED'",
            reviewId));
    sharing(found, reviewId, Stage.TITLE_ABSTRACT);
    return found;
  }

  private void sharing(List<Warning> found, UUID reviewId, Stage stage) {
    if (reviews.isClosed(reviewId, stage)
        || allocations.current(reviewId, stage).allocation().isNone()) {
      return;
    }
    AllocationOutlook.Outlook outlook = outlooks.of(reviewId, stage);
    add(found, "stuck", outlook.stuckItems());
    add(found, "votes-without-anybody", outlook.votesWithoutAnybody());
  }

  /** What tells of votes; not for blinded members. */
  List<Warning> warningsOfVotes(UUID reviewId) {
    List<Warning> found = new ArrayList<>();
    sharing(found, reviewId, Stage.FULL_TEXT);
    add(
        found,
        "no-reasons",
        reviews.protocol(reviewId).protocol().reasons().isEmpty()
            ? queue.items(reviewId, Stage.FULL_TEXT)
            : 0);
    add(
        found,
        "criteria-unclear",
        sql.number("SELECT count(*) FROM criteria_unclear WHERE review_id = ?", reviewId));
    found.addAll(
        sql.list(
            "SELECT a.display_name, count(*) FROM vote v JOIN account a ON a.id = v.reviewer_id"
                + " WHERE v.review_id = ? AND v.stage = 'TITLE_ABSTRACT' AND v.withdrawn_sequence"
                + " IS NULL GROUP BY a.id, a.display_name HAVING count(*) >= ? AND count(DISTINCT"
                + " v.verdict) = 1 ORDER BY a.display_name",
            row -> new Warning("one-verdict", row.getLong(2), row.getString(1)),
            reviewId,
            MANY));
    return found;
  }

  private long lacking(UUID reviewId, String what) {
    return sql.number(
        "SELECT count(*) FROM record WHERE review_id = ? AND live AND representative_id IS NULL AND "
            + what,
        reviewId);
  }

  private static void add(List<Warning> found, String code, long count) {
    if (count > 0) {
      found.add(new Warning(code, count, null));
    }
  }
}
