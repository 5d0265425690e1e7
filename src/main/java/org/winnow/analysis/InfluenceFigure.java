package org.winnow.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.winnow.figure.Colour;
import org.winnow.figure.Point;
import org.winnow.figure.Scene;
import org.winnow.figure.Shape;
import org.winnow.figure.plot.Axis;
import org.winnow.figure.plot.Chart;
import org.winnow.figure.plot.Chart.Item;
import org.winnow.figure.plot.Palette;
import org.winnow.metaanalysis.Distributions;
import org.winnow.metaanalysis.Influence;
import org.winnow.metaanalysis.MixedModel;

/**
 * The diagnostics of Viechtbauer and Cheung 2010 in eight small plots side by side, a study in a
 * row, with the limits beyond which metafor flags a study and the values of the whole analysis.
 */
final class InfluenceFigure {
  private static final int ROWS_OF_A_PAGE = 50;
  private static final double WIDTH = 84;
  private static final double ROW = 17;

  private final Analysis analysis;
  private final FigureText text;

  InfluenceFigure(Analysis analysis, PlotOptions options) {
    this.analysis = analysis;
    text = new FigureText(analysis, options);
  }

  /**
   * A diagnostic.
   *
   * @param limits where it is flagged
   * @param usual its value without any influence, or that of the whole analysis
   */
  private record Diagnostic(
      String head, String column, double[] values, double[] limits, double usual) {}

  Plot draw() {
    text.needs(2);
    List<Influence.Case> cases = Influence.diagnose(analysis.model());
    List<Diagnostic> diagnostics = diagnostics(cases);
    List<Integer> all = IntStream.range(0, cases.size()).boxed().toList();
    List<Scene> pages = new ArrayList<>();
    int count = Math.ceilDiv(cases.size(), ROWS_OF_A_PAGE);
    int each = Math.ceilDiv(cases.size(), count);
    for (int from = 0; from < cases.size(); from += each) {
      pages.add(
          chart(diagnostics, cases, all.subList(from, Math.min(cases.size(), from + each)))
              .scene());
    }
    Scene whole = count == 1 ? pages.getFirst() : chart(diagnostics, cases, all).scene();
    return new Plot(whole, pages, table(diagnostics, cases));
  }

  private List<Diagnostic> diagnostics(List<Influence.Case> cases) {
    MixedModel model = analysis.model();
    double k = cases.size();
    double z = Distributions.normalQuantile(0.975);
    double dffits = 3 * Math.sqrt(1 / (k - 1));
    double[] residuals = cases.stream().mapToDouble(c -> finite(c.studentised())).toArray();
    return List.of(
        new Diagnostic(
            text.words("Studentised residual", "学生化残差"),
            "studentised residual",
            residuals,
            new double[] {-z, z},
            0),
        new Diagnostic(
            "DFFITS",
            "DFFITS",
            cases.stream().mapToDouble(Influence.Case::dffits).toArray(),
            new double[] {-dffits, dffits},
            0),
        new Diagnostic(
            text.words("Cook's distance", "Cook距离"),
            "Cook's distance",
            cases.stream().mapToDouble(Influence.Case::cooksDistance).toArray(),
            new double[] {Distributions.chiSquaredQuantile(0.5, 1)},
            0),
        new Diagnostic(
            text.words("Covariance ratio", "协方差比"),
            "covariance ratio",
            cases.stream().mapToDouble(Influence.Case::covarianceRatio).toArray(),
            new double[0],
            1),
        new Diagnostic(
            text.words("τ² without it", "剔除后τ²"),
            "tau squared without it",
            cases.stream().mapToDouble(Influence.Case::tauSquaredDeleted).toArray(),
            new double[0],
            model.tauSquared().value()),
        new Diagnostic(
            text.words("Q without it", "剔除后Q"),
            "Q without it",
            cases.stream().mapToDouble(Influence.Case::qDeleted).toArray(),
            new double[0],
            model.residualQ()),
        new Diagnostic(
            text.words("Hat value", "帽子值"),
            "hat value",
            cases.stream().mapToDouble(Influence.Case::hat).toArray(),
            new double[] {3 / k},
            1 / k),
        new Diagnostic(
            text.words("Weight, %", "权重，%"),
            "weight in percent",
            cases.stream().mapToDouble(Influence.Case::weightPercent).toArray(),
            new double[0],
            100 / k));
  }

  private static double finite(OptionalDouble value) {
    return value.orElse(Double.NaN);
  }

