package org.winnow.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.winnow.SharedData;

/** Every row of a reference set that was computed with R. */
class AgreementOracleTest {
  private static final double PRECISION = 1e-9;

  private record Row(String name, String value) {}

  @TestFactory
  Stream<DynamicTest> everyRowAgrees() {
    return cases().entrySet().stream()
        .flatMap(
            entry -> {
              Map<String, String> values = new LinkedHashMap<>();
              entry.getValue().forEach(row -> values.put(row.name(), row.value()));
              return entry.getValue().stream()
                  .filter(row -> !isInput(row.name()))
                  .map(
                      row ->
                          DynamicTest.dynamicTest(
                              entry.getKey() + " " + row.name(), () -> agree(row, values)));
            });
  }

  private static boolean isInput(String name) {
    return List.of("a_both_include", "b", "c", "d_both_exclude", "table_rowwise", "data")
        .contains(name);
  }

  private static void agree(Row row, Map<String, String> values) {
    OptionalDouble found =
        values.containsKey("data")
            ? ofRatings(row.name(), values)
            : values.containsKey("table_rowwise")
                ? ofClasses(row.name(), values.getOrDefault("table_rowwise", ""))
                : ofTwoByTwo(row.name(), values);
    if (row.value().equals("NA") || row.value().equals("NaN")) {
      assertThat(found).isEmpty();
    } else {
      double expected = Double.parseDouble(row.value());
      assertThat(found).isPresent();
      assertThat(found.getAsDouble())
          .isCloseTo(
              expected,
              org.assertj.core.api.Assertions.within(PRECISION * Math.max(1, Math.abs(expected))));
    }
  }

  private static OptionalDouble ofTwoByTwo(String name, Map<String, String> values) {
    TwoByTwo counts =
        new TwoByTwo(
            count(values, "a_both_include"),
            count(values, "b"),
            count(values, "c"),
            count(values, "d_both_exclude"));
    CrossTable table = counts.table();
    Optional<Estimate> kappa = table.kappa(Weights.IDENTITY);
    OptionalDouble se0 = table.kappaNullStandardError(Weights.IDENTITY);
    return switch (name) {
      case "percent_agreement" -> value(table.percentAgreement());
      case "pe_cohen" -> table.chanceAgreement();
      case "kappa" -> value(kappa);
      case "kappa_se" -> se(kappa);
      case "kappa_se0" -> se0;
      case "kappa_z" ->
          se0.isPresent()
              ? OptionalDouble.of(value(kappa).getAsDouble() / se0.getAsDouble())
              : OptionalDouble.empty();
      case "kappa_ci_low" -> bound(kappa, Interval::low);
      case "kappa_ci_high" -> bound(kappa, Interval::high);
      case "pabak" -> value(table.pabak());
      case "pabak_se" -> se(table.pabak());
      case "prevalence_index" -> counts.prevalenceIndex();
      case "bias_index" -> counts.biasIndex();
      case "positive_agreement" -> value(counts.positiveAgreement());
      case "negative_agreement" -> value(counts.negativeAgreement());
      case "kappa_max" -> table.largestKappa();
      case "scott_pi" -> table.scottPi();
      case "mcnemar_chi2" -> counts.mcNemarChiSquared();
      case "mcnemar_exact_p" -> counts.mcNemarExact();
      default -> throw new AssertionError("nobody has thought of " + name);
    };
  }

  private static OptionalDouble ofClasses(String name, String rowwise) {
    long[] counts = Stream.of(rowwise.split(" ")).mapToLong(Long::parseLong).toArray();
    int classes = (int) Math.sqrt(counts.length);
    long[][] rows = new long[classes][classes];
    for (int i = 0; i < counts.length; i++) {
      rows[i / classes][i % classes] = counts[i];
    }
    CrossTable table = new CrossTable(rows);
    return switch (name) {
      case "kappa_none" -> value(table.kappa(Weights.IDENTITY));
      case "kappa_none_se" -> se(table.kappa(Weights.IDENTITY));
      case "kappa_linear" -> value(table.kappa(Weights.LINEAR));
      case "kappa_linear_se" -> se(table.kappa(Weights.LINEAR));
      case "kappa_quadratic" -> value(table.kappa(Weights.QUADRATIC));
      case "kappa_quadratic_se" -> se(table.kappa(Weights.QUADRATIC));
      case "pabak_general" -> value(table.pabak());
      default -> throw new AssertionError("nobody has thought of " + name);
    };
  }

