package org.winnow.lookup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.winnow.record.Corrections;

/** What of a record is indexed. */
record RecordText(
    int id,
    UUID importId,
    UUID sourceId,
    List<String> titles,
    List<String> abstracts,
    List<String> authors,
    List<String> keywords,
    String journal,
    int year,
    String doi,
    String pmid,
    String database) {

  static final String COLUMNS =
      "id, import_id, source_id, title_en, title_zh, abstract_en, abstract_zh, authors, keywords,"
          + " journal, year, doi, pmid, database";

  // A longer one is no identifier, and Lucene refuses terms of more than 32 kB.
  private static final int LONGEST_IDENTIFIER = 1_000;

  static RecordText of(ResultSet row) throws SQLException {
    return new RecordText(
        row.getInt("id"),
        row.getObject("import_id", UUID.class),
        row.getObject("source_id", UUID.class),
        List.of(row.getString("title_en"), row.getString("title_zh")),
        List.of(row.getString("abstract_en"), row.getString("abstract_zh")),
        List.of((String[]) row.getArray("authors").getArray()),
        List.of((String[]) row.getArray("keywords").getArray()),
        row.getString("journal"),
        row.getInt("year"),
        row.getString("doi"),
        row.getString("pmid"),
        row.getString("database"));
  }

  /** The record with what persons put in place of its fields. */
  RecordText corrected(List<Corrections.Correction> corrections) {
    if (corrections.isEmpty()) {
      return this;
    }
    List<String> newTitles = new ArrayList<>(titles);
    List<String> newAbstracts = new ArrayList<>(abstracts);
    for (Corrections.Correction correction : corrections) {
      String text = correction.text();
      switch (correction.field()) {
        case TITLE_EN -> newTitles.set(0, text);
        case TITLE_ZH -> newTitles.set(1, text);
        case ABSTRACT_EN -> newAbstracts.set(0, text);
        case ABSTRACT_ZH -> newAbstracts.set(1, text);
      }
    }
    return new RecordText(
        id,
        importId,
        sourceId,
        List.copyOf(newTitles),
        List.copyOf(newAbstracts),
        authors,
        keywords,
        journal,
        year,
        doi,
        pmid,
        database);
  }

  Document document() {
    Document document = new Document();
    document.add(new NumericDocValuesField("id", id));
    document.add(new StringField("import", importId.toString(), Field.Store.NO));
    document.add(new StringField("source", sourceId.toString(), Field.Store.NO));
    add(document, "title", titles);
    add(document, "abstract", abstracts);
    add(document, "author", authors);
    add(document, "keyword", keywords);
    add(document, "journal", List.of(journal));
    add(document, "database", List.of(database));
    identifier(document, "doi", doi);
    identifier(document, "pmid", pmid);
    if (year > 0) {
      document.add(new IntPoint("year", year));
    }
    return document;
  }

  private static void add(Document document, String field, List<String> values) {
    for (String value : values) {
      if (!value.isEmpty()) {
        document.add(new TextField(field, value, Field.Store.NO));
      }
    }
  }

  private static void identifier(Document document, String field, String value) {
    if (!value.isEmpty() && value.length() <= LONGEST_IDENTIFIER) {
      document.add(new StringField(field, value, Field.Store.NO));
    }
  }
}
