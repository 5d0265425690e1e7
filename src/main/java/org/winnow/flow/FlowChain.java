package org.winnow.flow;

import static org.winnow.flow.FlowBox.*;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.winnow.figure.Wording;
import org.winnow.flow.PublishedFlow.Checked;

/**
 * Steps in a row, where the number between two of them may be missing. Then both are one equation:
 * what comes in, less all that leaves on the way, is what comes out. What leaves but is not stated
 * is still zero or more, so even then too much can come out.
 */
final class FlowChain {
  private final List<FlowStep> steps;
  private final FlowBoxes boxes;

  FlowChain(List<FlowStep> steps, FlowBoxes boxes) {
    this.steps = steps;
    this.boxes = boxes;
  }

  List<Checked> checked() {
    return stretches().stream().map(Stretch::check).toList();
  }

  /** The numbers missing in stretches that hold. */
  Map<FlowBox, Integer> follows() {
    Map<FlowBox, Integer> found = new EnumMap<>(FlowBox.class);
    List<FlowStep> broken = new ArrayList<>();
    for (Stretch stretch : stretches()) {
      if (stretch.holds()) {
        found.putAll(stretch.missingRemovals());
      } else {
        broken.addAll(stretch.steps);
      }
    }
    for (FlowStep step : steps) {
      if (!broken.contains(step)) {
        found.putAll(missingEnds(step));
      }
    }
    return found;
  }

  /** The shortest rows of steps with a number known at either end. */
  private List<Stretch> stretches() {
    List<Stretch> stretches = new ArrayList<>();
    List<FlowStep> open = new ArrayList<>();
    for (FlowStep step : steps) {
      if (in(step).isPresent()) {
        open.clear();
      } else if (open.isEmpty()) {
        continue;
      }
      open.add(step);
      if (boxes.of(step.to()).isPresent()) {
        stretches.add(new Stretch(List.copyOf(open)));
        open.clear();
      }
    }
    return stretches;
  }

  // Many reviews search no register, or update nothing, and do not print the zero. Where both
  // arms lead to one sum, or two numbers add up to a total, each of them is needed.
  private OptionalInt in(FlowStep step) {
    boolean registersMayLack = step == FlowStep.IDENTIFICATION;
    int sum = 0;
    for (FlowBox box : step.from()) {
      OptionalInt number = boxes.of(box);
      if (number.isEmpty() && !(registersMayLack && box == REGISTER_RESULTS)) {
        return OptionalInt.empty();
      }
      sum += number.orElse(0);
    }
    return OptionalInt.of(sum);
  }

  // With duplicates stated, the other two lines of that box are taken for zero when absent.
  private List<FlowBox> unstated(FlowStep step) {
    boolean duplicatesStated = boxes.of(DUPLICATES).isPresent();
    return step.removed().stream()
        .filter(box -> boxes.of(box).isEmpty())
        .filter(box -> !duplicatesStated || (box != EXCLUDED_AUTOMATIC && box != EXCLUDED_OTHER))
        .toList();
  }

  private int removed(FlowStep step) {
    return step.removed().stream().mapToInt(box -> boxes.of(box).orElse(0)).sum();
  }

  private Map<FlowBox, Integer> missingEnds(FlowStep step) {
    if (!unstated(step).isEmpty()) {
      return Map.of();
    }
    OptionalInt in = in(step);
    OptionalInt out = boxes.of(step.to());
    if (in.isPresent() && out.isEmpty() && in.getAsInt() >= removed(step)) {
      return Map.of(step.to(), in.getAsInt() - removed(step));
    }
    List<FlowBox> lacking = step.from().stream().filter(b -> boxes.of(b).isEmpty()).toList();
    if (in.isEmpty() && out.isPresent() && lacking.size() <= 2) {
      FlowBox first = lacking.getFirst();
      int others = step.from().stream().mapToInt(box -> boxes.of(box).orElse(0)).sum();
      int value = out.getAsInt() + removed(step) - others;
      boolean onlyOneUnknown =
          lacking.size() == 1 || (step == FlowStep.IDENTIFICATION && first == DATABASE_RESULTS);
      if (onlyOneUnknown && value >= 0) {
        return Map.of(first, value);
      }
    }
    return Map.of();
  }

  /** A row of steps whose first number and last number are known, and none between. */
  private final class Stretch {
    final List<FlowStep> steps;

    Stretch(List<FlowStep> steps) {
      this.steps = steps;
    }

    boolean holds() {
      return unknown().isEmpty() ? left() == stated() : left() >= stated();
    }

    private int difference() {
      return holds() ? 0 : stated() - left();
    }

    private List<FlowBox> unknown() {
      return steps.stream().flatMap(step -> unstated(step).stream()).toList();
    }

    private int stated() {
      return boxes.of(steps.getLast().to()).orElseThrow();
    }

    /** What would come out if nothing left but what is stated. */
    private int left() {
      return in(steps.getFirst()).orElseThrow()
          - steps.stream().mapToInt(FlowChain.this::removed).sum();
    }

    Map<FlowBox, Integer> missingRemovals() {
      Map<FlowBox, Integer> missing = new EnumMap<>(FlowBox.class);
      int unexplained = left() - stated();
      List<FlowBox> unknown = unknown();
      if (unexplained == 0 || unknown.size() == 1) {
        unknown.forEach(box -> missing.put(box, unexplained));
      }
      return missing;
    }

    Checked check() {
      String id = steps.stream().map(FlowStep::id).collect(Collectors.joining("+"));
      List<Wording> explanations =
          holds() ? List.of() : new Explanations(steps, boxes, difference()).inOrder();
      return new Checked(id, holds(), difference(), formula(), label(), explanations);
    }

    private Wording label() {
      if (steps.size() == 1) {
        return steps.getFirst().label();
      }
      FlowBox first = steps.getFirst().from().getFirst();
      FlowBox last = steps.getLast().to();
      String en = first == DATABASE_RESULTS ? "Records identified" : first.label().en();
      String zh = first == DATABASE_RESULTS ? "识别的记录" : first.label().zh();
      return new Wording(
          last.label().en()
              + " = "
              + en.toLowerCase(java.util.Locale.ROOT)
              + " − what left on the way",
          last.label().zh() + " = " + zh + " − 途中排除");
    }

    private String formula() {
      Formula formula = new Formula();
      for (FlowBox box : steps.getFirst().from()) {
        boxes.of(box).ifPresent(formula::plus);
      }
      for (FlowStep step : steps) {
        for (FlowBox box : step.removed()) {
          boxes.of(box).ifPresent(formula::minus);
        }
      }
      return unknown().isEmpty() ? formula.equalTo(stated()) : formula.comparedWith(stated());
    }
  }
}
