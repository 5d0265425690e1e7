package org.winnow.screening;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
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
import org.winnow.allocation.Allocations;
import org.winnow.annotation.Tagged;
import org.winnow.platform.Arrival;
import org.winnow.platform.Page;
import org.winnow.platform.RuleViolation;
import org.winnow.platform.Sql;
import org.winnow.record.RecordView;
import org.winnow.record.RecordViews;
import org.winnow.retrieval.Reports;
import org.winnow.retrieval.Retrieval;
import org.winnow.review.Reviews;
import org.winnow.review.Reviews.ProtocolVersion;
import org.winnow.review.ScreeningPolicy;
import org.winnow.review.Stage;
import org.winnow.screening.Queue.Selection;
import org.winnow.screening.Queue.Selection.Only;
import org.winnow.team.CurrentAccount;
import org.winnow.team.RequiresRole;
import org.winnow.team.ReviewRole;

@Path("/api/v1/reviews/{reviewId}/stages/{stage}")
class ScreeningResource {
  private static final int AHEAD = 20;

  private final BallotBox ballots;
  private final ScreeningService screening;
  private final LaterService later;
  private final Queue queue;
  private final ScreeningProgress progress;
  private final Allocations allocations;
  private final Reviews reviews;
  private final Reports reports;
  private final Evidences evidences;
  private final RecordViews views;
  private final Sql sql;
  private final CurrentAccount current;
  private final Arrival arrival;

  ScreeningResource(
      BallotBox ballots,
      ScreeningService screening,
      LaterService later,
      Queue queue,
      ScreeningProgress progress,
      Allocations allocations,
      Reviews reviews,
      Reports reports,
      Evidences evidences,
      RecordViews views,
      Sql sql,
      CurrentAccount current,
      Arrival arrival) {
    this.ballots = ballots;
    this.screening = screening;
    this.later = later;
    this.queue = queue;
    this.progress = progress;
    this.allocations = allocations;
    this.reviews = reviews;
    this.reports = reports;
    this.evidences = evidences;
    this.views = views;
    this.sql = sql;
    this.current = current;
    this.arrival = arrival;
  }

  /** The next items; one's own progress, which takes counting, is told with the first of them. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record QueueView(
      List<Item> items,
      ScreeningProgress.@Nullable Mine mine,
      ScreeningProgress.@Nullable MyShare share,
      int criteriaVersion,
      boolean closed) {}

  /**
   * What there is to vote on, with all that the page needs to show it.
   *
   * @param later true when the reviewer has put it aside before; absent otherwise
   * @param allocation the version of the rules by which it is handed out, 0 before there are any; a
   *     vote on it gives it back
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Item(
      int itemId,
      int version,
      RecordView record,
      String position,
      @Nullable Retrieval retrieval,
      @Nullable Boolean later,
      int allocation) {}

  record NewVote(
      @NotNull Verdict verdict,
      @Nullable @Size(max = 60) List<UUID> reasons,
      int version,
      @Nullable Instant shownAt,
      @Nullable Instant decidedAt,
      @Nullable @Min(0) Integer allocation,
      @Nullable @Size(max = 60) List<@NotNull @Valid Quoted> evidence) {}

  /** Words of the report that the vote rests on; lengths are in characters. */
  record Quoted(
      @Nullable UUID reasonId,
      @Nullable UUID documentId,
      @Nullable @Min(1) @Max(100_000) Integer page,
      @NotBlank @Size(max = 2000) String quote) {
    Evidence asEvidence() {
      return new Evidence(reasonId, documentId, page, quote.replaceAll("\\p{Cntrl}+", " ").strip());
    }
  }

  record Recorded(UUID voteId, Instant recordedAt) {}

  /** A vote of one's own. */
  record MyVote(
      int itemId,
      RecordView record,
      UUID voteId,
      Verdict verdict,
      List<UUID> reasons,
      List<Evidence> evidence,
      Instant at) {}

