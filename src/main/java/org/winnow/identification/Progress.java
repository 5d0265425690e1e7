package org.winnow.identification;

import org.winnow.citation.Citation;
import org.winnow.citation.format.ParseProblem;

/**
 * What a reading has found so far.
 *
 * @param bytesRead bytes of the file
 * @param records records that were read
 * @param quarantined records that could not be read
 * @param badBytes places where bytes were no characters of the charset; the record was kept
 */
record Progress(
    long bytesRead, int records, int quarantined, int badBytes, Completeness completeness) {
  static final Progress NONE = new Progress(0, 0, 0, 0, Completeness.NONE);

  /** The library's word for bytes that had to be replaced inside a record that was read. */
  static final String BAD_BYTES = "bad-bytes";

  Progress plus(Citation citation) {
    return new Progress(bytesRead, records + 1, quarantined, badBytes, completeness.plus(citation));
  }

  Progress plus(ParseProblem problem) {
    boolean inside = problem.code().equals(BAD_BYTES);
    return new Progress(
        bytesRead,
        records,
        quarantined + (inside ? 0 : 1),
        badBytes + (inside ? 1 : 0),
        completeness);
  }

  /** One of the quarantined records was corrected. */
  Progress repaired(Citation citation) {
    return new Progress(
        bytesRead, records + 1, quarantined - 1, badBytes, completeness.plus(citation));
  }

  Progress at(long bytes) {
    return new Progress(bytes, records, quarantined, badBytes, completeness);
  }
}
