package org.winnow.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * JSON with one spelling for one value (RFC 8785): keys sorted, no blanks, whole numbers only, so
 * that a hash over it can be checked by any other program.
 */
public final class CanonicalJson {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .addModule(new Jdk8Module())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          // Events of a later version may have gained a member; the reader of today passes over it.
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .serializationInclusion(JsonInclude.Include.NON_NULL)
          .build();

  private CanonicalJson() {}

  public static String write(Object value) {
    StringBuilder text = new StringBuilder();
    write(MAPPER.valueToTree(value), text);
    return text.toString();
  }

  public static <T> T read(String json, Class<T> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not an event of type " + type.getSimpleName(), e);
    }
  }

  private static void write(JsonNode node, StringBuilder text) {
    switch (node.getNodeType()) {
      case OBJECT -> writeObject(node, text);
      case ARRAY -> {
        text.append('[');
        for (int i = 0; i < node.size(); i++) {
          if (i > 0) {
            text.append(',');
          }
          write(node.get(i), text);
        }
        text.append(']');
      }
      case STRING -> writeString(node.textValue(), text);
      case NUMBER -> {
        if (!node.isIntegralNumber()) {
          throw new IllegalArgumentException("only whole numbers have one spelling: " + node);
        }
        text.append(node.bigIntegerValue());
      }
      default -> text.append(node.asText());
    }
  }

  private static void writeObject(JsonNode node, StringBuilder text) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    // String order is by UTF-16 unit, as the RFC asks.
    Collections.sort(names);
    text.append('{');
    String comma = "";
    for (String name : names) {
      text.append(comma);
      writeString(name, text);
      text.append(':');
      write(node.get(name), text);
      comma = ",";
    }
    text.append('}');
  }

  private static void writeString(String value, StringBuilder text) {
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case '\b' -> text.append("\\b");
        case '\f' -> text.append("\\f");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\t' -> text.append("\\t");
        default -> {
          if (c < 0x20) {
            text.append(String.format("\\u%04x", (int) c));
          } else {
            text.append(c);
          }
        }
      }
    }
    text.append('"');
  }
}
