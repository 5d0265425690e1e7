package org.winnow.annotation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.winnow.platform.Sql;
import org.winnow.review.Protocol.Highlight;

/** Words that a member wants marked besides the protocol's: seen by that member only. */
@ApplicationScoped
class OwnHighlights {
  private final Sql sql;
  private final ObjectMapper json;

  OwnHighlights(Sql sql, ObjectMapper json) {
    this.sql = sql;
    this.json = json;
  }

  /** Terms by their groups, as in the protocol. */
  record Terms(@NotNull @Size(max = 12) List<@Valid Highlight> highlights) {}

  Terms of(UUID reviewId, UUID member) {
    return sql.one(
            "SELECT content FROM own_highlights WHERE review_id = ? AND member_id = ?",
            row -> read(row.getString(1)),
            reviewId,
            member)
        .orElse(new Terms(List.of()));
  }

  void put(UUID reviewId, UUID member, Terms terms) {
    sql.update(
        "INSERT INTO own_highlights (review_id, member_id, content) VALUES (?, ?, ?) ON CONFLICT"
            + " (review_id, member_id) DO UPDATE SET content = excluded.content",
        reviewId,
        member,
        write(terms));
  }

  private Terms read(String content) {
    try {
      return json.readValue(content, Terms.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private String write(Terms terms) {
    try {
      return json.writeValueAsString(terms);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
