package org.winnow.cli;

import java.util.List;
import org.winnow.flow.Prisma2020Csv;
import picocli.CommandLine.Model.CommandSpec;

/** What a reader could not understand, a line each on standard error; the rest was read. */
final class Warnings {
  private Warnings() {}

  static void print(CommandSpec spec, String file, List<Prisma2020Csv.Problem> problems) {
    for (Prisma2020Csv.Problem problem : problems) {
      spec.commandLine()
          .getErr()
          .println("winnow: %s:%d: %s".formatted(file, problem.line(), problem.message()));
    }
  }
}
