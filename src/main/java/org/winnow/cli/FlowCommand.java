package org.winnow.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.winnow.figure.FigureLanguage;
import org.winnow.figure.Scene;
import org.winnow.flow.FlowDiagram;
import org.winnow.flow.Prisma2020Csv;
import org.winnow.flow.Progress;
import org.winnow.flow.Template;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "flow",
    description = "Draws a PRISMA 2020 flow diagram from counts.",
    mixinStandardHelpOptions = true)
final class FlowCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "FILE",
      description = "JSON or CSV by the names of the PRISMA2020 CSV; - for standard input.")
  private String file = "-";

  @Option(
      names = {"-o", "--output"},
      description = "out.svg, out.pdf or out.png; SVG on standard output when left out.")
  private @Nullable Path output;

  @Option(names = "--lang", description = "en or zh (default: ${DEFAULT-VALUE}).")
  private String language = "en";

  @Option(
      names = "--template",
      description = "new-v1, new-v2, updated-v1 or updated-v2 (default: the smallest that fits).")
  private @Nullable String template;

  @Override
  public Integer call() throws IOException {
    Prisma2020Csv.Contents contents = FlowFile.read(file);
    Warnings.print(spec, file, contents.problems());
    FlowDiagram diagram =
        new FlowDiagram(
            contents.boxes(), contents.details(), template(contents), new Progress.Complete());
    Scene scene = diagram.scene(FigureLanguage.of(language));
    FigureFile.write(output, scene, List.of(scene));
    return 0;
  }

  private Template template(Prisma2020Csv.Contents contents) {
    String name = template;
    if (name == null) {
      return Template.fitting(contents.boxes());
    }
    return Template.named(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no template "
                        + name
                        + "; there are "
                        + Arrays.stream(Template.values())
                            .map(Template::tag)
                            .collect(Collectors.joining(", "))));
  }
}
