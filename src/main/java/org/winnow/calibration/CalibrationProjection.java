package org.winnow.calibration;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.winnow.calibration.CalibrationReplay.Ballot;
import org.winnow.calibration.CalibrationReplay.Message;
import org.winnow.calibration.CalibrationReplay.Place;
import org.winnow.calibration.CalibrationReplay.Round;
import org.winnow.calibration.CalibrationReplay.Vote;
import org.winnow.ledger.Projection;
import org.winnow.ledger.RecordedEvent;
import org.winnow.platform.Sql;
import org.winnow.screening.Verdict;

/** The tables of calibration as the ledger says they must be. */
@ApplicationScoped
class CalibrationProjection implements Projection {
  private final Sql sql;

  CalibrationProjection(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Replay replay(UUID reviewId) {
    CalibrationReplay replay = new CalibrationReplay();
    return new Replay() {
      @Override
      public void apply(RecordedEvent event) {
        replay.apply(event);
      }

      @Override
      public List<Difference> differences() {
        List<Difference> differences = new ArrayList<>();
        differences.addAll(
            Difference.between("calibration_round", replay.rounds(), rounds(reviewId)));
        differences.addAll(Difference.between("calibration_item", replay.items(), items(reviewId)));
        differences.addAll(Difference.between("calibration_vote", replay.votes(), votes(reviewId)));
        differences.addAll(
            Difference.between("calibration_message", replay.messages(), messages(reviewId)));
        return differences;
      }
    };
  }

  private Map<UUID, Round> rounds(UUID reviewId) {
    Map<UUID, Round> found = new HashMap<>();
    sql.list(
        "SELECT id, seed, protocol_version, opened_by, sequence, revealed_at IS NOT NULL,"
            + " revealed_by FROM calibration_round WHERE review_id = ?",
        row ->
            found.put(
                row.getObject(1, UUID.class),
                new Round(
                    row.getInt(2),
                    row.getInt(3),
                    row.getObject(4, UUID.class),
                    row.getLong(5),
                    row.getBoolean(6),
                    row.getObject(7, UUID.class))),
        reviewId);
    return found;
  }

  private Map<Place, Integer> items(UUID reviewId) {
    Map<Place, Integer> found = new HashMap<>();
    sql.list(
        "SELECT round_id, item_id, place FROM calibration_item WHERE review_id = ?",
        row -> found.put(new Place(row.getObject(1, UUID.class), row.getInt(2)), row.getInt(3)),
        reviewId);
    return found;
  }

  private Map<Ballot, Vote> votes(UUID reviewId) {
    Map<Ballot, Vote> found = new HashMap<>();
    sql.list(
        "SELECT round_id, item_id, reviewer_id, verdict, reasons, sequence FROM calibration_vote"
            + " WHERE review_id = ?",
        row ->
            found.put(
                new Ballot(
                    row.getObject(1, UUID.class), row.getInt(2), row.getObject(3, UUID.class)),
                new Vote(
                    Verdict.valueOf(row.getString(4)),
                    List.of((UUID[]) row.getArray(5).getArray()),
                    row.getLong(6))),
        reviewId);
    return found;
  }

  private Map<UUID, Message> messages(UUID reviewId) {
    Map<UUID, Message> found = new HashMap<>();
    sql.list(
        "SELECT id, round_id, item_id, author_id, text, sequence FROM calibration_message WHERE"
            + " review_id = ?",
        row ->
            found.put(
                row.getObject(1, UUID.class),
                new Message(
                    row.getObject(2, UUID.class),
                    row.getInt(3),
                    row.getObject(4, UUID.class),
                    row.getString(5),
                    row.getLong(6))),
        reviewId);
    return found;
  }
}
