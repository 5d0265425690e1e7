package org.winnow.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.winnow.figure.FigureLanguage;
import org.winnow.figure.Wording;
import org.winnow.figure.plot.Axis;
import org.winnow.figure.plot.ForestPlot;
import org.winnow.figure.plot.ForestPlot.Align;
import org.winnow.figure.plot.ForestPlot.Column;
import org.winnow.figure.plot.ForestPlot.Group;
import org.winnow.figure.plot.ForestPlot.Kind;
import org.winnow.figure.plot.ForestPlot.Row;
import org.winnow.figure.plot.ForestPlot.Side;
import org.winnow.figure.plot.Mark;
import org.winnow.metaanalysis.Distributions;
import org.winnow.metaanalysis.Interval;
import org.winnow.metaanalysis.StudyEffect;

/** The texts and marks of a forest plot from an analysis. */
final class ForestFigure {
  /** More rows than fit on a page at a size that can be read. */
  private static final int ROWS_OF_A_PAGE = 40;

  private static final double CLOSE = 3.5;

  /** How far a strip of density goes to either side, in standard errors, and of how many parts. */
  private static final double SLICED = 4;

  private static final int SLICES = 80;

  /** A property of a study is shown up to so many characters. */
  private static final int LONGEST_PROPERTY = 40;

  private final Analysis analysis;
  private final PlotOptions options;
  private final FigureText text;
  private final JournalLayout layout;
  private final FigureLanguage language;
  private final EffectScale scale;
  private final ArmColumns arms;
  private final BiasJudgements bias;
  private final Footnotes footnotes;
  private final List<double[]> weights = new ArrayList<>();
  private final List<Row> rows = new ArrayList<>();
  private final List<Axis.Span> spans = new ArrayList<>();

  /** Where the columns of the effect and of the weight are among the groups. */
  private final int effectGroup;

  private final int weightGroup;

  /** That of the certainty of the evidence, after all others; it is there when it was judged. */
  private final int certaintyGroup;

  ForestFigure(Analysis analysis, PlotOptions options) {
    this.analysis = analysis;
    this.options = options;
    text = new FigureText(analysis, options);
    layout = options.layout();
    language = options.language();
    scale = text.scale();
    arms = ArmColumns.of(analysis, options);
    bias = new BiasJudgements(analysis.table(), options, text);
    footnotes = new Footnotes(analysis.table(), layout);
    for (String column : options.columns()) {
      if (!analysis.table().has(column)) {
        throw Refusal.of(RefusalReason.NO_COLUMN, column);
      }
    }
    boolean pooled = !analysis.settings().totals().equals("none");
    switch (pooled && analysis.weighted() ? options.weights() : PlotOptions.Weights.NONE) {
      case ONE -> weights.add(analysis.weights());
      case BOTH -> weights.addAll(analysis.weightsOfBothModels());
      case NONE -> {}
    }
    int before = 1 + options.columns().size() + arms.groups().size();
    boolean weightFirst = layout == JournalLayout.REVMAN && !weights.isEmpty();
    effectGroup = before + (weightFirst ? 1 : 0);
    weightGroup = before + (weightFirst ? 0 : 1);
    certaintyGroup = before + (weights.isEmpty() ? 1 : 2);
  }

  Plot draw() {
    ForestPlot plot = plot();
    return Plot.of(plot::scene, plot.pages(ROWS_OF_A_PAGE), ForestTable.of(plot));
  }

  private ForestPlot plot() {
    rows();
    FavoursText favours = new FavoursText(analysis, options, text);
    return new ForestPlot(
        title(),
        description(),
        language.tag(),
        groups(),
        rows.stream().map(this::decimals).toList(),
        axis(),
        options.decimal().isEmpty() ? layout.marked(".") : options.decimal(),
        plotHead(),
        favours.of(0),
        favours.of(1),
        layout == JournalLayout.JAMA ? effectTitle() : "",
        domains(),
        layout.style(arms.data()),
        footnotes.lines());
  }

  private String words(String en, String zh) {
    return text.words(en, zh);
  }

