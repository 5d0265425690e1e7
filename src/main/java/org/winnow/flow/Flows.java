package org.winnow.flow;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.winnow.figure.Wording;
import org.winnow.ledger.Ledger;
import org.winnow.ledger.LedgerHead;
import org.winnow.platform.Sql;
import org.winnow.record.SourceDescribed;
import org.winnow.record.SourceKind;
import org.winnow.record.Sources;
import org.winnow.retrieval.Reports;
import org.winnow.retrieval.Retrieval;
import org.winnow.review.Protocol;
import org.winnow.review.Reviews;
import org.winnow.review.Stage;
import org.winnow.screening.ScreeningStatus;
import org.winnow.screening.Screenings;
import org.winnow.study.Studies;

/** Counts a review's flow from its tables. Every method belongs to the caller's transaction. */
@ApplicationScoped
public class Flows {
  private final Sql sql;
  private final Ledger ledger;
  private final Reviews reviews;
  private final Sources sources;
  private final Screenings screenings;
  private final Reports reports;
  private final Studies studies;

  /** A flow never changes for a given end of the ledger, so the last one of each review is kept. */
  private final Map<UUID, Flow> last = new ConcurrentHashMap<>();

  Flows(
      Sql sql,
      Ledger ledger,
      Reviews reviews,
      Sources sources,
      Screenings screenings,
      Reports reports,
      Studies studies) {
    this.sql = sql;
    this.ledger = ledger;
    this.reviews = reviews;
    this.sources = sources;
    this.screenings = screenings;
    this.reports = reports;
    this.studies = studies;
  }

  public Flow of(UUID reviewId) {
    LedgerHead head = ledger.head(reviewId);
    Flow known = last.get(reviewId);
    if (known != null && known.head().equals(head)) {
      return known;
    }
    Flow counted = count(reviewId, head);
    // Only a flow whose tables and head belong together may be kept.
    if (ledger.head(reviewId).equals(head)) {
      last.put(reviewId, counted);
    }
    return counted;
  }

  private Flow count(UUID reviewId, LedgerHead head) {
    Map<UUID, SourceDescribed> described = new HashMap<>();
    sources.list(reviewId).forEach(source -> described.put(source.source(), source));
    Map<Integer, ScreeningStatus> onTitle = screenings.statuses(reviewId, Stage.TITLE_ABSTRACT);
    List<RecordFate> recordFates =
        sql.list(
            "SELECT id, source_id, representative_id FROM record WHERE review_id = ? AND live ORDER"
                + " BY id",
            row ->
                recordFate(
                    row.getInt(1),
                    Objects.requireNonNull(described.get(row.getObject(2, UUID.class))),
                    row.getInt(3),
                    onTitle),
            reviewId);
    FlowSets sets =
        FlowSets.of(recordFates, reportFates(reviewId, onTitle), tallies(reviewId, described));
    return new Flow(
        sets,
        FlowBoxes.of(sets),
        details(reviewId, sets, described),
        Identities.of(sets),
        head,
        reviews.stages(reviewId).stream().allMatch(Reviews.StageState::closed));
  }

  private static RecordFate recordFate(
      int id, SourceDescribed source, int representative, Map<Integer, ScreeningStatus> onTitle) {
    String sourceId = source.source().toString();
    return representative == 0
        ? RecordFate.kept(id, source.kind(), sourceId, screening(onTitle.get(id)))
        : RecordFate.duplicate(id, source.kind(), sourceId, representative);
  }

  private static RecordFate.Screening screening(@Nullable ScreeningStatus status) {
    return switch (status) {
      case ScreeningStatus.Included _ -> RecordFate.Screening.PASSED;
      case ScreeningStatus.Excluded _ -> RecordFate.Screening.EXCLUDED;
      case ScreeningStatus.Pending _,
          ScreeningStatus.VerdictConflict _,
          ScreeningStatus.ReasonConflict _ ->
          RecordFate.Screening.PENDING;
      case null -> RecordFate.Screening.PENDING;
    };
  }

