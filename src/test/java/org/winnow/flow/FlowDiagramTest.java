package org.winnow.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.winnow.figure.FigureLanguage;
import org.winnow.figure.PdfWriter;
import org.winnow.figure.Scene;
import org.winnow.figure.Shape;
import org.winnow.figure.SvgWriter;
import org.winnow.figure.SvgWriter.Colours;
import org.winnow.figure.Wording;

class FlowDiagramTest {
  private static final FlowDetails DETAILS =
      new FlowDetails(
          List.of(new FlowDetails.Line("PubMed", 2104), new FlowDetails.Line("中国知网", 611)),
          List.of(),
          List.of(
              new FlowDetails.Reason("a", new Wording("Not randomised", "非随机研究"), 5),
              new FlowDetails.Reason(
                  "b",
                  new Wording(
                      "No eligible comparison, since the control arm received the same cells too",
                      "对照组不符合要求，因对照组患者同样接受了来自其他供者的间充质干细胞治疗"),
                  5)));

  @Test
  void theBoxesCarryTheNamesOfWhatTheyCount() {
    String svg = SvgWriter.write(diagram().scene(FigureLanguage.ENGLISH), Colours.FIXED);

    assertThat(svg)
        .contains("<g id=\"box2\" data-box=\"database_results register_results\">")
        .contains("<g id=\"box3\" data-box=\"duplicates excluded_automatic excluded_other\">")
        .contains("<g id=\"box5\" data-box=\"records_excluded\">")
        .contains("<g id=\"box10\" data-box=\"new_studies new_reports\">")
        .contains("<g data-box=\"duplicates\">");
  }

  @Test
  void whatWaitsIsDrawnUnderAWatermarkAndOnlyWhileItWaits() {
    FlowSets.Pending pending = new FlowSets.Pending(1204, 0, 4);
    FlowSets.Pending nothing = new FlowSets.Pending(0, 0, 0);
    Scene interim =
        new FlowDiagram(
                boxes(), DETAILS, Template.NEW_DATABASES, new Progress.Interim(pending, nothing))
            .scene(FigureLanguage.ENGLISH);

    assertThat(texts(interim))
        .contains("INTERIM", "Records awaiting screening (n = 1,204)")
        .contains("Reports awaiting assessment (n = 4)")
        .noneMatch(text -> text.contains("awaiting retrieval"));
    assertThat(texts(diagram().scene(FigureLanguage.ENGLISH)))
        .noneMatch(text -> text.contains("awaiting") || text.equals("INTERIM"));
  }

  @Test
  void excludedReportsWithoutReasonsStandWithoutAColon() {
    Scene scene = FlowDiagram.published(boxes(), FlowDetails.NONE).scene(FigureLanguage.ENGLISH);

    assertThat(texts(scene)).contains("Reports excluded (n = 10)");
  }

  @Test
  void aNumberThatWasNotPublishedIsSaidToBeMissing() {
    FlowBoxes few = new FlowBoxes(Map.of(FlowBox.DATABASE_RESULTS, 7938));

    assertThat(texts(FlowDiagram.published(few, FlowDetails.NONE).scene(FigureLanguage.ENGLISH)))
        .contains("Databases (n = 7,938)", "Records screened (not reported)");
  }

  @ParameterizedTest
  @EnumSource
  void longListsMakeTheFigureTallerAndKeepEveryLine(FigureLanguage language) {
    List<FlowDetails.Reason> many =
        java.util.stream.IntStream.rangeClosed(1, 30)
            .mapToObj(
                i ->
                    new FlowDetails.Reason("r" + i, new Wording("Reason number " + i, "原因" + i), i))
            .toList();
    FlowDetails details = new FlowDetails(DETAILS.databases(), List.of(), many);

    Scene tall = FlowDiagram.published(boxes(), details).scene(language);

    assertThat(tall.height()).isGreaterThan(diagram().scene(language).height() + 25 * 18);
    many.forEach(
        reason ->
            assertThat(texts(tall))
                .contains(reason.label().in(language) + " (n = " + reason.n() + ")"));
  }

  @ParameterizedTest
  @EnumSource
  void noTextRunsOverTheEdgeOfItsBox(FigureLanguage language) {
    Scene scene = diagram().scene(language);
    List<Shape.Group> boxes =
        scene.shapes().stream()
            .filter(Shape.Group.class::isInstance)
            .map(Shape.Group.class::cast)
            .filter(group -> group.id().startsWith("box"))
            .toList();

    assertThat(boxes).hasSize(9);
    for (Shape.Group box : boxes) {
      Shape.Rectangle edge = (Shape.Rectangle) box.shapes().getFirst();
      for (Shape.Text text : Scene.textsOf(box)) {
        assertThat(text.at().x() + text.width()).isLessThan(edge.x() + edge.width());
        assertThat(text.at().y()).isBetween(edge.y(), edge.y() + edge.height());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void thePdfHoldsTheSameTextAsTheScene(FigureLanguage language) throws IOException {
    Scene scene = diagram().scene(language);
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    PdfWriter.write(scene, pdf);

    assertThat(characters(textOf(pdf.toByteArray())))
        .isEqualTo(characters(String.join("", texts(scene))));
  }

  @ParameterizedTest
  @EnumSource
  void everyTemplateIsDrawnInEveryLanguage(Template template) {
    for (FigureLanguage language : FigureLanguage.values()) {
      Scene scene =
          new FlowDiagram(boxes(), DETAILS, template, new Progress.Complete()).scene(language);
      String svg = SvgWriter.write(scene, Colours.OF_THE_PAGE);

      assertThat(svg.contains("id=\"othstud\"")).isEqualTo(template.allMethods());
      assertThat(svg.contains("id=\"prevstud\"")).isEqualTo(template.updated());
      assertThat(svg.contains("id=\"box16\"")).isEqualTo(template.updated());
    }
  }

  private static FlowDiagram diagram() {
    return FlowDiagram.published(boxes(), DETAILS);
  }

  private static FlowBoxes boxes() {
    EnumMap<FlowBox, Integer> numbers = new EnumMap<>(FlowBox.class);
    numbers.put(FlowBox.DATABASE_RESULTS, 7938);
    numbers.put(FlowBox.REGISTER_RESULTS, 0);
    numbers.put(FlowBox.DUPLICATES, 1846);
    numbers.put(FlowBox.EXCLUDED_AUTOMATIC, 0);
    numbers.put(FlowBox.EXCLUDED_OTHER, 0);
    numbers.put(FlowBox.RECORDS_SCREENED, 6092);
    numbers.put(FlowBox.RECORDS_EXCLUDED, 6040);
    numbers.put(FlowBox.SOUGHT, 52);
    numbers.put(FlowBox.NOT_RETRIEVED, 0);
    numbers.put(FlowBox.ASSESSED, 52);
    numbers.put(FlowBox.REPORTS_EXCLUDED, 10);
    numbers.put(FlowBox.NEW_STUDIES, 42);
    numbers.put(FlowBox.NEW_REPORTS, 42);
    return new FlowBoxes(numbers);
  }

  private static List<String> texts(Scene scene) {
    return scene.texts().stream().map(Shape.Text::plain).toList();
  }

  private static String textOf(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  /** How often every character but spaces is there; the order of a page is not that of drawing. */
  private static Map<Integer, Integer> characters(String text) {
    Map<Integer, Integer> counts = new TreeMap<>();
    text.codePoints()
        .filter(c -> !Character.isWhitespace(c))
        .forEach(c -> counts.merge(c, 1, Integer::sum));
    return Collections.unmodifiableMap(counts);
  }
}
