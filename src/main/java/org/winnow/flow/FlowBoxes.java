package org.winnow.flow;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The numbers of a diagram. A line that does not apply is absent, which is not the same as zero.
 */
public record FlowBoxes(Map<FlowBox, Integer> numbers) {
  public FlowBoxes {
    EnumMap<FlowBox, Integer> sorted = new EnumMap<>(FlowBox.class);
    sorted.putAll(numbers);
    sorted.forEach(
        (box, number) -> {
          if (number < 0) {
            throw new IllegalArgumentException(box.dataName() + " is below zero: " + number);
          }
        });
    numbers = Collections.unmodifiableMap(sorted);
  }

  /** Counts the sets; the grey columns of the template only where the review has them. */
  public static FlowBoxes of(FlowSets sets) {
    EnumMap<FlowBox, Integer> numbers = new EnumMap<>(FlowBox.class);
    for (FlowBox box : FlowBox.values()) {
      if (applies(box, sets)) {
        numbers.put(box, sets.count(box));
      }
    }
    return new FlowBoxes(numbers);
  }

  private static boolean applies(FlowBox box, FlowSets sets) {
    return switch (box.boxId()) {
      case "" -> false;
      case "box1", "box16" -> sets.updates();
      case "box11", "box12", "box13", "box14", "box15" -> sets.usesOtherMethods();
      case "box17" -> sets.count(FlowBox.META_ANALYSIS_STUDIES) > 0;
      default -> true;
    };
  }

  public OptionalInt of(FlowBox box) {
    Integer number = numbers.get(box);
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }

  boolean hasAny(Collection<FlowBox> boxes) {
    return boxes.stream().anyMatch(numbers::containsKey);
  }

  /** By the names of the PRISMA2020 CSV, in the order of the diagram. */
  public Map<String, Integer> byName() {
    Map<String, Integer> byName = new LinkedHashMap<>();
    numbers.forEach((box, number) -> byName.put(box.dataName(), number));
    return byName;
  }
}
