package org.winnow.analysis.exchange;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.winnow.analysis.PlotKind;
import org.winnow.analysis.PlotOptions;
import org.winnow.figure.SvgWriter;

/** Our own forest plots for a data package of RevMan Web. */
public final class DrawnForests implements RevManWebPackage.ForestPlots {
  @Override
  public Optional<String> svg(
      ReviewAnalyses.Comparison comparison, ReviewAnalyses.Outcome outcome) {
    Map<String, List<String>> options = new HashMap<>();
    putUnlessEmpty(options, "arms", outcome.groupLabels());
    putUnlessEmpty(options, "favours", outcome.graphLabels());
    try {
      return Optional.of(
          SvgWriter.write(
              PlotKind.FOREST.draw(outcome.analyse(), PlotOptions.of(options)).scene(),
              SvgWriter.Colours.FIXED));
    } catch (IllegalArgumentException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  private static void putUnlessEmpty(
      Map<String, List<String>> options, String word, List<String> labels) {
    if (!labels.contains("")) {
      options.put(word, labels);
    }
  }
}
