package org.winnow.analysis;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Locale;

/** Conversions as JSON: the catalogue, and what one gave. */
public final class PreparationJson {
  private PreparationJson() {}

  /** Writes the array of all conversions. */
  public static void writeCatalogue(JsonGenerator json) throws IOException {
    json.writeStartArray();
    for (Preparation.Conversion conversion : Preparation.catalogue()) {
      new Tree()
          .put("method", conversion.method())
          .put("title", new Tree().put(conversion.title()))
          .put(
              "inputs",
              conversion.inputs().stream()
                  .map(
                      i ->
                          new Tree()
                              .put("name", i.name())
                              .put("label", new Tree().put(i.label()))
                              .put(
                                  "kind",
                                  i.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                              .put("optional", i.optional()))
                  .toList())
          .put("outputs", conversion.outputs())
          .put("source", conversion.source())
          .write(json);
    }
    json.writeEndArray();
  }

  /** Writes the object of a conversion that was made, with its inputs and its source. */
  public static void write(JsonGenerator json, Preparation.Outcome outcome) throws IOException {
    Tree inputs = new Tree();
    outcome.inputs().forEach(inputs::put);
    Tree outputs = new Tree();
    outcome.outputs().forEach(outputs::put);
    new Tree()
        .put("method", outcome.method())
        .put("source", Preparation.named(outcome.method()).source())
        .put("inputs", inputs)
        .put("outputs", outputs)
        .put("warnings", outcome.warnings().stream().map(w -> new Tree().put(w)).toList())
        .write(json);
  }
}
