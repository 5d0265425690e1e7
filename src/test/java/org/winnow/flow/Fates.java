package org.winnow.flow;

import java.util.ArrayList;
import java.util.List;
import org.winnow.flow.RecordFate.Screening;
import org.winnow.flow.ReportFate.FullText;
import org.winnow.flow.ReportFate.Retrieval;
import org.winnow.record.SourceKind;

/** A small review, told record by record. */
final class Fates {
  final List<RecordFate> records = new ArrayList<>();
  final List<ReportFate> reports = new ArrayList<>();

  static Fates of() {
    return new Fates();
  }

  Fates record(int id, String source, Screening screening) {
    records.add(RecordFate.kept(id, kind(source), source, screening));
    return this;
  }

  Fates duplicate(int id, String source, int of) {
    records.add(RecordFate.duplicate(id, kind(source), source, of));
    return this;
  }

  Fates removed(int id, String source, RecordFate.Removal removal) {
    records.add(new RecordFate(id, kind(source), source, removal, Screening.PENDING));
    return this;
  }

  /**
   * A report that opened by the record of the same number and tells of the study of that number.
   */
  Fates report(int id, Retrieval retrieval, FullText fullText) {
    return report(id, List.of(id), retrieval, fullText, List.of(id));
  }

  Fates report(
      int id,
      List<Integer> records,
      Retrieval retrieval,
      FullText fullText,
      List<Integer> studies) {
    reports.add(new ReportFate(id, records, retrieval, fullText, studies));
    return this;
  }

  FlowSets sets() {
    return FlowSets.of(records, reports, List.of());
  }

  private static SourceKind kind(String source) {
    return switch (source) {
      case "ClinicalTrials.gov" -> SourceKind.REGISTER;
      case "reference lists" -> SourceKind.CITATION_SEARCHING;
      case "who.int" -> SourceKind.WEBSITE;
      default -> SourceKind.DATABASE;
    };
  }
}
