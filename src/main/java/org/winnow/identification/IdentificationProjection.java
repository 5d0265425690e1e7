package org.winnow.identification;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.winnow.ledger.Projection;
import org.winnow.ledger.RecordedEvent;
import org.winnow.platform.Sql;
import org.winnow.record.RecordRepaired;
import org.winnow.record.RecordsAdded;
import org.winnow.record.RecordsWithdrawn;

/** Which imports count, from which file and source, and the rounds, as the ledger says. */
@ApplicationScoped
class IdentificationProjection implements Projection {
  private final Sql sql;
  private final Rounds rounds;

  IdentificationProjection(Sql sql, Rounds rounds) {
    this.sql = sql;
    this.rounds = rounds;
  }

  @Override
  public Replay replay(UUID reviewId) {
    return new ImportReplay(reviewId);
  }

  private record Standing(ImportState state, UUID source, String file, int records) {}

  private final class ImportReplay implements Replay {
    private final UUID reviewId;
    private final Map<UUID, Standing> expected = new HashMap<>();
    private final Map<UUID, RoundDescribed> expectedRounds = new HashMap<>();
    private final Map<UUID, Integer> expectedPlaces = new HashMap<>();

    ImportReplay(UUID reviewId) {
      this.reviewId = reviewId;
    }

    @Override
    public void apply(RecordedEvent event) {
      if (event.is(RecordsAdded.class)) {
        RecordsAdded added = event.as(RecordsAdded.class);
        expected.put(
            added.importId(),
            new Standing(ImportState.COMMITTED, added.source(), added.file(), added.count()));
      } else if (event.is(RecordRepaired.class)) {
        expected.computeIfPresent(
            event.as(RecordRepaired.class).importId(),
            (_, was) -> new Standing(was.state(), was.source(), was.file(), was.records() + 1));
      } else if (event.is(RoundDescribed.class)) {
        RoundDescribed described = event.as(RoundDescribed.class);
        expectedRounds.put(described.round(), described);
      } else if (event.is(SourcePlaced.class)) {
        SourcePlaced placed = event.as(SourcePlaced.class);
        expectedPlaces.put(placed.source(), placed.round());
      } else if (event.is(RecordsWithdrawn.class)) {
        expected.computeIfPresent(
            event.as(RecordsWithdrawn.class).importId(),
            (_, was) ->
                new Standing(ImportState.WITHDRAWN, was.source(), was.file(), was.records()));
      }
    }

    @Override
    public List<Difference> differences() {
      Map<UUID, Standing> found = new HashMap<>();
      sql.list(
          "SELECT id, state, source_id, sha256, records FROM import_batch WHERE review_id = ? AND"
              + " state IN ('COMMITTED', 'WITHDRAWN')",
          row ->
              found.put(
                  row.getObject(1, UUID.class),
                  new Standing(
                      ImportState.valueOf(row.getString(2)),
                      row.getObject(3, UUID.class),
                      row.getString(4),
                      row.getInt(5))),
          reviewId);
      List<Difference> differences = new ArrayList<>();
      differences.addAll(Difference.between("import_batch", expected, found));
      Map<UUID, RoundDescribed> foundRounds = new HashMap<>();
      rounds.later(reviewId).forEach(round -> foundRounds.put(round.round(), round));
      differences.addAll(Difference.between("search_round", expectedRounds, foundRounds));
      differences.addAll(
          Difference.between("source_round", expectedPlaces, rounds.bySource(reviewId)));
      return differences;
    }
  }
}
