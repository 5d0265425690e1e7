package org.winnow.flow;

import static org.winnow.flow.FlowBox.*;

import java.util.List;
import org.winnow.figure.Wording;

/**
 * One step of a published flow: what goes in, less what leaves on the way, is what comes out.
 *
 * @param from the boxes whose sum goes in; only the first need be given
 * @param removed what leaves
 * @param to what comes out
 */
record FlowStep(String id, List<FlowBox> from, List<FlowBox> removed, FlowBox to, Wording label) {

  static final FlowStep IDENTIFICATION =
      new FlowStep(
          "I2",
          List.of(DATABASE_RESULTS, REGISTER_RESULTS),
          List.of(DUPLICATES, EXCLUDED_AUTOMATIC, EXCLUDED_OTHER),
          RECORDS_SCREENED,
          new Wording("Screened = identified − removed", "筛选的记录 = 识别 − 筛选前移除"));

  /** I3 and I4 in one, since no published diagram prints the records that passed. */
  static final FlowStep SCREENING =
      new FlowStep(
          "I4",
          List.of(RECORDS_SCREENED),
          List.of(RECORDS_EXCLUDED),
          SOUGHT,
          new Wording("Sought = screened − excluded", "拟获取 = 筛选 − 排除"));

  static final FlowStep RETRIEVAL =
      new FlowStep(
          "I5",
          List.of(SOUGHT),
          List.of(NOT_RETRIEVED),
          ASSESSED,
          new Wording("Assessed = sought − not retrieved", "评估 = 拟获取 − 未能获取"));

  static final FlowStep ELIGIBILITY =
      new FlowStep(
          "I6",
          List.of(ASSESSED),
          List.of(REPORTS_EXCLUDED),
          NEW_REPORTS,
          new Wording("Reports included = assessed − excluded", "纳入的报告 = 评估 − 排除"));

  static final FlowStep OTHER_RETRIEVAL =
      new FlowStep(
          "I8",
          List.of(OTHER_SOUGHT),
          List.of(OTHER_NOT_RETRIEVED),
          OTHER_ASSESSED,
          new Wording("Other methods: assessed = sought − not retrieved", "其他途径：评估 = 拟获取 − 未能获取"));

  static final FlowStep ELIGIBILITY_IN_BOTH =
      new FlowStep(
          "I6+I8",
          List.of(ASSESSED, OTHER_ASSESSED),
          List.of(REPORTS_EXCLUDED, OTHER_REPORTS_EXCLUDED),
          NEW_REPORTS,
          new Wording(
              "Reports included = assessed − excluded, both arms", "纳入的报告 = 评估 − 排除（两条途径）"));

  static final FlowStep TOTAL_STUDIES =
      new FlowStep(
          "I12",
          List.of(PREVIOUS_STUDIES, NEW_STUDIES),
          List.of(),
          FlowBox.TOTAL_STUDIES,
          new Wording("Total studies = previous + new", "研究合计 = 上一版 + 新纳入"));

  static final FlowStep TOTAL_REPORTS =
      new FlowStep(
          "I12b",
          List.of(PREVIOUS_REPORTS, NEW_REPORTS),
          List.of(),
          FlowBox.TOTAL_REPORTS,
          new Wording("Total reports = previous + new", "报告合计 = 上一版 + 新纳入"));

  FlowStep {
    from = List.copyOf(from);
    removed = List.copyOf(removed);
  }
}
