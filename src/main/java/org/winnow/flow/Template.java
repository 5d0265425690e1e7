package org.winnow.flow;

import java.util.Arrays;
import java.util.Optional;

/**
 * The four templates of PRISMA 2020: which columns the diagram has beside databases and registers.
 */
public enum Template {
  NEW_DATABASES("new-v1"),
  NEW_ALL_METHODS("new-v2"),
  UPDATED_DATABASES("updated-v1"),
  UPDATED_ALL_METHODS("updated-v2");

  private final String tag;

  Template(String tag) {
    this.tag = tag;
  }

  /** The name in addresses and options. */
  public String tag() {
    return tag;
  }

  public static Optional<Template> named(String tag) {
    return Arrays.stream(values()).filter(template -> template.tag.equals(tag)).findFirst();
  }

  /** The smallest template that has a place for every number. */
  public static Template fitting(FlowBoxes boxes) {
    boolean updated = boxes.numbers().keySet().stream().anyMatch(Template::ofUpdates);
    boolean allMethods = boxes.numbers().keySet().stream().anyMatch(Template::ofOtherMethods);
    if (updated) {
      return allMethods ? UPDATED_ALL_METHODS : UPDATED_DATABASES;
    }
    return allMethods ? NEW_ALL_METHODS : NEW_DATABASES;
  }

  boolean updated() {
    return this == UPDATED_DATABASES || this == UPDATED_ALL_METHODS;
  }

  boolean allMethods() {
    return this == NEW_ALL_METHODS || this == UPDATED_ALL_METHODS;
  }

  private static boolean ofUpdates(FlowBox box) {
    return box.boxId().equals("box1") || box.boxId().equals("box16");
  }

  private static boolean ofOtherMethods(FlowBox box) {
    return switch (box.boxId()) {
      case "box11", "box12", "box13", "box14", "box15" -> true;
      default -> false;
    };
  }
}
