package org.winnow.screening;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What one reviewer said of one item, for measuring agreement.
 *
 * @param reason the first failed criterion of an exclusion, if it names one
 * @param sequence its place in the ledger
 */
public record Judgement(
    int item, UUID reviewer, Verdict verdict, Optional<UUID> reason, long sequence, Instant at) {

  /** A judgement that names reasons, of which the first in the protocol's order is kept. */
  public static Judgement of(
      int item,
      UUID reviewer,
      Verdict verdict,
      List<UUID> reasons,
      List<UUID> reasonsInOrder,
      long sequence,
      Instant at) {
    return new Judgement(
        item, reviewer, verdict, Consensus.primary(reasonsInOrder, reasons), sequence, at);
  }

  /** The reason, if it excludes. */
  Optional<UUID> excludingReason() {
    return verdict == Verdict.EXCLUDE ? reason : Optional.empty();
  }
}