  @GET
  @Path("queue")
  @RequiresRole(ReviewRole.REVIEWER)
  @Transactional
  public QueueView queue(
      @PathParam("reviewId") UUID reviewId,
      @PathParam("stage") Stage stage,
      @QueryParam("only") @Nullable String only,
      @QueryParam("tag") @Nullable UUID tag,
      @QueryParam("value") @Nullable String value,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable Integer limit) {
    ProtocolVersion protocol = reviews.protocol(reviewId);
    ScreeningPolicy policy = protocol.protocol().policy();
    boolean closed = reviews.isClosed(reviewId, stage);
    Selection selection =
        new Selection(
            only == null ? Only.ALL : Only.fromString(only), tag, value == null ? "" : value);
    // Before the queue asks for them: what is handed out by newer rules than it says is still
    // taken.
    int rules = allocations.current(reviewId, stage).version();
    List<Queue.Entry> entries =
        closed
            ? List.of()
            : queue.next(
                reviewId,
                stage,
                current.id(),
                policy,
                selection,
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
                            : null,
                        entry.later() ? true : null,
                        rules))
            .toList(),
        after == null ? progress.mine(reviewId, stage, current.id(), selection) : null,
        after == null && !closed
            ? progress.share(reviewId, stage, current.id()).orElse(null)
            : null,
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
    VoteCast cast =
        new VoteCast(
            voteId,
            stage,
            item,
            vote.verdict(),
            vote.reasons() == null ? List.of() : List.copyOf(vote.reasons()),
            vote.version(),
            vote.shownAt(),
            vote.decidedAt(),
            vote.allocation(),
            evidence(vote));
    try (EvenPace _ = new EvenPace(arrival.nanoTime())) {
      return new Recorded(voteId, ballots.cast(reviewId, current.id(), cast));
    }
  }

  private static @Nullable List<Evidence> evidence(NewVote vote) {
    List<Quoted> quoted = vote.evidence();
    return quoted == null || quoted.isEmpty()
        ? null
        : quoted.stream().map(Quoted::asEvidence).toList();
  }

  @DELETE
  @Path("records/{itemId}/votes/{voteId}")
  @RequiresRole(ReviewRole.REVIEWER)
  public void withdraw(
      @PathParam("reviewId") UUID reviewId,
      @PathParam("stage") Stage stage,
      @PathParam("itemId") int item,
      @PathParam("voteId") UUID voteId) {
    try (EvenPace _ = new EvenPace(arrival.nanoTime())) {
      screening.withdraw(reviewId, current.id(), voteId);
    }
  }

  /** Puts an item at the end of one's queue, without a vote. */
  @PUT
  @Path("records/{itemId}/later")
  @RequiresRole(ReviewRole.REVIEWER)
  public void later(
      @PathParam("reviewId") UUID reviewId,
      @PathParam("stage") Stage stage,
      @PathParam("itemId") int item) {
    later.putAside(reviewId, current.id(), stage, item);
  }

  @DELETE
  @Path("records/{itemId}/later")
  @RequiresRole(ReviewRole.REVIEWER)
  public void notLater(
      @PathParam("reviewId") UUID reviewId,
      @PathParam("stage") Stage stage,
      @PathParam("itemId") int item) {
    later.takeUp(reviewId, current.id(), stage, item);
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
      @QueryParam("tag") @Nullable UUID tag,
      @QueryParam("value") @Nullable String value,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    record Row(int item, UUID vote, Verdict verdict, List<UUID> reasons, Instant at) {}
    int asked = Page.limit(limit);
    // A place in the ledger would tell how much others did in between.
    UUID last = voteCursor(cursor);
    String said = value == null ? "" : value;
    List<Row> rows =
        sql.list(
            "SELECT v.counts_for, v.id, v.verdict, v.reasons, v.cast_at FROM vote v"
                + " WHERE v.review_id = ? AND v.stage = ? AND v.reviewer_id = ? AND"
                + " v.withdrawn_sequence IS NULL AND (?::uuid IS NULL OR (v.sequence, v.counts_for)"
                + " < (SELECT c.sequence, c.counts_for FROM vote c WHERE c.review_id = v.review_id"
                + " AND c.id = ?::uuid AND c.reviewer_id = v.reviewer_id)) AND NOT EXISTS (SELECT 1"
                + " FROM vote w WHERE w.review_id = v.review_id AND w.stage = v.stage AND"
                + " w.reviewer_id = v.reviewer_id AND w.counts_for = v.counts_for AND"
                + " w.withdrawn_sequence IS NULL AND (w.sequence, w.id) > (v.sequence, v.id)) AND"
                + " (?::text IS NULL OR v.verdict = ?::text) AND (?::uuid IS NULL OR EXISTS (SELECT"
                + " 1 FROM record r WHERE r.review_id = v.review_id AND r.id = v.counts_for"
                + Tagged.BY_MEMBER
                + ")) ORDER BY v.sequence DESC, v.counts_for DESC LIMIT ?",
            row ->
                new Row(
                    row.getInt(1),
                    row.getObject(2, UUID.class),
                    Verdict.valueOf(row.getString(3)),
                    List.of((UUID[]) row.getArray(4).getArray()),
                    row.getTimestamp(5).toInstant()),
            reviewId,
            stage,
            current.id(),
            last,
            last,
            verdict,
            verdict,
            tag,
            current.id(),
            tag,
            said,
            said,
            asked + 1);
    ScreeningPolicy policy = reviews.policy(reviewId);
    Map<Integer, RecordView> shown = views.of(reviewId, rows.stream().map(Row::item).toList());
    Page<Row> page = Page.of(rows, asked, row -> row.vote().toString());
    Map<UUID, List<Evidence>> quoted =
        evidences.of(reviewId, page.items().stream().map(Row::vote).toList());
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
                        quoted.getOrDefault(row.vote(), List.of()),
                        row.at()))
            .toList(),
        page.next());
  }

  private static @Nullable UUID voteCursor(@Nullable String cursor) {
    if (cursor == null || cursor.isEmpty()) {
      return null;
    }
    try {
      return UUID.fromString(cursor);
    } catch (IllegalArgumentException e) {
      throw RuleViolation.invalid("bad-cursor");
    }
  }

  private static RecordView masked(
      Map<Integer, RecordView> shown, int record, ScreeningPolicy policy) {
    return java.util.Objects.requireNonNull(shown.get(record)).masked(policy.mask());
  }
}
