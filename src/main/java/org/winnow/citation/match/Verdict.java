package org.winnow.citation.match;

/**
 * What the rules say of two records.
 *
 * @param rule the rule that settled it
 * @param score how likely the two are one entry, 0 to 1; comparable between pairs, no probability
 */
public record Verdict(MatchRule rule, double score) {}
