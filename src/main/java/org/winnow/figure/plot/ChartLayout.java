package org.winnow.figure.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.winnow.figure.Anchor;
import org.winnow.figure.Colour;
import org.winnow.figure.Paragraph;
import org.winnow.figure.Point;
import org.winnow.figure.Run;
import org.winnow.figure.Scene;
import org.winnow.figure.Shape;
import org.winnow.figure.TextStyle;
import org.winnow.figure.Weight;
import org.winnow.figure.plot.Chart.Item;
import org.winnow.figure.plot.Chart.Panel;
import org.winnow.figure.plot.Chart.Scale;
import org.winnow.figure.plot.Chart.Tick;

/** Sets the panels in a grid with their axes, and what the signs mean below them. */
final class ChartLayout {
  private static final double EDGE = 12;
  private static final double LINE = 16;
  private static final double TICK_LENGTH = 5;
  private static final double BESIDE_TICK = 9;
  private static final double BELOW_TICK = 18;
  private static final double HEAD = 22;
  private static final double AIR = 8;
  private static final double WIDEST_LABEL = 190;

  /** Labels of an upright axis that stand closer would touch. */
  private static final double LABEL_HEIGHT = 13;

  private static final double LEAST_WIDTH = 430;

  private static final TextStyle TEXT = new TextStyle(Weight.REGULAR, 12, Colour.INK);
  private static final TextStyle BOLD = new TextStyle(Weight.SEMIBOLD, 12, Colour.INK);
  private static final TextStyle SMALL = new TextStyle(Weight.REGULAR, 11, Colour.INK_2);
  private static final TextStyle TICK = ForestLayout.TICK;
  private static final TextStyle NAME = new TextStyle(Weight.REGULAR, 11, Colour.INK);

  private final Chart chart;
  private final Locale locale;
  private final int rows;
  private final int columns;
  private final List<Shape> shapes = new ArrayList<>();

  ChartLayout(Chart chart) {
    this.chart = chart;
    locale = Locale.forLanguageTag(chart.language());
    rows = chart.panels().stream().mapToInt(Panel::row).max().orElseThrow() + 1;
    columns = chart.panels().stream().mapToInt(Panel::column).max().orElseThrow() + 1;
  }

  Scene scene() {
    double[] before = most(columns, Panel::column, this::leftRoom);
    double[] widths = most(columns, Panel::column, Panel::width);
    double[] after = most(columns, Panel::column, this::rightRoom);
    double[] above = most(rows, Panel::row, this::topRoom);
    double[] heights = most(rows, Panel::row, Panel::height);
    double[] below = most(rows, Panel::row, this::bottomRoom);
    double[] lefts = starts(EDGE, before, widths, after);
    double[] tops = starts(EDGE, above, heights, below);
    double right = lefts[columns - 1] + widths[columns - 1] + after[columns - 1];
    double width = Math.max(LEAST_WIDTH, right + EDGE);
    for (Panel panel : chart.panels()) {
      // Panels of unequal size stand at the axes that they share.
      double bottom = tops[panel.row()] + heights[panel.row()];
      new Frame(panel, lefts[panel.column()], bottom - panel.height()).draw();
    }
    double y = tops[rows - 1] + heights[rows - 1] + below[rows - 1];
    y = legend(y + AIR, width);
    y = notes(y, width);
    return new Scene(width, y + EDGE, chart.title(), chart.description(), chart.language(), shapes);
  }

  private interface Place {
    int of(Panel panel);
  }

  private double[] most(int count, Place place, ToDoubleFunction<Panel> measure) {
    double[] out = new double[count];
    for (Panel panel : chart.panels()) {
      int at = place.of(panel);
      out[at] = Math.max(out[at], measure.applyAsDouble(panel));
    }
    return out;
  }

  private static double[] starts(double from, double[] before, double[] sizes, double[] after) {
    double[] out = new double[sizes.length];
    double at = from;
    for (int i = 0; i < sizes.length; i++) {
      out[i] = at + before[i];
      at = out[i] + sizes[i] + after[i];
    }
    return out;
  }

  private double leftRoom(Panel panel) {
    return Math.max(beside(panel, panel.y()), overhang(panel.x()) + 2);
  }

  private double rightRoom(Panel panel) {
    double axis = panel.right().isPresent() ? beside(panel, panel.right().get()) : 0;
    return Math.max(axis, overhang(panel.x()) + AIR);
  }

