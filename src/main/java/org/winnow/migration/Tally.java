package org.winnow.migration;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.winnow.citation.format.ForeignDecisions;
import org.winnow.citation.format.ForeignDecisions.Decision;
import org.winnow.citation.format.ForeignDecisions.Tool;
import org.winnow.screening.Verdict;

/** Counts what the records of one file say of their screening elsewhere. */
final class Tally {
  private final Map<Tool, Integer> tools = new TreeMap<>();
  private final Map<String, Map<String, Integer>> people = new TreeMap<>();
  private final Map<String, Integer> verdicts = new TreeMap<>();
  private final Map<String, Integer> reasons = new TreeMap<>();
  private final Map<String, Integer> labels = new TreeMap<>();
  private int decisions;
  private int notes;

  /** How often a text occurs. */
  record Count(String text, int count) {}

  /**
   * A word for a verdict.
   *
   * @param means what it seems to mean; nothing when it is no known word
   */
  record Word(String verdict, int count, @Nullable Verdict means) {}

  /** What one person decided there; the name is empty where the tool has none. */
  record Who(String person, List<Count> verdicts) {}

  void take(ForeignDecisions found) {
    tools.merge(found.tool(), 1, Integer::sum);
    for (Decision decision : found.decisions()) {
      decisions++;
      people
          .computeIfAbsent(decision.by(), _ -> new TreeMap<>())
          .merge(decision.verdict(), 1, Integer::sum);
      verdicts.merge(decision.verdict(), 1, Integer::sum);
      decision.reasons().forEach(reason -> reasons.merge(reason, 1, Integer::sum));
    }
    found.labels().forEach(label -> labels.merge(label, 1, Integer::sum));
    notes += found.notes().size();
  }

  List<Tool> tools() {
    return List.copyOf(tools.keySet());
  }

  int records() {
    return tools.values().stream().mapToInt(Integer::intValue).sum();
  }

  int decisions() {
    return decisions;
  }

  int notes() {
    return notes;
  }

  List<Who> people() {
    return people.entrySet().stream()
        .map(entry -> new Who(entry.getKey(), counts(entry.getValue())))
        .toList();
  }

  List<Word> verdicts() {
    return counts(verdicts).stream()
        .map(count -> new Word(count.text(), count.count(), meaning(count.text())))
        .toList();
  }

  List<Count> reasons() {
    return counts(reasons);
  }

  List<Count> labels() {
    return counts(labels);
  }

  private static @Nullable Verdict meaning(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (lower.startsWith("includ") || lower.equals("relevant")) {
      return Verdict.INCLUDE;
    }
    if (lower.startsWith("exclud") || lower.equals("irrelevant")) {
      return Verdict.EXCLUDE;
    }
    return lower.equals("maybe") ? Verdict.MAYBE : null;
  }

  private static List<Count> counts(Map<String, Integer> counted) {
    return counted.entrySet().stream()
        .map(entry -> new Count(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparingInt(Count::count).reversed())
        .toList();
  }
}
