package org.winnow.record;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.winnow.platform.Sql;
import org.winnow.review.Reviews;
import org.winnow.review.ScreeningPolicy.Mask;
import org.winnow.team.CurrentAccount;

/** Records as pages show them. */
@ApplicationScoped
public class RecordViews {
  private static final String SHOWN =
      "SELECT * FROM record WHERE review_id = ? AND id = ANY(?::int[])";

  private final Sql sql;
  private final Reviews reviews;
  private final Corrections corrections;

  RecordViews(Sql sql, Reviews reviews, Corrections corrections) {
    this.sql = sql;
    this.reviews = reviews;
    this.corrections = corrections;
  }

  /** What the protocol hides from a member who still votes. */
  public Mask maskFor(UUID reviewId, CurrentAccount member) {
    return reviews.isBlinded(reviewId, member) ? reviews.policy(reviewId).mask() : Mask.NOTHING;
  }

  public Optional<RecordView> of(UUID reviewId, int record) {
    return Optional.ofNullable(of(reviewId, List.of(record)).get(record));
  }

  /** The records of these numbers that there are, in the order of the numbers given. */
  public Map<Integer, RecordView> of(UUID reviewId, Collection<Integer> records) {
    Map<Integer, List<RecordView.SourceName>> sources = sources(reviewId, records);
    Map<Integer, List<Corrections.Correction>> corrected = corrections.of(reviewId, records);
    Map<Integer, RecordView> found = new HashMap<>();
    sql.list(
            SHOWN,
            row -> RecordView.of(row, sources.getOrDefault(row.getInt("id"), List.of())),
            reviewId,
            records)
        .forEach(
            view ->
                found.put(view.id(), view.corrected(corrected.getOrDefault(view.id(), List.of()))));
    Map<Integer, RecordView> ordered = new LinkedHashMap<>();
    records.stream().filter(found::containsKey).forEach(id -> ordered.put(id, found.get(id)));
    return ordered;
  }

  /** A representative was found wherever a member of its cluster was. */
  private Map<Integer, List<RecordView.SourceName>> sources(
      UUID reviewId, Collection<Integer> records) {
    Map<Integer, List<RecordView.SourceName>> sources = new HashMap<>();
    sql.list(
        "SELECT DISTINCT shown.id, s.id, s.name FROM unnest(?::int[]) AS shown (id)"
            + " JOIN record r ON r.review_id = ? AND (r.id = shown.id OR r.representative_id ="
            + " shown.id) AND (r.live OR r.id = shown.id)"
            + " JOIN source s ON s.review_id = r.review_id AND s.id = r.source_id"
            + " ORDER BY s.name, s.id",
        row ->
            sources
                .computeIfAbsent(row.getInt(1), _ -> new ArrayList<>())
                .add(new RecordView.SourceName(row.getObject(2, UUID.class), row.getString(3))),
        records,
        reviewId);
    return sources;
  }
}
