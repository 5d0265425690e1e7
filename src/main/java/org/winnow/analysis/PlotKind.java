package org.winnow.analysis;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.winnow.figure.Wording;

/** The figures of an analysis by the names that the command line and addresses have for them. */
public enum PlotKind {
  FOREST("Forest plot", "森林图", (a, o) -> new ForestFigure(a, o).draw()),
  FUNNEL("Funnel plot", "漏斗图", (a, o) -> new FunnelFigure(a, o).draw());

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
                new IllegalArgumentException(
                    "there is no plot "
                        + name
                        + "; there are "
                        + Arrays.stream(values())
                            .map(PlotKind::word)
                            .collect(Collectors.joining(", "))));
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
   * @throws IllegalArgumentException in the language of the figure, when the data do not allow it:
   *     L'Abbé without arms, influence of a single study …
   */
  public Plot draw(Analysis analysis, PlotOptions options) {
    return maker.draw(analysis, options);
  }
}
