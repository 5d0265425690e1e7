package org.winnow.flow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The sets behind every number of the diagram: which records, reports and studies each line counts.
 *
 * @param sets a set for every box; empty where nothing is counted
 * @param bySource the identified records of each source, by the source's id, duplicates included
 * @param byReason the reports excluded for each reason, by the reason's id, databases and registers
 * @param otherByReason the same for other methods
 * @param sources what each source claims to have given
 * @param links which reports the passed records led to, and which studies the reports tell of
 */
public record FlowSets(
    Map<FlowBox, IdSet> sets,
    SortedMap<String, IdSet> bySource,
    SortedMap<String, IdSet> byReason,
    SortedMap<String, IdSet> otherByReason,
    List<SourceTally> sources,
    Links links) {

  /**
   * The edges of the graph of records, reports and studies.
   *
   * @param reportsOfRecord for each passed record of the database arm the reports it led to
   * @param studiesOfReport for each included report the studies it tells of
   * @param withoutOrigin reports that no passed record leads to
   * @param clusters the sizes of the groups of duplicates, counted within the database arm
   */
  public record Links(
      SortedMap<Integer, IdSet> reportsOfRecord,
      SortedMap<Integer, IdSet> studiesOfReport,
      IdSet withoutOrigin,
      List<Integer> clusters) {
    public Links {
      reportsOfRecord = Collections.unmodifiableSortedMap(new TreeMap<>(reportsOfRecord));
      studiesOfReport = Collections.unmodifiableSortedMap(new TreeMap<>(studiesOfReport));
      clusters = List.copyOf(clusters);
    }
  }

  /** Reports sought, records screened and full texts that still wait for somebody's decision. */
  public record Pending(int screening, int retrieval, int fullText) {
    public boolean isNothing() {
      return screening == 0 && retrieval == 0 && fullText == 0;
    }
  }

  public FlowSets {
    EnumMap<FlowBox, IdSet> complete = new EnumMap<>(FlowBox.class);
    for (FlowBox box : FlowBox.values()) {
      complete.put(box, sets.getOrDefault(box, IdSet.EMPTY));
    }
    sets = Collections.unmodifiableMap(complete);
    bySource = Collections.unmodifiableSortedMap(new TreeMap<>(bySource));
    byReason = Collections.unmodifiableSortedMap(new TreeMap<>(byReason));
    otherByReason = Collections.unmodifiableSortedMap(new TreeMap<>(otherByReason));
    sources = List.copyOf(sources);
  }

  /**
   * Sorts every record and report into its sets.
   *
   * @param sources may be empty; then nothing is known to compare the number identified with
   * @throws IllegalArgumentException when two records or two reports have the same number
   */
  public static FlowSets of(
      Iterable<RecordFate> records, Iterable<ReportFate> reports, Iterable<SourceTally> sources) {
    List<SourceTally> tallies = new ArrayList<>();
    sources.forEach(tallies::add);
    return new FlowCount(records, reports).sets(tallies);
  }

  public IdSet of(FlowBox box) {
    return sets.getOrDefault(box, IdSet.EMPTY);
  }

  public int count(FlowBox box) {
    return of(box).size();
  }

  /** Both arms together. */
  public Pending pending() {
    return new Pending(
        count(FlowBox.PENDING_SCREENING),
        count(FlowBox.PENDING_RETRIEVAL) + count(FlowBox.OTHER_PENDING_RETRIEVAL),
        count(FlowBox.PENDING_FULL_TEXT) + count(FlowBox.OTHER_PENDING_FULL_TEXT));
  }

  /** Whether the review has anything from websites, organisations, citation searching and so on. */
  public boolean usesOtherMethods() {
    return !identifiedByOtherMethods().isEmpty() || count(FlowBox.OTHER_SOUGHT) > 0;
  }

  /** Whether the review updates an earlier one. */
  public boolean updates() {
    return count(FlowBox.PREVIOUS_STUDIES) > 0 || count(FlowBox.PREVIOUS_REPORTS) > 0;
  }

  /**
   * The same review as an update of an earlier version, whose studies are no longer new.
   *
   * @param studies the studies of the previous version that stay included
   */
  public FlowSets updating(IdSet studies, IdSet reports) {
    IdSet newStudies = of(FlowBox.NEW_STUDIES).without(studies);
    IdSet newReports = of(FlowBox.NEW_REPORTS).without(reports);
    return replacing(FlowBox.PREVIOUS_STUDIES, studies)
        .replacing(FlowBox.PREVIOUS_REPORTS, reports)
        .replacing(FlowBox.NEW_STUDIES, newStudies)
        .replacing(FlowBox.NEW_REPORTS, newReports)
        .replacing(FlowBox.TOTAL_STUDIES, studies.and(newStudies))
        .replacing(FlowBox.TOTAL_REPORTS, reports.and(newReports));
  }

  /** The same sets but for one, as a replay or a test that breaks something needs it. */
  public FlowSets replacing(FlowBox box, IdSet ids) {
    EnumMap<FlowBox, IdSet> changed = new EnumMap<>(sets);
    changed.put(box, ids);
    return new FlowSets(changed, bySource, byReason, otherByReason, sources, links);
  }

  IdSet identifiedByDatabases() {
    return of(FlowBox.DATABASE_RESULTS).and(of(FlowBox.REGISTER_RESULTS));
  }

  IdSet identifiedByOtherMethods() {
    return of(FlowBox.WEBSITE_RESULTS)
        .and(of(FlowBox.ORGANISATION_RESULTS))
        .and(of(FlowBox.CITATION_RESULTS))
        .and(of(FlowBox.OTHER_RESULTS));
  }
}
