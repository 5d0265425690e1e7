package org.winnow.annotation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.winnow.platform.Sql;

/**
 * Members' notes for rooms that reveal them. A note tells what its author thinks, so whoever asks
 * must have made sure that its reader may know that. Every method belongs to the caller's
 * transaction.
 */
@ApplicationScoped
public class Notes {
  private final Sql sql;

  Notes(Sql sql) {
    this.sql = sql;
  }

  /** What somebody noted on a record or on a duplicate that it stands for. */
  public record Note(UUID by, String text, Instant at) {}

  /** All notes on some representatives, by their numbers; the earliest first. */
  public Map<Integer, List<Note>> on(UUID reviewId, Collection<Integer> representatives) {
    return sql
        .list(
            "SELECT COALESCE(r.representative_id, r.id), n.member_id, n.text, n.written_at FROM note"
                + " n JOIN record r ON r.review_id = n.review_id AND r.id = n.record_id WHERE"
                + " n.review_id = ? AND COALESCE(r.representative_id, r.id) = ANY(?::int[]) ORDER BY"
                + " n.written_at, n.member_id, n.record_id",
            row ->
                Map.entry(
                    row.getInt(1),
                    new Note(
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getTimestamp(4).toInstant())),
            reviewId,
            representatives)
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }
}
