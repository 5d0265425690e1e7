package org.winnow.live;

import java.util.Map;
import java.util.Set;

/** Which rooms' pages show something else after an event. */
final class ChangedRooms {
  private static final Set<String> ALL =
      Set.of(
          "team",
          "review",
          "record",
          "identification",
          "deduplication",
          "screening",
          "retrieval",
          "flow",
          "lookup",
          "annotation",
          "calibration",
          "synthesis",
          "allocation",
          "audit");
  private static final Set<String> RECORDS =
      Set.of(
          "record",
          "identification",
          "deduplication",
          "screening",
          "retrieval",
          "flow",
          "lookup",
          "annotation",
          "calibration",
          "review",
          "audit");
  private static final Set<String> DECISIONS =
      Set.of("screening", "retrieval", "flow", "review", "audit");

  private static final Set<String> TAKEOVER =
      Set.of("identification", "screening", "retrieval", "flow", "review", "audit");

  private static final Set<String> DOCUMENTS = Set.of("retrieval", "audit");

  private static final Set<String> NOTES = Set.of("annotation", "audit");

  private static final Set<String> CALIBRATION = Set.of("calibration", "review", "audit");

  private static final Set<String> SYNTHESIS = Set.of("synthesis", "audit");
  private static final Set<String> SHARING = Set.of("allocation", "screening", "review", "audit");

  private static final Map<String, Set<String>> AFTER =
      Map.ofEntries(
          Map.entry("review-created", ALL),
          Map.entry("member-appointed", Set.of("team", "review", "audit")),
          Map.entry(
              "protocol-amended", Set.of("review", "screening", "retrieval", "flow", "audit")),
          Map.entry("member-left", Set.of("team", "review", "audit")),
          Map.entry("stage-closed", DECISIONS),
          Map.entry("stage-reopened", DECISIONS),
          Map.entry("source-described", Set.of("identification", "record", "flow", "audit")),
          Map.entry("records-added", RECORDS),
          Map.entry("record-repaired", RECORDS),
          Map.entry("round-described", Set.of("identification", "audit")),
          Map.entry("source-placed", Set.of("identification", "audit")),
          Map.entry("records-withdrawn", RECORDS),
          Map.entry("duplicates-found", RECORDS),
          Map.entry("records-merged", RECORDS),
          Map.entry("record-split", RECORDS),
          Map.entry("merge-undone", RECORDS),
          Map.entry("doubts-accepted", RECORDS),
          Map.entry("records-separated", Set.of("deduplication", "review", "audit")),
          Map.entry("separation-lifted", Set.of("deduplication", "review", "audit")),
          Map.entry("record-corrected", Set.of("record", "lookup", "audit")),
          Map.entry("note-written", NOTES),
          Map.entry("record-tagged", NOTES),
          Map.entry("record-untagged", NOTES),
          Map.entry("own-tag-put", NOTES),
          Map.entry("own-tag-merged", NOTES),
          Map.entry("own-tag-removed", NOTES),
          Map.entry("review-tag-put", NOTES),
          Map.entry("review-tag-merged", NOTES),
          Map.entry("review-tag-removed", NOTES),
          Map.entry("vote-cast", DECISIONS),
          Map.entry("vote-withdrawn", DECISIONS),
          Map.entry("votes-taken-over", TAKEOVER),
          Map.entry("takeover-withdrawn", TAKEOVER),
          Map.entry("conflict-adjudicated", DECISIONS),
          Map.entry("adjudication-withdrawn", DECISIONS),
          Map.entry("votes-voided", DECISIONS),
          Map.entry("allocation-changed", SHARING),
          Map.entry("share-handed-over", SHARING),
          Map.entry("conflict-returned", DECISIONS),
          Map.entry("conflict-message-written", Set.of("screening", "audit")),
          Map.entry("calibration-round-opened", CALIBRATION),
          Map.entry("calibration-vote-cast", CALIBRATION),
          Map.entry("calibration-round-revealed", CALIBRATION),
          Map.entry("calibration-message-written", CALIBRATION),
          Map.entry("comparison-defined", SYNTHESIS),
          Map.entry("comparison-removed", SYNTHESIS),
          Map.entry("synthesis-defined", SYNTHESIS),
          Map.entry("synthesis-removed", SYNTHESIS),
          Map.entry("study-data-saved", SYNTHESIS),
          Map.entry("certainty-judged", SYNTHESIS),
          Map.entry("analyses-imported", SYNTHESIS),
          Map.entry("criteria-found-unclear", Set.of("screening", "audit")),
          Map.entry("criteria-found-clear", Set.of("screening", "audit")),
          Map.entry("document-added", DOCUMENTS),
          Map.entry("document-removed", DOCUMENTS),
          Map.entry("retrieval-stated", Set.of("retrieval", "flow", "review", "audit")));

  private ChangedRooms() {}

  /** An event that is not known here may have changed anything. */
  static Set<String> after(String eventType) {
    return AFTER.getOrDefault(eventType, ALL);
  }

  static boolean knows(String eventType) {
    return AFTER.containsKey(eventType);
  }
}
