package org.winnow.flow;

import static org.winnow.flow.FlowBox.*;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.winnow.figure.Wording;

/**
 * The equations that every true flow satisfies, checked on the sets and not only on their sizes, at
 * any moment of a review: what still waits is a term like any other.
 */
public final class Identities {
  private final FlowSets sets;
  private final List<Identity> checked = new ArrayList<>();

  private Identities(FlowSets sets) {
    this.sets = sets;
  }

  /** Every identity that applies to the review, in the order of the diagram. */
  public static List<Identity> of(FlowSets sets) {
    Identities identities = new Identities(sets);
    identities.checkAll();
    return List.copyOf(identities.checked);
  }

  private void checkAll() {
    everythingInOnePlace();
    identification();
    screening();
    reports();
    if (sets.usesOtherMethods()) {
      otherMethods();
    }
    included();
    if (sets.updates()) {
      updates();
    }
    if (sets.count(META_ANALYSIS_STUDIES) > 0) {
      metaAnalysis();
    }
  }

  private void everythingInOnePlace() {
    List<IdSet> ofRecords =
        all(
            DUPLICATES,
            EXCLUDED_AUTOMATIC,
            EXCLUDED_OTHER,
            RECORDS_EXCLUDED,
            RECORDS_PASSED,
            PENDING_SCREENING);
    List<IdSet> ofReports =
        all(
            NOT_RETRIEVED,
            PENDING_RETRIEVAL,
            REPORTS_EXCLUDED,
            INCLUDED_REPORTS,
            PENDING_FULL_TEXT,
            OTHER_NOT_RETRIEVED,
            OTHER_PENDING_RETRIEVAL,
            OTHER_REPORTS_EXCLUDED,
            OTHER_INCLUDED_REPORTS,
            OTHER_PENDING_FULL_TEXT);
    IdSet records = sets.identifiedByDatabases();
    IdSet reports = sets.of(SOUGHT).and(sets.of(OTHER_SOUGHT));
    int misplaced =
        misplaced(records, ofRecords)
            + misplaced(reports, ofReports)
            + outside(sets.of(INCLUDED_REPORTS), sets.of(ASSESSED))
            + outside(sets.of(OTHER_INCLUDED_REPORTS), sets.of(OTHER_ASSESSED))
            + sets.links().withoutOrigin().size()
            + (int) sets.links().reportsOfRecord().values().stream().filter(IdSet::isEmpty).count()
            + (int) sets.links().studiesOfReport().values().stream().filter(IdSet::isEmpty).count();
    Formula formula = new Formula(records.size()).plus(reports.size());
    int placed = sum(ofRecords) + sum(ofReports);
    checked.add(
        new Identity(
            "I0",
            misplaced == 0,
            formula.value() != placed ? placed - formula.value() : misplaced,
            formula.equalTo(placed),
            new Wording(
                "Every record, report and study is in exactly one place", "每条记录、每篇报告和每项研究恰好位于一处")));
  }

  private void identification() {
    IdSet identified = sets.identifiedByDatabases();
    Formula bySource = new Formula();
    sets.bySource().values().stream()
        .map(identified::common)
        .filter(ids -> !ids.isEmpty())
        .forEach(ids -> bySource.plus(ids.size()));
    IdSet ofSources =
        IdSet.of(sets.bySource().values().stream().flatMapToInt(IdSet::stream))
            .without(sets.identifiedByOtherMethods());
    add(
        "I1",
        bySource,
        identified.size(),
        apart(identified, ofSources),
        new Wording("Identified = sum over the sources", "识别的记录 = 各来源之和"));
    if (!sets.sources().isEmpty()) {
      Formula committed = new Formula();
      sets.sources().stream()
          .filter(source -> source.kind().inDatabaseArm())
          .forEach(source -> committed.plus(source.committed()));
      add(
          "I1b",
          committed,
          identified.size(),
          0,
          new Wording("Identified = records that the imports committed", "识别的记录 = 各次导入提交的记录"));
    }
    add(
        "I2",
        new Formula(identified.size())
            .minus(sets.count(DUPLICATES))
            .minus(sets.count(EXCLUDED_AUTOMATIC))
            .minus(sets.count(EXCLUDED_OTHER)),
        sets.count(RECORDS_SCREENED),
        misplaced(
            identified, all(DUPLICATES, EXCLUDED_AUTOMATIC, EXCLUDED_OTHER, RECORDS_SCREENED)),
        new Wording("Screened = identified − removed", "筛选的记录 = 识别 − 筛选前移除"));
    int spare = sets.links().clusters().stream().mapToInt(size -> size - 1).sum();
    IdSet duplicates = sets.of(DUPLICATES);
    List<IdSet> kinds = all(DUPLICATES_WITHIN_SOURCE, DUPLICATES_BETWEEN_SOURCES);
    add(
        "I2b",
        new Formula(kinds.get(0).size()).plus(kinds.get(1).size()),
        duplicates.size(),
        misplaced(duplicates, kinds) + Math.abs(spare - duplicates.size()),
        new Wording("Duplicates = within a source + between sources", "重复记录 = 同一来源内 + 不同来源间"));
  }

