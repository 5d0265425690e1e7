package org.winnow.identification;

import java.util.UUID;
import org.winnow.identification.ImportBatch.Manner;

/**
 * One attempt to read a file. It may write as long as no later attempt has begun.
 *
 * @param number which attempt this is
 * @param staged records that an attempt broken off by a crash has left; they are not written again
 */
record Reading(
    UUID reviewId,
    UUID importId,
    int number,
    String sha256,
    String fileName,
    Manner wanted,
    int staged) {

  /** A later attempt has begun, or the import was discarded: this one has nothing more to say. */
  static final class Superseded extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