  /** What the labels and the title of an upright axis take. */
  private double beside(Panel panel, Scale scale) {
    double labels = widest(scale);
    double title = uprightLines(scale.title(), panel.height()).size() * LINE;
    return (labels > 0 ? labels + BESIDE_TICK : 0) + (title > 0 ? title + AIR : 0);
  }

  private static double widest(Scale scale) {
    return scale.ticks().stream()
        .mapToDouble(t -> ForestLayout.widthOf(shortened(t.label()), TICK))
        .max()
        .orElse(0);
  }

  /** Half a label that stands at an end of a level axis. */
  private static double overhang(Scale scale) {
    return widest(scale) / 2;
  }

  private double topRoom(Panel panel) {
    boolean labels = panel.y().ticks().stream().anyMatch(t -> !t.label().isEmpty());
    return panel.head().isEmpty() ? labels ? AIR : 4 : HEAD;
  }

  private double bottomRoom(Panel panel) {
    boolean labels = panel.x().ticks().stream().anyMatch(t -> !t.label().isEmpty());
    double title = levelLines(panel).size() * LINE;
    return (labels ? BELOW_TICK + 4 : 4) + (title > 0 ? title + 4 : 0);
  }

  private List<String> levelLines(Panel panel) {
    return wrapped(panel.x().title(), BOLD, Math.max(60, panel.width() + 2 * overhang(panel.x())));
  }

  private List<String> uprightLines(String title, double height) {
    return wrapped(title, BOLD, Math.max(60, height));
  }

  private List<String> wrapped(String text, TextStyle style, double room) {
    return text.isEmpty()
        ? List.of()
        : Paragraph.wrap(List.of(new Run(text, style)), room, locale).stream()
            .map(line -> String.join("", line.runs().stream().map(Run::text).toList()))
            .toList();
  }

  /** A label that is no wider than there is room for. */
  private static String shortened(String label) {
    if (ForestLayout.widthOf(label, TICK) <= WIDEST_LABEL) {
      return label;
    }
    int[] points = label.codePoints().toArray();
    int count = points.length;
    String text = label;
    while (count > 1 && ForestLayout.widthOf(text, TICK) > WIDEST_LABEL) {
      count--;
      text = new String(points, 0, count).strip() + "…";
    }
    return text;
  }

  /** A panel at its place. */
  private final class Frame {
    private final Panel panel;
    private final double left;
    private final double top;
    private final double right;
    private final double bottom;

    /** Where the symbols and the labels of this panel are. */
    private final List<Box> taken = new ArrayList<>();

    Frame(Panel panel, double left, double top) {
      this.panel = panel;
      this.left = left;
      this.top = top;
      right = left + panel.width();
      bottom = top + panel.height();
    }

    void draw() {
      List<Item.Symbol> labelled = new ArrayList<>();
      for (Item item : panel.items()) {
        switch (item) {
          case Item.Curve curve -> curve(curve);
          case Item.Area area -> area(area);
          case Item.Box box -> box(box);
          case Item.Symbol symbol -> {
            if (symbol(symbol) && !symbol.label().isEmpty()) {
              labelled.add(symbol);
            }
          }
        }
      }
      labelled.forEach(this::label);
      axes();
    }

    private double x(double value) {
      return left + panel.width() * panel.x().share(value);
    }

    private double y(double value) {
      return bottom - panel.height() * panel.y().share(value);
    }

    /** Far beyond the axes is as good as infinitely far, and no number overflows. */
    private Point point(Point value) {
      return new Point(Math.clamp(x(value.x()), -1e5, 1e5), Math.clamp(y(value.y()), -1e5, 1e5));
    }

    private static boolean finite(Point value) {
      return Double.isFinite(value.x()) && Double.isFinite(value.y());
    }

    private void curve(Item.Curve curve) {
      List<Point> run = new ArrayList<>();
      for (int i = 1; i < curve.points().size(); i++) {
        Point a = curve.points().get(i - 1);
        Point b = curve.points().get(i);
        Optional<Point[]> part =
            finite(a) && finite(b) ? within(point(a), point(b)) : Optional.empty();
        if (part.isEmpty()) {
          stroke(run, curve);
          run = new ArrayList<>();
          continue;
        }
        if (run.isEmpty() || !run.getLast().equals(part.get()[0])) {
          stroke(run, curve);
          run = new ArrayList<>(List.of(part.get()[0]));
        }
        run.add(part.get()[1]);
      }
      stroke(run, curve);
    }

