package org.winnow.cli.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compares an answer with the expected results; every expected value must be answered. */
final class Comparison {
  /** What programs print where nothing is defined. */
  private static final Set<String> UNDEFINED = Set.of("NaN", "Inf");

  static final double FLOOR = 1e-12;
  private static final Pattern PERCENT = Pattern.compile("(^|[.])(I2|R2|weight\\w*|w_\\w+_pct)");
  private static final double VANISHING = 1e-300;

  private final double tolerance;
  private final Answer answer;
  private final List<String> mismatches = new ArrayList<>();
  private double worst;

  Comparison(Answer answer, double tolerance) {
    this.answer = answer;
    this.tolerance = tolerance;
  }

  Comparison with(JsonNode expected) {
    object("", expected, answer.values());
    return this;
  }

  /** The largest relative difference met, 0 below the absolute floor. */
  double worst() {
    return worst;
  }

  List<String> mismatches() {
    return mismatches;
  }

  private void object(String path, JsonNode expected, Map<?, ?> got) {
    expected
        .properties()
        .forEach(
            entry -> {
              String key = entry.getKey();
              if (answer.uncompared().contains(key)) {
                return;
              }
              String at = path + key;
              if (!got.containsKey(key)) {
                mismatches.add(at + " not answered");
              } else {
                value(at, entry.getValue(), got.get(key));
              }
            });
  }

  private void value(String path, JsonNode expected, @Nullable Object got) {
    switch (got) {
      case null -> {
        if (!expected.isNull()
            && !(expected.isArray() && expected.isEmpty())
            && !UNDEFINED.contains(expected.asText(""))) {
          mismatches.add(path + ": expected " + brief(expected) + ", not defined here");
        }
      }
      case Answer.Range range -> {
        double wanted = wanted(expected);
        if (!(wanted >= range.low() - FLOOR && wanted <= range.high() + FLOOR)) {
          mismatches.add(path + ": expected " + brief(expected) + ", got " + range);
        }
      }
      case Map<?, ?> map -> object(path + ".", expected, map);
      case List<?> list -> list(path, expected, list);
      case Boolean flag -> {
        if (!expected.isBoolean() || expected.booleanValue() != flag) {
          mismatches.add(path + ": expected " + brief(expected) + ", got " + flag);
        }
      }
      case Number number -> number(path, expected, number.doubleValue());
      default -> {
        // A label made of digits may be written as a number.
        if (!expected.isValueNode() || !expected.asText().equals(got.toString())) {
          mismatches.add(path + ": expected " + brief(expected) + ", got " + got);
        }
      }
    }
  }

  private void list(String path, JsonNode expected, List<?> got) {
    if (!expected.isArray()) {
      if (got.size() == 1) {
        value(path, expected, got.getFirst());
      } else if (!(expected.isNull() && got.isEmpty())) {
        mismatches.add(path + ": expected " + brief(expected) + ", got a list");
      }
      return;
    }
    if (expected.size() != got.size()) {
      mismatches.add(path + ": expected " + expected.size() + " values, got " + got.size());
      return;
    }
    for (int i = 0; i < got.size(); i++) {
      value(path + "[" + (i + 1) + "]", expected.get(i), got.get(i));
    }
  }

  private void number(String path, JsonNode expected, double got) {
    if (Double.isNaN(got)) {
      value(path, expected, null);
      return;
    }
    if (expected.isArray() && expected.size() == 1) {
      number(path, expected.get(0), got);
      return;
    }
    double wanted = wanted(expected);
    if (wanted == got || Math.abs(wanted) < VANISHING && Math.abs(got) < VANISHING) {
      return;
    }
    double difference = Math.abs(wanted - got);
    double relative = difference / Math.abs(wanted);
    if (difference <= (PERCENT.matcher(path).find() ? 100 * FLOOR : FLOOR)) {
      return;
    }
    if (!(relative <= tolerance)) {
      mismatches.add(path + ": expected " + brief(expected) + ", got " + got);
    }
    if (Double.isFinite(relative)) {
      worst = Math.max(worst, relative);
    }
  }

  private static double wanted(JsonNode expected) {
    return switch (expected.isTextual() ? expected.textValue() : "") {
      case "Inf" -> Double.POSITIVE_INFINITY;
      case "-Inf" -> Double.NEGATIVE_INFINITY;
      default -> expected.isNumber() ? expected.doubleValue() : Double.NaN;
    };
  }

  private static String brief(JsonNode node) {
    String text = node.toString();
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }
}
