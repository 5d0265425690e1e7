package org.winnow.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.winnow.analysis.Analysis;
import org.winnow.analysis.exchange.ScriptPart;
import org.winnow.analysis.exchange.ScriptTool;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** One meta-analysis as a script for another program. */
@Command(
    name = "script",
    mixinStandardHelpOptions = true,
    description =
        "Writes the analysis that pool would do as a script for R or Stata, with the data in it;"
            + " the script computes it anew and stops where a result is not ours.")
public final class ScriptCommand implements Callable<Integer> {
  @Mixin private PoolOptions options = new PoolOptions();

  @Option(names = "--moderators", split = ",", description = "Regress on these columns.")
  private List<String> moderators = List.of();

  @Option(names = "--tests", split = ",", description = "As for pool.")
  private List<String> tests = List.of();

  @Option(names = "--sensitivity", split = ",", description = "As for pool.")
  private List<String> sensitivity = List.of();

  @Option(names = "--tool", description = "metafor, meta or stata (default: ${DEFAULT-VALUE}).")
  private String tool = "metafor";

  @Option(names = "--title", description = "What the analysis is called.")
  private String title = "Meta-analysis";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT",
      description = "The file to write; standard output when left out.")
  private @Nullable Path target;

  private final OutputStream output;
  private final PrintStream messages;

  public ScriptCommand() {
    this(System.out, System.err);
  }

  ScriptCommand(OutputStream output, PrintStream messages) {
    this.output = output;
    this.messages = messages;
  }

  @Override
  public Integer call() throws IOException {
    try {
      ScriptTool program = ScriptTool.named(tool);
      Analysis analysis = options.analyse(moderators, 0, tests, sensitivity);
      List<String> unnamed = List.of("", "");
      byte[] script =
          program
              .script(title, List.of(new ScriptPart(title, unnamed, unnamed, analysis)))
              .getBytes(StandardCharsets.UTF_8);
      Path out = target;
      if (out == null) {
        output.write(script);
        output.flush();
      } else {
        Files.write(out, script);
      }
      return 0;
    } catch (IllegalArgumentException e) {
      messages.println("winnow: " + e.getMessage());
    }
    return Commands.UNREADABLE;
  }
}
