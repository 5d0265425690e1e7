package org.winnow.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.winnow.figure.Colour;
import org.winnow.figure.Point;
import org.winnow.figure.Shape;
import org.winnow.figure.plot.Axis;
import org.winnow.figure.plot.Chart;
import org.winnow.figure.plot.Chart.Item;
import org.winnow.figure.plot.Palette;
import org.winnow.metaanalysis.Distributions;
import org.winnow.metaanalysis.EffectSizes;
import org.winnow.metaanalysis.SmallStudyEffects;
import org.winnow.metaanalysis.TrimAndFill;

/**
 * A funnel plot: effects against a measure of precision, the most precise on top, with the region
 * of ±1.96 standard errors around the pooled effect; bounds of significance (Peters 2008), studies
 * of trim and fill, and the line of Egger's regression when asked for.
 */
final class FunnelFigure {
  private static final double WIDTH = 512;
  private static final double HEIGHT = 380;
  private static final double RADIUS = 4;

  /** How finely a curved bound is drawn. */
  private static final int STEPS = 64;

  private static final double LARGEST_ERROR = 1e9;

  /** P of the bounds of significance, from the narrowest area. */
  private static final double[] BOUNDS = {0.1, 0.05, 0.01};

  private final Analysis analysis;
  private final PlotOptions options;
  private final FigureText text;
  private final EffectSizes studies;
  private final Optional<EffectSizes> filled;
  private final PlotOptions.Upright upright;

  FunnelFigure(Analysis analysis, PlotOptions options) {
    this.analysis = analysis;
    this.options = options;
    text = new FigureText(analysis, options);
    studies = analysis.model().studies();
    upright = options.upright();
    filled =
        options.trimAndFill() && studies.count() > 1
            ? TrimAndFill.of(
                    studies,
                    TrimAndFill.Estimator.L0,
                    Optional.empty(),
                    analysis.settings().modelOptions())
                .filled()
            : Optional.empty();
    if (options.trimAndFill() && !bySize().isEmpty()) {
      throw Refusal.of(RefusalReason.FILLED_WITHOUT_SIZE);
    }
  }

  /** The sizes of the studies, where they are what is upright. */
  private List<Double> bySize() {
    if (upright != PlotOptions.Upright.N && upright != PlotOptions.Upright.ROOT_N) {
      return List.of();
    }
    return IntStream.of(analysis.rows()).mapToObj(this::size).toList();
  }

  private double size(int row) {
    StudyTable table = analysis.table();
    if (table.has("n1i", "n2i") && !table.missing(row, "n1i", "n2i")) {
      return table.number(row, "n1i") + table.number(row, "n2i");
    }
    if (table.has("ni") && !table.missing(row, "ni")) {
      return table.number(row, "ni");
    }
    throw Refusal.at(row, RefusalReason.NO_SIZE);
  }

  Plot draw() {
    List<String> series = new ArrayList<>();
    List<Item> symbols = new ArrayList<>();
    List<List<String>> table = new ArrayList<>();
    table.add(List.of("kind", "study", "effect", "standard error", "upright", "series"));
    List<Double> sizes = bySize();
    List<Double> heights = new ArrayList<>();
    for (int i = 0; i < studies.count(); i++) {
      int row = analysis.rows()[i];
      String label = series(row);
      if (!series.contains(label)) {
        series.add(label);
      }
      double height = height(studies.standardError(i), sizes.isEmpty() ? 0 : sizes.get(i));
      heights.add(height);
      symbols.add(symbol(studies.estimate(i), height, series.indexOf(label), analysis.study(row)));
      table.add(fields("study", analysis.study(row), studies, i, height, label));
    }
    List<Axis.Span> spans = new ArrayList<>();
    for (int i = 0; i < filled.map(EffectSizes::count).orElse(0); i++) {
      EffectSizes added = filled.orElseThrow();
      double height = height(added.standardError(i), 0);
      String name = text.words("added", "补充") + " " + (i + 1);
      heights.add(height);
      symbols.add(open(added.estimate(i), height, name));
      spans.add(point(added.estimate(i)));
      table.add(fields("filled", name, added, i, height, ""));
    }
    for (int i = 0; i < studies.count(); i++) {
      spans.add(point(studies.estimate(i)));
    }
    Chart.Scale y = upright(heights);
    double pooled = analysis.summary().pooled().estimate();
    double widest = region() * largestError(y);
    if (Double.isFinite(widest) && regionDrawn()) {
      spans.add(new Axis.Span(pooled, pooled - widest, pooled + widest));
    }
    Chart.Scale x = text.effects(spans);
    List<Item> items = new ArrayList<>(areas(x, y));
    items.addAll(lines(y, pooled));
    items.addAll(symbols);
    Chart.Panel panel = new Chart.Panel(0, 0, WIDTH, HEIGHT, "", x, y, Optional.empty(), items);
    String title = text.words("Funnel plot: ", "漏斗图：") + text.measure();
    Chart chart =
        new Chart(
            title, description(), text.language().tag(), List.of(panel), legend(series), notes());
    return Plot.of(chart.scene(), table);
  }

