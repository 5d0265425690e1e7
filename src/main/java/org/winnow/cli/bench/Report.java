package org.winnow.cli.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a benchmark found, in the order in which it is to be read. */
final class Report {
  private final Map<String, Object> figures = new LinkedHashMap<>();

  /** Begins with what everybody must know who compares figures. */
  static Report of(String benchmark) {
    return new Report()
        .with("benchmark", benchmark)
        .with("processors", Runtime.getRuntime().availableProcessors())
        .with("load average before", loadAverage());
  }

  /** Adds how long something took: the middle, the 99th of 100, the longest. */
  Report withQuantiles(String name, List<Double> milliseconds) {
    return with(name + ", ms p50", Spread.quantile(milliseconds, 0.5))
        .with(name + ", ms p99", Spread.quantile(milliseconds, 0.99))
        .with(name + ", ms longest", Spread.quantile(milliseconds, 1));
  }

  /**
   * @param name what it is, with its unit
   */
  Report with(String name, Object figure) {
    figures.put(name, figure);
    return this;
  }

  void print(PrintStream to, Output output) {
    with("load average after", loadAverage());
    PrintStream out = new PrintStream(to, true, StandardCharsets.UTF_8);
    if (output.json()) {
      out.println(json());
      return;
    }
    int width = figures.keySet().stream().mapToInt(String::length).max().orElse(0);
    figures.forEach((name, figure) -> out.printf("%-" + width + "s  %s%n", name, text(figure)));
  }

  private static String text(Object figure) {
    return switch (figure) {
      case Spread spread -> spread + "  (min / median / max)";
      case Double number -> String.format(Locale.ROOT, "%.2f", number);
      default -> figure.toString();
    };
  }

  private String json() {
    try {
      return new ObjectMapper().writeValueAsString(figures);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String loadAverage() {
    try {
      return Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
    } catch (IOException e) {
      return "unknown";
    }
  }
}
