package org.winnow.screening;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.winnow.ledger.EventType;
import org.winnow.ledger.LedgerEvent;
import org.winnow.ledger.Visibility;
import org.winnow.review.Stage;

/**
 * A reviewer's judgement. A change of mind is a further vote.
 *
 * @param item record (title and abstract) or report (full text) that was judged
 * @param reasons failed criteria, the primary one being the first in the protocol's order
 * @param protocolVersion the protocol that the reviewer had before them
 * @param shownAt when the item was painted, by the reviewer's own clock
 * @param decidedAt when the key was pressed, by the reviewer's own clock
 * @param allocationVersion the rules by which the item was handed to the reviewer, 0 before there
 *     were any; absent when they do not say
 * @param evidence what was quoted for it, at full text alone; absent when there is none
 */
@EventType(value = "vote-cast", visibility = Visibility.ACTOR)
public record VoteCast(
    UUID vote,
    Stage stage,
    int item,
    Verdict verdict,
    List<UUID> reasons,
    int protocolVersion,
    @Nullable Instant shownAt,
    @Nullable Instant decidedAt,
    @Nullable Integer allocationVersion,
    @Nullable List<Evidence> evidence)
    implements LedgerEvent {
  /** What was quoted, if anything. */
  List<Evidence> quoted() {
    return evidence == null ? List.of() : evidence;
  }
}
