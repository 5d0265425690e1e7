package org.winnow.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.winnow.flow.Prisma2020Csv;

/** The numbers of a flow from a file: JSON by the names of the PRISMA2020 CSV, or that CSV. */
final class FlowFile {
  private FlowFile() {}

  /**
   * @param file {@code -} for standard input
   * @throws IllegalArgumentException with a line for the user when there is no number to be read
   */
  static Prisma2020Csv.Contents read(String file) throws IOException {
    String text = text(file);
    Prisma2020Csv.Contents contents =
        text.stripLeading().startsWith("{")
            ? Prisma2020Csv.read(values(file, text))
            : Prisma2020Csv.read(text);
    if (contents.boxes().numbers().isEmpty()) {
      String why =
          contents.problems().isEmpty() ? "" : ": " + contents.problems().getFirst().message();
      throw new IllegalArgumentException(file + " holds no number of a flow" + why);
    }
    return contents;
  }

  private static String text(String file) throws IOException {
    if (file.equals("-")) {
      return new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
    }
    try {
      return new String(Files.readAllBytes(Path.of(file)), StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException("there is no file " + file, e);
    }
  }

  /** The numbers alone, or the answer of the server's flow, which holds them as its boxes. */
  private static Map<String, String> values(String file, String text) {
    JsonNode root;
    try {
      root = new ObjectMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "%s is no JSON: line %d: %s"
              .formatted(file, e.getLocation().getLineNr(), e.getOriginalMessage()),
          e);
    }
    JsonNode boxes = root.path("boxes").isObject() ? root.path("boxes") : root;
    Map<String, String> values = new LinkedHashMap<>();
    boxes
        .properties()
        .forEach(
            entry -> {
              if (!entry.getValue().isNull()) {
                values.put(entry.getKey(), entry.getValue().asText());
              }
            });
    return values;
  }
}
