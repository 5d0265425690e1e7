package org.winnow.cli;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.winnow.analysis.exchange.DrawnForests;
import org.winnow.analysis.exchange.ExportFormat;
import org.winnow.analysis.exchange.ReviewAnalyses;
import org.winnow.analysis.exchange.ReviewFile;
import org.winnow.analysis.exchange.ReviewJson;
import org.winnow.analysis.exchange.UnreadableReview;
import org.winnow.figure.Wording;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The analyses of a review in another program's file: computed anew, or written as a third. */
@Command(
    name = "analyses",
    mixinStandardHelpOptions = true,
    description =
        "Reads the analyses of a RevMan 5 review (.rm5), its CSV or a RevMan Web data package, and"
            + " writes them as JSON, computed anew and compared with what the file says, or in"
            + " another format.")
public final class AnalysesCommand implements Callable<Integer> {
  private static final String JSON = "json";

  @Parameters(paramLabel = "FILE", description = "A .rm5, .csv or .zip file, or - for input.")
  private String file = "-";

  @Option(
      names = "--to",
      paramLabel = "FORMAT",
      description =
          "json, rm5, revman-csv, revman-web, r-metafor, r-meta, stata, jasp or robvis"
              + " (default: ${DEFAULT-VALUE}).")
  private String format = JSON;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT",
      description = "The file to write; standard output when left out.")
  private @Nullable Path target;

  private final InputStream input;
  private final OutputStream output;
  private final PrintStream messages;

  public AnalysesCommand() {
    this(System.in, System.out, System.err);
  }

  AnalysesCommand(InputStream input, OutputStream output, PrintStream messages) {
    this.input = input;
    this.output = output;
    this.messages = messages;
  }

  @Override
  public Integer call() throws IOException {
    try {
      Optional<ExportFormat> export =
          format.equals(JSON) ? Optional.empty() : Optional.of(ExportFormat.named(format));
      ReviewAnalyses.Reading reading = read();
      ByteArrayOutputStream written = new ByteArrayOutputStream();
      if (export.isEmpty()) {
        json(reading, written);
      } else {
        for (ReviewAnalyses.Problem problem : reading.problems()) {
          messages.println(
              "winnow: "
                  + (problem.line() > 0 ? "line " + problem.line() + ": " : "")
                  + problem.message().en());
        }
        reading.notCarried().forEach(this::notCarried);
        export.get().write(reading.review(), new DrawnForests(), written).forEach(this::notCarried);
      }
      Path out = target;
      if (out == null) {
        written.writeTo(output);
        output.flush();
      } else {
        Files.write(out, written.toByteArray());
      }
      return 0;
    } catch (IllegalArgumentException | UnreadableReview e) {
      messages.println("winnow: " + e.getMessage());
    } catch (NoSuchFileException e) {
      messages.println("winnow: there is no file " + e.getMessage());
    }
    return Commands.UNREADABLE;
  }

  private ReviewAnalyses.Reading read() throws IOException {
    if (file.equals("-")) {
      return ReviewFile.read(input).reading();
    }
    try (InputStream in = Files.newInputStream(Path.of(file))) {
      return ReviewFile.read(in).reading();
    }
  }

  private void notCarried(Wording what) {
    messages.println("winnow: not carried over: " + what.en());
  }

  private static void json(ReviewAnalyses.Reading reading, OutputStream out) throws IOException {
    JsonGenerator json = new JsonFactory().createGenerator(out, JsonEncoding.UTF8);
    json.useDefaultPrettyPrinter();
    ReviewJson.write(json, reading);
    json.flush();
    out.write('\n');
  }
}
