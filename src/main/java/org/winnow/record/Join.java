package org.winnow.record;

/**
 * One record takes the place of another in the counts.
 *
 * @param rule why, in the stable words of the matching library; {@code by-hand} for people, {@code
 *     accepted-…} for people who accepted all that a rule had left to them
 */
public record Join(int duplicate, int representative, String rule) {
  public static final String BY_HAND = "by-hand";

  private static final String ACCEPTED = "accepted-";

  /** The name of joins that a person made by accepting a rule's doubtful pairs. */
  public static String accepted(String rule) {
    return ACCEPTED + rule;
  }

  public static boolean isAccepted(String rule) {
    return rule.startsWith(ACCEPTED);
  }

  /** The rule whose doubtful pairs were accepted. */
  public static String acceptedRule(String rule) {
    return rule.substring(ACCEPTED.length());
  }
}
