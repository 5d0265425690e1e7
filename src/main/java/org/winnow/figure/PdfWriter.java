package org.winnow.figure;

import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;

/**
 * Writes scenes as a PDF of pages that are as large as the figure, with subsets of its fonts
 * embedded and its text kept as text. The same scene gives the same bytes.
 */
public final class PdfWriter {
  /** A quarter circle as a Bézier curve: 4(√2 − 1)/3. */
  private static final double ROUND = 0.5523;

  private final PDDocument document;
  private final PDPageContentStream page;
  private final Map<Face, PDType0Font> fonts;

  private PdfWriter(PDDocument document, PDPageContentStream page, Map<Face, PDType0Font> fonts) {
    this.document = document;
    this.page = page;
    this.fonts = fonts;
  }

  /** The stream stays open. */
  public static void write(Scene scene, OutputStream out) throws IOException {
    write(List.of(scene), out);
  }

  /** A page for each scene, named after the first. The stream stays open. */
  public static void write(List<Scene> scenes, OutputStream out) throws IOException {
    synchronized (Face.READING) {
      try (PDDocument document = new PDDocument()) {
        describe(document, scenes.getFirst());
        Map<Face, PDType0Font> fonts = new EnumMap<>(Face.class);
        for (Scene scene : scenes) {
          draw(document, scene, fonts);
        }
        document.save(out);
      }
    }
  }

  private static void describe(PDDocument document, Scene scene) {
    document.setDocumentId(0L);
    document.getDocumentInformation().setTitle(scene.title());
    document.getDocumentInformation().setSubject(scene.description());
    document.getDocumentInformation().setCreator("Winnow");
    document.getDocumentCatalog().setLanguage(scene.language());
  }

  private static void draw(PDDocument document, Scene scene, Map<Face, PDType0Font> fonts)
      throws IOException {
    float scale = (float) Scene.POINTS_PER_UNIT;
    PDRectangle size =
        new PDRectangle((float) scene.width() * scale, (float) scene.height() * scale);
    PDPage sheet = new PDPage(size);
    document.addPage(sheet);
    try (PDPageContentStream content = new PDPageContentStream(document, sheet)) {
      // From here on the units and directions are those of the scene.
      content.transform(new Matrix(scale, 0, 0, -scale, 0, size.getHeight()));
      PdfWriter writer = new PdfWriter(document, content, fonts);
      for (Shape shape : scene.shapes()) {
        writer.shape(shape);
      }
    }
  }

  private void shape(Shape shape) throws IOException {
    switch (shape) {
      case Shape.Rectangle rectangle -> rectangle(rectangle);
      case Shape.Arrow arrow -> arrow(arrow);
      case Shape.Line line -> line(line);
      case Shape.Polygon polygon -> {
        use(polygon.fill(), polygon.outline());
        trace(polygon.corners());
        page.closeAndFillAndStroke();
      }
      case Shape.Circle c -> {
        use(c.fill(), c.outline());
        round(
            c.centre().x() - c.radius(),
            c.centre().y() - c.radius(),
            c.centre().x() + c.radius(),
            c.centre().y() + c.radius(),
            c.radius());
      }
      case Shape.Text text -> text(text);
      case Shape.Group group -> {
        for (Shape inner : group.shapes()) {
          shape(inner);
        }
      }
    }
  }

  private void rectangle(Shape.Rectangle r) throws IOException {
    use(r.fill(), r.outline());
    round(r.x(), r.y(), r.x() + r.width(), r.y() + r.height(), r.radius());
  }

  private void use(Colour fill, Colour outline) throws IOException {
    page.setNonStrokingColor(colour(fill));
    page.setStrokingColor(colour(outline));
    page.setLineWidth(1);
  }

