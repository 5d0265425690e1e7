package org.winnow.analysis.exchange;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.winnow.analysis.Analysis;
import org.winnow.analysis.Refusal;
import org.winnow.figure.FigureLanguage;
import org.winnow.figure.Wording;

/**
 * An analysis in a script.
 *
 * @param title of it, such as comparison and outcome
 * @param arms what the two arms are called; empty strings for the usual words
 * @param favours what stands left and right below the axis; empty strings for nothing
 */
public record ScriptPart(String title, List<String> arms, List<String> favours, Analysis analysis) {
  public ScriptPart {
    arms = List.copyOf(arms);
    favours = List.copyOf(favours);
  }

  /**
   * Pools the rows of an outcome.
   *
   * @throws IllegalArgumentException when none is estimable, or the settings do not fit the data
   */
  public static ScriptPart of(
      ReviewAnalyses.Comparison comparison, ReviewAnalyses.Outcome outcome) {
    return new ScriptPart(
        comparison.name() + ": " + outcome.name(),
        outcome.groupLabels(),
        outcome.graphLabels(),
        outcome.analyse());
  }

  /**
   * The analyses of a review by their numbers, such as 1.2.
   *
   * @param without is told of those that have no estimable study
   */
  static SequencedMap<String, ScriptPart> numbered(ReviewAnalyses review, List<Wording> without) {
    SequencedMap<String, ScriptPart> parts = new LinkedHashMap<>();
    for (int c = 0; c < review.comparisons().size(); c++) {
      ReviewAnalyses.Comparison comparison = review.comparisons().get(c);
      for (int o = 0; o < comparison.outcomes().size(); o++) {
        ReviewAnalyses.Outcome outcome = comparison.outcomes().get(o);
        try {
          parts.put(c + 1 + "." + (o + 1), of(comparison, outcome));
        } catch (IllegalArgumentException e) {
          Refusal why = Refusal.from(e);
          without.add(
              NotCarried.of(
                  NotCarried.name(comparison, outcome),
                  why.in(FigureLanguage.ENGLISH),
                  why.in(FigureLanguage.CHINESE)));
        }
      }
    }
    return parts;
  }
}
