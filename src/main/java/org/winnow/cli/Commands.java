package org.winnow.cli;

import java.util.concurrent.Callable;
import org.winnow.cli.bench.BenchCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The list of commands. */
@Command(
    name = "winnow",
    description = "A systematic review from database exports to published figures.",
    mixinStandardHelpOptions = true,
    version = "winnow 0.1.0",
    subcommands = {
      ServeCommand.class,
      DemoCommand.class,
      RehearseCommand.class,
      ReadCommand.class,
      DedupCommand.class,
      PoolCommand.class,
      AnalysesCommand.class,
      ScriptCommand.class,
      ForestCommand.class,
      FunnelCommand.class,
      PlotCommand.class,
      ConvertCommand.class,
      OracleCommand.class,
      FlowCommand.class,
      CheckFlowCommand.class,
      BenchCommand.class
    })
public final class Commands implements Callable<Integer> {
  /** The server runs in its own threads; the process ends when it does. */
  public static final int SERVER_RUNS = -1;

  static final int UNREADABLE = 2;

  public static int run(String... arguments) {
    return new CommandLine(new Commands())
        .setExecutionExceptionHandler(
            (e, command, parsed) -> {
              command.getErr().println("winnow: " + e.getMessage());
              return UNREADABLE;
            })
        .execute(arguments);
  }

  @Override
  public Integer call() {
    CommandLine.usage(this, System.err);
    return UNREADABLE;
  }
}
