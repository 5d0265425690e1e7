package org.winnow.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.winnow.figure.Colour;
import org.winnow.figure.Point;
import org.winnow.figure.Shape;
import org.winnow.figure.plot.Axis;
import org.winnow.figure.plot.Chart;
import org.winnow.figure.plot.Chart.Item;
import org.winnow.figure.plot.Palette;
import org.winnow.metaanalysis.Interval;
import org.winnow.metaanalysis.MixedModel;

/**
 * Effects against a numeric moderator with the line of the regression, the band of its confidence
 * interval and the wider one of prediction. Other moderators are held at the means of their
 * columns; the area of a bubble is in proportion to the weight in the regression.
 */
final class BubbleFigure {
  private static final double LARGEST = 15;
  private static final double SMALLEST = 1.5;
  private static final int STEPS = 48;

  private final Analysis analysis;
  private final FigureText text;
  private final String moderator;
  private final List<String> moderators;

  BubbleFigure(Analysis analysis, PlotOptions options) {
    this.analysis = analysis;
    text = new FigureText(analysis, options);
    List<String> all = analysis.settings().moderators();
    if (options.moderator().isEmpty() && all.isEmpty()) {
      throw Refusal.of(RefusalReason.MODERATOR_NEEDED);
    }
    moderator = options.moderator().isEmpty() ? all.getFirst() : options.moderator();
    moderators = all.contains(moderator) ? all : List.of(moderator);
    if (!analysis.table().has(moderator) || !analysis.table().numeric(moderator)) {
      throw Refusal.of(RefusalReason.NO_NUMERIC_COLUMN, moderator);
    }
  }

  Plot draw() {
    text.needs(3);
    Moderators fitted = Moderators.of(analysis, moderators);
    MixedModel model = fitted.regression().model();
    int column = fitted.regression().names().indexOf(moderator);
    int[] rows = IntStream.of(fitted.in()).map(i -> analysis.rows()[i]).toArray();
    double[] xs =
        IntStream.of(rows).mapToDouble(r -> analysis.table().number(r, moderator)).toArray();
    Chart.Scale x = text.plain(moderator, false, xs);
    double[] at = means(fitted, rows);
    List<Point> line = new ArrayList<>();
    List<Point> lower = new ArrayList<>();
    List<Point> upper = new ArrayList<>();
    List<Point> widerLower = new ArrayList<>();
    List<Point> widerUpper = new ArrayList<>();
    for (int i = 0; i <= STEPS; i++) {
      double value = x.from() + (x.to() - x.from()) * i / STEPS;
      at[column] = value;
      MixedModel.Prediction p = model.predict(at);
      line.add(new Point(value, p.estimate()));
      lower.add(new Point(value, p.interval().lower()));
      upper.add(new Point(value, p.interval().upper()));
      widerLower.add(new Point(value, p.predictionInterval().lower()));
      widerUpper.add(new Point(value, p.predictionInterval().upper()));
    }
    List<Axis.Span> spans = new ArrayList<>();
    for (int i = 0; i < rows.length; i++) {
      double y = model.studies().estimate(i);
      spans.add(new Axis.Span(y, y, y));
    }
    line.forEach(p -> spans.add(new Axis.Span(p.y(), p.y(), p.y())));
    for (int i = 0; i <= STEPS; i += STEPS / 2) {
      spans.add(new Axis.Span(line.get(i).y(), lower.get(i).y(), upper.get(i).y()));
    }
    Chart.Scale y = text.effects(spans);
    List<Item> items = new ArrayList<>();
    items.add(band(widerLower, widerUpper, Palette.WIDE_BAND));
    items.add(band(lower, upper, Palette.BAND));
    if (text.scale().none().isPresent()) {
      items.add(
          new Item.Curve(
              List.of(new Point(x.from(), 0), new Point(x.to(), 0)),
              Colour.INK_2,
              1,
              Shape.Dash.SOLID));
    }
    items.add(new Item.Curve(line, Colour.ACCENT, 1.6, Shape.Dash.SOLID));
    double[] weights = model.weightsPercent();
    items.addAll(bubbles(rows, xs, model, weights));
    Chart chart =
        new Chart(
            text.words("Bubble plot: ", "气泡图：")
                + text.measure()
                + text.words(" by ", "与")
                + moderator,
            description(fitted, column),
            text.language().tag(),
            List.of(new Chart.Panel(0, 0, 512, 360, "", x, y, Optional.empty(), items)),
            List.of(
                new Chart.Entry(
                    new Item.Curve(List.of(), Colour.ACCENT, 1.6, Shape.Dash.SOLID),
                    text.words("Regression", "回归线")),
                new Chart.Entry(
                    new Item.Box(0, 0, 1, 1, Palette.BAND),
                    text.words(text.level("confidence"), text.level("置信区间").replace("% ", "%"))),
                new Chart.Entry(
                    new Item.Box(0, 0, 1, 1, Palette.WIDE_BAND),
                    text.words(text.level("prediction"), text.level("预测区间").replace("% ", "%")))),
            notes(fitted, rows.length));
    return Plot.of(chart.scene(), table(rows, xs, model, weights));
  }

