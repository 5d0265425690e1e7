package org.winnow.synthesis;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.winnow.ledger.CanonicalJson;
import org.winnow.ledger.Ledger;
import org.winnow.ledger.RecordedEvent;
import org.winnow.platform.FileStore;
import org.winnow.platform.RuleViolation;
import org.winnow.platform.Sql;
import org.winnow.synthesis.Syntheses.Stored;
import org.winnow.synthesis.Syntheses.StoredComparison;

/** Defines comparisons and syntheses and saves their data. */
@ApplicationScoped
class SynthesisService {
  private static final long LARGEST_TABLE = 64L << 20;

  private final Sql sql;
  private final Ledger ledger;
  private final Syntheses syntheses;
  private final FileStore files;
  private final Clock clock;

  SynthesisService(Sql sql, Ledger ledger, Syntheses syntheses, FileStore files, Clock clock) {
    this.sql = sql;
    this.ledger = ledger;
    this.syntheses = syntheses;
    this.files = files;
    this.clock = clock;
  }

  /**
   * Makes a comparison, changes it, or brings it back; the same again changes nothing.
   *
   * @param base the version that the author had before them
   */
  @Transactional
  void define(UUID reviewId, UUID by, UUID id, OptionalInt base, Comparison content) {
    ledger.lock(reviewId);
    Optional<StoredComparison> known = syntheses.comparison(reviewId, id);
    int version = known.map(StoredComparison::version).orElse(0);
    if (known.isPresent() && !known.get().removed()) {
      if (known.get().content().equals(content)) {
        return;
      }
      refuseUnlessCurrent(base, version, "comparison-changed");
    }
    ledger.append(reviewId, by, new ComparisonDefined(id, version + 1, content));
    sql.update(
        "INSERT INTO comparison (review_id, id, version, content, removed) VALUES (?, ?, ?, ?,"
            + " false) ON CONFLICT (review_id, id) DO UPDATE SET version = excluded.version,"
            + " content = excluded.content, removed = false",
        reviewId,
        id,
        version + 1,
        CanonicalJson.write(content));
  }

  /** Takes a comparison away that has no syntheses; again, it changes nothing. */
  @Transactional
  void removeComparison(UUID reviewId, UUID by, UUID id) {
    ledger.lock(reviewId);
    StoredComparison known =
        syntheses.comparison(reviewId, id).orElseThrow(RuleViolation::notFound);
    if (known.removed()) {
      return;
    }
    long used =
        syntheses.all(reviewId).stream()
            .filter(s -> s.definition().comparisonId().equals(id))
            .count();
    if (used > 0) {
      throw new RuleViolation("comparison-in-use", used);
    }
    ledger.append(reviewId, by, new ComparisonRemoved(id));
    sql.update("UPDATE comparison SET removed = true WHERE review_id = ? AND id = ?", reviewId, id);
  }

  /** Defines a synthesis, changes it, or brings it back; the same again changes nothing. */
  @Transactional
  void define(
      UUID reviewId,
      UUID by,
      UUID id,
      OptionalInt base,
      Definition definition,
      String explanation) {
    ledger.lock(reviewId);
    if (!definition.data().has(definition.settings().measure())) {
      throw RuleViolation.invalid("measure-does-not-fit", definition.settings().measure());
    }
    boolean underComparison =
        syntheses
            .comparison(reviewId, definition.comparisonId())
            .filter(comparison -> !comparison.removed())
            .isPresent();
    if (!underComparison) {
      throw RuleViolation.invalid("comparison-unknown");
    }
    Optional<Stored> known = syntheses.evenRemoved(reviewId, id);
    if (known.isEmpty()) {
      SynthesisDefined defined = new SynthesisDefined(id, 1, definition, null, false, explanation);
      RecordedEvent event = ledger.append(reviewId, by, defined);
      insert(reviewId, event, id, definition, explanation, Syntheses.NO_ROWS, true);
    } else {
      redefine(reviewId, by, known.get(), base, definition, explanation);
    }
  }

  private void redefine(
      UUID reviewId,
      UUID by,
      Stored known,
      OptionalInt base,
      Definition definition,
      String explanation) {
    if (!known.removed()) {
      if (known.definition().equals(definition)) {
        return;
      }
      refuseUnlessCurrent(base, known.version(), "synthesis-changed");
    }
    boolean afterData = known.hasData() && known.definition().differsInSubstance(definition);
    if (afterData && explanation.isEmpty()) {
      throw RuleViolation.invalid("explanation-needed");
    }
    SynthesisDefined defined =
        new SynthesisDefined(
            known.id(),
            known.version() + 1,
            definition,
            known.definition(),
            afterData,
            explanation);
    ledger.append(reviewId, by, defined);
    sql.update(
        "UPDATE synthesis SET version = ?, comparison_id = ?, definition = ?, explanation = ?,"
            + " changed = changed OR ?, removed = false WHERE review_id = ? AND id = ?",
        defined.version(),
        definition.comparisonId(),
        CanonicalJson.write(definition),
        explanation,
        afterData,
        reviewId,
        known.id());
  }

  private void insert(
      UUID reviewId,
      RecordedEvent event,
      UUID id,
      Definition definition,
      String explanation,
      String data,
      boolean prespecified) {
    sql.update(
        "INSERT INTO synthesis (review_id, id, comparison_id, version, definition, explanation,"
            + " data, certainty, prespecified, changed, removed, defined_by, defined_at) VALUES"
            + " (?, ?, ?, 1, ?, ?, ?, '', ?, false, false, ?, ?)",
        reviewId,
        id,
        definition.comparisonId(),
        CanonicalJson.write(definition),
        explanation,
        data,
        prespecified,
        event.actor(),
        event.at());
  }

