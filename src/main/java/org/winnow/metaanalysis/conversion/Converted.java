package org.winnow.metaanalysis.conversion;

import java.util.Map;

/**
 * A converted value with its provenance.
 *
 * @param value the result
 * @param method the formula's name and source
 * @param inputs what it was computed from, by name
 */
public record Converted(double value, String method, Map<String, Double> inputs) {
  public Converted {
    if (Double.isNaN(value)) {
      throw new IllegalArgumentException(method + " has no value for " + inputs);
    }
    inputs = Map.copyOf(inputs);
  }
}
