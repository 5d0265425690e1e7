package org.winnow.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.winnow.figure.Point;
import org.winnow.figure.Shape;
import org.winnow.figure.plot.Axis;
import org.winnow.figure.plot.Chart;
import org.winnow.figure.plot.Chart.Item;
import org.winnow.figure.plot.Palette;
import org.winnow.metaanalysis.EffectSizes;
import org.winnow.metaanalysis.PlotData;

/**
 * A graphical display of heterogeneity (Olkin 2012): the pooled effect and I² of all subsets of at
 * least two studies, up to 15 studies, else of a sample of subsets by a seed. Subsets are counted
 * in cells, so that the figure does not grow with their number.
 */
final class GoshFigure {
  private static final int ALL_SUBSETS = 15;
  private static final int COLUMNS = 110;
  private static final int ROWS = 84;
  private static final double WIDTH = 440;
  private static final double HEIGHT = 336;
  private static final double SIDE = 64;

  private final Analysis analysis;
  private final PlotOptions options;
  private final FigureText text;
  private final EffectSizes studies;

  GoshFigure(Analysis analysis, PlotOptions options) {
    this.analysis = analysis;
    this.options = options;
    text = new FigureText(analysis, options);
    studies = analysis.model().studies();
  }

  private boolean all() {
    return studies.count() <= ALL_SUBSETS;
  }

  private List<PlotData.Subset> subsets() {
    List<PlotData.Subset> subsets =
        all()
            ? PlotData.allSubsets(studies, analysis.model().options())
            : PlotData.sampledSubsets(
                studies,
                analysis.model().options(),
                options.subsets(),
                new SplittableRandom(options.seed()));
    return subsets.stream().filter(s -> s.size() > 1).toList();
  }

  Plot draw() {
    text.needs(3);
    List<PlotData.Subset> subsets = subsets();
    double low = subsets.stream().mapToDouble(PlotData.Subset::estimate).min().orElseThrow();
    double high = subsets.stream().mapToDouble(PlotData.Subset::estimate).max().orElseThrow();
    Chart.Scale x =
        text.effects(List.of(new Axis.Span(low, low, low), new Axis.Span(high, high, high)));
    Chart.Scale y = percent();
    int[][] cells = new int[COLUMNS][ROWS];
    int[] across = new int[COLUMNS];
    int[] up = new int[ROWS];
    for (PlotData.Subset s : subsets) {
      int column = cell((s.estimate() - x.from()) / (x.to() - x.from()), COLUMNS);
      int row = cell(s.iSquared() / 100, ROWS);
      cells[column][row]++;
      across[column]++;
      up[row]++;
    }
    int most = Arrays.stream(cells).flatMapToInt(Arrays::stream).max().orElse(1);
    List<Item> items = new ArrayList<>();
    List<List<String>> table = new ArrayList<>();
    table.add(List.of("effect from", "effect to", "I squared from", "I squared to", "subsets"));
    double wide = (x.to() - x.from()) / COLUMNS;
    double high100 = 100.0 / ROWS;
    for (int c = 0; c < COLUMNS; c++) {
      for (int r = 0; r < ROWS; r++) {
        if (cells[c][r] > 0) {
          double left = x.from() + c * wide;
          items.add(
              new Item.Box(
                  left,
                  r * high100,
                  left + wide,
                  (r + 1) * high100,
                  Palette.density(step(cells[c][r], most))));
          table.add(
              List.of(
                  FigureText.exact(left),
                  FigureText.exact(left + wide),
                  FigureText.exact(r * high100),
                  FigureText.exact((r + 1) * high100),
                  Integer.toString(cells[c][r])));
        }
      }
    }
    double pooled = analysis.model().estimate();
    items.add(
        new Item.Curve(
            List.of(new Point(pooled, 0), new Point(pooled, 100)),
            Palette.FLAG,
            1.2,
            Shape.Dash.DASHED));
    Chart chart =
        new Chart(
            text.words("GOSH plot: ", "GOSH图：") + text.measure(),
            description(subsets.size(), low, high),
            text.language().tag(),
            List.of(
                new Chart.Panel(
                    0,
                    0,
                    WIDTH,
                    SIDE,
                    "",
                    x.bare(),
                    count(across),
                    Optional.empty(),
                    histogram(across, x, true)),
                new Chart.Panel(1, 0, WIDTH, HEIGHT, "", x, y, Optional.empty(), items),
                new Chart.Panel(
                    1,
                    1,
                    SIDE,
                    HEIGHT,
                    "",
                    count(up),
                    y.bare(),
                    Optional.empty(),
                    histogram(up, y, false))),
            legend(most),
            notes(subsets.size()));
    return Plot.of(chart.scene(), table);
  }