  private static List<String> fields(
      String kind, String name, EffectSizes from, int i, double height, String series) {
    return List.of(
        kind,
        name,
        FigureText.exact(from.estimate(i)),
        FigureText.exact(from.standardError(i)),
        FigureText.exact(height),
        series);
  }

  private static Axis.Span point(double effect) {
    return new Axis.Span(effect, effect, effect);
  }

  private String series(int row) {
    String column = analysis.settings().subgroup();
    return column.isEmpty() ? "" : analysis.table().text(row, column);
  }

  private static Item.Symbol symbol(double effect, double height, int series, String name) {
    return new Item.Symbol(
        new Point(effect, height),
        Chart.Sign.of(series),
        RADIUS,
        Palette.series(series),
        Colour.SURFACE,
        name,
        "study",
        "");
  }

  private static Item.Symbol open(double effect, double height, String name) {
    return new Item.Symbol(
        new Point(effect, height),
        Chart.Sign.CIRCLE,
        RADIUS,
        Colour.SURFACE,
        Colour.INK_2,
        name,
        "filled",
        "");
  }

  private double height(double error, double size) {
    return switch (upright) {
      case SE -> error;
      case PRECISION -> 1 / error;
      case VARIANCE -> error * error;
      case N -> size;
      case ROOT_N -> 1 / Math.sqrt(size);
    };
  }

  /** The standard error at a height; only where the height is made of it. */
  private DoubleUnaryOperator errorAt() {
    return switch (upright) {
      case SE -> t -> t;
      case PRECISION -> t -> 1 / t;
      case VARIANCE -> Math::sqrt;
      case N, ROOT_N -> t -> Double.NaN;
    };
  }

  private boolean regionDrawn() {
    return upright == PlotOptions.Upright.SE || upright == PlotOptions.Upright.VARIANCE;
  }

  private double largestError(Chart.Scale y) {
    return errorAt().applyAsDouble(y.from());
  }

  private Chart.Scale upright(List<Double> heights) {
    double[] values = heights.stream().mapToDouble(h -> h).toArray();
    boolean log = text.scale().axis() == Axis.Scale.LOG;
    String error =
        log
            ? text.words("Standard error of the log", "对数的标准误")
            : text.words("Standard error", "标准误");
    return switch (upright) {
      case SE -> text.plain(error, true, values).reversed();
      case PRECISION -> text.plain(text.words("Precision, 1/SE", "精确度（1/标准误）"), false, values);
      case VARIANCE ->
          text.plain(
                  log ? text.words("Variance of the log", "对数的方差") : text.words("Variance", "方差"),
                  true,
                  values)
              .reversed();
      case N -> text.plain(text.words("Participants", "受试者数"), true, values);
      case ROOT_N -> text.plain(text.words("1/√ participants", "1/√受试者数"), true, values).reversed();
    };
  }

  private double region() {
    return Distributions.normalQuantile(0.975);
  }

  private boolean contoursDrawn() {
    return options.contours() && text.scale().none().isPresent() && bySize().isEmpty();
  }

  private List<Item> areas(Chart.Scale x, Chart.Scale y) {
    if (!contoursDrawn()) {
      return List.of();
    }
    List<Item> areas = new ArrayList<>();
    areas.add(new Item.Box(x.from(), y.from(), x.to(), y.to(), Palette.shade(BOUNDS.length)));
    for (int i = BOUNDS.length - 1; i >= 0; i--) {
      double z = Distributions.normalQuantile(1 - BOUNDS[i] / 2);
      List<Point> corners = new ArrayList<>(side(y, 0, -z));
      corners.addAll(side(y, 0, z).reversed());
      areas.add(new Item.Area(corners, Palette.shade(i)));
    }
    return areas;
  }

  /** Where an effect is so many standard errors from a centre, from the bottom upwards. */
  private List<Point> side(Chart.Scale y, double centre, double z) {
    int steps = upright == PlotOptions.Upright.SE ? 1 : STEPS;
    List<Point> points = new ArrayList<>();
    for (int i = 0; i <= steps; i++) {
      double height = y.from() + (y.to() - y.from()) * i / steps;
      // At no precision at all an error is without bounds.
      double error = Math.min(LARGEST_ERROR, errorAt().applyAsDouble(height));
      points.add(new Point(centre + z * error, height));
    }
    return points;
  }

