package org.winnow.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.winnow.figure.Colour;
import org.winnow.figure.Point;
import org.winnow.figure.Shape;
import org.winnow.figure.plot.Axis;
import org.winnow.figure.plot.Chart;
import org.winnow.figure.plot.Chart.Item;
import org.winnow.figure.plot.Palette;
import org.winnow.metaanalysis.Distributions;
import org.winnow.metaanalysis.PlotData;

/**
 * A radial plot (Galbraith 1988): standardised estimates against precision, both with τ² in a
 * random model. The slope from the origin to a study is its effect, which the axis on the right
 * says; the band is two standard deviations of z wide.
 */
final class GalbraithFigure {
  private static final int MOST_LABELS = 10;

  private final Analysis analysis;
  private final FigureText text;

  GalbraithFigure(Analysis analysis, PlotOptions options) {
    this.analysis = analysis;
    text = new FigureText(analysis, options);
  }

  Plot draw() {
    text.needs(2);
    List<PlotData.Point> points = PlotData.galbraith(analysis.model());
    double slope = analysis.model().estimate();
    double half = Distributions.normalQuantile((1 + analysis.settings().level() / 100) / 2);
    boolean random = analysis.model().tauSquared().value() > 0;
    Chart.Scale x =
        text.plain(
            random
                ? text.words("Precision, 1/√(variance + τ²)", "精确度，1/√（方差+τ²）")
                : text.words("Precision, 1/SE", "精确度，1/标准误"),
            true,
            points.stream().mapToDouble(PlotData.Point::x).toArray());
    double end = x.to();
    double[] heights = new double[points.size() + 4];
    for (int i = 0; i < points.size(); i++) {
      heights[i] = points.get(i).y();
    }
    heights[points.size()] = half;
    heights[points.size() + 1] = -half;
    heights[points.size() + 2] = slope * end + half;
    heights[points.size() + 3] = slope * end - half;
    Chart.Scale y = text.plain(text.words("Standardised estimate, z", "标准化估计值，z"), true, heights);
    List<Item> items = new ArrayList<>();
    items.add(
        new Item.Area(
            List.of(
                new Point(0, half),
                new Point(end, slope * end + half),
                new Point(end, slope * end - half),
                new Point(0, -half)),
            Palette.WIDE_BAND));
    items.add(ray(0, end, Colour.INK_2, Shape.Dash.SOLID));
    items.add(ray(slope, end, Colour.ACCENT, Shape.Dash.DASHED));
    List<List<String>> table = new ArrayList<>();
    table.add(List.of("study", "precision", "z", "outside"));
    double[] beyond = new double[points.size()];
    for (int i = 0; i < points.size(); i++) {
      beyond[i] = Math.abs(points.get(i).y() - slope * points.get(i).x()) - half;
      table.add(
          List.of(
              text.study(i),
              FigureText.exact(points.get(i).x()),
              FigureText.exact(points.get(i).y()),
              beyond[i] > 0 ? "yes" : "no"));
    }
    List<Integer> order =
        IntStream.range(0, points.size())
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -beyond[i]))
            .toList();
    int outside = 0;
    for (int i : order) {
      boolean out = beyond[i] > 0;
      outside += out ? 1 : 0;
      items.add(
          new Item.Symbol(
              new Point(points.get(i).x(), points.get(i).y()),
              Chart.Sign.CIRCLE,
              4,
              out ? Palette.FLAG : Colour.ACCENT,
              Colour.SURFACE,
              text.study(i),
              out ? "outside" : "study",
              out && outside <= MOST_LABELS ? text.study(i) : ""));
    }
    Chart.Panel panel = new Chart.Panel(0, 0, 470, 380, "", x, y, Optional.of(right(x, y)), items);
    Chart chart =
        new Chart(
            text.words("Radial (Galbraith) plot: ", "径向图（Galbraith图）：") + text.measure(),
            text.words(
                text.studies(points.size())
                    + ", standardised estimates against precision; "
                    + outside
                    + " outside the band around the pooled effect. "
                    + text.pooled()
                    + ".",
                text.studies(points.size())
                    + "的标准化估计值与精确度；合并效应带外"
                    + outside
                    + "项。"
                    + text.pooled()
                    + "。"),
            text.language().tag(),
            List.of(panel),
            List.of(
                new Chart.Entry(
                    new Item.Curve(List.of(), Colour.ACCENT, 1.4, Shape.Dash.DASHED),
                    text.words("Pooled effect", "合并效应")),
                new Chart.Entry(
                    new Item.Box(0, 0, 1, 1, Palette.WIDE_BAND),
                    text.words(
                        "z ± " + text.number(half, 2) + " around it",
                        "合并效应 ± " + text.number(half, 2))),
                new Chart.Entry(
                    new Item.Curve(List.of(), Colour.INK_2, 1, Shape.Dash.SOLID), noEffect())),
            text.inverseVarianceNote());
    return Plot.of(chart.scene(), table);
  }

  private String noEffect() {
    return text.scale().none().isPresent() ? text.words("No effect", "无效线") : "0";
  }

  private static Item.Curve ray(double slope, double end, Colour colour, Shape.Dash dash) {
    return new Item.Curve(List.of(new Point(0, 0), new Point(end, slope * end)), colour, 1.2, dash);
  }

  /** The effects whose rays end at the heights of the right side. */
  private Chart.Scale right(Chart.Scale x, Chart.Scale y) {
    double from = y.from() / x.to();
    double to = y.to() / x.to();
    EffectScale scale = text.scale();
    List<Chart.Tick> ticks = new ArrayList<>();
    double low = scale.shown().applyAsDouble(from);
    double high = scale.shown().applyAsDouble(to);
    boolean possible =
        Double.isFinite(high) && high > low && !(scale.axis() == Axis.Scale.LOG && low <= 0);
    if (possible) {
      Axis axis = Axis.between(scale.axis(), low, high, OptionalDouble.empty());
      for (double tick : axis.ticks()) {
        double at = scale.analysed().applyAsDouble(tick);
        if (Double.isFinite(at)) {
          ticks.add(
              new Chart.Tick(
                  at, axis.label(tick).replace(".", text.mark()).replace('-', '\u2212')));
        }
      }
    }
    return new Chart.Scale(text.measure(), from, to, ticks);
  }
}
