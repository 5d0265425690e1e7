package org.winnow.cli.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How long {@code winnow demo} takes when its review is there, and what it occupies then. */
@Command(
    name = "start",
    mixinStandardHelpOptions = true,
    description =
        "Starts the demo once to build its review, then again and again until it says that it is"
            + " ready; memory is that of the server without the database.")
final class StartBench implements Callable<Integer> {
  @Mixin private Output output = new Output();

  @Option(names = "--runs", description = "Measured starts (default: ${DEFAULT-VALUE}).")
  private int runs = 5;

  @Override
  public Integer call() {
    Report report = Report.of("start");
    Path folder = ServerProcess.temporaryFolder();
    List<Double> wall = new ArrayList<>();
    List<Double> cpu = new ArrayList<>();
    List<Double> memory = new ArrayList<>();
    double first = 0;
    for (int run = 0; run <= runs; run++) {
      long start = System.nanoTime();
      try (ServerProcess server = ServerProcess.start(folder, "demo", "--json")) {
        server.awaitReadyLine();
        double seconds = (System.nanoTime() - start) / 1e9;
        output.progress("start %d took %.2f s".formatted(run + 1, seconds));
        if (run == 0) {
          first = seconds;
          continue;
        }
        wall.add(seconds);
        cpu.add(server.cpuSeconds());
        server.awaitRest();
        memory.add(server.residentMegabytes());
      }
    }
    report
        .with("first start, builds the review, s wall", first)
        .with("later starts to ready, s wall", Spread.of(wall))
        .with("later starts to ready, s CPU with database", Spread.of(cpu))
        .with("server at rest, MB resident", Spread.of(memory))
        .print(System.out, output);
    ServerProcess.delete(folder);
    return BenchCommand.MEASURED;
  }
}
