package org.winnow.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.winnow.analysis.PlotKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "funnel",
    description = "Draws the funnel plot of a meta-analysis.",
    mixinStandardHelpOptions = true)
final class FunnelCommand implements Callable<Integer> {
  @Mixin private DrawingOptions options = new DrawingOptions();

  @Override
  public Integer call() throws IOException {
    options.draw(PlotKind.FUNNEL);
    return 0;
  }
}
