package org.winnow.identification;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.UUID;
import org.winnow.citation.format.ParseProblem;
import org.winnow.platform.Sql;

/** What of a file could not be read, kept with its line and its own text. */
@ApplicationScoped
class Quarantine {
  private final Sql sql;

  Quarantine(Sql sql) {
    this.sql = sql;
  }

  /** One entry with its place in the list. */
  record Entry(int place, ParseProblem problem) {}

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

  /** Entries after a place, in the order of the file. */
  List<Entry> after(UUID reviewId, UUID importId, long place, int limit) {
    return sql.list(
        "SELECT place, line, code, message, raw FROM quarantine WHERE review_id = ? AND import_id ="
            + " ? AND place > ? ORDER BY place LIMIT ?",
        row ->
            new Entry(
                row.getInt(1),
                new ParseProblem(
                    row.getInt(2), row.getString(3), row.getString(4), row.getString(5))),
        reviewId,
        importId,
        place,
        limit);
  }

  /** PostgreSQL's text holds no NUL, and half of a surrogate pair is no character. */
  static String storable(String text) {
    return new String(
        text.replace('\0', '\uFFFD').getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
