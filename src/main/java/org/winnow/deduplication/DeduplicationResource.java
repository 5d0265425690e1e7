package org.winnow.deduplication;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.winnow.platform.Page;
import org.winnow.platform.Sql;
import org.winnow.platform.Texts;
import org.winnow.record.Join;
import org.winnow.record.RecordView;
import org.winnow.record.RecordViews;
import org.winnow.record.Records;
import org.winnow.team.CurrentAccount;
import org.winnow.team.RequiresRole;
import org.winnow.team.ReviewRole;

@Path("/api/v1/reviews/{reviewId}/duplicates")
class DeduplicationResource {
  private final Records records;
  private final RecordViews views;
  private final Sql sql;
  private final Texts texts;
  private final CurrentAccount current;

  DeduplicationResource(
      Records records, RecordViews views, Sql sql, Texts texts, CurrentAccount current) {
    this.records = records;
    this.views = views;
    this.sql = sql;
    this.texts = texts;
    this.current = current;
  }

  /**
   * @param withinSource duplicates whose representative came from the same source
   */
  record Summary(
      long records,
      long unique,
      long duplicates,
      long clusters,
      long withinSource,
      long betweenSources,
      List<RuleCount> byRule) {}

  record RuleCount(String rule, Reason reason, long count) {}

  record Reason(String en, String zh) {}

  record Cluster(int representative, List<Member> members) {}

  /** A record of a cluster; the representative itself has no rule. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Member(
      RecordView record, @Nullable String rule, @Nullable Reason reason, @Nullable String by) {}

  record Merge(int representative, @NotEmpty @Size(max = 200) List<@NotNull Integer> members) {}

  record Split(int recordId) {}

  @GET
  @Path("summary")
  @RequiresRole
  @Transactional
  public Summary summary(@PathParam("reviewId") UUID reviewId) {
    List<RuleCount> byRule =
        sql.list(
            "SELECT joined_by, count(*) FROM record WHERE review_id = ? AND live AND"
                + " representative_id IS NOT NULL GROUP BY joined_by ORDER BY 2 DESC, 1",
            row -> new RuleCount(row.getString(1), reason(row.getString(1)), row.getLong(2)),
            reviewId);
    return sql.one(
            "SELECT count(*), count(*) FILTER (WHERE r.representative_id IS NULL),"
                + " count(r.representative_id), count(DISTINCT r.representative_id), count(*) FILTER"
                + " (WHERE p.source_id = r.source_id) FROM record r LEFT JOIN record p ON"
                + " p.review_id = r.review_id AND p.id = r.representative_id WHERE r.review_id = ?"
                + " AND r.live",
            row ->
                new Summary(
                    row.getLong(1),
                    row.getLong(2),
                    row.getLong(3),
                    row.getLong(4),
                    row.getLong(5),
                    row.getLong(3) - row.getLong(5),
                    byRule),
            reviewId)
        .orElseThrow();
  }

  /** Clusters by the number of their representative; a rule selects those that it joined. */
  @GET
  @RequiresRole
  @Transactional
  public Page<Cluster> clusters(
      @PathParam("reviewId") UUID reviewId,
      @QueryParam("rule") @Nullable String rule,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    int asked = Page.limit(limit);
    List<Integer> representatives =
        sql.list(
            "SELECT DISTINCT representative_id FROM record WHERE review_id = ? AND live AND"
                + " representative_id > ? AND (?::text IS NULL OR joined_by = ?::text) ORDER BY"
                + " representative_id LIMIT ?",
            row -> row.getInt(1),
            reviewId,
            (int) Page.numericCursor(cursor, 0),
            rule,
            rule,
            asked + 1);
    Page<Integer> page = Page.of(representatives, asked, String::valueOf);
    return new Page<>(members(reviewId, page.items()), page.next());
  }

  @PUT
  @Path("merges/{mergeId}")
  @RequiresRole({ReviewRole.LEAD, ReviewRole.REVIEWER})
  @Transactional
  public Merge merge(
      @PathParam("reviewId") UUID reviewId,
      @PathParam("mergeId") UUID mergeId,
      @NotNull @Valid Merge merge) {
    records.merge(reviewId, current.id(), mergeId, merge.representative(), merge.members());
    return merge;
  }

  @PUT
  @Path("splits/{splitId}")
  @RequiresRole({ReviewRole.LEAD, ReviewRole.REVIEWER})
  @Transactional
  public Split split(
      @PathParam("reviewId") UUID reviewId,
      @PathParam("splitId") UUID splitId,
      @NotNull @Valid Split split) {
    records.split(reviewId, current.id(), splitId, split.recordId());
    return split;
  }

  private List<Cluster> members(UUID reviewId, List<Integer> representatives) {
    record Row(int id, int representative, @Nullable String rule) {}
    List<Row> rows =
        sql.list(
            "SELECT id, COALESCE(representative_id, id), joined_by FROM record WHERE review_id = ?"
                + " AND live AND (id = ANY(?::int[]) OR representative_id = ANY(?::int[])) ORDER BY"
                + " 2, representative_id NULLS FIRST, id",
            row -> new Row(row.getInt(1), row.getInt(2), row.getString(3)),
            reviewId,
            representatives,
            representatives);
    Map<Integer, RecordView> shown = views.of(reviewId, rows.stream().map(Row::id).toList());
    Map<Integer, List<Member>> clusters = new LinkedHashMap<>();
    for (Row row : rows) {
      RecordView record = Objects.requireNonNull(shown.get(row.id()));
      clusters
          .computeIfAbsent(row.representative(), _ -> new ArrayList<>())
          .add(
              row.rule() == null
                  ? new Member(record, null, null, null)
                  : new Member(
                      record,
                      row.rule(),
                      reason(row.rule()),
                      row.rule().equals(Join.BY_HAND) ? "person" : "automatic"));
    }
    return clusters.entrySet().stream()
        .map(entry -> new Cluster(entry.getKey(), entry.getValue()))
        .toList();
  }

  private Reason reason(String rule) {
    return new Reason(
        texts.text(Locale.ENGLISH, "rule." + rule), texts.text(Locale.CHINESE, "rule." + rule));
  }
}
