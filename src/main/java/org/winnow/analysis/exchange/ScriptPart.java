package org.winnow.analysis.exchange;

import java.util.List;
import org.winnow.analysis.Analysis;

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
}
