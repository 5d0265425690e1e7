package org.winnow.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.winnow.analysis.Plot;
import org.winnow.analysis.PlotKind;
import org.winnow.analysis.PlotOptions;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How the figure of a meta-analysis is drawn and where it goes. */
final class DrawingOptions {
  @Mixin private PoolOptions pooling = new PoolOptions();

  @Option(
      names = {"-o", "--output"},
      description = "out.svg, out.pdf or out.png; SVG on standard output when left out.")
  private @Nullable Path output;

  @Option(
      names = "--table",
      paramLabel = "out.csv",
      description = "The figure as a table, for those who cannot see it and for programs.")
  private @Nullable Path table;

  @Option(names = "--lang", description = "en or zh (default: en).")
  private String language = "";

  @Option(
      names = "--layout",
      description = "revman, jama, bmj, lancet, plain or grayscale (default: revman).")
  private String layout = "";

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
      description = "low or high: which values favour the first arm (default: low).")
  private String benefit = "";

  @Option(names = "--axis", split = ",", description = "The ends of the axis: FROM,TO.")
  private List<String> axis = List.of();

  @Option(
      names = "--symmetric",
      description =
          "yes or no: no effect in the middle of the axis (default: as the layout has it).")
  private String symmetric = "";

  @Option(names = "--decimal", description = "The decimal mark: a point, a comma or ·.")
  private String decimal = "";

  @Option(
      names = "--tool",
      description =
          "The tool for the risk of bias: rob2, rob1, robins-i or quadas-2. It names the domains.")
  private String tool = "";

  @Option(
      names = "--density",
      description = "Forest plots: a strip of the predictive distribution below its interval.")
  private boolean density;

  @Option(
      names = "--certainty",
      description = "Forest plots: high, moderate, low or very-low, beside the total (GRADE).")
  private String certainty = "";

  @Option(
      names = "--domains",
      split = ";",
      paramLabel = "NAME",
      description =
          "What the domains of bias are called whose judgements are in the columns D1, D2, …")
  private List<String> domains = List.of();

  @Option(
      names = "--sort",
      description = "table, year, name, effect, weight or bias: the order of the studies.")
  private String sort = "";

  @Option(
      names = "--columns",
      split = ",",
      paramLabel = "COLUMN",
      description = "Forest plots: further columns of the file to show, such as year.")
  private List<String> columns = List.of();

  @Option(
      names = "--weights",
      description = "Forest plots: one, both (of the fixed and the random model) or none.")
  private String weights = "";

  @Option(
      names = "--prediction",
      description =
          "Forest plots: the prediction interval as row, bar (below the diamond) or both.")
  private String prediction = "";

  @Option(
      names = "--excluded",
      description =
          "Forest plots: show or hide the rows that have a reason in the column excluded.")
  private String excluded = "";

  @Option(
      names = "--y",
      description = "Funnel plots: se, precision (1/SE), variance, n or root-n (1/\u221aN).")
  private String upright = "";

  @Option(
      names = "--contours",
      description = "Funnel plots: shade where P is above 0.1, 0.05 and 0.01 against no effect.")
  private boolean contours;

  @Option(
      names = "--trimfill",
      description = "Funnel plots: add the studies that trim and fill adds.")
  private boolean trimAndFill;

  @Option(names = "--egger", description = "Funnel plots: draw the line of Egger's regression.")
  private boolean egger;

  @Option(
      names = "--moderator",
      paramLabel = "COLUMN",
      description = "The numeric column that a bubble plot regresses on.")
  private String moderator = "";

  @Option(
      names = "--subsets",
      description =
          "GOSH: how many subsets are sampled from more than 15 studies (default: 10000).")
  private String subsets = "";

  @Option(names = "--seed", description = "GOSH: of the sample (default: 1).")
  private String seed = "";

  private Map<String, List<String>> words() {
    Map<String, List<String>> words = new LinkedHashMap<>();
    words.put("language", List.of(language));
    words.put("layout", List.of(layout));
    words.put("arms", arms);
    words.put("favours", favours);
    words.put("benefit", List.of(benefit));
    words.put("axis", axis);
    words.put("symmetric", List.of(symmetric));
    words.put("decimal", List.of(decimal));
    words.put("tool", List.of(tool));
    words.put("density", List.of(density ? "yes" : "no"));
    words.put("certainty", List.of(certainty));
    words.put("domains", domains);
    words.put("sort", List.of(sort));
    words.put("columns", columns);
    words.put("weights", List.of(weights));
    words.put("prediction", List.of(prediction));
    words.put("excluded", List.of(excluded));
    words.put("y", List.of(upright));
    words.put("contours", List.of(contours ? "yes" : "no"));
    words.put("trimfill", List.of(trimAndFill ? "yes" : "no"));
    words.put("egger", List.of(egger ? "yes" : "no"));
    words.put("moderator", List.of(moderator));
    words.put("subsets", List.of(subsets));
    words.put("seed", List.of(seed));
    return words;
  }

  /**
   * Draws and writes.
   *
   * @throws IllegalArgumentException when an option is not known or the data do not allow the plot
   */
  void draw(PlotKind kind) throws IOException {
    PlotOptions options = PlotOptions.of(words());
    Plot plot = kind.draw(pooling.analyse(), options);
    FigureFile.write(output, plot.scene(), plot.pages());
    Path file = table;
    if (file != null) {
      Files.writeString(file, plot.csv());
    }
  }
}
