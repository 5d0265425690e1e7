package org.winnow.deduplication;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.winnow.citation.match.DecidedPairs;
import org.winnow.citation.match.DuplicateGroups;
import org.winnow.citation.match.Explanation;
import org.winnow.citation.match.MatchRule;
import org.winnow.citation.match.Normalised;
import org.winnow.record.Records;

/** Holds records against each other by the rules, outside of a search. */
@ApplicationScoped
class Comparisons {
  /** Of each of two clusters; a cluster with more members is not met outside of tests. */
  private static final int LOOKED_AT = 40;

  private final Records records;

  Comparisons(Records records) {
    this.records = records;
  }

  /** Two records that the rules or a person keep apart. */
  record Hindrance(int a, int b, MatchRule rule) {}

  /** Takes up records by number. */
  Prepared prepare(UUID reviewId, Collection<Integer> ids) {
    Map<Integer, Normalised> prepared = new HashMap<>();
    records
        .toMatch(reviewId, ids)
        .forEach((id, citation) -> prepared.put(id, Normalised.of(id, citation)));
    Set<DecidedPairs.Pair> separated =
        records.separated(reviewId).stream()
            .map(pair -> new DecidedPairs.Pair(pair.getFirst(), pair.getLast()))
            .collect(Collectors.toSet());
    return new Prepared(prepared, new DecidedPairs(separated, List.of()));
  }

  /** Records ready to be compared. */
  record Prepared(Map<Integer, Normalised> records, DecidedPairs decided) {
    Explanation why(int a, int b) {
      return DuplicateGroups.why(
          Objects.requireNonNull(records.get(a)), Objects.requireNonNull(records.get(b)), decided);
    }

    /**
     * What keeps two entries apart beside the doubt itself, if anything does.
     *
     * @param doubt a rule that is no hindrance, since it is the question
     */
    Optional<Hindrance> between(
        Collection<Integer> members, Collection<Integer> others, MatchRule doubt) {
      return members.stream()
          .limit(LOOKED_AT)
          .flatMap(
              a ->
                  others.stream()
                      .limit(LOOKED_AT)
                      .map(b -> new Hindrance(a, b, why(a, b).verdict().rule())))
          .filter(pair -> keepsApart(pair.rule()) && pair.rule() != doubt)
          .findFirst();
    }

    private static boolean keepsApart(MatchRule rule) {
      return switch (rule.effect()) {
        case PARTS, ASKS_AND_PARTS -> true;
        case JOINS, ASKS, SILENT -> false;
      };
    }
  }
}
