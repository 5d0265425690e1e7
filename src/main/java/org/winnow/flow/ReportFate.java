package org.winnow.flow;

import java.util.List;

/**
 * What has become of one report that was sought because a record passed screening.
 *
 * @param records the records that led to it; a duplicate counts for the record that stands for it
 * @param studies the studies it reports on; a report of two trials has two
 */
public record ReportFate(
    int id, List<Integer> records, Retrieval retrieval, FullText fullText, List<Integer> studies) {
  public ReportFate {
    records = List.copyOf(records);
    studies = List.copyOf(studies);
  }

  /** Whether the document could be had. */
  public enum Retrieval {
    PENDING,
    RETRIEVED,
    NOT_RETRIEVED
  }

  /** The decision on the full text; a conflict is pending until it is adjudicated. */
  public sealed interface FullText {
    record Pending() implements FullText {}

    /**
     * @param reasonId the one primary reason; the first failed criterion in the protocol's order
     */
    record Excluded(String reasonId) implements FullText {}

    record Included() implements FullText {}
  }
}
