package org.winnow.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.winnow.figure.Wording;

/**
 * The catalogue of named conversions from what papers print to what an analysis needs. An outcome
 * keeps the method and all inputs, so that a reader can see, and repeat, where a number comes from.
 */
public final class Preparation {
  private static final Map<String, Conversion> CATALOGUE = new LinkedHashMap<>();

  static {
    for (List<Conversion> part :
        List.of(
            SpreadConversions.all(),
            MedianConversions.all(),
            ArmConversions.all(),
            EffectConversions.all())) {
      part.forEach(conversion -> CATALOGUE.put(conversion.method(), conversion));
    }
  }

  private Preparation() {}

  /**
   * A number that a conversion takes.
   *
   * @param kind what numbers are allowed
   * @param optional whether it may lack
   */
  public record Input(String name, Wording label, Kind kind, boolean optional) {}

  /** What numbers an input allows. */
  public enum Kind {
    ANY,
    POSITIVE,
    NOT_NEGATIVE,
    /** Between 0 and 1, both excluded. */
    PROBABILITY,
    /** From −1 to 1. */
    CORRELATION,
    /** A whole number of people, arms or events, from 1. */
    COUNT
  }

  /**
   * A named conversion.
   *
   * @param method its name, in kebab case
   * @param outputs names of what it gives, always in this order
   * @param source of the formula
   */
  public record Conversion(
      String method,
      Wording title,
      List<Input> inputs,
      List<String> outputs,
      String source,
      Function<Values, Result> formula) {

    public Conversion {
      inputs = List.copyOf(inputs);
      outputs = List.copyOf(outputs);
    }

    /**
     * Converts texts by the names of the inputs.
     *
     * @throws IllegalArgumentException naming the input that lacks, is unknown or is no such number
     */
    public Outcome convert(Map<String, String> texts) {
      Map<String, Double> values = new TreeMap<>();
      for (Map.Entry<String, String> text : texts.entrySet()) {
        Input input =
            inputs.stream()
                .filter(i -> i.name().equals(text.getKey()))
                .findFirst()
                .orElseThrow(
                    () -> Refusal.of(RefusalReason.NO_INPUT, method, text.getKey(), names()));
        if (!text.getValue().isBlank()) {
          values.put(input.name(), checked(input, text.getValue().strip()));
        }
      }
      for (Input input : inputs) {
        if (!input.optional() && !values.containsKey(input.name())) {
          throw Refusal.of(RefusalReason.INPUT_NEEDED, method, input.name());
        }
      }
      Result result = applied(new Values(values));
      for (Map.Entry<String, Double> output : result.outputs().entrySet()) {
        if (!Double.isFinite(output.getValue())) {
          throw Refusal.of(RefusalReason.NO_FINITE_OUTPUT, method, output.getKey(), values);
        }
      }
      return new Outcome(method, values, result.outputs(), result.warnings());
    }

    private Result applied(Values values) {
      try {
        return formula.apply(values);
      } catch (IllegalArgumentException | ArithmeticException e) {
        throw Refusal.from(e);
      }
    }

    private String names() {
      return String.join(
          ", ", inputs.stream().map(i -> i.optional() ? "[" + i.name() + "]" : i.name()).toList());
    }
  }

  /** The numbers that a formula takes, by name. */
  public record Values(Map<String, Double> byName) {
    public Values {
      byName = Map.copyOf(byName);
    }

    public boolean containsKey(String name) {
      return byName.containsKey(name);
    }

    public double get(String name) {
      return Objects.requireNonNull(byName.get(name), name);
    }

    public double getOrDefault(String name, double usual) {
      return containsKey(name) ? get(name) : usual;
    }
  }

  /** What a formula gives. */
  public record Result(Map<String, Double> outputs, List<Wording> warnings) {
    static Result of(List<Wording> warnings, Object... namesAndValues) {
      Map<String, Double> outputs = new LinkedHashMap<>();
      for (int i = 0; i < namesAndValues.length; i += 2) {
        outputs.put((String) namesAndValues[i], (Double) namesAndValues[i + 1]);
      }
      return new Result(outputs, warnings);
    }
  }

  /**
   * A conversion that was made.
   *
   * @param inputs the numbers it was made from
   * @param outputs what came out
   * @param warnings what a reader should know
   */
  public record Outcome(
      String method,
      Map<String, Double> inputs,
      Map<String, Double> outputs,
      List<Wording> warnings) {}

  /** All conversions, in the order of a menu. */
  public static List<Conversion> catalogue() {
    return List.copyOf(CATALOGUE.values());
  }

  /**
   * The conversion of a name.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static Conversion named(String method) {
    Conversion conversion = CATALOGUE.get(method);
    if (conversion == null) {
      throw Refusal.of(RefusalReason.NO_CONVERSION, method);
    }
    return conversion;
  }

  private static double checked(Input input, String text) {
    double value;
    try {
      value = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw Refusal.of(
          text.contains(",") ? RefusalReason.INPUT_POINT : RefusalReason.INPUT_NO_NUMBER,
          input.name(),
          text);
    }
    boolean fits =
        Double.isFinite(value)
            && switch (input.kind()) {
              case ANY -> true;
              case POSITIVE -> value > 0;
              case NOT_NEGATIVE -> value >= 0;
              case PROBABILITY -> value > 0 && value < 1;
              case CORRELATION -> value >= -1 && value <= 1;
              case COUNT -> value >= 1 && value == Math.rint(value);
            };
    if (!fits) {
      throw Refusal.of(
          switch (input.kind()) {
            case ANY -> RefusalReason.INPUT_FINITE;
            case POSITIVE -> RefusalReason.INPUT_POSITIVE;
            case NOT_NEGATIVE -> RefusalReason.INPUT_NOT_NEGATIVE;
            case PROBABILITY -> RefusalReason.INPUT_PROBABILITY;
            case CORRELATION -> RefusalReason.INPUT_CORRELATION;
            case COUNT -> RefusalReason.INPUT_COUNT;
          },
          input.name(),
          text);
    }
    return value;
  }

  /** Inputs by short notations, in the words of the catalogue. */
  static final class Inputs {
    private final List<Input> list = new ArrayList<>();

    static Inputs of() {
      return new Inputs();
    }

    Inputs add(String name, Kind kind, String en, String zh) {
      list.add(new Input(name, new Wording(en, zh), kind, false));
      return this;
    }

    Inputs optional(String name, Kind kind, String en, String zh) {
      list.add(new Input(name, new Wording(en, zh), kind, true));
      return this;
    }

    List<Input> list() {
      return list;
    }
  }
}
