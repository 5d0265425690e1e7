package org.winnow.screening;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.winnow.platform.Page;
import org.winnow.platform.Sql;
import org.winnow.record.RecordView;
import org.winnow.record.RecordViews;
import org.winnow.retrieval.Reports;
import org.winnow.retrieval.Retrieval;
import org.winnow.review.Reviews;
import org.winnow.review.Reviews.ProtocolVersion;
import org.winnow.review.ScreeningPolicy;
import org.winnow.review.Stage;
import org.winnow.team.CurrentAccount;
import org.winnow.team.RequiresRole;
import org.winnow.team.ReviewRole;

@Path("/api/v1/reviews/{reviewId}/stages/{stage}")
class ScreeningResource {
  private static final int AHEAD = 20;

  private final BallotBox ballots;
  private final ScreeningService screening;
  private final Queue queue;
  private final ScreeningProgress progress;
  private final Reviews reviews;
  private final Reports reports;
  private final RecordViews views;
  private final Sql sql;
  private final CurrentAccount current;

  ScreeningResource(
      BallotBox ballots,
      ScreeningService screening,
      Queue queue,
      ScreeningProgress progress,
      Reviews reviews,
      Reports reports,
      RecordViews views,
      Sql sql,
      CurrentAccount current) {
    this.ballots = ballots;
    this.screening = screening;
    this.queue = queue;
    this.progress = progress;
    this.reviews = reviews;
    this.reports = reports;
    this.views = views;
    this.sql = sql;
    this.current = current;
  }

  /** The next items; one's own progress, which takes counting, is told with the first of them. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record QueueView(
      List<Item> items,
      ScreeningProgress.@Nullable Mine mine,
      int criteriaVersion,
      boolean closed) {}

  /** What there is to vote on, with all that the page needs to show it. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Item(
      int itemId, int version, RecordView record, String position, @Nullable Retrieval retrieval) {}

  record NewVote(
      @NotNull Verdict verdict,
      @Nullable @Size(max = 60) List<UUID> reasons,
      int version,
      @Nullable Instant shownAt,
      @Nullable Instant decidedAt) {}

  record Recorded(UUID voteId, Instant recordedAt) {}

  /** A vote of one's own. */
  record MyVote(
      int itemId,
      RecordView record,
      UUID voteId,
      Verdict verdict,
      List<UUID> reasons,
      Instant at) {}

  @GET
  @Path("queue")
  @RequiresRole(ReviewRole.REVIEWER)
  @Transactional
  public QueueView queue(
      @PathParam("reviewId") UUID reviewId,
      @PathParam("stage") Stage stage,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable Integer limit) {
    ProtocolVersion protocol = reviews.protocol(reviewId);
    ScreeningPolicy policy = protocol.protocol().policy();
    boolean closed = reviews.isClosed(reviewId, stage);
    List<Queue.Entry> entries =
        closed
            ? List.of()
            : queue.next(
                reviewId,
                stage,
                current.id(),
                policy.order(),
                after,
                limit == null ? AHEAD : Page.limit(limit));
    Map<Integer, RecordView> shown =
        views.of(reviewId, entries.stream().map(Queue.Entry::item).toList());
    return new QueueView(
        entries.stream()
            .map(
                entry ->
                    new Item(
                        entry.item(),
                        protocol.version(),
                        masked(shown, entry.item(), policy),
                        entry.position(),
                        stage == Stage.FULL_TEXT
                            ? reports.retrieval(reviewId, entry.item()).orElse(Retrieval.SOUGHT)
                            : null))
            .toList(),
        after == null ? progress.mine(reviewId, stage, current.id()) : null,
        protocol.version(),
        closed);
  }

  @PUT
  @Path("records/{itemId}/votes/{voteId}")
  @RequiresRole(ReviewRole.REVIEWER)
  public Recorded vote(
      @PathParam("reviewId") UUID reviewId,
      @PathParam("stage") Stage stage,
      @PathParam("itemId") int item,
      @PathParam("voteId") UUID voteId,
      @NotNull @Valid NewVote vote) {
    Instant at =
        ballots.cast(
            reviewId,
            current.id(),
            new VoteCast(
                voteId,
                stage,
                item,
                vote.verdict(),
                vote.reasons() == null ? List.of() : List.copyOf(vote.reasons()),
                vote.version(),
                vote.shownAt(),
                vote.decidedAt()));
    return new Recorded(voteId, at);
  }

