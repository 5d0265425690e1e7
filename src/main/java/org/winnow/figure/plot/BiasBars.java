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
 * Shares of judgements of the risk of bias: a bar for each domain.
 *
 * @param title its name, for those who cannot see it
 * @param description what it shows, in a sentence or two
 * @param language the tag of BCP 47 that its texts are written in
 * @param axisTitle below the percentages
 * @param signs what the colours mean, in the order of the shares of a bar
 * @param grey whether it is without colours
 */
public record BiasBars(
    String title,
    String description,
    String language,
    List<Bar> bars,
    String axisTitle,
    List<Judgement.Sign> signs,
    boolean grey) {
  private static final double EDGE = 12;
  private static final double ROW = 30;
  private static final double BAR = 20;
  private static final double LINE = 16;
  private static final double GAP = 14;
  private static final double PLOT = 420;
  private static final double WIDEST_NAME = 260;

  /** A share that is less wide has no percentage in it. */
  private static final double LEAST_LABELLED = 6;

  /** As wide as a share with its sign and its percentage. */
  private static final double SIGNED = 52;

  private static final TextStyle TEXT = new TextStyle(Weight.REGULAR, 12, Colour.INK);
  private static final TextStyle BOLD = new TextStyle(Weight.SEMIBOLD, 12, Colour.INK);

  public BiasBars {
    bars = List.copyOf(bars);
    signs = List.copyOf(signs);
    if (bars.isEmpty()) {
      throw new IllegalArgumentException("Shares of judgements need a domain");
    }
    for (Bar bar : bars) {
      if (bar.shares().size() != signs.size()) {
        throw new IllegalArgumentException("A share for each sign: " + bar.label());
      }
    }
  }

  /**
   * A domain.
   *
   * @param shares in percent; what they lack in 100 was not judged
   * @param strong whether it stands out, as the overall judgement does
   */
  public record Bar(String label, List<Double> shares, boolean strong) {
    public Bar {
      shares = List.copyOf(shares);
    }
  }

  /** The figure. */
  public Scene scene() {
    List<Shape> shapes = new ArrayList<>();
    double names =
        bars.stream()
            .mapToDouble(b -> ForestLayout.widthOf(b.label(), b.strong() ? BOLD : TEXT))
            .max()
            .orElse(0);
    double left = EDGE + Math.min(names, WIDEST_NAME) + GAP;
    double width = left + PLOT + 24;
    double y = EDGE;
    for (Bar bar : bars) {
      y = bar(bar, y, left, shapes);
    }
    shapes.add(Shape.Line.of(new Point(left, EDGE), new Point(left, y), Colour.INK, 1));
    shapes.add(Shape.Line.of(new Point(left, y), new Point(left + PLOT, y), Colour.INK, 1));
    for (int tick = 0; tick <= 100; tick += 25) {
      double at = left + PLOT * tick / 100;
      shapes.add(Shape.Line.of(new Point(at, y), new Point(at, y + 5), Colour.INK, 1));
      shapes.add(ForestLayout.text(at, y + 18, Anchor.MIDDLE, tick + "%", ForestLayout.TICK));
    }
    shapes.add(ForestLayout.text(left + PLOT / 2, y + 38, Anchor.MIDDLE, axisTitle, BOLD));
    double end = BiasTable.signs(y + 62, width, signs, grey, shapes);
    return new Scene(width, end + EDGE, title, description, language, shapes);
  }

  private double bar(Bar bar, double top, double left, List<Shape> shapes) {
    TextStyle style = bar.strong() ? BOLD : TEXT;
    List<String> lines =
        Paragraph.wrap(
                List.of(new Run(bar.label(), style)), WIDEST_NAME, Locale.forLanguageTag(language))
            .stream()
            .map(line -> String.join("", line.runs().stream().map(Run::text).toList()))
            .toList();
    double height = Math.max(ROW, lines.size() * LINE + 6);
    double middle = top + height / 2;
    List<Shape> parts = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      double base = middle + 4 + (i - (lines.size() - 1) / 2.0) * LINE;
      parts.add(ForestLayout.text(left - GAP, base, Anchor.END, lines.get(i), style));
    }
    double x = left;
    for (int i = 0; i < signs.size(); i++) {
      Judgement judgement = signs.get(i).judgement();
      double share = bar.shares().get(i);
      double wide = PLOT * share / 100;
      if (wide > 0) {
        Colour fill = grey ? judgement.grey().getFirst() : judgement.fill();
        Colour rim = grey ? judgement.grey().get(1) : Colour.SURFACE;
        Colour ink = grey ? judgement.grey().getLast() : judgement.ink();
        parts.add(new Shape.Rectangle(x, middle - BAR / 2, wide, BAR, 0, fill, rim));
        if (share >= LEAST_LABELLED) {
          parts.add(
              ForestLayout.text(
                  x + wide / 2,
                  middle + 4,
                  Anchor.MIDDLE,
                  label(judgement, share, wide),
                  new TextStyle(Weight.REGULAR, 11, ink)));
        }
        x += wide;
      }
    }
    shapes.add(new Shape.Group("", Map.of("domain", bar.label()), parts));
    return top + height;
  }

  /** The percentage, with the sign where there is room, for those who do not see the colour. */
  private static String label(Judgement judgement, double share, double wide) {
    String percent = Math.round(share) + "%";
    return wide < SIGNED ? percent : judgement.sign() + " " + percent;
  }
}
