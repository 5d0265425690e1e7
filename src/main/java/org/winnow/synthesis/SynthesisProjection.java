package org.winnow.synthesis;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.winnow.ledger.Projection;
import org.winnow.ledger.RecordedEvent;
import org.winnow.platform.FileStore;
import org.winnow.platform.Sql;
import org.winnow.synthesis.SynthesisReplay.ComparisonRow;
import org.winnow.synthesis.SynthesisReplay.SynthesisRow;

/** The tables of synthesis as the ledger says they must be. */
@ApplicationScoped
class SynthesisProjection implements Projection {
  private final Sql sql;

  private final FileStore files;

  SynthesisProjection(Sql sql, FileStore files) {
    this.sql = sql;
    this.files = files;
  }

  @Override
  public Replay replay(UUID reviewId) {
    SynthesisReplay replay = new SynthesisReplay(this::kept);
    return new Replay() {
      @Override
      public void apply(RecordedEvent event) {
        replay.apply(event);
      }

      @Override
      public List<Difference> differences() {
        List<Difference> differences = new ArrayList<>();
        replay
            .missing()
            .forEach(list -> differences.add(new Difference("files", list, "a file", "")));
        differences.addAll(
            Difference.between("comparison", replay.comparisons(), comparisons(reviewId)));
        differences.addAll(
            Difference.between("synthesis", replay.syntheses(), syntheses(reviewId)));
        return differences;
      }
    };
  }

  private Optional<String> kept(String hash) {
    if (!files.holds(hash)) {
      return Optional.empty();
    }
    try (InputStream file = files.open(hash)) {
      return Optional.of(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<UUID, ComparisonRow> comparisons(UUID reviewId) {
    Map<UUID, ComparisonRow> found = new HashMap<>();
    sql.list(
        "SELECT id, version, content, removed FROM comparison WHERE review_id = ?",
        row ->
            found.put(
                row.getObject(1, UUID.class),
                new ComparisonRow(row.getInt(2), row.getString(3), row.getBoolean(4))),
        reviewId);
    return found;
  }

  private Map<UUID, SynthesisRow> syntheses(UUID reviewId) {
    Map<UUID, SynthesisRow> found = new HashMap<>();
    sql.list(
        "SELECT id, comparison_id, version, definition, explanation, data, certainty, prespecified,"
            + " changed, removed, defined_by FROM synthesis WHERE review_id = ?",
        row ->
            found.put(
                row.getObject(1, UUID.class),
                new SynthesisRow(
                    row.getObject(2, UUID.class),
                    row.getInt(3),
                    row.getString(4),
                    row.getString(5),
                    Syntheses.sha256(row.getString(6)),
                    row.getString(7),
                    row.getBoolean(8),
                    row.getBoolean(9),
                    row.getBoolean(10),
                    row.getObject(11, UUID.class))),
        reviewId);
    return found;
  }
}
