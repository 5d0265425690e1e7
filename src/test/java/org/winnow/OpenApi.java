package org.winnow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.winnow.Wire.Call;

/** The operations of the document that the server itself gives out. */
final class OpenApi {
  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

  private OpenApi() {}

  /** A query parameter, and the values that it may have where they are few. */
  record Filter(String name, List<String> values) {}

  record Operation(String method, String path) {
    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  static List<Operation> operations(Wire wire) {
    return List.copyOf(filters(wire).keySet());
  }

  /** Every operation with its query parameters. */
  static Map<Operation, List<Filter>> filters(Wire wire) {
    JsonNode document = parse(wire.send(Call.get("/api/v1/openapi?format=json"), "").body());
    Map<Operation, List<Filter>> operations = new LinkedHashMap<>();
    document
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        method -> {
                          if (METHODS.contains(method.getKey())) {
                            operations.put(
                                new Operation(
                                    method.getKey().toUpperCase(Locale.ROOT), path.getKey()),
                                filters(document, method.getValue()));
                          }
                        }));
    return operations;
  }

  private static List<Filter> filters(JsonNode document, JsonNode operation) {
    List<Filter> filters = new ArrayList<>();
    for (JsonNode parameter : operation.path("parameters")) {
      if (parameter.path("in").asText().equals("query")) {
        filters.add(
            new Filter(parameter.get("name").asText(), values(document, parameter.path("schema"))));
      }
    }
    return filters;
  }

  private static List<String> values(JsonNode document, JsonNode schema) {
    String reference = schema.path("$ref").asText();
    if (!reference.isEmpty()) {
      return values(document, document.at(reference.substring(1)));
    }
    List<String> values = new ArrayList<>();
    schema.path("enum").forEach(value -> values.add(value.asText()));
    return schema.path("type").asText().equals("boolean") ? List.of("true", "false") : values;
  }

  private static JsonNode parse(String json) {
    try {
      return new ObjectMapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
