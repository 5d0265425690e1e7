package org.winnow.analysis;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.winnow.figure.Wording;
import org.winnow.metaanalysis.Interval;

/** Named values in their order, to be written as one JSON object; what is not finite is null. */
final class Tree {
  private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

  Tree put(String name, double value) {
    values.put(name, Double.isFinite(value) ? value : null);
    return this;
  }

  Tree put(String name, int value) {
    values.put(name, value);
    return this;
  }

  Tree put(String name, boolean value) {
    values.put(name, value);
    return this;
  }

  Tree put(String name, String value) {
    values.put(name, value);
    return this;
  }

  Tree put(String name, Tree value) {
    values.put(name, value);
    return this;
  }

  Tree put(String name, List<?> value) {
    values.put(name, value);
    return this;
  }

  Tree put(String name, OptionalDouble value) {
    return value.isPresent() ? put(name, value.getAsDouble()) : nothing(name);
  }

  Tree put(String name, double[] value) {
    List<@Nullable Double> list = new ArrayList<>();
    for (double x : value) {
      list.add(Double.isFinite(x) ? x : null);
    }
    values.put(name, list);
    return this;
  }

  Tree put(Wording text) {
    return put("en", text.en()).put("zh", text.zh());
  }

  Tree nothing(String name) {
    values.put(name, null);
    return this;
  }

  Tree put(Interval interval) {
    return put("lower", interval.lower()).put("upper", interval.upper());
  }

  /** Both limits by a common beginning of their names. */
  Tree put(String name, Interval interval) {
    return put(name + "Lower", interval.lower()).put(name + "Upper", interval.upper());
  }

  Tree put(String name, Optional<Interval> interval) {
    return interval.isPresent()
        ? put(name, interval.get())
        : nothing(name + "Lower").nothing(name + "Upper");
  }

  void write(JsonGenerator json) throws IOException {
    json.writeStartObject();
    for (Map.Entry<String, @Nullable Object> entry : values.entrySet()) {
      json.writeFieldName(entry.getKey());
      write(json, entry.getValue());
    }
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, @Nullable Object value) throws IOException {
    switch (value) {
      case null -> json.writeNull();
      case Tree tree -> tree.write(json);
      case List<?> list -> {
        json.writeStartArray();
        for (Object one : list) {
          write(json, one);
        }
        json.writeEndArray();
      }
      case Double number -> json.writeNumber(number);
      case Integer number -> json.writeNumber(number);
      case Boolean flag -> json.writeBoolean(flag);
      default -> json.writeString(value.toString());
    }
  }
}
