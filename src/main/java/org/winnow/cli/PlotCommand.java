package org.winnow.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.winnow.analysis.PlotKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "plot",
    description = "Draws a plot of a meta-analysis.",
    mixinStandardHelpOptions = true)
final class PlotCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      paramLabel = "KIND",
      description =
          "forest, funnel, leave-one-out, cumulative, galbraith, baujat, labbe, bubble, influence,"
              + " gosh, doi, drapery, qq, bias-table or bias-summary.")
  private String kind = "";

  @Mixin private DrawingOptions options = new DrawingOptions();

  @Override
  public Integer call() throws IOException {
    options.draw(PlotKind.named(kind));
    return 0;
  }
}
