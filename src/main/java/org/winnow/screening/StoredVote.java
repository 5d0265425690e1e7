package org.winnow.screening;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.winnow.platform.Sql;
import org.winnow.review.Stage;

/** A vote as it was recorded, withdrawn or not. */
record StoredVote(
    UUID id,
    Stage stage,
    int item,
    int countsFor,
    UUID reviewer,
    Verdict verdict,
    List<UUID> reasons,
    Instant castAt,
    boolean withdrawn) {

  /** Those that there are. */
  static Map<UUID, StoredVote> ofIds(Sql sql, UUID reviewId, Collection<UUID> ids) {
    return sql
        .list(
            "SELECT * FROM vote WHERE review_id = ? AND id = ANY(?::uuid[])",
            row ->
                new StoredVote(
                    row.getObject("id", UUID.class),
                    Stage.valueOf(row.getString("stage")),
                    row.getInt("item_id"),
                    row.getInt("counts_for"),
                    row.getObject("reviewer_id", UUID.class),
                    Verdict.valueOf(row.getString("verdict")),
                    List.of((UUID[]) row.getArray("reasons").getArray()),
                    row.getTimestamp("cast_at").toInstant(),
                    row.getObject("withdrawn_sequence") != null),
            reviewId,
            ids)
        .stream()
        .collect(Collectors.toMap(StoredVote::id, Function.identity()));
  }

  /** Whether a ballot is this vote again; what is quoted for it is compared by whoever has it. */
  boolean saysTheSameAs(UUID by, VoteCast vote) {
    return reviewer.equals(by)
        && stage == vote.stage()
        && item == vote.item()
        && verdict == vote.verdict()
        && reasons.equals(vote.reasons());
  }
}
