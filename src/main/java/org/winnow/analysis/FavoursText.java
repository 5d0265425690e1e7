package org.winnow.analysis;

/** What the two sides of an axis of effects speak for. */
final class FavoursText {
  private final Analysis analysis;
  private final PlotOptions options;
  private final FigureText text;

  FavoursText(Analysis analysis, PlotOptions options, FigureText text) {
    this.analysis = analysis;
    this.options = options;
    this.text = text;
  }

  /**
   * Of the left or the right side.
   *
   * @param side 0 or 1
   */
  String of(int side) {
    if (!options.favours().isEmpty()) {
      return options.favours().get(side);
    }
    boolean correlation = analysis.settings().measure().contains("COR");
    if (text.scale().none().isEmpty() || correlation) {
      return "";
    }
    int arm = options.highIsGood() ? 1 - side : side;
    String name =
        options.arms().isEmpty()
            ? arm == 0 ? text.words("experimental", "试验组") : text.words("control", "对照组")
            : options.arms().get(arm);
    String verb = options.layout() == JournalLayout.JAMA ? "Favors " : "Favours ";
    return text.words(verb + name, "支持" + name);
  }
}
