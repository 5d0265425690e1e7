package org.winnow.citation.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.winnow.citation.match.Grouping.Doubtful;

/**
 * Finds which records describe the same entry. The same records give the same groups, in whatever
 * order they come, as long as no key is shared by more records than are looked at. Linear in the
 * number of records, but for the sorting of what was found.
 */
public final class DuplicateGroups {
  /** One number on hundreds of titles must not bury the questions that are worth an answer. */
  private static final int ASKED_PER_RECORD = 3;

  private DuplicateGroups() {}

  /** Groups records among themselves. */
  public static Grouping find(List<Normalised> records, DecidedPairs decided) {
    return find(MatchIndex.empty(), records, decided);
  }

  /**
   * Compares incoming records with the existing ones and among themselves; existing ones are never
   * joined to each other. The index holds the incoming ones afterwards.
   *
   * @param existing records known before; their clusters, if any, are in {@code decided}
   */
  public static Grouping find(
      MatchIndex existing, List<Normalised> incoming, DecidedPairs decided) {
    int known = existing.size();
    List<Link> joins = new ArrayList<>();
    List<Link> doubts = new ArrayList<>();
    for (Normalised record : incoming) {
      int position = existing.size();
      existing.add(record);
      List<Link> asks = new ArrayList<>();
      existing.candidates(
          position, other -> judge(existing, position, other, decided, joins, asks));
      asks.sort(Link.SUREST_FIRST);
      doubts.addAll(asks.subList(0, Math.min(asks.size(), ASKED_PER_RECORD)));
    }
    Clustering clustering = new Clustering(existing, known, decided);
    joins.sort(Link.SUREST_FIRST);
    for (Link link : joins) {
      clustering.join(link).ifPresent(doubts::add);
    }
    return new Grouping(clustering.clusters(), review(existing, clustering, doubts));
  }

  /** For "why were these two not merged?", and for why they were. */
  public static Explanation why(Normalised a, Normalised b, DecidedPairs decided) {
    Comparison comparison = Comparison.of(a, b);
    Verdict verdict = Matching.of(comparison);
    if (decided.isSeparated(a.id, b.id)) {
      verdict = new Verdict(MatchRule.SEPARATED_BY_A_PERSON, 0);
    }
    return Explanation.of(a, b, comparison, verdict);
  }

  private static void judge(
      MatchIndex index,
      int position,
      int other,
      DecidedPairs decided,
      List<Link> joins,
      List<Link> doubts) {
    Normalised a = index.at(other);
    Normalised b = index.at(position);
    if (decided.isSeparated(a.id, b.id)) {
      return;
    }
    Verdict verdict = QuickLook.of(a, b);
    if (verdict.rule().effect() == MatchRule.Effect.PARTS
        || verdict.rule().effect() == MatchRule.Effect.SILENT) {
      return;
    }
    long content = a.contentHash + b.contentHash;
    Link link = new Link(other, position, verdict, List.of(verdict.rule()), content);
    switch (verdict.rule().effect()) {
      case JOINS -> joins.add(link);
      case ASKS, ASKS_AND_PARTS -> doubts.add(link);
      case PARTS, SILENT -> {}
    }
  }

  /** One pair for each two clusters is enough to decide on; the likeliest speaks for them. */
  private static List<Doubtful> review(MatchIndex index, Clustering clustering, List<Link> doubts) {
    doubts.sort(Link.SUREST_FIRST);
    Set<Long> asked = new HashSet<>();
    Map<Integer, Integer> times = new HashMap<>();
    List<Doubtful> review = new ArrayList<>();
    for (Link doubt : doubts) {
      int a = clustering.root(doubt.a());
      int b = clustering.root(doubt.b());
      long pair = (long) Math.min(a, b) << 32 | Math.max(a, b);
      boolean often =
          times.getOrDefault(a, 0) >= ASKED_PER_RECORD
              || times.getOrDefault(b, 0) >= ASKED_PER_RECORD;
      if (a == b || often || clustering.isSeparated(a, b) || !asked.add(pair)) {
        continue;
      }
      times.merge(a, 1, Integer::sum);
      times.merge(b, 1, Integer::sum);
      review.add(
          new Doubtful(
              index.at(doubt.a()).id,
              index.at(doubt.b()).id,
              doubt.verdict().score(),
              doubt.reasons()));
    }
    return review;
  }

  /**
   * Two positions of the index and what the rules said of them.
   *
   * @param content of both records, so that of two equally sure pairs one goes first whatever order
   *     the records come in
   */
  record Link(int a, int b, Verdict verdict, List<MatchRule> reasons, long content) {
    static final Comparator<Link> SUREST_FIRST =
        Comparator.comparingDouble((Link link) -> -link.verdict().score())
            .thenComparingLong(Link::content)
            .thenComparingInt(Link::b)
            .thenComparingInt(Link::a);
  }
}
