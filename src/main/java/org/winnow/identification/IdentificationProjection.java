package org.winnow.identification;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.winnow.ledger.Projection;
import org.winnow.ledger.RecordedEvent;
import org.winnow.platform.Sql;
import org.winnow.record.RecordsAdded;
import org.winnow.record.RecordsWithdrawn;

/** Which imports count, from which file and source, as the ledger says. */
@ApplicationScoped
class IdentificationProjection implements Projection {
  private final Sql sql;

  IdentificationProjection(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Replay replay(UUID reviewId) {
    return new ImportReplay(reviewId);
  }

  private record Standing(ImportState state, UUID source, String file, int records) {}

  private final class ImportReplay implements Replay {
    private final UUID reviewId;
    private final Map<UUID, Standing> expected = new HashMap<>();

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
      TreeSet<UUID> all = new TreeSet<>(expected.keySet());
      all.addAll(found.keySet());
      List<Difference> differences = new ArrayList<>();
      for (UUID id : all) {
        String said = text(expected.get(id));
        String is = text(found.get(id));
        if (!said.equals(is)) {
          differences.add(new Difference("import_batch", id.toString(), said, is));
        }
      }
      return differences;
    }

    private static String text(@Nullable Standing standing) {
      return standing == null ? "" : standing.toString();
    }
  }
}
