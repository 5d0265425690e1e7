package org.winnow.synthesis;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.winnow.figure.FigureLanguage;
import org.winnow.platform.RuleViolation;
import org.winnow.platform.Texts;
import org.winnow.review.Protocol.Text;
import org.winnow.synthesis.Inputs.DoubleCount;
import org.winnow.synthesis.Inputs.RowChange;
import org.winnow.synthesis.Syntheses.Seen;
import org.winnow.synthesis.Syntheses.Stored;
import org.winnow.synthesis.Syntheses.StoredComparison;
import org.winnow.team.Members;

/** What is shown of comparisons and syntheses; every result is computed as it is asked for. */
@ApplicationScoped
class SynthesisViews {
  private final Syntheses syntheses;
  private final Members members;
  private final Texts texts;

  SynthesisViews(Syntheses syntheses, Members members, Texts texts) {
    this.syntheses = syntheses;
    this.members = members;
    this.texts = texts;
  }

  record ComparisonView(
      UUID id, int version, @JsonUnwrapped Comparison content, List<Entry> syntheses) {}

  /**
   * A synthesis in the list.
   *
   * @param rows of its table
   * @param stale whether its inputs are other than this account has last seen
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Entry(
      UUID id,
      int version,
      int position,
      Text outcome,
      @Nullable String timePoint,
      DataKind data,
      String measure,
      int rows,
      boolean prespecified,
      boolean changed,
      boolean stale) {}

  record Someone(UUID id, String displayName) {}

  /**
   * A fault in words.
   *
   * @param reason of the library, when it refused, such as no-column
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Problem(
      @Nullable UUID row,
      @Nullable Integer number,
      @Nullable String column,
      String code,
      @Nullable String reason,
      String message) {}

  /** A number that was read from another spelling. */
  record Respelt(UUID row, int number, String column, String typed, String read) {}

  /**
   * What this account last saw.
   *
   * @param analysis of then, when the inputs are others now
   * @param rows that have changed since
   * @param settings that have changed since, by name
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record SeenView(
      String inputs,
      Instant at,
      @JsonRawValue @Schema(type = SchemaType.OBJECT) @Nullable String analysis,
      @Nullable List<RowChange> rows,
      @Nullable List<String> settings) {}

  /**
   * A synthesis with its data and its result.
   *
   * @param explanation of the last change of the definition
   * @param columns that its kind of data has
   * @param analysis its result, unless there is a problem
   * @param analysed the rows that the studies of the analysis are, in their order
   * @param problem why there is no analysis
   * @param problems cells that cannot be what was meant
   * @param inputs SHA-256 of all that the analysis depends on
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record SynthesisView(
      UUID id,
      int version,
      @JsonUnwrapped Definition definition,
      @Nullable String explanation,
      boolean prespecified,
      boolean changed,
      Instant definedAt,
      Someone definedBy,
      List<String> columns,
      List<StudyRow> rows,
      @JsonRawValue @Schema(type = SchemaType.OBJECT) @Nullable String analysis,
      List<UUID> analysed,
      @Nullable Problem problem,
      List<Problem> problems,
      List<Respelt> respelt,
      List<DoubleCount> doubleCounted,
      String inputs,
      @Nullable SeenView seen) {}

  List<ComparisonView> comparisons(UUID reviewId, UUID account) {
    List<Stored> all = syntheses.all(reviewId);
    Map<UUID, String> seen = syntheses.seenInputs(reviewId, account);
    List<ComparisonView> views = new ArrayList<>();
    for (StoredComparison comparison : syntheses.comparisons(reviewId)) {
      List<Entry> entries =
          all.stream()
              .filter(s -> s.definition().comparisonId().equals(comparison.id()))
              .map(s -> entry(s, Optional.ofNullable(seen.get(s.id()))))
              .toList();
      views.add(
          new ComparisonView(comparison.id(), comparison.version(), comparison.content(), entries));
    }
    return views;
  }

  private static Entry entry(Stored stored, Optional<String> seen) {
    Definition definition = stored.definition();
    return new Entry(
        stored.id(),
        stored.version(),
        definition.position(),
        definition.outcome(),
        definition.timePoint(),
        definition.data(),
        definition.settings().measure(),
        stored.rows().size(),
        stored.prespecified(),
        stored.changed(),
        seen.isPresent() && !seen.get().equals(stored.inputs().sha256()));
  }

  /** A synthesis with its result for an account, in a language for what is wrong. */
  SynthesisView synthesis(UUID reviewId, UUID id, UUID account, Locale language) {
    Stored stored = syntheses.find(reviewId, id).orElseThrow(RuleViolation::notFound);
    Inputs inputs = stored.inputs();
    String hash = inputs.sha256();
    Result result = result(inputs);
    return new SynthesisView(
        stored.id(),
        stored.version(),
        stored.definition(),
        stored.explanation().isEmpty() ? null : stored.explanation(),
        stored.prespecified(),
        stored.changed(),
        stored.definedAt(),
        new Someone(
            stored.definedBy(),
            members.namesOf(List.of(stored.definedBy())).getOrDefault(stored.definedBy(), "")),
        inputs.columns(),
        stored.rows(),
        result.json(),
        inputs.analysed(),
        result.fault() == null ? null : problem(result.fault(), language),
        inputs.faults().stream().map(fault -> problem(fault, language)).toList(),
        respelt(stored.rows()),
        inputs.doubleCounted(),
        hash,
        syntheses.seen(reviewId, id, account).map(seen -> seen(seen, inputs, hash)).orElse(null));
  }

  private record Result(@Nullable String json, @Nullable Fault fault) {}

  private static Result result(Inputs inputs) {
    try {
      return new Result(inputs.json(inputs.analyse(Map.of())), null);
    } catch (NotAnalysable e) {
      return new Result(null, e.fault());
    }
  }

  private static SeenView seen(Seen seen, Inputs now, String hash) {
    if (seen.inputs().equals(hash)) {
      return new SeenView(seen.inputs(), seen.at(), null, null, null);
    }
    return new SeenView(
        seen.inputs(),
        seen.at(),
        result(seen.content()).json(),
        now.changesSince(seen.content()),
        now.settingsChangedSince(seen.content()));
  }

  Problem problem(Fault fault, Locale language) {
    return new Problem(
        fault.row(),
        fault.number(),
        fault.column(),
        fault.code(),
        fault.reason(),
        texts.text(
            language,
            fault.code() + ".detail",
            fault.arguments(FigureLanguage.of(language.getLanguage()))));
  }

  /** A fault in one sentence, with the row and the column that it is about. */
  String sentence(Fault fault, Locale language) {
    String message = problem(fault, language).message();
    return fault.number() == null
        ? message
        : texts.text(
            language,
            "analysis-at.detail",
            fault.number().toString(),
            fault.column() == null ? "" : ", " + fault.column(),
            message);
  }

  private static List<Respelt> respelt(List<StudyRow> rows) {
    List<Respelt> respelt = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      StudyRow row = rows.get(i);
      int number = i + 1;
      row.spellings()
          .forEach(
              (column, typed) ->
                  respelt.add(new Respelt(row.id(), number, column, typed, row.value(column))));
    }
    return respelt;
  }
}