    private void stroke(List<Point> points, Item.Curve curve) {
      if (points.size() > 1) {
        shapes.add(new Shape.Line(points, curve.colour(), curve.width(), curve.dash()));
      }
    }

    /** The part of a segment inside the frame, after Liang and Barsky 1984. */
    private Optional<Point[]> within(Point a, Point b) {
      double dx = b.x() - a.x();
      double dy = b.y() - a.y();
      double[] p = {-dx, dx, -dy, dy};
      double[] q = {a.x() - left, right - a.x(), a.y() - top, bottom - a.y()};
      double from = 0;
      double to = 1;
      for (int side = 0; side < 4; side++) {
        if (p[side] == 0) {
          if (q[side] < 0) {
            return Optional.empty();
          }
        } else if (p[side] < 0) {
          from = Math.max(from, q[side] / p[side]);
        } else {
          to = Math.min(to, q[side] / p[side]);
        }
      }
      if (from > to) {
        return Optional.empty();
      }
      return Optional.of(
          new Point[] {
            from == 0 ? a : new Point(a.x() + from * dx, a.y() + from * dy),
            to == 1 ? b : new Point(a.x() + to * dx, a.y() + to * dy)
          });
    }

    private void area(Item.Area area) {
      List<Point> corners = area.corners().stream().filter(Frame::finite).map(this::point).toList();
      corners = cut(corners, p -> p.x() - left);
      corners = cut(corners, p -> right - p.x());
      corners = cut(corners, p -> p.y() - top);
      corners = cut(corners, p -> bottom - p.y());
      if (corners.size() > 2) {
        shapes.add(new Shape.Polygon(corners, area.fill(), area.fill()));
      }
    }

    /** What of a polygon lies on the good side of a line, after Sutherland and Hodgman 1974. */
    private static List<Point> cut(List<Point> corners, ToDoubleFunction<Point> inside) {
      List<Point> out = new ArrayList<>();
      for (int i = 0; i < corners.size(); i++) {
        Point a = corners.get(i);
        Point b = corners.get((i + 1) % corners.size());
        double from = inside.applyAsDouble(a);
        double to = inside.applyAsDouble(b);
        if (from >= 0) {
          out.add(a);
        }
        if (from < 0 != to < 0) {
          double share = from / (from - to);
          out.add(new Point(a.x() + share * (b.x() - a.x()), a.y() + share * (b.y() - a.y())));
        }
      }
      return out;
    }

    private void box(Item.Box box) {
      Point a = point(new Point(box.left(), box.top()));
      Point b = point(new Point(box.right(), box.bottom()));
      double x0 = Math.clamp(Math.min(a.x(), b.x()), left, right);
      double x1 = Math.clamp(Math.max(a.x(), b.x()), left, right);
      double y0 = Math.clamp(Math.min(a.y(), b.y()), top, bottom);
      double y1 = Math.clamp(Math.max(a.y(), b.y()), top, bottom);
      if (x1 > x0 && y1 > y0) {
        shapes.add(
            new Shape.Rectangle(x0, y0, x1 - x0, y1 - y0, 0, box.fill(), box.fill().faint(0)));
      }
    }

    /** Draws a symbol unless it lies beyond the axes. */
    private boolean symbol(Item.Symbol symbol) {
      if (!finite(symbol.at())) {
        return false;
      }
      Point at = point(symbol.at());
      double slack = 1e-6;
      if (at.x() < left - slack
          || at.x() > right + slack
          || at.y() < top - slack
          || at.y() > bottom + slack) {
        return false;
      }
      List<Shape> parts = new ArrayList<>();
      ChartLayout.symbol(symbol, at, parts);
      shapes.add(new Shape.Group("", Map.of("study", symbol.name(), "kind", symbol.kind()), parts));
      double r = symbol.radius();
      taken.add(new Box(at.x() - r, at.y() - r, at.x() + r, at.y() + r));
      return true;
    }

