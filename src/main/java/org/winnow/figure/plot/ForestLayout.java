package org.winnow.figure.plot;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.winnow.figure.Anchor;
import org.winnow.figure.Colour;
import org.winnow.figure.Paragraph;
import org.winnow.figure.Point;
import org.winnow.figure.Run;
import org.winnow.figure.Scene;
import org.winnow.figure.Shape;
import org.winnow.figure.TextStyle;
import org.winnow.figure.Weight;
import org.winnow.figure.plot.ForestPlot.Kind;
import org.winnow.figure.plot.ForestPlot.Row;
import org.winnow.figure.plot.ForestPlot.Side;

/** Measures the columns, then sets row by row down the page. */
final class ForestLayout {
  private static final double EDGE = 12;
  private static final double SIZE = 12;
  private static final double LINE = 16;
  private static final double ROW = 22;
  private static final double NOTE = 18;
  private static final double GAP = 10;
  private static final double BASE = 15;
  private static final double GROUP_GAP = 18;
  private static final double PLOT_GAP = 26;
  private static final double BESIDE_TICKS = 8;
  private static final double WIDEST_LABEL = 250;
  private static final double WIDTH = 860;
  private static final double NARROWEST_PLOT = 268;
  private static final double WIDEST_PLOT = 340;
  private static final double LARGEST_SQUARE = 14;
  private static final double DIAMOND = 13;

  /** From the diamond to the bar of prediction. */
  private static final double BELOW_DIAMOND = 5;

  private static final double STRIP = 15;
  private static final double DARKEST = 0.55;

  /** A density that is less, in shares of the greatest, is not to be seen. */
  private static final double FAINTEST = 0.01;

  private static final double ARROW = 6;
  private static final double ASIDE = 6;
  private static final double DOT = 8;

  /** A limit that is an end of the axis but for its last digits lies on it. */
  private static final double ROUNDING = 1e-9;

  private static final double DOT_COLUMN = 22;

  private static final TextStyle TEXT = new TextStyle(Weight.REGULAR, SIZE, Colour.INK);
  private static final TextStyle GREY = new TextStyle(Weight.REGULAR, SIZE, Colour.INK_2);
  private static final TextStyle BOLD = new TextStyle(Weight.SEMIBOLD, SIZE, Colour.INK);
  private static final TextStyle SMALL = new TextStyle(Weight.REGULAR, 11, Colour.INK_2);
  static final TextStyle TICK = new TextStyle(Weight.REGULAR, 11, Colour.INK_2, true);
  private static final Colour STRIPE = new Colour("forest-stripe", 0xf4f6f5, 1);
  private static final Colour RULE = new Colour("forest-rule", 0x8a8f8c, 1);

  private final ForestPlot plot;
  private final Locale locale;
  private final List<Columns> columns = new ArrayList<>();
  private final double plotGap;
  private final double plotLeft;
  private final double plotWidth;
  private final double dotsLeft;
  private final double width;
  private final double heaviest;
  private final double largestSquare;

