package org.winnow.flow;

import static org.winnow.flow.Unit.RECORD;
import static org.winnow.flow.Unit.REPORT;
import static org.winnow.flow.Unit.STUDY;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.winnow.figure.Wording;

/**
 * The lines of the PRISMA 2020 diagram that carry a number, by the names of the PRISMA2020
 * package's CSV, and after them the sets that the printed diagram has no line for.
 */
public enum FlowBox {
  PREVIOUS_STUDIES(
      "previous_studies",
      "box1",
      STUDY,
      "Studies included in previous version of review",
      "上一版综述纳入的研究"),
  PREVIOUS_REPORTS(
      "previous_reports",
      "box1",
      REPORT,
      "Reports of studies included in previous version of review",
      "上一版综述纳入研究的报告"),
  DATABASE_RESULTS("database_results", "box2", RECORD, "Databases", "数据库"),
  REGISTER_RESULTS("register_results", "box2", RECORD, "Registers", "注册库"),
  DUPLICATES("duplicates", "box3", RECORD, "Duplicate records", "重复记录"),
  EXCLUDED_AUTOMATIC(
      "excluded_automatic",
      "box3",
      RECORD,
      "Marked as ineligible by automation tools",
      "自动化工具判定为不合格"),
  EXCLUDED_OTHER("excluded_other", "box3", RECORD, "Other reasons", "其他原因"),
  RECORDS_SCREENED("records_screened", "box4", RECORD, "Records screened", "筛选的记录"),
  RECORDS_EXCLUDED("records_excluded", "box5", RECORD, "Records excluded", "排除的记录"),
  SOUGHT("dbr_sought_reports", "box6", REPORT, "Reports sought for retrieval", "拟获取全文的报告"),
  NOT_RETRIEVED("dbr_notretrieved_reports", "box7", REPORT, "Reports not retrieved", "未能获取的报告"),
  ASSESSED("dbr_assessed", "box8", REPORT, "Reports assessed for eligibility", "评估合格性的报告"),
  REPORTS_EXCLUDED("dbr_excluded", "box9", REPORT, "Reports excluded", "排除的报告"),
  NEW_STUDIES("new_studies", "box10", STUDY, "Studies included in review", "纳入综述的研究"),
  NEW_REPORTS("new_reports", "box10", REPORT, "Reports of included studies", "纳入研究的报告"),
  WEBSITE_RESULTS("website_results", "box11", RECORD, "Websites", "网站"),
  ORGANISATION_RESULTS("organisation_results", "box11", RECORD, "Organisations", "机构"),
  CITATION_RESULTS("citations_results", "box11", RECORD, "Citation searching", "引文检索"),
  OTHER_SOUGHT("other_sought_reports", "box12", REPORT, "Reports sought for retrieval", "拟获取全文的报告"),
  OTHER_NOT_RETRIEVED(
      "other_notretrieved_reports", "box13", REPORT, "Reports not retrieved", "未能获取的报告"),
  OTHER_ASSESSED("other_assessed", "box14", REPORT, "Reports assessed for eligibility", "评估合格性的报告"),
  OTHER_REPORTS_EXCLUDED("other_excluded", "box15", REPORT, "Reports excluded", "排除的报告"),
  TOTAL_STUDIES("total_studies", "box16", STUDY, "Total studies included in review", "综述纳入研究合计"),
  TOTAL_REPORTS("total_reports", "box16", REPORT, "Reports of total included studies", "全部纳入研究的报告"),
  META_ANALYSIS_STUDIES(
      "total_studies_ma", "box17", STUDY, "Studies included in meta-analysis", "纳入Meta分析的研究"),
  META_ANALYSIS_REPORTS(
      "total_reports_ma", "box17", REPORT, "Reports of studies in meta-analysis", "纳入Meta分析研究的报告"),

  DUPLICATES_WITHIN_SOURCE("within_source", "", RECORD, "Duplicates within a source", "同一来源内的重复记录"),
  DUPLICATES_BETWEEN_SOURCES(
      "between_sources", "", RECORD, "Duplicates between sources", "不同来源间的重复记录"),
  EXCLUDED_BY_TOOL(
      "excluded_by_tool", "", RECORD, "Records excluded by a stopping rule", "由停止规则排除的记录"),
  RECORDS_PASSED("records_passed", "", RECORD, "Records that passed screening", "通过筛选的记录"),
  PENDING_SCREENING("pending_screening", "", RECORD, "Records awaiting screening", "待筛选的记录"),
  PENDING_RETRIEVAL("pending_retrieval", "", REPORT, "Reports awaiting retrieval", "待获取的报告"),
  PENDING_FULL_TEXT("pending_full_text", "", REPORT, "Reports awaiting assessment", "待评估的报告"),
  INCLUDED_REPORTS(
      "included_reports", "", REPORT, "Reports included, databases and registers", "经数据库和注册库纳入的报告"),
  OTHER_RESULTS("other_results", "", RECORD, "Other sources", "其他来源"),
  OTHER_NOT_PURSUED(
      "other_not_pursued", "", RECORD, "Records not pursued, other methods", "其他途径中未予追踪的记录"),
  OTHER_PENDING_RETRIEVAL(
      "other_pending_retrieval", "", REPORT, "Reports awaiting retrieval", "待获取的报告"),
  OTHER_PENDING_FULL_TEXT(
      "other_pending_full_text", "", REPORT, "Reports awaiting assessment", "待评估的报告"),
  OTHER_INCLUDED_REPORTS(
      "other_included_reports", "", REPORT, "Reports included, other methods", "经其他途径纳入的报告");

  private static final Map<String, FlowBox> BY_NAME =
      Arrays.stream(values()).collect(Collectors.toMap(FlowBox::dataName, Function.identity()));

  private final String dataName;
  private final String boxId;
  private final Unit unit;
  private final Wording label;

  FlowBox(String dataName, String boxId, Unit unit, String en, String zh) {
    this.dataName = dataName;
    this.boxId = boxId;
    this.unit = unit;
    this.label = new Wording(en, zh);
  }

  /** The name in the CSV's {@code data} column, in JSON and in addresses. */
  public String dataName() {
    return dataName;
  }

  /** The box of the diagram, {@code box1} to {@code box17}; empty for a set that has none. */
  public String boxId() {
    return boxId;
  }

  public Unit unit() {
    return unit;
  }

  public Wording label() {
    return label;
  }

  /** Whether the PRISMA2020 CSV has a row for it. */
  public boolean printed() {
    return !boxId.isEmpty();
  }

  public static Optional<FlowBox> named(String dataName) {
    return Optional.ofNullable(BY_NAME.get(dataName));
  }
}
