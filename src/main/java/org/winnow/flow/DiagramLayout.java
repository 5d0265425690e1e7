package org.winnow.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.winnow.figure.Anchor;
import org.winnow.figure.Colour;
import org.winnow.figure.Point;
import org.winnow.figure.Run;
import org.winnow.figure.Scene;
import org.winnow.figure.Shape;
import org.winnow.figure.TextStyle;
import org.winnow.figure.Weight;

/** Gives every box its place: columns from left to right, then row by row down the page. */
final class DiagramLayout {
  private static final double EDGE = 8;
  private static final double BAR = 32;
  private static final double HEADER = 30;
  private static final double RADIUS = 5;
  private static final double AFTER_BAR = 20;
  private static final double BELOW_HEADER = 20;
  private static final double ARROW_DOWN = 36;
  private static final double BETWEEN_SIDES = 16;
  private static final double FOOT = 30;

  private static final TextStyle TITLE = new TextStyle(Weight.SEMIBOLD, 13, Colour.INK);
  private static final TextStyle SOURCE = new TextStyle(Weight.REGULAR, 10, Colour.INK_2);
  private static final TextStyle WATERMARK =
      new TextStyle(Weight.REGULAR, 120, Colour.INK.faint(0.08));

  private final FlowDiagram diagram;
  private final FigureLanguage language;
  private final List<Shape> shapes = new ArrayList<>();

  DiagramLayout(FlowDiagram diagram, FigureLanguage language) {
    this.diagram = diagram;
    this.language = language;
  }

  Scene scene() {
    Columns columns = Columns.of(diagram.template());
    headers(columns);
    double top = EDGE + HEADER + BELOW_HEADER;
    List<DiagramRow> rows = diagram.databaseRows();
    List<DiagramRow> others = diagram.template().allMethods() ? diagram.otherRows() : List.of();
    List<Double> tops = new ArrayList<>();
    List<Double> bottoms = new ArrayList<>();
    PlacedBox above = PlacedBox.NONE;
    PlacedBox otherAbove = PlacedBox.NONE;
    PlacedBox previous = PlacedBox.NONE;
    for (int row = 0; row < rows.size(); row++) {
      Row placed = row(rows.get(row), top, columns.main(), columns.side());
      Row other =
          others.isEmpty()
              ? Row.NONE
              : row(others.get(row), top, columns.otherMain(), columns.otherSide());
      if (row == 0) {
        double height = Math.max(placed.tallest(), other.tallest());
        placed = placed.stretched(height);
        other = other.stretched(height);
        if (diagram.template().updated()) {
          previous = measured(diagram.previous(), columns.previous(), top);
          draw(previous);
        }
      }
      draw(placed);
      draw(other);
      down(above, placed.main());
      down(otherAbove, other.main());
      above = placed.main();
      otherAbove = other.main().isNothing() ? otherAbove : other.main();
      tops.add(top);
      bottoms.add(Math.max(placed.bottom(), other.bottom()));
      double mains = Math.max(placed.main().bottom(), other.main().bottom()) + ARROW_DOWN;
      double sides = Math.max(placed.side().bottom(), other.side().bottom()) + BETWEEN_SIDES;
      top = Math.max(mains, sides);
    }
    double last = included(columns, top, above, otherAbove, previous);
    bar(columns, new Wording("Identification", "识别"), tops.get(0), bottoms.get(0));
    bar(columns, new Wording("Screening", "筛选"), tops.get(1), bottoms.get(3));
    bar(columns, new Wording("Included", "纳入"), top, last);
    watermark(columns.width(), top);
    shapes.add(
        text(
            new Point(columns.main().left(), last + FOOT - 8),
            Anchor.START,
            new Run(credit().in(language), SOURCE)));
    return new Scene(
        columns.width(),
        last + FOOT,
        title().in(language),
        description().in(language),
        language.tag(),
        shapes);
  }

