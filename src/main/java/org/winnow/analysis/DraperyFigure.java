package org.winnow.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.winnow.figure.Colour;
import org.winnow.figure.Point;
import org.winnow.figure.Shape;
import org.winnow.figure.plot.Axis;
import org.winnow.figure.plot.Chart;
import org.winnow.figure.plot.Chart.Item;
import org.winnow.figure.plot.Palette;
import org.winnow.metaanalysis.Distributions;
import org.winnow.metaanalysis.EffectSizes;
import org.winnow.metaanalysis.Interval;

/**
 * A drapery plot (Rücker 2021): the P value of every effect that could be the true one, for each
 * study and for the pooled effect; where a curve is cut at a height lies the interval of that
 * level. The area is that of prediction.
 */
final class DraperyFigure {
  private static final int STEPS = 60;

  /** P as small as this ends a curve. */
  private static final double LEAST = 1e-4;

  private final Analysis analysis;
  private final FigureText text;

  DraperyFigure(Analysis analysis, PlotOptions options) {
    this.analysis = analysis;
    text = new FigureText(analysis, options);
  }

  Plot draw() {
    EffectSizes studies = analysis.model().studies();
    Analysis.Summary summary = analysis.summary();
    double alpha = 1 - analysis.settings().level() / 100;
    List<Axis.Span> spans = new ArrayList<>(text.spans());
    Interval interval = summary.interval();
    spans.add(new Axis.Span(summary.pooled().estimate(), interval.lower(), interval.upper()));
    Chart.Scale x = text.effects(spans);
    List<Item> items = new ArrayList<>();
    Optional<Interval> prediction =
        analysis.rows().length < 3 || !analysis.settings().showsPrediction()
            ? Optional.empty()
            : analysis.prediction();
    OptionalDouble freedom = predictionFreedom();
    if (prediction.isPresent() && freedom.isPresent()) {
      items.add(area(prediction.get(), alpha, freedom.getAsDouble()));
    }
    if (text.scale().none().isPresent()) {
      items.add(
          new Item.Curve(
              List.of(new Point(0, 0), new Point(0, 1)), Colour.INK_2, 1, Shape.Dash.SOLID));
    }
    items.add(
        new Item.Curve(
            List.of(new Point(x.from(), alpha), new Point(x.to(), alpha)),
            Colour.INK_2,
            1,
            Shape.Dash.DOTTED));
    List<List<String>> table = new ArrayList<>();
    table.add(List.of("study", "effect", "standard error", "degrees of freedom"));
    for (int i = 0; i < studies.count(); i++) {
      items.add(
          new Item.Curve(
              drape(studies.estimate(i), studies.standardError(i), Double.POSITIVE_INFINITY),
              Colour.INK_2.faint(0.55),
              0.8,
              Shape.Dash.SOLID));
      table.add(
          List.of(
              analysis.study(analysis.rows()[i]),
              FigureText.exact(studies.estimate(i)),
              FigureText.exact(studies.standardError(i)),
              ""));
    }
    double df = summary.degreesOfFreedom();
    items.add(
        new Item.Curve(
            drape(summary.pooled().estimate(), summary.pooled().standardError(), df),
            Colour.ACCENT,
            2.4,
            Shape.Dash.SOLID));
    table.add(
        List.of(
            "pooled",
            FigureText.exact(summary.pooled().estimate()),
            FigureText.exact(summary.pooled().standardError()),
            FigureText.exact(df)));
    Chart.Scale y =
        Chart.Scale.of(
            text.words("P value", "P值"),
            Axis.between(Axis.Scale.LINEAR, 0, 1, OptionalDouble.empty()),
            text.mark());
    List<Chart.Tick> levels = new ArrayList<>();
    for (int tick = 0; tick <= 100; tick += 20) {
      levels.add(new Chart.Tick(1 - tick / 100.0, tick + "%"));
    }
    Chart.Scale right = new Chart.Scale(text.words("Confidence level", "置信水平"), 0, 1, levels);
    List<Chart.Entry> legend = new ArrayList<>();
    legend.add(entry(Colour.ACCENT, 2.4, Shape.Dash.SOLID, text.words("Pooled effect", "合并效应")));
    legend.add(entry(Colour.INK_2.faint(0.55), 0.8, Shape.Dash.SOLID, text.words("Study", "研究")));
    if (prediction.isPresent() && freedom.isPresent()) {
      legend.add(
          new Chart.Entry(
              new Item.Box(0, 0, 1, 1, Palette.WIDE_BAND), text.words("Prediction", "预测")));
    }
    legend.add(
        entry(
            Colour.INK_2, 1, Shape.Dash.DOTTED, "P = " + text.number(alpha, alpha < 0.01 ? 3 : 2)));
    int k = studies.count();
    Chart chart =
        new Chart(
            text.words("Drapery plot: ", "Drapery图（P值函数）：") + text.measure(),
            text.words(
                "P-value functions of "
                    + text.studies(k)
                    + " and of the pooled effect. "
                    + text.pooled()
                    + ".",
                text.studies(k) + "及合并效应的P值函数。" + text.pooled() + "。"),
            text.language().tag(),
            List.of(new Chart.Panel(0, 0, 480, 360, "", x, y, Optional.of(right), items)),
            legend,
            List.of());
    return Plot.of(chart.scene(), table);
  }

  private static Chart.Entry entry(Colour colour, double width, Shape.Dash dash, String label) {
    return new Chart.Entry(new Item.Curve(List.of(), colour, width, dash), label);
  }

  /** Points dense enough for a curve, from P = {@link #LEAST} over 1 and back. */
  private static List<Point> drape(double centre, double error, double df) {
    double farthest = Distributions.tQuantile(1 - LEAST / 2, df);
    List<Point> points = new ArrayList<>();
    for (int i = -STEPS; i <= STEPS; i++) {
      // Denser near the peak.
      double share = (double) i / STEPS;
      double q = farthest * share * Math.abs(share);
      points.add(new Point(centre + q * error, i == 0 ? 1 : Distributions.tTwoSided(q, df)));
    }
    return points;
  }

  /** Of the distribution that predicts; empty where another formula does. */
  private OptionalDouble predictionFreedom() {
    double k = analysis.rows().length;
    return switch (analysis.settings().predictionKind()) {
      case "z", "tau" -> OptionalDouble.of(Double.POSITIVE_INFINITY);
      case "t-k1", "hksj" -> OptionalDouble.of(k - 1);
      case "t-k2", "hksj-k2" -> OptionalDouble.of(k - 2);
      default -> OptionalDouble.empty();
    };
  }

  private Item.Area area(Interval prediction, double alpha, double df) {
    double error =
        (prediction.upper() - prediction.lower()) / 2 / Distributions.tQuantile(1 - alpha / 2, df);
    return new Item.Area(
        drape(analysis.summary().pooled().estimate(), error, df), Palette.WIDE_BAND);
  }
}
