package org.winnow.figure.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.winnow.figure.Anchor;
import org.winnow.figure.Colour;
import org.winnow.figure.Paragraph;
import org.winnow.figure.Point;
import org.winnow.figure.Run;
import org.winnow.figure.Scene;
import org.winnow.figure.Shape;
import org.winnow.figure.TextStyle;
import org.winnow.figure.Weight;

/** Sets the plot, its axes, and what the symbols mean below it. */
final class FunnelLayout {
  private static final double PLOT_WIDTH = 512;
  private static final double MARGIN = 30;
  private static final double TOP = 20;
  private static final double TITLE = 28;
  private static final double BOTTOM = 400;
  private static final double LINE = 18;
  private static final double EDGE = 12;
  private static final double RADIUS = 4;

  private static final TextStyle TEXT = new TextStyle(Weight.REGULAR, 12, Colour.INK);
  private static final TextStyle BOLD = new TextStyle(Weight.SEMIBOLD, 12, Colour.INK);
  private static final TextStyle SMALL = new TextStyle(Weight.REGULAR, 11, Colour.INK_2);

  /** From outside the last contour inwards; the innermost area is as the page. */
  private static final List<Colour> SHADES =
      List.of(
          new Colour("funnel-shade-1", 0xe9edf0, 1),
          new Colour("funnel-shade-2", 0xcfd7dd, 1),
          new Colour("funnel-shade-3", 0xb2bec8, 1));

  private static final List<Colour> SERIES =
      List.of(
          new Colour("series-1", 0x0b5c63, 1),
          new Colour("series-2", 0xb4531f, 1),
          new Colour("series-3", 0x5a4a9c, 1),
          new Colour("series-4", 0x6c7a1e, 1),
          new Colour("series-5", 0xa3326b, 1));

  private final FunnelPlot plot;
  private final Axis axis;
  private final List<Double> errors;
  private final double largestError;
  private final double left;
  private final double right;
  private final double width;
  private final List<Shape> shapes = new ArrayList<>();

  FunnelLayout(FunnelPlot plot) {
    this.plot = plot;
    double largest =
        plot.points().stream().mapToDouble(FunnelPlot.Point::standardError).max().orElseThrow();
    Axis vertical =
        Axis.fitting(
            Axis.Scale.LINEAR,
            List.of(new Axis.Span(largest, 0, largest)),
            OptionalDouble.of(0),
            false);
    errors = vertical.ticks();
    largestError = vertical.to();
    List<Axis.Span> spans = new ArrayList<>();
    plot.points().forEach(p -> spans.add(span(p.effect(), p.effect(), p.effect())));
    plot.pooled()
        .ifPresent(
            p ->
                spans.add(
                    span(p, p - plot.region() * largestError, p + plot.region() * largestError)));
    OptionalDouble none =
        plot.none().isPresent()
            ? OptionalDouble.of(shown(plot.none().getAsDouble()))
            : OptionalDouble.empty();
    axis = Axis.fitting(plot.scale(), spans, none, false);
    double beside = Math.max(MARGIN, axis.overhang(ForestLayout.TICK) + EDGE);
    left = TITLE + Math.max(beside, 2 * vertical.overhang(ForestLayout.TICK) + 20);
    right = left + PLOT_WIDTH;
    width = right + beside;
  }

  private Axis.Span span(double estimate, double lower, double upper) {
    return new Axis.Span(shown(estimate), shown(lower), shown(upper));
  }

  private double shown(double effect) {
    return plot.scale() == Axis.Scale.LOG ? Math.exp(effect) : effect;
  }

  private double x(double effect) {
    return left + (right - left) * axis.share(shown(effect));
  }

  private double y(double error) {
    return TOP + (BOTTOM - TOP) * error / largestError;
  }

  Scene scene() {
    areas();
    lines();
    plot.points().forEach(this::point);
    axes();
    double bottom = legend(BOTTOM + 72);
    return new Scene(
        width, bottom + EDGE, plot.title(), plot.description(), plot.language(), shapes);
  }

  private void areas() {
    List<FunnelPlot.Contour> contours = plot.contours();
    if (contours.isEmpty() || plot.none().isEmpty()) {
      return;
    }
    shapes.add(
        new Shape.Rectangle(
            left,
            TOP,
            right - left,
            BOTTOM - TOP,
            0,
            shade(contours.size()),
            shade(contours.size())));
    for (int i = contours.size() - 1; i >= 0; i--) {
      Colour fill = shade(i);
      shapes.add(
          new Shape.Polygon(cone(plot.none().getAsDouble(), contours.get(i).z()), fill, fill));
    }
  }

