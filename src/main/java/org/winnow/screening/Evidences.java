package org.winnow.screening;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.winnow.platform.Sql;

/**
 * What was quoted for votes. It says what its voter thinks, so whoever asks must have made sure
 * that its reader may know the vote. Every method belongs to the caller's transaction.
 */
@ApplicationScoped
class Evidences {
  private final Sql sql;

  Evidences(Sql sql) {
    this.sql = sql;
  }

  /** By votes, in the order in which it was given; votes without any are left out. */
  Map<UUID, List<Evidence>> of(UUID reviewId, Collection<UUID> votes) {
    return votes.isEmpty()
        ? Map.of()
        : list(" WHERE review_id = ? AND vote_id = ANY(?::uuid[])", reviewId, votes);
  }

  /** Of every vote there ever was. */
  Map<UUID, List<Evidence>> all(UUID reviewId) {
    return list(" WHERE review_id = ?", reviewId);
  }

  void keep(UUID reviewId, Collection<VoteCast> votes) {
    List<UUID> ids = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    List<@Nullable UUID> reasons = new ArrayList<>();
    List<@Nullable UUID> documents = new ArrayList<>();
    List<@Nullable Integer> pages = new ArrayList<>();
    List<String> quotes = new ArrayList<>();
    for (VoteCast vote : votes) {
      for (int place = 0; place < vote.quoted().size(); place++) {
        Evidence evidence = vote.quoted().get(place);
        ids.add(vote.vote());
        places.add(place);
        reasons.add(evidence.reasonId());
        documents.add(evidence.documentId());
        pages.add(evidence.page());
        quotes.add(evidence.quote());
      }
    }
    if (ids.isEmpty()) {
      return;
    }
    sql.update(
        "INSERT INTO vote_evidence (review_id, vote_id, place, reason_id, document_id, page, quote)"
            + " SELECT ?, e.vote, e.place, e.reason, e.document, e.page, e.quote FROM"
            + " unnest(?::uuid[], ?::int[], ?::uuid[], ?::uuid[], ?::int[], ?::text[]) AS e (vote,"
            + " place, reason, document, page, quote)",
        reviewId,
        ids,
        places,
        reasons,
        documents,
        pages,
        quotes);
  }

  private Map<UUID, List<Evidence>> list(String where, Object... arguments) {
    return sql
        .list(
            "SELECT vote_id, reason_id, document_id, page, quote FROM vote_evidence"
                + where
                + " ORDER BY vote_id, place",
            row ->
                Map.entry(
                    row.getObject(1, UUID.class),
                    new Evidence(
                        row.getObject(2, UUID.class),
                        row.getObject(3, UUID.class),
                        row.getObject(4, Integer.class),
                        row.getString(5))),
            arguments)
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }
}
