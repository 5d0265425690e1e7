package org.winnow.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
import org.winnow.figure.plot.Judgement;
import org.winnow.figure.plot.Mark;
import org.winnow.metaanalysis.Interval;
import org.winnow.metaanalysis.StudyEffect;

/** The texts and marks of a forest plot from an analysis. */
public final class ForestFigure {
  private static final double CLOSE = 3.5;

  private final Analysis analysis;
  private final Settings settings;
  private final JournalLayout layout;
  private final FigureLanguage language;
  private final EffectScale scale;
  private final ArmColumns arms;
  private final double[] weights;
  private final List<Row> rows = new ArrayList<>();
  private final List<Axis.Span> spans = new ArrayList<>();

  /** Where the columns of the effect and of the weight are among the groups. */
  private final int effectGroup;

  private final int weightGroup;

  /**
   * What is not in the numbers.
   *
   * @param armNames of the experimental and the control arm, or empty for the usual ones
   * @param favours what the left and the right side speak for, or empty for the arms
   * @param highIsGood whether higher values favour the experimental arm
   * @param axis its ends, or empty for ends that fit
   * @param domains the names of the domains of bias, or empty
   */
  public record Settings(
      JournalLayout layout,
      FigureLanguage language,
      List<String> armNames,
      List<String> favours,
      boolean highIsGood,
      List<Double> axis,
      List<String> domains) {}

  public ForestFigure(Analysis analysis, Settings settings) {
    this.analysis = analysis;
    this.settings = settings;
    layout = settings.layout();
    language = settings.language();
    scale = EffectScale.of(analysis.settings().measure());
    arms = ArmColumns.of(analysis, settings);
    weights = analysis.weights();
    boolean effectFirst = layout != JournalLayout.REVMAN;
    effectGroup = 1 + arms.groups().size() + (effectFirst ? 0 : 1);
    weightGroup = 1 + arms.groups().size() + (effectFirst ? 1 : 0);
  }

  public ForestPlot plot() {
    rows();
    return new ForestPlot(
        title(),
        description(),
        language.tag(),
        groups(),
        rows,
        axis(),
        layout.marked("."),
        plotHead(),
        favours(0),
        favours(1),
        layout == JournalLayout.JAMA ? effectTitle() : "",
        domains(),
        layout.style(arms.data()));
  }

  private String words(String en, String zh) {
    return new Wording(en, zh).in(language);
  }

  private List<Group> groups() {
    List<Group> groups = new ArrayList<>();
    String study =
        switch (layout) {
          case REVMAN -> words("Study or Subgroup", "研究或亚组");
          case JAMA -> words("Source", "来源");
          case BMJ, LANCET, PLAIN -> words("Study", "研究");
        };
    groups.add(new Group(Side.LEFT, List.of(study), List.of(new Column("", Align.LEFT, 0))));
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
    Group weight =
        new Group(
            layout == JournalLayout.REVMAN ? Side.LEFT : Side.RIGHT,
            List.of(
                layout == JournalLayout.JAMA ? words("Weight, %", "权重，%") : words("Weight", "权重")),
            List.of(new Column("", Align.DECIMAL, 0)));
    groups.add(layout == JournalLayout.REVMAN ? weight : effect);
    groups.add(layout == JournalLayout.REVMAN ? effect : weight);
    return groups;
  }

  private boolean signed() {
    return spans.stream().anyMatch(s -> s.lower() < 0);
  }

  private List<String> effectHead() {
    return switch (layout) {
      case REVMAN -> List.of(scale.name(language), methodTitle());
      case JAMA, BMJ, LANCET, PLAIN -> List.of(measureName(), "(" + level() + ")");
    };
  }

  private List<String> plotHead() {
    return switch (layout) {
      case REVMAN, BMJ, LANCET, PLAIN -> effectHead();
      case JAMA -> List.of();
    };
  }

  /** As journals write it, without capitals within. */
  private String measureName() {
    String name = scale.name(language);
    if (language == FigureLanguage.CHINESE || name.startsWith("Peto")) {
      return name;
    }
    return name.equals("Std. Mean Difference")
        ? "Standardised mean difference"
        : name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
  }

  private String effectTitle() {
    return measureName() + words(" (" + level() + ")", "（" + level() + "）");
  }

  private String level() {
    double level = analysis.settings().level();
    String percent =
        level == Math.rint(level) ? Integer.toString((int) level) : Double.toString(level);
    return percent + "% CI";
  }