  ForestLayout(ForestPlot plot) {
    this.plot = plot;
    this.locale = Locale.forLanguageTag(plot.language());
    List<Columns> measured = new ArrayList<>();
    for (int g = 0; g < plot.groups().size(); g++) {
      measured.add(Columns.measured(plot, g));
    }
    plotGap = Math.max(PLOT_GAP, plot.axis().overhang(TICK) + BESIDE_TICKS);
    double taken = 2 * EDGE + 2 * plotGap;
    for (Columns group : measured) {
      taken += group.width() + GROUP_GAP;
    }
    double columnsOfDots = plot.domains().letters().size() * DOT_COLUMN;
    double dots =
        columnsOfDots == 0 ? 0 : Math.max(columnsOfDots, widthOf(plot.domains().head(), BOLD));
    taken += dots == 0 ? 0 : dots + GROUP_GAP;
    plotWidth = Math.clamp(WIDTH - taken, NARROWEST_PLOT, WIDEST_PLOT);
    double x = placed(measured, Side.LEFT, EDGE);
    plotLeft = x - GROUP_GAP + plotGap;
    x = placed(measured, Side.RIGHT, plotLeft + plotWidth + plotGap);
    dotsLeft = x + (dots - columnsOfDots) / 2;
    boolean nothingRight = measured.stream().noneMatch(c -> c.group().side() == Side.RIGHT);
    double end = dots > 0 ? x + dots : nothingRight ? x - BESIDE_TICKS : x - GROUP_GAP;
    width = end + EDGE;
    DoubleSummaryStatistics weights =
        plot.rows().stream()
            .filter(r -> r.mark() instanceof Mark.Square)
            .mapToDouble(r -> ((Mark.Square) r.mark()).weight())
            .summaryStatistics();
    heaviest = Math.max(0, weights.getMax());
    // Squares that say nothing by their size need not be large.
    boolean alike = weights.getCount() > 1 && weights.getMin() == weights.getMax();
    largestSquare = alike ? LARGEST_SQUARE / 2 : LARGEST_SQUARE;
  }

  private double placed(List<Columns> measured, Side side, double from) {
    double x = from;
    for (Columns group : measured) {
      if (group.group().side() == side) {
        columns.add(group.at(x));
        x += group.width() + GROUP_GAP;
      }
    }
    return x;
  }

  List<Scene> scenes(int rowsOfAPage) {
    List<List<Row>> pages = pages(rowsOfAPage);
    List<Scene> scenes = new ArrayList<>();
    for (int i = 0; i < pages.size(); i++) {
      scenes.add(new Page(i, pages.size()).scene(pages.get(i)));
    }
    return scenes;
  }

  /** About equally long pages that begin with a heading or a study. */
  private List<List<Row>> pages(int most) {
    List<Row> rows = plot.rows();
    long lines = rows.stream().filter(r -> r.kind() != Kind.GAP).count();
    long count = Math.max(1, Math.ceilDiv(lines, most));
    long each = Math.ceilDiv(lines, count);
    List<List<Row>> pages = new ArrayList<>();
    List<Row> page = new ArrayList<>();
    long filled = 0;
    boolean afterHeading = false;
    for (Row row : rows) {
      boolean ofStudy = row.kind() == Kind.STUDY || row.kind() == Kind.EXCLUDED;
      boolean mayBegin = row.kind() == Kind.HEADING || ofStudy && !afterHeading;
      if (filled >= each && mayBegin) {
        pages.add(page);
        page = new ArrayList<>();
        filled = 0;
      }
      page.add(row);
      filled += row.kind() == Kind.GAP ? 0 : 1;
      afterHeading = row.kind() == Kind.HEADING;
    }
    pages.add(page);
    return pages;
  }

  private double x(double value) {
    return plotLeft + plotWidth * plot.axis().share(value);
  }

  private boolean within(double value) {
    double share = plot.axis().share(value);
    return share >= -ROUNDING && share <= 1 + ROUNDING;
  }

  private double clamped(double value) {
    return plotLeft + plotWidth * Math.clamp(plot.axis().share(value), 0, 1);
  }

  private List<String> wrapped(String text, TextStyle style, double room) {
    return Paragraph.wrap(List.of(new Run(text, style)), room, locale).stream()
        .map(line -> String.join("", line.runs().stream().map(Run::text).toList()))
        .toList();
  }

  /** With statistics that stay together with their values, such as P < 0.01. */
  private static String unbroken(String text) {
    return text.replaceAll(" ([=<>]) ", "\u00a0$1\u00a0");
  }

  static double widthOf(String text, TextStyle style) {
    return text(0, 0, Anchor.START, text, style).width();
  }

  static Shape.Text text(double x, double y, Anchor anchor, String text, TextStyle style) {
    return new Shape.Text(new Point(x, y), anchor, 0, List.of(new Run(text, style)));
  }

