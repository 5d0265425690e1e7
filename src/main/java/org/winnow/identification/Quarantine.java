package org.winnow.identification;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.winnow.citation.format.ParseProblem;
import org.winnow.platform.Sql;

/** What of a file could not be read, kept with its line and its own text. */
@ApplicationScoped
class Quarantine {
  private static final Set<String> CUT_SHORT = Set.of("line-too-long", "too-large-record");
  private static final String ENTRY =
      "SELECT place, line, code, message, raw, repaired_text, repaired_by, repaired_at FROM"
          + " quarantine WHERE review_id = ? AND import_id = ? AND ";

  private final Sql sql;

  Quarantine(Sql sql) {
    this.sql = sql;
  }

  /**
   * One entry.
   *
   * @param place its place in the file's list
   * @param repair how it was corrected; nothing while it waits
   */
  record Entry(int place, ParseProblem problem, @Nullable Repair repair) {
    /**
     * Whether its text is a record that was left out. What was only cut short is among the records
     * already, and what an archive reports has no text.
     */
    boolean isRecord() {
      return !problem.raw().isBlank() && !CUT_SHORT.contains(problem.code());
    }
  }

  /** A corrected text, and who wrote it. */
  record Repair(String text, UUID by, Instant at) {}

  /** Adds entries; repeating a stretch, after a crash, changes nothing. */
  void add(UUID reviewId, UUID importId, int firstPlace, List<ParseProblem> problems) {
    if (problems.isEmpty()) {
      return;
    }
    sql.work(
        connection -> {
          try (PreparedStatement statement =
              connection.prepareStatement(
                  "INSERT INTO quarantine (review_id, import_id, place, line, code, message, raw)"
                      + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")) {
            int place = firstPlace;
            for (ParseProblem problem : problems) {
              statement.setObject(1, reviewId);
              statement.setObject(2, importId);
              statement.setInt(3, place++);
              statement.setInt(4, problem.line());
              statement.setString(5, problem.code());
              statement.setString(6, storable(problem.message()));
              statement.setString(7, storable(problem.raw()));
              statement.addBatch();
            }
            return statement.executeBatch().length;
          }
        });
  }

  void clear(UUID reviewId, UUID importId) {
    sql.update("DELETE FROM quarantine WHERE review_id = ? AND import_id = ?", reviewId, importId);
  }

  /** Entries after a place that wait for a correction, in the order of the file. */
  List<Entry> open(UUID reviewId, UUID importId, long place, int limit) {
    return sql.list(
        ENTRY + "repaired_text IS NULL AND place > ? ORDER BY place LIMIT ?",
        Quarantine::entry,
        reviewId,
        importId,
        place,
        limit);
  }

  /** Entries after a place that were corrected, in the order of the file. */
  List<Entry> repaired(UUID reviewId, UUID importId, long place, int limit) {
    return sql.list(
        ENTRY + "repaired_text IS NOT NULL AND place > ? ORDER BY place LIMIT ?",
        Quarantine::entry,
        reviewId,
        importId,
        place,
        limit);
  }

  Optional<Entry> find(UUID reviewId, UUID importId, int place) {
    return sql.one(ENTRY + "place = ?", Quarantine::entry, reviewId, importId, place);
  }

  void repair(UUID reviewId, UUID importId, int place, Repair repair) {
    sql.update(
        "UPDATE quarantine SET repaired_text = ?, repaired_by = ?, repaired_at = ? WHERE review_id"
            + " = ? AND import_id = ? AND place = ?",
        repair.text(),
        repair.by(),
        repair.at(),
        reviewId,
        importId,
        place);
  }

  private static Entry entry(ResultSet row) throws SQLException {
    String text = row.getString(6);
    return new Entry(
        row.getInt(1),
        new ParseProblem(row.getInt(2), row.getString(3), row.getString(4), row.getString(5)),
        text == null
            ? null
            : new Repair(text, row.getObject(7, UUID.class), row.getTimestamp(8).toInstant()));
  }

  /** PostgreSQL's text holds no NUL, and half of a surrogate pair is no character. */
  static String storable(String text) {
    return new String(
        text.replace('\0', '\uFFFD').getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
