package org.winnow.metaanalysis;

import java.util.Arrays;
import java.util.Locale;

/** The settings that a program's users would get without asking, as named presets. */
public enum Convention {
  /** RevMan 5: DerSimonian-Laird, Wald, no prediction interval. */
  REVMAN5(TauSquaredEstimator.DL, true, ZeroCells.DROPPING),
  /** RevMan since 2025: REML, Wald, prediction by t on k − 1 degrees of freedom. */
  REVMAN_WEB(TauSquaredEstimator.REML, true, ZeroCells.DROPPING),
  /** The R package metafor: REML, Wald; double-zero studies corrected and kept. */
  METAFOR(TauSquaredEstimator.REML, false, ZeroCells.METAFOR),
  /** The R package meta: REML, Wald; double-zero studies dropped from ratios. */
  META(TauSquaredEstimator.REML, false, ZeroCells.DROPPING);

  private final TauSquaredEstimator tauSquared;
  private final boolean revManEffects;
  private final ZeroCells zeroCells;

  Convention(TauSquaredEstimator tauSquared, boolean revManEffects, ZeroCells zeroCells) {
    this.tauSquared = tauSquared;
    this.revManEffects = revManEffects;
    this.zeroCells = zeroCells;
  }

  /**
   * The preset of a name such as revman-web, in any case.
   *
   * @throws IllegalArgumentException for a name that is not known
   */
  public static Convention named(String name) {
    String known = name.toUpperCase(Locale.ROOT).replace('-', '_');
    return Arrays.stream(values())
        .filter(convention -> convention.name().equals(known))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "No convention " + name + "; there are revman5, revman-web, metafor, meta"));
  }

  public TauSquaredEstimator tauSquared() {
    return tauSquared;
  }

  /** Whether effects of single studies follow RevMan's formulas and exceptions. */
  public boolean revManEffects() {
    return revManEffects;
  }

  public ZeroCells zeroCells() {
    return zeroCells;
  }
}