  /** Draws a judgement around a point. */
  static void dot(Judgement judgement, boolean grey, double x, double middle, List<Shape> parts) {
    if (judgement == Judgement.NONE) {
      return;
    }
    Colour fill = grey ? judgement.grey().getFirst() : judgement.fill();
    Colour rim = grey ? judgement.grey().get(1) : fill;
    Colour ink = grey ? judgement.grey().getLast() : judgement.ink();
    double size = judgement.sign().length() == 1 ? SIZE : SIZE * 0.72;
    parts.add(new Shape.Circle(new Point(x, middle), DOT, fill, rim));
    parts.add(
        text(
            x,
            middle + size * 0.36,
            Anchor.MIDDLE,
            judgement.sign(),
            new TextStyle(Weight.SEMIBOLD, size, ink)));
  }

  private static TextStyle styleOf(Kind kind) {
    return switch (kind) {
      case HEADING, SUBTOTAL, TOTAL -> BOLD;
      case STUDY, SUMMARY, GAP -> TEXT;
      case EXCLUDED -> GREY;
      case NOTE -> SMALL;
    };
  }

  private static TextStyle numbers(TextStyle style) {
    return new TextStyle(style.weight(), style.size(), style.colour(), true);
  }

  /** One page while it is set. */
  private final class Page {
    private final int number;
    private final int count;
    private final List<Shape> below = new ArrayList<>();
    private final List<Shape> shapes = new ArrayList<>();
    private double y = EDGE;
    private double headBottom;
    private double lastMark;
    private boolean stripe;

    Page(int number, int count) {
      this.number = number;
      this.count = count;
    }

    Scene scene(List<Row> rows) {
      head();
      y += 4;
      headBottom = y;
      lastMark = y;
      for (int i = 0; i < rows.size(); i++) {
        row(rows.get(i), i);
      }
      double table = y;
      double axis = axis();
      y = Math.max(table, axis) + 4;
      if (number == count - 1) {
        legend();
        footnotes();
      }
      if (count > 1) {
        shapes.add(text(width - EDGE, y + 12, Anchor.END, (number + 1) + " / " + count, SMALL));
        y += LINE;
      }
      List<Shape> all = new ArrayList<>(below);
      all.addAll(shapes);
      return new Scene(width, y + EDGE, plot.title(), plot.description(), plot.language(), all);
    }

    private void head() {
      List<String> left = List.of();
      List<String> right = List.of();
      if (plot.style().favoursOnTop()) {
        left = wrapped(plot.favoursLeft(), BOLD, leftRoom());
        right = wrapped(plot.favoursRight(), BOLD, rightRoom());
      }
      int lines = Math.max(plot.plotHead().size(), Math.max(left.size(), right.size()));
      for (Columns group : columns) {
        lines = Math.max(lines, group.headLines());
      }
      if (!plot.domains().letters().isEmpty()) {
        lines = Math.max(lines, 2);
      }
      double last = y + (lines - 1) * LINE + BASE;
      for (Columns group : columns) {
        head(group, last);
      }
      if (plot.style().favoursOnTop()) {
        stack(left, split() - ASIDE, last, Anchor.END);
        stack(right, split() + ASIDE, last, Anchor.START);
      } else {
        stack(plot.plotHead(), plotLeft + plotWidth / 2, last, Anchor.MIDDLE);
      }
      List<String> letters = plot.domains().letters();
      for (int i = 0; i < letters.size(); i++) {
        shapes.add(
            text(dotsLeft + (i + 0.5) * DOT_COLUMN, last, Anchor.MIDDLE, letters.get(i), BOLD));
      }
      if (!letters.isEmpty()) {
        double middle = dotsLeft + letters.size() * DOT_COLUMN / 2;
        shapes.add(text(middle, last - LINE, Anchor.MIDDLE, plot.domains().head(), BOLD));
      }
      y = last + 7;
      shapes.add(Shape.Line.of(new Point(EDGE, y), new Point(width - EDGE, y), RULE, 1));
    }

