package org.winnow.calibration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.winnow.calibration.CalibrationRounds.Round;
import org.winnow.ledger.Ledger;
import org.winnow.ledger.RecordedEvent;
import org.winnow.platform.RuleViolation;
import org.winnow.platform.Sql;
import org.winnow.review.Protocol;
import org.winnow.review.Reviews;
import org.winnow.review.Reviews.ProtocolVersion;
import org.winnow.review.Stage;
import org.winnow.screening.Verdict;

/** Opens rounds, takes their votes and reveals them. None of it touches a vote that counts. */
@ApplicationScoped
class CalibrationService {
  private final Sql sql;
  private final Ledger ledger;
  private final Reviews reviews;
  private final CalibrationRounds rounds;

  CalibrationService(Sql sql, Ledger ledger, Reviews reviews, CalibrationRounds rounds) {
    this.sql = sql;
    this.ledger = ledger;
    this.reviews = reviews;
    this.rounds = rounds;
  }

  /**
   * Opens a round on the chosen entries and a sample that fills it up to its size; the same round
   * again changes nothing.
   */
  @Transactional
  void open(UUID reviewId, UUID by, UUID round, int size, int seed, Set<Integer> chosen) {
    ledger.lock(reviewId);
    if (rounds.find(reviewId, round).isPresent()) {
      return;
    }
    refuseWhenClosed(reviewId);
    ProtocolVersion protocol = reviews.protocol(reviewId);
    refuseUnlessEntries(reviewId, chosen);
    Set<Integer> items = new TreeSet<>(chosen);
    items.addAll(sample(reviewId, seed, size - chosen.size(), chosen, protocol.protocol()));
    if (items.isEmpty()) {
      throw new RuleViolation("calibration-nothing-to-sample");
    }
    CalibrationRoundOpened opened =
        new CalibrationRoundOpened(round, seed, protocol.version(), inOrder(seed, items));
    RecordedEvent event = ledger.append(reviewId, by, opened);
    sql.update(
        "INSERT INTO calibration_round (review_id, id, seed, protocol_version, opened_by, sequence,"
            + " opened_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
        reviewId,
        round,
        seed,
        opened.protocolVersion(),
        by,
        event.sequence(),
        event.at());
    sql.update(
        "INSERT INTO calibration_item (review_id, round_id, item_id, place) SELECT ?, ?, i.id,"
            + " i.place FROM unnest(?::int[]) WITH ORDINALITY AS i (id, place)",
        reviewId,
        round,
        opened.items());
  }

  /** Takes a reviewer's vote in place of their earlier one; the same again changes nothing. */
  @Transactional
  void vote(UUID reviewId, UUID reviewer, CalibrationVoteCast vote) {
    ledger.lock(reviewId);
    Round round = rounds.find(reviewId, vote.round()).orElseThrow(RuleViolation::notFound);
    refuseUnlessInRound(reviewId, round, vote.item());
    boolean saidBefore =
        rounds.votes(reviewId, round.id()).stream()
            .anyMatch(
                before ->
                    before.item() == vote.item()
                        && before.reviewer().equals(reviewer)
                        && before.verdict() == vote.verdict()
                        && before.reasons().equals(vote.reasons()));
    if (saidBefore) {
      return;
    }
    if (round.isRevealed()) {
      throw new RuleViolation("calibration-revealed");
    }
    refuseWhenClosed(reviewId);
    refuseUnlessReasonsFit(reviews.protocol(reviewId).protocol(), vote);
    RecordedEvent event = ledger.append(reviewId, reviewer, vote);
    sql.update(
        "INSERT INTO calibration_vote (review_id, round_id, item_id, reviewer_id, verdict, reasons,"
            + " sequence, cast_at) VALUES (?, ?, ?, ?, ?, ?::uuid[], ?, ?) ON CONFLICT (review_id,"
            + " round_id, item_id, reviewer_id) DO UPDATE SET verdict = excluded.verdict, reasons ="
            + " excluded.reasons, sequence = excluded.sequence, cast_at = excluded.cast_at",
        reviewId,
        round.id(),
        vote.item(),
        reviewer,
        vote.verdict(),
        vote.reasons(),
        event.sequence(),
        event.at());
    Map<UUID, Integer> progress = rounds.progress(reviewId, round.id());
    if (progress.size() > 1
        && progress.values().stream().allMatch(voted -> voted == round.records())) {
      reveal(reviewId, null, round);
    }
  }

  /** Shows everybody what everybody said, for good. */
  @Transactional
  void reveal(UUID reviewId, UUID by, UUID id) {
    ledger.lock(reviewId);
    Round round = rounds.find(reviewId, id).orElseThrow(RuleViolation::notFound);
    if (!round.isRevealed()) {
      reveal(reviewId, by, round);
    }
  }

