package org.winnow.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.winnow.analysis.ForestFigure;
import org.winnow.analysis.ForestTable;
import org.winnow.analysis.JournalLayout;
import org.winnow.figure.FigureLanguage;
import org.winnow.figure.plot.ForestPlot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "forest",
    description = "Draws the forest plot of a meta-analysis.",
    mixinStandardHelpOptions = true)
final class ForestCommand implements Callable<Integer> {
  /** More rows than fit on a page at a size that can be read. */
  private static final int ROWS_OF_A_PAGE = 40;

  @Mixin private PoolOptions options = new PoolOptions();

  @Option(
      names = {"-o", "--output"},
      description = "out.svg, out.pdf or out.png; SVG on standard output when left out.")
  private @Nullable Path output;

  @Option(
      names = "--layout",
      description = "revman, jama, bmj, lancet or plain (default: ${DEFAULT-VALUE}).")
  private String layout = "revman";

  @Option(names = "--lang", description = "en or zh (default: ${DEFAULT-VALUE}).")
  private String language = "en";

  @Option(
      names = "--arms",
      split = ",",
      paramLabel = "NAME",
      description = "What the two arms are called.")
  private List<String> arms = List.of();

  @Option(
      names = "--favours",
      split = ",",
      paramLabel = "TEXT",
      description = "What stands on the left and on the right below the axis.")
  private List<String> favours = List.of();

  @Option(
      names = "--benefit",
      description = "low or high: which values favour the first arm (default: ${DEFAULT-VALUE}).")
  private String benefit = "low";

  @Option(names = "--axis", split = ",", description = "The ends of the axis: FROM,TO.")
  private List<Double> axis = List.of();

  @Option(
      names = "--domains",
      split = ";",
      paramLabel = "NAME",
      description =
          "What the domains of bias are called whose judgements are in the columns D1, D2, …")
  private List<String> domains = List.of();

  @Option(
      names = "--table",
      paramLabel = "out.csv",
      description = "The figure as a table, for those who cannot see it and for programs.")
  private @Nullable Path table;

  @Override
  public Integer call() throws IOException {
    pair("--arms", arms);
    pair("--favours", favours);
    pair("--axis", axis);
    if (!benefit.equals("low") && !benefit.equals("high")) {
      throw new IllegalArgumentException("--benefit is low or high: " + benefit);
    }
    ForestPlot plot = new ForestFigure(options.analyse(), settings()).plot();
    FigureFile.write(output, plot.scene(), plot.pages(ROWS_OF_A_PAGE));
    Path file = table;
    if (file != null) {
      ForestTable.write(plot, file);
    }
    return 0;
  }

  private ForestFigure.Settings settings() {
    return new ForestFigure.Settings(
        JournalLayout.named(layout),
        FigureLanguage.of(language),
        arms,
        favours,
        benefit.equals("high"),
        axis,
        domains);
  }

  private static void pair(String option, List<?> values) {
    if (!values.isEmpty() && values.size() != 2) {
      throw new IllegalArgumentException(option + " needs two values");
    }
  }
}
