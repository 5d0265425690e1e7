package org.winnow.screening;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.winnow.ledger.Projection;
import org.winnow.ledger.RecordedEvent;
import org.winnow.platform.Sql;
import org.winnow.record.Records;
import org.winnow.retrieval.Reports;
import org.winnow.review.Stage;
import org.winnow.study.Studies;

/** Votes, decisions, reports and studies as the ledger says the tables must have them. */
@ApplicationScoped
class ScreeningProjection implements Projection {
  private final Sql sql;
  private final Records records;
  private final Screenings screenings;
  private final Evidences evidences;
  private final Takeovers takeovers;
  private final Reports reports;
  private final Studies studies;

  ScreeningProjection(
      Sql sql,
      Records records,
      Screenings screenings,
      Evidences evidences,
      Takeovers takeovers,
      Reports reports,
      Studies studies) {
    this.takeovers = takeovers;
    this.sql = sql;
    this.records = records;
    this.screenings = screenings;
    this.evidences = evidences;
    this.reports = reports;
    this.studies = studies;
  }

  @Override
  public Replay replay(UUID reviewId) {
    return new TablesReplay(reviewId);
  }

  private final class TablesReplay implements Replay {
    private final UUID reviewId;
    private final ScreeningReplay replay = new ScreeningReplay(records::joins, takeovers::votes);

    TablesReplay(UUID reviewId) {
      this.reviewId = reviewId;
    }

    @Override
    public void apply(RecordedEvent event) {
      replay.apply(event);
    }

    @Override
    public List<Difference> differences() {
      List<Difference> differences = new ArrayList<>();
      differences.addAll(Difference.between("vote", expectedVotes(), foundVotes()));
      differences.addAll(
          Difference.between("vote_evidence", replay.evidence(), evidences.all(reviewId)));
      differences.addAll(Difference.between("takeover", replay.takeovers(), foundTakeovers()));
      differences.addAll(
          Difference.between("adjudication", expectedAdjudications(), foundAdjudications()));
      for (Stage stage : Stage.values()) {
        differences.addAll(
            Difference.between(
                "screening " + stage.word(),
                replay.statuses(stage),
                screenings.statuses(reviewId, stage)));
      }
      differences.addAll(
          Difference.between(
              "conflict_return",
              replay.returns(),
              said("id", "returned_by", "comment", "conflict_return")));
      differences.addAll(
          Difference.between(
              "conflict_message",
              replay.messages(),
              said("id", "author_id", "text", "conflict_message")));
      differences.addAll(
          Difference.between(
              "criteria_unclear",
              replay.unclear(),
              said(
                  "replace(lower(stage), '_', '-') || ' ' || item_id",
                  "marked_by",
                  "comment",
                  "criteria_unclear")));
      differences.addAll(
          Difference.between("report", replay.reports(), reports.retrievals(reviewId)));
      Map<Object, String> expectedStudies = new HashMap<>();
      replay.studies().forEach(study -> expectedStudies.put(study, "[" + study + "]"));
      differences.addAll(
          Difference.between("report_study", expectedStudies, studies.byReport(reviewId)));
      return differences;
    }

    private Map<Object, String> expectedVotes() {
      Map<Object, String> expected = new HashMap<>();
      replay
          .votes()
          .forEach(
              (id, cast) ->
                  expected.put(
                      id,
                      said(
                          cast.stage(),
                          cast.item(),
                          replay.standing(cast.item()),
                          cast.vote().reviewer(),
                          cast.vote().verdict().name(),
                          cast.vote().reasons(),
                          cast.vote().sequence(),
                          cast.withdrawn(),
                          cast.vote().takeover())));
      return expected;
    }

    private Map<Object, String> foundVotes() {
      return found(
          "SELECT *, reviewer_id AS by_id, takeover_id AS origin FROM vote WHERE review_id = ?");
    }

    private Map<UUID, Long> foundTakeovers() {
      Map<UUID, Long> found = new HashMap<>();
      sql.list(
          "SELECT id, COALESCE(withdrawn_sequence, 0) FROM takeover WHERE review_id = ?",
          row -> found.put(row.getObject(1, UUID.class), row.getLong(2)),
          reviewId);
      return found;
    }

    private Map<Object, String> expectedAdjudications() {
      Map<Object, String> expected = new HashMap<>();
      replay
          .adjudications()
          .forEach(
              (id, settled) ->
                  expected.put(
                      id,
                      said(
                          settled.stage(),
                          settled.item(),
                          replay.standing(settled.item()),
                          settled.by(),
                          settled.adjudication().verdict().name(),
                          settled.adjudication().reasons(),
                          settled.adjudication().sequence(),
                          settled.withdrawn(),
                          null)));
      return expected;
    }

    private Map<Object, String> foundAdjudications() {
      return found(
          "SELECT *, adjudicator_id AS by_id, NULL::uuid AS origin FROM adjudication WHERE review_id"
              + " = ?");
    }

    private Map<Object, String> found(String query) {
      Map<Object, String> found = new HashMap<>();
      sql.list(
          query,
          row ->
              found.put(
                  row.getObject("id", UUID.class),
                  said(
                      Stage.valueOf(row.getString("stage")),
                      row.getInt("item_id"),
                      row.getInt("counts_for"),
                      row.getObject("by_id", UUID.class),
                      row.getString("verdict"),
                      List.of((UUID[]) row.getArray("reasons").getArray()),
                      row.getLong("sequence"),
                      row.getLong("withdrawn_sequence"),
                      row.getObject("origin", UUID.class))),
          reviewId);
      return found;
    }

    private Map<Object, String> said(String key, String by, String text, String table) {
      Map<Object, String> found = new HashMap<>();
      sql.list(
          "SELECT "
              + key
              + ", stage, item_id, "
              + by
              + ", "
              + text
              + " FROM "
              + table
              + " WHERE review_id = ?",
          row ->
              found.put(
                  row.getObject(1),
                  ScreeningReplay.said(
                      Stage.valueOf(row.getString(2)),
                      row.getInt(3),
                      row.getObject(4, UUID.class),
                      row.getString(5))),
          reviewId);
      return found;
    }

    private static String said(
        Stage stage,
        int item,
        int countsFor,
        UUID by,
        String verdict,
        List<UUID> reasons,
        long sequence,
        long withdrawn,
        @Nullable UUID origin) {
      return String.join(
          " ",
          stage.word(),
          "item=" + item,
          "for=" + countsFor,
          "by=" + by,
          verdict,
          "reasons=" + reasons,
          "sequence=" + sequence,
          "withdrawn=" + withdrawn,
          "origin=" + origin);
    }
  }
}