  /** Writes about a record of a revealed round; the same message again changes nothing. */
  @Transactional
  void write(UUID reviewId, UUID author, CalibrationMessageWritten message) {
    ledger.lock(reviewId);
    Round round = rounds.find(reviewId, message.round()).orElseThrow(RuleViolation::notFound);
    refuseUnlessInRound(reviewId, round, message.item());
    if (!round.isRevealed()) {
      throw new RuleViolation("calibration-not-revealed");
    }
    if (sql.number(
            "SELECT count(*) FROM calibration_message WHERE review_id = ? AND id = ?",
            reviewId,
            message.message())
        > 0) {
      return;
    }
    RecordedEvent event = ledger.append(reviewId, author, message);
    sql.update(
        "INSERT INTO calibration_message (review_id, id, round_id, item_id, author_id, text,"
            + " sequence, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        reviewId,
        message.message(),
        round.id(),
        message.item(),
        author,
        message.text(),
        event.sequence(),
        event.at());
  }

  private void reveal(UUID reviewId, @Nullable UUID by, Round round) {
    RecordedEvent event = ledger.append(reviewId, by, new CalibrationRoundRevealed(round.id()));
    sql.update(
        "UPDATE calibration_round SET revealed_by = ?, revealed_at = ? WHERE review_id = ? AND id ="
            + " ?",
        by,
        event.at(),
        reviewId,
        round.id());
  }

  /**
   * Entries that still need votes and were in no round, by the SHA-256 of the seed, a blank and
   * their number: whoever has the seed can draw the sample again. Like the queue it asks how many
   * votes an entry has and never what they say.
   */
  private List<Integer> sample(
      UUID reviewId, int seed, int size, Set<Integer> without, Protocol protocol) {
    return sql.list(
        "SELECT r.id FROM record r WHERE r.review_id = ? AND r.live AND r.representative_id IS NULL"
            + " AND r.id <> ALL(?::int[]) AND (SELECT count(DISTINCT v.reviewer_id) FROM vote v"
            + " WHERE v.review_id = r.review_id AND v.stage = ? AND v.counts_for = r.id AND"
            + " v.withdrawn_sequence IS NULL) < ? AND NOT EXISTS (SELECT 1 FROM adjudication a"
            + " WHERE a.review_id = r.review_id AND a.stage = ? AND a.counts_for = r.id AND"
            + " a.withdrawn_sequence IS NULL) AND NOT EXISTS (SELECT 1 FROM calibration_item i"
            + " WHERE i.review_id = r.review_id AND i.item_id = r.id) ORDER BY"
            + " sha256(convert_to(?::text || ' ' || r.id, 'UTF8')) LIMIT ?",
        row -> row.getInt(1),
        reviewId,
        without.stream().mapToInt(Integer::intValue).toArray(),
        Stage.TITLE_ABSTRACT,
        protocol.policy().votesNeeded(Stage.TITLE_ABSTRACT),
        Stage.TITLE_ABSTRACT,
        seed,
        Math.max(0, size));
  }

  /** The order of the sample, among which the chosen stand where chance puts them. */
  private List<Integer> inOrder(int seed, Set<Integer> items) {
    return sql.list(
        "SELECT i.id FROM unnest(?::int[]) AS i (id) ORDER BY sha256(convert_to(?::text || ' ' ||"
            + " i.id, 'UTF8'))",
        row -> row.getInt(1),
        items,
        seed);
  }

  private void refuseUnlessEntries(UUID reviewId, Set<Integer> chosen) {
    long entries =
        chosen.isEmpty()
            ? 0
            : sql.number(
                "SELECT count(*) FROM record WHERE review_id = ? AND id = ANY(?::int[]) AND live"
                    + " AND representative_id IS NULL",
                reviewId,
                chosen);
    if (entries < chosen.size()) {
      throw RuleViolation.notFound();
    }
  }

  private void refuseUnlessInRound(UUID reviewId, Round round, int item) {
    if (!rounds.items(reviewId, round.id()).contains(item)) {
      throw RuleViolation.notFound();
    }
  }

  private void refuseWhenClosed(UUID reviewId) {
    if (reviews.isClosed(reviewId, Stage.TITLE_ABSTRACT)) {
      throw new RuleViolation("stage-closed");
    }
  }

  private static void refuseUnlessReasonsFit(Protocol protocol, CalibrationVoteCast vote) {
    if (vote.verdict() == Verdict.EXCLUDE
        && vote.reasons().isEmpty()
        && protocol.policy().asksReason(Stage.TITLE_ABSTRACT)) {
      throw RuleViolation.invalid("reason-needed");
    }
    if (!protocol.reasons().stream()
        .map(Protocol.Reason::id)
        .toList()
        .containsAll(vote.reasons())) {
      throw RuleViolation.invalid("unknown-reason");
    }
  }
}
