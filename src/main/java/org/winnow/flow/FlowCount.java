package org.winnow.flow;

import static org.winnow.flow.FlowBox.*;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.winnow.flow.RecordFate.Removal;
import org.winnow.flow.RecordFate.Screening;
import org.winnow.flow.ReportFate.FullText;
import org.winnow.flow.ReportFate.Retrieval;
import org.winnow.record.SourceKind;

/** One pass over the fates that fills the sets; holds what is only needed while counting. */
final class FlowCount {
  private final Map<Integer, RecordFate> records = new LinkedHashMap<>();
  private final Map<Integer, ReportFate> reports = new LinkedHashMap<>();

  /** The record that stands for each record in the count; itself unless it is a duplicate. */
  private final Map<Integer, Integer> survivors = new HashMap<>();

  /** The decision on each survivor. */
  private final Map<Integer, Screening> decisions = new HashMap<>();

  private final EnumMap<FlowBox, BitSet> sets = new EnumMap<>(FlowBox.class);
  private final TreeMap<String, BitSet> bySource = new TreeMap<>();
  private final TreeMap<String, BitSet> byReason = new TreeMap<>();
  private final TreeMap<String, BitSet> otherByReason = new TreeMap<>();
  private final TreeMap<Integer, IdSet> reportsOfRecord = new TreeMap<>();
  private final TreeMap<Integer, IdSet> studiesOfReport = new TreeMap<>();
  private final BitSet withoutOrigin = new BitSet();
  private final List<Integer> clusters = new ArrayList<>();

  FlowCount(Iterable<RecordFate> records, Iterable<ReportFate> reports) {
    for (RecordFate record : records) {
      if (this.records.put(record.id(), record) != null) {
        throw new IllegalArgumentException("two records have the number " + record.id());
      }
    }
    for (ReportFate report : reports) {
      if (this.reports.put(report.id(), report) != null) {
        throw new IllegalArgumentException("two reports have the number " + report.id());
      }
    }
  }

  FlowSets sets(List<SourceTally> tallies) {
    groups().values().forEach(this::countGroup);
    records.values().forEach(this::countIdentified);
    reports.values().forEach(this::countReport);
    EnumMap<FlowBox, IdSet> frozen = new EnumMap<>(FlowBox.class);
    sets.forEach((box, ids) -> frozen.put(box, IdSet.of(ids.stream())));
    return new FlowSets(
        frozen,
        frozen(bySource),
        frozen(byReason),
        frozen(otherByReason),
        tallies,
        new FlowSets.Links(
            reportsOfRecord, studiesOfReport, IdSet.of(withoutOrigin.stream()), clusters));
  }

  private void countIdentified(RecordFate record) {
    add(identified(record.kind()), record.id());
    bySource.computeIfAbsent(record.sourceId(), source -> new BitSet()).set(record.id());
  }

  private static FlowBox identified(SourceKind kind) {
    return switch (kind) {
      case DATABASE -> DATABASE_RESULTS;
      case REGISTER -> REGISTER_RESULTS;
      case WEBSITE -> WEBSITE_RESULTS;
      case ORGANISATION -> ORGANISATION_RESULTS;
      case CITATION_SEARCHING -> CITATION_RESULTS;
      case OTHER -> OTHER_RESULTS;
    };
  }

  /** Records that are entries of the same document, by the record that their chain ends at. */
  private Map<Integer, List<RecordFate>> groups() {
    Map<Integer, List<RecordFate>> groups = new TreeMap<>();
    for (RecordFate record : records.values()) {
      groups.computeIfAbsent(root(record), root -> new ArrayList<>()).add(record);
    }
    groups.values().forEach(group -> group.sort((a, b) -> Integer.compare(a.id(), b.id())));
    return groups;
  }

  private int root(RecordFate record) {
    List<Integer> path = new ArrayList<>();
    int at = record.id();
    while (records.get(at) instanceof RecordFate here
        && here.removal() instanceof Removal.Duplicate(int of)) {
      int seen = path.indexOf(at);
      if (seen >= 0) {
        return Collections.min(path.subList(seen, path.size()));
      }
      path.add(at);
      at = of;
    }
    return at;
  }

  private void countGroup(List<RecordFate> group) {
    RecordFate leader = leader(group);
    RecordFate survivor = survivor(group, leader);
    group.forEach(record -> survivors.put(record.id(), survivor.id()));
    countDuplicates(group, survivor);
    countSurvivor(survivor.id(), survivor.kind(), leader);
  }

  /** The member that is no duplicate; the first one when that one's import has been withdrawn. */
  private static RecordFate leader(List<RecordFate> group) {
    return group.stream()
        .filter(record -> !(record.removal() instanceof Removal.Duplicate))
        .findFirst()
        .orElse(group.getFirst());
  }

  // A document found in both arms is counted in that of databases and registers (identity I9).
  private static RecordFate survivor(List<RecordFate> group, RecordFate leader) {
    if (leader.kind().inDatabaseArm()) {
      return leader;
    }
    return group.stream().filter(r -> r.kind().inDatabaseArm()).findFirst().orElse(leader);
  }

  private void countDuplicates(List<RecordFate> group, RecordFate survivor) {
    Map<String, Integer> firstOfSource = new HashMap<>();
    firstOfSource.put(survivor.sourceId(), survivor.id());
    int inDatabaseArm = 0;
    for (RecordFate record : group) {
      if (!record.kind().inDatabaseArm()) {
        if (record.id() != survivor.id()) {
          add(OTHER_NOT_PURSUED, record.id());
        }
        continue;
      }
      inDatabaseArm++;
      if (record.id() == survivor.id()) {
        continue;
      }
      add(DUPLICATES, record.id());
      boolean first = firstOfSource.putIfAbsent(record.sourceId(), record.id()) == null;
      add(first ? DUPLICATES_BETWEEN_SOURCES : DUPLICATES_WITHIN_SOURCE, record.id());
    }
    if (inDatabaseArm > 0) {
      clusters.add(inDatabaseArm);
    }
  }

