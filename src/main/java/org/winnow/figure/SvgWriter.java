package org.winnow.figure;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes a scene as SVG: text stays text, groups keep their ids and data. Uses presentation
 * attributes only, so that the strictest content security policy shows it inside a page.
 */
public final class SvgWriter {
  private final Colours colours;
  private final StringBuilder out = new StringBuilder(8192);

  /** How colours are written. */
  public enum Colours {
    /** As CSS custom properties with a fallback, for a page that has a theme. */
    OF_THE_PAGE,
    /** As they are, for programs that know no custom properties: most that draw. */
    FIXED
  }

  private SvgWriter(Colours colours) {
    this.colours = colours;
  }

  public static String write(Scene scene, Colours colours) {
    SvgWriter writer = new SvgWriter(colours);
    writer.scene(scene);
    return writer.out.toString();
  }

  private void scene(Scene scene) {
    out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
        .append(number(scene.width()))
        .append(' ')
        .append(number(scene.height()))
        .append("\" width=\"")
        .append(number(scene.width()))
        .append("\" height=\"")
        .append(number(scene.height()))
        .append("\" role=\"group\" aria-labelledby=\"figure-title\"")
        .append(" aria-describedby=\"figure-description\"");
    attribute("lang", scene.language());
    attribute("xml:lang", scene.language());
    attribute("font-family", Fonts.CSS_FAMILIES);
    out.append(">\n<title id=\"figure-title\">")
        .append(escaped(scene.title()))
        .append("</title>\n<desc id=\"figure-description\">")
        .append(escaped(scene.description()))
        .append("</desc>\n");
    scene.shapes().forEach(this::shape);
    out.append("</svg>\n");
  }

  private void shape(Shape shape) {
    switch (shape) {
      case Shape.Rectangle rectangle -> rectangle(rectangle);
      case Shape.Arrow arrow -> arrow(arrow);
      case Shape.Line line -> line(line);
      case Shape.Polygon polygon -> polygon(polygon);
      case Shape.Circle circle -> circle(circle);
      case Shape.Text text -> text(text);
      case Shape.Group group -> group(group);
    }
  }

  private void rectangle(Shape.Rectangle r) {
    out.append("<rect");
    attribute("x", r.x());
    attribute("y", r.y());
    attribute("width", r.width());
    attribute("height", r.height());
    attribute("rx", r.radius());
    colour("fill", r.fill());
    colour("stroke", r.outline());
    out.append("/>\n");
  }

  private void arrow(Shape.Arrow arrow) {
    out.append("<polyline");
    attribute("points", points(arrow.shaft()));
    attribute("fill", "none");
    colour("stroke", arrow.colour());
    attribute("stroke-width", Shape.Arrow.STROKE);
    out.append("/>\n<polygon");
    attribute("points", points(arrow.head()));
    colour("fill", arrow.colour());
    out.append("/>\n");
  }

  private void line(Shape.Line line) {
    out.append("<polyline");
    attribute("points", points(line.points()));
    attribute("fill", "none");
    colour("stroke", line.colour());
    attribute("stroke-width", line.width());
    float[] dash = line.dash().lengths();
    if (dash.length > 0) {
      attribute("stroke-dasharray", number(dash[0]) + " " + number(dash[1]));
    }
    out.append("/>\n");
  }

  private void polygon(Shape.Polygon polygon) {
    out.append("<polygon");
    attribute("points", points(polygon.corners()));
    colour("fill", polygon.fill());
    colour("stroke", polygon.outline());
    out.append("/>\n");
  }

  private void circle(Shape.Circle circle) {
    out.append("<circle");
    attribute("cx", circle.centre().x());
    attribute("cy", circle.centre().y());
    attribute("r", circle.radius());
    colour("fill", circle.fill());
    colour("stroke", circle.outline());
    out.append("/>\n");
  }

  private void text(Shape.Text text) {
    if (text.runs().isEmpty()) {
      return;
    }
    TextStyle first = text.runs().getFirst().style();
    out.append("<text");
    attribute("x", text.at().x());
    attribute("y", text.at().y());
    if (text.anchor() != Anchor.START) {
      attribute("text-anchor", text.anchor().svg());
    }
    if (text.degrees() != 0) {
      attribute(
          "transform",
          "rotate(%s %s %s)"
              .formatted(number(text.degrees()), number(text.at().x()), number(text.at().y())));
    }
    attribute("font-size", first.size());
    weight(first);
    if (first.tabular()) {
      attribute("font-variant", "tabular-nums");
    }
    colour("fill", first.colour());
    out.append('>');
    text.runs().forEach(run -> run(run, first));
    out.append("</text>\n");
  }

  private void run(Run run, TextStyle around) {
    if (run.style().equals(around)) {
      out.append(escaped(run.text()));
      return;
    }
    out.append("<tspan");
    if (run.style().size() != around.size()) {
      attribute("font-size", run.style().size());
    }
    if (run.style().weight() != around.weight()) {
      attribute("font-weight", run.style().weight().css());
    }
    if (!run.style().colour().equals(around.colour())) {
      colour("fill", run.style().colour());
    }
    out.append('>').append(escaped(run.text())).append("</tspan>");
  }

  private void weight(TextStyle style) {
    if (style.weight() != Weight.REGULAR) {
      attribute("font-weight", style.weight().css());
    }
  }

  private void group(Shape.Group group) {
    out.append("<g");
    if (!group.id().isEmpty()) {
      attribute("id", group.id());
    }
    group.data().forEach((name, value) -> attribute("data-" + name, value));
    out.append(">\n");
    group.shapes().forEach(this::shape);
    out.append("</g>\n");
  }

  private void colour(String attribute, Colour colour) {
    attribute(
        attribute,
        switch (colours) {
          case OF_THE_PAGE -> "var(--" + colour.token() + "," + colour.hex() + ")";
          case FIXED -> colour.hex();
        });
    if (colour.opacity() != 1) {
      attribute(attribute + "-opacity", colour.opacity());
    }
  }

  private void attribute(String name, double value) {
    attribute(name, number(value));
  }

  private void attribute(String name, String value) {
    out.append(' ').append(name).append("=\"").append(escaped(value)).append('"');
  }

  private static String points(List<Point> points) {
    return points.stream()
        .map(point -> number(point.x()) + "," + number(point.y()))
        .collect(Collectors.joining(" "));
  }

  /** Hundredths of a unit are finer than any printer. */
  private static String number(double value) {
    long hundredths = Math.round(Math.abs(value) * 100);
    StringBuilder text = new StringBuilder(8);
    if (value < 0 && hundredths > 0) {
      text.append('-');
    }
    text.append(hundredths / 100);
    int rest = (int) (hundredths % 100);
    if (rest > 0) {
      text.append('.').append(rest / 10);
      if (rest % 10 > 0) {
        text.append(rest % 10);
      }
    }
    return text.toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
