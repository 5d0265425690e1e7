package org.winnow.identification;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.winnow.platform.Page;
import org.winnow.platform.Sql;
import org.winnow.record.SourceDescribed;
import org.winnow.record.SourceKind;
import org.winnow.record.Sources;
import org.winnow.team.CurrentAccount;
import org.winnow.team.RequiresRole;
import org.winnow.team.ReviewRole;

@Path("/api/v1/reviews/{reviewId}/sources")
class SourceResource {
  private static final Tally NOTHING = new Tally(0, 0, Completeness.NONE);

  private final Sources sources;
  private final Rounds rounds;
  private final Sql sql;
  private final CurrentAccount current;

  SourceResource(Sources sources, Rounds rounds, Sql sql, CurrentAccount current) {
    this.sources = sources;
    this.rounds = rounds;
    this.sql = sql;
    this.current = current;
  }

  record SourceDetails(
      @NotNull SourceKind kind,
      @NotBlank @Size(max = 300) String name,
      @Nullable @Size(max = 300) String platform,
      @Nullable @Size(max = 100) String searchedOn,
      @Nullable @Size(max = 100_000) String query,
      @Nullable @Size(max = 20_000) String limits,
      @Nullable @Min(0) Integer hitsReported,
      @Nullable @Min(1) Integer round) {
    SourceDescribed of(UUID source) {
      return new SourceDescribed(
          source,
          kind,
          given(name),
          given(platform),
          given(searchedOn),
          given(query),
          given(limits),
          hitsReported);
    }

    private static String given(@Nullable String text) {
      return text == null ? "" : Quarantine.storable(text.strip());
    }
  }

  /**
   * A source and what came of it.
   *
   * @param round number of the round of searching that it belongs to, from 1
   * @param imports files that stand
   * @param records records of those files
   * @param withinSource how many of them another record of the same source stands for
   * @param completeness how many of them have a field
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record SourceView(
      UUID id,
      SourceKind kind,
      String name,
      String platform,
      String searchedOn,
      String query,
      String limits,
      @Nullable Integer hitsReported,
      int round,
      int imports,
      int records,
      int withinSource,
      Completeness completeness) {
    static SourceView of(SourceDescribed source, int round, int imports, Tally tally) {
      return new SourceView(
          source.source(),
          source.kind(),
          source.name(),
          source.platform(),
          source.searchedOn(),
          source.query(),
          source.limits(),
          source.hitsReported(),
          round,
          imports,
          tally.records(),
          tally.records() - tally.entries(),
          tally.completeness());
    }
  }

  /** Records of a source, and entries that they are when duplicates within it count once. */
  private record Tally(int records, int entries, Completeness completeness) {}

  @GET
  @RequiresRole
  @Transactional
  public Page<SourceView> list(@PathParam("reviewId") UUID reviewId) {
    Map<UUID, Integer> imports = imports(reviewId);
    Map<UUID, Tally> tallies = tallies(reviewId);
    Map<UUID, Integer> placed = rounds.bySource(reviewId);
    List<SourceView> views =
        sources.list(reviewId).stream()
            .map(
                source ->
                    SourceView.of(
                        source,
                        placed.getOrDefault(source.source(), Rounds.FIRST),
                        imports.getOrDefault(source.source(), 0),
                        tallies.getOrDefault(source.source(), NOTHING)))
            .toList();
    return Page.whole(views);
  }

  @PUT
  @Path("{sourceId}")
  @RequiresRole(ReviewRole.LEAD)
  @Transactional
  public SourceView describe(
      @PathParam("reviewId") UUID reviewId,
      @PathParam("sourceId") UUID sourceId,
      @NotNull @Valid SourceDetails details) {
    SourceDescribed source = details.of(sourceId);
    boolean isNew = sources.find(reviewId, sourceId).isEmpty();
    sources.describe(reviewId, current.id(), source);
    if (details.round() != null || isNew) {
      int round = details.round() == null ? rounds.newest(reviewId) : details.round();
      rounds.place(reviewId, current.id(), sourceId, round);
    }
    return SourceView.of(
        source,
        rounds.bySource(reviewId).getOrDefault(sourceId, Rounds.FIRST),
        imports(reviewId).getOrDefault(sourceId, 0),
        tallies(reviewId).getOrDefault(sourceId, NOTHING));
  }

  private Map<UUID, Integer> imports(UUID reviewId) {
    Map<UUID, Integer> imports = new HashMap<>();
    sql.list(
        "SELECT source_id, count(*) FROM import_batch WHERE review_id = ? AND state = 'COMMITTED'"
            + " GROUP BY source_id",
        row -> imports.put(row.getObject(1, UUID.class), row.getInt(2)),
        reviewId);
    return imports;
  }

  private Map<UUID, Tally> tallies(UUID reviewId) {
    Map<UUID, Tally> tallies = new HashMap<>();
    sql.list(
        "SELECT source_id, count(*), count(DISTINCT COALESCE(representative_id, id)),"
            + " count(*) FILTER (WHERE title_en <> '' OR title_zh <> ''),"
            + " count(*) FILTER (WHERE abstract_en <> '' OR abstract_zh <> ''),"
            + " count(*) FILTER (WHERE year <> 0), count(*) FILTER (WHERE doi <> ''),"
            + " count(*) FILTER (WHERE authors <> '{}'), count(*) FILTER (WHERE language <> '')"
            + " FROM record WHERE review_id = ? AND live GROUP BY source_id",
        row ->
            tallies.put(
                row.getObject(1, UUID.class),
                new Tally(
                    row.getInt(2),
                    row.getInt(3),
                    new Completeness(
                        row.getInt(4),
                        row.getInt(5),
                        row.getInt(6),
                        row.getInt(7),
                        row.getInt(8),
                        row.getInt(9)))),
        reviewId);
    return tallies;
  }
}