  /** With the decimal mark that was asked for in all that is a number or a line of statistics. */
  private Row decimals(Row row) {
    if (options.decimal().isEmpty()) {
      return row;
    }
    List<List<String>> cells = new ArrayList<>();
    for (int g = 0; g < row.cells().size(); g++) {
      boolean printed = g > options.columns().size() || row.kind() == Kind.NOTE;
      cells.add(
          printed ? row.cells().get(g).stream().map(text::decimals).toList() : row.cells().get(g));
    }
    return new Row(row.kind(), cells, row.mark(), row.judgements());
  }

  private List<Group> groups() {
    List<Group> groups = new ArrayList<>();
    String study =
        switch (layout) {
          case REVMAN -> words("Study or Subgroup", "研究或亚组");
          case JAMA -> words("Source", "来源");
          case BMJ, LANCET, PLAIN, GRAYSCALE -> words("Study", "研究");
        };
    groups.add(new Group(Side.LEFT, List.of(study), List.of(new Column("", Align.LEFT, 0))));
    for (String column : options.columns()) {
      Align align = analysis.table().numeric(column) ? Align.DECIMAL : Align.LEFT;
      groups.add(
          new Group(Side.LEFT, List.of(propertyHead(column)), List.of(new Column("", align, 0))));
    }
    groups.addAll(arms.groups());
    Side effectSide =
        layout == JournalLayout.REVMAN || layout == JournalLayout.JAMA ? Side.LEFT : Side.RIGHT;
    Group effect =
        new Group(
            effectSide,
            effectHead(),
            List.of(
                new Column("", Align.DECIMAL, 0),
                new Column("", Align.DECIMAL, CLOSE),
                layout.closeEnds(signed())
                    ? new Column("", Align.LEFT, 0)
                    : new Column("", Align.DECIMAL, CLOSE)));
    if (weights.isEmpty()) {
      groups.add(effect);
    } else {
      Group weight = weightColumns();
      groups.add(layout == JournalLayout.REVMAN ? weight : effect);
      groups.add(layout == JournalLayout.REVMAN ? effect : weight);
    }
    if (certain()) {
      List<String> head = List.of(words("Certainty", "证据质量"), words("(GRADE)", "（GRADE）"));
      groups.add(new Group(Side.RIGHT, head, List.of(new Column("", Align.LEFT, 0))));
    }
    return groups;
  }

  /** Certainty is that of a total. */
  private boolean certain() {
    return options.certainty().isPresent() && analysis.settings().hasTotal();
  }

  private String propertyHead(String column) {
    return column.equals("year") ? words("Year", "年份") : column;
  }

  private Group weightColumns() {
    String name = layout == JournalLayout.JAMA ? words("Weight, %", "权重，%") : words("Weight", "权重");
    List<Column> columns =
        weights.size() == 1
            ? List.of(new Column("", Align.DECIMAL, 0))
            : List.of(
                new Column(words("Fixed", "固定"), Align.DECIMAL, 0),
                new Column(words("Random", "随机"), Align.DECIMAL, 12));
    return new Group(
        layout == JournalLayout.REVMAN ? Side.LEFT : Side.RIGHT, List.of(name), columns);
  }

  private List<String> weightCells(int... members) {
    return weights.stream()
        .map(of -> layout.weight(IntStream.of(members).mapToDouble(i -> of[i]).sum()))
        .toList();
  }

  private boolean signed() {
    return spans.stream().anyMatch(s -> s.lower() < 0);
  }

  private List<String> effectHead() {
    return switch (layout) {
      case REVMAN -> List.of(scale.name(language), methodTitle());
      case JAMA, BMJ, LANCET, PLAIN, GRAYSCALE ->
          List.of(text.measure(), "(" + text.studyLevel() + ")");
    };
  }

  private List<String> plotHead() {
    return switch (layout) {
      case REVMAN, BMJ, LANCET, PLAIN, GRAYSCALE -> effectHead();
      case JAMA -> List.of();
    };
  }

  private String effectTitle() {
    return text.measure() + words(" (" + text.level("CI") + ")", "（" + text.level("CI") + "）");
  }

