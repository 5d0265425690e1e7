package org.winnow.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.winnow.citation.Citation;

/** Writes records with COPY, by far the quickest way into a table. */
final class RecordCopy {
  private static final String COLUMNS =
      "review_id, id, import_id, position, place, type, title_en, title_zh, authors, year, journal,"
          + " volume, issue, pages, doi, pmid, abstract_en, abstract_zh, keywords, url, language,"
          + " database, accession, issn, others, line, raw, content_hash";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Connection connection;
  private final UUID reviewId;
  private final UUID importId;

  RecordCopy(Connection connection, UUID reviewId, UUID importId) {
    this.connection = connection;
    this.reviewId = reviewId;
    this.importId = importId;
  }

  void write(int firstId, int firstPosition, List<Citation> citations) throws SQLException {
    StringBuilder rows = new StringBuilder(citations.size() * 2048);
    for (int i = 0; i < citations.size(); i++) {
      row(rows, firstId + i, firstPosition + i, citations.get(i));
    }
    CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
    try {
      copy.copyIn(
          "COPY record (" + COLUMNS + ") FROM STDIN",
          new java.io.ByteArrayInputStream(rows.toString().getBytes(StandardCharsets.UTF_8)),
          1 << 16);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void row(StringBuilder out, int id, int position, Citation citation) {
    out.append(reviewId).append('\t').append(id).append('\t').append(importId).append('\t');
    out.append(position).append('\t').append(ScreeningPlace.of(reviewId, id));
    text(out, citation.type());
    text(out, citation.title().en());
    text(out, citation.title().zh());
    array(out, citation.authors());
    out.append('\t').append(citation.year());
    text(out, citation.journal());
    text(out, citation.volume());
    text(out, citation.issue());
    text(out, citation.pages());
    text(out, citation.doi());
    text(out, citation.pmid());
    text(out, citation.abstracts().en());
    text(out, citation.abstracts().zh());
    array(out, citation.keywords());
    text(out, citation.url());
    text(out, citation.language());
    text(out, citation.database());
    text(out, citation.accession());
    text(out, citation.issn());
    text(out, others(citation.others()));
    out.append('\t').append(citation.line());
    text(out, citation.raw());
    text(out, ContentHash.of(citation));
    out.append('\n');
  }

  static String others(Map<String, List<String>> others) {
    try {
      return JSON.writeValueAsString(new TreeMap<>(others));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void text(StringBuilder out, String value) {
    out.append('\t');
    for (int i = 0; i < value.length(); i++) {
      escaped(out, value.charAt(i));
    }
  }

  private static void escaped(StringBuilder out, char c) {
    switch (c) {
      case '\\' -> out.append("\\\\");
      case '\t' -> out.append("\\t");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      // PostgreSQL's text holds no NUL, and half of a surrogate pair is no character.
      case '\0' -> out.append('\uFFFD');
      default -> out.append(c);
    }
  }

  private static void array(StringBuilder out, List<String> values) {
    out.append("\t{");
    String comma = "";
    for (String value : values) {
      out.append(comma).append('"');
      for (int i = 0; i < value.length(); i++) {
        char c = value.charAt(i);
        if (c == '"') {
          out.append("\\\\\"");
        } else if (c == '\\') {
          out.append("\\\\\\\\");
        } else {
          escaped(out, c);
        }
      }
      out.append('"');
      comma = ",";
    }
    out.append('}');
  }
}