  private String methodTitle() {
    String method =
        switch (analysis.settings().method()) {
          case "MH" -> "M-H";
          case "PETO" -> "Peto";
          default -> "IV";
        };
    boolean fixed = analysis.settings().fixed() || method.equals("Peto");
    return words(
        method + ", " + (fixed ? "Fixed" : "Random") + ", " + level(),
        method + "，" + (fixed ? "固定" : "随机") + "，" + level());
  }

  private void rows() {
    boolean grouped = !analysis.settings().subgroup().isEmpty();
    List<Analysis.Group> groups = grouped ? analysis.groups() : List.of();
    if (grouped) {
      for (Analysis.Group group : groups) {
        rows.add(Row.line(Kind.HEADING, group.label()));
        studies(group.members());
        total(
            Kind.SUBTOTAL,
            words("Subtotal (" + level() + ")", "小计（" + level() + "）"),
            group.members(),
            group.analysis());
        rows.add(Row.line(Kind.GAP, ""));
      }
    } else {
      studies(analysis.members());
      rows.add(Row.line(Kind.GAP, ""));
    }
    total(
        Kind.TOTAL,
        words("Total (" + level() + ")", "合计（" + level() + "）"),
        analysis.members(),
        Optional.of(analysis));
    if (grouped) {
      note(layout.differences(Analysis.differences(groups)));
    }
  }

  private void studies(int[] members) {
    for (int row : members) {
      List<List<String>> cells = cells(analysis.study(row));
      arms.study(row, cells);
      Mark mark = new Mark.Nothing();
      if (analysis.effects().effects().get(row) instanceof StudyEffect.Estimable e
          && e.variance() > 0) {
        Axis.Span span = span(e.estimate(), e.interval(analysis.settings().level() / 100));
        spans.add(span);
        mark = new Mark.Square(span.estimate(), span.lower(), span.upper(), weights[row]);
        cells.set(effectGroup, layout.estimate(span.estimate(), span.lower(), span.upper()));
        cells.set(weightGroup, List.of(layout.weight(weights[row])));
      } else {
        cells.set(effectGroup, List.of(words("Not estimable", "不可估计")));
      }
      rows.add(new Row(Kind.STUDY, cells, mark, judgements(row)));
    }
  }

  private void total(Kind kind, String label, int[] members, Optional<Analysis> pooled) {
    List<List<String>> cells = cells(label);
    arms.totals(members, cells);
    if (pooled.isEmpty()) {
      cells.set(effectGroup, List.of(words("Not estimable", "不可估计")));
      rows.add(new Row(kind, cells, new Mark.Nothing(), List.of()));
      events(members);
      note("Heterogeneity: Not applicable");
      note("Test for overall effect: Not applicable");
      return;
    }
    Analysis.Summary summary = pooled.get().summary();
    Axis.Span span = span(summary.pooled().estimate(), summary.interval());
    spans.add(span);
    cells.set(effectGroup, layout.estimate(span.estimate(), span.lower(), span.upper()));
    double sum = IntStream.of(members).mapToDouble(i -> weights[i]).sum();
    cells.set(weightGroup, List.of(layout.weight(sum)));
    rows.add(
        new Row(
            kind, cells, new Mark.Diamond(span.estimate(), span.lower(), span.upper()), List.of()));
    if (kind == Kind.TOTAL) {
      prediction();
    }
    events(members);
    note(layout.heterogeneity(summary.tauSquared(), summary.heterogeneity(), summary.iSquared()));
    note(layout.overallEffect(summary));
  }

