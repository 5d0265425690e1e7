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
import org.winnow.metaanalysis.EffectSizes;
import org.winnow.metaanalysis.SmallStudyEffects;

/**
 * A Doi plot (Furuya-Kanamori 2018): the absolute score of the rank of each study against its
 * effect, the most precise on top; two even limbs speak for symmetry, which the LFK index measures.
 */
final class DoiFigure {
  private final Analysis analysis;
  private final FigureText text;

  DoiFigure(Analysis analysis, PlotOptions options) {
    this.analysis = analysis;
    text = new FigureText(analysis, options);
  }

  Plot draw() {
    text.needs(3);
    EffectSizes studies = analysis.model().studies();
    SmallStudyEffects.Doi doi = SmallStudyEffects.doi(studies);
    int k = studies.count();
    double[] heights = new double[k];
    List<Axis.Span> spans = new ArrayList<>();
    List<Point> line = new ArrayList<>();
    List<List<String>> table = new ArrayList<>();
    table.add(List.of("study", "effect", "z"));
    for (int i = 0; i < k; i++) {
      double effect = studies.estimate(doi.order()[i]);
      heights[i] = Math.abs(doi.z()[i]);
      spans.add(new Axis.Span(effect, effect, effect));
      line.add(new Point(effect, heights[i]));
      table.add(
          List.of(
              text.study(doi.order()[i]), FigureText.exact(effect), FigureText.exact(doi.z()[i])));
    }
    Chart.Scale y = text.plain(text.words("|z| of the rank", "秩次的|z|"), true, heights).reversed();
    Chart.Scale x = text.effects(spans);
    double middle = studies.estimate(doi.order()[doi.nearest()]);
    List<Item> items = new ArrayList<>();
    if (text.scale().none().isPresent()) {
      items.add(upright(0, y, Colour.INK_2, Shape.Dash.SOLID));
    }
    items.add(upright(middle, y, Colour.ACCENT, Shape.Dash.DASHED));
    items.add(new Item.Curve(line, Colour.ACCENT, 1.2, Shape.Dash.SOLID));
    for (int i = 0; i < k; i++) {
      items.add(
          new Item.Symbol(
              line.get(i),
              Chart.Sign.CIRCLE,
              4,
              Colour.ACCENT,
              Colour.SURFACE,
              text.study(doi.order()[i]),
              "study",
              ""));
    }
    String index = index(SmallStudyEffects.lfkIndex(studies));
    List<String> notes = new ArrayList<>(List.of(index));
    notes.addAll(text.fewStudiesNote(k));
    List<Chart.Entry> legend = new ArrayList<>();
    legend.add(
        new Chart.Entry(
            new Item.Curve(List.of(), Colour.ACCENT, 1.2, Shape.Dash.DASHED),
            text.words("Study nearest to z = 0", "z最接近0的研究")));
    if (text.scale().none().isPresent()) {
      legend.add(
          new Chart.Entry(
              new Item.Curve(List.of(), Colour.INK_2, 1, Shape.Dash.SOLID),
              text.words("No effect", "无效线")));
    }
    Chart chart =
        new Chart(
            text.words("Doi plot: ", "Doi图：") + text.measure(),
            text.words(
                "Scores of the ranks of " + text.studies(k) + " against their effects. " + index,
                text.studies(k) + "的秩次得分与效应。" + index),
            text.language().tag(),
            List.of(new Chart.Panel(0, 0, 512, 360, "", x, y, Optional.empty(), items)),
            legend,
            notes);
    return Plot.of(chart.scene(), table);
  }

  private static Item.Curve upright(double x, Chart.Scale y, Colour colour, Shape.Dash dash) {
    return new Item.Curve(List.of(new Point(x, y.from()), new Point(x, y.to())), colour, 1.2, dash);
  }

  private String index(OptionalDouble lfk) {
    if (lfk.isEmpty() || !Double.isFinite(lfk.getAsDouble())) {
      return text.words("The LFK index is not defined.", "LFK指数无定义。");
    }
    double size = Math.abs(lfk.getAsDouble());
    String meaning =
        size <= 1
            ? text.words("no asymmetry", "无不对称")
            : size <= 2
                ? text.words("minor asymmetry", "轻度不对称")
                : text.words("major asymmetry", "重度不对称");
    return text.words("LFK index ", "LFK指数")
        + text.number(lfk.getAsDouble(), 2)
        + text.words(": ", "：")
        + meaning
        + text.words(".", "。");
  }
}
