package org.winnow.metaanalysis;

import java.util.Arrays;
import java.util.Locale;

/** How the variance τ² between studies is estimated; {@link #EE} assumes that there is none. */
public enum TauSquaredEstimator {
  /** Equal effects: τ² = 0. */
  EE,
  /** DerSimonian and Laird 1986: the method of moments on Cochran's Q. */
  DL,
  /** Hedges 1985: the method of moments on the unweighted variance; also Cochran's ANOVA, VC. */
  HE,
  /** Hunter and Schmidt 2004. */
  HS,
  /** Hunter and Schmidt with the small-sample factor k/(k−p) on Q. */
  HSK,
  /** Sidik and Jonkman 2005, from the crude variance of the estimates. */
  SJ,
  /** Paule and Mandel 1982: the generalised Q equals its degrees of freedom. */
  PM,
  /** Paule and Mandel with the median of χ² in place of its mean: median-unbiased. */
  PMM,
  /** Empirical Bayes, Morris 1983; the same root as Paule and Mandel. */
  EB,
  /** Maximum likelihood. */
  ML,
  /** Restricted maximum likelihood. */
  REML;

  /**
   * The estimator of a name as the literature and other programs write it, in any case.
   *
   * @throws IllegalArgumentException for a name that is not known
   */
  public static TauSquaredEstimator named(String name) {
    String known = name.toUpperCase(Locale.ROOT);
    return switch (known) {
      case "FE", "CE" -> EE;
      case "CO", "VC", "CA" -> HE;
      case "MP" -> PM;
      default ->
          Arrays.stream(values())
              .filter(estimator -> estimator.name().equals(known))
              .findFirst()
              .orElseThrow(
                  () -> new IllegalArgumentException("No estimator of tau squared " + name));
    };
  }

  boolean likelihood() {
    return this == ML || this == REML;
  }
}