  /** Two studies tell nothing of the spread of a third. */
  private void prediction() {
    if (!analysis.settings().showsPrediction() || analysis.rows().length < 3) {
      return;
    }
    Optional<Interval> interval = analysis.prediction();
    if (interval.isPresent()) {
      double lower = scale.shown().applyAsDouble(interval.get().lower());
      double upper = scale.shown().applyAsDouble(interval.get().upper());
      List<List<String>> cells =
          cells(
              words(
                  "Prediction interval (" + level().replace("CI", "PI") + ")",
                  "预测区间（" + level().replace("CI", "PI") + "）"));
      List<String> ends = layout.estimate(0, lower, upper);
      cells.set(effectGroup, List.of("", ends.get(1), ends.get(2)));
      rows.add(new Row(Kind.SUMMARY, cells, new Mark.Bar(lower, upper), List.of()));
    }
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
    for (int g = 1; g < 3 + arms.groups().size(); g++) {
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
    if (!settings.axis().isEmpty()) {
      return Axis.between(
          scale.axis(), settings.axis().getFirst(), settings.axis().getLast(), scale.none());
    }
    return Axis.fitting(scale.axis(), spans, scale.none(), layout == JournalLayout.REVMAN);
  }

  private String favours(int side) {
    if (!settings.favours().isEmpty()) {
      return settings.favours().get(side);
    }
    boolean correlation = analysis.settings().measure().contains("COR");
    if (scale.none().isEmpty() || correlation) {
      return "";
    }
    int arm = settings.highIsGood() ? 1 - side : side;
    String name =
        settings.armNames().isEmpty()
            ? arm == 0 ? words("experimental", "试验组") : words("control", "对照组")
            : settings.armNames().get(arm);
    String verb = layout == JournalLayout.JAMA ? "Favors " : "Favours ";
    return words(verb + name, "支持" + name);
  }

  private String title() {
    return words("Forest plot: ", "森林图：") + measureName();
  }

  private String description() {
    Analysis.Summary summary = analysis.summary();
    Axis.Span span = span(summary.pooled().estimate(), summary.interval());
    String estimate = JournalLayout.BMJ.number(span.estimate(), 2);
    String lower = JournalLayout.BMJ.number(span.lower(), 2);
    String upper = JournalLayout.BMJ.number(span.upper(), 2);
    int k = analysis.rows().length;
    String text =
        words(
            k
                + (k == 1 ? " study" : " studies")
                + " pooled ("
                + methodTitle()
                + "). "
                + measureName()
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
                + measureName()
                + estimate
                + "，"
                + lower
                + "至"
                + upper
                + "。");
    return text
        + StatisticsInChinese.in(
            language,
            layout.heterogeneity(summary.tauSquared(), summary.heterogeneity(), summary.iSquared()))
        + words(".", "。");
  }

  private List<String> domainColumns() {
    List<String> found = new ArrayList<>();
    for (int d = 1; analysis.table().has("D" + d); d++) {
      found.add("D" + d);
    }
    return found;
  }

  private ForestPlot.Domains domains() {
    List<String> columns = domainColumns();
    if (columns.isEmpty()) {
      return ForestPlot.Domains.NONE;
    }
    if (!settings.domains().isEmpty() && settings.domains().size() != columns.size()) {
      throw new IllegalArgumentException(
          "--domains needs a name for each of D1 to " + columns.getLast());
    }
    List<String> letters = new ArrayList<>();
    List<String> legend = new ArrayList<>();
    if (settings.domains().isEmpty()) {
      letters.addAll(columns);
    } else {
      legend.add(words("Risk of bias legend", "偏倚风险图例"));
      for (int d = 0; d < columns.size(); d++) {
        String letter = Character.toString('A' + d);
        letters.add(letter);
        legend.add(words("(" + letter + ") ", "（" + letter + "）") + settings.domains().get(d));
      }
    }
    return new ForestPlot.Domains(
        words("Risk of Bias", "偏倚风险"),
        letters,
        legend,
        words("Low risk", "低风险"),
        words("Some concerns or unclear", "有一定顾虑或不清楚"),
        words("High risk", "高风险"));
  }

  private List<Judgement> judgements(int row) {
    return domainColumns().stream().map(d -> judgement(row, d)).toList();
  }

  private Judgement judgement(int row, String column) {
    String text = analysis.table().text(row, column).toLowerCase(Locale.ROOT);
    return switch (text) {
      case "", "na", "n/a" -> Judgement.NONE;
      case "+", "l", "low", "low risk", "低", "低风险" -> Judgement.LOW;
      case "?",
          "s",
          "u",
          "some",
          "some concerns",
          "unclear",
          "unclear risk",
          "no information",
          "不清楚",
          "有一定顾虑" ->
          Judgement.UNCLEAR;
      case "-", "−", "x", "h", "high", "high risk", "高", "高风险" -> Judgement.HIGH;
      default ->
          throw new IllegalArgumentException(
              "Row "
                  + (row + 1)
                  + ", "
                  + column
                  + ": no judgement low, some concerns or high: "
                  + analysis.table().text(row, column));
    };
  }
}
