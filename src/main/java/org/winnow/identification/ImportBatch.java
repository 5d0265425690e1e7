package org.winnow.identification;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.winnow.citation.format.ReadOptions;

/**
 * One file on its way into a review.
 *
 * @param sha256 name of the file in the file store
 * @param reading how often the file was begun to be read
 * @param wanted how a person said that the file is to be read
 * @param format name of the format it was read in; empty until it was
 * @param charset name of the charset it was read in; empty until it was
 * @param database the database it seems to come from; empty when nothing tells
 * @param problem code of what stands against it; empty when nothing does
 * @param problemAbout what the problem's text speaks of
 * @param newDuplicates how many of its records were joined to others when it was committed
 */
record ImportBatch(
    UUID reviewId,
    UUID id,
    String fileName,
    long bytes,
    String sha256,
    ImportState state,
    int reading,
    Manner wanted,
    String format,
    String charset,
    Progress progress,
    String database,
    String problem,
    String problemAbout,
    @Nullable UUID sourceId,
    Instant createdAt,
    UUID by,
    @Nullable Instant committedAt,
    @Nullable UUID committedBy,
    @Nullable Integer newDuplicates) {

  /** The problem of a file that was read to its end without a record. */
  static final String NO_RECORDS = "no-records";

  /** Whether its file was read to the end and none of it is in the review. */
  boolean takesRepairs() {
    return state == ImportState.READY || state == ImportState.FAILED && problem.equals(NO_RECORDS);
  }

  /** How a file is to be read: a format and a charset by name, or found by its content. */
  record Manner(String format, String charset) {
    static final Manner FOUND = new Manner(ReadOptions.AUTO, ReadOptions.AUTO);

    boolean findsCharset() {
      return charset.equalsIgnoreCase(ReadOptions.AUTO);
    }
  }
}
