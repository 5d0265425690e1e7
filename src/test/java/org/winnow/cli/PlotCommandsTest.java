package org.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.winnow.analysis.PlotKind;

class PlotCommandsTest {
  /** The 13 trials of BCG vaccine (Colditz 1994), and one without events. */
  private static final String BCG =
      """
      study,allocation,ai,n1i,ci,n2i
      Aronson 1948,random,4,123,11,139
      Ferguson 1949,random,6,306,29,303
      Rosenthal 1960,random,3,231,11,220
      Hart 1977,random,62,13598,248,12867
      Frimodt-Moller 1973,alternate,33,5069,47,5808
      Stein 1953,alternate,180,1541,372,1451
      Vandiviere 1973,random,8,2545,10,629
      Madras 1980,random,505,88391,499,88391
      Coetzee 1968,random,29,7499,45,7277
      Rosenthal 1961,systematic,17,1716,65,1665
      Comstock 1974,systematic,186,50634,141,27338
      Comstock 1969,systematic,5,2498,3,2341
      Comstock 1976,systematic,27,16913,29,17854
      Nobody 1999,alternate,0,18,0,19
      """;

  private static final String[] AS_REVMAN = {
    "--measure", "RR", "--method", "MH", "--convention", "revman5"
  };

  private static final String MEANS =
      """
      study,m1i,sd1i,n1i,m2i,sd2i,n2i,D1,D2
      A,55,47,155,75,64,156,low,high
      B,27.5,7,31,29,4,32,some concerns,
      C,64,0,75,119,29,71,+,-
      """;

  @TempDir private Path folder = Path.of(".");

  @Test
  void theRowsOfRevManAreThereWordForWord() throws Exception {
    assertThat(rows(svg("forest", BCG, AS_REVMAN)))
        .contains(
            "Aronson 1948 4 123 11 139 5.0% 0.41 [0.13, 1.26]",
            "Madras 1980 505 88391 499 88391 10.2% 1.01 [0.89, 1.14]",
            "Nobody 1999 0 18 0 19 Not estimable",
            "Total (95% CI) 191082 166302 100.0% 0.49 [0.34, 0.70]",
            "Total events: 1065 1510",
            "Heterogeneity: Tau² = 0.31; Chi² = 152.57, df = 12 (P < 0.00001); I² = 92%",
            "Test for overall effect: Z = 3.99 (P < 0.0001)")
        .hasSize(14 + 4);
  }

  @Test
  void theHeadsOfRevManStandOverTheColumnsAndThePlot() throws Exception {
    List<String> texts = texts(svg("forest", BCG, AS_REVMAN));

    assertThat(texts)
        .contains(
            "Study or Subgroup",
            "Experimental",
            "Control",
            "Events",
            "Total",
            "Weight",
            "Favours experimental",
            "Favours control");
    assertThat(texts.stream().filter("Risk Ratio"::equals)).hasSize(2);
    assertThat(texts.stream().filter("M-H, Random, 95% CI"::equals)).hasSize(2);
  }

