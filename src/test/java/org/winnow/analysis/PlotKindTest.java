package org.winnow.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.winnow.figure.Anchor;
import org.winnow.figure.FigureLanguage;
import org.winnow.figure.PdfWriter;
import org.winnow.figure.Scene;
import org.winnow.figure.Shape;
import org.winnow.figure.SvgWriter;
import org.winnow.figure.plot.Boxes;

class PlotKindTest {
  /** The 13 trials of BCG vaccine (Colditz 1994) with invented judgements. */
  private static final String BCG =
      """
      study,year,allocation,ablat,ai,n1i,ci,n2i,D1,D2,overall,footnote
      Aronson 1948,1948,random,44,4,123,11,139,low,high,high,
      Ferguson 1949,1949,random,55,6,306,29,303,low,low,low,Events read from a figure
      Rosenthal 1960,1960,random,42,3,231,11,220,some,low,some,
      Hart 1977,1977,random,52,62,13598,248,12867,low,,low,Events read from a figure
      Frimodt-Moller 1973,1973,alternate,13,33,5069,47,5808,high,high,high,
      Stein 1953,1953,alternate,44,180,1541,372,1451,high,low,high,Cluster trial
      Vandiviere 1973,1973,random,19,8,2545,10,629,low,low,low,
      Madras 1980,1980,random,13,505,88391,499,88391,low,low,low,
      Coetzee 1968,1968,random,27,29,7499,45,7277,low,low,low,
      Rosenthal 1961,1961,systematic,42,17,1716,65,1665,high,some,high,
      Comstock 1974,1974,systematic,18,186,50634,141,27338,high,low,high,
      Comstock 1969,1969,systematic,33,5,2498,3,2341,low,low,low,
      Comstock 1976,1976,systematic,33,27,16913,29,17854,low,low,low,
      """;

  private static Analysis analysis(String csv, String measure, String convention, String subgroup)
      throws IOException {
    return AnalysisSettings.of(
            Map.of("measure", measure, "convention", convention, "subgroup", subgroup))
        .analyse(StudyTable.read(new StringReader(csv)));
  }

  private static Analysis bcg() throws IOException {
    return analysis(BCG, "RR", "metafor", "");
  }

  private static PlotOptions options(String... words) {
    return PlotOptions.of(
        Stream.of(words)
            .map(word -> word.split("=", 2))
            .collect(Collectors.toMap(w -> w[0], w -> List.of(w[1].split(";")))));
  }

  private static String svg(Scene scene) {
    return SvgWriter.write(scene, SvgWriter.Colours.FIXED);
  }

  private static List<String> texts(Plot plot) {
    return plot.scene().texts().stream().map(Shape.Text::plain).toList();
  }

  /** The texts of every row, from left to right. */
  private static List<String> rows(Plot plot) {
    return plot.scene().shapes().stream()
        .filter(Shape.Group.class::isInstance)
        .map(
            group ->
                Scene.textsOf(group).stream()
                    .map(Shape.Text::plain)
                    .collect(Collectors.joining(" ")))
        .toList();
  }

  @ParameterizedTest
  @EnumSource(PlotKind.class)
  void everyFigureIsWholeInBothLanguagesAndTheSameTwice(PlotKind kind) throws IOException {
    for (String language : List.of("en", "zh")) {
      PlotOptions options =
          options(
              "moderator=ablat",
              "contours=yes",
              "trimfill=yes",
              "egger=yes",
              "language=" + language);
      Plot plot = kind.draw(bcg(), options);

      Boxes.assertThatNoTextsOverlapAndAllIsInside(plot.scene());
      plot.pages().forEach(Boxes::assertThatNoTextsOverlapAndAllIsInside);
      assertThat(plot.scene().language()).isEqualTo(language);
      assertThat(plot.scene().title()).isNotBlank();
      assertThat(plot.scene().description()).isNotBlank().doesNotContain("NaN");
      assertThat(plot.table()).hasSizeGreaterThan(3);
      int columns = plot.table().getFirst().size();
      assertThat(plot.table()).allMatch(row -> row.size() == columns);
      assertThat(plot.csv()).doesNotContain("NaN");
      assertThat(svg(plot.scene())).doesNotContain("NaN");
      if (language.equals("zh")) {
        assertThat(texts(plot)).anyMatch(text -> text.codePoints().anyMatch(c -> c > 0x4e00));
        Plot again = kind.draw(bcg(), options);
        assertThat(svg(again.scene())).isEqualTo(svg(plot.scene()));
        assertThat(pdf(again)).isEqualTo(pdf(plot));
        assertThat(again.csv()).isEqualTo(plot.csv());
      }
    }
  }

