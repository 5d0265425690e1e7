package org.winnow.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class WritersTest {
  private static final TextStyle STYLE = new TextStyle(Weight.REGULAR, 13, Colour.INK);
  private static final TextStyle BOLD = new TextStyle(Weight.SEMIBOLD, 13, Colour.ACCENT);

  @Test
  void svgIsWellFormedWhateverTheTextsHold() throws Exception {
    String evil = "<script>alert(\"1\")</script> & ]]> \u0000\u0007\ud800 \ufffe";

    Document svg = parsed(SvgWriter.write(scene(evil), SvgWriter.Colours.OF_THE_PAGE));

    assertThat(svg.getElementsByTagName("script").getLength()).isZero();
    assertThat(svg.getElementsByTagName("title").item(0).getTextContent())
        .startsWith("<script>alert(\"1\")</script> & ]]>");
  }

  // Inside a page a strict policy refuses style attributes and elements, and handlers.
  @Test
  void svgHasNothingThatAContentSecurityPolicyRefuses() throws Exception {
    Document svg = parsed(SvgWriter.write(scene("x"), SvgWriter.Colours.OF_THE_PAGE));

    NodeList elements = svg.getElementsByTagName("*");
    for (int i = 0; i < elements.getLength(); i++) {
      Element element = (Element) elements.item(i);
      assertThat(element.hasAttribute("style")).isFalse();
      assertThat(element.getTagName())
          .isIn(
              "svg",
              "title",
              "desc",
              "g",
              "rect",
              "polyline",
              "polygon",
              "circle",
              "text",
              "tspan");
    }
  }

  @Test
  void coloursFollowThePageOrAreFixed() {
    assertThat(SvgWriter.write(scene("x"), SvgWriter.Colours.OF_THE_PAGE))
        .contains("fill=\"var(--surface,#ffffff)\"");
    assertThat(SvgWriter.write(scene("x"), SvgWriter.Colours.FIXED))
        .contains("fill=\"#ffffff\"")
        .doesNotContain("var(");
  }

  @Test
  void groupsKeepTheirIdsAndData() {
    assertThat(SvgWriter.write(scene("x"), SvgWriter.Colours.FIXED))
        .contains("<g id=\"box1\" data-box=\"a b\">");
  }

  @Test
  void pdfKeepsTextOfBothScriptsAndEmbedsSubsetsOfTheFonts() throws IOException {
    byte[] pdf = pdf(scene("Screening 筛选 (n = 7,938)"));

    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(new PDFTextStripper().getText(document)).contains("Screening 筛选 (n = 7,938)");
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
      PDResources resources = document.getPage(0).getResources();
      int fonts = 0;
      for (COSName name : resources.getFontNames()) {
        PDFont font = resources.getFont(name);
        assertThat(font.isEmbedded()).isTrue();
        assertThat(font.getName()).matches("[A-Z]{6}\\+.*");
        fonts++;
      }
      assertThat(fonts).isEqualTo(3);
    }
    assertThat(pdf.length).isLessThan(100_000);
  }

  @Test
  void theSameSceneGivesTheSamePdf() throws IOException {
    assertThat(pdf(scene("筛选 Screening"))).isEqualTo(pdf(scene("筛选 Screening")));
  }

  @Test
  void aCharacterThatNoFontHasIsDrawnAsASquare() throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf(scene("unknown 😀!")))) {
      assertThat(new PDFTextStripper().getText(document)).contains("unknown □!");
    }
    assertThat(png(scene("unknown 😀!"))).isNotEmpty();
  }

  @Test
  void linesPolygonsAndCirclesAreDrawnByEveryWriter() throws Exception {
    Scene scene =
        new Scene(
            100,
            100,
            "t",
            "d",
            "en",
            List.of(
                new Shape.Line(
                    List.of(new Point(0, 10), new Point(100, 10)),
                    Colour.INK,
                    2,
                    Shape.Dash.DASHED),
                new Shape.Polygon(
                    List.of(new Point(10, 20), new Point(50, 20), new Point(50, 60)),
                    Colour.INK,
                    Colour.INK),
                new Shape.Circle(new Point(75, 75), 10, Colour.INK, Colour.INK)));

    Document svg = parsed(SvgWriter.write(scene, SvgWriter.Colours.FIXED));
    assertThat(
            ((Element) svg.getElementsByTagName("polyline").item(0))
                .getAttribute("stroke-dasharray"))
        .isEqualTo("5 4");
    assertThat(((Element) svg.getElementsByTagName("circle").item(0)).getAttribute("r"))
        .isEqualTo("10");
    // Units are 2.5 pixels: 56 of 100 of the line, a triangle of 800 and a circle of 314.
    double expected = 2.5 * 2.5 * (2 * 56 + 800 + 314);
    assertThat((double) ink(scene)).isBetween(expected * 0.95, expected * 1.15);
    assertThat(new String(pdf(scene), 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
  }

  @Test
  void tabularDigitsAreAllAsWideAsAZero() throws IOException {
    TextStyle tabular = new TextStyle(Weight.REGULAR, 12, Colour.INK, true);
    Shape.Text ones = text("1111", tabular);
    Shape.Text zeros = text("0000", tabular);

    assertThat(ones.width()).isEqualTo(zeros.width());
    assertThat(text("1111", new TextStyle(Weight.REGULAR, 12, Colour.INK)).width())
        .isLessThan(zeros.width());
    Scene scene = new Scene(100, 40, "t", "d", "en", List.of(text("P = 0.11", tabular)));
    assertThat(SvgWriter.write(scene, SvgWriter.Colours.FIXED))
        .contains("font-variant=\"tabular-nums\"");
    try (PDDocument document = Loader.loadPDF(pdf(scene))) {
      assertThat(new PDFTextStripper().getText(document)).contains("P = 0.11");
    }
  }

  private static Shape.Text text(String text, TextStyle style) {
    return new Shape.Text(new Point(5, 20), Anchor.START, 0, List.of(new Run(text, style)));
  }

  @Test
  void everySceneIsAPageOfThePdf() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PdfWriter.write(List.of(scene("first"), scene("second")), out);

    try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
      assertThat(document.getNumberOfPages()).isEqualTo(2);
      assertThat(new PDFTextStripper().getText(document)).contains("first", "second");
    }
  }

  @Test
  void pngHas300DotsPerInchAndTheSizeOfTheScene() throws IOException {
    byte[] png = png(scene("筛选"));

    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(png))) {
      ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
      reader.setInput(in);
      IIOMetadataNode root =
          (IIOMetadataNode) reader.getImageMetadata(0).getAsTree("javax_imageio_png_1.0");
      IIOMetadataNode density = (IIOMetadataNode) root.getElementsByTagName("pHYs").item(0);
      assertThat(density.getAttribute("pixelsPerUnitXAxis")).isEqualTo("11811");
      assertThat(reader.getWidth(0)).isEqualTo(500);
      assertThat(reader.getHeight(0)).isEqualTo(250);
    }
  }

  @Test
  void pngDrawsTextOfBothScripts() throws IOException {
    assertThat(ink(scene("Screening"))).isGreaterThan(ink(scene("")) + 500);
    assertThat(ink(scene("筛选"))).isGreaterThan(ink(scene("")) + 300);
  }

  @Test
  void manyFiguresAreWrittenAtOnce() throws Exception {
    Scene scene = scene("流程 Flow 图 diagram");
    byte[] pdf = pdf(scene);
    byte[] png = png(scene);
    List<Callable<Boolean>> tasks =
        IntStream.range(0, 24)
            .<Callable<Boolean>>mapToObj(
                i ->
                    () ->
                        java.util.Arrays.equals(pdf(scene), pdf)
                            && java.util.Arrays.equals(png(scene), png))
            .toList();

    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (Future<Boolean> same : threads.invokeAll(tasks)) {
        assertThat(same.get()).isTrue();
      }
    }
  }

  @Test
  void anArrowEndsAtItsTipWithItsHeadBehind() {
    Shape.Arrow arrow = new Shape.Arrow(List.of(new Point(0, 0), new Point(100, 0)), Colour.INK);

    assertThat(arrow.shaft()).containsExactly(new Point(0, 0), new Point(92, 0));
    assertThat(arrow.head())
        .containsExactly(new Point(100, 0), new Point(92, 4), new Point(92, -4));
  }

  private static Scene scene(String text) {
    return new Scene(
        200,
        100,
        text,
        "A box with a text and an arrow.",
        "en",
        List.of(
            new Shape.Group(
                "box1",
                Map.of("box", "a b"),
                List.of(
                    new Shape.Rectangle(10, 10, 180, 40, 5, Colour.SURFACE, Colour.LINE_STRONG),
                    new Shape.Text(
                        new Point(20, 35),
                        Anchor.START,
                        0,
                        List.of(new Run(text, STYLE), new Run(" 粗 b", BOLD))))),
            new Shape.Arrow(List.of(new Point(100, 50), new Point(100, 90)), Colour.LINE_STRONG),
            new Shape.Text(
                new Point(100, 80),
                Anchor.MIDDLE,
                -25,
                List.of(
                    new Run("faint", new TextStyle(Weight.REGULAR, 20, Colour.INK.faint(0.1)))))));
  }

  private static byte[] pdf(Scene scene) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PdfWriter.write(scene, out);
    return out.toByteArray();
  }

  private static byte[] png(Scene scene) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PngWriter.write(scene, out);
    return out.toByteArray();
  }

  private static long ink(Scene scene) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png(scene)));
    return IntStream.range(0, image.getWidth() * image.getHeight())
        .filter(i -> (image.getRGB(i % image.getWidth(), i / image.getWidth()) & 0xff) < 100)
        .count();
  }

  private static Document parsed(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
  }
}