  private void screening() {
    add(
        "I3",
        new Formula(sets.count(RECORDS_SCREENED))
            .minus(sets.count(RECORDS_EXCLUDED))
            .minusPending(sets.count(PENDING_SCREENING)),
        sets.count(RECORDS_PASSED),
        misplaced(
            sets.of(RECORDS_SCREENED), all(RECORDS_EXCLUDED, RECORDS_PASSED, PENDING_SCREENING)),
        new Wording("Passed = screened − excluded", "通过筛选 = 筛选 − 排除"));
  }

  private void reports() {
    soughtFromPassed();
    retrieved(
        "I5",
        SOUGHT,
        NOT_RETRIEVED,
        ASSESSED,
        PENDING_RETRIEVAL,
        new Wording("Assessed = sought − not retrieved", "评估 = 拟获取 − 未能获取"));
    assessed(
        "I6",
        ASSESSED,
        REPORTS_EXCLUDED,
        INCLUDED_REPORTS,
        PENDING_FULL_TEXT,
        new Wording("Included = assessed − excluded", "纳入 = 评估 − 排除"));
    reasons(
        "I6b",
        sets.of(REPORTS_EXCLUDED),
        List.copyOf(sets.byReason().values()),
        new Wording("Reasons sum to excluded", "各排除原因之和 = 排除的报告"));
  }

  private void soughtFromPassed() {
    IdSet passed = sets.of(RECORDS_PASSED);
    var reached =
        sets.links().reportsOfRecord().values().stream().filter(r -> !r.isEmpty()).toList();
    // The first report of a record is the one that it opened; others were found through it.
    IdSet first = IdSet.of(reached.stream().flatMapToInt(r -> r.stream().limit(1)));
    IdSet all = IdSet.of(reached.stream().flatMapToInt(IdSet::stream));
    int sharing = reached.size() - first.size();
    int extra = all.size() - first.size();
    Formula formula = new Formula(passed.size());
    if (sharing > 0 || extra > 0) {
      formula.minus(sharing).plus(extra);
    }
    add(
        "I4",
        formula,
        sets.count(SOUGHT),
        apart(all, sets.of(SOUGHT)) + Math.abs(reached.size() - passed.size()),
        new Wording(
            "Sought = passed − sharing a report + further reports found",
            "拟获取 = 通过筛选 − 共用报告 + 另外发现的报告"));
  }

  private void retrieved(
      String id, FlowBox sought, FlowBox lost, FlowBox assessed, FlowBox pending, Wording label) {
    add(
        id,
        new Formula(sets.count(sought)).minus(sets.count(lost)).minusPending(sets.count(pending)),
        sets.count(assessed),
        misplaced(sets.of(sought), all(lost, assessed, pending)),
        label);
  }

  private void assessed(
      String id, FlowBox assessed, FlowBox out, FlowBox in, FlowBox pending, Wording label) {
    add(
        id,
        new Formula(sets.count(assessed)).minus(sets.count(out)).minusPending(sets.count(pending)),
        sets.count(in),
        misplaced(sets.of(assessed), all(out, in, pending)),
        label);
  }

  private void reasons(String id, IdSet excluded, List<IdSet> byReason, Wording label) {
    Formula formula = new Formula();
    byReason.forEach(reason -> formula.plus(reason.size()));
    add(id, formula, excluded.size(), misplaced(excluded, byReason), label);
  }

