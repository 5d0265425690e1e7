package org.winnow.lookup;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.winnow.ledger.EventType;
import org.winnow.ledger.Ledger;
import org.winnow.ledger.LedgerHead;
import org.winnow.ledger.RecordedEvent;
import org.winnow.platform.Sql;
import org.winnow.record.Corrections;
import org.winnow.record.Records;
import org.winnow.record.RecordsAdded;

/** What the database says about records and events, for the index. Never writes. */
@ApplicationScoped
class RecordTexts {
  private static final int ROWS_AT_ONCE = 500;

  /** An index of a million records takes its minutes. */
  private static final int MOMENT_SECONDS = 6 * 3600;

  private final Sql sql;
  private final Ledger ledger;
  private final Records records;
  private final Corrections corrections;

  RecordTexts(Sql sql, Ledger ledger, Records records, Corrections corrections) {
    this.sql = sql;
    this.ledger = ledger;
    this.records = records;
    this.corrections = corrections;
  }

  /** Runs work that sees one moment of all tables, while others go on writing. */
  <T> T inOneMoment(Supplier<T> work) {
    return QuarkusTransaction.requiringNew()
        .timeout(MOMENT_SECONDS)
        .call(
            () -> {
              sql.update("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
              return work.get();
            });
  }

  LedgerHead head(UUID reviewId) {
    return ledger.head(reviewId);
  }

  List<RecordedEvent> after(UUID reviewId, long sequence) {
    return ledger.after(reviewId, sequence, ROWS_AT_ONCE);
  }

  /** How many records came in after an event. */
  long addedAfter(UUID reviewId, long sequence) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                sql.number(
                    "SELECT COALESCE(sum((payload::jsonb->>'count')::int), 0) FROM ledger_event WHERE"
                        + " review_id = ? AND sequence > ? AND type = ?",
                    reviewId,
                    sequence,
                    RecordsAdded.class.getAnnotation(EventType.class).value()));
  }

  /** Whether the ledger has an event of this hash in this place; before the first there is none. */
  boolean knows(UUID reviewId, LedgerHead place) {
    return place.sequence() == 0
        || sql.number(
                "SELECT count(*) FROM ledger_event WHERE review_id = ? AND sequence = ? AND hash = ?",
                reviewId,
                place.sequence(),
                place.hash())
            == 1;
  }

  void each(UUID reviewId, Consumer<RecordText> taker) {
    Consumer<RecordText> corrected = corrected(reviewId, taker);
    sql.work(connection -> stream(connection, "", corrected, reviewId));
  }

  void eachOfImport(UUID reviewId, UUID importId, Consumer<RecordText> taker) {
    Consumer<RecordText> corrected = corrected(reviewId, taker);
    sql.work(connection -> stream(connection, " AND import_id = ?", corrected, reviewId, importId));
  }

  /** Hands on one record, if it stands. */
  void one(UUID reviewId, int record, Consumer<RecordText> taker) {
    Consumer<RecordText> corrected = corrected(reviewId, taker);
    sql.work(connection -> stream(connection, " AND id = ?", corrected, reviewId, record));
  }

  private Consumer<RecordText> corrected(UUID reviewId, Consumer<RecordText> taker) {
    Map<Integer, List<Corrections.Correction>> of = corrections.of(reviewId);
    return record -> taker.accept(record.corrected(of.getOrDefault(record.id(), List.of())));
  }

  int count(UUID reviewId) {
    return (int) sql.number("SELECT count(*) FROM record WHERE review_id = ? AND live", reviewId);
  }

  /** By record number the record that it is counted under; 0 for itself. */
  int[] representatives(UUID reviewId) {
    Map<Integer, Integer> found = records.representatives(reviewId);
    int[] representatives =
        new int[found.keySet().stream().mapToInt(Integer::intValue).max().orElse(0) + 1];
    found.forEach((duplicate, representative) -> representatives[duplicate] = representative);
    return representatives;
  }

  private static int stream(
      Connection connection, String further, Consumer<RecordText> taker, Object... arguments)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT "
                + RecordText.COLUMNS
                + " FROM record WHERE review_id = ? AND live"
                // In no order: the texts of a whole import would be sorted before the first comes.
                + further)) {
      for (int i = 0; i < arguments.length; i++) {
        statement.setObject(i + 1, arguments[i]);
      }
      statement.setFetchSize(ROWS_AT_ONCE);
      int count = 0;
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          taker.accept(RecordText.of(rows));
          count++;
        }
      }
      return count;
    }
  }
}
