package org.winnow.figure;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/**
 * Writes a scene as PNG at 300 dots per inch on white. Draws the outlines of the glyphs itself, so
 * that it needs neither fonts nor a font library of the system.
 */
public final class PngWriter {
  public static final int DOTS_PER_INCH = 300;

  private static final double PIXELS_PER_UNIT = Scene.POINTS_PER_UNIT * DOTS_PER_INCH / 72;
  private static final double METRES_PER_INCH = 0.0254;
  private static final float MITER_LIMIT = 10;
  private static final String METADATA = "javax_imageio_png_1.0";

  private final Graphics2D canvas;

  private PngWriter(Graphics2D canvas) {
    this.canvas = canvas;
  }

  /** The stream stays open. */
  public static void write(Scene scene, OutputStream out) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
      BufferedImage image = draw(scene);
      ImageWriteParam param = writer.getDefaultWriteParam();
      IIOMetadata metadata =
          writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), param);
      metadata.mergeTree(METADATA, resolution());
      writer.setOutput(stream);
      writer.write(metadata, new IIOImage(image, List.of(), metadata), param);
    } finally {
      writer.dispose();
    }
  }

  private static IIOMetadataNode resolution() {
    String perMetre = Long.toString(Math.round(DOTS_PER_INCH / METRES_PER_INCH));
    IIOMetadataNode density = new IIOMetadataNode("pHYs");
    density.setAttribute("pixelsPerUnitXAxis", perMetre);
    density.setAttribute("pixelsPerUnitYAxis", perMetre);
    density.setAttribute("unitSpecifier", "meter");
    IIOMetadataNode root = new IIOMetadataNode(METADATA);
    root.appendChild(density);
    return root;
  }

  private static BufferedImage draw(Scene scene) {
    BufferedImage image =
        new BufferedImage(
            (int) Math.ceil(scene.width() * PIXELS_PER_UNIT),
            (int) Math.ceil(scene.height() * PIXELS_PER_UNIT),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = image.createGraphics();
    canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    canvas.setColor(Color.WHITE);
    canvas.fillRect(0, 0, image.getWidth(), image.getHeight());
    canvas.scale(PIXELS_PER_UNIT, PIXELS_PER_UNIT);
    PngWriter writer = new PngWriter(canvas);
    scene.shapes().forEach(writer::shape);
    canvas.dispose();
    return image;
  }

  private void shape(Shape shape) {
    switch (shape) {
      case Shape.Rectangle rectangle -> rectangle(rectangle);
      case Shape.Arrow arrow -> arrow(arrow);
      case Shape.Line line -> line(line);
      case Shape.Polygon polygon -> {
        Path2D corners = path(polygon.corners());
        corners.closePath();
        filled(corners, polygon.fill(), polygon.outline());
      }
      case Shape.Circle c ->
          filled(
              new Ellipse2D.Double(
                  c.centre().x() - c.radius(),
                  c.centre().y() - c.radius(),
                  c.radius() * 2,
                  c.radius() * 2),
              c.fill(),
              c.outline());
      case Shape.Text text -> text(text);
      case Shape.Group group -> group.shapes().forEach(this::shape);
    }
  }

  private void rectangle(Shape.Rectangle r) {
    var outline =
        new RoundRectangle2D.Double(
            r.x(), r.y(), r.width(), r.height(), r.radius() * 2, r.radius() * 2);
    filled(outline, r.fill(), r.outline());
  }

  private void filled(java.awt.Shape shape, Colour fill, Colour outline) {
    use(fill);
    canvas.fill(shape);
    use(outline);
    canvas.setStroke(new BasicStroke(1));
    canvas.draw(shape);
  }

  private void line(Shape.Line line) {
    float[] dash = line.dash().lengths();
    use(line.colour());
    canvas.setStroke(
        new BasicStroke(
            (float) line.width(),
            BasicStroke.CAP_BUTT,
            BasicStroke.JOIN_MITER,
            MITER_LIMIT,
            dash.length == 0 ? null : dash,
            0));
    canvas.draw(path(line.points()));
  }

  private void arrow(Shape.Arrow arrow) {
    use(arrow.colour());
    canvas.setStroke(
        new BasicStroke((float) Shape.Arrow.STROKE, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
    canvas.draw(path(arrow.shaft()));
    Path2D head = path(arrow.head());
    head.closePath();
    canvas.fill(head);
  }

  private static Path2D path(List<Point> points) {
    Path2D path = new Path2D.Double();
    path.moveTo(points.getFirst().x(), points.getFirst().y());
    points.subList(1, points.size()).forEach(point -> path.lineTo(point.x(), point.y()));
    return path;
  }

  private void text(Shape.Text text) {
    AffineTransform pen = AffineTransform.getTranslateInstance(text.at().x(), text.at().y());
    pen.rotate(Math.toRadians(text.degrees()));
    pen.translate(text.anchor().offset(Fonts.width(text.runs())), 0);
    for (Run run : text.runs()) {
      double size = run.style().size();
      use(run.style().colour());
      canvas.setStroke(new BasicStroke((float) (size * Fonts.EMBOLDENING)));
      for (Fonts.Span span : Fonts.spans(run)) {
        for (int codePoint : span.codePoints()) {
          glyph(span, codePoint, pen, size);
          pen.translate(span.face().advance(codePoint) * size, 0);
        }
      }
    }
  }

  private void glyph(Fonts.Span span, int codePoint, AffineTransform pen, double size) {
    AffineTransform place = new AffineTransform(pen);
    place.scale(size, -size);
    java.awt.Shape outline = place.createTransformedShape(span.face().outline(codePoint));
    canvas.fill(outline);
    if (span.emboldened()) {
      canvas.draw(outline);
    }
  }

  private void use(Colour colour) {
    canvas.setColor(new Color(colour.rgb()));
    canvas.setComposite(
        AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) colour.opacity()));
  }
}
