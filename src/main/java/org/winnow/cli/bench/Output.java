package org.winnow.cli.bench;

import picocli.CommandLine.Option;

/** How a benchmark says what it found. */
final class Output {
  @Option(names = "--json", description = "Print the figures as one line of JSON.")
  private boolean json;

  boolean json() {
    return json;
  }

  /** Tells a person at a terminal how far it has come; scripts do not see it. */
  void progress(String message) {
    System.err.println("winnow bench: " + message);
  }
}
