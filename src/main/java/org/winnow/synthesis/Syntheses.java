package org.winnow.synthesis;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.winnow.ledger.CanonicalJson;
import org.winnow.platform.FileStore;
import org.winnow.platform.Sql;

/** Comparisons and syntheses as they stand. Every method belongs to the caller's transaction. */
@ApplicationScoped
class Syntheses {
  static final String NO_ROWS = "[]";
  private static final String SYNTHESIS = "SELECT * FROM synthesis WHERE review_id = ?";

  private final Sql sql;

  Syntheses(Sql sql) {
    this.sql = sql;
  }

  /** A comparison with its version; one that was removed is only good for bringing back. */
  record StoredComparison(UUID id, int version, Comparison content, boolean removed) {}

  /**
   * @param data the table of studies, canonical JSON
   * @param certainty what people judged of it, canonical JSON; empty before
   * @param changed whether it was changed in substance when there were data
   */
  record Stored(
      UUID id,
      int version,
      Definition definition,
      String explanation,
      String data,
      String certainty,
      boolean prespecified,
      boolean changed,
      boolean removed,
      UUID definedBy,
      Instant definedAt) {
    List<StudyRow> rows() {
      return Syntheses.rows(data);
    }

    boolean hasData() {
      return rows().stream().anyMatch(StudyRow::hasData);
    }

    /** What people judged of its certainty. */
    Optional<Judged> judged() {
      return certainty.isEmpty()
          ? Optional.empty()
          : Optional.of(CanonicalJson.read(certainty, Judged.class));
    }

    Inputs inputs() {
      return Inputs.of(definition, rows());
    }
  }

  /** What an account last looked at. */
  record Seen(String inputs, Inputs content, Instant at) {}

  static List<StudyRow> rows(String data) {
    return List.of(CanonicalJson.read(data, StudyRow[].class));
  }

  /** The hash under which a table is kept. */
  static String sha256(String data) {
    return HexFormat.of()
        .formatHex(FileStore.sha256().digest(data.getBytes(StandardCharsets.UTF_8)));
  }

  Optional<StoredComparison> comparison(UUID reviewId, UUID id) {
    return sql.one(
        "SELECT * FROM comparison WHERE review_id = ? AND id = ?",
        Syntheses::comparison,
        reviewId,
        id);
  }

  /** Those that were not removed, in their order. */
  List<StoredComparison> comparisons(UUID reviewId) {
    List<StoredComparison> found =
        new ArrayList<>(
            sql.list(
                "SELECT * FROM comparison WHERE review_id = ? AND NOT removed",
                Syntheses::comparison,
                reviewId));
    found.sort(
        Comparator.comparingInt((StoredComparison c) -> c.content().position())
            .thenComparing(StoredComparison::id));
    return found;
  }

  /** The synthesis, even if it was removed. */
  Optional<Stored> evenRemoved(UUID reviewId, UUID id) {
    return sql.one(SYNTHESIS + " AND id = ?", Syntheses::synthesis, reviewId, id);
  }

  Optional<Stored> find(UUID reviewId, UUID id) {
    return evenRemoved(reviewId, id).filter(stored -> !stored.removed());
  }

  /** Those that were not removed, in their order. */
  List<Stored> all(UUID reviewId) {
    List<Stored> found =
        new ArrayList<>(sql.list(SYNTHESIS + " AND NOT removed", Syntheses::synthesis, reviewId));
    found.sort(
        Comparator.comparingInt((Stored s) -> s.definition().position()).thenComparing(Stored::id));
    return found;
  }

  Optional<Seen> seen(UUID reviewId, UUID synthesis, UUID account) {
    return sql.one(
        "SELECT inputs, content, seen_at FROM synthesis_seen WHERE review_id = ? AND synthesis_id ="
            + " ? AND account_id = ?",
        row ->
            new Seen(
                row.getString(1), Inputs.read(row.getString(2)), row.getTimestamp(3).toInstant()),
        reviewId,
        synthesis,
        account);
  }

  /** The hashes of what an account last looked at, by synthesis. */
  Map<UUID, String> seenInputs(UUID reviewId, UUID account) {
    Map<UUID, String> found = new HashMap<>();
    sql.list(
        "SELECT synthesis_id, inputs FROM synthesis_seen WHERE review_id = ? AND account_id = ?",
        row -> found.put(row.getObject(1, UUID.class), row.getString(2)),
        reviewId,
        account);
    return found;
  }

  private static StoredComparison comparison(ResultSet row) throws SQLException {
    return new StoredComparison(
        row.getObject("id", UUID.class),
        row.getInt("version"),
        CanonicalJson.read(row.getString("content"), Comparison.class),
        row.getBoolean("removed"));
  }

  private static Stored synthesis(ResultSet row) throws SQLException {
    return new Stored(
        row.getObject("id", UUID.class),
        row.getInt("version"),
        CanonicalJson.read(row.getString("definition"), Definition.class),
        row.getString("explanation"),
        row.getString("data"),
        row.getString("certainty"),
        row.getBoolean("prespecified"),
        row.getBoolean("changed"),
        row.getBoolean("removed"),
        row.getObject("defined_by", UUID.class),
        row.getTimestamp("defined_at").toInstant());
  }
}