  private String methodTitle() {
    String method =
        switch (analysis.settings().method()) {
          case "MH" -> "M-H";
          case "PETO" -> "Peto";
          case "IV" -> "IV";
          case "PENALISED" -> words("Penalised", "惩罚似然");
          default -> "GLMM";
        };
    boolean fixed = analysis.settings().fixed() || method.equals("Peto");
    return words(
        method + ", " + (fixed ? "Fixed" : "Random") + ", " + text.studyLevel(),
        method + "，" + (fixed ? "固定" : "随机") + "，" + text.studyLevel());
  }

  private void rows() {
    boolean grouped = !analysis.settings().subgroup().isEmpty();
    List<Analysis.Group> groups = grouped ? analysis.groups() : List.of();
    List<Integer> left = excluded();
    if (grouped) {
      for (Analysis.Group group : groups) {
        rows.add(Row.line(Kind.HEADING, group.label()));
        studies(group.members());
        left.stream()
            .filter(
                i -> analysis.table().text(i, analysis.settings().subgroup()).equals(group.label()))
            .forEach(this::excluded);
        if (!analysis.settings().totals().equals("none")) {
          total(
              Kind.SUBTOTAL,
              words("Subtotal (" + text.level("CI") + ")", "小计（" + text.level("CI") + "）"),
              group.members(),
              group.analysis(),
              group.reason());
        }
        rows.add(Row.line(Kind.GAP, ""));
      }
      List<String> labels = groups.stream().map(Analysis.Group::label).toList();
      left.removeIf(i -> labels.contains(analysis.table().text(i, analysis.settings().subgroup())));
    } else {
      studies(analysis.members());
    }
    left.forEach(this::excluded);
    if (!grouped || !left.isEmpty()) {
      rows.add(Row.line(Kind.GAP, ""));
    }
    if (analysis.settings().totals().equals("overall")) {
      total(
          Kind.TOTAL,
          words("Total (" + text.level("CI") + ")", "合计（" + text.level("CI") + "）"),
          analysis.members(),
          Optional.of(analysis),
          Optional.empty());
    }
    if (grouped && !analysis.settings().totals().equals("none")) {
      note(layout.differences(Analysis.differences(groups)));
    }
  }

  /** The rows that are shown although they are not pooled. */
  private List<Integer> excluded() {
    List<Integer> excluded = new ArrayList<>();
    for (int i = 0; options.excluded() && i < analysis.table().size(); i++) {
      if (!analysis.table().excluded(i).isEmpty()) {
        excluded.add(i);
      }
    }
    return excluded;
  }

  private void studies(int[] members) {
    StudyOrder order = new StudyOrder(analysis, options.sort(PlotOptions.Sort.TABLE));
    double[] ofSquares = weights.isEmpty() ? analysis.weights() : weights.getLast();
    for (int row : order.of(members)) {
      List<List<String>> cells = studyCells(row, analysis.study(row));
      Mark mark = new Mark.Nothing();
      Optional<Axis.Span> estimated = estimated(row);
      if (estimated.isPresent()) {
        Axis.Span span = estimated.get();
        spans.add(span);
        double weight = analysis.weighted() ? ofSquares[row] : 1;
        mark = new Mark.Square(span.estimate(), span.lower(), span.upper(), weight);
        cells.set(effectGroup, layout.estimate(span.estimate(), span.lower(), span.upper()));
        if (!weights.isEmpty()) {
          cells.set(weightGroup, weightCells(row));
        }
      } else {
        cells.set(effectGroup, List.of(words("Not estimable", "不可估计")));
      }
      rows.add(new Row(Kind.STUDY, cells, mark, bias.of(row)));
    }
  }

  private List<List<String>> studyCells(int row, String name) {
    List<List<String>> cells = cells(name + footnotes.sign(row));
    for (int c = 0; c < options.columns().size(); c++) {
      String column = options.columns().get(c);
      String value =
          analysis.table().missing(row, column) ? "" : analysis.table().text(row, column);
      cells.set(c + 1, List.of(shortened(value)));
    }
    arms.study(row, cells);
    return cells;
  }

