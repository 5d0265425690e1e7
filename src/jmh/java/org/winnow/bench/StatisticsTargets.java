package org.winnow.bench;

import java.io.IOException;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the benchmarks with JMH's options, then prints what was aimed at beside what was measured. */
public final class StatisticsTargets {
  /** The longest times in milliseconds. */
  private static final Map<String, Double> AIMS =
      Map.of(
          "remlWithEverything 20", 0.1,
          "remlWithEverything 5000", 5.0,
          "leaveOneOutOfAHundred 100", 1.0,
          "forestAsSvg 20", 3.0,
          "forestAsPdf 20", 30.0);

  private static final Map<String, String> STUDIES =
      Map.of("leaveOneOutOfAHundred", "100", "forestAsSvg", "20", "forestAsPdf", "20");

  private StatisticsTargets() {}

  public static void main(String[] arguments) throws CommandLineOptionException, IOException, RunnerException {
    CommandLineOptions asked = new CommandLineOptions(arguments);
    if (asked.shouldHelp()) {
      asked.showHelp();
      return;
    }
    Collection<RunResult> results =
        new Runner(new OptionsBuilder().parent(asked).addProfiler(ProcessorTime.class).build())
            .run();
    System.out.printf(
        "%n%-24s %9s %12s %12s %12s %14s%n",
        "warm, per call", "studies", "time", "processor", "aim", "per study");
    results.forEach(StatisticsTargets::print);
  }

  private static void print(RunResult result) {
    String name = result.getParams().getBenchmark();
    name = name.substring(name.lastIndexOf('.') + 1);
    String k = result.getParams().getParam("k");
    String studies = k == null ? STUDIES.getOrDefault(name, "") : k;
    Result<?> processor = result.getSecondaryResults().get(ProcessorTime.NAME);
    double used = processor == null ? Double.NaN : processor.getScore() / 1000;
    Double aim = AIMS.get(name + " " + studies);
    System.out.printf(
        Locale.ROOT,
        "%-24s %9s %9.4f ms %9.4f ms %12s %11.1f ns%n",
        name,
        studies,
        result.getPrimaryResult().getScore() / 1000,
        used,
        aim == null ? "" : String.format(Locale.ROOT, "%.1f ms", aim),
        studies.isEmpty() ? Double.NaN : used * 1e6 / Double.parseDouble(studies));
  }
}
