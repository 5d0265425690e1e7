package org.winnow.cli.oracle;

/** Which part of the library answers a kind of case, and how close it must come. */
final class Kinds {
  private static final double ITERATED = 1e-9;
  private static final double CLOSED = 1e-10;

  private Kinds() {}

  static Answer answer(ReferenceCase one) {
    return switch (one.kind()) {
      case "effect" -> EffectCases.answer(one);
      case "pool" -> PoolCases.answer(one);
      case "mh", "peto" -> MantelHaenszelCases.answer(one);
      case "revman" -> RevManCases.answer(one);
      case "revman_subgroup" -> RevManCases.subgroups(one);
      case "revman_web" -> RevManCases.web(one);
      case "revman_meta" -> MetaCases.revMan(one);
      case "intervals" -> MetaCases.intervals(one);
      case "subgroup" -> MetaCases.subgroups(one);
      default -> throw new IllegalArgumentException("Kind " + one.kind() + " is not known");
    };
  }

  static double tolerance(ReferenceCase one) {
    return switch (one.kind()) {
      case "effect", "mh", "peto", "revman", "revman_subgroup" -> CLOSED;
      default -> ITERATED;
    };
  }
}
