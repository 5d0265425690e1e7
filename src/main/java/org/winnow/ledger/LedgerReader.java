package org.winnow.ledger;

import java.util.UUID;

/**
 * Something that follows the ledger: an index, a stream, a model. It keeps the last sequence that
 * it has seen and catches up from there with {@link Ledger#after}, so what it holds can be thrown
 * away and built again at any time.
 */
public interface LedgerReader {
  /** Names it in the server's log. */
  String name();

  /**
   * Catches up with one review. Called after commits, on a thread of the reader's own, never twice
   * at once and not inside a transaction; several commits may lead to one call, and a call may come
   * for events that were read before. When it throws, it is called again some seconds later.
   *
   * @param upTo a sequence that is committed; reading on beyond it is harmless
   */
  void read(UUID reviewId, long upTo);
}