  /** Of the area outside so many contours. */
  private static Colour shade(int outside) {
    return outside == 0
        ? Colour.SURFACE
        : SHADES.get(Math.min(SHADES.size() - 1, Math.max(0, SHADES.size() - outside)));
  }

  /** The area within so many standard errors of a centre, cut off at the sides of the plot. */
  private List<Point> cone(double centre, double z) {
    double tip = x(centre);
    double from = x(centre - z * largestError);
    double to = x(centre + z * largestError);
    List<Point> corners = new ArrayList<>();
    corners.add(new Point(Math.clamp(tip, left, right), TOP));
    if (to > right) {
      corners.add(new Point(right, TOP + (BOTTOM - TOP) * (right - tip) / (to - tip)));
    }
    corners.add(new Point(Math.min(to, right), BOTTOM));
    corners.add(new Point(Math.max(from, left), BOTTOM));
    if (from < left) {
      corners.add(new Point(left, TOP + (BOTTOM - TOP) * (tip - left) / (tip - from)));
    }
    return corners;
  }

  private void lines() {
    plot.none()
        .ifPresent(
            none ->
                shapes.add(
                    Shape.Line.of(
                        new Point(x(none), TOP), new Point(x(none), BOTTOM), Colour.INK_2, 1)));
    plot.pooled()
        .ifPresent(
            pooled -> {
              shapes.add(upright(pooled));
              sides(cone(pooled, plot.region()));
            });
  }

  private Shape.Line upright(double effect) {
    return new Shape.Line(
        List.of(new Point(x(effect), TOP), new Point(x(effect), BOTTOM)),
        Colour.ACCENT,
        1.2,
        Shape.Dash.DASHED);
  }

  /** The two sides of the region from its tip, without what runs along the frame. */
  private void sides(List<Point> cone) {
    Point tip = cone.getFirst();
    for (Point end : List.of(cone.get(1), cone.getLast())) {
      shapes.add(new Shape.Line(List.of(tip, end), Colour.ACCENT, 1.2, Shape.Dash.DOTTED));
    }
  }

  private void point(FunnelPlot.Point p) {
    List<Shape> parts = new ArrayList<>();
    symbol(p.series(), p.filledIn(), x(p.effect()), y(p.standardError()), parts);
    shapes.add(
        new Shape.Group(
            "", Map.of("study", p.name(), "kind", p.filledIn() ? "filled" : "study"), parts));
  }

  private static void symbol(int series, boolean open, double x, double y, List<Shape> parts) {
    Colour ink = open ? Colour.INK_2 : SERIES.get(series % SERIES.size());
    Colour fill = open ? Colour.SURFACE : ink;
    double r = RADIUS;
    switch (open ? 0 : series % 4) {
      case 0 -> parts.add(new Shape.Circle(new Point(x, y), r, fill, open ? ink : Colour.SURFACE));
      case 1 -> parts.add(new Shape.Rectangle(x - r, y - r, 2 * r, 2 * r, 0, fill, Colour.SURFACE));
      case 2 ->
          parts.add(
              new Shape.Polygon(
                  List.of(
                      new Point(x, y - r - 1.5),
                      new Point(x + r + 1.5, y),
                      new Point(x, y + r + 1.5),
                      new Point(x - r - 1.5, y)),
                  fill,
                  Colour.SURFACE));
      default ->
          parts.add(
              new Shape.Polygon(
                  List.of(
                      new Point(x, y - r - 1),
                      new Point(x + r + 1, y + r),
                      new Point(x - r - 1, y + r)),
                  fill,
                  Colour.SURFACE));
    }
  }

