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
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.winnow.annotation.Notes;
import org.winnow.platform.Page;
import org.winnow.platform.Sql;
import org.winnow.record.RecordView;
import org.winnow.record.RecordViews;
import org.winnow.review.Protocol;
import org.winnow.review.Reviews;
import org.winnow.review.ScreeningPolicy.ConflictRule;
import org.winnow.review.Stage;
import org.winnow.team.CurrentAccount;
import org.winnow.team.Members;
import org.winnow.team.RequiresRole;
import org.winnow.team.ReviewRole;

@Path("/api/v1/reviews/{reviewId}/stages/{stage}")
class ConflictResource {
  private final ScreeningService screening;
  private final Screenings screenings;
  private final Reviews reviews;
  private final RecordViews views;
  private final Notes noted;
  private final Evidences evidences;
  private final Members members;
  private final Sql sql;
  private final CurrentAccount current;

  ConflictResource(
      ScreeningService screening,
      Screenings screenings,
      Reviews reviews,
      RecordViews views,
      Notes noted,
      Evidences evidences,
      Members members,
      Sql sql,
      CurrentAccount current) {
    this.screening = screening;
    this.screenings = screenings;
    this.reviews = reviews;
    this.views = views;
    this.noted = noted;
    this.evidences = evidences;
    this.members = members;
    this.sql = sql;
    this.current = current;
  }

  /**
   * Votes that disagree, with the record they are about and what the voters noted on it; neither
   * votes nor notes where the policy hides votes.
   */
  record Conflict(
      int itemId,
      RecordView record,
      List<VoteView> votes,
      List<NoteView> notes,
      String kind,
      Instant since,
      boolean mine) {}

  /** A vote; taken over when it came with another tool's export. */
  record VoteView(
      UUID voteId,
      Reviewer reviewer,
      Verdict verdict,
      List<UUID> reasons,
      List<Evidence> evidence,
      Instant at,
      boolean takenOver) {}

  record NoteView(Reviewer by, String text, Instant at) {}

  record Reviewer(UUID id, String displayName) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record NewAdjudication(
      @NotNull Verdict verdict,
      @Nullable @Size(max = 60) List<UUID> reasons,
      @Nullable @Size(max = 4000) String comment) {}

  /** Conflicts that this member may settle, and for leads who are not blinded all; oldest first. */
  @GET
  @Path("conflicts")
  @RequiresRole({ReviewRole.ADJUDICATOR, ReviewRole.LEAD, ReviewRole.REVIEWER})
  @Transactional
  public Page<Conflict> conflicts(
      @PathParam("reviewId") UUID reviewId,
      @PathParam("stage") Stage stage,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    int asked = Page.limit(limit);
    Protocol protocol = reviews.protocol(reviewId).protocol();
    if (!current.has(ReviewRole.ADJUDICATOR)
        && !current.has(ReviewRole.LEAD)
        && protocol.policy().conflictRule() != ConflictRule.CONSENSUS) {
      // Even how long it takes to look through them would tell how many there are.
      return new Page<>(List.of(), null);
    }
    record Row(int item, String status, Instant since, long at) {}
    List<Row> rows =
        sql.list(
            "SELECT s.item_id, s.status, s.since, (EXTRACT(EPOCH FROM s.since) * 1000000)::bigint"
                + " FROM screening s JOIN record r ON r.review_id = s.review_id AND r.id = s.item_id"
                + " AND r.live AND r.representative_id IS NULL WHERE s.review_id = ? AND s.stage = ?"
                + " AND s.status LIKE '%CONFLICT' ORDER BY s.since, s.item_id",
            row ->
                new Row(
                    row.getInt(1),
                    row.getString(2),
                    row.getTimestamp(3).toInstant(),
                    row.getLong(4)),
            reviewId,
            stage);
    Map<Integer, List<Vote>> votes =
        screenings.votes(reviewId, stage, rows.stream().map(Row::item).toList());
    boolean seesAll = current.has(ReviewRole.LEAD) && !reviews.isBlinded(reviewId, current);
    List<Row> visible =
        rows.stream()
            .filter(
                row ->
                    seesAll
                        || ScreeningService.maySettle(
                            protocol, current, votes.getOrDefault(row.item(), List.of())))
            .skip(Page.numericCursor(cursor, 0))
            .toList();
    List<Row> shown = visible.subList(0, Math.min(asked, visible.size()));
    Map<Integer, RecordView> records = views.of(reviewId, shown.stream().map(Row::item).toList());
    Map<Integer, List<Notes.Note>> notes =
        noted.on(reviewId, shown.stream().map(Row::item).toList());
    Map<UUID, String> names =
        members.namesOf(
            votes.values().stream().flatMap(List::stream).map(Vote::reviewer).distinct().toList());
    Map<UUID, List<Evidence>> quoted =
        evidences.of(
            reviewId,
            shown.stream()
                .flatMap(row -> votes.getOrDefault(row.item(), List.of()).stream())
                .map(Vote::id)
                .toList());
    List<Conflict> conflicts =
        shown.stream()
            .map(
                row -> {
                  List<Vote> itemVotes = votes.getOrDefault(row.item(), List.of());
                  boolean hidden = protocol.policy().conflictVotesHidden() && !seesAll;
                  return new Conflict(
                      row.item(),
                      Objects.requireNonNull(records.get(row.item())),
                      hidden
                          ? List.of()
                          : itemVotes.stream().map(vote -> view(vote, quoted, names)).toList(),
                      hidden
                          ? List.of()
                          : ofVoters(notes.getOrDefault(row.item(), List.of()), itemVotes, names),
                      row.status().equals("REASON_CONFLICT") ? "reason" : "verdict",
                      row.since(),
                      ScreeningService.maySettle(protocol, current, itemVotes));
                })
            .toList();
    long next = Page.numericCursor(cursor, 0) + shown.size();
    return new Page<>(conflicts, visible.size() > asked ? Long.toString(next) : null);
  }

