package org.winnow.metaanalysis;

/** A pooled effect with its standard error on the analysis scale. */
public record PooledEffect(double estimate, double standardError) {
  public double z() {
    return estimate / standardError;
  }

  public double pValue() {
    return Distributions.normalTwoSided(z());
  }

  public Interval interval(double level) {
    return Interval.around(estimate, Distributions.normalQuantile((1 + level) / 2) * standardError);
  }
}
