package org.winnow.synthesis;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.winnow.metaanalysis.BinaryMeasure;
import org.winnow.metaanalysis.CorrelationMeasure;
import org.winnow.metaanalysis.MeanMeasure;
import org.winnow.metaanalysis.ProportionMeasure;
import org.winnow.metaanalysis.RateMeasure;

/** What studies give to a synthesis, by the columns of its table. */
enum DataKind {
  DICHOTOMOUS(List.of("ai", "n1i", "ci", "n2i"), measures(BinaryMeasure.values())),
  CONTINUOUS(List.of("m1i", "sd1i", "n1i", "m2i", "sd2i", "n2i"), measures(MeanMeasure.values())),
  EFFECT(
      List.of("yi", "sei"),
      Set.of("GEN", "OR", "RR", "RD", "HR", "IRR", "IRD", "MD", "SMD", "ROM", "PETO")),
  OBSERVED_EXPECTED(List.of("oe", "v"), Set.of("PETO", "HR")),
  RATES(List.of("x1i", "t1i", "x2i", "t2i"), measures(RateMeasure.Contrast.values())),
  PROPORTION(List.of("xi", "ni"), measures(ProportionMeasure.values())),
  CORRELATION(List.of("ri", "ni"), measures(CorrelationMeasure.values()));

  private static final Set<String> COUNTS =
      Set.of("ai", "ci", "n1i", "n2i", "x1i", "x2i", "xi", "ni");
  private static final Set<String> NEVER_NEGATIVE =
      Set.of("sd1i", "sd2i", "sei", "v", "t1i", "t2i");

  private final List<String> columns;
  private final Set<String> measures;

  DataKind(List<String> columns, Set<String> measures) {
    this.columns = columns;
    this.measures = measures;
  }

  private static Set<String> measures(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).collect(Collectors.toUnmodifiableSet());
  }

  @JsonValue
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @JsonCreator
  static DataKind of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  List<String> columns() {
    return columns;
  }

  /** Columns that are kept and shown, but of which no effect is computed. */
  List<String> shown() {
    return this == EFFECT ? List.of("n1i", "n2i") : List.of();
  }

  boolean has(String measure) {
    return measures.contains(measure);
  }

  static boolean isNeverNegative(String column) {
    return COUNTS.contains(column) || NEVER_NEGATIVE.contains(column);
  }

  /** The total that a number of events belongs to. */
  static Optional<String> totalOf(String column) {
    return switch (column) {
      case "ai" -> Optional.of("n1i");
      case "ci" -> Optional.of("n2i");
      case "xi" -> Optional.of("ni");
      default -> Optional.empty();
    };
  }
}
