package org.winnow.record;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.winnow.ledger.Ledger;
import org.winnow.platform.Sql;

/**
 * The searches that a review's records come from. Every method belongs to the caller's transaction.
 */
@ApplicationScoped
public class Sources {
  private final Sql sql;
  private final Ledger ledger;

  Sources(Sql sql, Ledger ledger) {
    this.sql = sql;
    this.ledger = ledger;
  }

  /** Describes a source for the first time or anew; the same description again changes nothing. */
  public void describe(UUID reviewId, UUID by, SourceDescribed description) {
    ledger.lock(reviewId);
    if (find(reviewId, description.source()).filter(description::equals).isPresent()) {
      return;
    }
    ledger.append(reviewId, by, description);
    sql.update(
        "INSERT INTO source (review_id, id, kind, name, platform, searched_on, query, limits,"
            + " hits_reported) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (review_id, id) DO"
            + " UPDATE SET kind = excluded.kind, name = excluded.name, platform ="
            + " excluded.platform, searched_on = excluded.searched_on, query = excluded.query,"
            + " limits = excluded.limits, hits_reported = excluded.hits_reported",
        reviewId,
        description.source(),
        description.kind(),
        description.name(),
        description.platform(),
        description.searchedOn(),
        description.query(),
        description.limits(),
        description.hitsReported());
  }

  public List<SourceDescribed> list(UUID reviewId) {
    return sql.list(
        "SELECT * FROM source WHERE review_id = ? ORDER BY kind, name, id",
        Sources::description,
        reviewId);
  }

  public Optional<SourceDescribed> find(UUID reviewId, UUID source) {
    return sql.one(
        "SELECT * FROM source WHERE review_id = ? AND id = ?",
        Sources::description,
        reviewId,
        source);
  }

  static SourceDescribed description(ResultSet row) throws SQLException {
    Integer hits = row.getObject("hits_reported", Integer.class);
    return new SourceDescribed(
        row.getObject("id", UUID.class),
        SourceKind.valueOf(row.getString("kind")),
        row.getString("name"),
        row.getString("platform"),
        row.getString("searched_on"),
        row.getString("query"),
        row.getString("limits"),
        hits);
  }
}