  private static byte[] pdf(Plot plot) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PdfWriter.write(plot.pages(), out);
    return out.toByteArray();
  }

  /** Tables that are at the edge of what can be drawn, and whether they can. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          one          | a,-0.5,0.04
          two          | a,-0.5,0.04;b,0.3,0.09
          two alike    | a,0.5,0.04;b,0.5,0.04
          all alike    | a,0.2,0.1;b,0.2,0.1;c,0.2,0.1;d,0.2,0.1
          none         | a,0,0.1;b,0,0.1;c,0,0.1
          far apart    | a,1e6,1e-12;b,-1e6,1e12;c,3,1e-12;d,1e8,4
          tiny         | a,1e-12,1e-20;b,2e-12,1e-22;c,0,1e-21
          partly       | a,0.3,0.1;b,NA,0.1;c,0.5,0;d,0.1,0.2
          """)
  void whatIsAtTheEdgeIsDrawnOrRefusedButNeverBroken(String name, String rows) throws IOException {
    String csv = "study,yi,vi\n" + rows.replace(';', '\n') + "\n";
    for (String measure : List.of("GEN", "OR")) {
      Analysis analysis = analysis(csv, measure, "metafor", "");
      int drawn = 0;
      for (PlotKind kind : PlotKind.values()) {
        Plot plot;
        try {
          plot = kind.draw(analysis, options("contours=yes", "trimfill=yes", "egger=yes"));
        } catch (IllegalArgumentException e) {
          assertThat(e.getMessage()).isNotBlank();
          continue;
        }
        drawn++;
        assertThat(svg(plot.scene())).doesNotContain("NaN").doesNotContain("Infinity");
        assertThat(plot.scene().width()).isLessThan(2000);
        Boxes.assertThatNoTextsOverlapAndAllIsInside(plot.scene());
      }
      assertThat(drawn).isGreaterThanOrEqualTo(3);
    }
  }

  @Property(tries = 60)
  void anyStudiesCanBeDrawn(
      @ForAll @Size(min = 3, max = 12) List<@DoubleRange(min = -7, max = 7) Double> effects,
      @ForAll @DoubleRange(min = 0.01, max = 9) double variance,
      @ForAll boolean ratio,
      @ForAll boolean chinese,
      @ForAll @IntRange(max = 5) int layout)
      throws IOException {
    String csv =
        "study,yi,vi,ni,x\n"
            + IntStream.range(0, effects.size())
                .mapToObj(
                    i ->
                        "A study "
                            + i
                            + ","
                            + effects.get(i)
                            + ","
                            + variance * (1 + i % 4)
                            + ","
                            + (10 + i * i)
                            + ","
                            + i)
                .collect(Collectors.joining("\n"));
    Analysis analysis = analysis(csv, ratio ? "OR" : "GEN", "metafor", "");
    String[] words = {
      "language=" + (chinese ? "zh" : "en"),
      "layout=" + List.of("revman", "jama", "bmj", "lancet", "plain", "grayscale").get(layout),
      "moderator=x",
      "y=" + List.of("se", "precision", "variance", "n", "root-n", "se").get(layout),
      "prediction=" + (chinese ? "both" : "bar"),
      "contours=yes",
      "columns=ni",
      "weights=both",
      "density=yes",
      "certainty=" + List.of("high", "moderate", "low", "very-low").get(layout % 4),
      "decimal=,"
    };
    for (PlotKind kind : PlotKind.values()) {
      if (kind != PlotKind.LABBE && kind != PlotKind.BIAS_TABLE && kind != PlotKind.BIAS_SUMMARY) {
        Plot plot = kind.draw(analysis, options(words));
        assertThat(svg(plot.scene())).doesNotContain("NaN").doesNotContain("Infinity");
        Boxes.assertThatNoTextsOverlapAndAllIsInside(plot.scene());
      }
    }
  }

  @Test
  void aPlotThatTheDataDoNotAllowIsRefusedInWords() throws IOException {
    Analysis plain = analysis("study,yi,vi\na,0.1,0.2\nb,0.4,0.2\n", "OR", "metafor", "");

    assertThatThrownBy(() -> PlotKind.LABBE.draw(plain, options()))
        .hasMessage("L'Abbé's plot needs the events and totals of both arms (ai, n1i, ci, n2i)");
    assertThatThrownBy(() -> PlotKind.GOSH.draw(plain, options("language=zh")))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal ->
                assertThat(refusal.in(FigureLanguage.CHINESE)).isEqualTo("此图至少需要3项有效应估计的研究，现有2项"));
    assertThatThrownBy(() -> PlotKind.BUBBLE.draw(bcg(), options()))
        .hasMessage("A bubble plot needs a moderator: a column with numbers");
    assertThatThrownBy(() -> PlotKind.BUBBLE.draw(bcg(), options("moderator=allocation")))
        .hasMessage("There is no column with numbers that is called allocation");
    assertThatThrownBy(() -> PlotKind.BIAS_TABLE.draw(plain, options()))
        .hasMessageStartingWith("There are no judgements of bias");
    assertThatThrownBy(() -> PlotKind.FUNNEL.draw(plain, options("y=n")))
        .hasMessage("Row 1: has no sample size for the upright axis");
    assertThatThrownBy(() -> PlotKind.named("pie"))
        .hasMessageStartingWith("there is no plot pie; there are forest, funnel, leave-one-out");
    assertThatThrownBy(() -> options("colour=red")).hasMessage("there is no option colour");
    assertThatThrownBy(() -> options("sort=luck"))
        .hasMessage("sort is bias, effect, name, table, weight, year: luck");
  }

  @Test
  void theCumulativePlotBeginsWithTheOldestStudyAndEndsWithTheWholeAnalysis() throws IOException {
    Plot plot = PlotKind.CUMULATIVE.draw(bcg(), options("layout=bmj"));

    List<String> rows = rows(plot);
    assertThat(rows.getFirst()).startsWith("Aronson 1948 1 0.41 (0.13 to 1.26)");
    assertThat(rows.get(1)).startsWith("+ Ferguson 1949 2 ");
    assertThat(rows.get(12).replace("+ Madras 1980", ""))
        .isEqualTo(rows.get(13).replace("All studies", ""));
  }

  @Test
  void leavingOneOutPoolsTheOthersByTheMethodOfTheAnalysis() throws IOException {
    AnalysisSettings settings =
        AnalysisSettings.of(
            Map.of("measure", "RR", "method", "MH", "model", "fixed", "convention", "revman5"));
    String without =
        BCG.lines().filter(l -> !l.startsWith("Hart")).collect(Collectors.joining("\n"));
    double expected =
        settings.analyse(StudyTable.read(new StringReader(without))).summary().pooled().estimate();

    Plot plot =
        PlotKind.LEAVE_ONE_OUT.draw(
            settings.analyse(StudyTable.read(new StringReader(BCG))), options());

    List<String> row =
        plot.table().stream()
            .filter(r -> r.get(1).equals("Omitting Hart 1977"))
            .findFirst()
            .orElseThrow();
    assertThat(Double.parseDouble(row.get(row.size() - 3)))
        .isCloseTo(Math.exp(expected), within(1e-12));
  }

  @Test
  void studiesAreSortedAndPropertiesAndBothWeightsAreShown() throws IOException {
    Plot plot =
        PlotKind.FOREST.draw(
            bcg(), options("sort=weight", "columns=year;allocation", "weights=both", "layout=bmj"));

    assertThat(texts(plot)).contains("Year", "allocation", "Fixed", "Random");
    // The fixed weights of metafor; the random ones decide the order.
    assertThat(rows(plot).getFirst())
        .isEqualTo(
            "Madras 1980 1980 random 505/88391 499/88391 1.01 (0.89 to 1.14) 41.4% 10.2% + +");
    assertThat(rows(PlotKind.FOREST.draw(bcg(), options("sort=year"))))
        .element(2)
        .asString()
        .startsWith("Stein 1953");
    assertThat(rows(PlotKind.FOREST.draw(bcg(), options("sort=name", "weights=none"))).getFirst())
        .isEqualTo("Aronson 1948 4 123 11 139 0.41 [0.13, 1.26] + −");
  }

  @Test
  void totalsAndLevelsAreThoseOfTheSettings() throws IOException {
    Map<String, String> words =
        Map.of(
            "measure", "RR", "subgroup", "allocation", "studyLevel", "99", "totals", "subgroups");
    Analysis analysis = AnalysisSettings.of(words).analyse(StudyTable.read(new StringReader(BCG)));

    Plot plot = PlotKind.FOREST.draw(analysis, options());
    assertThat(texts(plot)).contains("IV, Random, 99% CI", "Subtotal (95% CI)");
    assertThat(rows(plot)).noneMatch(row -> row.startsWith("Total (95% CI)"));
    assertThat(rows(plot).getLast()).startsWith("Test for subgroup differences: ");
    assertThat(rows(plot))
        .anyMatch(row -> row.matches("Aronson 1948 4 123 11 139 .*% 0.41 \\[0.09, 1.79\\].*"));
  }

  @Test
  void anExcludedRowIsShownWithItsReasonButNotPooled() throws IOException {
    String csv =
        BCG.replace("D2,overall,footnote", "D2,overall,excluded")
            .replace("Events read from a figure", "")
            .replace("Cluster trial", "a cluster trial");
    Analysis analysis = analysis(csv, "RR", "metafor", "allocation");

    List<String> rows = rows(PlotKind.FOREST.draw(analysis, options()));
    assertThat(analysis.rows()).hasSize(12);
    assertThat(rows)
        .contains("Stein 1953 (excluded: a cluster trial) 180 1541 372 1451 0.46 [0.39, 0.54] − +");
    assertThat(rows).anyMatch(row -> row.startsWith("Subtotal (95% CI) 5069 5808 "));
    assertThat(rows(PlotKind.FOREST.draw(analysis, options("excluded=hide"))))
        .noneMatch(row -> row.contains("excluded"));
  }

  @Test
  void aFootnoteHasOneSignForAllThatShareIt() throws IOException {
    Plot revMan = PlotKind.FOREST.draw(bcg(), options());
    Plot bmj = PlotKind.FOREST.draw(bcg(), options("layout=bmj"));

    assertThat(texts(revMan))
        .contains(
            "Ferguson 1949 (1)",
            "Hart 1977 (1)",
            "Stein 1953 (2)",
            "(1) Events read from a figure",
            "(2) Cluster trial");
    assertThat(texts(bmj)).contains("Hart 1977¹", "¹ Events read from a figure");
  }

  @Test
  void theDecimalMarkIsTheOneThatIsAskedFor() throws IOException {
    Plot plot = PlotKind.FOREST.draw(bcg(), options("decimal=,", "layout=plain"));

    assertThat(rows(plot).getFirst()).contains("0,41 (0,13; 1,26)").contains("5,1%");
    assertThat(texts(plot)).contains("0,5").noneMatch(t -> t.matches(".*\\d\\.\\d.*"));
  }

  @Test
  void aFunnelOverParticipantsOrPrecisionHasTheLargestStudyOnTop() throws IOException {
    for (String y : List.of("se", "precision", "variance")) {
      Plot plot = PlotKind.FUNNEL.draw(bcg(), options("y=" + y));
      assertThat(heights(plot).getFirst()).isEqualTo("Madras 1980");
      assertThat(texts(plot)).contains("Pseudo 95% limits");
    }
    for (String y : List.of("n", "root-n")) {
      Plot plot = PlotKind.FUNNEL.draw(bcg(), options("y=" + y));
      assertThat(heights(plot)).startsWith("Madras 1980", "Comstock 1974");
      assertThat(texts(plot)).doesNotContain("Pseudo 95% limits");
    }
  }

  /** The studies from the top of the figure. */
  private static List<String> heights(Plot plot) {
    return plot.scene().shapes().stream()
        .filter(s -> s instanceof Shape.Group g && "study".equals(g.data().get("kind")))
        .map(Shape.Group.class::cast)
        .sorted(
            Comparator.comparingDouble(g -> ((Shape.Circle) g.shapes().getFirst()).centre().y()))
        .map(g -> g.data().get("study"))
        .toList();
  }

  @Test
  void proportionsStandOnTheScaleOfTheAnalysisUnderTheNumbersThatAreShown() throws IOException {
    String csv = "study,xi,ni\na,2,100\nb,40,90\nc,85,100\nd,5,10\ne,12,15\n";
    Analysis analysis = analysis(csv, "PLO", "metafor", "");

    for (PlotKind kind : List.of(PlotKind.FUNNEL, PlotKind.DOI, PlotKind.DRAPERY, PlotKind.GOSH)) {
      Plot plot = kind.draw(analysis, options());
      assertThat(texts(plot)).contains("Proportion");
      Boxes.assertThatNoTextsOverlapAndAllIsInside(plot.scene());
      List<Shape.Text> ticks =
          plot.scene().texts().stream()
              .filter(t -> t.anchor() == Anchor.MIDDLE && t.plain().matches("0\\.\\d+"))
              .toList();
      assertThat(ticks).hasSizeGreaterThan(3);
      double first = logit(ticks.getFirst());
      double unit =
          (ticks.getLast().at().x() - ticks.getFirst().at().x()) / (logit(ticks.getLast()) - first);
      assertThat(ticks)
          .allSatisfy(
              t ->
                  assertThat(t.at().x())
                      .isCloseTo(
                          ticks.getFirst().at().x() + unit * (logit(t) - first), within(1e-6)));
    }
  }

  private static double logit(Shape.Text tick) {
    double p = Double.parseDouble(tick.plain());
    return Math.log(p / (1 - p));
  }

  @Test
  void goshDrawsAllSubsetsOfFewStudiesAndASeededSampleOfMany() throws IOException {
    // 2^13 less the empty set and the 13 single studies.
    Plot all = PlotKind.GOSH.draw(bcg(), options());
    assertThat(subsets(all)).isEqualTo(8192 - 14);

    String many =
        "study,yi,vi\n"
            + IntStream.range(0, 40)
                .mapToObj(i -> "s" + i + "," + Math.sin(i) + "," + (0.1 + i % 5))
                .collect(Collectors.joining("\n"));
    Analysis analysis = analysis(many, "GEN", "metafor", "");
    Plot one = PlotKind.GOSH.draw(analysis, options("subsets=500", "seed=1"));
    assertThat(subsets(one)).isEqualTo(500);
    assertThat(PlotKind.GOSH.draw(analysis, options("subsets=500", "seed=2")).csv())
        .isNotEqualTo(one.csv());
  }

  private static int subsets(Plot plot) {
    return plot.table().stream().skip(1).mapToInt(row -> Integer.parseInt(row.getLast())).sum();
  }

  @Test
  void theBubblePlotSaysTheSlopeThatTheRegressionHas() throws IOException {
    // metafor: rma(yi, vi, mods = ~ ablat) for these data gives -0.0291 (0.0072).
    assertThat(texts(PlotKind.BUBBLE.draw(bcg(), options("moderator=ablat"))))
        .anyMatch(
            t -> t.startsWith("Change of the log per unit: −0.0291 (95% CI −0.0432 to −0.0150"));
  }

  @Test
  void theTableOfBiasHasEveryJudgementAndTheSummaryItsWeightedShares() throws IOException {
    Plot table = PlotKind.BIAS_TABLE.draw(bcg(), options("domains=Randomisation;Missing data"));
    assertThat(texts(table)).contains("A", "B", "Overall", "(A) Randomisation", "Low risk");
    assertThat(table.table().get(4)).containsExactly("Hart 1977", "low", "", "low");

    Plot alike = PlotKind.BIAS_SUMMARY.draw(bcg(), options("weights=none"));
    assertThat(Double.parseDouble(alike.table().get(1).get(3))).isCloseTo(400 / 13.0, within(1e-9));
    double[] weights = bcg().weights();
    Plot weighted = PlotKind.BIAS_SUMMARY.draw(bcg(), options());
    assertThat(Double.parseDouble(weighted.table().get(1).get(3)))
        .isCloseTo(weights[4] + weights[5] + weights[9] + weights[10], within(1e-9));
  }

  @Test
  void aNameThatRepeatsIsShownWithItsSubgroup() throws IOException {
    String csv =
        "study,route,yi,vi\nA 2001,oral,0.1,0.2\nA 2001,local,0.9,0.2\nB 2002,oral,0.3,0.1\n";
    Plot plot =
        PlotKind.BAUJAT.draw(analysis(csv, "GEN", "metafor", "route"), options("language=zh"));

    assertThat(plot.table().stream().map(List::getFirst))
        .containsExactly("study", "A 2001（oral）", "A 2001（local）", "B 2002");
  }

  @Test
  void theInfluencePanelFlagsAnOutlier() throws IOException {
    String csv =
        "study,yi,vi\n"
            + IntStream.range(0, 9)
                .mapToObj(i -> "s" + i + "," + i / 100.0 + ",0.02")
                .collect(Collectors.joining("\n"))
            + "\nfar,3,0.02\n";
    Plot plot = PlotKind.INFLUENCE.draw(analysis(csv, "GEN", "metafor", ""), options());

    assertThat(texts(plot)).contains("Flagged as influential: far.");
    assertThat(plot.table().getLast()).startsWith("far").endsWith("yes");
  }

  @Test
  void longFiguresAreBrokenIntoPages() throws IOException {
    String csv =
        "study,yi,vi,D1\n"
            + IntStream.range(0, 120)
                .mapToObj(i -> "Study " + i + "," + Math.sin(i) + ",0.2,low")
                .collect(Collectors.joining("\n"));
    Analysis analysis = analysis(csv, "GEN", "metafor", "");
    for (PlotKind kind :
        List.of(
            PlotKind.FOREST,
            PlotKind.LEAVE_ONE_OUT,
            PlotKind.CUMULATIVE,
            PlotKind.INFLUENCE,
            PlotKind.BIAS_TABLE)) {
      Plot plot = kind.draw(analysis, options());
      assertThat(plot.pages()).hasSizeGreaterThan(2);
      List<String> names = new ArrayList<>();
      plot.pages()
          .forEach(
              p -> p.texts().forEach(t -> names.add(t.plain().replaceAll("^(Omitting|\\+) ", ""))));
      assertThat(names).contains("Study 0", "Study 119");
      assertThat(names.stream().filter(n -> n.startsWith("Study ") && n.matches(".*\\d")))
          .hasSize(120);
    }
  }
}
