package org.winnow;

/**
 * How often the tests that grow with their number of rounds go round: a few times in every build,
 * as often as promised with {@code ./test nightly}.
 */
public final class Nightly {
  private Nightly() {}

  public static int times(int inEveryBuild, int nightly) {
    return Boolean.getBoolean("winnow.nightly") ? nightly : inEveryBuild;
  }
}