  /** A rectangle whose corners are quarter circles of radius d; a circle when they meet. */
  private void round(double left, double top, double right, double bottom, double d)
      throws IOException {
    double c = d * (1 - ROUND);
    moveTo(left + d, top);
    lineTo(right - d, top);
    curveTo(right - c, top, right, top + c, right, top + d);
    lineTo(right, bottom - d);
    curveTo(right, bottom - c, right - c, bottom, right - d, bottom);
    lineTo(left + d, bottom);
    curveTo(left + c, bottom, left, bottom - c, left, bottom - d);
    lineTo(left, top + d);
    curveTo(left, top + c, left + c, top, left + d, top);
    page.closeAndFillAndStroke();
  }

  private void arrow(Shape.Arrow arrow) throws IOException {
    page.setStrokingColor(colour(arrow.colour()));
    page.setNonStrokingColor(colour(arrow.colour()));
    page.setLineWidth((float) Shape.Arrow.STROKE);
    trace(arrow.shaft());
    page.stroke();
    trace(arrow.head());
    page.closePath();
    page.fill();
  }

  private void line(Shape.Line line) throws IOException {
    page.setStrokingColor(colour(line.colour()));
    page.setLineWidth((float) line.width());
    page.setLineDashPattern(line.dash().lengths(), 0);
    trace(line.points());
    page.stroke();
    page.setLineDashPattern(Shape.Dash.SOLID.lengths(), 0);
  }

  private void trace(List<Point> points) throws IOException {
    moveTo(points.getFirst().x(), points.getFirst().y());
    for (Point point : points.subList(1, points.size())) {
      lineTo(point.x(), point.y());
    }
  }

  private void text(Shape.Text text) throws IOException {
    AffineTransform place = AffineTransform.getTranslateInstance(text.at().x(), text.at().y());
    place.rotate(Math.toRadians(text.degrees()));
    place.translate(text.anchor().offset(Fonts.width(text.runs())), 0);
    place.scale(1, -1);
    page.saveGraphicsState();
    page.beginText();
    page.setTextMatrix(new Matrix(place));
    for (Run run : text.runs()) {
      run(run);
    }
    page.endText();
    page.restoreGraphicsState();
  }

  private void run(Run run) throws IOException {
    Colour colour = run.style().colour();
    page.setNonStrokingColor(colour(colour));
    page.setStrokingColor(colour(colour));
    if (colour.opacity() != 1) {
      PDExtendedGraphicsState faint = new PDExtendedGraphicsState();
      faint.setNonStrokingAlphaConstant((float) colour.opacity());
      faint.setStrokingAlphaConstant((float) colour.opacity());
      page.setGraphicsStateParameters(faint);
    }
    for (Fonts.Span span : Fonts.spans(run)) {
      page.setFont(font(span.face()), (float) run.style().size());
      page.setRenderingMode(span.emboldened() ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
      page.setLineWidth((float) (run.style().size() * Fonts.EMBOLDENING));
      page.showText(span.text());
    }
  }

  private PDType0Font font(Face face) throws IOException {
    PDType0Font known = fonts.get(face);
    if (known != null) {
      return known;
    }
    PDType0Font font = PDType0Font.load(document, face.file(), true);
    fonts.put(face, font);
    return font;
  }

  private static PDColor colour(Colour colour) {
    float[] parts = {
      (colour.rgb() >> 16 & 0xff) / 255f,
      (colour.rgb() >> 8 & 0xff) / 255f,
      (colour.rgb() & 0xff) / 255f
    };
    return new PDColor(parts, PDDeviceRGB.INSTANCE);
  }

  private void moveTo(double x, double y) throws IOException {
    page.moveTo((float) x, (float) y);
  }

  private void lineTo(double x, double y) throws IOException {
    page.lineTo((float) x, (float) y);
  }

  private void curveTo(double x1, double y1, double x2, double y2, double x3, double y3)
      throws IOException {
    page.curveTo((float) x1, (float) y1, (float) x2, (float) y2, (float) x3, (float) y3);
  }
}
