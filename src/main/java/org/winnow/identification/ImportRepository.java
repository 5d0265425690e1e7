package org.winnow.identification;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.winnow.citation.format.ColumnMapping;
import org.winnow.citation.format.ReadSummary;
import org.winnow.identification.ImportBatch.Manner;
import org.winnow.platform.Sql;

/** The imports of a review, as they stand. */
@ApplicationScoped
class ImportRepository {
  private static final String ONE = "SELECT * FROM import_batch WHERE review_id = ? AND id = ?";

  private final Sql sql;

  ImportRepository(Sql sql) {
    this.sql = sql;
  }

  Optional<ImportBatch> find(UUID reviewId, UUID importId) {
    return sql.one(ONE, ImportRepository::batch, reviewId, importId);
  }

  /** The same, held until the transaction ends. */
  Optional<ImportBatch> hold(UUID reviewId, UUID importId) {
    return sql.one(ONE + " FOR NO KEY UPDATE", ImportRepository::batch, reviewId, importId);
  }

  /** The newest first. */
  List<ImportBatch> page(UUID reviewId, long after, int limit) {
    return sql.list(
        "SELECT * FROM import_batch WHERE review_id = ? ORDER BY created_at DESC, id LIMIT ? OFFSET"
            + " ?",
        ImportRepository::batch,
        reviewId,
        limit,
        after);
  }

  /** Imports in whose midst the server may have stopped. */
  List<ImportBatch> unfinished() {
    return sql.list(
        "SELECT * FROM import_batch WHERE state IN ('QUEUED', 'READING', 'COMMITTING') ORDER BY"
            + " created_at, id",
        ImportRepository::batch);
  }

  boolean isCommittedElsewhere(ImportBatch batch) {
    return sql.number(
            "SELECT count(*) FROM import_batch WHERE review_id = ? AND sha256 = ? AND id <> ? AND"
                + " state = 'COMMITTED'",
            batch.reviewId(),
            batch.sha256(),
            batch.id())
        > 0;
  }

  void insert(
      UUID reviewId,
      UUID importId,
      String fileName,
      long bytes,
      String sha256,
      UUID by,
      Instant at) {
    sql.update(
        "INSERT INTO import_batch (review_id, id, file_name, bytes, sha256, state, wanted_format,"
            + " wanted_charset, created_at, created_by) VALUES (?, ?, ?, ?, ?, 'QUEUED', ?, ?, ?, ?)"
            + " ON CONFLICT DO NOTHING",
        reviewId,
        importId,
        fileName,
        bytes,
        sha256,
        Manner.FOUND.format(),
        Manner.FOUND.charset(),
        at,
        by);
  }

  void queue(UUID reviewId, UUID importId, Manner wanted) {
    sql.update(
        "UPDATE import_batch SET state = 'QUEUED', reading = reading + 1, wanted_format = ?,"
            + " wanted_charset = ?, wanted_columns = ?, format = '', charset = '', bytes_read = 0, records = 0,"
            + " quarantined = 0, bad_bytes = 0, with_title = 0, with_abstract = 0, with_year = 0,"
            + " with_doi = 0, with_authors = 0, with_language = 0, database_guess = '', problem = '',"
            + " problem_about = '' WHERE review_id = ? AND id = ?",
        wanted.format(),
        wanted.charset(),
        ColumnMemory.text(wanted.columns()),
        reviewId,
        importId);
  }

  /** Settles what the columns mean, so that every later attempt reads the same. */
  void settleColumns(Reading reading, ColumnMapping mapping) {
    sql.update(
        "UPDATE import_batch SET wanted_columns = ? WHERE review_id = ? AND id = ?",
        ColumnMemory.text(mapping),
        reading.reviewId(),
        reading.importId());
  }

  /** Starts the next attempt; what the one before still writes is refused from now on. */
  int begin(UUID reviewId, UUID importId) {
    return (int)
        sql.number(
            "UPDATE import_batch SET state = 'READING', reading = reading + 1 WHERE review_id = ?"
                + " AND id = ? RETURNING reading",
            reviewId,
            importId);
  }

  /** Whether this attempt is still the last one; holds that until the transaction ends. */
  boolean holds(Reading reading) {
    return hold(reading.reviewId(), reading.importId())
        .filter(batch -> batch.reading() == reading.number())
        .filter(batch -> batch.state() == ImportState.READING)
        .isPresent();
  }

  void progress(UUID reviewId, UUID importId, Progress progress) {
    Completeness has = progress.completeness();
    sql.update(
        "UPDATE import_batch SET bytes_read = ?, records = ?, quarantined = ?, bad_bytes = ?,"
            + " with_title = ?, with_abstract = ?, with_year = ?, with_doi = ?, with_authors = ?,"
            + " with_language = ? WHERE review_id = ? AND id = ?",
        progress.bytesRead(),
        progress.records(),
        progress.quarantined(),
        progress.badBytes(),
        has.title(),
        has.abstracts(),
        has.year(),
        has.doi(),
        has.authors(),
        has.language(),
        reviewId,
        importId);
  }

  /** A record of it was corrected: there is something to commit. */
  void repaired(UUID reviewId, UUID importId, Progress progress) {
    progress(reviewId, importId, progress);
    sql.update(
        "UPDATE import_batch SET state = 'READY', problem = '', problem_about = '' WHERE review_id ="
            + " ? AND id = ? AND state = 'FAILED'",
        reviewId,
        importId);
  }