    /** Writes a label at the nearest free place; without one the table has the name. */
    private void label(Item.Symbol symbol) {
      Point at = point(symbol.at());
      double width = ForestLayout.widthOf(symbol.label(), NAME);
      for (double far : new double[] {4, 14, 26, 40}) {
        for (int turn = 0; turn < 8; turn++) {
          double angle = Math.PI / 4 * ORDER[turn];
          double dx = Math.cos(angle);
          double dy = Math.sin(angle);
          double reach = symbol.radius() + far;
          double x = at.x() + dx * reach + (dx < -0.5 ? -width : dx > 0.5 ? 0 : -width / 2);
          double base = at.y() + dy * reach + (dy < -0.5 ? 0 : dy > 0.5 ? 9 : 4);
          Box box = new Box(x - 1, base - 10, x + width + 1, base + 3);
          if (box.within(left, top, right, bottom) && taken.stream().noneMatch(box::meets)) {
            if (far > 4) {
              Point end = new Point(at.x() + dx * (reach - 2), at.y() + dy * (reach - 2));
              Point start =
                  new Point(
                      at.x() + dx * (symbol.radius() + 1), at.y() + dy * (symbol.radius() + 1));
              shapes.add(Shape.Line.of(start, end, Colour.INK_2, 0.6));
            }
            shapes.add(ForestLayout.text(x, base, Anchor.START, symbol.label(), NAME));
            taken.add(box);
            return;
          }
        }
      }
    }

    private void axes() {
      shapes.add(
          new Shape.Line(
              List.of(new Point(left, top), new Point(left, bottom), new Point(right, bottom)),
              Colour.INK,
              1,
              Shape.Dash.SOLID));
      level();
      upright(panel.y(), left, -1);
      if (panel.right().isPresent()) {
        shapes.add(Shape.Line.of(new Point(right, top), new Point(right, bottom), Colour.INK, 1));
        upright(panel.right().get(), right, 1);
      }
      if (!panel.head().isEmpty()) {
        shapes.add(
            ForestLayout.text(
                left + panel.width() / 2, top - 9, Anchor.MIDDLE, panel.head(), BOLD));
      }
    }

    private void level() {
      double end = Double.NEGATIVE_INFINITY;
      List<Tick> ticks =
          panel.x().ticks().stream()
              .sorted((a, b) -> Double.compare(x(a.value()), x(b.value())))
              .toList();
      for (Tick tick : ticks) {
        double at = x(tick.value());
        if (at < left - 1e-6 || at > right + 1e-6) {
          continue;
        }
        shapes.add(
            Shape.Line.of(
                new Point(at, bottom), new Point(at, bottom + TICK_LENGTH), Colour.INK, 1));
        String label = shortened(tick.label());
        double half = ForestLayout.widthOf(label, TICK) / 2;
        if (!label.isEmpty() && at - half > end + 4) {
          shapes.add(ForestLayout.text(at, bottom + BELOW_TICK, Anchor.MIDDLE, label, TICK));
          end = at + half;
        }
      }
      boolean labels = panel.x().ticks().stream().anyMatch(t -> !t.label().isEmpty());
      double base = bottom + (labels ? BELOW_TICK + 4 : 4);
      for (String line : levelLines(panel)) {
        base += LINE;
        shapes.add(ForestLayout.text(left + panel.width() / 2, base, Anchor.MIDDLE, line, BOLD));
      }
    }

    /**
     * An axis from the bottom to the top.
     *
     * @param side −1 for labels on its left, 1 for those on its right
     */
    private void upright(Scale scale, double x, int side) {
      double last = Double.POSITIVE_INFINITY;
      List<Tick> ticks =
          scale.ticks().stream()
              .sorted((a, b) -> Double.compare(scale.share(a.value()), scale.share(b.value())))
              .toList();
      double widest = widest(scale);
      for (Tick tick : ticks) {
        double at = bottom - panel.height() * scale.share(tick.value());
        if (at < top - 1e-6 || at > bottom + 1e-6) {
          continue;
        }
        shapes.add(
            Shape.Line.of(new Point(x, at), new Point(x + side * TICK_LENGTH, at), Colour.INK, 1));
        String label = shortened(tick.label());
        if (!label.isEmpty() && last - at > LABEL_HEIGHT) {
          Anchor anchor = side < 0 ? Anchor.END : Anchor.START;
          shapes.add(ForestLayout.text(x + side * BESIDE_TICK, at + 4, anchor, label, TICK));
          last = at;
        }
      }
      List<String> lines = uprightLines(scale.title(), panel.height());
      double beyond = (widest > 0 ? widest + BESIDE_TICK : 0) + AIR;
      for (int i = 0; i < lines.size(); i++) {
        // Lines of a turned text follow each other from left to right.
        double from =
            side < 0 ? x - beyond - (lines.size() - 1 - i) * LINE : x + beyond + 10 + i * LINE;
        shapes.add(
            new Shape.Text(
                new Point(from, (top + bottom) / 2),
                Anchor.MIDDLE,
                -90,
                List.of(new Run(lines.get(i), BOLD))));
      }
    }
  }

