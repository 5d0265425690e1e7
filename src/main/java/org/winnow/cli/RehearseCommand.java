package org.winnow.cli;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.winnow.platform.ServerStart;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the demo once and ends; the build does so to note what later starts will load. */
@Command(name = "rehearse", hidden = true, mixinStandardHelpOptions = true)
final class RehearseCommand implements Callable<Integer> {
  @Option(names = "--data", required = true, description = "An empty folder; thrown away after.")
  private Path data = Path.of("");

  @Override
  public Integer call() throws IOException {
    System.setProperty("winnow.demo", "rehearsal");
    ServerStart.on(freePort(), data.toAbsolutePath().normalize());
    return Commands.SERVER_RUNS;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
