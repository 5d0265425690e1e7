package org.winnow.ledger;

import java.util.List;
import java.util.Optional;

/**
 * What came out of replaying a ledger.
 *
 * @param events number of events found
 * @param head the end of the chain as the server holds it
 * @param firstBad the first event that is not what was written; empty when all are
 * @param differences rows of tables that are not what the events say
 */
public record Verification(
    long events,
    LedgerHead head,
    Optional<BadEvent> firstBad,
    List<Projection.Difference> differences) {

  /**
   * An event that is not what was written.
   *
   * @param reason {@code missing-event}, {@code broken-link}, {@code changed-content}, {@code
   *     unreadable-event} (no room can apply it), {@code forged-head} (the chain's end is not where
   *     its head says)
   */
  public record BadEvent(long sequence, String reason) {}

  public Verification {
    differences = List.copyOf(differences);
  }

  public boolean holds() {
    return firstBad.isEmpty() && differences.isEmpty();
  }
}
