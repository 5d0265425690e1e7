package org.winnow.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.winnow.analysis.FunnelFigure;
import org.winnow.figure.FigureLanguage;
import org.winnow.figure.Scene;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "funnel",
    description = "Draws the funnel plot of a meta-analysis.",
    mixinStandardHelpOptions = true)
final class FunnelCommand implements Callable<Integer> {
  @Mixin private PoolOptions options = new PoolOptions();

  @Option(
      names = {"-o", "--output"},
      description = "out.svg, out.pdf or out.png; SVG on standard output when left out.")
  private @Nullable Path output;

  @Option(names = "--lang", description = "en or zh (default: ${DEFAULT-VALUE}).")
  private String language = "en";

  @Option(
      names = "--contours",
      description = "Shade where P is above 0.1, 0.05 and 0.01 against no effect.")
  private boolean contours;

  @Option(names = "--trimfill", description = "Add the studies that trim and fill adds.")
  private boolean trimAndFill;

  @Override
  public Integer call() throws IOException {
    Scene scene =
        new FunnelFigure(options.analyse(), FigureLanguage.of(language), contours, trimAndFill)
            .plot()
            .scene();
    FigureFile.write(output, scene, List.of(scene));
    return 0;
  }
}
