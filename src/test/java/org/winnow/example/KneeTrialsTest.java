package org.winnow.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.winnow.analysis.Analysis;
import org.winnow.analysis.AnalysisSettings;
import org.winnow.analysis.StudyTable;

/** The syntheses of the finished example give what RevMan's rules give for the published arms. */
class KneeTrialsTest {
  private final KneeTrials trials = new KneeTrials(FoundingReview.ID);

  @ParameterizedTest
  @CsvSource({
    "1.1.1, MD, IV, 7, -1.0736844, -1.6719328, -0.47543598, 32.608185",
    "1.1.2, MD, IV, 7, -1.2419153, -2.4881562, 0.0043256492, 80.118168",
    "1.1.3, MD, IV, 3, -1.7138146, -5.347527, 1.9198978, 92.688613",
    "1.2.1, MD, IV, 4, -0.89270339, -2.0090482, 0.2236414, 69.11855",
    "1.2.2, MD, IV, 3, -1.7169769, -4.9318703, 1.4979165, 79.292196",
    "1.3, MD, IV, 7, -14.191901, -25.282546, -3.1012566, 81.717705",
    "1.6, RR, MH, 4, 1.2936476, 1.0953099, 1.5279001, 0",
    "1.9, RR, MH, 3, 0.71788054, 0.19533261, 2.638333, 0",
    "1.10, RR, MH, 8, 1.4501652, 1.0159814, 2.0698991, 55.589356"
  })
  void poolsAsPublished(
      String analysis,
      String measure,
      String method,
      int studies,
      double estimate,
      double lower,
      double upper,
      double iSquared) {
    Analysis pooled =
        AnalysisSettings.of(
                Map.of(
                    "measure",
                    measure,
                    "method",
                    method,
                    "model",
                    "random",
                    "convention",
                    "revman5"))
            .analyse(StudyTable.of(table(analysis)));

    boolean ratio = measure.equals("RR");
    Analysis.Summary summary = pooled.summary();
    assertThat(pooled.rows()).hasSize(studies);
    // Eight digits are published.
    assertThat(shown(ratio, summary.pooled().estimate())).isCloseTo(estimate, within(1e-6));
    assertThat(shown(ratio, summary.interval().lower())).isCloseTo(lower, within(1e-6));
    assertThat(shown(ratio, summary.interval().upper())).isCloseTo(upper, within(1e-6));
    assertThat(summary.iSquared()).isCloseTo(iSquared, within(1e-6));
  }

  private static double shown(boolean ratio, double value) {
    return ratio ? Math.exp(value) : value;
  }

  @SuppressWarnings("unchecked")
  private List<Map<String, String>> table(String analysis) {
    return trials.rows(analysis).stream()
        .map(
            row -> {
              Map<String, String> cells = new HashMap<>((Map<String, String>) row.get("values"));
              cells.put("study", (String) row.get("study"));
              return Map.copyOf(cells);
            })
        .toList();
  }
}
