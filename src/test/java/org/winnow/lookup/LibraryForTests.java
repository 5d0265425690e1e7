package org.winnow.lookup;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.winnow.citation.Bilingual;
import org.winnow.citation.Citation;
import org.winnow.platform.Sql;
import org.winnow.record.Join;
import org.winnow.record.Records;
import org.winnow.record.SourceDescribed;
import org.winnow.record.SourceKind;
import org.winnow.record.Sources;
import org.winnow.review.Reviews;

/** Reviews with records in them, made without the importer. */
@ApplicationScoped
class LibraryForTests {
  private final Sql sql;
  private final Reviews reviews;
  private final Records records;
  private final Sources sources;

  LibraryForTests(Sql sql, Reviews reviews, Records records, Sources sources) {
    this.sql = sql;
    this.reviews = reviews;
    this.records = records;
    this.sources = sources;
  }

  /** A review and its lead. */
  record Shelf(UUID review, UUID lead) {}

  Shelf shelf() {
    Shelf shelf = new Shelf(UUID.randomUUID(), UUID.randomUUID());
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              sql.update(
                  "INSERT INTO account (id, name, display_name) VALUES (?, ?, 'Ann')",
                  shelf.lead(),
                  "ann-" + shelf.lead());
              reviews.create(shelf.review(), shelf.lead(), "A review", "en");
            });
    return shelf;
  }

  /** Imports records from a source of this name. Returns the import. */
  UUID add(Shelf shelf, String sourceName, Citation... citations) {
    return add(shelf, sourceName, List.of(citations));
  }

  UUID add(Shelf shelf, String sourceName, List<Citation> citations) {
    UUID importId = UUID.randomUUID();
    UUID source = UUID.randomUUID();
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              sources.describe(
                  shelf.review(),
                  shelf.lead(),
                  new SourceDescribed(
                      source, SourceKind.DATABASE, sourceName, "", "", "", "", null));
              records.stage(shelf.review(), importId, 1, citations);
              records.add(
                  shelf.review(),
                  shelf.lead(),
                  records.prepare(shelf.review(), importId, source, "0".repeat(64)));
            });
    return importId;
  }

  void withdraw(Shelf shelf, UUID importId) {
    QuarkusTransaction.requiringNew()
        .run(() -> records.withdraw(shelf.review(), shelf.lead(), importId, "by mistake"));
  }

  void join(Shelf shelf, int representative, int... duplicates) {
    List<Join> joins =
        IntStream.of(duplicates).mapToObj(d -> new Join(d, representative, "same-doi")).toList();
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                records.joinFound(
                    shelf.review(),
                    null,
                    records.prepareJoins(shelf.review(), UUID.randomUUID(), joins)));
  }

  void split(Shelf shelf, int record) {
    QuarkusTransaction.requiringNew()
        .run(() -> records.split(shelf.review(), shelf.lead(), UUID.randomUUID(), record));
  }

  List<Integer> liveIds(Shelf shelf) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                sql.list(
                    "SELECT id FROM record WHERE review_id = ? AND live ORDER BY id",
                    row -> row.getInt(1),
                    shelf.review()));
  }

  static Citation titled(String title) {
    return titled(title, _ -> {});
  }

  static Citation titled(String title, Consumer<Fields> more) {
    Fields fields = new Fields();
    more.accept(fields);
    return new Citation(
        "JOUR",
        Bilingual.of(title),
        fields.authors,
        fields.year,
        fields.journal,
        "",
        "",
        "",
        fields.doi,
        fields.pmid,
        Bilingual.of(fields.abstractText),
        fields.keywords,
        "",
        "",
        fields.database,
        "",
        "",
        Map.of(),
        1,
        title);
  }

  /** What a citation may have besides its title. */
  static final class Fields {
    List<String> authors = new ArrayList<>();
    List<String> keywords = new ArrayList<>();
    String abstractText = "";
    String journal = "";
    String doi = "";
    String pmid = "";
    String database = "";
    int year;
  }
}
