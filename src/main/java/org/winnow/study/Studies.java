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

  /** Opens the study that a report tells of, unless it is open; it bears the report's number. */
  public void open(UUID reviewId, int report) {
    sql.update(
        "INSERT INTO study (review_id, id) VALUES (?, ?) ON CONFLICT DO NOTHING", reviewId, report);
    sql.update(
        "INSERT INTO report_study (review_id, report_id, study_id) VALUES (?, ?, ?) ON CONFLICT DO"
            + " NOTHING",
        reviewId,
        report,
        report);
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
