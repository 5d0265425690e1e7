package org.winnow.retrieval;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.winnow.ledger.RecordedEvent;
import org.winnow.platform.Sql;

/** The documents of reports. Every method belongs to the caller's transaction. */
@ApplicationScoped
public class Documents {
  /** A report has also the documents of the duplicates that its record stands for. */
  private static final String OF_REPORT =
      " FROM report_document d WHERE d.review_id = ? AND d.report_id = ANY(ARRAY(SELECT r.id FROM"
          + " record r WHERE r.review_id = ? AND (r.id = ? OR r.representative_id = ?)))";

  private final Sql sql;

  Documents(Sql sql) {
    this.sql = sql;
  }

  /** Those of some documents that are, or were, of a report. */
  public Set<UUID> amongThoseOf(UUID reviewId, int report, Collection<UUID> documents) {
    return new HashSet<>(
        sql.list(
            "SELECT d.id" + OF_REPORT + " AND d.id = ANY(?::uuid[])",
            row -> row.getObject(1, UUID.class),
            reviewId,
            reviewId,
            report,
            report,
            documents));
  }

  /** What is shown with a report: the text first, then supplements, each in order of arrival. */
  List<Document> of(UUID reviewId, int report) {
    return sql.list(
        "SELECT d.*" + OF_REPORT + " AND NOT d.removed ORDER BY d.kind, d.added_at, d.id",
        Documents::document,
        reviewId,
        reviewId,
        report,
        report);
  }

  Optional<Document> find(UUID reviewId, UUID document) {
    return sql.one(
        "SELECT * FROM report_document d WHERE d.review_id = ? AND d.id = ?",
        Documents::document,
        reviewId,
        document);
  }

  /** Every document that there ever was, as its table has it. */
  Map<UUID, Document> all(UUID reviewId) {
    Map<UUID, Document> found = new HashMap<>();
    sql.list(
        "SELECT * FROM report_document d WHERE d.review_id = ?",
        row -> found.put(row.getObject("id", UUID.class), document(row)),
        reviewId);
    return found;
  }

  void add(UUID reviewId, UUID by, DocumentAdded added, RecordedEvent event) {
    sql.update(
        "INSERT INTO report_document (review_id, id, report_id, kind, file_name, sha256, bytes,"
            + " added_by, added_at, removed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, false)",
        reviewId,
        added.document(),
        added.report(),
        added.kind(),
        added.fileName(),
        added.sha256(),
        added.bytes(),
        by,
        event.at());
  }

  void remove(UUID reviewId, UUID document) {
    sql.update(
        "UPDATE report_document SET removed = true WHERE review_id = ? AND id = ?",
        reviewId,
        document);
  }

  private static Document document(ResultSet row) throws SQLException {
    return new Document(
        row.getObject("id", UUID.class),
        row.getInt("report_id"),
        DocumentKind.valueOf(row.getString("kind")),
        row.getString("file_name"),
        row.getString("sha256"),
        row.getLong("bytes"),
        row.getObject("added_by", UUID.class),
        row.getTimestamp("added_at").toInstant(),
        row.getBoolean("removed"));
  }
}