  /** Right, left, above, below, then the corners, in eighths of a turn clockwise. */
  private static final int[] ORDER = {0, 4, 6, 2, 7, 5, 1, 3};

  private record Box(double left, double top, double right, double bottom) {
    boolean meets(Box other) {
      return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }

    boolean within(double x0, double y0, double x1, double y1) {
      return left > x0 && top > y0 && right < x1 && bottom < y1;
    }
  }

  private static void symbol(Item.Symbol symbol, Point at, List<Shape> parts) {
    double r = symbol.radius();
    double x = at.x();
    double y = at.y();
    Colour fill = symbol.fill();
    Colour outline = symbol.outline();
    parts.add(
        switch (symbol.sign()) {
          case CIRCLE -> new Shape.Circle(at, r, fill, outline);
          case SQUARE -> new Shape.Rectangle(x - r, y - r, 2 * r, 2 * r, 0, fill, outline);
          case DIAMOND ->
              new Shape.Polygon(
                  List.of(
                      new Point(x, y - 1.4 * r),
                      new Point(x + 1.4 * r, y),
                      new Point(x, y + 1.4 * r),
                      new Point(x - 1.4 * r, y)),
                  fill,
                  outline);
          case TRIANGLE ->
              new Shape.Polygon(
                  List.of(
                      new Point(x, y - 1.25 * r),
                      new Point(x + 1.25 * r, y + r),
                      new Point(x - 1.25 * r, y + r)),
                  fill,
                  outline);
        });
  }

  /** Draws the legend, and gives where it ends. */
  private double legend(double top, double width) {
    if (chart.legend().isEmpty()) {
      return top;
    }
    double start = EDGE + 12;
    double room = width - EDGE;
    double x = start;
    double y = top + LINE;
    for (Chart.Entry entry : chart.legend()) {
      List<String> lines = wrapped(entry.text(), TEXT, room - start - 31);
      double wide =
          31 + lines.stream().mapToDouble(l -> ForestLayout.widthOf(l, TEXT)).max().orElse(0);
      if (x > start && (x + wide > room || lines.size() > 1)) {
        x = start;
        y += LINE + 4;
      }
      sample(entry.sample(), new Point(x + 12, y - 4));
      for (int i = 0; i < lines.size(); i++) {
        shapes.add(ForestLayout.text(x + 31, y + i * LINE, Anchor.START, lines.get(i), TEXT));
      }
      x += wide + 22;
      if (lines.size() > 1) {
        x = start;
        y += lines.size() * LINE + 4;
      }
    }
    return y + (x > start ? 8 : -LINE);
  }

  private void sample(Item sample, Point at) {
    switch (sample) {
      case Item.Curve curve ->
          shapes.add(
              new Shape.Line(
                  List.of(new Point(at.x() - 12, at.y()), new Point(at.x() + 12, at.y())),
                  curve.colour(),
                  curve.width(),
                  curve.dash()));
      case Item.Area area -> swatch(at, area.fill());
      case Item.Box box -> swatch(at, box.fill());
      case Item.Symbol symbol -> symbol(symbol, at, shapes);
    }
  }

  private void swatch(Point at, Colour fill) {
    shapes.add(new Shape.Rectangle(at.x() - 9, at.y() - 6, 18, 12, 0, fill, Colour.LINE_STRONG));
  }

  private double notes(double top, double width) {
    double y = top;
    for (String note : chart.notes()) {
      for (String line : wrapped(note, SMALL, width - 2 * EDGE - 24)) {
        y += LINE;
        shapes.add(ForestLayout.text(EDGE + 12, y, Anchor.START, line, SMALL));
      }
    }
    return y;
  }
}
