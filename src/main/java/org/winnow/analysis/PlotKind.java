package org.winnow.analysis;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.winnow.figure.Wording;

/** The figures of an analysis by the names that the command line and addresses have for them. */
public enum PlotKind {
  FOREST("Forest plot", "森林图", (a, o) -> new ForestFigure(a, o).draw()),
  FUNNEL("Funnel plot", "漏斗图", (a, o) -> new FunnelFigure(a, o).draw()),
  LEAVE_ONE_OUT("Leave-one-out", "逐一剔除法", (a, o) -> RefitFigure.leaveOneOut(a, o).draw()),
  CUMULATIVE("Cumulative meta-analysis", "累积Meta分析", (a, o) -> RefitFigure.cumulative(a, o).draw()),
  BAUJAT("Baujat plot", "Baujat图", (a, o) -> new BaujatFigure(a, o).draw()),
  INFLUENCE("Influence", "影响分析", (a, o) -> new InfluenceFigure(a, o).draw()),
  GALBRAITH(
      "Radial (Galbraith) plot", "径向图（Galbraith图）", (a, o) -> new GalbraithFigure(a, o).draw()),
  LABBE("L'Abbé plot", "L'Abbé图", (a, o) -> new LabbeFigure(a, o).draw()),
  BUBBLE("Bubble plot of a meta-regression", "Meta回归气泡图", (a, o) -> new BubbleFigure(a, o).draw()),
  GOSH("GOSH plot", "GOSH图", (a, o) -> new GoshFigure(a, o).draw()),
  DOI("Doi plot", "Doi图", (a, o) -> new DoiFigure(a, o).draw()),
  DRAPERY("Drapery plot", "Drapery图", (a, o) -> new DraperyFigure(a, o).draw()),
  QQ("Normal Q-Q plot", "正态Q-Q图", (a, o) -> new QuantileFigure(a, o).draw()),
  BIAS_TABLE("Risk of bias of each study", "各研究的偏倚风险", (a, o) -> new BiasFigure(a, o).table()),
  BIAS_SUMMARY("Risk of bias by domain", "各领域的偏倚风险", (a, o) -> new BiasFigure(a, o).summary());

  private interface Maker {
    Plot draw(Analysis analysis, PlotOptions options);
  }

  private final Wording title;
  private final Maker maker;

  PlotKind(String en, String zh, Maker maker) {
    title = new Wording(en, zh);
    this.maker = maker;
  }

  /**
   * The kind of a name such as {@code leave-one-out}.
   *
   * @throws IllegalArgumentException with the names that there are
   */
  public static PlotKind named(String name) {
    return Arrays.stream(values())
        .filter(kind -> kind.word().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                Refusal.of(
                    RefusalReason.NO_PLOT,
                    name,
                    Arrays.stream(values()).map(PlotKind::word).collect(Collectors.joining(", "))));
  }

  /** The name in commands and addresses. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public Wording title() {
    return title;
  }

  /**
   * Draws the figure.
   *
   * @throws Refusal when the data do not allow it: L'Abbé without arms, influence of a single study
   */
  public Plot draw(Analysis analysis, PlotOptions options) {
    try {
      return maker.draw(analysis, options);
    } catch (IllegalArgumentException | ArithmeticException e) {
      // Such as a model of some of the studies that does not converge.
      throw Refusal.from(e);
    }
  }
}