  /** Adds the comparisons and syntheses of a file. */
  void add(
      UUID reviewId,
      UUID by,
      UUID importId,
      ExchangeService.Upload upload,
      ImportedAnalyses added) {
    AnalysesImported imported =
        new AnalysesImported(
            importId,
            upload.fileName(),
            upload.file(),
            keep(CanonicalJson.write(added)),
            added.comparisons().size(),
            added.syntheses().size());
    RecordedEvent event = ledger.append(reviewId, by, imported);
    added
        .comparisons()
        .forEach(
            comparison ->
                sql.update(
                    "INSERT INTO comparison (review_id, id, version, content, removed) VALUES (?,"
                        + " ?, 1, ?, false)",
                    reviewId,
                    comparison.id(),
                    CanonicalJson.write(comparison.content())));
    added
        .syntheses()
        .forEach(
            synthesis ->
                insert(
                    reviewId,
                    event,
                    synthesis.id(),
                    synthesis.definition(),
                    "",
                    synthesis.data(),
                    synthesis.withoutData()));
  }

  /** Takes a synthesis away; its data are kept for when it is put again. */
  @Transactional
  void remove(UUID reviewId, UUID by, UUID id) {
    ledger.lock(reviewId);
    Stored known = syntheses.evenRemoved(reviewId, id).orElseThrow(RuleViolation::notFound);
    if (known.removed()) {
      return;
    }
    ledger.append(reviewId, by, new SynthesisRemoved(id));
    sql.update("UPDATE synthesis SET removed = true WHERE review_id = ? AND id = ?", reviewId, id);
  }

  /** Saves the whole table of a synthesis; the same again changes nothing. */
  @Transactional
  void save(UUID reviewId, UUID by, UUID id, OptionalInt base, List<StudyRow> rows) {
    ledger.lock(reviewId);
    Stored known = syntheses.find(reviewId, id).orElseThrow(RuleViolation::notFound);
    List<StudyRow> table =
        rows.stream()
            .map(StudyRow::read)
            .sorted(Comparator.comparingInt(StudyRow::position))
            .toList();
    if (table.stream().map(StudyRow::id).distinct().count() < table.size()) {
      throw RuleViolation.invalid("bad-fields", "id");
    }
    String data = CanonicalJson.write(table);
    if (data.equals(known.data())) {
      return;
    }
    refuseUnlessCurrent(base, known.version(), "synthesis-changed");
    StudyDataSaved saved =
        new StudyDataSaved(
            id, known.version() + 1, table.size(), changed(known.rows(), table), keep(data));
    ledger.append(reviewId, by, saved);
    sql.update(
        "UPDATE synthesis SET version = ?, data = ? WHERE review_id = ? AND id = ?",
        saved.version(),
        data,
        reviewId,
        id);
  }

  /** Saves what people judge of the certainty; the same again changes nothing. */
  @Transactional
  void judge(UUID reviewId, UUID by, UUID id, OptionalInt base, Judged judged) {
    ledger.lock(reviewId);
    Stored known = syntheses.find(reviewId, id).orElseThrow(RuleViolation::notFound);
    String certainty = CanonicalJson.write(judged);
    if (certainty.equals(known.certainty())) {
      return;
    }
    refuseUnlessCurrent(base, known.version(), "synthesis-changed");
    ledger.append(reviewId, by, new CertaintyJudged(id, known.version() + 1, judged));
    sql.update(
        "UPDATE synthesis SET version = ?, certainty = ? WHERE review_id = ? AND id = ?",
        known.version() + 1,
        certainty,
        reviewId,
        id);
  }

  private String keep(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return files.store(new ByteArrayInputStream(bytes), LARGEST_TABLE).sha256();
  }

  private static int changed(List<StudyRow> before, List<StudyRow> after) {
    Map<UUID, StudyRow> former = new HashMap<>();
    before.forEach(row -> former.put(row.id(), row));
    int changed = 0;
    for (StudyRow row : after) {
      changed += row.equals(former.remove(row.id())) ? 0 : 1;
    }
    return changed + former.size();
  }

  /**
   * Notes that an account has looked at the analysis as it is now.
   *
   * @param inputs the hash that it was shown
   */
  @Transactional
  void see(UUID reviewId, UUID account, UUID id, String inputs) {
    Inputs current = syntheses.find(reviewId, id).orElseThrow(RuleViolation::notFound).inputs();
    if (!current.sha256().equals(inputs)) {
      throw new RuleViolation("analysis-changed-since");
    }
    sql.update(
        "INSERT INTO synthesis_seen (review_id, synthesis_id, account_id, inputs, content, seen_at)"
            + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (review_id, synthesis_id, account_id) DO"
            + " UPDATE SET inputs = excluded.inputs, content = excluded.content, seen_at ="
            + " excluded.seen_at",
        reviewId,
        id,
        account,
        inputs,
        current.text(),
        clock.instant());
  }

  private static void refuseUnlessCurrent(OptionalInt base, int current, String code) {
    if (base.isEmpty()) {
      throw RuleViolation.withStatus(428, "version-needed");
    }
    if (base.getAsInt() != current) {
      throw RuleViolation.withStatus(412, code, current)
          .with(Map.of("current", Map.of("version", current)));
    }
  }
}
