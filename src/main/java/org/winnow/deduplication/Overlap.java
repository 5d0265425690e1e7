package org.winnow.deduplication;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.winnow.platform.Sql;

/** Which entries each source found alone, and which it shares with others. */
@ApplicationScoped
class Overlap {
  private static final String FOUND =
      "WITH found AS (SELECT source_id, COALESCE(representative_id, id) AS entry, count(*) AS n FROM"
          + " record WHERE review_id = ? AND live GROUP BY 1, 2) ";

  private final Sql sql;

  Overlap(Sql sql) {
    this.sql = sql;
  }

  /** Each pair of sources once; pairs that share nothing are left out. */
  record Matrix(List<Source> sources, List<Shared> pairs) {}

  /**
   * What one source found.
   *
   * @param entries records, when duplicates within the source count once
   * @param withinSource records less entries
   * @param unique entries that no other source found
   */
  record Source(
      UUID sourceId, String name, int records, int entries, int withinSource, int unique) {}

  /** Entries that both sources found. */
  record Shared(UUID a, UUID b, int entries) {}

  Matrix of(UUID reviewId) {
    List<Source> sources =
        sql.list(
            FOUND
                + ", alone AS (SELECT entry FROM found GROUP BY entry HAVING count(*) = 1) SELECT"
                + " s.id, s.name, COALESCE(sum(f.n), 0), count(f.entry), count(a.entry) FROM source"
                + " s LEFT JOIN found f ON f.source_id = s.id LEFT JOIN alone a ON a.entry ="
                + " f.entry WHERE s.review_id = ? GROUP BY s.id, s.name ORDER BY s.name, s.id",
            row ->
                new Source(
                    row.getObject(1, UUID.class),
                    row.getString(2),
                    row.getInt(3),
                    row.getInt(4),
                    row.getInt(3) - row.getInt(4),
                    row.getInt(5)),
            reviewId,
            reviewId);
    List<Shared> pairs =
        sql.list(
            FOUND
                + "SELECT x.source_id, y.source_id, count(*) FROM found x JOIN found y ON y.entry ="
                + " x.entry AND x.source_id < y.source_id GROUP BY 1, 2 ORDER BY 1, 2",
            row ->
                new Shared(
                    row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getInt(3)),
            reviewId);
    return new Matrix(sources, pairs);
  }
}