  private static OptionalDouble ofRatings(String name, Map<String, String> values) {
    List<String> items = List.of(values.getOrDefault("data", "").split(" "));
    int classes =
        items.stream().flatMapToInt(String::chars).filter(c -> c != '.').max().orElseThrow() - '0';
    List<int[]> counts = new ArrayList<>();
    long[][] pairs = new long[classes][classes];
    for (String item : items) {
      int[] ofItem = new int[classes];
      item.chars().filter(c -> c != '.').forEach(c -> ofItem[c - '1']++);
      counts.add(ofItem);
      if (item.length() == 2) {
        pairs[item.charAt(0) - '1'][item.charAt(1) - '1']++;
      }
    }
    Ratings ratings = new Ratings(classes, counts);
    return switch (name) {
      case "pa" -> ratings.observedAgreement();
      case "gwet_ac1" -> value(ratings.gwetAc1());
      case "gwet_ac1_pe" -> ratings.gwetChanceAgreement();
      case "gwet_ac1_se" -> se(ratings.gwetAc1());
      case "gwet_ac1_ci_low_t" -> bound(ratings.gwetAc1(), Interval::low);
      case "gwet_ac1_ci_high_t" -> bound(ratings.gwetAc1(), Interval::high);
      case "fleiss_kappa" -> value(ratings.fleissKappa());
      case "fleiss_kappa_pe" -> ratings.fleissChanceAgreement();
      case "fleiss_kappa_se" -> se(ratings.fleissKappa());
      case "fleiss_kappa_ci_low_t" -> bound(ratings.fleissKappa(), Interval::low);
      case "fleiss_kappa_ci_high_t" -> bound(ratings.fleissKappa(), Interval::high);
      case "fleiss_kappa_se0" -> ratings.fleissNullStandardError();
      case "brennan_prediger" -> ratings.brennanPrediger();
      case "krippendorff_nominal" -> ratings.krippendorffAlpha(Distance.NOMINAL);
      case "krippendorff_ordinal" -> ratings.krippendorffAlpha(Distance.ORDINAL);
      case "krippendorff_interval" -> ratings.krippendorffAlpha(Distance.INTERVAL);
      case "cohen_kappa" -> value(new CrossTable(pairs).kappa(Weights.IDENTITY));
      case "cohen_kappa_se" -> se(new CrossTable(pairs).kappa(Weights.IDENTITY));
      default -> throw new AssertionError("nobody has thought of " + name);
    };
  }

  private static long count(Map<String, String> values, String name) {
    return Long.parseLong(values.getOrDefault(name, ""));
  }

  private static OptionalDouble value(Optional<Estimate> estimate) {
    return estimate.map(e -> OptionalDouble.of(e.value())).orElse(OptionalDouble.empty());
  }

  private static OptionalDouble se(Optional<Estimate> estimate) {
    return estimate.map(Estimate::standardError).orElse(OptionalDouble.empty());
  }

  private static OptionalDouble bound(
      Optional<Estimate> estimate, Function<Interval, Double> which) {
    return estimate
        .flatMap(Estimate::interval)
        .map(interval -> OptionalDouble.of(which.apply(interval)))
        .orElse(OptionalDouble.empty());
  }

  /** Long lists of ratings are not written out where a two-by-two table of the name has them. */
  private static void withRatings(String name, List<Row> rows, Map<String, List<Row>> cases) {
    if (!name.endsWith("_raw") || rows.stream().anyMatch(row -> row.name().equals("data"))) {
      return;
    }
    Map<String, String> table = new LinkedHashMap<>();
    cases
        .getOrDefault(name.replace("_raw", ""), List.of())
        .forEach(row -> table.put(row.name(), row.value()));
    String data =
        "11 ".repeat((int) count(table, "a_both_include"))
            + "12 ".repeat((int) count(table, "b"))
            + "21 ".repeat((int) count(table, "c"))
            + "22 ".repeat((int) count(table, "d_both_exclude"));
    rows.add(new Row("data", data.strip()));
  }

  private static Map<String, List<Row>> cases() {
    Optional<Path> folder = SharedData.folder("agreement");
    Map<String, List<Row>> cases = new LinkedHashMap<>();
    if (folder.isEmpty()) {
      return cases;
    }
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().ofNamedCsvRecord(folder.get().resolve("oracle_agreement.csv"))) {
      rows.forEach(
          row -> {
            String name = row.getField("case");
            cases
                .computeIfAbsent(name, _ -> new ArrayList<>())
                .add(new Row(row.getField("statistic"), row.getField("value")));
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    cases.forEach((name, rows) -> withRatings(name, rows, cases));
    return cases;
  }
}
