package org.winnow.synthesis;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.winnow.analysis.Analysis;
import org.winnow.analysis.Certainty;
import org.winnow.analysis.Certainty.Suggestion;
import org.winnow.analysis.SummaryOfFindings;
import org.winnow.analysis.SummaryOfFindings.AbsoluteEffect;
import org.winnow.figure.FigureLanguage;
import org.winnow.figure.Wording;
import org.winnow.platform.Texts;
import org.winnow.review.Protocol.Text;
import org.winnow.synthesis.Judged.Judgement;
import org.winnow.synthesis.Syntheses.Stored;

/** The GRADE summary of findings of a comparison, computed as it is asked for. */
@ApplicationScoped
class Findings {
  private final Syntheses syntheses;
  private final Texts texts;

  Findings(Syntheses syntheses, Texts texts) {
    this.syntheses = syntheses;
    this.texts = texts;
  }

  /**
   * A row of the table.
   *
   * @param participants of all studies, where their totals are known
   * @param relative the pooled effect; absent when the data allow none, or there is no total
   * @param certainty absent until somebody has judged it
   * @param footnotes the reasons of judgements that take levels away, then the notes
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Finding(
      UUID synthesisId,
      int version,
      Text outcome,
      @Nullable String timePoint,
      @Nullable Double participants,
      int studies,
      @Nullable Relative relative,
      List<Risk> risks,
      @Nullable String certainty,
      boolean observational,
      @Nullable String assumed,
      Judgements judgements,
      List<Text> notes,
      List<String> footnotes) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Relative(
      @Nullable Double estimate, @Nullable Double lower, @Nullable Double upper, String measure) {}

  /**
   * The effect at an assumed risk.
   *
   * @param numberNeeded to treat for a benefit or a harm, with its interval, in words
   */
  record Risk(
      double assumed, String source, PerThousand with, PerThousand difference, Text numberNeeded) {
    static Risk of(AbsoluteEffect effect, boolean eventGood) {
      Wording needed = effect.numberNeeded().words(eventGood);
      return new Risk(
          effect.assumed(),
          effect.source().word(),
          PerThousand.of(effect.with()),
          PerThousand.of(effect.difference()),
          new Text(needed.en(), needed.zh()));
    }
  }

  record PerThousand(double per1000, double lower, double upper) {
    static PerThousand of(SummaryOfFindings.PerThousand number) {
      return new PerThousand(number.value(), number.lower(), number.upper());
    }
  }

  record Judgements(
      JudgementView riskOfBias,
      JudgementView inconsistency,
      JudgementView indirectness,
      JudgementView imprecision,
      JudgementView publicationBias) {}

  /** A judgement beside what the numbers suggest, where they speak to it. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record JudgementView(int down, Text reason, @Nullable Suggested suggested) {
    static JudgementView of(Judgement judgement, Optional<Suggestion> suggestion) {
      return new JudgementView(
          judgement.down(),
          judgement.reason(),
          suggestion
              .map(s -> new Suggested(s.down(), new Text(s.reason().en(), s.reason().zh())))
              .orElse(null));
    }
  }

  record Suggested(int down, Text reason) {}

  /** The rows of a comparison, in the language of the reader where a text has only one. */
  List<Finding> of(UUID reviewId, UUID comparison, Locale language) {
    return syntheses.all(reviewId).stream()
        .filter(s -> s.definition().comparisonId().equals(comparison))
        .map(s -> finding(s, language))
        .toList();
  }

  private Finding finding(Stored stored, Locale language) {
    Optional<Judged> judged = stored.judged();
    Optional<Analysis> analysis = analysis(stored);
    // A study may stand in each of several subgroups; without a total it has no one effect.
    Optional<SummaryOfFindings> summary =
        analysis
            .filter(a -> a.settings().hasTotal())
            .map(a -> SummaryOfFindings.of(a, typed(judged)));
    Definition definition = stored.definition();
    boolean eventGood =
        (definition.benefit() == Definition.Benefit.HIGHER)
            != Boolean.TRUE.equals(definition.settings().swapEvents());
    return new Finding(
        stored.id(),
        stored.version(),
        definition.outcome(),
        definition.timePoint(),
        summary.map(SummaryOfFindings::participants).map(Findings::orNull).orElse(null),
        summary.map(SummaryOfFindings::studies).orElse(0),
        summary.map(Findings::relative).orElse(null),
        summary
            .map(s -> s.risks().stream().map(risk -> Risk.of(risk, eventGood)).toList())
            .orElse(List.of()),
        judged.map(j -> j.level().word()).orElse(null),
        judged.map(Judged::observational).orElse(false),
        judged.map(Judged::assumed).orElse(null),
        judgements(judged, analysis, summary),
        judged.map(Judged::ownNotes).orElse(List.of()),
        judged.map(j -> footnotes(j, language)).orElse(List.of()));
  }