  /** The means of the columns of the design. */
  private double[] means(Moderators fitted, int[] rows) {
    List<String> names = fitted.regression().names();
    double[] means = new double[names.size()];
    means[0] = 1;
    int j = 1;
    for (String name : moderators) {
      if (analysis.table().numeric(name)) {
        means[j++] =
            IntStream.of(rows)
                .mapToDouble(r -> analysis.table().number(r, name))
                .average()
                .orElse(0);
      } else {
        while (j < names.size() && names.get(j).startsWith(name)) {
          String level = names.get(j).substring(name.length());
          means[j++] =
              IntStream.of(rows)
                  .mapToDouble(r -> analysis.table().text(r, name).equals(level) ? 1 : 0)
                  .average()
                  .orElse(0);
        }
      }
    }
    return means;
  }

  private static Item.Area band(List<Point> lower, List<Point> upper, Colour fill) {
    List<Point> corners = new ArrayList<>(lower);
    corners.addAll(upper.reversed());
    return new Item.Area(corners, fill);
  }

  private List<Item> bubbles(int[] rows, double[] xs, MixedModel model, double[] weights) {
    double heaviest = Arrays.stream(weights).max().orElse(1);
    List<Item> bubbles = new ArrayList<>();
    IntStream.range(0, rows.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -weights[i]))
        .forEach(
            i ->
                bubbles.add(
                    new Item.Symbol(
                        new Point(xs[i], model.studies().estimate(i)),
                        Chart.Sign.CIRCLE,
                        Math.max(SMALLEST, LARGEST * Math.sqrt(weights[i] / heaviest)),
                        Colour.ACCENT.faint(0.4),
                        Colour.ACCENT,
                        analysis.study(rows[i]),
                        "study",
                        "")));
    return bubbles;
  }

  private String coefficient(Moderators fitted, int column) {
    MixedModel model = fitted.regression().model();
    Interval interval = model.interval(column);
    return text.number(model.coefficients()[column], 4)
        + text.words(" (", "（")
        + text.level("CI")
        + " "
        + text.number(interval.lower(), 4)
        + text.words(" to ", "至")
        + text.number(interval.upper(), 4)
        + (model.pValue(column).isPresent()
            ? text.words(", ", "，") + text.pValue(model.pValue(column).getAsDouble())
            : "")
        + text.words(")", "）");
  }

  private String description(Moderators fitted, int column) {
    int k = fitted.in().length;
    boolean log = text.scale().axis() == Axis.Scale.LOG;
    return text.words(
        text.studies(k)
            + ": "
            + text.measure()
            + " against "
            + moderator
            + ". Change"
            + (log ? " of the log" : "")
            + " per unit "
            + coefficient(fitted, column)
            + ".",
        text.studies(k)
            + "：效应（"
            + text.measure()
            + "）与"
            + moderator
            + "。每单位变化"
            + (log ? "（对数）" : "")
            + coefficient(fitted, column)
            + "。");
  }

  private List<String> notes(Moderators fitted, int k) {
    List<String> notes = new ArrayList<>();
    boolean log = text.scale().axis() == Axis.Scale.LOG;
    String change =
        (log
                ? text.words("Change of the log per unit: ", "每单位对数变化：")
                : text.words("Change per unit: ", "每单位变化："))
            + coefficient(fitted, fitted.regression().names().indexOf(moderator));
    notes.add(
        fitted.regression().rSquared().isPresent()
            ? change
                + text.words("; R² = ", "；R² = ")
                + text.number(fitted.regression().rSquared().getAsDouble(), 1)
                + "%"
            : change);
    if (moderators.size() > 1) {
      notes.add(text.words("Other moderators at their means.", "其他调节变量取均值。"));
    }
    if (k < analysis.rows().length) {
      int left = analysis.rows().length - k;
      notes.add(
          text.words(text.studies(left) + " without a value left out.", left + "项研究缺少该变量，未纳入。"));
    }
    if (k < 10) {
      notes.add(
          text.words(
              "Fewer than 10 studies are few for a meta-regression.", "研究少于10项，不宜进行Meta回归。"));
    }
    notes.addAll(text.inverseVarianceNote());
    return notes;
  }

  private List<List<String>> table(int[] rows, double[] xs, MixedModel model, double[] weights) {
    List<List<String>> table = new ArrayList<>();
    table.add(List.of("study", moderator, "effect", "standard error", "weight in percent"));
    for (int i = 0; i < rows.length; i++) {
      table.add(
          List.of(
              analysis.study(rows[i]),
              FigureText.exact(xs[i]),
              FigureText.exact(model.studies().estimate(i)),
              FigureText.exact(model.studies().standardError(i)),
              FigureText.exact(weights[i])));
    }
    return table;
  }
}
