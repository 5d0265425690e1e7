package org.winnow.synthesis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.winnow.analysis.AnalysisSettings;
import org.winnow.analysis.exchange.ReviewAnalyses;
import org.winnow.analysis.exchange.ScriptPart;
import org.winnow.figure.FigureLanguage;
import org.winnow.review.Protocol.Text;
import org.winnow.synthesis.Syntheses.Stored;
import org.winnow.synthesis.Syntheses.StoredComparison;

/** The analyses of a review for other programs, in one language. */
final class ExportedAnalyses {
  private static final String OVERALL = "overall";

  /** What other programs call it. */
  private static final String OVERALL_NAME = "Overall";

  private final String title;
  private final List<StoredComparison> comparisons;
  private final List<Stored> syntheses;
  private final FigureLanguage language;

  ExportedAnalyses(
      String title,
      List<StoredComparison> comparisons,
      List<Stored> syntheses,
      FigureLanguage language) {
    this.title = title;
    this.comparisons = comparisons;
    this.syntheses = syntheses;
    this.language = language;
  }

  String title() {
    return title;
  }

  /**
   * All analyses with their data.
   *
   * @throws NotAnalysable when the settings of one are not known
   */
  ReviewAnalyses review() {
    List<String> domains = domains();
    List<ReviewAnalyses.Comparison> exported = new ArrayList<>();
    for (StoredComparison comparison : comparisons) {
      Comparison content = comparison.content();
      exported.add(
          new ReviewAnalyses.Comparison(
              in(content.name()),
              in(content.experimental()),
              in(content.control()),
              of(comparison).map(s -> outcome(s, content)).toList()));
    }
    return new ReviewAnalyses(title, domains, studies(), exported);
  }

  /** What can be analysed, for a script. */
  List<ScriptPart> parts() {
    List<ScriptPart> parts = new ArrayList<>();
    for (StoredComparison comparison : comparisons) {
      of(comparison)
          .forEach(
              stored -> {
                try {
                  parts.add(part(stored, comparison.content()));
                } catch (NotAnalysable e) {
                  // What has no result has nothing that a script could compute anew.
                }
              });
    }
    return parts;
  }

  /**
   * One of them for a script.
   *
   * @throws NotAnalysable when it has no result
   */
  ScriptPart part(Stored stored, Comparison comparison) {
    return new ScriptPart(
        in(comparison.name()) + ": " + name(stored.definition()),
        List.of(in(comparison.experimental()), in(comparison.control())),
        favours(stored.definition()),
        stored.inputs().analyse(Map.of()));
  }

  private Stream<Stored> of(StoredComparison comparison) {
    return syntheses.stream().filter(s -> s.definition().comparisonId().equals(comparison.id()));
  }

  private List<String> domains() {
    Set<String> found = new LinkedHashSet<>();
    boolean overall = false;
    for (Stored stored : syntheses) {
      int judged = stored.rows().stream().mapToInt(StudyRow::lastDomain).max().orElse(0);
      if (judged > 0) {
        found.addAll(stored.definition().domains(judged, language));
      }
      overall |= stored.rows().stream().anyMatch(row -> row.judgements().containsKey(OVERALL));
    }
    List<String> domains = new ArrayList<>(found);
    if (overall) {
      domains.add(OVERALL_NAME);
    }
    return domains;
  }

  private List<ReviewAnalyses.Study> studies() {
    Map<String, ReviewAnalyses.Study> studies = new LinkedHashMap<>();
    for (Stored stored : syntheses) {
      int judged = stored.rows().stream().mapToInt(StudyRow::lastDomain).max().orElse(0);
      List<String> names = stored.definition().domains(judged, language);
      for (StudyRow row : stored.rows()) {
        ReviewAnalyses.Study known = studies.get(row.study());
        if (known == null || known.bias().isEmpty()) {
          studies.put(
              row.study(), new ReviewAnalyses.Study(row.study(), year(row), bias(row, names)));
        }
      }
    }
    return List.copyOf(studies.values());
  }

  /**
   * @param names of D1, D2 …
   */
  private static Map<String, ReviewAnalyses.Judgement> bias(StudyRow row, List<String> names) {
    Map<String, ReviewAnalyses.Judgement> bias = new HashMap<>();
    row.judgements()
        .forEach(
            (column, word) -> {
              String domain =
                  column.equals(OVERALL)
                      ? OVERALL_NAME
                      : names.get(Integer.parseInt(column.substring(1)) - 1);
              for (ReviewAnalyses.Level level : ReviewAnalyses.Level.values()) {
                if (level.word().equals(word)) {
                  bias.put(domain, new ReviewAnalyses.Judgement(level, ""));
                }
              }
            });
    return bias;
  }

  private ReviewAnalyses.Outcome outcome(Stored stored, Comparison comparison) {
    Definition definition = stored.definition();
    AnalysisSettings settings = stored.inputs().settings(Map.of());
    String subgroup = settings.subgroup();
    boolean grouped = !subgroup.isEmpty();
    return new ReviewAnalyses.Outcome(
        name(definition),
        ReviewAnalyses.Data.valueOf(definition.data().name()),
        grouped ? stored.inputs().settings(Map.of("subgroup", ReviewAnalyses.SUBGROUP)) : settings,
        Objects.requireNonNullElse(definition.unit(), ""),
        grouped,
        List.of(in(comparison.experimental()), in(comparison.control())),
        favours(definition),
        stored.rows().stream().map(row -> row(row, definition.data(), subgroup)).toList(),
        Map.of(),
        Map.of());
  }

  private ReviewAnalyses.Row row(StudyRow row, DataKind data, String subgroup) {
    Map<String, Double> values = new HashMap<>();
    Stream.concat(data.columns().stream(), data.shown().stream())
        .forEach(
            column -> {
              Cell cell = Cell.of(row.value(column));
              if (cell.state() == Cell.State.NUMBER) {
                values.put(column, cell.number());
              }
            });
    return new ReviewAnalyses.Row(
        row.study(),
        year(row),
        given(row.trial()),
        subgroup.isEmpty() ? "" : row.property(subgroup),
        values,
        row.counts(),
        given(row.reason()),
        given(row.footnote()),
        Map.of());
  }

  private static String year(StudyRow row) {
    return row.year() == null ? "" : row.year().toString();
  }

  private static String given(@Nullable String text) {
    return Objects.requireNonNullElse(text, "");
  }

  private String name(Definition definition) {
    String outcome = in(definition.outcome());
    return definition.timePoint() == null ? outcome : outcome + ", " + definition.timePoint();
  }

  private List<String> favours(Definition definition) {
    List<Text> favours = definition.favours();
    return favours == null ? List.of("", "") : favours.stream().map(this::in).toList();
  }

  private String in(Text text) {
    return Languages.in(language, text);
  }
}
