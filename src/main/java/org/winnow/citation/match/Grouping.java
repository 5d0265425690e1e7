package org.winnow.citation.match;

import java.util.List;

/**
 * What a search for duplicates found.
 *
 * @param clusters automatic merges, by representative; records without a copy are in none
 * @param review doubtful pairs, the likeliest first, one for each two clusters
 */
public record Grouping(List<Cluster> clusters, List<Doubtful> review) {
  public Grouping {
    clusters = List.copyOf(clusters);
    review = List.copyOf(review);
  }

  /**
   * Records that are one entry.
   *
   * @param representative the one that stands for all: of a settled cluster its own, otherwise a
   *     record that was there before, otherwise the fullest
   * @param joined the records that this search added, each after the one it was joined to
   */
  public record Cluster(int representative, List<Joined> joined) {
    public Cluster {
      joined = List.copyOf(joined);
    }
  }

  /**
   * A record and why it was joined.
   *
   * @param to the record it was found to be a copy of: the representative or a member joined before
   * @param score how sure the rule is, 0 to 1
   */
  public record Joined(int record, int to, MatchRule rule, double score) {}

  /**
   * A pair for a person to judge.
   *
   * @param score the likeliest first, 0 to 1
   * @param reasons the rule that could not settle it first, then what hindered a join
   */
  public record Doubtful(int a, int b, double score, List<MatchRule> reasons) {
    public Doubtful {
      reasons = List.copyOf(reasons);
    }
  }
}