  void ready(Reading reading, ReadSummary summary, String database) {
    sql.update(
        "UPDATE import_batch SET state = 'READY', format = ?, charset = ?, database_guess = ? WHERE"
            + " review_id = ? AND id = ?",
        summary.format(),
        summary.charset(),
        database,
        reading.reviewId(),
        reading.importId());
  }

  void failed(Reading reading, String problem, String about) {
    sql.update(
        "UPDATE import_batch SET state = 'FAILED', problem = ?, problem_about = ? WHERE review_id ="
            + " ? AND id = ?",
        problem,
        Quarantine.storable(about),
        reading.reviewId(),
        reading.importId());
  }

  /** The file was read to its end and nothing in it was a record. */
  void foundNothing(Reading reading, ReadSummary summary) {
    sql.update(
        "UPDATE import_batch SET state = 'FAILED', problem = ?, problem_about = ?, format = ?,"
            + " charset = ? WHERE review_id = ? AND id = ?",
        ImportBatch.NO_RECORDS,
        summary.format(),
        summary.format(),
        summary.charset(),
        reading.reviewId(),
        reading.importId());
  }

  void discard(UUID reviewId, UUID importId) {
    sql.update(
        "UPDATE import_batch SET state = 'DISCARDED', reading = reading + 1 WHERE review_id = ? AND"
            + " id = ?",
        reviewId,
        importId);
  }

  void committing(UUID reviewId, UUID importId, UUID sourceId, UUID by) {
    sql.update(
        "UPDATE import_batch SET state = 'COMMITTING', source_id = ?, committed_by = ?, problem ="
            + " '', problem_about = '' WHERE review_id = ? AND id = ?",
        sourceId,
        by,
        reviewId,
        importId);
  }

  void committed(UUID reviewId, UUID importId, Instant at, int newDuplicates) {
    sql.update(
        "UPDATE import_batch SET state = 'COMMITTED', committed_at = ?, new_duplicates = ? WHERE"
            + " review_id = ? AND id = ?",
        at,
        newDuplicates,
        reviewId,
        importId);
  }

  /** Duplicates of a record that came in after the commit. */
  void joinedLater(UUID reviewId, UUID importId, int duplicates) {
    sql.update(
        "UPDATE import_batch SET new_duplicates = COALESCE(new_duplicates, 0) + ? WHERE review_id ="
            + " ? AND id = ?",
        duplicates,
        reviewId,
        importId);
  }

  /** Back to where it was before the commit that went wrong. */
  void notCommitted(UUID reviewId, UUID importId, String problem, String about) {
    sql.update(
        "UPDATE import_batch SET state = 'READY', source_id = NULL, committed_by = NULL, problem ="
            + " ?, problem_about = ? WHERE review_id = ? AND id = ? AND state = 'COMMITTING'",
        problem,
        about,
        reviewId,
        importId);
  }

  void withdrawn(UUID reviewId, UUID importId) {
    sql.update(
        "UPDATE import_batch SET state = 'WITHDRAWN' WHERE review_id = ? AND id = ?",
        reviewId,
        importId);
  }

  /** Records that an attempt has written; they stand without a gap from the first. */
  int staged(UUID reviewId, UUID importId) {
    return (int)
        sql.number(
            "SELECT COALESCE(max(position), 0) FROM record WHERE review_id = ? AND import_id = ?",
            reviewId,
            importId);
  }

  /** Numbers of an import's records after a position of the file, in the order of the file. */
  List<Staged> staged(UUID reviewId, UUID importId, long position, int limit) {
    return sql.list(
        "SELECT position, id FROM record WHERE review_id = ? AND import_id = ? AND position > ?"
            + " ORDER BY position LIMIT ?",
        row -> new Staged(row.getInt(1), row.getInt(2)),
        reviewId,
        importId,
        position,
        limit);
  }

  record Staged(int position, int record) {}

  static ImportBatch batch(ResultSet row) throws SQLException {
    return new ImportBatch(
        row.getObject("review_id", UUID.class),
        row.getObject("id", UUID.class),
        row.getString("file_name"),
        row.getLong("bytes"),
        row.getString("sha256"),
        ImportState.valueOf(row.getString("state")),
        row.getInt("reading"),
        new Manner(
            row.getString("wanted_format"),
            row.getString("wanted_charset"),
            ColumnMemory.mapping(row.getString("wanted_columns"))),
        row.getString("format"),
        row.getString("charset"),
        new Progress(
            row.getLong("bytes_read"),
            row.getInt("records"),
            row.getInt("quarantined"),
            row.getInt("bad_bytes"),
            new Completeness(
                row.getInt("with_title"),
                row.getInt("with_abstract"),
                row.getInt("with_year"),
                row.getInt("with_doi"),
                row.getInt("with_authors"),
                row.getInt("with_language"))),
        row.getString("database_guess"),
        row.getString("problem"),
        row.getString("problem_about"),
        row.getObject("source_id", UUID.class),
        row.getTimestamp("created_at").toInstant(),
        row.getObject("created_by", UUID.class),
        instant(row.getTimestamp("committed_at")),
        row.getObject("committed_by", UUID.class),
        row.getObject("new_duplicates", Integer.class));
  }

  private static @Nullable Instant instant(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
  }
}
