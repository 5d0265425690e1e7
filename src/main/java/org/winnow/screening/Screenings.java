package org.winnow.screening;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.winnow.platform.Sql;
import org.winnow.record.ClustersChanged;
import org.winnow.retrieval.Reports;
import org.winnow.review.PolicyChanged;
import org.winnow.review.Protocol;
import org.winnow.review.Reviews;
import org.winnow.review.Stage;
import org.winnow.study.Studies;

/**
 * The face of screening to other rooms, and the one place that writes the derived status. Every
 * method belongs to the caller's transaction.
 */
@ApplicationScoped
public class Screenings {
  private final Sql sql;
  private final Reviews reviews;
  private final Reports reports;
  private final Studies studies;

  Screenings(Sql sql, Reviews reviews, Reports reports, Studies studies) {
    this.sql = sql;
    this.reviews = reviews;
    this.reports = reports;
    this.studies = studies;
  }

  /** Every item of a stage that is past its first vote, by the number of the item. */
  public Map<Integer, ScreeningStatus> statuses(UUID reviewId, Stage stage) {
    Map<Integer, ScreeningStatus> found = new HashMap<>();
    sql.list(
        "SELECT item_id, status, reason_id FROM screening WHERE review_id = ? AND stage = ?",
        row ->
            found.put(
                row.getInt(1),
                statusOf(row.getString(2), Optional.ofNullable(row.getObject(3, UUID.class)))),
        reviewId,
        stage);
    return found;
  }

  /** Votes follow their record to the representative that now stands for it. */
  void clustersChanged(@Observes ClustersChanged changed) {
    UUID reviewId = changed.reviewId();
    for (Stage stage : Stage.values()) {
      Set<Integer> affected = new HashSet<>();
      for (String table : List.of("vote", "adjudication")) {
        sql.list(
            "WITH moved AS (SELECT v.id, v.counts_for AS before, COALESCE(r.representative_id, r.id)"
                + " AS after FROM "
                + table
                + " v JOIN record r ON r.review_id = v.review_id AND r.id = v.item_id WHERE"
                + " v.review_id = ? AND v.stage = ? AND v.counts_for = ANY(?::int[]) AND v.counts_for"
                + " <> COALESCE(r.representative_id, r.id)) UPDATE "
                + table
                + " v SET counts_for = moved.after FROM moved WHERE v.review_id = ? AND v.id ="
                + " moved.id RETURNING moved.before, moved.after",
            row -> affected.addAll(List.of(row.getInt(1), row.getInt(2))),
            reviewId,
            stage,
            changed.records(),
            reviewId);
      }
      derive(reviewId, stage, affected);
    }
  }

  void policyChanged(@Observes PolicyChanged changed) {
    for (Stage stage : Stage.values()) {
      List<Integer> voted =
          sql.list(
              "SELECT DISTINCT counts_for FROM vote WHERE review_id = ? AND stage = ?",
              row -> row.getInt(1),
              changed.reviewId(),
              stage);
      derive(changed.reviewId(), stage, voted);
    }
  }

  /** Works the status of items out anew from what was said of them. */
  void derive(UUID reviewId, Stage stage, Collection<Integer> items) {
    if (items.isEmpty()) {
      return;
    }
    settle(
        reviewId,
        stage,
        reviews.protocol(reviewId).protocol(),
        items,
        votes(reviewId, stage, items),
        adjudications(reviewId, stage, items));
  }