  private void axes() {
    shapes.add(
        new Shape.Line(
            List.of(new Point(left, TOP), new Point(left, BOTTOM), new Point(right, BOTTOM)),
            Colour.INK,
            1,
            Shape.Dash.SOLID));
    Axis vertical = new Axis(Axis.Scale.LINEAR, 0, largestError, errors, OptionalDouble.empty());
    for (double tick : errors) {
      double at = y(tick);
      shapes.add(Shape.Line.of(new Point(left - 5, at), new Point(left, at), Colour.INK, 1));
      shapes.add(
          ForestLayout.text(
              left - 9, at + 4, Anchor.END, vertical.label(tick, "."), ForestLayout.TICK));
    }
    for (double tick : axis.ticks()) {
      double at = left + (right - left) * axis.share(tick);
      shapes.add(Shape.Line.of(new Point(at, BOTTOM), new Point(at, BOTTOM + 5), Colour.INK, 1));
      shapes.add(
          ForestLayout.text(
              at, BOTTOM + 19, Anchor.MIDDLE, axis.label(tick, "."), ForestLayout.TICK));
    }
    shapes.add(
        ForestLayout.text(
            (left + right) / 2, BOTTOM + 42, Anchor.MIDDLE, plot.effectTitle(), BOLD));
    shapes.add(
        new Shape.Text(
            new Point(26, (TOP + BOTTOM) / 2),
            Anchor.MIDDLE,
            -90,
            List.of(new Run(plot.errorTitle(), BOLD))));
  }

  private interface Sign {
    void draw(double x, double y, List<Shape> parts);
  }

  private record Entry(Sign sign, String text) {}

  /** Draws the legend and the notes, and gives where they end. */
  private double legend(double top) {
    List<Entry> entries = new ArrayList<>();
    if (plot.series().size() > 1) {
      for (int i = 0; i < plot.series().size(); i++) {
        int series = i;
        entries.add(new Entry((x, y, to) -> symbol(series, false, x, y, to), plot.series().get(i)));
      }
    }
    if (plot.points().stream().anyMatch(FunnelPlot.Point::filledIn)) {
      entries.add(new Entry((x, y, to) -> symbol(0, true, x, y, to), plot.legend().filledIn()));
    }
    if (plot.pooled().isPresent()) {
      entries.add(new Entry(stroke(Colour.ACCENT, Shape.Dash.DASHED), plot.legend().pooled()));
      entries.add(new Entry(stroke(Colour.ACCENT, Shape.Dash.DOTTED), plot.legend().region()));
    }
    if (plot.none().isPresent()) {
      entries.add(new Entry(stroke(Colour.INK_2, Shape.Dash.SOLID), plot.legend().none()));
      for (int i = 0; i < plot.contours().size(); i++) {
        Colour shade = shade(i + 1);
        entries.add(
            new Entry(
                (x, y, to) ->
                    to.add(new Shape.Rectangle(x - 9, y - 6, 18, 12, 0, shade, Colour.INK_2)),
                plot.contours().get(i).label()));
      }
    }
    double x = EDGE + 12;
    double y = top;
    for (Entry entry : entries) {
      if (entry.text().isEmpty()) {
        continue;
      }
      List<String> lines = wrapped(entry.text(), TEXT, width - 2 * EDGE - 48);
      double wide =
          40 + lines.stream().mapToDouble(l -> ForestLayout.widthOf(l, TEXT)).max().orElse(0);
      if (x > EDGE + 12 && (x + wide > width - EDGE || lines.size() > 1)) {
        x = EDGE + 12;
        y += LINE + 4;
      }
      entry.sign().draw(x + 12, y - 4, shapes);
      for (int i = 0; i < lines.size(); i++) {
        shapes.add(ForestLayout.text(x + 28, y + i * LINE, Anchor.START, lines.get(i), TEXT));
      }
      x += wide + 12;
      if (lines.size() > 1) {
        x = EDGE + 12;
        y += lines.size() * LINE + 4;
      }
    }
    y += 10;
    for (String note : plot.notes()) {
      for (String line : wrapped(note, SMALL, width - 4 * EDGE)) {
        y += LINE;
        shapes.add(ForestLayout.text(EDGE + 24, y, Anchor.START, line, SMALL));
      }
    }
    return y;
  }

  private static Sign stroke(Colour colour, Shape.Dash dash) {
    return (x, y, to) ->
        to.add(
            new Shape.Line(List.of(new Point(x - 12, y), new Point(x + 12, y)), colour, 1.4, dash));
  }

  private List<String> wrapped(String text, TextStyle style, double room) {
    return Paragraph.wrap(
            List.of(new Run(text, style)), room, Locale.forLanguageTag(plot.language()))
        .stream()
        .map(line -> String.join("", line.runs().stream().map(Run::text).toList()))
        .toList();
  }
}