    /** Lines that end at a height. */
    private void stack(List<String> lines, double x, double last, Anchor anchor) {
      for (int i = 0; i < lines.size(); i++) {
        if (!lines.get(i).isEmpty()) {
          shapes.add(text(x, last - (lines.size() - 1 - i) * LINE, anchor, lines.get(i), BOLD));
        }
      }
    }

    private void head(Columns group, double last) {
      List<ForestPlot.Column> columnsOf = group.group().columns();
      boolean named = columnsOf.stream().anyMatch(c -> !c.head().isEmpty());
      double above = last - (named ? LINE : 0);
      List<String> lines = group.group().head();
      if (columnsOf.size() == 1) {
        boolean left = columnsOf.getFirst().align() == ForestPlot.Align.LEFT;
        stack(lines, left ? group.left() : group.right(0), above, left ? Anchor.START : Anchor.END);
      } else {
        stack(lines, group.left() + group.width() / 2, above, Anchor.MIDDLE);
        if (named && !lines.isEmpty()) {
          shapes.add(
              Shape.Line.of(
                  new Point(group.left(), above + 4),
                  new Point(group.left() + group.width(), above + 4),
                  RULE,
                  0.6));
        }
      }
      for (int c = 0; c < columnsOf.size(); c++) {
        String head = columnsOf.get(c).head();
        if (head.isEmpty()) {
          continue;
        }
        boolean left = columnsOf.get(c).align() == ForestPlot.Align.LEFT;
        shapes.add(
            left
                ? text(group.left(c), last, Anchor.START, head, BOLD)
                : text(group.right(c), last, Anchor.END, head, BOLD));
      }
    }

    private void row(Row row, int index) {
      if (row.kind() == Kind.GAP) {
        y += GAP;
        return;
      }
      TextStyle style = styleOf(row.kind());
      boolean across = row.kind() == Kind.NOTE || row.kind() == Kind.HEADING;
      double room = across ? plotLeft - plotGap - EDGE : columns.getFirst().width();
      String name = row.cells().getFirst().getFirst();
      List<String> label = wrapped(across ? unbroken(name) : name, style, room);
      double height = (row.kind() == Kind.NOTE ? NOTE : ROW) + (label.size() - 1) * LINE;
      if (row.mark() instanceof Mark.Diamond d && d.prediction().isPresent()) {
        height += BELOW_DIAMOND;
      }
      stripe = row.kind() == Kind.STUDY && !stripe;
      if (plot.style().striped() && stripe) {
        below.add(new Shape.Rectangle(EDGE, y, width - 2 * EDGE, height, 0, STRIPE, STRIPE));
      }
      List<Shape> parts = new ArrayList<>();
      for (int i = 0; i < label.size(); i++) {
        parts.add(text(EDGE, y + BASE + i * LINE, Anchor.START, label.get(i), style));
      }
      // What stands beside a name of several lines stands level with their middle.
      double base = y + BASE + (label.size() - 1) * LINE / 2;
      for (Columns group : columns) {
        if (!across && group.index() > 0 && group.index() < row.cells().size()) {
          cells(group, row.cells().get(group.index()), base, numbers(style), parts);
        }
      }
      double middle = base - SIZE * 0.36;
      mark(row.kind(), row.mark(), middle, parts);
      for (int i = 0; i < row.judgements().size(); i++) {
        double at = dotsLeft + (i + 0.5) * DOT_COLUMN;
        dot(row.judgements().get(i), plot.style().grey(), at, middle, parts);
      }
      shapes.add(
          new Shape.Group(
              count == 1 ? "row" + index : "page" + (number + 1) + "row" + index,
              Map.of("kind", row.kind().name().toLowerCase(Locale.ROOT)),
              parts));
      y += height;
      if (!(row.mark() instanceof Mark.Nothing)) {
        lastMark = y;
      }
    }