  @Test
  void subgroupsHaveTheirOwnTotalsAndATestOfTheirDifference() throws Exception {
    List<String> rows = rows(svg("forest", BCG, with(AS_REVMAN, "--subgroup", "allocation")));

    assertThat(rows)
        .containsSubsequence(
            "random",
            "Coetzee 1968 29 7499 45 7277 8.7% 0.63 [0.39, 1.00]",
            "Subtotal (95% CI) 112693 109826 50.5% 0.37 [0.18, 0.75]",
            "Total events: 617 853",
            "alternate",
            "Nobody 1999 0 18 0 19 Not estimable",
            "systematic",
            "Total (95% CI) 191082 166302 100.0% 0.49 [0.34, 0.70]");
    assertThat(rows.getLast())
        .isEqualTo("Test for subgroup differences: Chi² = 1.53, df = 2 (P = 0.47), I² = 0%");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          jama   | Aronson 1948 4/123 11/139 0.41 (0.13- 1.26) 5.1 | Heterogeneity: χ² = 152.23, df = 12 (P < .001); I² = 92%
          bmj    | Aronson 1948 4/123 11/139 0.41 (0.13 to 1.26) 5.1% | Test for heterogeneity: τ²=0.31; χ²=152.23, df=12, P<0.001; I²=92%
          lancet | Aronson 1948 4/123 11/139 0·41 (0·13– 1·26) 5·1% | Heterogeneity: τ²=0·31; χ²=152·23, df=12, p<0·0001; I²=92%
          plain  | Aronson 1948 4 123 11 139 0.41 (0.13, 1.26) 5.1% | Heterogeneity: τ² = 0.3132; Q = 152.23, df = 12 (P < 0.00001); I² = 92.2%
          """)
  void everyLayoutPrintsNumbersInItsOwnWay(String layout, String study, String heterogeneity)
      throws Exception {
    Document svg = svg("forest", BCG, "--measure", "RR", "--zero", "drop", "--layout", layout);

    assertThat(rows(svg))
        .contains(study, heterogeneity)
        .anyMatch(row -> row.startsWith("Prediction interval (95% PI)"));
  }

  @Test
  void chineseFiguresHaveChineseWordsAndMarks() throws Exception {
    Document svg = svg("forest", BCG, with(AS_REVMAN, "--lang", "zh"));

    assertThat(texts(svg)).contains("研究或亚组", "试验组", "对照组", "事件数", "总数", "权重", "相对危险度", "支持试验组");
    assertThat(rows(svg))
        .contains(
            "合计（95% CI） 191082 166302 100.0% 0.49 [0.34, 0.70]",
            "异质性：Tau² = 0.31；Chi² = 152.57，df = 12（P < 0.00001）；I² = 92%",
            "总效应检验：Z = 3.99（P < 0.0001）");
    assertThat(svg.getDocumentElement().getAttribute("lang")).isEqualTo("zh");
  }

  @Test
  void whoCannotSeeTheFigureIsToldItsResult() throws Exception {
    Document svg = svg("forest", BCG, AS_REVMAN);

    assertThat(svg.getElementsByTagName("title").item(0).getTextContent())
        .isEqualTo("Forest plot: Risk ratio");
    assertThat(svg.getElementsByTagName("desc").item(0).getTextContent())
        .isEqualTo(
            "13 studies pooled (M-H, Random, 95% CI). Risk ratio 0.49, from 0.34 to 0.70."
                + " Heterogeneity: Tau² = 0.31; Chi² = 152.57, df = 12 (P < 0.00001); I² = 92%.");
  }

  @Test
  void theTableHasTheTextsAndTheNumbersAtFullPrecision() throws Exception {
    Path table = folder.resolve("table.csv");
    svg("forest", MEANS, "--measure", "MD", "--convention", "revman5", "--table", table.toString());

    List<String> lines = Files.readAllLines(table);
    assertThat(lines.getFirst())
        .startsWith("row,Study or Subgroup,Experimental Mean,Experimental SD,Experimental Total,")
        .endsWith(",estimate,lower,upper,Risk of Bias D1,Risk of Bias D2");
    assertThat(lines.get(1)).startsWith("study,A,55,47,155,75,64,156,").endsWith(",+,\u2212");
    assertThat(lines.get(1)).contains(",-20.0,-32.474369");
    assertThat(lines.get(3)).startsWith("study,C,64,0,75,119,29,71,,Not estimable,,,");
  }

  @Test
  void judgementsOfBiasAreDotsUnderTheNamesOfTheirDomains() throws Exception {
    Document svg =
        svg("forest", MEANS, "--measure", "MD", "--domains", "Randomisation;Missing data");

    assertThat(texts(svg))
        .contains("Risk of Bias", "A", "B", "(A) Randomisation", "(B) Missing data", "Low risk");
    // Five judgements and the three of the legend.
    assertThat(svg.getElementsByTagName("circle").getLength()).isEqualTo(5 + 3);
  }

  @Test
  void theNamesOfTheArmsStandAtTheHeadsAndWhereTheyAreFavoured() throws Exception {
    Document svg =
        svg("forest", MEANS, "--measure", "MD", "--arms", "Exercise,Rest", "--benefit", "high");

    assertThat(texts(svg)).contains("Exercise", "Rest", "Favours Exercise", "Favours Rest");
    assertThat(x(svg, "Favours Rest")).isLessThan(x(svg, "Favours Exercise"));
  }

  @Test
  void hartungAndKnappsTestIsATWithItsDegreesOfFreedom() throws Exception {
    assertThat(
            rows(
                svg(
                    "forest",
                    "study,yi,sei\na,-0.22,0.11\nb,-0.4,0.2\nc,0.1,0.15\n",
                    "--measure",
                    "HR",
                    "--ci",
                    "hksj")))
        .anyMatch(
            r ->
                r.matches(
                    "Test for overall effect: T = \\d\\.\\d\\d, df = 2 \\(P = 0\\.\\d\\d\\)"));
  }

  @Test
  void moreThanFortyRowsGoOnSeveralPagesOfThePdfAndOnOneOfTheSvg() throws Exception {
    StringBuilder many = new StringBuilder("study,yi,sei\n");
    IntStream.range(0, 90).forEach(i -> many.append("S" + i + ",0." + i + ",0.2\n"));
    Path pdf = folder.resolve("out.pdf");

    Outcome outcome = run("forest", file(many.toString()), "-o", pdf.toString());

    assertThat(outcome.exit()).isZero();
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      assertThat(document.getNumberOfPages()).isEqualTo(3);
      assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Forest plot: Effect");
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setStartPage(3);
      assertThat(stripper.getText(document)).contains("Study or Subgroup", "Total (95% CI)", "S89");
    }
    assertThat(texts(svg("forest", many.toString()))).contains("S0", "S89");
  }

  @Test
  void aFunnelHasItsRegionItsContoursAndTheStudiesThatWereFilledIn() throws Exception {
    Document svg =
        svg(
            "funnel",
            BCG,
            "--measure",
            "RR",
            "--model",
            "fixed",
            "--zero",
            "drop",
            "--contours",
            "--trimfill",
            "--subgroup",
            "allocation");

    assertThat(texts(svg))
        .contains(
            "Risk ratio (log scale)",
            "Standard error of the log",
            "random",
            "alternate",
            "systematic",
            "Added by trim and fill (4)",
            "Pseudo 95% limits",
            "0.05 < P < 0.1",
            "0.01 < P < 0.05",
            "P < 0.01");
    assertThat(groups(svg).stream().filter(g -> g.getAttribute("data-kind").equals("study")))
        .hasSize(13);
    assertThat(groups(svg).stream().filter(g -> g.getAttribute("data-kind").equals("filled")))
        .hasSize(4);
  }

  @Test
  void aFunnelOfFewStudiesSaysSo() throws Exception {
    assertThat(texts(svg("funnel", MEANS, "--measure", "MD")))
        .contains("Fewer than 10 studies: asymmetry cannot be told from chance.");
    assertThat(texts(svg("funnel", MEANS, "--measure", "MD", "--lang", "zh")))
        .contains("均数差", "标准误", "研究少于10项：不对称可能出于偶然。");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --layout nature | there is no layout nature; there are revman, jama, bmj, lancet, plain
          --arms one | arms needs two values
          --axis 5,1 | No axis from 5.0 to 1.0
          --benefit much | benefit is high, low: much
          --measure OR | The columns do not fit the measure OR
          --domains one | domains needs a name for each of D1 to D2
          -o out.gif | out.gif must end in .svg, .pdf or .png
          --subgroup nothing | No column nothing
          --columns nothing | No column nothing
          --axis a,b | axis: no number: a
          """)
  void whatIsNotUnderstoodIsOneClearLine(String options, String message) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("--measure", "MD"));
    if (options.startsWith("--measure")) {
      arguments.clear();
    }
    arguments.addAll(List.of(options.split(" ")));

    Outcome outcome = run("forest", file(MEANS), arguments.toArray(String[]::new));

    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.err()).contains("winnow: " + message);
  }

  @Test
  void everyOtherPlotHasANameAndATable() throws Exception {
    Path table = folder.resolve("table.csv");
    Document svg = plot("galbraith", BCG, "--measure", "RR", "--table", table.toString());

    assertThat(texts(svg)).contains("Precision, 1/√(variance + τ²)", "Standardised estimate, z");
    assertThat(Files.readAllLines(table).getFirst()).isEqualTo("study,precision,z,outside");
    assertThat(run("plot", "labbe", file(MEANS), "--measure", "MD").err())
        .contains("winnow: L'Abbé's plot needs a measure of two risks");
    assertThat(run("plot", "pie", file(MEANS)).err()).contains("there is no plot pie");
    String help = run("plot", "--help").out().replaceAll("\\s+", " ");
    for (PlotKind kind : PlotKind.values()) {
      assertThat(help).contains(kind.word());
    }
  }

  @Test
  void hostileNamesOfStudiesAreWrittenAsText() throws Exception {
    String names = MEANS.replace("A,55", "\"<script>&\u0007\",55");

    for (String kind : List.of("forest", "funnel", "baujat", "influence", "leave-one-out")) {
      Document svg = plot(kind, names, "--measure", "MD");
      assertThat(svg.getElementsByTagName("script").getLength()).isZero();
    }
    assertThat(texts(svg("forest", names, "--measure", "MD"))).contains("<script>&");
  }

  @Test
  void anUnknownJudgementIsNamedWithItsRow() throws IOException {
    assertThat(run("forest", file(MEANS.replace("high", "awful")), "--measure", "MD").err())
        .contains("Row 1, D2: no judgement low, some concerns or high: awful");
    assertThat(run("forest", "nowhere.csv").err()).contains("there is no file nowhere.csv");
  }

  private static String[] with(String[] first, String... more) {
    List<String> all = new ArrayList<>(List.of(first));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  private String file(String content) throws IOException {
    return Files.writeString(folder.resolve("studies.csv"), content).toString();
  }

  private Document svg(String command, String content, String... options) throws Exception {
    Outcome outcome = run(command, file(content), options);
    assertThat(outcome.exit()).as(outcome.err()).isZero();
    return parsed(outcome);
  }

  private Document plot(String kind, String content, String... options) throws Exception {
    List<String> all = new ArrayList<>(List.of(file(content)));
    all.addAll(List.of(options));
    Outcome outcome = run("plot", kind, all.toArray(String[]::new));
    assertThat(outcome.exit()).as(outcome.err()).isZero();
    return parsed(outcome);
  }

  private static Document parsed(Outcome outcome) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(outcome.out().getBytes(StandardCharsets.UTF_8)));
  }

  private static List<Element> elements(NodeList list) {
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < list.getLength(); i++) {
      elements.add((Element) list.item(i));
    }
    return elements;
  }

  private static List<Element> groups(Document svg) {
    return elements(svg.getElementsByTagName("g"));
  }

  /** The texts of every row, from left to right. */
  private static List<String> rows(Document svg) {
    return groups(svg).stream().map(g -> String.join(" ", texts(g))).toList();
  }

  private static List<String> texts(Document svg) {
    return texts(svg.getDocumentElement());
  }

  private static List<String> texts(Element element) {
    return elements(element.getElementsByTagName("text")).stream()
        .map(Element::getTextContent)
        .toList();
  }

  private static double x(Document svg, String text) {
    return elements(svg.getElementsByTagName("text")).stream()
        .filter(e -> e.getTextContent().equals(text))
        .mapToDouble(e -> Double.parseDouble(e.getAttribute("x")))
        .findFirst()
        .orElseThrow();
  }

  private record Outcome(int exit, String out, String err) {}

  private static Outcome run(String command, String file, String... options) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
    ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
    List<String> arguments = new ArrayList<>(List.of(command, file));
    arguments.addAll(List.of(options));
    try {
      System.setOut(new PrintStream(outBytes, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(errBytes, true, StandardCharsets.UTF_8));
      int exit = Commands.run(arguments.toArray(String[]::new));
      return new Outcome(
          exit,
          outBytes.toString(StandardCharsets.UTF_8),
          errBytes.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }
}