  private void headers(Columns columns) {
    boolean updated = diagram.template().updated();
    header(
        "newstud",
        columns.main().left(),
        columns.side().right(),
        Colour.ACCENT_SOFT,
        Colour.ACCENT,
        updated
            ? new Wording(
                "Identification of new studies via databases and registers", "通过数据库和注册库识别新研究")
            : new Wording(
                "Identification of studies via databases and registers", "通过数据库和注册库识别研究"));
    if (updated) {
      header(
          "prevstud",
          columns.previous().left(),
          columns.previous().right(),
          Colour.SUNKEN,
          Colour.LINE_STRONG,
          new Wording("Previous studies", "既往研究"));
    }
    if (diagram.template().allMethods()) {
      header(
          "othstud",
          columns.otherMain().left(),
          columns.otherSide().right(),
          Colour.SUNKEN,
          Colour.LINE_STRONG,
          updated
              ? new Wording("Identification of new studies via other methods", "通过其他途径识别新研究")
              : new Wording("Identification of studies via other methods", "通过其他途径识别研究"));
    }
  }

  private void header(
      String id, double left, double right, Colour fill, Colour outline, Wording title) {
    shapes.add(
        new Shape.Group(
            id,
            Map.of(),
            List.of(
                new Shape.Rectangle(left, EDGE, right - left, HEADER, RADIUS, fill, outline),
                text(
                    new Point((left + right) / 2, EDGE + 20),
                    Anchor.MIDDLE,
                    new Run(title.in(language), TITLE)))));
  }

  private Row row(DiagramRow row, double top, Column main, Column side) {
    PlacedBox left = measured(row.main(), main, top);
    PlacedBox right = measured(row.side(), side, top);
    // What is taller begins at the row's top; a lower side box stands level with the arrow.
    double lower = Math.max(0, (left.height() - right.height()) / 2);
    return new Row(left, right.isNothing() ? right : right.movedDown(lower));
  }

  private PlacedBox measured(DiagramCell cell, Column column, double top) {
    return cell.isEmpty() ? PlacedBox.NONE : PlacedBox.of(cell, column, top, language);
  }

  private void draw(Row row) {
    draw(row.main());
    draw(row.side());
    if (!row.main().isNothing() && !row.side().isNothing()) {
      double y = row.arrowHeight();
      arrow(new Point(row.main().right(), y), new Point(row.side().left() - 2, y));
    }
  }

  private void draw(PlacedBox box) {
    if (!box.isNothing()) {
      shapes.add(box.group());
    }
  }

  private void down(PlacedBox from, PlacedBox to) {
    if (!from.isNothing() && !to.isNothing()) {
      arrow(new Point(from.middle(), from.bottom()), new Point(to.middle(), to.top() - 2));
    }
  }

  private void arrow(Point... points) {
    shapes.add(new Shape.Arrow(List.of(points), Colour.LINE_STRONG));
  }

  /** Draws the boxes at the foot and gives the height at which they end. */
  private double included(
      Columns columns, double top, PlacedBox above, PlacedBox otherAbove, PlacedBox previous) {
    PlacedBox before = above;
    double bottom = top;
    double next = top;
    List<PlacedBox> boxes = new ArrayList<>();
    for (DiagramCell cell : diagram.included()) {
      PlacedBox box = measured(cell, columns.main(), next);
      draw(box);
      down(before, box);
      boxes.add(box);
      before = box;
      bottom = box.bottom();
      next = bottom + ARROW_DOWN;
    }
    if (!otherAbove.isNothing()) {
      elbow(otherAbove, boxes.getFirst().right() + 2, boxes.getFirst());
    }
    if (!previous.isNothing()) {
      elbow(previous, boxes.get(1).left() - 2, boxes.get(1));
    }
    return bottom;
  }

  private void elbow(PlacedBox from, double x, PlacedBox to) {
    double y = (to.top() + to.bottom()) / 2;
    arrow(new Point(from.middle(), from.bottom()), new Point(from.middle(), y), new Point(x, y));
  }

