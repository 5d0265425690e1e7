package org.winnow.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.winnow.figure.Colour;
import org.winnow.figure.Point;
import org.winnow.figure.Shape;
import org.winnow.figure.plot.Chart;
import org.winnow.figure.plot.Chart.Item;
import org.winnow.figure.plot.Palette;
import org.winnow.metaanalysis.PlotData;

/**
 * A normal Q-Q plot (Wang and Bushman 1998): standardised residuals against the quantiles that a
 * normal distribution would give; studies from one distribution lie on the line.
 */
final class QuantileFigure {
  private final Analysis analysis;
  private final FigureText text;

  QuantileFigure(Analysis analysis, PlotOptions options) {
    this.analysis = analysis;
    text = new FigureText(analysis, options);
  }

  Plot draw() {
    text.needs(2);
    List<PlotData.Point> points = PlotData.normalQuantiles(analysis.model());
    double[] xs = points.stream().mapToDouble(PlotData.Point::x).toArray();
    double[] ys = points.stream().mapToDouble(PlotData.Point::y).toArray();
    Chart.Scale x = text.plain(text.words("Normal quantile", "正态分位数"), true, xs);
    Chart.Scale y = text.plain(text.words("Standardised residual", "标准化残差"), true, ys);
    List<Item> items = new ArrayList<>();
    items.add(
        new Item.Curve(
            List.of(new Point(x.from(), x.from()), new Point(x.to(), x.to())),
            Colour.INK_2,
            1,
            Shape.Dash.SOLID));
    List<List<String>> table = new ArrayList<>();
    table.add(List.of("study", "normal quantile", "standardised residual"));
    List<String> far = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      String study = text.study(i);
      boolean out = Math.abs(ys[i]) > 1.96;
      if (out) {
        far.add(study);
      }
      items.add(
          new Item.Symbol(
              new Point(xs[i], ys[i]),
              Chart.Sign.CIRCLE,
              4,
              out ? Palette.FLAG : Colour.ACCENT,
              Colour.SURFACE,
              study,
              out ? "outlier" : "study",
              out && far.size() <= 10 ? study : ""));
      table.add(List.of(study, FigureText.exact(xs[i]), FigureText.exact(ys[i])));
    }
    String beyond =
        far.isEmpty()
            ? text.words("No residual lies beyond ±1.96.", "没有残差超出±1.96。")
            : text.words(
                "Beyond ±1.96: " + String.join(", ", far) + ".",
                "超出±1.96：" + String.join("、", far) + "。");
    Chart chart =
        new Chart(
            text.words("Normal Q-Q plot: ", "正态Q-Q图：") + text.measure(),
            text.words(
                "Standardised residuals of "
                    + text.studies(points.size())
                    + " against normal quantiles. "
                    + beyond,
                text.studies(points.size()) + "的标准化残差与正态分位数。" + beyond),
            text.language().tag(),
            List.of(new Chart.Panel(0, 0, 420, 360, "", x, y, Optional.empty(), items)),
            List.of(),
            text.inverseVarianceNote());
    return Plot.of(chart.scene(), table);
  }
}