  private Chart.Scale percent() {
    List<Chart.Tick> ticks = new ArrayList<>();
    for (int tick = 0; tick <= 100; tick += 20) {
      ticks.add(new Chart.Tick(tick, Integer.toString(tick)));
    }
    return new Chart.Scale("I², %", 0, 100, ticks);
  }

  private static Chart.Scale count(int[] counts) {
    return new Chart.Scale("", 0, Math.max(1, Arrays.stream(counts).max().orElse(1)), List.of());
  }

  private static int cell(double share, int count) {
    return Math.clamp((long) (share * count), 0, count - 1);
  }

  /** Steps of density are even in the logarithm of the count. */
  private static int step(int count, int most) {
    return most == 1
        ? Palette.densities() - 1
        : (int)
            Math.min(
                Palette.densities() - 1.0,
                Palette.densities() * Math.log(count) / Math.log(most + 1.0));
  }

  private static List<Item> histogram(int[] counts, Chart.Scale scale, boolean level) {
    List<Item> bars = new ArrayList<>();
    double wide = (scale.to() - scale.from()) / counts.length;
    for (int i = 0; i < counts.length; i++) {
      double from = scale.from() + i * wide;
      if (counts[i] > 0) {
        bars.add(
            level
                ? new Item.Box(from, 0, from + wide, counts[i], Palette.density(2))
                : new Item.Box(0, from, counts[i], from + wide, Palette.density(2)));
      }
    }
    return bars;
  }

  private List<Chart.Entry> legend(int most) {
    List<Chart.Entry> entries = new ArrayList<>();
    entries.add(
        new Chart.Entry(
            new Item.Curve(List.of(), Palette.FLAG, 1.2, Shape.Dash.DASHED),
            text.words("All studies", "全部研究")));
    int from = 1;
    for (int step = 0; step < Palette.densities(); step++) {
      int to = from;
      while (to < most && step(to + 1, most) <= step) {
        to++;
      }
      if (from <= most && step(from, most) == step) {
        entries.add(
            new Chart.Entry(
                new Item.Box(0, 0, 1, 1, Palette.density(step)),
                from == to ? Integer.toString(from) : from + "–" + to));
        from = to + 1;
      }
    }
    return entries;
  }

  private List<String> notes(int count) {
    List<String> notes = new ArrayList<>();
    notes.add(
        all()
            ? text.words(
                "All "
                    + count
                    + " subsets of two and more of "
                    + text.studies(studies.count())
                    + "; shades count subsets.",
                studies.count() + "项研究中至少两项的全部" + count + "个子集；颜色深浅表示子集数。")
            : text.words(
                "A sample of "
                    + count
                    + " subsets of "
                    + text.studies(studies.count())
                    + ", each with a chance of one half (seed "
                    + options.seed()
                    + "); shades count subsets.",
                studies.count()
                    + "项研究的"
                    + count
                    + "个随机子集，每项入选概率为一半（种子"
                    + options.seed()
                    + "）；颜色深浅表示子集数。"));
    notes.addAll(text.inverseVarianceNote());
    return notes;
  }

  private String description(int count, double low, double high) {
    return text.words(
        "Pooled effects and I² of "
            + count
            + " subsets of "
            + text.studies(studies.count())
            + ". "
            + text.measure()
            + " from "
            + text.shown(low)
            + " to "
            + text.shown(high)
            + "; of all studies "
            + text.shown(analysis.model().estimate())
            + ".",
        text.studies(studies.count())
            + "的"
            + count
            + "个子集的合并效应与I²。"
            + text.measure()
            + "为"
            + text.shown(low)
            + "至"
            + text.shown(high)
            + "；全部研究为"
            + text.shown(analysis.model().estimate())
            + "。");
  }
}
