package org.winnow.figure.plot;

import java.util.ArrayList;
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

/**
 * Judgements of the risk of bias: a study in a row, a domain in a column.
 *
 * @param title its name, for those who cannot see it
 * @param description what it shows, in a sentence or two
 * @param language the tag of BCP 47 that its texts are written in
 * @param head above the names of the studies
 * @param letters above the columns
 * @param legend what the letters stand for, a line for each that has a name
 * @param signs what the signs mean
 * @param grey whether it is without colours
 */
public record BiasTable(
    String title,
    String description,
    String language,
    String head,
    List<String> letters,
    List<Row> rows,
    List<String> legend,
    List<Judgement.Sign> signs,
    boolean grey) {
  private static final double EDGE = 12;
  private static final double ROW = 24;
  private static final double LINE = 16;
  private static final double COLUMN = 34;
  private static final double GAP = 18;
  private static final double WIDEST_NAME = 300;
  private static final double LEAST_WIDTH = 380;
  private static final TextStyle TEXT = new TextStyle(Weight.REGULAR, 12, Colour.INK);
  private static final TextStyle BOLD = new TextStyle(Weight.SEMIBOLD, 12, Colour.INK);
  private static final TextStyle SMALL = new TextStyle(Weight.REGULAR, 11, Colour.INK_2);
  private static final Colour RULE = new Colour("forest-rule", 0x8a8f8c, 1);
  private static final Colour THIN = new Colour("bias-rule", 0xdfe2e0, 1);

  public BiasTable {
    letters = List.copyOf(letters);
    rows = List.copyOf(rows);
    legend = List.copyOf(legend);
    signs = List.copyOf(signs);
    if (letters.isEmpty() || rows.isEmpty()) {
      throw new IllegalArgumentException("A table of judgements needs a study and a domain");
    }
  }

  /** A study; judgements in the order of the letters. */
  public record Row(String study, List<Judgement> judgements) {
    public Row {
      judgements = List.copyOf(judgements);
    }
  }

  /** All of it in one piece. */
  public Scene scene() {
    return page(rows, 0, 1);
  }

  /** Pages of at most so many studies, each with the head and the legend. */
  public List<Scene> pages(int most) {
    int count = Math.ceilDiv(rows.size(), most);
    int each = Math.ceilDiv(rows.size(), count);
    List<Scene> pages = new ArrayList<>();
    for (int from = 0; from < rows.size(); from += each) {
      pages.add(page(rows.subList(from, Math.min(rows.size(), from + each)), pages.size(), count));
    }
    return pages;
  }

  private double column(String letter) {
    return Math.max(COLUMN, ForestLayout.widthOf(letter, BOLD) + 12);
  }

  private Scene page(List<Row> shown, int number, int count) {
    List<Shape> shapes = new ArrayList<>();
    double names =
        Math.max(
            ForestLayout.widthOf(head, BOLD),
            rows.stream().mapToDouble(r -> ForestLayout.widthOf(r.study(), TEXT)).max().orElse(0));
    double start = EDGE + Math.min(names, WIDEST_NAME) + GAP;
    double end = start + letters.stream().mapToDouble(this::column).sum();
    double width = Math.max(LEAST_WIDTH, end + EDGE);
    double y = EDGE + 15;
    shapes.add(ForestLayout.text(EDGE, y, Anchor.START, head, BOLD));
    double x = start;
    for (String letter : letters) {
      shapes.add(ForestLayout.text(x + column(letter) / 2, y, Anchor.MIDDLE, letter, BOLD));
      x += column(letter);
    }
    y += 8;
    shapes.add(Shape.Line.of(new Point(EDGE, y), new Point(end, y), RULE, 1));
    for (int i = 0; i < shown.size(); i++) {
      y = row(shown.get(i), number, i, y, start, end, shapes);
    }
    y = legend(y + 10, width, shapes);
    if (count > 1) {
      shapes.add(
          ForestLayout.text(width - EDGE, y + 12, Anchor.END, (number + 1) + " / " + count, SMALL));
      y += LINE;
    }
    return new Scene(width, y + EDGE, title, description, language, shapes);
  }

  private double row(
      Row row, int page, int index, double top, double start, double end, List<Shape> shapes) {
    List<String> lines = wrapped(row.study(), TEXT, WIDEST_NAME);
    double height = ROW + (lines.size() - 1) * LINE;
    List<Shape> parts = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      parts.add(ForestLayout.text(EDGE, top + 16 + i * LINE, Anchor.START, lines.get(i), TEXT));
    }
    double x = start;
    for (int d = 0; d < letters.size(); d++) {
      double wide = column(letters.get(d));
      Judgement judgement = d < row.judgements().size() ? row.judgements().get(d) : Judgement.NONE;
      ForestLayout.dot(judgement, grey, x + wide / 2, top + height / 2, parts);
      x += wide;
    }
    shapes.add(
        new Shape.Group("page" + (page + 1) + "row" + index, Map.of("study", row.study()), parts));
    double bottom = top + height;
    shapes.add(Shape.Line.of(new Point(EDGE, bottom), new Point(end, bottom), THIN, 0.6));
    return bottom;
  }

  private double legend(double top, double width, List<Shape> shapes) {
    double y = top;
    for (String entry : legend) {
      for (String line : wrapped(entry, SMALL, width - 2 * EDGE)) {
        y += LINE;
        shapes.add(ForestLayout.text(EDGE, y, Anchor.START, line, SMALL));
      }
    }
    return signs(y + 22, width, signs, grey, shapes);
  }

  /** What the signs mean, in as many lines as it takes; gives where they end. */
  static double signs(
      double middle, double width, List<Judgement.Sign> signs, boolean grey, List<Shape> shapes) {
    double x = EDGE;
    double y = middle;
    for (Judgement.Sign sign : signs) {
      double wide = 24 + ForestLayout.widthOf(sign.name(), SMALL);
      if (x > EDGE && x + wide > width - EDGE) {
        x = EDGE;
        y += ROW;
      }
      ForestLayout.dot(sign.judgement(), grey, x + 8, y, shapes);
      shapes.add(ForestLayout.text(x + 22, y + 4, Anchor.START, sign.name(), SMALL));
      x += wide + GAP;
    }
    return y + 12;
  }

  private List<String> wrapped(String text, TextStyle style, double room) {
    return Paragraph.wrap(List.of(new Run(text, style)), room, Locale.forLanguageTag(language))
        .stream()
        .map(line -> String.join("", line.runs().stream().map(Run::text).toList()))
        .toList();
  }
}