    private void cells(
        Columns group, List<String> texts, double base, TextStyle style, List<Shape> parts) {
      if (texts.size() == 1 && group.group().columns().size() > 1) {
        double middle = group.left() + group.width() / 2;
        parts.add(text(middle, base, Anchor.MIDDLE, texts.getFirst(), style));
        return;
      }
      for (int c = 0; c < texts.size(); c++) {
        if (!texts.get(c).isEmpty()) {
          boolean left = group.group().columns().get(c).align() == ForestPlot.Align.LEFT;
          parts.add(
              left
                  ? text(group.left(c), base, Anchor.START, texts.get(c), style)
                  : text(group.end(c, texts.get(c), style), base, Anchor.END, texts.get(c), style));
        }
      }
    }

    private void mark(Kind kind, Mark mark, double middle, List<Shape> parts) {
      ForestStyle style = plot.style();
      switch (mark) {
        case Mark.Nothing() -> {}
        case Mark.Square s -> {
          Colour ink = kind == Kind.EXCLUDED ? RULE : style.interval();
          interval(s.lower(), s.upper(), middle, 1.1, ink, parts);
          double side = heaviest > 0 ? largestSquare * Math.sqrt(s.weight() / heaviest) : 0;
          if (within(s.estimate()) && side > 0) {
            double at = x(s.estimate());
            double half = side / 2;
            parts.add(
                new Shape.Rectangle(
                    at - half, middle - half, side, side, 0, style.square(), style.rim()));
          }
        }
        case Mark.Diamond d -> {
          double half = DIAMOND / 2;
          List<Point> corners = new ArrayList<>();
          corners.add(new Point(clamped(d.lower()), middle));
          corners.add(new Point(clamped(d.estimate()), middle - half));
          corners.add(new Point(clamped(d.upper()), middle));
          corners.add(new Point(clamped(d.estimate()), middle + half));
          parts.add(new Shape.Polygon(corners, style.diamond(), style.diamondRim()));
          d.prediction()
              .ifPresent(
                  b ->
                      interval(
                          b.lower(),
                          b.upper(),
                          middle + half + BELOW_DIAMOND,
                          2,
                          style.diamondRim(),
                          parts));
        }
        case Mark.Bar b -> {
          strip(b.density(), middle, style.diamondRim(), parts);
          interval(b.lower(), b.upper(), middle, 3, style.diamondRim(), parts);
        }
      }
    }

    /** Upright lines side by side, the darker the denser. */
    private void strip(List<Mark.Slice> density, double middle, Colour colour, List<Shape> parts) {
      for (Mark.Slice slice : density) {
        double from = clamped(slice.from());
        double to = clamped(slice.to());
        if (to > from && slice.share() >= FAINTEST) {
          double at = (from + to) / 2;
          parts.add(
              Shape.Line.of(
                  new Point(at, middle - STRIP / 2),
                  new Point(at, middle + STRIP / 2),
                  colour.faint(DARKEST * slice.share()),
                  to - from));
        }
      }
    }

    /** A line from limit to limit; with an arrow where a limit lies beyond the axis. */
    private void interval(
        double lower, double upper, double middle, double thick, Colour colour, List<Shape> parts) {
      boolean cutLeft = plot.axis().share(lower) < -ROUNDING;
      boolean cutRight = plot.axis().share(upper) > 1 + ROUNDING;
      double left = clamped(lower);
      double right = clamped(upper);
      double from = cutLeft ? left + ARROW - 1 : left;
      double to = cutRight ? right - ARROW + 1 : right;
      if (to > from) {
        parts.add(Shape.Line.of(new Point(from, middle), new Point(to, middle), colour, thick));
      }
      if (cutLeft) {
        parts.add(tip(left, middle, ARROW, colour));
      }
      if (cutRight) {
        parts.add(tip(right, middle, -ARROW, colour));
      }
    }