  private static String shortened(String value) {
    int[] points = value.codePoints().toArray();
    return points.length <= LONGEST_PROPERTY
        ? value
        : new String(points, 0, LONGEST_PROPERTY - 1) + "…";
  }

  private Optional<Axis.Span> estimated(int row) {
    return analysis.effects().effects().get(row) instanceof StudyEffect.Estimable e
            && e.variance() > 0
        ? Optional.of(span(e.estimate(), e.interval(analysis.settings().studyLevel() / 100)))
        : Optional.empty();
  }

  /** A row in grey with its interval and why it is not pooled. */
  private void excluded(int row) {
    String reason = analysis.table().excluded(row);
    List<List<String>> cells =
        studyCells(
            row, analysis.study(row) + words(" (excluded: " + reason + ")", "（排除：" + reason + "）"));
    Mark mark = new Mark.Nothing();
    Optional<Axis.Span> estimated = estimated(row);
    if (estimated.isPresent()) {
      Axis.Span span = estimated.get();
      mark = new Mark.Square(span.estimate(), span.lower(), span.upper(), 0);
      cells.set(effectGroup, layout.estimate(span.estimate(), span.lower(), span.upper()));
    }
    rows.add(new Row(Kind.EXCLUDED, cells, mark, bias.of(row)));
  }

  private void total(
      Kind kind, String label, int[] members, Optional<Analysis> pooled, Optional<Wording> reason) {
    List<List<String>> cells = cells(label);
    arms.totals(members, cells);
    if (pooled.isEmpty()) {
      cells.set(effectGroup, List.of(words("Not estimable", "不可估计")));
      rows.add(new Row(kind, cells, new Mark.Nothing(), List.of()));
      events(members);
      note("Heterogeneity: Not applicable");
      note("Test for overall effect: Not applicable");
      reason.ifPresent(why -> rows.add(Row.line(Kind.NOTE, text.in(why))));
      return;
    }
    Analysis.Summary summary = pooled.get().summary();
    Axis.Span span = span(summary.pooled().estimate(), summary.interval());
    spans.add(span);
    cells.set(effectGroup, layout.estimate(span.estimate(), span.lower(), span.upper()));
    if (!weights.isEmpty()) {
      cells.set(weightGroup, weightCells(members));
    }
    if (kind == Kind.TOTAL && certain()) {
      options
          .certainty()
          .ifPresent(
              level ->
                  cells.set(
                      certaintyGroup, List.of(level.signs() + "\u00a0" + text.in(level.title()))));
    }
    Optional<Mark.Bar> prediction = kind == Kind.TOTAL ? prediction() : Optional.empty();
    rows.add(
        new Row(
            kind,
            cells,
            new Mark.Diamond(
                span.estimate(),
                span.lower(),
                span.upper(),
                options.predictionBar() ? prediction : Optional.empty()),
            List.of()));
    if (options.predictionRow()) {
      prediction.ifPresent(this::predictionRow);
    }
    events(members);
    note(layout.heterogeneity(summary.tauSquared(), summary.heterogeneity(), summary.iSquared()));
    note(layout.overallEffect(summary));
  }

  /** Two studies tell nothing of the spread of a third. */
  private Optional<Mark.Bar> prediction() {
    if (!analysis.settings().showsPrediction() || analysis.rows().length < 3) {
      return Optional.empty();
    }
    return analysis
        .prediction()
        .map(
            interval ->
                new Mark.Bar(
                    scale.shown().applyAsDouble(interval.lower()),
                    scale.shown().applyAsDouble(interval.upper()),
                    options.density() ? density(interval) : List.of()));
  }

  /** The t or normal distribution that a prediction interval is the middle of, in even slices. */
  private List<Mark.Slice> density(Interval interval) {
    double df = analysis.predictionDegreesOfFreedom();
    double level = analysis.settings().level() / 100;
    double middle = (interval.lower() + interval.upper()) / 2;
    double unit =
        (interval.upper() - interval.lower()) / (2 * Distributions.tQuantile((1 + level) / 2, df));
    List<Mark.Slice> slices = new ArrayList<>();
    double width = 2 * SLICED / SLICES;
    for (int i = 0; i < SLICES; i++) {
      double from = -SLICED + i * width;
      double t = from + width / 2;
      double share =
          Double.isInfinite(df)
              ? Math.exp(-t * t / 2)
              : Math.exp(-(df + 1) / 2 * Math.log1p(t * t / df));
      slices.add(
          new Mark.Slice(
              scale.shown().applyAsDouble(middle + unit * from),
              scale.shown().applyAsDouble(middle + unit * (from + width)),
              share));
    }
    return slices;
  }

