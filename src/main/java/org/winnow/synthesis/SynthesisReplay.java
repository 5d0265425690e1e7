package org.winnow.synthesis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.winnow.ledger.CanonicalJson;
import org.winnow.ledger.RecordedEvent;

/** Comparisons and syntheses: a fold over the ledger. */
final class SynthesisReplay {
  private static final String EMPTY = Syntheses.sha256(Syntheses.NO_ROWS);

  private final Function<String, Optional<String>> kept;
  private final List<String> missing = new ArrayList<>();
  private final Map<UUID, ComparisonRow> comparisons = new HashMap<>();
  private final Map<UUID, SynthesisRow> syntheses = new HashMap<>();

  /**
   * @param kept the text that is kept under a hash; empty when it is lost
   */
  SynthesisReplay(Function<String, Optional<String>> kept) {
    this.kept = kept;
  }

  /** A row of its table. */
  record ComparisonRow(int version, String content, boolean removed) {}

  /**
   * The same of a synthesis.
   *
   * @param data the hash of its table
   */
  record SynthesisRow(
      UUID comparison,
      int version,
      String definition,
      String explanation,
      String data,
      String certainty,
      boolean prespecified,
      boolean changed,
      boolean removed,
      @Nullable UUID definedBy) {

    private SynthesisRow defined(SynthesisDefined event) {
      return new SynthesisRow(
          event.definition().comparisonId(),
          event.version(),
          CanonicalJson.write(event.definition()),
          event.explanation(),
          data,
          certainty,
          prespecified,
          changed || event.afterData(),
          false,
          definedBy);
    }

    private SynthesisRow with(int newVersion, String newData, String newCertainty, boolean gone) {
      return new SynthesisRow(
          comparison,
          newVersion,
          definition,
          explanation,
          newData,
          newCertainty,
          prespecified,
          changed,
          gone,
          definedBy);
    }
  }

  void apply(RecordedEvent event) {
    if (event.is(ComparisonDefined.class)) {
      ComparisonDefined defined = event.as(ComparisonDefined.class);
      comparisons.put(
          defined.comparison(),
          new ComparisonRow(defined.version(), CanonicalJson.write(defined.content()), false));
    } else if (event.is(ComparisonRemoved.class)) {
      comparisons.computeIfPresent(
          event.as(ComparisonRemoved.class).comparison(),
          (_, row) -> new ComparisonRow(row.version(), row.content(), true));
    } else if (event.is(SynthesisDefined.class)) {
      SynthesisDefined defined = event.as(SynthesisDefined.class);
      syntheses.merge(defined.synthesis(), first(event, defined), (row, _) -> row.defined(defined));
    } else if (event.is(SynthesisRemoved.class)) {
      change(
          event.as(SynthesisRemoved.class).synthesis(),
          row -> row.with(row.version(), row.data(), row.certainty(), true));
    } else if (event.is(StudyDataSaved.class)) {
      StudyDataSaved saved = event.as(StudyDataSaved.class);
      change(
          saved.synthesis(),
          row -> row.with(saved.version(), saved.table(), row.certainty(), row.removed()));
    } else if (event.is(CertaintyJudged.class)) {
      CertaintyJudged judged = event.as(CertaintyJudged.class);
      change(
          judged.synthesis(),
          row ->
              row.with(
                  judged.version(),
                  row.data(),
                  CanonicalJson.write(judged.certainty()),
                  row.removed()));
    } else if (event.is(AnalysesImported.class)) {
      AnalysesImported imported = event.as(AnalysesImported.class);
      kept.apply(imported.content())
          .ifPresentOrElse(
              text -> add(event, CanonicalJson.read(text, ImportedAnalyses.class)),
              () -> missing.add(imported.content()));
    }
  }

  private void add(RecordedEvent event, ImportedAnalyses added) {
    added
        .comparisons()
        .forEach(
            comparison ->
                comparisons.put(
                    comparison.id(),
                    new ComparisonRow(1, CanonicalJson.write(comparison.content()), false)));
    added
        .syntheses()
        .forEach(
            synthesis ->
                syntheses.put(
                    synthesis.id(),
                    new SynthesisRow(
                        synthesis.definition().comparisonId(),
                        1,
                        CanonicalJson.write(synthesis.definition()),
                        "",
                        Syntheses.sha256(synthesis.data()),
                        "",
                        synthesis.withoutData(),
                        false,
                        false,
                        event.actor())));
  }

  private void change(UUID synthesis, UnaryOperator<SynthesisRow> how) {
    syntheses.computeIfPresent(synthesis, (_, row) -> how.apply(row));
  }

  private static SynthesisRow first(RecordedEvent event, SynthesisDefined defined) {
    return new SynthesisRow(
        defined.definition().comparisonId(),
        defined.version(),
        CanonicalJson.write(defined.definition()),
        defined.explanation(),
        EMPTY,
        "",
        true,
        false,
        false,
        event.actor());
  }

  /** Lists that are not kept any more. */
  List<String> missing() {
    return List.copyOf(missing);
  }

  Map<UUID, ComparisonRow> comparisons() {
    return Map.copyOf(comparisons);
  }

  Map<UUID, SynthesisRow> syntheses() {
    return Map.copyOf(syntheses);
  }
}
