package org.winnow.analysis.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.winnow.figure.Wording;

class RevMan5CsvTest {
  private static final String HEAD =
      "Comparison Number,Outcome Number,Subgroup Number,Name,Data Type,Statistical Method,"
          + "Effect Measure,Analysis Model,Events 1,Mean 1,SD 1,Total 1,Events 2,Mean 2,SD 2,Total 2,"
          + "Effect Estimate,SE,CI Start,CI End,Weight,Q,P(Q),I²(Q),Tau²,Z,P(Z),Qint,P(Qint),"
          + "I²(Qint),df,Group Label 1,Group Label 2,Left Graph Label,Right Graph Label,"
          + "Year of study,User defined order\n";

  private static ReviewAnalyses.Reading read(String text) throws IOException {
    return RevMan5Csv.read(
        new ByteArrayInputStream((HEAD + text).getBytes(StandardCharsets.ISO_8859_1)));
  }

  @Test
  void comparisonsOutcomesSubgroupsAndStudiesAreToldApart() throws IOException {
    ReviewAnalyses.Reading reading =
        read(
            "1,0,0,Gehen über Nichts,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,\n"
                + "1,1,0,Pain,CON,IV,MD,Fixed,,,,52,,,,52,1.5,,0.520018,2.479982,100,1,0.317311,0,,3,"
                + "0.0027,,,,1,Walking,Nothing,good,bad,,\n"
                + "1,1,1,Men,CON,,,,,,,16,,,,16,2,,,,50,,,,,,,,,,,,,,,,\n"
                + "1,1,1,Alpha 2001,,,,,,10,2,16,,8,2,16,2,,,,50,,,,,,,,,,,,,,,2001,1\n"
                + "1,1,2,Women,CON,,,,,,,36,,,,36,1,,,,50,,,,,,,,,,,,,,,,\n"
                + "1,1,2,Beta 2002,,,,,,5,3,36,,4,3,36,1,,,,50,,,,,,,,,,,,,,,2002,1\n"
                + "1,1,2,Gamma 2003,,,,,,9,3,\"1,036\",,4,3,36,,,,,0,,,,,,,,,,,,,,,2003,2\n");

    assertThat(reading.problems()).isEmpty();
    ReviewAnalyses.Comparison comparison = reading.review().comparisons().getFirst();
    assertThat(comparison.name()).isEqualTo("Gehen über Nichts");
    ReviewAnalyses.Outcome pain = comparison.outcomes().getFirst();
    assertThat(pain.subgroups()).containsExactly("Men", "Women");
    assertThat(pain.rows())
        .extracting(ReviewAnalyses.Row::included)
        .containsExactly(true, true, false);
    assertThat(pain.rows().get(2).values()).containsEntry("n1i", 1036.0);
    assertThat(pain.groupLabels()).containsExactly("Walking", "Nothing");
    assertThat(pain.analyse().summary().pooled().estimate()).isCloseTo(1.5, within(1e-14));
    assertThat(Differences.of(pain).list()).isEmpty();
    assertThat(Differences.of(pain).compared()).isPositive();
  }

  @Test
  void hazardRatiosAreShownAsTheyAreAndAnalysedAsLogarithms() throws IOException {
    ReviewAnalyses.Outcome death =
        read("1,0,0,C,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,\n"
                + "1,1,0,Death,IV,IV,Hazard Ratio,Random,,,,,,,,,,,,,,,,,,,,,,,,,,,,,\n"
                + "1,1,0,Alpha 2001,,,,,,,,,,,,,0.5,0.2,,,,,,,,,,,,,,,,,,2001,1\n")
            .review()
            .comparisons()
            .getFirst()
            .outcomes()
            .getFirst();

    assertThat(death.settings().measure()).isEqualTo("HR");
    assertThat(death.rows().getFirst().values()).isEqualTo(Map.of("yi", Math.log(0.5), "sei", 0.2));
  }

  @Test
  void wrongCellsNameTheirLine() throws IOException {
    ReviewAnalyses.Reading reading =
        read(
            "1,0,0,C,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,\n"
                + "1,1,0,Falls,DIC,MH,RR,Fixed,,,,,,,,,,,,,,,,,,,,,,,,,,,,,\n"
                + "1,1,0,Alpha,,,,,three,,,16,4,,,16,,,,,,,,,,,,,,,,,,,,2001,1\n"
                + "1,x,0,Beta,,,,,3,,,16,4,,,16,,,,,,,,,,,,,,,,,,,,2001,1\n"
                + "2,7,0,Gamma,,,,,3,,,16,4,,,16,,,,,,,,,,,,,,,,,,,,2001,1\n");

    assertThat(reading.problems())
        .extracting(problem -> problem.line() + " " + problem.message().en())
        .containsExactly(
            "4 Falls, Alpha, Events 1: no number: three",
            "5 Beta: Outcome Number: no number: x",
            "6 Gamma: a study of an outcome 2.7 that is not there");
    assertThat(reading.problems().getFirst().message().zh())
        .isEqualTo("Falls, Alpha，Events 1：不是数字：three");
    assertThat(reading.review().comparisons().getFirst().outcomes().getFirst().rows())
        .singleElement()
        .matches(row -> !row.included());
  }

  @Test
  void settingsBeyondRevMan5AreNamed() throws IOException {
    ReviewAnalyses.Outcome outcome =
        new ReviewAnalyses.Outcome(
            "Stroke",
            ReviewAnalyses.Data.RATES,
            Settings.of(
                "IRR", "IV", true, "REML", "hksj", "t-k1", 95, "", "metafor", false, "overall", 95),
            "",
            true,
            List.of("", ""),
            List.of("", ""),
            List.of(row("Alpha", 4, 100, 8, 110), row("Beta", 9, 200, 8, 210)),
            Map.of(),
            Map.of());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<Wording> notCarried =
        RevMan5Csv.write(
            new ReviewAnalyses(
                "",
                List.of(),
                List.of(),
                List.of(new ReviewAnalyses.Comparison("C", "", "", List.of(outcome)))),
            out);

    assertThat(notCarried)
        .extracting(Wording::en)
        .containsExactly(
            "C: Stroke: the data, which are written as effects with standard errors (IRR)",
            "C: Stroke: the estimator of τ² (RevMan 5 has DerSimonian-Laird)",
            "C: Stroke: the interval hksj (RevMan 5 has Wald's)",
            "C: Stroke: the prediction interval");
    ReviewAnalyses.Outcome read =
        RevMan5Csv.read(new ByteArrayInputStream(out.toByteArray()))
            .review()
            .comparisons()
            .getFirst()
            .outcomes()
            .getFirst();
    assertThat(read.settings().measure()).isEqualTo("IRR");
    assertThat(read.rows().getFirst().values().get("yi"))
        .isCloseTo(Math.log(4.0 / 100 / (8.0 / 110)), within(1e-14));
  }

  private static ReviewAnalyses.Row row(String study, double x1, double t1, double x2, double t2) {
    return new ReviewAnalyses.Row(
        study,
        "",
        "",
        "",
        Map.of("x1i", x1, "t1i", t1, "x2i", x2, "t2i", t2),
        true,
        "",
        "",
        Map.of());
  }
}
