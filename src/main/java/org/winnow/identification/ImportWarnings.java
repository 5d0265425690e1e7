package org.winnow.identification;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.winnow.platform.Sql;

/** What a person should look at before or after a commit, though nothing forbids it. */
@ApplicationScoped
class ImportWarnings {
  /** The charset that is taken when nothing else fits the bytes. */
  private static final String LAST_RESORT = "windows-1252";

  private final Sql sql;

  ImportWarnings(Sql sql) {
    this.sql = sql;
  }

  /** A warning by its stable code, with what its text speaks of. */
  record Warning(String code, List<Object> about) {}

  private record Hits(int reported, int records, int quarantined) {}

  Map<UUID, List<Warning>> of(UUID reviewId, List<ImportBatch> batches) {
    Map<String, List<UUID>> committed = committedByFile(reviewId, batches);
    Map<UUID, Hits> hits = hits(reviewId);
    Map<UUID, List<Warning>> warnings = new HashMap<>();
    for (ImportBatch batch : batches) {
      List<Warning> of = new ArrayList<>();
      if (committed.getOrDefault(batch.sha256(), List.of()).stream()
          .anyMatch(id -> !id.equals(batch.id()))) {
        of.add(new Warning("same-file-again", List.of()));
      }
      ofReading(batch, of);
      UUID source = batch.sourceId();
      if (source != null && batch.state() == ImportState.COMMITTED) {
        ofHits(hits.getOrDefault(source, new Hits(0, 0, 0)), of);
      }
      warnings.put(batch.id(), of);
    }
    return warnings;
  }

  private static void ofReading(ImportBatch batch, List<Warning> warnings) {
    Progress progress = batch.progress();
    if (progress.quarantined() * 10L > progress.records() + progress.quarantined()) {
      warnings.add(
          new Warning("many-quarantined", List.of(progress.quarantined(), progress.records())));
    }
    if (progress.badBytes() > 0) {
      warnings.add(new Warning("bytes-replaced", List.of(progress.badBytes(), charset(batch))));
    }
    if (batch.charset().equalsIgnoreCase(LAST_RESORT) && batch.wanted().findsCharset()) {
      warnings.add(new Warning("charset-uncertain", List.of(batch.charset())));
    }
  }

  private static String charset(ImportBatch batch) {
    return batch.charset().isEmpty() ? batch.wanted().charset() : batch.charset();
  }

  private static void ofHits(Hits hits, List<Warning> warnings) {
    if (hits.reported() != hits.records()) {
      warnings.add(
          new Warning("hits-differ", List.of(hits.reported(), hits.records(), hits.quarantined())));
    }
  }

  private Map<String, List<UUID>> committedByFile(UUID reviewId, List<ImportBatch> batches) {
    Map<String, List<UUID>> committed = new HashMap<>();
    sql.list(
        "SELECT sha256, id FROM import_batch WHERE review_id = ? AND state = 'COMMITTED' AND sha256"
            + " = ANY(?::text[])",
        row ->
            committed
                .computeIfAbsent(row.getString(1), _ -> new ArrayList<>())
                .add(row.getObject(2, UUID.class)),
        reviewId,
        batches.stream().map(ImportBatch::sha256).distinct().toList());
    return committed;
  }

  /** A search may be exported in parts, so all standing files of a source are counted together. */
  private Map<UUID, Hits> hits(UUID reviewId) {
    Map<UUID, Hits> hits = new HashMap<>();
    sql.list(
        "SELECT s.id, s.hits_reported, sum(b.records), sum(b.quarantined) FROM source s JOIN"
            + " import_batch b ON b.review_id = s.review_id AND b.source_id = s.id AND b.state ="
            + " 'COMMITTED' WHERE s.review_id = ? AND s.hits_reported IS NOT NULL GROUP BY s.id,"
            + " s.hits_reported",
        row ->
            hits.put(
                row.getObject(1, UUID.class),
                new Hits(row.getInt(2), row.getInt(3), row.getInt(4))),
        reviewId);
    hits.values().removeIf(h -> h.reported() == h.records());
    return hits;
  }
}
