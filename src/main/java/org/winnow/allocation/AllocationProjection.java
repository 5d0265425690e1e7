package org.winnow.allocation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.winnow.ledger.Projection;
import org.winnow.ledger.RecordedEvent;
import org.winnow.platform.Sql;
import org.winnow.review.Stage;

/** The table of this room as the ledger says it must be. */
@ApplicationScoped
class AllocationProjection implements Projection {
  private final Sql sql;

  AllocationProjection(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Replay replay(UUID reviewId) {
    AllocationReplay replay = new AllocationReplay();
    return new Replay() {
      @Override
      public void apply(RecordedEvent event) {
        replay.apply(event);
      }

      @Override
      public List<Difference> differences() {
        return Difference.between("allocation", replay.versions(), found(reviewId));
      }
    };
  }

  private Map<String, String> found(UUID reviewId) {
    Map<String, String> found = new TreeMap<>();
    sql.list(
        "SELECT stage, version, content FROM allocation WHERE review_id = ?",
        row ->
            found.put(
                AllocationReplay.key(Stage.valueOf(row.getString(1)), row.getInt(2)),
                row.getString(3)),
        reviewId);
    return found;
  }
}
