package org.winnow.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;
import org.winnow.citation.Citation;

/** Writes records with COPY, by far the quickest way into a table. */
final class RecordCopy {
  private static final String COLUMNS =
      "review_id, id, import_id, position, place, type, title_en, title_zh, authors, year, journal,"
          + " volume, issue, pages, doi, pmid, abstract_en, abstract_zh, keywords, url, language,"
          + " database, accession, issn, others, line, raw, content_hash";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** PostgreSQL takes in one portion while the next is written. */
  private static final int PORTION = 1 << 16;

  private final UUID reviewId;
  private final UUID importId;
  private final OutputStream copy;
  private byte[] rows = new byte[2 * PORTION];
  private int length;

  private RecordCopy(UUID reviewId, UUID importId, OutputStream copy) {
    this.reviewId = reviewId;
    this.importId = importId;
    this.copy = copy;
  }

  static void write(
      Connection connection,
      UUID reviewId,
      UUID importId,
      int firstId,
      int firstPosition,
      List<Citation> citations)
      throws SQLException {
    try (OutputStream out =
        new PGCopyOutputStream(
            connection.unwrap(PGConnection.class),
            "COPY record (" + COLUMNS + ") FROM STDIN",
            PORTION)) {
      RecordCopy copy = new RecordCopy(reviewId, importId, out);
      for (int i = 0; i < citations.size(); i++) {
        copy.row(firstId + i, firstPosition + i, citations.get(i));
      }
      copy.handOn();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void row(int id, int position, Citation citation) throws IOException {
    plain(reviewId.toString());
    number(id);
    tab();
    plain(importId.toString());
    number(position);
    number(ScreeningPlace.of(reviewId, id));
    text(citation.type());
    text(citation.title().en());
    text(citation.title().zh());
    array(citation.authors());
    number(citation.year());
    text(citation.journal());
    text(citation.volume());
    text(citation.issue());
    text(citation.pages());
    text(citation.doi());
    text(citation.pmid());
    text(citation.abstracts().en());
    text(citation.abstracts().zh());
    array(citation.keywords());
    text(citation.url());
    text(citation.language());
    text(citation.database());
    text(citation.accession());
    text(citation.issn());
    text(others(citation.others()));
    number(citation.line());
    text(citation.raw());
    text(ContentHash.of(citation));
    put((byte) '\n');
    if (length >= PORTION) {
      handOn();
    }
  }

  private void handOn() throws IOException {
    copy.write(rows, 0, length);
    length = 0;
  }

  static String others(Map<String, List<String>> others) {
    try {
      return JSON.writeValueAsString(new TreeMap<>(others));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private void number(int value) {
    tab();
    plain(Integer.toString(value));
  }

  private void text(String value) {
    tab();
    byte[] bytes = stored(value);
    room(2 * bytes.length);
    for (byte b : bytes) {
      escaped(b);
    }
  }

  private void array(List<String> values) {
    tab();
    put((byte) '{');
    boolean first = true;
    for (String value : values) {
      plain(first ? "\"" : ",\"");
      first = false;
      byte[] bytes = stored(value);
      room(4 * bytes.length);
      for (byte b : bytes) {
        switch (b) {
          case '"' -> plain("\\\\\"");
          case '\\' -> plain("\\\\\\\\");
          default -> escaped(b);
        }
      }
      put((byte) '"');
    }
    put((byte) '}');
  }

  /** PostgreSQL's text holds no NUL. Bytes of UTF-8 beyond ASCII need no escape. */
  static byte[] stored(String value) {
    return value.replace('\0', '\uFFFD').getBytes(StandardCharsets.UTF_8);
  }

  private void escaped(byte b) {
    switch (b) {
      case '\\' -> escape('\\');
      case '\t' -> escape('t');
      case '\n' -> escape('n');
      case '\r' -> escape('r');
      default -> rows[length++] = b;
    }
  }

  private void escape(char letter) {
    rows[length++] = '\\';
    rows[length++] = (byte) letter;
  }

  private void tab() {
    put((byte) '\t');
  }

  private void plain(String ascii) {
    room(ascii.length());
    for (int i = 0; i < ascii.length(); i++) {
      rows[length++] = (byte) ascii.charAt(i);
    }
  }

  private void put(byte b) {
    room(1);
    rows[length++] = b;
  }

  private void room(int more) {
    if (length + more > rows.length) {
      rows = Arrays.copyOf(rows, Math.max(2 * rows.length, length + more));
    }
  }
}