  private List<Item> lines(Chart.Scale y, double pooled) {
    List<Item> lines = new ArrayList<>();
    if (text.scale().none().isPresent()) {
      lines.add(
          new Item.Curve(
              List.of(new Point(0, y.from()), new Point(0, y.to())),
              Colour.INK_2,
              1,
              Shape.Dash.SOLID));
    }
    lines.add(
        new Item.Curve(
            List.of(new Point(pooled, y.from()), new Point(pooled, y.to())),
            Colour.ACCENT,
            1.2,
            Shape.Dash.DASHED));
    for (double z : new double[] {-region(), region()}) {
      lines.add(new Item.Curve(side(y, pooled, z), Colour.ACCENT, 1.2, Shape.Dash.DOTTED));
    }
    if (egger().isPresent()) {
      SmallStudyEffects.Regression fit = egger().get();
      lines.add(
          new Item.Curve(
              side(y, fit.intercept(), fit.slope()), Palette.FLAG, 1.4, Shape.Dash.SOLID));
    }
    return lines;
  }

  /** Empty too when all studies are equally precise. */
  private Optional<SmallStudyEffects.Regression> egger() {
    boolean spread =
        Arrays.stream(studies.variances()).distinct().limit(2).count() > 1 && studies.count() > 2;
    return options.egger() && spread && bySize().isEmpty()
        ? Optional.of(SmallStudyEffects.egger(studies))
        : Optional.empty();
  }

  private List<Chart.Entry> legend(List<String> series) {
    List<Chart.Entry> entries = new ArrayList<>();
    for (int i = 0; series.size() > 1 && i < series.size(); i++) {
      entries.add(new Chart.Entry(symbol(0, 0, i, ""), series.get(i)));
    }
    if (filled.isPresent()) {
      int count = filled.get().count();
      entries.add(
          new Chart.Entry(
              open(0, 0, ""),
              text.words("Added by trim and fill (" + count + ")", "剪补法补充的研究（" + count + "）")));
    }
    entries.add(stroke(Colour.ACCENT, Shape.Dash.DASHED, text.words("Pooled effect", "合并效应")));
    if (bySize().isEmpty()) {
      entries.add(
          stroke(Colour.ACCENT, Shape.Dash.DOTTED, text.words("Pseudo 95% limits", "伪95%界限")));
    }
    if (text.scale().none().isPresent()) {
      entries.add(stroke(Colour.INK_2, Shape.Dash.SOLID, text.words("No effect", "无效线")));
    }
    egger()
        .ifPresent(
            fit ->
                entries.add(
                    stroke(
                        Palette.FLAG,
                        Shape.Dash.SOLID,
                        text.words("Egger's regression", "Egger回归")
                            + text.words(" (", "（")
                            + text.pValue(fit.pValue())
                            + text.words(")", "）"))));
    if (contoursDrawn()) {
      for (int i = 0; i < BOUNDS.length; i++) {
        String label =
            i + 1 < BOUNDS.length ? BOUNDS[i + 1] + " < P < " + BOUNDS[i] : "P < " + BOUNDS[i];
        entries.add(
            new Chart.Entry(
                new Item.Box(0, 0, 1, 1, Palette.shade(i + 1)), label.replace(".", text.mark())));
      }
    }
    return entries;
  }

  private static Chart.Entry stroke(Colour colour, Shape.Dash dash, String label) {
    return new Chart.Entry(new Item.Curve(List.of(), colour, 1.4, dash), label);
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (options.trimAndFill() && filled.isEmpty()) {
      notes.add(text.words("Trim and fill adds no study.", "剪补法未补充研究。"));
    }
    if (options.egger() && bySize().isEmpty() && egger().isEmpty()) {
      notes.add(
          text.words(
              "Egger's regression needs three studies of unequal precision.",
              "Egger回归需要至少三项精确度不同的研究。"));
    }
    if (!bySize().isEmpty() && (options.contours() || options.egger())) {
      notes.add(
          text.words(
              "Limits and lines of standard errors are not drawn over the number of participants.",
              "纵轴为受试者数时，不绘制基于标准误的界限和直线。"));
    }
    notes.addAll(text.fewStudiesNote(studies.count()));
    return notes;
  }

  private String description() {
    int k = studies.count();
    int added = filled.map(EffectSizes::count).orElse(0);
    String against =
        switch (upright) {
          case SE -> text.words("standard errors", "标准误");
          case PRECISION -> text.words("precision", "精确度");
          case VARIANCE -> text.words("variances", "方差");
          case N, ROOT_N -> text.words("numbers of participants", "受试者数");
        };
    return text.words(
        "Effects ("
            + text.measure()
            + ") of "
            + text.studies(k)
            + " against their "
            + against
            + ", the most precise on top"
            + (added > 0 ? "; " + added + " added by trim and fill." : "."),
        text.studies(k)
            + "的效应（"
            + text.measure()
            + "）与其"
            + against
            + "，最精确者在上"
            + (added > 0 ? "；剪补法补充" + added + "项。" : "。"));
  }
}
