package org.winnow.analysis.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.winnow.analysis.AnalysisSettings;

/**
 * Finds the settings with which the rows of an outcome have the weights and effects that a file
 * says they have.
 */
final class SettingsSearch {
  private SettingsSearch() {}

  private record Candidate(String measure, String method, boolean random, String tauSquared) {}

  /** The outcome with the settings that agree best; the usual ones come first. */
  static ReviewAnalyses.Outcome of(ReviewAnalyses.Outcome outcome) {
    ReviewAnalyses.Outcome best = outcome;
    double least = Double.POSITIVE_INFINITY;
    for (Candidate candidate : candidates(outcome)) {
      ReviewAnalyses.Outcome tried = with(outcome, candidate);
      double distance = distance(tried);
      if (distance < least - 1e-9) {
        least = distance;
        best = tried;
      }
    }
    return best;
  }

  private static List<Candidate> candidates(ReviewAnalyses.Outcome outcome) {
    List<Candidate> candidates = new ArrayList<>();
    String measure = outcome.settings().measure();
    switch (outcome.data()) {
      case DICHOTOMOUS -> {
        for (String m : measure.equals("RD") ? List.of("RD") : List.of("RR", "OR")) {
          for (String method : List.of("MH", "IV")) {
            models(candidates, m, method);
          }
        }
        if (!measure.equals("RD")) {
          candidates.add(new Candidate("PETO", "PETO", false, "DL"));
        }
      }
      case CONTINUOUS -> {
        models(candidates, "MD", "IV");
        models(candidates, "SMD", "IV");
      }
      case EFFECT -> models(candidates, measure, "IV");
      default -> candidates.add(new Candidate(measure, "PETO", false, "DL"));
    }
    return candidates;
  }

  private static void models(List<Candidate> candidates, String measure, String method) {
    candidates.add(new Candidate(measure, method, true, "DL"));
    candidates.add(new Candidate(measure, method, false, "DL"));
    candidates.add(new Candidate(measure, method, true, "REML"));
  }

  private static ReviewAnalyses.Outcome with(ReviewAnalyses.Outcome outcome, Candidate candidate) {
    AnalysisSettings old = outcome.settings();
    return outcome.with(
        Settings.of(
            candidate.measure(),
            candidate.method(),
            candidate.random(),
            candidate.tauSquared(),
            old.ci(),
            old.prediction(),
            old.level(),
            old.subgroup(),
            old.convention(),
            old.swapEvents(),
            old.totals(),
            old.studyLevel()));
  }

  /** The largest difference of a weight as a share, or of an effect. */
  private static double distance(ReviewAnalyses.Outcome outcome) {
    ComputedOutcome computed = ComputedOutcome.of(outcome);
    double distance = 0;
    for (int i = 0; i < outcome.rows().size(); i++) {
      Map<String, Double> stored = outcome.rows().get(i).stored();
      Map<String, Double> ours = computed.rows().get(i);
      distance = Math.max(distance, difference(stored, ours, ResultNumbers.ESTIMATE, 1));
      distance = Math.max(distance, difference(stored, ours, ResultNumbers.WEIGHT, 100));
    }
    return distance;
  }

  private static double difference(
      Map<String, Double> stored, Map<String, Double> ours, String name, double unit) {
    Double said = stored.get(name);
    Double found = ours.get(name);
    if (said == null) {
      return 0;
    }
    return found == null ? 1 : Math.abs(said - found) / unit;
  }
}
