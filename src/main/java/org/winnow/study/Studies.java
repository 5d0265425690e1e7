package org.winnow.study;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.winnow.platform.Sql;

/** The face of studies to other rooms. Every method belongs to the caller's transaction. */
@ApplicationScoped
public class Studies {
  private final Sql sql;

  Studies(Sql sql) {
    this.sql = sql;
  }

  /**
   * Opens the studies that reports tell of, unless they are open; each bears its report's number.
   */
  public void open(UUID reviewId, List<Integer> reports) {
    sql.update(
        "WITH opened AS (INSERT INTO study (review_id, id) SELECT ?, u.id FROM unnest(?::int[]) AS u"
            + " (id) ON CONFLICT DO NOTHING) INSERT INTO report_study (review_id, report_id,"
            + " study_id) SELECT ?, u.id, u.id FROM unnest(?::int[]) AS u (id) ON CONFLICT DO"
            + " NOTHING",
        reviewId,
        reports,
        reviewId,
        reports);
  }

  /** The studies that each report tells of. */
  public Map<Integer, List<Integer>> byReport(UUID reviewId) {
    Map<Integer, List<Integer>> found = new HashMap<>();
    sql.list(
        "SELECT report_id, study_id FROM report_study WHERE review_id = ? ORDER BY report_id,"
            + " study_id",
        row -> found.computeIfAbsent(row.getInt(1), _ -> new ArrayList<>()).add(row.getInt(2)),
        reviewId);
    return found;
  }
}
