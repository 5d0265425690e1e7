package org.winnow.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.winnow.figure.Colour;
import org.winnow.figure.Point;
import org.winnow.figure.plot.Chart;
import org.winnow.figure.plot.Chart.Item;
import org.winnow.figure.plot.Palette;
import org.winnow.metaanalysis.MixedModel;
import org.winnow.metaanalysis.PlotData;
import org.winnow.metaanalysis.TauSquaredEstimator;

/**
 * Baujat 2002: what a study adds to Q of the fixed model, against the squared standardised change
 * of the pooled effect of the analysis when it is left out.
 */
final class BaujatFigure {
  private static final int MOST_LABELS = 12;

  /** A study is named from this share of the way to the farthest ones. */
  private static final double FAR = 0.25;

  private final Analysis analysis;
  private final FigureText text;

  BaujatFigure(Analysis analysis, PlotOptions options) {
    this.analysis = analysis;
    text = new FigureText(analysis, options);
  }

  Plot draw() {
    text.needs(2);
    MixedModel model = analysis.model();
    List<PlotData.Point> pooled = PlotData.baujat(model);
    MixedModel fixed =
        MixedModel.pool(model.studies(), model.options().withTauSquared(TauSquaredEstimator.EE));
    int k = model.studyCount();
    double[] xs = new double[k];
    double[] ys = new double[k];
    for (int i = 0; i < k; i++) {
      double residual = model.studies().estimate(i) - fixed.estimate();
      xs[i] = residual * residual / model.studies().variance(i);
      ys[i] = pooled.get(i).y();
    }
    Chart.Scale x =
        text.plain(text.words("Contribution to heterogeneity, Q", "对异质性Q的贡献"), true, xs);
    Chart.Scale y = text.plain(text.words("Influence on the pooled effect", "对合并效应的影响"), true, ys);
    double[] distance = new double[k];
    for (int i = 0; i < k; i++) {
      double far = Math.hypot(xs[i] / x.to(), ys[i] / y.to());
      distance[i] = Double.isFinite(far) ? far : 0;
    }
    List<Integer> order =
        IntStream.range(0, k)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -distance[i]))
            .toList();
    List<Item> items = new ArrayList<>();
    List<String> named = new ArrayList<>();
    for (int i : order) {
      boolean far = distance[i] > FAR && named.size() < MOST_LABELS;
      if (far) {
        named.add(text.study(i));
      }
      items.add(
          new Item.Symbol(
              new Point(xs[i], ys[i]),
              Chart.Sign.CIRCLE,
              4,
              far ? Palette.FLAG : Colour.ACCENT,
              Colour.SURFACE,
              text.study(i),
              far ? "outlier" : "study",
              far ? text.study(i) : ""));
    }
    List<List<String>> table = new ArrayList<>();
    table.add(List.of("study", "contribution to Q", "influence"));
    for (int i = 0; i < k; i++) {
      table.add(List.of(text.study(i), FigureText.exact(xs[i]), FigureText.exact(ys[i])));
    }
    Chart chart =
        new Chart(
            text.words("Baujat plot: ", "Baujat图：") + text.measure(),
            text.words(
                "What each of "
                    + text.studies(k)
                    + " adds to heterogeneity and how it moves the pooled effect. Farthest out: "
                    + String.join(", ", named)
                    + ".",
                text.studies(k) + "各自对异质性的贡献及对合并效应的影响。最突出：" + String.join("、", named) + "。"),
            text.language().tag(),
            List.of(new Chart.Panel(0, 0, 512, 380, "", x, y, Optional.empty(), items)),
            List.of(),
            text.inverseVarianceNote());
    return Plot.of(chart.scene(), table);
  }
}