  /** The reports that records standing for themselves lead to while their decision is include. */
  private List<ReportFate> reportFates(UUID reviewId, Map<Integer, ScreeningStatus> onTitle) {
    Map<Integer, ScreeningStatus> onFullText = screenings.statuses(reviewId, Stage.FULL_TEXT);
    Map<Integer, Retrieval> retrievals = reports.retrievals(reviewId);
    Map<Integer, List<Integer>> studiesOf = studies.byReport(reviewId);
    Map<Integer, List<Integer>> recordsOf = new HashMap<>();
    sql.list(
        "SELECT l.report_id, l.record_id FROM record_report l JOIN record r ON r.review_id ="
            + " l.review_id AND r.id = l.record_id WHERE l.review_id = ? AND r.live AND"
            + " r.representative_id IS NULL ORDER BY l.report_id, l.record_id",
        row -> {
          if (onTitle.get(row.getInt(2)) instanceof ScreeningStatus.Included) {
            recordsOf.computeIfAbsent(row.getInt(1), _ -> new ArrayList<>()).add(row.getInt(2));
          }
          return 0;
        },
        reviewId);
    List<ReportFate> fates = new ArrayList<>();
    recordsOf.forEach(
        (report, records) ->
            fates.add(
                new ReportFate(
                    report,
                    records,
                    retrieval(
                        retrievals.getOrDefault(report, Retrieval.SOUGHT),
                        onFullText.containsKey(report)),
                    fullText(onFullText.get(report)),
                    studiesOf.getOrDefault(report, List.of()))));
    return fates;
  }

  /** Whoever has judged a document has had it. */
  private static ReportFate.Retrieval retrieval(Retrieval stated, boolean judged) {
    return switch (stated) {
      case NOT_RETRIEVED -> ReportFate.Retrieval.NOT_RETRIEVED;
      case RETRIEVED -> ReportFate.Retrieval.RETRIEVED;
      case SOUGHT -> judged ? ReportFate.Retrieval.RETRIEVED : ReportFate.Retrieval.PENDING;
    };
  }

  private static ReportFate.FullText fullText(@Nullable ScreeningStatus status) {
    return switch (status) {
      case ScreeningStatus.Included _ -> new ReportFate.FullText.Included();
      case ScreeningStatus.Excluded excluded ->
          new ReportFate.FullText.Excluded(
              excluded.reason().map(UUID::toString).orElse("no-reason"));
      case ScreeningStatus.Pending _,
          ScreeningStatus.VerdictConflict _,
          ScreeningStatus.ReasonConflict _ ->
          new ReportFate.FullText.Pending();
      case null -> new ReportFate.FullText.Pending();
    };
  }

  /** Counted by the database apart from the sets, so that the two can disagree. */
  private List<SourceTally> tallies(UUID reviewId, Map<UUID, SourceDescribed> described) {
    return sql.list(
        "SELECT source_id, count(*) FROM record WHERE review_id = ? AND live GROUP BY source_id",
        row -> {
          SourceDescribed source =
              Objects.requireNonNull(described.get(row.getObject(1, UUID.class)));
          return new SourceTally(
              source.source().toString(), source.kind(), source.name(), row.getInt(2));
        },
        reviewId);
  }

  private FlowDetails details(UUID reviewId, FlowSets sets, Map<UUID, SourceDescribed> described) {
    return new FlowDetails(
        lines(sets, described, SourceKind.DATABASE),
        lines(sets, described, SourceKind.REGISTER),
        reasons(reviewId, sets));
  }

  private static List<FlowDetails.Line> lines(
      FlowSets sets, Map<UUID, SourceDescribed> described, SourceKind kind) {
    return sources(described, kind).stream()
        .map(
            source ->
                new FlowDetails.Line(
                    source.name(),
                    sets.bySource().getOrDefault(source.source().toString(), IdSet.EMPTY).size()))
        .filter(line -> line.n() > 0)
        .toList();
  }

  private static List<SourceDescribed> sources(
      Map<UUID, SourceDescribed> described, SourceKind kind) {
    return described.values().stream()
        .filter(source -> source.kind() == kind)
        .sorted(Comparator.comparing(SourceDescribed::name))
        .toList();
  }

  /** In the order of the protocol; a reason that it has dropped comes last under its number. */
  private List<FlowDetails.Reason> reasons(UUID reviewId, FlowSets sets) {
    List<FlowDetails.Reason> reasons = new ArrayList<>();
    Map<String, IdSet> left = new HashMap<>(sets.byReason());
    for (Protocol.Reason reason : reviews.protocol(reviewId).protocol().reasons()) {
      IdSet ids = left.remove(reason.id().toString());
      if (ids != null) {
        reasons.add(
            new FlowDetails.Reason(reason.id().toString(), wording(reason.label()), ids.size()));
      }
    }
    left.forEach(
        (id, ids) ->
            reasons.add(
                new FlowDetails.Reason(id, new Wording("Other reason", "其他原因"), ids.size())));
    return reasons;
  }

  private static Wording wording(Protocol.Text text) {
    String en = text.en() == null ? "" : text.en();
    String zh = text.zh() == null ? "" : text.zh();
    return new Wording(en.isEmpty() ? zh : en, zh.isEmpty() ? en : zh);
  }
}
