package org.winnow.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.winnow.figure.Anchor;
import org.winnow.figure.Colour;
import org.winnow.figure.FigureLanguage;
import org.winnow.figure.Point;
import org.winnow.figure.Run;
import org.winnow.figure.Scene;
import org.winnow.figure.Shape;
import org.winnow.figure.TextStyle;
import org.winnow.figure.Weight;
import org.winnow.figure.Wording;

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
    List<Level> levels = levels(columns);
    levels.forEach(this::draw);
    joinMain(levels);
    PlacedBox lastOfOthers = joinOthers(levels);
    double top = levels.getLast().below();
    double bottom = included(columns, top, levels, lastOfOthers);
    bar(new Wording("Identification", "识别"), levels.get(0).top(), levels.get(0).bottom());
    bar(new Wording("Screening", "筛选"), levels.get(1).top(), levels.get(3).bottom());
    bar(new Wording("Included", "纳入"), top, bottom);
    watermark(columns.width(), top);
    credit(columns.main().left(), bottom + FOOT - 8);
    return new Scene(
        columns.width(),
        bottom + FOOT,
        title().in(language),
        description().in(language),
        language.tag(),
        shapes);
  }

  /** The rows of all columns, each as far down as the one above needs. */
  private List<Level> levels(Columns columns) {
    List<DiagramRow> rows = diagram.databaseRows();
    List<DiagramRow> others = diagram.otherRows();
    boolean allMethods = diagram.template().allMethods();
    List<Level> levels = new ArrayList<>();
    double top = EDGE + HEADER + BELOW_HEADER;
    for (int i = 0; i < rows.size(); i++) {
      Row main = row(rows.get(i), top, columns.main(), columns.side());
      Row other =
          allMethods ? row(others.get(i), top, columns.otherMain(), columns.otherSide()) : Row.NONE;
      Level level = new Level(top, PlacedBox.NONE, main, other);
      levels.add(i == 0 ? identification(level, columns) : level);
      top = levels.getLast().below();
    }
    return levels;
  }

  /**
   * Where everything begins, all boxes are equally high, and the previous version has its place.
   */
  private Level identification(Level level, Columns columns) {
    PlacedBox previous =
        diagram.template().updated()
            ? measured(diagram.previous(), columns.previous(), level.top())
            : PlacedBox.NONE;
    double height =
        Math.max(previous.height(), Math.max(level.main().tallest(), level.other().tallest()));
    return new Level(
        level.top(),
        previous.stretched(height),
        level.main().stretched(height),
        level.other().stretched(height));
  }

  private void draw(Level level) {
    draw(level.previous());
    draw(level.main());
    draw(level.other());
  }

  private void joinMain(List<Level> levels) {
    for (int i = 1; i < levels.size(); i++) {
      down(levels.get(i - 1).main().main(), levels.get(i).main().main());
    }
  }

  /** Skips the row that the column of other methods lacks, and gives its last box. */
  private PlacedBox joinOthers(List<Level> levels) {
    PlacedBox above = PlacedBox.NONE;
    for (Level level : levels) {
      PlacedBox box = level.other().main();
      if (!box.isNothing()) {
        down(above, box);
        above = box;
      }
    }
    return above;
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
  private double included(Columns columns, double top, List<Level> levels, PlacedBox lastOfOthers) {
    PlacedBox above = levels.getLast().main().main();
    double next = top;
    List<PlacedBox> boxes = new ArrayList<>();
    for (DiagramCell cell : diagram.included()) {
      PlacedBox box = measured(cell, columns.main(), next);
      draw(box);
      down(above, box);
      boxes.add(box);
      above = box;
      next = box.bottom() + ARROW_DOWN;
    }
    if (!lastOfOthers.isNothing()) {
      elbow(lastOfOthers, boxes.getFirst().right() + 2, boxes.getFirst());
    }
    PlacedBox previous = levels.getFirst().previous();
    if (!previous.isNothing()) {
      elbow(previous, boxes.get(1).left() - 2, boxes.get(1));
    }
    return boxes.getLast().bottom();
  }

  private void elbow(PlacedBox from, double x, PlacedBox to) {
    double y = (to.top() + to.bottom()) / 2;
    arrow(new Point(from.middle(), from.bottom()), new Point(from.middle(), y), new Point(x, y));
  }

  private void bar(Wording title, double top, double bottom) {
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
      case Progress.Interim _ ->
          new Wording("PRISMA 2020 flow diagram, interim", "PRISMA 2020流程图（进行中）");
    };
  }

  private void credit(double x, double y) {
    Wording credit =
        new Wording(
            "After the PRISMA 2020 flow diagram: Page MJ, et al. BMJ 2021;372:n71.",
            "依据PRISMA 2020流程图绘制：Page MJ, et al. BMJ 2021;372:n71.");
    shapes.add(text(new Point(x, y), Anchor.START, new Run(credit.in(language), SOURCE)));
  }

  private static Wording description() {
    return new Wording(
        "Boxes joined by arrows, from the records identified, through screening, to the studies"
            + " included; boxes to the right hold what was removed or excluded at each step.",
        "以箭头相连的方框，从识别的记录经筛选到纳入的研究；右侧方框为各步移除或排除的数量。");
  }

  /** One row across all columns. */
  private record Level(double top, PlacedBox previous, Row main, Row other) {
    double bottom() {
      return Math.max(main.bottom(), other.bottom());
    }

    /** Where the next row begins: below an arrow's length, and clear of long lists at the side. */
    double below() {
      double mains = Math.max(main.main().bottom(), other.main().bottom());
      double sides = Math.max(main.side().bottom(), other.side().bottom());
      return Math.max(mains + ARROW_DOWN, sides + BETWEEN_SIDES);
    }
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
