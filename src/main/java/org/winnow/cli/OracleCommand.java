package org.winnow.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.winnow.cli.oracle.ReferenceCases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs the statistics over a folder of reference cases: what a user files for validation. */
@Command(
    name = "oracle",
    mixinStandardHelpOptions = true,
    description =
        "Runs the statistics over reference cases and reports passed and failed per kind with the"
            + " worst difference; exit 1 when one fails.")
public final class OracleCommand implements Callable<Integer> {
  private static final int FAILED = 1;
  private static final int REASON = 300;

  @Parameters(paramLabel = "DIR", description = "Folder with index.csv, the cases and data/.")
  private Path folder = Path.of(".");

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      split = ",",
      description = "Show failures of these kinds only.")
  private List<String> kinds = List.of();

  @Option(
      names = "--failures",
      paramLabel = "N",
      description = "How many failures to describe (default ${DEFAULT-VALUE}).")
  private int failures = 20;

  private final PrintStream output;
  private final PrintStream messages;

  public OracleCommand() {
    this(System.out, System.err);
  }

  OracleCommand(PrintStream output, PrintStream messages) {
    this.output = output;
    this.messages = messages;
  }

  @Override
  public Integer call() throws IOException {
    if (!Files.isRegularFile(folder.resolve("index.csv"))) {
      messages.println("winnow: no index.csv in " + folder);
      return Commands.UNREADABLE;
    }
    int[] described = {0};
    Map<String, ReferenceCases.Tally> tallies =
        ReferenceCases.run(
            folder,
            outcome -> {
              if (!outcome.passed()
                  && (kinds.isEmpty() || kinds.contains(outcome.kind()))
                  && described[0]++ < failures) {
                String reason = outcome.reason();
                output.println(
                    "FAILED "
                        + outcome.id()
                        + ": "
                        + reason.substring(0, Math.min(REASON, reason.length())));
              }
            });
    output.printf(
        Locale.ROOT, "%-16s %7s %7s  %s%n", "kind", "passed", "failed", "worst difference");
    int passed = 0;
    int failed = 0;
    double worst = 0;
    for (Map.Entry<String, ReferenceCases.Tally> entry : tallies.entrySet()) {
      ReferenceCases.Tally tally = entry.getValue();
      print(entry.getKey(), tally.passed(), tally.failed(), tally.worst());
      passed += tally.passed();
      failed += tally.failed();
      worst = Math.max(worst, tally.worst());
    }
    print("all", passed, failed, worst);
    return failed == 0 ? 0 : FAILED;
  }

  private void print(String kind, int passed, int failed, double worst) {
    output.printf(
        Locale.ROOT,
        "%-16s %7d %7d  %s%n",
        kind,
        passed,
        failed,
        worst == 0 ? "none above 1e-12" : String.format(Locale.ROOT, "%.1e", worst));
  }
}