  @PUT
  @Path("records/{itemId}/adjudications/{adjudicationId}")
  @RequiresRole({ReviewRole.ADJUDICATOR, ReviewRole.REVIEWER})
  public void adjudicate(
      @PathParam("reviewId") UUID reviewId,
      @PathParam("stage") Stage stage,
      @PathParam("itemId") int item,
      @PathParam("adjudicationId") UUID adjudicationId,
      @NotNull @Valid NewAdjudication adjudication) {
    String comment = adjudication.comment();
    List<UUID> reasons = adjudication.reasons();
    screening.adjudicate(
        reviewId,
        current,
        new ConflictAdjudicated(
            adjudicationId,
            stage,
            item,
            adjudication.verdict(),
            reasons == null ? List.of() : reasons,
            comment == null ? "" : comment.strip()));
  }

  @DELETE
  @Path("records/{itemId}/adjudications/{adjudicationId}")
  @RequiresRole({ReviewRole.ADJUDICATOR, ReviewRole.REVIEWER})
  public void withdraw(
      @PathParam("reviewId") UUID reviewId,
      @PathParam("stage") Stage stage,
      @PathParam("itemId") int item,
      @PathParam("adjudicationId") UUID adjudicationId) {
    screening.withdrawAdjudication(reviewId, current.id(), adjudicationId);
  }

  /** Who has not voted has not been revealed either. */
  private static List<NoteView> ofVoters(
      List<Notes.Note> notes, List<Vote> votes, Map<UUID, String> names) {
    return notes.stream()
        .filter(note -> votes.stream().anyMatch(vote -> vote.reviewer().equals(note.by())))
        .map(
            note ->
                new NoteView(
                    new Reviewer(note.by(), names.getOrDefault(note.by(), "")),
                    note.text(),
                    note.at()))
        .toList();
  }

  private static VoteView view(
      Vote vote, Map<UUID, List<Evidence>> quoted, Map<UUID, String> names) {
    return new VoteView(
        vote.id(),
        new Reviewer(vote.reviewer(), names.getOrDefault(vote.reviewer(), "")),
        vote.verdict(),
        vote.reasons(),
        quoted.getOrDefault(vote.id(), List.of()),
        vote.at(),
        vote.takeover() != null);
  }
}
