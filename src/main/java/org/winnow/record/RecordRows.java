package org.winnow.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.winnow.citation.Bilingual;
import org.winnow.citation.Citation;

/** Reads the record table. */
final class RecordRows {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, List<String>>> TAGS = new TypeReference<>() {};
  private static final int ROWS_AT_ONCE = 1000;

  /** Long texts are not fetched from where PostgreSQL keeps them apart. */
  private static final String MATCHED =
      "SELECT id, import_id, type, title_en, title_zh, authors, year, journal, volume, issue, pages,"
          + " doi, pmid, left(abstract_en, 2000) AS abstract_en, left(abstract_zh, 700) AS"
          + " abstract_zh, '{}'::text[] AS keywords, url, language, database, accession, issn, '{}' AS"
          + " others, line, '' AS raw FROM record WHERE review_id = ? AND";

  static final String LIVE_TO_MATCH = MATCHED + " id >= ? AND id <= ? AND live ORDER BY id";

  static final String IMPORT_TO_MATCH =
      MATCHED + " id >= ? AND id <= ? AND import_id = ? ORDER BY id";

  /** What of an import's records is no part of the citation, in the order of the file. */
  static final String TAGS_OF_IMPORT =
      "SELECT id, import_id, type, title_en, title_zh, '{}'::text[] AS authors, year, journal,"
          + " volume, issue, pages, doi, pmid, '' AS abstract_en, '' AS abstract_zh, keywords, url,"
          + " language, database, accession, issn, others, line, '' AS raw FROM record WHERE"
          + " review_id = ? AND import_id = ? ORDER BY position";

  static final String SOME_TO_MATCH =
      MATCHED + " source_id IS NOT NULL AND id = ANY(?::int[]) ORDER BY id";

  private RecordRows() {}

  /** Takes a row and does something with it. */
  interface RowTaker {
    void take(ResultSet row) throws SQLException;
  }

  /** Hands every row on as it comes, without holding them all. */
  static void stream(Connection connection, String query, RowTaker taker, Object... arguments)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setFetchSize(ROWS_AT_ONCE);
      for (int i = 0; i < arguments.length; i++) {
        statement.setObject(i + 1, arguments[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          taker.take(rows);
        }
      }
    }
  }

  static Citation citation(ResultSet row) throws SQLException {
    return new Citation(
        row.getString("type"),
        new Bilingual(row.getString("title_en"), row.getString("title_zh")),
        strings(row, "authors"),
        row.getInt("year"),
        row.getString("journal"),
        row.getString("volume"),
        row.getString("issue"),
        row.getString("pages"),
        row.getString("doi"),
        row.getString("pmid"),
        new Bilingual(row.getString("abstract_en"), row.getString("abstract_zh")),
        strings(row, "keywords"),
        row.getString("url"),
        row.getString("language"),
        row.getString("database"),
        row.getString("accession"),
        row.getString("issn"),
        tags(row.getString("others")),
        row.getInt("line"),
        row.getString("raw"));
  }

  private static List<String> strings(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }

  private static Map<String, List<String>> tags(String json) {
    try {
      return JSON.readValue(json, TAGS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
