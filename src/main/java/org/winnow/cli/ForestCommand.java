package org.winnow.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.winnow.analysis.PlotKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "forest",
    description = "Draws the forest plot of a meta-analysis.",
    mixinStandardHelpOptions = true)
final class ForestCommand implements Callable<Integer> {
  @Mixin private DrawingOptions options = new DrawingOptions();

  @Override
  public Integer call() throws IOException {
    options.draw(PlotKind.FOREST);
    return 0;
  }
}
