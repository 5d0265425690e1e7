package org.winnow.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "demo",
    description = "Starts the server with the example review and prints its accounts.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  @Mixin private ServerOptions options = new ServerOptions();

  @Option(names = "--json", description = "Print one line of JSON when the server is ready.")
  private boolean json;

  @Override
  public Integer call() {
    System.setProperty("winnow.demo", json ? "json" : "text");
    // Its passwords are published.
    System.setProperty("quarkus.http.host", "127.0.0.1");
    options.start();
    return Commands.SERVER_RUNS;
  }
}