  private static Optional<Analysis> analysis(Stored stored) {
    try {
      return Optional.of(stored.inputs().analyse(Map.of()));
    } catch (NotAnalysable e) {
      return Optional.empty();
    }
  }

  private static List<Double> typed(Optional<Judged> judged) {
    return judged.map(Judged::assumed).stream()
        .map(risk -> Double.parseDouble(risk) / 1000)
        .filter(risk -> risk > 0 && risk < 1)
        .toList();
  }

  private static Relative relative(SummaryOfFindings summary) {
    return new Relative(
        finite(summary.relative()),
        finite(summary.relativeInterval().lower()),
        finite(summary.relativeInterval().upper()),
        summary.measure());
  }

  private static @Nullable Double orNull(OptionalDouble number) {
    return number.isPresent() ? finite(number.getAsDouble()) : null;
  }

  /** What has no end is left out. */
  private static @Nullable Double finite(double number) {
    return Double.isFinite(number) ? number : null;
  }

  private static Judgements judgements(
      Optional<Judged> judged, Optional<Analysis> analysis, Optional<SummaryOfFindings> summary) {
    Judged.Judgements by =
        judged
            .map(Judged::judgements)
            .orElse(
                new Judged.Judgements(
                    Judgement.NONE,
                    Judgement.NONE,
                    Judgement.NONE,
                    Judgement.NONE,
                    Judgement.NONE));
    return new Judgements(
        JudgementView.of(by.riskOfBias(), Optional.empty()),
        JudgementView.of(by.inconsistency(), analysis.map(Certainty::inconsistency)),
        JudgementView.of(by.indirectness(), Optional.empty()),
        JudgementView.of(
            by.imprecision(), analysis.flatMap(a -> summary.map(s -> Certainty.imprecision(a, s)))),
        JudgementView.of(by.publicationBias(), Optional.empty()));
  }

  private List<String> footnotes(Judged judged, Locale language) {
    FigureLanguage figureLanguage = FigureLanguage.of(language.getLanguage());
    Judged.Judgements by = judged.judgements();
    List<String> notes = new ArrayList<>();
    Stream.of(
            Map.entry("risk-of-bias", by.riskOfBias()),
            Map.entry("inconsistency", by.inconsistency()),
            Map.entry("indirectness", by.indirectness()),
            Map.entry("imprecision", by.imprecision()),
            Map.entry("publication-bias", by.publicationBias()))
        .filter(domain -> domain.getValue().down() > 0)
        .forEach(
            domain ->
                notes.add(
                    texts
                        .text(
                            language,
                            "certainty." + domain.getKey(),
                            domain.getValue().down(),
                            Languages.in(figureLanguage, domain.getValue().reason()))
                        .strip()));
    judged.ownNotes().forEach(note -> notes.add(Languages.in(figureLanguage, note)));
    return notes;
  }

  /** The table as CSV: one line for each assumed risk of an outcome, or one. */
  String csv(List<Finding> findings, Locale language) {
    FigureLanguage figureLanguage = FigureLanguage.of(language.getLanguage());
    StringWriter out = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(out)) {
      csv.writeRecord(List.of(texts.text(language, "findings.columns").split(",")));
      for (Finding finding : findings) {
        List<Optional<Risk>> risks =
            finding.risks().isEmpty()
                ? List.of(Optional.empty())
                : finding.risks().stream().map(Optional::of).toList();
        for (Optional<Risk> risk : risks) {
          csv.writeRecord(line(finding, risk, figureLanguage));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  private static List<String> line(Finding finding, Optional<Risk> risk, FigureLanguage language) {
    Optional<Relative> relative = Optional.ofNullable(finding.relative());
    return List.of(
        Languages.in(language, finding.outcome()),
        text(finding.timePoint()),
        Integer.toString(finding.studies()),
        text(finding.participants()),
        relative.map(Relative::measure).orElse(""),
        text(relative.map(Relative::estimate).orElse(null)),
        text(relative.map(Relative::lower).orElse(null)),
        text(relative.map(Relative::upper).orElse(null)),
        risk.map(Risk::source).orElse(""),
        text(risk.map(Risk::assumed).orElse(null)),
        text(risk.map(r -> r.with().per1000()).orElse(null)),
        text(risk.map(r -> r.with().lower()).orElse(null)),
        text(risk.map(r -> r.with().upper()).orElse(null)),
        text(risk.map(r -> r.difference().per1000()).orElse(null)),
        text(risk.map(r -> r.difference().lower()).orElse(null)),
        text(risk.map(r -> r.difference().upper()).orElse(null)),
        risk.map(r -> Languages.in(language, r.numberNeeded())).orElse(""),
        text(finding.certainty()),
        String.join(" ", finding.footnotes()));
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }
}
