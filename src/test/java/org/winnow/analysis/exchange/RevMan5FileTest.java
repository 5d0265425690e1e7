package org.winnow.analysis.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.winnow.analysis.exchange.ReviewAnalyses.Judgement;
import org.winnow.analysis.exchange.ReviewAnalyses.Level;
import org.winnow.figure.Wording;

class RevMan5FileTest {
  private final ReviewAnalyses.Reading reading;

  RevMan5FileTest() throws IOException {
    reading = RevMan5File.read(new ByteArrayInputStream(file()));
  }

  static byte[] file() throws IOException {
    try (InputStream in =
        RevMan5FileTest.class.getResourceAsStream("/analysis/exchange/made-up.rm5")) {
      assertThat(in).isNotNull();
      return in.readAllBytes();
    }
  }

  private ReviewAnalyses.Outcome outcome(int number) {
    return reading.review().comparisons().getFirst().outcomes().get(number - 1);
  }

  @Test
  void textsAreReadAsWindows1252WithAmpersandsThatWereNotEscaped() {
    assertThat(reading.review().title())
        .isEqualTo("Walking & swimming – a review of what’s made up");
    assertThat(reading.review().comparisons().getFirst().name())
        .isEqualTo("Walking versus nothing");
    assertThat(reading.review().studies())
        .extracting(ReviewAnalyses.Study::name)
        .containsExactly("Alpha 2001", "Beta & Söhne 2002", "Gamma 2003", "Lost-Found 1999");
  }

  @Test
  void judgementsOfBiasComeWithTheirDomains() {
    assertThat(reading.review().domains())
        .containsExactly("Allocation concealment", "Blinding: Pain");
    assertThat(reading.review().studies())
        .extracting(ReviewAnalyses.Study::bias)
        .containsExactly(
            Map.of("Allocation concealment", new Judgement(Level.LOW, "Sealed.\nOpaque.")),
            Map.of("Allocation concealment", new Judgement(Level.SOME, "")),
            Map.of("Blinding: Pain", new Judgement(Level.HIGH, "")),
            Map.of());
  }

  @Test
  void aRowSwitchedOffStaysOffAndOneWithoutEventsStaysOn() {
    assertThat(outcome(1).rows())
        .extracting(ReviewAnalyses.Row::included)
        .containsExactly(true, true, false);
    assertThat(outcome(1).rows().get(1).footnote()).isEqualTo("Read from a figure");
    assertThat(outcome(2).rows())
        .extracting(ReviewAnalyses.Row::included)
        .containsExactly(true, true, true);
  }

  @Test
  void ourResultsAgreeWithTheStoredOnesExceptWhereThoseAreRounded() {
    Differences differences = Differences.of(outcome(1));

    // Estimate, ends, statistic, P, Q, df, P of Q and I²; and of two studies estimate, ends,
    // weight.
    assertThat(differences.compared()).isEqualTo(9 + 8);
    assertThat(differences.list())
        .extracting(Differences.Difference::of, Differences.Difference::number)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Alpha 2001", "lower"),
            org.assertj.core.groups.Tuple.tuple("Alpha 2001", "upper"));
  }

  @Test
  void settingsAreReadWithTheirPeculiarities() {
    ReviewAnalyses.Outcome falls = outcome(2);

    assertThat(falls.settings().measure()).isEqualTo("RR");
    assertThat(falls.settings().method()).isEqualTo("MH");
    assertThat(falls.settings().model()).isEqualTo("random");
    assertThat(falls.settings().swapEvents()).isTrue();
    assertThat(falls.settings().totals()).isEqualTo("subgroups");
    assertThat(falls.settings().level()).isEqualTo(90);
    assertThat(falls.settings().studyLevel()).isEqualTo(99);
    assertThat(falls.groupLabels()).containsExactly("", "");
    assertThat(falls.subgroups()).containsExactly("Men", "Men (2)");
    assertThat(outcome(1).unit()).isEqualTo("cm");
    assertThat(outcome(1).graphLabels()).containsExactly("Favours walking", "Favours nothing");
  }

  @Test
  void effectsTypedInAreOnTheLogarithmicScale() {
    assertThat(outcome(3).settings().measure()).isEqualTo("HR");
    assertThat(outcome(3).rows().get(0).values().get("yi")).isCloseTo(Math.log(2), within(1e-15));
    assertThat(outcome(3).rows().get(0).values()).containsOnlyKeys("yi", "sei");
    assertThat(outcome(3).rows().get(1).values())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("yi", -0.75, "sei", 0.2, "n1i", 40.0, "n2i", 41.0));
    assertThat(outcome(4).data()).isEqualTo(ReviewAnalyses.Data.OBSERVED_EXPECTED);
    assertThat(outcome(4).analyse().summary().pooled().estimate()).isCloseTo(-0.5, within(1e-15));
  }

  @Test
  void whatIsNotCarriedAndWhatIsWrongIsSaid() {
    assertThat(reading.notCarried())
        .extracting(Wording::en)
        .containsExactlyInAnyOrder(
            "MAIN_TEXT (no data for analyses)",
            "REFERENCE (no data for analyses)",
            "Falls: subgroup Nobody without studies",
            "Walking versus nothing: Costs: a table of texts (1 rows)");
    assertThat(reading.problems())
        .extracting(problem -> problem.message().en())
        .containsExactly(
            "Falls: a subgroup Men is read as Men (2)",
            "study STD-Lost_x002d_Found-1999 is not among the included studies");
    assertThat(reading.problems()).allMatch(problem -> problem.line() > 40);
  }

  @Test
  void theSameOnOneLineAndInUtf8() throws IOException {
    String text = new String(file(), Charset.forName("windows-1252"));
    String oneLine = text.replace("\n", " ");

    assertThat(
            RevMan5File.read(new ByteArrayInputStream(oneLine.getBytes(StandardCharsets.UTF_8)))
                .review())
        .isEqualTo(reading.review());
  }

  @Test
  void logarithmsThatAreWrittenAreToTheBaseOfTenAndQIsTheTestOfSubgroups() throws IOException {
    java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
    ReviewAnalyses.Outcome falls = outcome(2);
    RevMan5File.write(
        new ReviewAnalyses(
            "",
            List.of(),
            List.of(),
            List.of(new ReviewAnalyses.Comparison("C", "", "", List.of(falls)))),
        out);
    String written = out.toString(StandardCharsets.UTF_8);
    String whole =
        written.substring(written.indexOf("<DICH_OUTCOME"), written.indexOf("<NAME>Falls"));
    double logarithm = attribute(whole, "LOG_EFFECT_SIZE");
    Map<String, Double> ours = ResultNumbers.of(falls.analyse());

    assertThat(Math.pow(10, logarithm)).isCloseTo(attribute(whole, "EFFECT_SIZE"), within(1e-12));
    assertThat(attribute(whole, "EFFECT_SIZE"))
        .isCloseTo(Math.exp(ours.get("estimate")), within(1e-12));
    assertThat(attribute(whole, "CHI2")).isEqualTo(ours.get("q"));
    assertThat(attribute(whole, "Q")).isEqualTo(ours.get("subgroupQ"));
  }

  private static double attribute(String element, String name) {
    int start = element.indexOf(" " + name + "=\"") + name.length() + 3;
    return Double.parseDouble(element.substring(start, element.indexOf('"', start)));
  }
}
