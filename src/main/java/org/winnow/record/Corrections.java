package org.winnow.record;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.winnow.ledger.Ledger;
import org.winnow.ledger.RecordedEvent;
import org.winnow.platform.RuleViolation;
import org.winnow.platform.Sql;

/**
 * What persons put in place of fields that the sources lack or have wrong. Records themselves stay
 * as imported; who shows or searches one lays this over it.
 */
@ApplicationScoped
public class Corrections {
  private static final String SELECT =
      "SELECT record_id, field, text, origin, corrected_at FROM record_correction WHERE review_id ="
          + " ?";

  private final Sql sql;
  private final Ledger ledger;

  Corrections(Sql sql, Ledger ledger) {
    this.sql = sql;
    this.ledger = ledger;
  }

  /** A text in place of a field. */
  public record Correction(int record, RecordField field, String text, String origin, Instant at) {}

  /** The corrections of some records. */
  public Map<Integer, List<Correction>> of(UUID reviewId, Collection<Integer> records) {
    return byRecord(
        SELECT + " AND record_id = ANY(?::int[]) ORDER BY record_id, field", reviewId, records);
  }

  /** All of a review: few, since each was typed or pasted by a person. */
  public Map<Integer, List<Correction>> of(UUID reviewId) {
    return byRecord(SELECT + " ORDER BY record_id, field", reviewId);
  }

  /** Puts a text in place of a field, or with an empty one lets what was imported count again. */
  void correct(UUID reviewId, UUID by, RecordCorrected corrected) {
    ledger.lock(reviewId);
    boolean known =
        sql.number(
                "SELECT count(*) FROM record WHERE review_id = ? AND id = ? AND source_id IS NOT"
                    + " NULL",
                reviewId,
                corrected.record())
            > 0;
    if (!known) {
      throw RuleViolation.notFound();
    }
    RecordCorrected before =
        of(reviewId, List.of(corrected.record()))
            .getOrDefault(corrected.record(), List.of())
            .stream()
            .filter(correction -> correction.field() == corrected.field())
            .map(c -> new RecordCorrected(c.record(), c.field(), c.text(), c.origin()))
            .findFirst()
            .orElse(new RecordCorrected(corrected.record(), corrected.field(), "", ""));
    if (before.equals(corrected)) {
      return;
    }
    RecordedEvent event = ledger.append(reviewId, by, corrected);
    if (corrected.text().isEmpty()) {
      sql.update(
          "DELETE FROM record_correction WHERE review_id = ? AND record_id = ? AND field = ?",
          reviewId,
          corrected.record(),
          corrected.field());
    } else {
      sql.update(
          "INSERT INTO record_correction (review_id, record_id, field, text, origin, corrected_at)"
              + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (review_id, record_id, field) DO UPDATE SET"
              + " text = excluded.text, origin = excluded.origin, corrected_at ="
              + " excluded.corrected_at",
          reviewId,
          corrected.record(),
          corrected.field(),
          corrected.text(),
          corrected.origin(),
          event.at());
    }
  }

  private Map<Integer, List<Correction>> byRecord(String query, Object... arguments) {
    Map<Integer, List<Correction>> found = new HashMap<>();
    sql.list(
            query,
            row ->
                new Correction(
                    row.getInt(1),
                    RecordField.valueOf(row.getString(2)),
                    row.getString(3),
                    row.getString(4),
                    row.getTimestamp(5).toInstant()),
            arguments)
        .forEach(
            correction ->
                found.computeIfAbsent(correction.record(), _ -> new ArrayList<>()).add(correction));
    return found;
  }
}
