package org.winnow.flow;

import static org.winnow.flow.FlowBox.*;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.winnow.figure.FigureLanguage;
import org.winnow.figure.Scene;
import org.winnow.figure.Wording;
import org.winnow.flow.DiagramCell.Line;

/**
 * The PRISMA 2020 flow diagram in our own drawing. Page MJ, McKenzie JE, Bossuyt PM, et al. The
 * PRISMA 2020 statement. BMJ 2021;372:n71 (CC BY 4.0).
 */
public record FlowDiagram(
    FlowBoxes boxes, FlowDetails details, Template template, Progress progress) {

  private static final Wording NEW_STUDIES_LABEL =
      new Wording("New studies included in review", "新纳入综述的研究");
  private static final Wording NEW_REPORTS_LABEL =
      new Wording("Reports of new included studies", "新纳入研究的报告");

  /** A figure of the numbers as they are published. */
  public static FlowDiagram published(FlowBoxes boxes, FlowDetails details) {
    return new FlowDiagram(boxes, details, Template.fitting(boxes), new Progress.Complete());
  }

  public Scene scene(FigureLanguage language) {
    return new DiagramLayout(this, language).scene();
  }

  /** The boxes of the column of databases and registers, from the top, main and side by turns. */
  List<DiagramRow> databaseRows() {
    return List.of(
        new DiagramRow(
            cell(
                heading("Records identified from:", "识别的记录来自："),
                sources(DATABASE_RESULTS, details.databases()),
                sources(REGISTER_RESULTS, details.registers())),
            cell(
                heading("Records removed before screening:", "筛选前移除的记录："),
                Stream.of(part(DUPLICATES), part(EXCLUDED_AUTOMATIC), part(EXCLUDED_OTHER)))),
        new DiagramRow(
            cell(Stream.of(whole(RECORDS_SCREENED)), pending(PENDING_SCREENING)),
            cell(Stream.of(whole(RECORDS_EXCLUDED)))),
        new DiagramRow(
            cell(Stream.of(whole(SOUGHT)), pending(PENDING_RETRIEVAL)),
            cell(Stream.of(whole(NOT_RETRIEVED)))),
        new DiagramRow(
            cell(Stream.of(whole(ASSESSED)), pending(PENDING_FULL_TEXT)),
            excluded(REPORTS_EXCLUDED, details.reasons())));
  }

  /** The same for other methods, whose records are not screened on title and abstract. */
  List<DiagramRow> otherRows() {
    return List.of(
        new DiagramRow(
            cell(
                heading("Records identified from:", "识别的记录来自："),
                Stream.of(
                    part(WEBSITE_RESULTS), part(ORGANISATION_RESULTS), part(CITATION_RESULTS))),
            DiagramCell.NONE),
        DiagramRow.EMPTY,
        new DiagramRow(
            cell(Stream.of(whole(OTHER_SOUGHT)), pending(OTHER_PENDING_RETRIEVAL)),
            cell(Stream.of(whole(OTHER_NOT_RETRIEVED)))),
        new DiagramRow(
            cell(Stream.of(whole(OTHER_ASSESSED)), pending(OTHER_PENDING_FULL_TEXT)),
            excluded(OTHER_REPORTS_EXCLUDED, details.otherReasons())));
  }

  DiagramCell previous() {
    return cell(Stream.of(whole(PREVIOUS_STUDIES), whole(PREVIOUS_REPORTS)));
  }

  /** The boxes at the foot: what is included, the sum with the previous version, the synthesis. */
  List<DiagramCell> included() {
    List<DiagramCell> cells = new ArrayList<>();
    cells.add(
        template.updated()
            ? cell(
                Stream.of(
                    Line.whole(NEW_STUDIES, NEW_STUDIES_LABEL, boxes.of(NEW_STUDIES)),
                    Line.whole(NEW_REPORTS, NEW_REPORTS_LABEL, boxes.of(NEW_REPORTS))))
            : cell(Stream.of(whole(NEW_STUDIES), whole(NEW_REPORTS))));
    if (template.updated()) {
      cells.add(cell(Stream.of(whole(TOTAL_STUDIES), whole(TOTAL_REPORTS))));
    }
    if (boxes.of(META_ANALYSIS_STUDIES).isPresent()) {
      cells.add(cell(Stream.of(whole(META_ANALYSIS_STUDIES), whole(META_ANALYSIS_REPORTS))));
    }
    return cells;
  }

  private DiagramCell excluded(FlowBox box, List<FlowDetails.Reason> reasons) {
    Stream<Line> byReason =
        reasons.stream().map(reason -> Line.detail(box, reason.label(), reason.n()));
    Line total =
        reasons.isEmpty()
            ? whole(box)
            : Line.whole(box, box.label(), boxes.of(box)).followedByDetails();
    return cell(Stream.concat(Stream.of(total), byReason));
  }

  private Stream<Line> sources(FlowBox box, List<FlowDetails.Line> sources) {
    Stream<Line> bySource =
        sources.isEmpty() ? Stream.empty() : Stream.of(Line.sources(box, sources));
    return Stream.concat(Stream.of(part(box)), bySource);
  }

  private Stream<Line> pending(FlowBox box) {
    return switch (progress) {
      case Progress.Complete() -> Stream.empty();
      case Progress.Interim(FlowSets.Pending main, FlowSets.Pending other) ->
          pending(box, waiting(box, main, other));
    };
  }

  private static Stream<Line> pending(FlowBox box, int waiting) {
    return waiting == 0 ? Stream.empty() : Stream.of(Line.pending(box, waiting));
  }

  private static int waiting(FlowBox box, FlowSets.Pending main, FlowSets.Pending other) {
    return switch (box) {
      case PENDING_SCREENING -> main.screening();
      case PENDING_RETRIEVAL -> main.retrieval();
      case PENDING_FULL_TEXT -> main.fullText();
      case OTHER_PENDING_RETRIEVAL -> other.retrieval();
      case OTHER_PENDING_FULL_TEXT -> other.fullText();
      default -> throw new IllegalArgumentException(box.dataName() + " is nothing that waits");
    };
  }

  private Line whole(FlowBox box) {
    return Line.whole(box, box.label(), boxes.of(box));
  }

  private Line part(FlowBox box) {
    return Line.part(box, box.label(), boxes.of(box));
  }

  private static Stream<Line> heading(String en, String zh) {
    return Stream.of(Line.heading(new Wording(en, zh)));
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // only read
  private static DiagramCell cell(Stream<Line>... lines) {
    return new DiagramCell(Stream.of(lines).flatMap(each -> each).toList());
  }
}
