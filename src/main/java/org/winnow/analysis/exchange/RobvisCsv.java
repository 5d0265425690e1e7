package org.winnow.analysis.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Judgements of bias as the R package robvis reads them: Study, D1, D2, …, Overall, Weight. What
 * the domains are called is not in the table.
 */
public final class RobvisCsv {
  private RobvisCsv() {}

  /**
   * All studies that were judged, with the weight of 1. The domain that is called overall stands
   * last; where there is none, the worst judgement of a study stands for it, as in the tools that
   * have an overall judgement.
   */
  public static String write(ReviewAnalyses review) {
    Optional<String> overall =
        review.domains().stream()
            .filter(domain -> domain.toLowerCase(Locale.ROOT).startsWith("overall"))
            .findFirst();
    List<String> domains =
        review.domains().stream()
            .filter(domain -> overall.isEmpty() || !domain.equals(overall.get()))
            .toList();
    List<String> head = new ArrayList<>(List.of("Study"));
    for (int i = 1; i <= domains.size(); i++) {
      head.add("D" + i);
    }
    head.add("Overall");
    head.add("Weight");
    Tables.Writing table = new Tables.Writing(head, false, ',');
    for (ReviewAnalyses.Study study : review.studies()) {
      if (!study.bias().isEmpty()) {
        Map<String, String> cells = new HashMap<>();
        cells.put("Study", study.name());
        for (int i = 0; i < domains.size(); i++) {
          ReviewAnalyses.Judgement judgement = study.bias().get(domains.get(i));
          cells.put("D" + (i + 1), judgement == null ? "No information" : word(judgement.level()));
        }
        ReviewAnalyses.Judgement judged = overall.map(study.bias()::get).orElse(null);
        cells.put("Overall", word(judged == null ? worst(study) : judged.level()));
        cells.put("Weight", "1");
        table.row(cells);
      }
    }
    return table.text();
  }

  private static ReviewAnalyses.Level worst(ReviewAnalyses.Study study) {
    return study.bias().values().stream()
        .map(ReviewAnalyses.Judgement::level)
        .filter(level -> level != ReviewAnalyses.Level.NO_INFORMATION)
        .max(Enum::compareTo)
        .orElse(ReviewAnalyses.Level.NO_INFORMATION);
  }

  private static String word(ReviewAnalyses.Level level) {
    return switch (level) {
      case LOW -> "Low";
      case SOME -> "Some concerns";
      case HIGH -> "High";
      case MODERATE -> "Moderate";
      case SERIOUS -> "Serious";
      case CRITICAL -> "Critical";
      case NO_INFORMATION -> "No information";
    };
  }
}