    private static Shape tip(double x, double y, double back, Colour colour) {
      return new Shape.Polygon(
          List.of(new Point(x, y), new Point(x + back, y - 3.5), new Point(x + back, y + 3.5)),
          colour,
          colour);
    }

    /** Draws the axis below the last mark, and gives where it and its labels end. */
    private double axis() {
      Axis axis = plot.axis();
      double line = lastMark + 4;
      below.add(
          Shape.Line.of(
              new Point(plotLeft, line), new Point(plotLeft + plotWidth, line), Colour.INK, 1));
      axis.reference()
          .ifPresent(
              value -> {
                if (within(value)) {
                  below.add(
                      Shape.Line.of(
                          new Point(x(value), headBottom),
                          new Point(x(value), line),
                          Colour.INK_2,
                          1));
                }
              });
      pooledLine(line);
      double rightmost = Double.NEGATIVE_INFINITY;
      for (double tick : axis.ticks()) {
        double at = x(tick);
        below.add(Shape.Line.of(new Point(at, line), new Point(at, line + 5), Colour.INK, 1));
        String label = axis.label(tick, plot.decimalMark());
        double half = widthOf(label, TICK) / 2;
        if (at - half > rightmost + 4) {
          shapes.add(text(at, line + 18, Anchor.MIDDLE, label, TICK));
          rightmost = at + half;
        }
      }
      double end = line + 22;
      if (!plot.style().favoursOnTop()) {
        double left = lines(plot.favoursLeft(), split() - ASIDE, end, Anchor.END, leftRoom());
        double right = lines(plot.favoursRight(), split() + ASIDE, end, Anchor.START, rightRoom());
        end = Math.max(left, right);
      }
      return lines(plot.axisTitle(), plotLeft + plotWidth / 2, end, Anchor.MIDDLE, plotWidth);
    }

    private void pooledLine(double line) {
      if (!plot.style().pooledLine()) {
        return;
      }
      plot.rows().stream()
          .filter(row -> row.kind() == Kind.TOTAL)
          .map(Row::mark)
          .filter(Mark.Diamond.class::isInstance)
          .map(Mark.Diamond.class::cast)
          .reduce((first, second) -> second)
          .filter(d -> within(d.estimate()))
          .ifPresent(
              d ->
                  below.add(
                      new Shape.Line(
                          List.of(
                              new Point(x(d.estimate()), headBottom),
                              new Point(x(d.estimate()), line)),
                          RULE,
                          1,
                          Shape.Dash.DASHED)));
    }

    private double leftRoom() {
      return split() - plotLeft - ASIDE;
    }

    private double rightRoom() {
      return plotLeft + plotWidth - split() - ASIDE;
    }

    /** Where the two directions part: at no effect, but with room for words on either side. */
    private double split() {
      double none = plot.axis().share(plot.axis().reference().orElse(plot.axis().from()));
      return plotLeft + plotWidth * Math.clamp(none, 0.35, 0.65);
    }

    private double lines(String text, double x, double top, Anchor anchor, double room) {
      if (text.isEmpty()) {
        return top;
      }
      double base = top;
      for (String line : wrapped(text, TEXT, room)) {
        base += LINE;
        shapes.add(text(x, base - 3, anchor, line, TEXT));
      }
      return base;
    }

    private void footnotes() {
      for (String note : plot.footnotes()) {
        for (String line : wrapped(note, SMALL, width - 2 * EDGE)) {
          shapes.add(text(EDGE, y + BASE, Anchor.START, line, SMALL));
          y += LINE;
        }
      }
    }

    private void legend() {
      ForestPlot.Domains domains = plot.domains();
      if (domains.letters().isEmpty()) {
        return;
      }
      y += GAP;
      for (int i = 0; i < domains.legend().size(); i++) {
        TextStyle style = i == 0 ? BOLD : SMALL;
        for (String line : wrapped(domains.legend().get(i), style, width - 2 * EDGE)) {
          shapes.add(text(EDGE, y + BASE, Anchor.START, line, style));
          y += NOTE;
        }
      }
      y += 4;
      boolean grey = plot.style().grey();
      double end = BiasTable.signs(y + BASE - SIZE * 0.36, width, domains.signs(), grey, shapes);
      y = end + 6;
    }
  }