  private void bar(Columns columns, Wording title, double top, double bottom) {
    List<Shape> parts = new ArrayList<>();
    parts.add(
        new Shape.Rectangle(
            EDGE, top, BAR, bottom - top, RADIUS, Colour.ACCENT_SOFT, Colour.ACCENT));
    double middle = (top + bottom) / 2;
    String words = title.in(language);
    switch (language) {
      case ENGLISH ->
          parts.add(
              new Shape.Text(
                  new Point(EDGE + 21, middle),
                  Anchor.MIDDLE,
                  -90,
                  List.of(new Run(words, TITLE))));
      // Chinese stands upright, one character below the other.
      case CHINESE -> {
        double y = middle - 8 * (words.length() - 1) + 5;
        for (int i = 0; i < words.length(); i++) {
          parts.add(
              text(
                  new Point(EDGE + BAR / 2, y + 16 * i),
                  Anchor.MIDDLE,
                  new Run(words.substring(i, i + 1), TITLE)));
        }
      }
    }
    shapes.add(new Shape.Group("", Map.of(), parts));
  }

  private void watermark(double width, double bottom) {
    if (diagram.progress() instanceof Progress.Interim) {
      shapes.add(
          new Shape.Text(
              new Point(width / 2 + 40, bottom / 2 + 80),
              Anchor.MIDDLE,
              -25,
              List.of(new Run(new Wording("INTERIM", "进行中").in(language), WATERMARK))));
    }
  }

  private static Shape.Text text(Point at, Anchor anchor, Run run) {
    return new Shape.Text(at, anchor, 0, List.of(run));
  }

  private Wording title() {
    return switch (diagram.progress()) {
      case Progress.Complete() -> new Wording("PRISMA 2020 flow diagram", "PRISMA 2020流程图");
      case Progress.Interim(var _) ->
          new Wording("PRISMA 2020 flow diagram, interim", "PRISMA 2020流程图（进行中）");
    };
  }

  private static Wording credit() {
    return new Wording(
        "After the PRISMA 2020 flow diagram: Page MJ, et al. BMJ 2021;372:n71.",
        "依据PRISMA 2020流程图绘制：Page MJ, et al. BMJ 2021;372:n71.");
  }

  private static Wording description() {
    return new Wording(
        "Boxes joined by arrows, from the records identified, through screening, to the studies"
            + " included; boxes to the right hold what was removed or excluded at each step.",
        "以箭头相连的方框，从识别的记录经筛选到纳入的研究；右侧方框为各步移除或排除的数量。");
  }

  /** The two boxes of a row in place; either may be nothing. */
  private record Row(PlacedBox main, PlacedBox side) {
    static final Row NONE = new Row(PlacedBox.NONE, PlacedBox.NONE);

    double tallest() {
      return Math.max(main.height(), side.height());
    }

    double bottom() {
      return Math.max(main.bottom(), side.bottom());
    }

    Row stretched(double height) {
      return new Row(main.stretched(height), side.stretchedFrom(main.top(), height));
    }

    /** Level with the middle of the smaller box, so that the arrow meets both. */
    double arrowHeight() {
      PlacedBox smaller = main.height() <= side.height() ? main : side;
      return smaller.top() + smaller.height() / 2;
    }
  }

  /** Where a column stands. */
  record Column(double left, double width) {
    double right() {
      return left + width;
    }
  }

  /** All columns of a template; those that it lacks have no width. */
  private record Columns(
      Column previous, Column main, Column side, Column otherMain, Column otherSide, double width) {
    private static final double GAP = 60;
    private static final double NARROW_GAP = 40;

    static Columns of(Template template) {
      double left = EDGE + BAR + AFTER_BAR;
      Column previous = new Column(left, template.updated() ? 200 : 0);
      double next = template.updated() ? previous.right() + NARROW_GAP : left;
      double width = template.allMethods() ? 290 : 360;
      double gap = template.allMethods() ? NARROW_GAP : GAP;
      Column main = new Column(next, width);
      Column side = new Column(main.right() + gap, width);
      if (!template.allMethods()) {
        Column none = new Column(side.right(), 0);
        return new Columns(previous, main, side, none, none, side.right() + EDGE);
      }
      Column otherMain = new Column(side.right() + NARROW_GAP, width);
      Column otherSide = new Column(otherMain.right() + gap, width);
      return new Columns(previous, main, side, otherMain, otherSide, otherSide.right() + EDGE);
    }
  }
}
