package org.winnow.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.winnow.figure.plot.Axis;
import org.winnow.figure.plot.ForestPlot;
import org.winnow.figure.plot.ForestPlot.Align;
import org.winnow.figure.plot.ForestPlot.Column;
import org.winnow.figure.plot.ForestPlot.Group;
import org.winnow.figure.plot.ForestPlot.Kind;
import org.winnow.figure.plot.ForestPlot.Row;
import org.winnow.figure.plot.ForestPlot.Side;
import org.winnow.figure.plot.Mark;

/**
 * A forest plot of pooled effects: without each study in turn, or of the first 1, 2, … studies. All
 * are pooled by the method of the analysis.
 */
final class RefitFigure {
  private static final int ROWS_OF_A_PAGE = 40;

  private final Analysis analysis;
  private final PlotOptions options;
  private final FigureText text;
  private final JournalLayout layout;
  private final boolean cumulative;
  private final List<Axis.Span> spans = new ArrayList<>();

  private RefitFigure(Analysis analysis, PlotOptions options, boolean cumulative) {
    this.analysis = analysis;
    this.options = options;
    this.cumulative = cumulative;
    text = new FigureText(analysis, options);
    layout = options.layout();
  }

  static RefitFigure leaveOneOut(Analysis analysis, PlotOptions options) {
    return new RefitFigure(analysis, options, false);
  }

  /** By year where studies have one, as long as no other order is asked for. */
  static RefitFigure cumulative(Analysis analysis, PlotOptions options) {
    return new RefitFigure(analysis, options, true);
  }

  Plot draw() {
    text.needs(2);
    List<Row> rows = cumulative ? added() : omitted();
    rows.add(Row.line(Kind.GAP, ""));
    Row total = row(Kind.TOTAL, text.words("All studies", "全部研究"), analysis);
    rows.add(total);
    String name =
        cumulative
            ? text.words("Cumulative meta-analysis: ", "累积Meta分析：")
            : text.words("Leave-one-out analysis: ", "逐一剔除分析：");
    FavoursText favours = new FavoursText(analysis, options, text);
    ForestPlot plot =
        new ForestPlot(
            name + text.measure(),
            description(),
            text.language().tag(),
            groups(),
            rows,
            axis(),
            options.decimal().isEmpty() ? layout.marked(".") : options.decimal(),
            List.of(text.measure(), "(" + text.level("CI") + ")"),
            favours.of(0),
            favours.of(1),
            "",
            ForestPlot.Domains.NONE,
            layout.style(ArmColumns.of(analysis, options).data()),
            List.of());
    return Plot.of(plot::scene, plot.pages(ROWS_OF_A_PAGE), ForestTable.of(plot));
  }

  private List<Row> omitted() {
    List<Row> rows = new ArrayList<>();
    StudyOrder order = new StudyOrder(analysis, options.sort(PlotOptions.Sort.TABLE));
    for (int left : order.of(analysis.rows())) {
      int[] rest = IntStream.of(analysis.members()).filter(i -> i != left).toArray();
      analysis
          .of(rest)
          .ifPresent(
              a ->
                  rows.add(
                      row(Kind.STUDY, text.words("Omitting ", "剔除") + analysis.study(left), a)));
    }
    return rows;
  }

  private List<Row> added() {
    List<Row> rows = new ArrayList<>();
    boolean years =
        IntStream.of(analysis.rows()).anyMatch(i -> Double.isFinite(StudyOrder.year(analysis, i)));
    PlotOptions.Sort usual = years ? PlotOptions.Sort.YEAR : PlotOptions.Sort.TABLE;
    List<Integer> order = new StudyOrder(analysis, options.sort(usual)).of(analysis.rows());
    for (int n = 1; n <= order.size(); n++) {
      int[] first = order.subList(0, n).stream().mapToInt(i -> i).toArray();
      String label = (n == 1 ? "" : "+ ") + analysis.study(order.get(n - 1));
      analysis.of(first).ifPresent(a -> rows.add(row(Kind.STUDY, label, a)));
    }
    return rows;
  }