  private void otherMethods() {
    IdSet identified = sets.identifiedByOtherMethods();
    Formula kinds =
        new Formula(sets.count(WEBSITE_RESULTS))
            .plus(sets.count(ORGANISATION_RESULTS))
            .plus(sets.count(CITATION_RESULTS))
            .plus(sets.count(OTHER_RESULTS));
    add(
        "I7",
        kinds,
        identified.size(),
        misplaced(
            identified,
            all(WEBSITE_RESULTS, ORGANISATION_RESULTS, CITATION_RESULTS, OTHER_RESULTS)),
        new Wording("Other methods = sum over their sources", "其他途径 = 各来源之和"));
    retrieved(
        "I8",
        OTHER_SOUGHT,
        OTHER_NOT_RETRIEVED,
        OTHER_ASSESSED,
        OTHER_PENDING_RETRIEVAL,
        new Wording("Other methods: assessed = sought − not retrieved", "其他途径：评估 = 拟获取 − 未能获取"));
    assessed(
        "I8b",
        OTHER_ASSESSED,
        OTHER_REPORTS_EXCLUDED,
        OTHER_INCLUDED_REPORTS,
        OTHER_PENDING_FULL_TEXT,
        new Wording("Other methods: included = assessed − excluded", "其他途径：纳入 = 评估 − 排除"));
    reasons(
        "I8c",
        sets.of(OTHER_REPORTS_EXCLUDED),
        List.copyOf(sets.otherByReason().values()),
        new Wording("Other methods: reasons sum to excluded", "其他途径：各排除原因之和 = 排除的报告"));
    IdSet both = sets.of(SOUGHT).common(sets.of(OTHER_SOUGHT));
    add(
        "I9",
        new Formula(both.size()),
        0,
        both.size(),
        new Wording("No report is counted in both arms", "没有报告在两条途径中重复计数"));
  }

  private void included() {
    IdSet reports = sets.of(INCLUDED_REPORTS).and(sets.of(OTHER_INCLUDED_REPORTS));
    IdSet newReports = reports.without(sets.of(PREVIOUS_REPORTS));
    add(
        "I10",
        new Formula(newReports.size()),
        sets.count(NEW_REPORTS),
        apart(newReports, sets.of(NEW_REPORTS)),
        new Wording(
            "Reports of included studies = reports included in both arms", "纳入研究的报告 = 各途径纳入的报告"));
    IdSet told =
        IdSet.of(
                sets.links().studiesOfReport().entrySet().stream()
                    .filter(entry -> reports.contains(entry.getKey()))
                    .flatMapToInt(entry -> entry.getValue().stream()))
            .without(sets.of(PREVIOUS_STUDIES));
    add(
        "I11",
        new Formula(told.size()),
        sets.count(NEW_STUDIES),
        apart(told, sets.of(NEW_STUDIES)),
        new Wording(
            "Studies included = studies that the included reports tell of", "纳入的研究 = 纳入报告所涉及的研究"));
  }

  private void updates() {
    add(
        "I12",
        new Formula(sets.count(PREVIOUS_STUDIES)).plus(sets.count(NEW_STUDIES)),
        sets.count(TOTAL_STUDIES),
        misplaced(sets.of(TOTAL_STUDIES), all(PREVIOUS_STUDIES, NEW_STUDIES)),
        new Wording("Total studies = previous + new", "研究合计 = 上一版 + 新纳入"));
    add(
        "I12b",
        new Formula(sets.count(PREVIOUS_REPORTS)).plus(sets.count(NEW_REPORTS)),
        sets.count(TOTAL_REPORTS),
        misplaced(sets.of(TOTAL_REPORTS), all(PREVIOUS_REPORTS, NEW_REPORTS)),
        new Wording("Total reports = previous + new", "报告合计 = 上一版 + 新纳入"));
  }

  private void metaAnalysis() {
    IdSet total = sets.updates() ? sets.of(TOTAL_STUDIES) : sets.of(NEW_STUDIES);
    int outside = outside(sets.of(META_ANALYSIS_STUDIES), total);
    add(
        "I13",
        new Formula(outside),
        0,
        outside,
        new Wording("Every study in the meta-analysis is included", "Meta分析中的研究均为纳入研究"));
  }

  private void add(String id, Formula computed, int stated, int misplaced, Wording label) {
    int difference = stated - computed.value();
    checked.add(
        new Identity(
            id,
            difference == 0 && misplaced == 0,
            difference != 0 ? difference : misplaced,
            computed.equalTo(stated),
            label));
  }

  private List<IdSet> all(FlowBox... boxes) {
    return IntStream.range(0, boxes.length).mapToObj(i -> sets.of(boxes[i])).toList();
  }

  private static int sum(List<IdSet> parts) {
    return parts.stream().mapToInt(IdSet::size).sum();
  }

  /** Ids that are in none of the parts, in several, or in a part but not in the whole. */
  private static int misplaced(IdSet whole, List<IdSet> parts) {
    IdSet covered = IdSet.of(parts.stream().flatMapToInt(IdSet::stream));
    return apart(whole, covered) + sum(parts) - covered.size();
  }

  private static int apart(IdSet one, IdSet other) {
    return outside(one, other) + outside(other, one);
  }

  private static int outside(IdSet inner, IdSet outer) {
    return inner.without(outer).size();
  }
}