  private Chart chart(
      List<Diagnostic> diagnostics, List<Influence.Case> cases, List<Integer> rows) {
    double last = rows.size() - 0.5;
    List<Chart.Tick> names = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      names.add(new Chart.Tick(i, text.study(rows.get(i))));
    }
    Chart.Scale left = new Chart.Scale("", last, -0.5, names);
    List<Chart.Panel> panels = new ArrayList<>();
    for (int d = 0; d < diagnostics.size(); d++) {
      Diagnostic diagnostic = diagnostics.get(d);
      Chart.Scale x = axis(diagnostic);
      List<Item> items = new ArrayList<>();
      items.add(upright(diagnostic.usual(), last, Colour.INK_2, Shape.Dash.SOLID));
      for (double limit : diagnostic.limits()) {
        items.add(upright(limit, last, Palette.FLAG, Shape.Dash.DASHED));
      }
      for (int i = 0; i < rows.size(); i++) {
        boolean flagged = cases.get(rows.get(i)).flagged();
        items.add(
            new Item.Symbol(
                new Point(diagnostic.values()[rows.get(i)], i),
                flagged ? Chart.Sign.DIAMOND : Chart.Sign.CIRCLE,
                3.5,
                flagged ? Palette.FLAG : Colour.ACCENT,
                Colour.SURFACE,
                text.study(rows.get(i)),
                flagged ? "flagged" : "study",
                ""));
      }
      panels.add(
          new Chart.Panel(
              0,
              d,
              WIDTH,
              rows.size() * ROW,
              "",
              new Chart.Scale(diagnostic.head(), x.from(), x.to(), x.ticks()),
              d == 0 ? left : left.bare(),
              Optional.empty(),
              items));
    }
    List<String> flagged =
        IntStream.range(0, cases.size())
            .filter(i -> cases.get(i).flagged())
            .mapToObj(text::study)
            .toList();
    String who =
        flagged.isEmpty()
            ? text.words("No study is flagged as influential.", "没有研究被标记为有影响。")
            : text.words(
                "Flagged as influential: " + String.join(", ", flagged) + ".",
                "被标记为有影响：" + String.join("、", flagged) + "。");
    List<String> notes = new ArrayList<>();
    notes.add(who);
    notes.addAll(text.inverseVarianceNote());
    return new Chart(
        text.words("Influence of single studies: ", "单个研究的影响：") + text.measure(),
        text.words(
            "Eight diagnostics of each of " + text.studies(cases.size()) + ". " + who,
            text.studies(cases.size()) + "各自的八项诊断指标。" + who),
        text.language().tag(),
        panels,
        List.of(
            new Chart.Entry(
                new Item.Symbol(
                    new Point(0, 0),
                    Chart.Sign.DIAMOND,
                    3.5,
                    Palette.FLAG,
                    Colour.SURFACE,
                    "",
                    "",
                    ""),
                text.words("Flagged study", "被标记的研究")),
            new Chart.Entry(
                new Item.Curve(List.of(), Palette.FLAG, 1, Shape.Dash.DASHED),
                text.words("Limit of a flag", "标记界限")),
            new Chart.Entry(
                new Item.Curve(List.of(), Colour.INK_2, 1, Shape.Dash.SOLID),
                text.words("Without influence, or in the whole analysis", "无影响时或全部研究的值"))),
        notes);
  }

  /** Limits far from all values are not drawn rather than press the values together. */
  private Chart.Scale axis(Diagnostic diagnostic) {
    List<Axis.Span> spans = new ArrayList<>();
    double low = diagnostic.usual();
    double high = diagnostic.usual();
    for (double value : diagnostic.values()) {
      if (Double.isFinite(value)) {
        spans.add(new Axis.Span(value, value, value));
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
    spans.add(new Axis.Span(diagnostic.usual(), diagnostic.usual(), diagnostic.usual()));
    double room = Math.max(high - low, 1e-9);
    for (double limit : diagnostic.limits()) {
      if (limit > low - room && limit < high + room) {
        spans.add(new Axis.Span(limit, limit, limit));
      }
    }
    return Chart.Scale.of(
        "", Axis.fitting(Axis.Scale.LINEAR, spans, OptionalDouble.empty(), false), text.mark());
  }

  private static Item.Curve upright(double x, double last, Colour colour, Shape.Dash dash) {
    return new Item.Curve(List.of(new Point(x, -0.5), new Point(x, last)), colour, 1, dash);
  }

  private List<List<String>> table(List<Diagnostic> diagnostics, List<Influence.Case> cases) {
    List<List<String>> table = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of("study"));
    diagnostics.forEach(d -> head.add(d.column()));
    head.addAll(List.of("DFBETAS", "flagged"));
    table.add(head);
    for (int i = 0; i < cases.size(); i++) {
      List<String> fields = new ArrayList<>(List.of(text.study(i)));
      for (Diagnostic d : diagnostics) {
        fields.add(FigureText.exact(d.values()[i]));
      }
      fields.add(FigureText.exact(cases.get(i).dfbetas()));
      fields.add(cases.get(i).flagged() ? "yes" : "no");
      table.add(fields);
    }
    return table;
  }
}