  private Row row(Kind kind, String label, Analysis pooled) {
    Analysis.Summary summary = pooled.summary();
    double estimate = text.scale().shown().applyAsDouble(summary.pooled().estimate());
    double lower = text.scale().shown().applyAsDouble(summary.interval().lower());
    double upper = text.scale().shown().applyAsDouble(summary.interval().upper());
    spans.add(new Axis.Span(estimate, lower, upper));
    String p = summary.pValue().isPresent() ? p(summary.pValue().getAsDouble()) : "";
    String spread = pooled.rows().length > 1 ? layout.number(summary.iSquared(), 0) + "%" : "";
    List<List<String>> cells =
        List.of(
            List.of(label),
            List.of(Integer.toString(pooled.rows().length)),
            decimals(layout.estimate(estimate, lower, upper)),
            decimals(List.of(p)),
            decimals(List.of(spread)));
    Mark mark =
        kind == Kind.TOTAL
            ? new Mark.Diamond(estimate, lower, upper, Optional.empty())
            : new Mark.Square(estimate, lower, upper, 0.4);
    return new Row(kind, cells, mark, List.of());
  }

  private List<String> decimals(List<String> cells) {
    return cells.stream().map(text::decimals).toList();
  }

  /** Without the letter and the sign of equality, which the head has. */
  private String p(double value) {
    return layout.pValue(value).replaceFirst("^[Pp] ?=? ?", "");
  }

  private List<Group> groups() {
    String name =
        cumulative ? text.words("Study added", "依次加入的研究") : text.words("Study omitted", "剔除的研究");
    Side side =
        layout == JournalLayout.REVMAN || layout == JournalLayout.JAMA ? Side.LEFT : Side.RIGHT;
    return List.of(
        new Group(Side.LEFT, List.of(name), List.of(new Column("", Align.LEFT, 0))),
        new Group(
            Side.LEFT,
            List.of(text.words("Studies", "研究数")),
            List.of(new Column("", Align.DECIMAL, 0))),
        new Group(
            side,
            List.of(text.measure(), "(" + text.level("CI") + ")"),
            List.of(
                new Column("", Align.DECIMAL, 0),
                new Column("", Align.DECIMAL, 3.5),
                layout.closeEnds(spans.stream().anyMatch(s -> s.lower() < 0))
                    ? new Column("", Align.LEFT, 0)
                    : new Column("", Align.DECIMAL, 3.5))),
        new Group(
            Side.RIGHT,
            List.of(text.words("P value", "P值")),
            List.of(new Column("", Align.DECIMAL, 0))),
        new Group(Side.RIGHT, List.of("I²"), List.of(new Column("", Align.DECIMAL, 0))));
  }

  private Axis axis() {
    if (!options.axis().isEmpty()) {
      return Axis.between(
          text.scale().axis(),
          options.axis().getFirst(),
          options.axis().getLast(),
          text.scale().none());
    }
    return Axis.fitting(text.scale().axis(), spans, text.scale().none(), options.symmetric());
  }

  private String description() {
    double least = spans.stream().mapToDouble(Axis.Span::estimate).min().orElseThrow();
    double most = spans.stream().mapToDouble(Axis.Span::estimate).max().orElseThrow();
    int k = analysis.rows().length;
    return text.words(
        (cumulative
                ? "Pooled effects of the first 1 to " + k + " studies"
                : "Pooled effects without each of " + text.studies(k))
            + ", from "
            + text.number(least, 2)
            + " to "
            + text.number(most, 2)
            + ". "
            + text.pooled()
            + ".",
        (cumulative ? "依次累积" + k + "项研究的合并效应" : "逐一剔除" + k + "项研究后的合并效应")
            + "，"
            + text.number(least, 2)
            + "至"
            + text.number(most, 2)
            + "。"
            + text.pooled()
            + "。");
  }
}
