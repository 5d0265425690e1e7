package org.winnow.retrieval;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.winnow.platform.Sql;

/** The face of reports to other rooms. Every method belongs to the caller's transaction. */
@ApplicationScoped
public class Reports {
  private final Sql sql;

  Reports(Sql sql) {
    this.sql = sql;
  }

  /**
   * Opens the reports that records lead to, unless they are open; each bears its record's number.
   */
  public void open(UUID reviewId, List<Integer> records) {
    sql.update(
        "WITH opened AS (INSERT INTO report (review_id, id, retrieval, note) SELECT ?, u.id, ?, ''"
            + " FROM unnest(?::int[]) AS u (id) ON CONFLICT DO NOTHING) INSERT INTO record_report"
            + " (review_id, record_id, report_id) SELECT ?, u.id, u.id FROM unnest(?::int[]) AS u"
            + " (id) ON CONFLICT DO NOTHING",
        reviewId,
        Retrieval.SOUGHT,
        records,
        reviewId,
        records);
  }

  public Optional<Retrieval> retrieval(UUID reviewId, int report) {
    return sql.one(
        "SELECT retrieval FROM report WHERE review_id = ? AND id = ?",
        row -> Retrieval.valueOf(row.getString(1)),
        reviewId,
        report);
  }

  /** Every report that was ever opened, with how far its retrieval has come. */
  public Map<Integer, Retrieval> retrievals(UUID reviewId) {
    Map<Integer, Retrieval> found = new HashMap<>();
    sql.list(
        "SELECT id, retrieval FROM report WHERE review_id = ?",
        row -> found.put(row.getInt(1), Retrieval.valueOf(row.getString(2))),
        reviewId);
    return found;
  }

  void state(UUID reviewId, RetrievalStated stated) {
    sql.update(
        "UPDATE report SET retrieval = ?, note = ? WHERE review_id = ? AND id = ?",
        stated.state(),
        stated.note(),
        reviewId,
        stated.report());
  }
}
