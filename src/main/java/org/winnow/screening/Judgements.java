package org.winnow.screening;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.winnow.platform.Sql;
import org.winnow.review.Protocol;
import org.winnow.review.Reviews;
import org.winnow.review.Stage;

/** The votes of a stage as agreement is measured on them; not for blinded members. */
@ApplicationScoped
class Judgements {
  private final Sql sql;
  private final Reviews reviews;

  Judgements(Sql sql, Reviews reviews) {
    this.sql = sql;
    this.reviews = reviews;
  }

  /** Which of somebody's votes on an item counts. */
  enum Votes {
    /**
     * The first that they did not take back themselves, even if a conflict was sent back since:
     * what they thought before they knew anything of the other.
     */
    FIRST,
    /** The last that stands. */
    FINAL;

    static Votes of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  List<Judgement> of(UUID reviewId, Stage stage, Votes which) {
    List<UUID> reasonsInOrder =
        reviews.protocol(reviewId).protocol().reasons().stream().map(Protocol.Reason::id).toList();
    record Key(int item, UUID reviewer) {}
    Map<Key, Judgement> found = new HashMap<>();
    sql.list(
            "SELECT v.counts_for, v.reviewer_id, v.verdict, v.reasons, v.sequence, v.cast_at FROM"
                + " vote v JOIN record r ON r.review_id = v.review_id AND r.id = v.counts_for AND"
                + " r.live WHERE v.review_id = ? AND v.stage = ? AND (v.withdrawn_sequence IS NULL"
                + (which == Votes.FIRST
                    ? " OR EXISTS (SELECT 1 FROM conflict_return c WHERE c.review_id = v.review_id"
                        + " AND c.sequence = v.withdrawn_sequence)"
                    : "")
                + ") ORDER BY v.sequence",
            row ->
                Judgement.of(
                    row.getInt(1),
                    row.getObject(2, UUID.class),
                    Verdict.valueOf(row.getString(3)),
                    List.of((UUID[]) row.getArray(4).getArray()),
                    reasonsInOrder,
                    row.getLong(5),
                    row.getTimestamp(6).toInstant()),
            reviewId,
            stage)
        .forEach(
            judgement ->
                found.merge(
                    new Key(judgement.item(), judgement.reviewer()),
                    judgement,
                    (before, after) -> which == Votes.FIRST ? before : after));
    return found.values().stream()
        .sorted(java.util.Comparator.comparingLong(Judgement::sequence))
        .toList();
  }
}