  /** The same when the protocol and what was said of them are at hand. */
  void settle(
      UUID reviewId,
      Stage stage,
      Protocol protocol,
      Collection<Integer> items,
      Map<Integer, List<Vote>> votes,
      Map<Integer, List<Adjudication>> adjudications) {
    Consensus consensus = consensus(protocol, stage);
    List<Integer> ids = new ArrayList<>();
    List<String> words = new ArrayList<>();
    List<UUID> reasons = new ArrayList<>();
    List<Integer> untouched = new ArrayList<>();
    List<Integer> included = new ArrayList<>();
    for (int item : Set.copyOf(items)) {
      List<Vote> itemVotes = votes.getOrDefault(item, List.of());
      List<Adjudication> itemAdjudications = adjudications.getOrDefault(item, List.of());
      if (itemVotes.isEmpty() && itemAdjudications.isEmpty()) {
        untouched.add(item);
        continue;
      }
      ScreeningStatus status = consensus.of(itemVotes, itemAdjudications);
      ids.add(item);
      words.add(status.word());
      reasons.add(status.primaryReason().orElse(new UUID(0, 0)));
      if (status instanceof ScreeningStatus.Included) {
        included.add(item);
      }
    }
    if (!untouched.isEmpty()) {
      sql.update(
          "DELETE FROM screening WHERE review_id = ? AND stage = ? AND item_id = ANY(?::int[])",
          reviewId,
          stage,
          untouched);
    }
    sql.update(
        "INSERT INTO screening (review_id, stage, item_id, status, reason_id, since) SELECT ?, ?,"
            + " u.item, u.status, NULLIF(u.reason, '00000000-0000-0000-0000-000000000000'), now()"
            + " FROM unnest(?::int[], ?::text[], ?::uuid[]) AS u (item, status, reason) ON CONFLICT"
            + " (review_id, stage, item_id) DO UPDATE SET status = excluded.status, reason_id ="
            + " excluded.reason_id, since = CASE WHEN screening.status = excluded.status THEN"
            + " screening.since ELSE excluded.since END",
        reviewId,
        stage,
        ids,
        words,
        reasons);
    // Asked also where nothing is included, which otherwise would be told by the time it saves.
    open(reviewId, stage, included);
  }

  private static Consensus consensus(Protocol protocol, Stage stage) {
    return new Consensus(
        stage,
        protocol.policy().votesNeeded(stage),
        protocol.reasons().stream().map(Protocol.Reason::id).toList());
  }

  /** Standing votes by the item that they count for. */
  Map<Integer, List<Vote>> votes(UUID reviewId, Stage stage, Collection<Integer> items) {
    return sql
        .list(
            "SELECT counts_for, id, reviewer_id, verdict, reasons, sequence, cast_at, takeover_id FROM"
                + " vote WHERE"
                + " review_id = ? AND stage = ? AND counts_for = ANY(?::int[]) AND"
                + " withdrawn_sequence IS NULL ORDER BY sequence",
            row ->
                Map.entry(
                    row.getInt(1),
                    new Vote(
                        row.getObject(2, UUID.class),
                        row.getObject(3, UUID.class),
                        Verdict.valueOf(row.getString(4)),
                        List.of((UUID[]) row.getArray(5).getArray()),
                        row.getLong(6),
                        row.getTimestamp(7).toInstant(),
                        row.getObject(8, UUID.class))),
            reviewId,
            stage,
            items)
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  /** Standing adjudications by the item that they count for. */
  Map<Integer, List<Adjudication>> adjudications(
      UUID reviewId, Stage stage, Collection<Integer> items) {
    return sql
        .list(
            "SELECT counts_for, id, verdict, reasons, sequence FROM adjudication WHERE review_id = ?"
                + " AND stage = ? AND counts_for = ANY(?::int[]) AND withdrawn_sequence IS NULL"
                + " ORDER BY sequence",
            row ->
                Map.entry(
                    row.getInt(1),
                    new Adjudication(
                        row.getObject(2, UUID.class),
                        Verdict.valueOf(row.getString(3)),
                        List.of((UUID[]) row.getArray(4).getArray()),
                        row.getLong(5))),
            reviewId,
            stage,
            items)
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  private void open(UUID reviewId, Stage stage, List<Integer> items) {
    switch (stage) {
      case TITLE_ABSTRACT -> reports.open(reviewId, items);
      case FULL_TEXT -> studies.open(reviewId, items);
    }
  }

  private static ScreeningStatus statusOf(String word, Optional<UUID> reason) {
    return switch (word) {
      case "PENDING" -> new ScreeningStatus.Pending();
      case "VERDICT_CONFLICT" -> new ScreeningStatus.VerdictConflict();
      case "REASON_CONFLICT" -> new ScreeningStatus.ReasonConflict();
      case "INCLUDED" -> new ScreeningStatus.Included();
      case "EXCLUDED" -> new ScreeningStatus.Excluded(reason);
      default -> throw new IllegalStateException("no status: " + word);
    };
  }
}
