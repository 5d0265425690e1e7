package org.winnow.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.winnow.flow.FlowCheck;
import org.winnow.flow.Prisma2020Csv;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "check-flow",
    description = "Checks whether the numbers of a published flow add up; exit 1 when they do not.",
    mixinStandardHelpOptions = true)
final class CheckFlowCommand implements Callable<Integer> {
  private static final int FAILED = 1;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "FILE",
      description = "JSON or CSV by the names of the PRISMA2020 CSV; - for standard input.")
  private String file = "-";

  @Override
  public Integer call() throws IOException {
    Prisma2020Csv.Contents contents = FlowFile.read(file);
    Warnings.print(spec, file, contents.problems());
    FlowCheck answer = FlowCheck.of(contents);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(answer));
    if (answer.identities().isEmpty()) {
      spec.commandLine().getErr().println("winnow: too few numbers: nothing could be checked");
    }
    return answer.holds() ? 0 : FAILED;
  }
}
