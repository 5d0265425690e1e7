package org.winnow.synthesis;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.winnow.analysis.AnalysisSettings;
import org.winnow.analysis.exchange.ReviewAnalyses;
import org.winnow.ledger.CanonicalJson;
import org.winnow.review.Protocol.Text;

/** What a file adds to a review. */
record ImportedAnalyses(List<ImportedComparison> comparisons, List<ImportedSynthesis> syntheses) {
  record ImportedComparison(UUID id, Comparison content) {}

  /**
   * @param data the table of studies, canonical JSON
   */
  record ImportedSynthesis(UUID id, Definition definition, String data) {
    boolean withoutData() {
      return Syntheses.rows(data).stream().noneMatch(StudyRow::hasData);
    }
  }

  /**
   * The comparisons and syntheses of a file with ids that follow from that of the import, so that
   * the same import is always the same.
   *
   * @param place where the comparisons stand, after those that there are
   */
  static ImportedAnalyses of(ReviewAnalyses file, UUID importId, int place) {
    Map<String, Map<String, String>> bias = new HashMap<>();
    file.studies().forEach(study -> bias.put(study.name(), bias(file.domains(), study)));
    List<String> domains = file.domains().stream().filter(d -> !isOverall(d)).toList();
    RiskOfBias riskOfBias = domains.isEmpty() ? null : RiskOfBias.of(domains);
    List<ImportedComparison> comparisons = new ArrayList<>();
    List<ImportedSynthesis> syntheses = new ArrayList<>();
    for (ReviewAnalyses.Comparison comparison : file.comparisons()) {
      UUID id = id(importId, "comparison", comparisons.size());
      comparisons.add(
          new ImportedComparison(
              id,
              new Comparison(
                  place + comparisons.size(),
                  text(comparison.name()),
                  text(arm(comparison, comparison.experimental(), 0)),
                  text(arm(comparison, comparison.control(), 1)))));
      int outcomes = 0;
      for (ReviewAnalyses.Outcome outcome : comparison.outcomes()) {
        outcomes++;
        UUID synthesis = id(importId, "synthesis", syntheses.size());
        syntheses.add(
            new ImportedSynthesis(
                synthesis,
                definition(outcome, id, outcomes, riskOfBias),
                CanonicalJson.write(rows(outcome, synthesis, bias))));
      }
    }
    return new ImportedAnalyses(comparisons, syntheses);
  }

  /** Some formats name the arms at each outcome alone. */
  private static String arm(ReviewAnalyses.Comparison comparison, String name, int place) {
    return Stream.concat(
            Stream.of(name),
            comparison.outcomes().stream().map(outcome -> outcome.groupLabels().get(place)))
        .filter(label -> !label.isBlank())
        .findFirst()
        .orElse("");
  }

  private static UUID id(UUID parent, String kind, int number) {
    return UUID.nameUUIDFromBytes(
        (parent + " " + kind + " " + number).getBytes(StandardCharsets.UTF_8));
  }

  private static Definition definition(
      ReviewAnalyses.Outcome outcome,
      UUID comparison,
      int position,
      @Nullable RiskOfBias riskOfBias) {
    List<String> labels = outcome.graphLabels();
    boolean labelled = labels.stream().noneMatch(String::isBlank);
    return new Definition(
        comparison,
        position,
        text(outcome.name()),
        null,
        outcome.unit().isBlank() ? null : outcome.unit(),
        DataKind.valueOf(outcome.data().name()),
        leftFavoursControl(outcome) ? Definition.Benefit.HIGHER : Definition.Benefit.LOWER,
        labelled ? labels.stream().map(ImportedAnalyses::text).toList() : null,
        settings(outcome.settings()),
        riskOfBias);
  }

  /** A file says which values are good by what stands on the left of its figure alone. */
  private static boolean leftFavoursControl(ReviewAnalyses.Outcome outcome) {
    String left = outcome.graphLabels().getFirst().toLowerCase(Locale.ROOT);
    String control = outcome.groupLabels().getLast().toLowerCase(Locale.ROOT);
    return left.contains("control") || (!control.isBlank() && left.contains(control));
  }

  private static Settings settings(AnalysisSettings settings) {
    return new Settings(
        settings.measure(),
        settings.method(),
        settings.model(),
        settings.tauSquared(),
        settings.ci(),
        settings.prediction(),
        Percent.of(settings.level()),
        settings.subgroup(),
        settings.zero(),
        settings.convention(),
        settings.moderators(),
        settings.tests(),
        settings.sensitivity(),
        settings.swapEvents(),
        settings.totals(),
        Percent.of(settings.studyLevel()),
        settings.permutations());
  }

  private static List<StudyRow> rows(
      ReviewAnalyses.Outcome outcome, UUID synthesis, Map<String, Map<String, String>> bias) {
    List<StudyRow> rows = new ArrayList<>();
    for (ReviewAnalyses.Row row : outcome.rows()) {
      Map<String, String> values = new HashMap<>();
      row.values().forEach((column, number) -> values.put(column, text(number)));
      rows.add(
          new StudyRow(
              id(synthesis, "row", rows.size()),
              rows.size() + 1,
              row.study(),
              null,
              row.trial(),
              year(row.year()),
              row.subgroup(),
              values,
              null,
              null,
              bias.getOrDefault(row.study(), Map.of()),
              row.included(),
              row.reason(),
              row.footnote(),
              null));
    }
    return rows;
  }

  private static Map<String, String> bias(List<String> domains, ReviewAnalyses.Study study) {
    Map<String, String> judgements = new HashMap<>();
    int number = 0;
    for (String domain : domains) {
      String column = isOverall(domain) ? "overall" : "D" + ++number;
      ReviewAnalyses.Judgement judgement = study.bias().get(domain);
      if (judgement != null) {
        judgements.put(column, judgement.level().word());
      }
    }
    return judgements;
  }

  private static boolean isOverall(String domain) {
    return domain.toLowerCase(Locale.ROOT).startsWith("overall");
  }

  private static String text(double number) {
    return new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
  }

  private static @Nullable Integer year(String text) {
    return text.matches("[1-9][0-9]{3}") ? Integer.valueOf(text) : null;
  }

  static Text text(String name) {
    if (name.isBlank()) {
      return new Text(null, null);
    }
    boolean chinese =
        name.codePoints()
            .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    return chinese ? new Text(null, name) : new Text(name, null);
  }
}
