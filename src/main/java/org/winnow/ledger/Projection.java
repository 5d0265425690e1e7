package org.winnow.ledger;

import java.util.List;
import java.util.UUID;

/**
 * A room's tables as a consequence of the ledger. Each room that writes tables of a review has one,
 * so that the verifier can replay the events and compare.
 */
public interface Projection {
  Replay replay(UUID reviewId);

  /** One replay, from the first event to the last. */
  interface Replay {
    void apply(RecordedEvent event);

    /** Rows of the tables that are not what the events say. Called once, after the last event. */
    List<Difference> differences();
  }

  /**
   * A row that disagrees.
   *
   * @param expected what the ledger says; empty when there should be no such row
   * @param found what the table says; empty when the row is missing
   */
  record Difference(String table, String key, String expected, String found) {}
}