  /** The columns of a group with their measures; fractions are what follows a decimal mark. */
  private record Columns(
      ForestPlot.Group group,
      int index,
      double left,
      double[] widths,
      double[] fractions,
      String decimalMark) {

    static Columns measured(ForestPlot plot, int index) {
      ForestPlot.Group group = plot.groups().get(index);
      int count = group.columns().size();
      double[] widths = new double[count];
      double[] fractions = new double[count];
      double[] wholes = new double[count];
      double span = 0;
      for (Row row : plot.rows()) {
        boolean across = row.kind() == Kind.NOTE || row.kind() == Kind.HEADING;
        if (across || row.kind() == Kind.GAP || row.cells().size() <= index) {
          continue;
        }
        TextStyle style = index == 0 ? styleOf(row.kind()) : numbers(styleOf(row.kind()));
        List<String> cells = row.cells().get(index);
        if (cells.size() == 1 && count > 1) {
          span = Math.max(span, widthOf(cells.getFirst(), style));
          continue;
        }
        for (int c = 0; c < cells.size(); c++) {
          double whole = widthOf(cells.get(c), style);
          double fraction =
              group.columns().get(c).align() == ForestPlot.Align.DECIMAL
                  ? fraction(cells.get(c), plot.decimalMark(), style)
                  : 0;
          wholes[c] = Math.max(wholes[c], whole - fraction);
          fractions[c] = Math.max(fractions[c], fraction);
        }
      }
      for (int c = 0; c < count; c++) {
        widths[c] =
            Math.max(wholes[c] + fractions[c], widthOf(group.columns().get(c).head(), BOLD));
      }
      if (index == 0) {
        widths[0] = Math.min(widths[0], WIDEST_LABEL);
      }
      Columns columns = new Columns(group, index, 0, widths, fractions, plot.decimalMark());
      double head = group.head().stream().mapToDouble(line -> widthOf(line, BOLD)).max().orElse(0);
      double missing = Math.max(head, span) - columns.width();
      if (missing > 0) {
        columns.widen(missing);
      }
      return columns;
    }

    /** A head that is wider than its columns spreads them if they are named, else centres them. */
    private void widen(double missing) {
      int last = widths.length - 1;
      if (group.columns().stream().anyMatch(c -> !c.head().isEmpty())) {
        for (int c = 0; c <= last; c++) {
          widths[c] += missing / widths.length;
        }
      } else {
        widths[0] += missing / 2;
        widths[last] += missing / 2;
        fractions[last] += missing / 2;
      }
    }

    private static double fraction(String text, String decimalMark, TextStyle style) {
      int mark = text.lastIndexOf(decimalMark);
      return mark < 0 ? 0 : widthOf(text.substring(mark), style);
    }

    Columns at(double x) {
      return new Columns(group, index, x, widths, fractions, decimalMark);
    }

    double width() {
      double sum = 0;
      for (int c = 0; c < widths.length; c++) {
        sum += widths[c] + (c == 0 ? 0 : group.columns().get(c).gap());
      }
      return sum;
    }

    double left(int column) {
      return right(column) - widths[column];
    }

    double right(int column) {
      double x = left;
      for (int c = 0; c <= column; c++) {
        x += widths[c] + (c == 0 ? 0 : group.columns().get(c).gap());
      }
      return x;
    }

    /** Where a text ends so that its decimal mark stands below the others. */
    double end(int column, String text, TextStyle style) {
      return right(column) - fractions[column] + fraction(text, decimalMark, style);
    }

    int headLines() {
      boolean named = group.columns().stream().anyMatch(c -> !c.head().isEmpty());
      return group.head().size() + (named ? 1 : 0);
    }
  }
}
