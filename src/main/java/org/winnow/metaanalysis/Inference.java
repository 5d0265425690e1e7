package org.winnow.metaanalysis;

/** How intervals and tests of the coefficients are made. */
public enum Inference {
  /** Wald, normal distribution. */
  WALD,
  /** Wald standard errors, t distribution on k − p degrees of freedom. */
  WALD_T,
  /**
   * Hartung and Knapp 2001, Sidik and Jonkman 2002: the variance is scaled by s² = Σw(y−ŷ)²/(k−p),
   * t distribution on k − p degrees of freedom. Can be narrower than Wald.
   */
  HARTUNG_KNAPP,
  /** Hartung and Knapp with s² never below 1 (the ad hoc correction). */
  HARTUNG_KNAPP_AD_HOC
}
