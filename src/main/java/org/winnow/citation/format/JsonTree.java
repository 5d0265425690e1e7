package org.winnow.citation.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JSON value, where what is not there is an empty one. */
sealed interface JsonTree {
  record Text(String value) implements JsonTree {}

  record Items(List<JsonTree> values) implements JsonTree {}

  record Fields(Map<String, JsonTree> values) implements JsonTree {}

  JsonTree NOTHING = new Text("");

  JsonFactory FACTORY = new JsonFactory();

  /**
   * @throws IOException when the text is not well-formed
   */
  static JsonTree parse(String text) throws IOException {
    try (JsonParser parser = FACTORY.createParser(text)) {
      return value(parser, parser.nextToken());
    }
  }

  private static JsonTree value(JsonParser parser, JsonToken token) throws IOException {
    return switch (token) {
      case START_OBJECT -> {
        Map<String, JsonTree> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String name = parser.currentName();
          fields.put(name, value(parser, parser.nextToken()));
        }
        yield new Fields(fields);
      }
      case START_ARRAY -> {
        List<JsonTree> items = new ArrayList<>();
        JsonToken next;
        while ((next = parser.nextToken()) != JsonToken.END_ARRAY) {
          items.add(value(parser, next));
        }
        yield new Items(items);
      }
      case VALUE_NULL -> NOTHING;
      default -> new Text(parser.getText());
    };
  }

  default JsonTree at(String field) {
    return this instanceof Fields(Map<String, JsonTree> values)
        ? values.getOrDefault(field, NOTHING)
        : NOTHING;
  }

  default boolean has(String field) {
    return this instanceof Fields(Map<String, JsonTree> values) && values.containsKey(field);
  }

  default List<JsonTree> items() {
    return this instanceof Items(List<JsonTree> values) ? values : List.of();
  }

  /** The text; of a list the first one. */
  default String text() {
    return switch (this) {
      case Text(String value) -> value;
      case Items(List<JsonTree> values) -> values.isEmpty() ? "" : values.getFirst().text();
      case Fields _ -> "";
    };
  }
}
