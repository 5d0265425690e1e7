package org.winnow.analysis.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.winnow.figure.Wording;

class RevManWebPackageTest {
  private static final String ROWS_HEAD =
      "Analysis group,Analysis number,Analysis name,Subgroup,Applicability,Study,Study year,"
          + "GIV Mean,GIV SE,Experimental mean,Experimental SD,Experimental cases,Experimental N,"
          + "Control mean,Control SD,Control cases,Control N,O-E,Variance,Weight,Mean,CI start,"
          + "CI end,Footnotes\n";

  private static ReviewAnalyses.Reading packed(Map<String, String> files) throws IOException {
    ByteArrayOutputStream inner = new ByteArrayOutputStream();
    Archive.write(files, inner);
    ByteArrayOutputStream outer = new ByteArrayOutputStream();
    try (java.util.zip.ZipOutputStream zip = new java.util.zip.ZipOutputStream(outer)) {
      zip.putNextEntry(new java.util.zip.ZipEntry("CD1-files/CD1-data.zip"));
      zip.write(inner.toByteArray());
    }
    return ReviewFile.read(new ByteArrayInputStream(outer.toByteArray())).reading();
  }

  /** The settings as packages had them before 2025. */
  private static final String SETTINGS =
      "\uFEFFAnalysis group,Analysis number,Analysis name,Analysis group name,Data type,"
          + "Log-scale data,Experimental intervention,Control intervention,"
          + "Experimental group label,Control group label,Statistical method,Effect measure,"
          + "Unit of effect measure,Analysis model,Subgroup estimates,Overall estimates,"
          + "Test for subgroup differences,Swap event and non-event,Study CI,Estimate CI,Mean,"
          + "CI start,CI end,Heterogeneity Chi²,Heterogeneity df,ID\n"
          + "1,1,Pain,Walking versus nothing,Continuous,FALSE,Walking,Nothing,Walk,#N/A,IV,"
          + "Mean Difference,cm,Fixed effect,TRUE,TRUE,TRUE,FALSE,95%,95%,1.5,0.520018,2.479982,1,1,"
          + "CMP-001.01\n";

