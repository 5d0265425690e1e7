package org.winnow.cli.bench;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The list of benchmarks. */
@Command(
    name = "bench",
    description = "Measures Winnow on this machine.",
    mixinStandardHelpOptions = true,
    subcommands = {
      ImportBench.class,
      DedupBench.class,
      ScreeningBench.class,
      BlindingBench.class,
      StartBench.class
    })
public final class BenchCommand implements Callable<Integer> {
  static final int MEASURED = 0;
  static final int CHECK_FAILED = 1;
  private static final int NOT_UNDERSTOOD = 2;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    CommandLine.usage(spec.commandLine(), System.err);
    return NOT_UNDERSTOOD;
  }
}
