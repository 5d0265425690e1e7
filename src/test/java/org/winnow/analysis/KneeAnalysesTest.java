package org.winnow.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.winnow.SharedData;

/** All analyses of the stromal cell trials through the settings and tables that people use. */
class KneeAnalysesTest {
  private static final Map<String, String> COLUMNS =
      Map.of(
          "n_exp",
          "n1i",
          "mean_exp",
          "m1i",
          "sd_exp",
          "sd1i",
          "events_exp",
          "ai",
          "n_ctl",
          "n2i",
          "mean_ctl",
          "m2i",
          "sd_ctl",
          "sd2i",
          "events_ctl",
          "ci");

  @Test
  void allThirtyTwoAgreeInEveryNumberAndWeight() throws IOException {
    Optional<Path> folder = SharedData.folder("example");
    assumeTrue(folder.isPresent());
    List<NamedCsvRecord> rows = read(folder.orElseThrow().resolve("msc_knee_oa_arm_data.csv"));
    List<NamedCsvRecord> expected =
        read(folder.orElseThrow().resolve("msc_knee_oa_pooled_expected.csv"));
    assertThat(expected).hasSize(32);
    for (NamedCsvRecord one : expected) {
      check(
          one,
          rows.stream()
              .filter(r -> r.getField("analysis_id").equals(one.getField("analysis_id")))
              .toList());
    }
  }

  private static void check(NamedCsvRecord expected, List<NamedCsvRecord> rows) {
    List<Map<String, String>> table = new ArrayList<>();
    for (NamedCsvRecord row : rows) {
      Map<String, String> cells = new HashMap<>(Map.of("study", row.getField("study")));
      COLUMNS.forEach((from, to) -> cells.put(to, row.getField(from)));
      table.add(cells);
    }
    Map<String, String> words =
        Map.of(
            "measure",
            expected.getField("measure"),
            "method",
            expected.getField("method").startsWith("M") ? "MH" : "IV",
            "convention",
            "revman5");
    Analysis random = AnalysisSettings.of(words).withModel("random").analyse(StudyTable.of(table));
    Analysis.Summary s = random.summary();
    boolean ratio = StudyEffects.ratio(expected.getField("measure"));
    close(expected, "random_effect", shown(ratio, s.pooled().estimate()));
    close(expected, "random_ci_low", shown(ratio, s.interval().lower()));
    close(expected, "random_ci_high", shown(ratio, s.interval().upper()));
    close(expected, "random_z", Math.abs(s.statistic().orElseThrow()));
    close(expected, "random_p", s.pValue().orElseThrow());
    close(expected, "tau2", s.tauSquared().orElseThrow());
    close(expected, "Q", s.heterogeneity().q());
    close(expected, "df", s.heterogeneity().df());
    close(expected, "I2_pct", s.iSquared());
    close(expected, "k", random.rows().length);
    Analysis fixed = AnalysisSettings.of(words).withModel("fixed").analyse(StudyTable.of(table));
    close(expected, "fixed_effect", shown(ratio, fixed.summary().pooled().estimate()));
    double[] weights = random.weights();
    for (int i = 0; i < weights.length; i++) {
      String published = rows.get(i).getField("published_weight_pct");
      if (!published.isEmpty()) {
        assertThat(weights[i])
            .as(expected.getField("analysis_id") + " " + rows.get(i).getField("study"))
            .isCloseTo(Double.parseDouble(published), within(1e-6));
      }
    }
  }

  private static double shown(boolean ratio, double value) {
    return ratio ? Math.exp(value) : value;
  }

  /** The expected numbers have eight digits. */
  private static void close(NamedCsvRecord expected, String column, double value) {
    String text = expected.getField(column);
    if (text.isEmpty() || text.equals("NA")) {
      return;
    }
    double wanted = Double.parseDouble(text);
    assertThat(value)
        .as(expected.getField("analysis_id") + " " + column)
        .isCloseTo(wanted, within(1e-6 * Math.max(Math.abs(wanted), 1e-6)));
  }

  private static List<NamedCsvRecord> read(Path file) throws IOException {
    List<NamedCsvRecord> rows = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
      reader.forEach(rows::add);
    }
    return rows;
  }
}
