package org.winnow.retrieval;

import java.time.Instant;
import java.util.UUID;

/**
 * A file that a report was got as.
 *
 * @param report on which it was put: the report itself or that of a duplicate of its record
 * @param removed true when it is no longer shown
 */
record Document(
    UUID id,
    int report,
    DocumentKind kind,
    String fileName,
    String sha256,
    long bytes,
    UUID by,
    Instant at,
    boolean removed) {
  Document withRemoved() {
    return new Document(id, report, kind, fileName, sha256, bytes, by, at, true);
  }
}
