package org.winnow.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.winnow.figure.Anchor;
import org.winnow.figure.Colour;
import org.winnow.figure.FigureLanguage;
import org.winnow.figure.Paragraph;
import org.winnow.figure.Point;
import org.winnow.figure.Shape;

/** A box with its lines broken to its width, at its place on the page. */
record PlacedBox(
    String id,
    String names,
    DiagramLayout.Column column,
    double top,
    double height,
    List<PlacedLine> lines) {
  static final PlacedBox NONE =
      new PlacedBox("", "", new DiagramLayout.Column(0, 0), 0, 0, List.of());

  private static final double PADDING = 16;
  private static final double STEP = 12;
  private static final double ABOVE = 12;
  private static final double LOWEST = 44;
  private static final double RADIUS = 5;

  /** A line of the cell and the lines of the page that it takes. */
  record PlacedLine(DiagramCell.Line line, List<Paragraph.Line> broken) {
    double height() {
      return broken.size() * line.look().leading;
    }
  }

  static PlacedBox of(
      DiagramCell cell, DiagramLayout.Column column, double top, FigureLanguage language) {
    List<PlacedLine> lines =
        cell.lines().stream()
            .map(
                line ->
                    new PlacedLine(
                        line,
                        line.broken(language, column.width() - 2 * PADDING - STEP * line.indent())))
            .toList();
    double text = lines.stream().mapToDouble(PlacedLine::height).sum();
    return new PlacedBox(
        cell.id(), cell.names(), column, top, Math.max(LOWEST, text + 2 * ABOVE), lines);
  }

  boolean isNothing() {
    return lines.isEmpty();
  }

  double left() {
    return column.left();
  }

  double right() {
    return column.right();
  }

  double middle() {
    return column.left() + column.width() / 2;
  }

  double bottom() {
    return top + height;
  }

  PlacedBox movedDown(double by) {
    return new PlacedBox(id, names, column, top + by, height, lines);
  }

  PlacedBox stretched(double newHeight) {
    return stretchedFrom(top, newHeight);
  }

  PlacedBox stretchedFrom(double newTop, double newHeight) {
    return isNothing() ? this : new PlacedBox(id, names, column, newTop, newHeight, lines);
  }

  Shape.Group group() {
    List<Shape> shapes = new ArrayList<>();
    shapes.add(
        new Shape.Rectangle(
            left(), top, column.width(), height, RADIUS, Colour.SURFACE, Colour.LINE_STRONG));
    double text = lines.stream().mapToDouble(PlacedLine::height).sum();
    // A box with one line centres it; longer texts hang from the top, as a reader expects a list.
    double y = top + (lines.size() == 1 ? (height - text) / 2 : ABOVE);
    for (PlacedLine line : lines) {
      shapes.add(placed(line, y));
      y += line.height();
    }
    return new Shape.Group(id, Map.of("box", names), shapes);
  }

  private Shape placed(PlacedLine placed, double from) {
    double leading = placed.line().look().leading;
    double x = left() + PADDING + STEP * placed.line().indent();
    double size = placed.line().look().text.size();
    List<Shape> texts = new ArrayList<>();
    double y = from;
    for (Paragraph.Line broken : placed.broken()) {
      double base = y + leading / 2 + size * 0.36;
      texts.add(new Shape.Text(new Point(x, base), Anchor.START, 0, broken.runs()));
      y += leading;
    }
    String box =
        placed.line().box().stream().map(FlowBox::dataName).collect(Collectors.joining(" "));
    return new Shape.Group("", box.isEmpty() ? Map.of() : Map.of("box", box), texts);
  }
}