  @DELETE
  @Path("records/{itemId}/votes/{voteId}")
  @RequiresRole(ReviewRole.REVIEWER)
  public void withdraw(
      @PathParam("reviewId") UUID reviewId,
      @PathParam("stage") Stage stage,
      @PathParam("itemId") int item,
      @PathParam("voteId") UUID voteId) {
    screening.withdraw(reviewId, current.id(), voteId);
  }

  /** My decisions, the latest first. */
  @GET
  @Path("votes")
  @RequiresRole(ReviewRole.REVIEWER)
  @Transactional
  public Page<MyVote> votes(
      @PathParam("reviewId") UUID reviewId,
      @PathParam("stage") Stage stage,
      @QueryParam("verdict") @Nullable Verdict verdict,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    record Row(
        int item, UUID vote, Verdict verdict, List<UUID> reasons, Instant at, long sequence) {}
    int asked = Page.limit(limit);
    Place before = Place.of(cursor);
    List<Row> rows =
        sql.list(
            "SELECT v.counts_for, v.id, v.verdict, v.reasons, v.cast_at, v.sequence FROM vote v"
                + " WHERE v.review_id = ? AND v.stage = ? AND v.reviewer_id = ? AND"
                + " v.withdrawn_sequence IS NULL AND (v.sequence, v.counts_for) < (?, ?) AND NOT"
                + " EXISTS (SELECT 1 FROM vote w WHERE w.review_id = v.review_id AND w.stage ="
                + " v.stage AND w.reviewer_id = v.reviewer_id AND w.counts_for = v.counts_for AND"
                + " w.withdrawn_sequence IS NULL AND (w.sequence, w.id) > (v.sequence, v.id)) AND"
                + " (?::text IS NULL OR v.verdict = ?::text) ORDER BY v.sequence DESC, v.counts_for"
                + " DESC LIMIT ?",
            row ->
                new Row(
                    row.getInt(1),
                    row.getObject(2, UUID.class),
                    Verdict.valueOf(row.getString(3)),
                    List.of((UUID[]) row.getArray(4).getArray()),
                    row.getTimestamp(5).toInstant(),
                    row.getLong(6)),
            reviewId,
            stage,
            current.id(),
            before.sequence(),
            before.item(),
            verdict,
            verdict,
            asked + 1);
    ScreeningPolicy policy = reviews.policy(reviewId);
    Map<Integer, RecordView> shown = views.of(reviewId, rows.stream().map(Row::item).toList());
    Page<Row> page = Page.of(rows, asked, row -> new Place(row.sequence(), row.item()).cursor());
    return new Page<>(
        page.items().stream()
            .map(
                row ->
                    new MyVote(
                        row.item(),
                        masked(shown, row.item(), policy),
                        row.vote(),
                        row.verdict(),
                        row.reasons(),
                        row.at()))
            .toList(),
        page.next());
  }

  /** A vote's place in the list: votes of one takeover share their sequence. */
  private record Place(long sequence, int item) {
    static Place of(@Nullable String cursor) {
      if (cursor == null || cursor.isEmpty()) {
        return new Place(Long.MAX_VALUE, Integer.MAX_VALUE);
      }
      String[] parts = cursor.split("-", 2);
      return new Place(
          Page.numericCursor(parts[0], 0),
          parts.length < 2 ? 0 : Math.toIntExact(Page.numericCursor(parts[1], 0)));
    }

    String cursor() {
      return sequence + "-" + item;
    }
  }

  private static RecordView masked(
      Map<Integer, RecordView> shown, int record, ScreeningPolicy policy) {
    return java.util.Objects.requireNonNull(shown.get(record)).masked(policy.mask());
  }
}