  private void predictionRow(Mark.Bar bar) {
    String level = text.level("PI");
    List<List<String>> cells =
        cells(words("Prediction interval (" + level + ")", "预测区间（" + level + "）"));
    List<String> ends = layout.estimate(0, bar.lower(), bar.upper());
    cells.set(effectGroup, List.of("", ends.get(1), ends.get(2)));
    rows.add(new Row(Kind.SUMMARY, cells, bar, List.of()));
  }

  private void events(int[] members) {
    if (arms.data() == JournalLayout.Data.EVENTS && layout == JournalLayout.REVMAN) {
      List<List<String>> cells = cells(words("Total events:", "总事件数："));
      arms.totalEvents(members, cells);
      rows.add(new Row(Kind.SUMMARY, cells, new Mark.Nothing(), List.of()));
    }
  }

  private void note(String english) {
    rows.add(Row.line(Kind.NOTE, StatisticsInChinese.in(language, english)));
  }

  private List<List<String>> cells(String label) {
    List<List<String>> cells = new ArrayList<>();
    cells.add(List.of(label));
    for (int g = 1; g < certaintyGroup + (certain() ? 1 : 0); g++) {
      cells.add(List.of());
    }
    return cells;
  }

  private Axis.Span span(double estimate, Interval interval) {
    return new Axis.Span(
        scale.shown().applyAsDouble(estimate),
        scale.shown().applyAsDouble(interval.lower()),
        scale.shown().applyAsDouble(interval.upper()));
  }

  private Axis axis() {
    if (!options.axis().isEmpty()) {
      return Axis.between(
          scale.axis(), options.axis().getFirst(), options.axis().getLast(), scale.none());
    }
    return Axis.fitting(scale.axis(), spans, scale.none(), options.symmetric());
  }

  private String title() {
    return words("Forest plot: ", "森林图：") + text.measure();
  }

  private String description() {
    Analysis.Summary summary = analysis.summary();
    Axis.Span span = span(summary.pooled().estimate(), summary.interval());
    String estimate = JournalLayout.BMJ.number(span.estimate(), 2);
    String lower = JournalLayout.BMJ.number(span.lower(), 2);
    String upper = JournalLayout.BMJ.number(span.upper(), 2);
    int k = analysis.rows().length;
    if (!analysis.settings().hasTotal()) {
      return words(
          (k == 1 ? "1 study, " : k + " studies, ") + text.measure() + "; no total of all studies.",
          k + "项研究，" + text.measure() + "；未计算全部研究的合计。");
    }
    String sentence =
        words(
            k
                + (k == 1 ? " study" : " studies")
                + " pooled ("
                + methodTitle()
                + "). "
                + text.measure()
                + " "
                + estimate
                + ", from "
                + lower
                + " to "
                + upper
                + ". ",
            "合并"
                + k
                + "项研究（"
                + methodTitle()
                + "）。"
                + text.measure()
                + estimate
                + "，"
                + lower
                + "至"
                + upper
                + "。");
    return sentence
        + StatisticsInChinese.in(
            language,
            layout.heterogeneity(summary.tauSquared(), summary.heterogeneity(), summary.iSquared()))
        + words(".", "。");
  }

  private ForestPlot.Domains domains() {
    if (bias.columns().isEmpty()) {
      return ForestPlot.Domains.NONE;
    }
    List<String> legend = new ArrayList<>();
    if (!bias.legend().isEmpty()) {
      legend.add(words("Risk of bias legend", "偏倚风险图例"));
      legend.addAll(bias.legend());
    }
    return new ForestPlot.Domains(
        words("Risk of Bias", "偏倚风险"), bias.letters(), legend, bias.signs());
  }
}