  @Test
  void anArchiveInAnArchiveIsRead() throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("CD1-analysis-data/CD1-overall-estimates-and-settings.csv", SETTINGS);
    files.put(
        "CD1-analysis-data/CD1-data-rows.csv",
        "\uFEFF"
            + ROWS_HEAD
            + "1,1,Pain,,SUBGROUP_AND_OVERALL,Alpha 2001,2001,0,0,10,2,0,16,8,2,0,16,0,0,50,2,"
            + "0.614096,3.385904,\n"
            + "1,1,Pain,,SUBGROUP_AND_OVERALL,Beta 2002,2002,0,0,5,3,0,36,4,3,0,36,0,0,50,1,"
            + "-0.385904,2.385904,Read from a figure\n");
    files.put(
        "CD1-study-data/CD1-risk-of-bias.csv",
        "Study,Domain (judgement): Randomisation,Domain (support): Randomisation\n"
            + "Alpha 2001,Some concerns,Not told.\nBeta 2002,Serious risk,\n");
    files.put("CD1-CMP-001.01.svg", "<svg/>");
    ReviewAnalyses.Reading reading = packed(files);

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.notCarried())
        .extracting(Wording::en)
        .containsExactly("file CD1-CMP-001.01.svg");
    ReviewAnalyses.Comparison comparison = reading.review().comparisons().getFirst();
    assertThat(comparison.experimental()).isEqualTo("Walking");
    ReviewAnalyses.Outcome pain = comparison.outcomes().getFirst();
    assertThat(pain.groupLabels()).containsExactly("Walk", "");
    assertThat(pain.settings().convention()).isEqualTo("revman-web");
    Differences differences = Differences.of(pain);
    assertThat(differences.list()).isEmpty();
    assertThat(differences.compared()).isEqualTo(5 + 8);
    assertThat(reading.review().studies())
        .extracting(s -> s.bias().get("Randomisation"))
        .extracting(ReviewAnalyses.Judgement::level)
        .containsExactly(ReviewAnalyses.Level.SOME, ReviewAnalyses.Level.SERIOUS);
  }

  @Test
  void rowsThatCountOnlyInTheirSubgroupLeaveTheTotalToTheOthers() throws IOException {
    String row = ",,,,,0,20,,,6,21,,,,,,,\n";
    ReviewAnalyses.Reading reading =
        packed(
            Map.of(
                "x-overall-estimates-and-settings.csv",
                "Analysis group,Analysis number,Analysis name,Analysis group name,Data type,"
                    + "Statistical method,Effect measure,Analysis model,Overall estimates\n"
                    + "1,1,Falls,C,Dichotomous,Mantel-Haenszel,Risk Ratio,Random effects,TRUE\n",
                "x-data-rows.csv",
                ROWS_HEAD
                    + "1,1,Falls,A,SUBGROUP_ONLY,Alpha"
                    + row
                    + "1,1,Falls,B,SUBGROUP_ONLY,Alpha"
                    + row
                    + "1,1,Falls,,OVERALL_ONLY,Alpha"
                    + row));
    ReviewAnalyses.Outcome falls = reading.review().comparisons().getFirst().outcomes().getFirst();

    assertThat(falls.rows())
        .extracting(ReviewAnalyses.Row::included)
        .containsExactly(false, false, true);
    assertThat(reading.notCarried()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "RR, MH, fixed",
    "RR, MH, random",
    "RR, IV, fixed",
    "OR, MH, fixed",
    "OR, IV, random",
    "PETO, PETO, fixed",
    "RD, MH, fixed"
  })
  void settingsThatAreNotInTheRowsAreFoundFromWeightsAndEffects(
      String measure, String method, String model) throws IOException {
    ReviewAnalyses.Outcome outcome =
        new ReviewAnalyses.Outcome(
            "Falls",
            ReviewAnalyses.Data.DICHOTOMOUS,
            Settings.of(
                measure,
                method,
                model.equals("random"),
                "DL",
                "wald",
                "off",
                95,
                "",
                "revman-web",
                false,
                "overall",
                95),
            "",
            true,
            List.of("", ""),
            List.of("", ""),
            List.of(
                row("A", 4, 123, 11, 139), row("B", 26, 306, 29, 303), row("C", 62, 135, 48, 128)),
            Map.of(),
            Map.of());
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    RevManWebPackage.write(
        new ReviewAnalyses(
            "",
            List.of(),
            List.of(),
            List.of(new ReviewAnalyses.Comparison("C", "", "", List.of(outcome)))),
        RevManWebPackage.ForestPlots.NONE,
        file);
    Map<String, byte[]> files = Archive.read(file.toByteArray());
    ReviewFile.Found found =
        ReviewFile.read(new ByteArrayInputStream(files.get("review-data-rows.csv")));
    ReviewAnalyses.Outcome read =
        found.reading().review().comparisons().getFirst().outcomes().getFirst();

    assertThat(found.format()).isEqualTo(ReviewFile.Format.REVMAN_WEB);
    assertThat(read.settings().measure()).isEqualTo(measure);
    assertThat(read.settings().method()).isEqualTo(method);
    assertThat(read.settings().model()).isEqualTo(model);
    assertThat(found.reading().notCarried()).singleElement().asString().contains("settings");
  }

  private static ReviewAnalyses.Row row(String study, double a, double n1, double c, double n2) {
    return new ReviewAnalyses.Row(
        study, "", "", "", Map.of("ai", a, "n1i", n1, "ci", c, "n2i", n2), true, "", "", Map.of());
  }

  @Test
  void forestPlotsGoAlongUnderTheNumberOfTheirAnalysis() throws IOException {
    ReviewAnalyses review =
        RevMan5File.read(new ByteArrayInputStream(RevMan5FileTest.file())).review();
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    RevManWebPackage.write(
        review,
        (comparison, outcome) ->
            outcome.name().equals("Pain") ? Optional.of("<svg>drawn</svg>") : Optional.empty(),
        file);
    Map<String, String> texts = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file.toByteArray()))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        texts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }

    assertThat(texts)
        .containsOnlyKeys(
            "review-analysis-data/review-data-rows.csv",
            "review-analysis-data/review-overall-estimates-and-settings.csv",
            "review-analysis-data/review-subgroup-estimates.csv",
            "review-study-data/review-study-information.csv",
            "review-study-data/review-risk-of-bias.csv",
            "review-CMP-001.01.svg");
    assertThat(texts.get("review-analysis-data/review-data-rows.csv")).startsWith("\uFEFF");
  }
}
