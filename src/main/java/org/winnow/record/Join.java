package org.winnow.record;

/**
 * One record takes the place of another in the counts.
 *
 * @param rule why, in the stable words of the matching library; {@code by-hand} for people
 */
public record Join(int duplicate, int representative, String rule) {
  public static final String BY_HAND = "by-hand";
}
