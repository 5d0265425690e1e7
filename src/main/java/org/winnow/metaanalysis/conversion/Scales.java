package org.winnow.metaanalysis.conversion;

/** Units and directions: an offset moves means, never SDs. */
public final class Scales {
  private Scales() {}

  /** m·f + o and s·|f|. */
  public static Arms.Arm linear(Arms.Arm arm, double factor, double offset) {
    return new Arms.Arm(arm.n(), arm.mean() * factor + offset, arm.sd() * Math.abs(factor));
  }

  /** A scale read backwards: its ends added, less the mean. */
  public static Arms.Arm reversed(Arms.Arm arm, double lowest, double highest) {
    return linear(arm, -1, lowest + highest);
  }
}
