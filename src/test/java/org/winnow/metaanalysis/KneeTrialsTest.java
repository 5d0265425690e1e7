package org.winnow.metaanalysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.winnow.SharedData;

/** A Cochrane review of stromal cells for the knee, as RevMan published it. */
class KneeTrialsTest {
  @Test
  void everyWeightAgreesToAMillionthOfAPoint() throws IOException {
    Optional<Path> folder = SharedData.folder("example");
    assumeTrue(folder.isPresent());
    List<NamedCsvRecord> rows = read(folder.orElseThrow().resolve("msc_knee_oa_arm_data.csv"));
    int weights = 0;
    for (NamedCsvRecord analysis :
        read(folder.orElseThrow().resolve("msc_knee_oa_pooled_expected.csv"))) {
      String id = analysis.getField("analysis_id");
      List<NamedCsvRecord> studies =
          rows.stream().filter(r -> r.getField("analysis_id").equals(id)).toList();
      RevMan.Result result = analyse(analysis, studies);
      double effect = result.total().orElseThrow().estimate();
      double random = number(analysis, "random_effect");
      assertThat(analysis.getField("measure").endsWith("D") ? effect : Math.exp(effect))
          .as(id)
          .isCloseTo(random, within(1e-6 * Math.abs(random)));
      for (int i = 0; i < studies.size(); i++) {
        if (!studies.get(i).getField("published_weight_pct").isEmpty()) {
          weights++;
          assertThat(result.rows().get(i).weightPercent())
              .as(id + " " + studies.get(i).getField("study"))
              .isCloseTo(number(studies.get(i), "published_weight_pct"), within(1e-6));
        }
      }
    }
    assertThat(weights).isEqualTo(130);
  }

  private static RevMan.Result analyse(NamedCsvRecord analysis, List<NamedCsvRecord> studies) {
    String measure = analysis.getField("measure");
    if (measure.endsWith("MD")) {
      return RevMan.means(
          studies.stream()
              .map(
                  s ->
                      new TwoMeans(
                          number(s, "mean_exp"),
                          number(s, "sd_exp"),
                          number(s, "n_exp"),
                          number(s, "mean_ctl"),
                          number(s, "sd_ctl"),
                          number(s, "n_ctl")))
              .toList(),
          MeanMeasure.valueOf(measure),
          RevMan.Model.RANDOM);
    }
    return RevMan.tables(
        studies.stream()
            .map(
                s ->
                    TwoByTwo.ofEvents(
                        number(s, "events_exp"),
                        number(s, "n_exp"),
                        number(s, "events_ctl"),
                        number(s, "n_ctl")))
            .toList(),
        BinaryMeasure.valueOf(measure),
        analysis.getField("method").startsWith("M")
            ? RevMan.Method.MANTEL_HAENSZEL
            : RevMan.Method.INVERSE_VARIANCE,
        RevMan.Model.RANDOM,
        RevMan.Flavour.REVMAN);
  }

  private static double number(NamedCsvRecord row, String column) {
    String value = row.getField(column);
    return value.isEmpty() ? Double.NaN : Double.parseDouble(value);
  }

  private static List<NamedCsvRecord> read(Path file) throws IOException {
    List<NamedCsvRecord> rows = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
      reader.forEach(rows::add);
    }
    return rows;
  }
}
