package org.winnow.cli;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.winnow.analysis.Preparation;
import org.winnow.analysis.PreparationJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** What a paper prints, turned into what an analysis needs, with where it came from. */
@Command(
    name = "convert",
    mixinStandardHelpOptions = true,
    description =
        "Converts what papers print (medians, intervals, P values …) by a named method and writes"
            + " JSON; without a method, the list of methods.")
public final class ConvertCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "METHOD",
      description = "A method of the list.")
  private String method = "";

  @Parameters(
      index = "1..*",
      paramLabel = "NAME=VALUE",
      description = "Its inputs, such as q1=5.4 median=7.2 q3=10.1 n=48.")
  private List<String> values = List.of();

  private final OutputStream output;
  private final PrintStream messages;

  public ConvertCommand() {
    this(System.out, System.err);
  }

  ConvertCommand(OutputStream output, PrintStream messages) {
    this.output = output;
    this.messages = messages;
  }

  @Override
  public Integer call() throws IOException {
    try {
      JsonGenerator json = new JsonFactory().createGenerator(output, JsonEncoding.UTF8);
      json.useDefaultPrettyPrinter();
      if (method.isEmpty()) {
        PreparationJson.writeCatalogue(json);
      } else {
        PreparationJson.write(json, Preparation.named(method).convert(inputs()));
      }
      json.flush();
      output.write('\n');
      output.flush();
      return 0;
    } catch (IllegalArgumentException e) {
      messages.println("winnow: " + e.getMessage());
    }
    return Commands.UNREADABLE;
  }

  private Map<String, String> inputs() {
    Map<String, String> inputs = new LinkedHashMap<>();
    for (String value : values) {
      int equals = value.indexOf('=');
      if (equals < 1) {
        throw new IllegalArgumentException("An input is NAME=VALUE, not " + value);
      }
      if (inputs.put(value.substring(0, equals), value.substring(equals + 1)) != null) {
        throw new IllegalArgumentException("An input is given twice: " + value);
      }
    }
    return inputs;
  }
}