  private void countSurvivor(int id, SourceKind kind, RecordFate leader) {
    if (!kind.inDatabaseArm()) {
      decisions.put(id, leader.screening());
      if (leader.screening() != Screening.PASSED) {
        add(OTHER_NOT_PURSUED, id);
      }
      return;
    }
    switch (leader.removal()) {
      case Removal.Automation() -> add(EXCLUDED_AUTOMATIC, id);
      case Removal.Other() -> add(EXCLUDED_OTHER, id);
      case Removal.None(), Removal.Duplicate(int _) -> countScreened(id, leader.screening());
    }
  }

  private void countScreened(int id, Screening decision) {
    decisions.put(id, decision);
    add(RECORDS_SCREENED, id);
    switch (decision) {
      case PENDING -> add(PENDING_SCREENING, id);
      case EXCLUDED -> add(RECORDS_EXCLUDED, id);
      case EXCLUDED_BY_TOOL -> {
        add(RECORDS_EXCLUDED, id);
        add(EXCLUDED_BY_TOOL, id);
      }
      case PASSED -> {
        add(RECORDS_PASSED, id);
        reportsOfRecord.put(id, IdSet.EMPTY);
      }
    }
  }

  private void countReport(ReportFate report) {
    List<Integer> origins =
        report.records().stream()
            .map(id -> survivors.getOrDefault(id, id))
            .distinct()
            .filter(id -> decisions.get(id) == Screening.PASSED)
            .toList();
    if (origins.isEmpty()) {
      withoutOrigin.set(report.id());
    }
    List<Integer> inDatabaseArm = origins.stream().filter(reportsOfRecord::containsKey).toList();
    inDatabaseArm.forEach(
        id -> reportsOfRecord.merge(id, IdSet.of(report.id()), (a, b) -> a.and(b)));
    // Without an origin it stays in the main arm, where the identities show that it is too many.
    boolean byOtherMethods = inDatabaseArm.isEmpty() && !origins.isEmpty();
    countProgress(report, byOtherMethods ? ReportBoxes.OTHER : ReportBoxes.DATABASES);
  }

  private void countProgress(ReportFate report, ReportBoxes boxes) {
    int id = report.id();
    add(boxes.sought, id);
    switch (report.retrieval()) {
      case PENDING -> add(boxes.pendingRetrieval, id);
      case NOT_RETRIEVED -> add(boxes.notRetrieved, id);
      case RETRIEVED -> add(boxes.assessed, id);
    }
    switch (report.fullText()) {
      case FullText.Pending() -> {
        if (report.retrieval() == Retrieval.RETRIEVED) {
          add(boxes.pendingFullText, id);
        }
      }
      case FullText.Excluded(String reason) -> {
        add(boxes.excluded, id);
        reasons(boxes).computeIfAbsent(reason, key -> new BitSet()).set(id);
      }
      case FullText.Included() -> countIncluded(report, boxes);
    }
  }

  private void countIncluded(ReportFate report, ReportBoxes boxes) {
    add(boxes.included, report.id());
    add(NEW_REPORTS, report.id());
    report.studies().forEach(study -> add(NEW_STUDIES, study));
    studiesOfReport.put(report.id(), IdSet.of(report.studies()));
  }

  private Map<String, BitSet> reasons(ReportBoxes boxes) {
    return switch (boxes) {
      case DATABASES -> byReason;
      case OTHER -> otherByReason;
    };
  }

  private void add(FlowBox box, int id) {
    sets.computeIfAbsent(box, key -> new BitSet()).set(id);
  }

  private static SortedMap<String, IdSet> frozen(Map<String, BitSet> sets) {
    TreeMap<String, IdSet> frozen = new TreeMap<>();
    sets.forEach((key, ids) -> frozen.put(key, IdSet.of(ids.stream())));
    return frozen;
  }

  /** The boxes that a report passes through in either arm. */
  private enum ReportBoxes {
    DATABASES(
        SOUGHT,
        PENDING_RETRIEVAL,
        NOT_RETRIEVED,
        ASSESSED,
        PENDING_FULL_TEXT,
        REPORTS_EXCLUDED,
        INCLUDED_REPORTS),
    OTHER(
        OTHER_SOUGHT,
        OTHER_PENDING_RETRIEVAL,
        OTHER_NOT_RETRIEVED,
        OTHER_ASSESSED,
        OTHER_PENDING_FULL_TEXT,
        OTHER_REPORTS_EXCLUDED,
        OTHER_INCLUDED_REPORTS);

    final FlowBox sought;
    final FlowBox pendingRetrieval;
    final FlowBox notRetrieved;
    final FlowBox assessed;
    final FlowBox pendingFullText;
    final FlowBox excluded;
    final FlowBox included;

    ReportBoxes(
        FlowBox sought,
        FlowBox pendingRetrieval,
        FlowBox notRetrieved,
        FlowBox assessed,
        FlowBox pendingFullText,
        FlowBox excluded,
        FlowBox included) {
      this.sought = sought;
      this.pendingRetrieval = pendingRetrieval;
      this.notRetrieved = notRetrieved;
      this.assessed = assessed;
      this.pendingFullText = pendingFullText;
      this.excluded = excluded;
      this.included = included;
    }
  }
}
