package org.winnow.identification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.winnow.citation.format.ColumnMapping;
import org.winnow.citation.format.TableField;
import org.winnow.platform.Sql;

/**
 * What was said in a review about the columns of tables, by their headers; a table without one is
 * like no other. Every method belongs to the caller's transaction.
 */
@ApplicationScoped
class ColumnMemory {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Sql sql;

  ColumnMemory(Sql sql) {
    this.sql = sql;
  }

  void remember(UUID reviewId, ColumnMapping mapping) {
    if (mapping.byPlace()) {
      return;
    }
    sql.update(
        "INSERT INTO column_mapping (review_id, header, mapping) VALUES (?, ?, ?) ON CONFLICT"
            + " (review_id, header) DO UPDATE SET mapping = excluded.mapping",
        reviewId,
        signature(mapping.header()),
        text(mapping));
  }

  Optional<ColumnMapping> recall(UUID reviewId, List<String> header) {
    return sql.one(
        "SELECT mapping FROM column_mapping WHERE review_id = ? AND header = ?",
        row -> mapping(row.getString(1)),
        reviewId,
        signature(header));
  }

  boolean isEmpty(UUID reviewId) {
    return sql.number("SELECT count(*) FROM column_mapping WHERE review_id = ?", reviewId) == 0;
  }

  /** Of before tables without header it has no {@code byPlace}. */
  private record Stored(
      List<String> header, List<String> fields, String authorSeparator, boolean byPlace) {}

  /** A mapping as it is kept; empty when nothing was said. */
  static String text(ColumnMapping mapping) {
    return mapping.isNone()
        ? ""
        : write(
            new Stored(
                mapping.header(),
                mapping.fields().stream().map(TableField::key).toList(),
                mapping.authorSeparator(),
                mapping.byPlace()));
  }

  static ColumnMapping mapping(String text) {
    if (text.isEmpty()) {
      return ColumnMapping.NONE;
    }
    try {
      Stored stored = JSON.readValue(text, Stored.class);
      return new ColumnMapping(
          stored.header(),
          stored.fields().stream()
              .map(key -> TableField.named(key).orElse(TableField.NONE))
              .toList(),
          stored.authorSeparator(),
          stored.byPlace());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String signature(List<String> header) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(write(header).getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String write(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
