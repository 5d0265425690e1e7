package org.winnow.cli;

import java.nio.file.Path;
import org.winnow.platform.ServerStart;
import picocli.CommandLine.Option;

/** What {@code serve} and {@code demo} have in common. */
final class ServerOptions {
  @Option(names = "--port", description = "Port of the web server (default: WINNOW_PORT or 8080).")
  int port = Integer.parseInt(System.getenv().getOrDefault("WINNOW_PORT", "8080"));

  @Option(
      names = "--data",
      description = "Folder for the database and files (default: WINNOW_DATA or winnow-data).")
  Path data = Path.of(System.getenv().getOrDefault("WINNOW_DATA", "winnow-data"));

  void start() {
    ServerStart.on(port, data.toAbsolutePath().normalize());
  }
}
