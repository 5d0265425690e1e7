package org.winnow.analysis;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.winnow.figure.FigureLanguage;
import org.winnow.figure.Wording;
import org.winnow.figure.plot.ForestPlot.Align;
import org.winnow.figure.plot.ForestPlot.Column;
import org.winnow.figure.plot.ForestPlot.Group;
import org.winnow.figure.plot.ForestPlot.Side;
import org.winnow.metaanalysis.BinaryMeasure;

/**
 * The columns with what the studies reported, one group for each arm.
 *
 * @param first the place of the first group in the figure
 * @param names the columns of the table, for each group
 * @param joined whether events and total stand in one column, as 4/123
 */
record ArmColumns(
    JournalLayout layout,
    StudyTable table,
    int first,
    JournalLayout.Data data,
    List<Group> groups,
    List<List<String>> names,
    boolean joined) {
  private static final double GAP = 14;

  /** Heads by the beginning of a column's name. */
  private static final Map<String, Wording> HEADS =
      Map.ofEntries(
          Map.entry("ai", new Wording("Events", "事件数")),
          Map.entry("ci", new Wording("Events", "事件数")),
          Map.entry("n1i", new Wording("Total", "总数")),
          Map.entry("n2i", new Wording("Total", "总数")),
          Map.entry("m1i", new Wording("Mean", "均数")),
          Map.entry("m2i", new Wording("Mean", "均数")),
          Map.entry("sd1i", new Wording("SD", "标准差")),
          Map.entry("sd2i", new Wording("SD", "标准差")),
          Map.entry("x1i", new Wording("Events", "事件数")),
          Map.entry("x2i", new Wording("Events", "事件数")),
          Map.entry("t1i", new Wording("Time", "人时")),
          Map.entry("t2i", new Wording("Time", "人时")),
          Map.entry("xi", new Wording("Events", "事件数")),
          Map.entry("ni", new Wording("Total", "总数")),
          Map.entry("ri", new Wording("r", "r")),
          Map.entry("oe", new Wording("O-E", "O-E")),
          Map.entry("v", new Wording("Variance", "方差")),
          Map.entry("yi", new Wording("Estimate", "估计值")),
          Map.entry("vi", new Wording("Variance", "方差")),
          Map.entry("sei", new Wording("SE", "标准误")));

  /** Columns that are added up below the studies. */
  private static final List<String> ADDED =
      List.of("ai", "ci", "n1i", "n2i", "x1i", "x2i", "t1i", "t2i", "xi", "ni");

  static ArmColumns of(Analysis analysis, PlotOptions settings) {
    StudyTable table = analysis.table();
    String measure = analysis.settings().measure();
    JournalLayout layout = settings.layout();
    boolean binary = Arrays.stream(BinaryMeasure.values()).anyMatch(m -> m.name().equals(measure));
    if (binary && table.has("ai", "n1i", "ci", "n2i")) {
      boolean joined =
          List.of(JournalLayout.JAMA, JournalLayout.BMJ, JournalLayout.LANCET).contains(layout);
      return arms(
          analysis,
          settings,
          JournalLayout.Data.EVENTS,
          joined,
          List.of("ai", "n1i"),
          List.of("ci", "n2i"));
    }
    if (List.of("PETO", "HR").contains(measure) && table.has("oe", "v")) {
      return arms(analysis, settings, JournalLayout.Data.EVENTS, false, List.of("oe", "v"));
    }
    if (table.has("m1i", "sd1i", "n1i", "m2i", "sd2i", "n2i")) {
      return arms(
          analysis,
          settings,
          JournalLayout.Data.MEANS,
          false,
          List.of("m1i", "sd1i", "n1i"),
          List.of("m2i", "sd2i", "n2i"));
    }
    if (table.has("x1i", "t1i", "x2i", "t2i")) {
      return arms(
          analysis,
          settings,
          JournalLayout.Data.EFFECTS,
          false,
          List.of("x1i", "t1i"),
          List.of("x2i", "t2i"));
    }
    for (List<String> one : List.of(List.of("xi", "ni"), List.of("ri", "ni"))) {
      if (table.has(one.toArray(String[]::new))) {
        return arms(analysis, settings, JournalLayout.Data.EFFECTS, false, one);
      }
    }
    // Elsewhere the typed-in effect would only repeat the column of effects.
    if (layout == JournalLayout.REVMAN && table.has("yi", "sei")) {
      return arms(analysis, settings, JournalLayout.Data.EFFECTS, false, List.of("yi", "sei"));
    }
    return new ArmColumns(
        layout,
        table,
        1 + settings.columns().size(),
        JournalLayout.Data.EFFECTS,
        List.of(),
        List.of(),
        false);
  }

  @SafeVarargs
  private static ArmColumns arms(
      Analysis analysis,
      PlotOptions settings,
      JournalLayout.Data data,
      boolean joined,
      List<String>... arms) {
    FigureLanguage language = settings.language();
    List<String> armNames =
        settings.arms().isEmpty()
            ? List.of(
                new Wording("Experimental", "试验组").in(language),
                new Wording("Control", "对照组").in(language))
            : settings.arms();
    List<Group> groups = new ArrayList<>();
    for (int arm = 0; arm < arms.length; arm++) {
      List<String> head = new ArrayList<>();
      if (arms.length > 1) {
        head.add(armNames.get(arm));
      }
      List<Column> columns = new ArrayList<>();
      if (joined) {
        head.add(new Wording("n/N", "n/N").in(language));
        columns.add(new Column("", Align.DECIMAL, 0));
      } else {
        for (String name : arms[arm]) {
          columns.add(
              new Column(
                  head(analysis, name, language), Align.DECIMAL, columns.isEmpty() ? 0 : GAP));
        }
      }
      groups.add(new Group(Side.LEFT, head, columns));
    }
    return new ArmColumns(
        settings.layout(),
        analysis.table(),
        1 + settings.columns().size(),
        data,
        groups,
        List.of(arms),
        joined);
  }

  private static String head(Analysis analysis, String name, FigureLanguage language) {
    String measure = analysis.settings().measure();
    if (name.equals("yi") && StudyEffects.ratio(measure)) {
      return "log[" + EffectScale.of(measure).name(language) + "]";
    }
    Wording head = HEADS.get(name);
    return head == null ? name : head.in(language);
  }

  /** Fills in what a study reported. */
  void study(int row, List<List<String>> cells) {
    for (int arm = 0; arm < names.size(); arm++) {
      List<String> texts =
          names.get(arm).stream().map(name -> layout.marked(typed(row, name))).toList();
      cells.set(first + arm, joined ? List.of(String.join("/", texts)) : texts);
    }
  }

  private String typed(int row, String name) {
    return table.missing(row, name) ? "" : table.text(row, name);
  }

  /** Fills in the sums of counts; RevMan adds up the events in a row of their own. */
  void totals(int[] members, List<List<String>> cells) {
    for (int arm = 0; arm < names.size(); arm++) {
      List<String> texts =
          names.get(arm).stream()
              .map(
                  name ->
                      layout == JournalLayout.REVMAN && isEvents(name)
                          ? ""
                          : layout.marked(sum(members, name)))
              .toList();
      cells.set(first + arm, joined ? List.of(String.join("/", texts)) : texts);
    }
  }

  /** Fills in the sums of events alone. */
  void totalEvents(int[] members, List<List<String>> cells) {
    for (int arm = 0; arm < names.size(); arm++) {
      cells.set(
          first + arm,
          names.get(arm).stream().map(name -> isEvents(name) ? sum(members, name) : "").toList());
    }
  }

  private boolean isEvents(String name) {
    return data == JournalLayout.Data.EVENTS && (name.equals("ai") || name.equals("ci"));
  }

  private String sum(int[] members, String name) {
    if (!ADDED.contains(name)) {
      return "";
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (int row : members) {
      if (!table.missing(row, name)) {
        sum = sum.add(BigDecimal.valueOf(table.number(row, name)));
      }
    }
    BigDecimal shown = sum.setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
    return shown.setScale(Math.max(0, shown.scale()), RoundingMode.UNNECESSARY).toPlainString();
  }
}
