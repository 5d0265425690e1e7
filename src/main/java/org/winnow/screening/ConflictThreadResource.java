package org.winnow.screening;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.winnow.review.Reviews;
import org.winnow.review.Stage;
import org.winnow.team.CurrentAccount;
import org.winnow.team.Members;
import org.winnow.team.RequiresRole;
import org.winnow.team.ReviewRole;

/** What is said about an item, for those to whom its votes are revealed. */
@Path("/api/v1/reviews/{reviewId}/stages/{stage}/records/{itemId}")
class ConflictThreadResource {
  private final ConflictService conflicts;
  private final ConflictThreads threads;
  private final Reviews reviews;
  private final Members members;
  private final CurrentAccount current;

  ConflictThreadResource(
      ConflictService conflicts,
      ConflictThreads threads,
      Reviews reviews,
      Members members,
      CurrentAccount current) {
    this.conflicts = conflicts;
    this.threads = threads;
    this.reviews = reviews;
    this.members = members;
    this.current = current;
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ThreadView(
      List<MessageView> messages, List<ReturnView> returns, @Nullable UnclearView unclear) {}

  record Author(UUID id, String displayName) {}

  record MessageView(UUID id, Author author, String text, Instant at) {}

  /**
   * A conflict that was sent back.
   *
   * @param votes what was said until then; empty where the policy hides votes
   */
  record ReturnView(UUID id, Author by, String comment, Instant at, List<FormerVoteView> votes) {}

  record FormerVoteView(
      UUID voteId, Author reviewer, Verdict verdict, List<UUID> reasons, Instant at) {}

  record UnclearView(Author by, String comment, Instant at) {}

  record NewMessage(@NotBlank @Size(max = 4000) String text) {}

  record Comment(@Nullable @Size(max = 4000) String comment) {
    String stripped() {
      return comment == null ? "" : comment.strip();
    }
  }

  @GET
  @Path("thread")
  @RequiresRole({ReviewRole.LEAD, ReviewRole.ADJUDICATOR, ReviewRole.REVIEWER})
  @Transactional
  public ThreadView thread(
      @PathParam("reviewId") UUID reviewId,
      @PathParam("stage") Stage stage,
      @PathParam("itemId") int item) {
    conflicts.refuseUnlessRevealed(reviewId, current, stage, item);
    List<ConflictThreads.Message> messages = threads.messages(reviewId, stage, item);
    List<ConflictThreads.Returned> returns = threads.returns(reviewId, stage, item);
    Optional<ConflictThreads.Unclear> unclear = threads.unclear(reviewId, stage, item);
    boolean seesAll = current.has(ReviewRole.LEAD) && !reviews.isBlinded(reviewId, current);
    boolean hidden = reviews.policy(reviewId).conflictVotesHidden() && !seesAll;
    List<ConflictThreads.FormerVote> votes =
        hidden ? List.of() : threads.formerVotes(reviewId, stage, item);
    Map<UUID, String> names =
        members.namesOf(
            Stream.of(
                    messages.stream().map(ConflictThreads.Message::author),
                    returns.stream().map(ConflictThreads.Returned::by),
                    votes.stream().map(ConflictThreads.FormerVote::reviewer),
                    unclear.stream().map(ConflictThreads.Unclear::by))
                .flatMap(ids -> ids)
                .distinct()
                .toList());
    return new ThreadView(
        messages.stream()
            .map(
                message ->
                    new MessageView(
                        message.id(),
                        author(message.author(), names),
                        message.text(),
                        message.at()))
            .toList(),
        returns.stream()
            .map(
                returned ->
                    new ReturnView(
                        returned.id(),
                        author(returned.by(), names),
                        returned.comment(),
                        returned.at(),
                        votes.stream()
                            .filter(vote -> vote.returned() == returned.sequence())
                            .map(
                                vote ->
                                    new FormerVoteView(
                                        vote.id(),
                                        author(vote.reviewer(), names),
                                        vote.verdict(),
                                        vote.reasons(),
                                        vote.at()))
                            .toList()))
            .toList(),
        unclear
            .map(mark -> new UnclearView(author(mark.by(), names), mark.comment(), mark.at()))
            .orElse(null));
  }

  @PUT
  @Path("thread/messages/{messageId}")
  @RequiresRole({ReviewRole.LEAD, ReviewRole.ADJUDICATOR, ReviewRole.REVIEWER})
  public void write(
      @PathParam("reviewId") UUID reviewId,
      @PathParam("stage") Stage stage,
      @PathParam("itemId") int item,
      @PathParam("messageId") UUID message,
      @NotNull @Valid NewMessage written) {
    conflicts.write(
        reviewId,
        current,
        new ConflictMessageWritten(message, stage, item, written.text().strip()));
  }

  /** Asks all who voted to vote anew. */
  @PUT
  @Path("returns/{returnId}")
  @RequiresRole({ReviewRole.ADJUDICATOR, ReviewRole.REVIEWER})
  public void sendBack(
      @PathParam("reviewId") UUID reviewId,
      @PathParam("stage") Stage stage,
      @PathParam("itemId") int item,
      @PathParam("returnId") UUID id,
      @NotNull @Valid Comment comment) {
    conflicts.sendBack(
        reviewId, current, new ConflictReturned(id, stage, item, comment.stripped()));
  }

  @PUT
  @Path("unclear")
  @RequiresRole({ReviewRole.LEAD, ReviewRole.ADJUDICATOR, ReviewRole.REVIEWER})
  public void markUnclear(
      @PathParam("reviewId") UUID reviewId,
      @PathParam("stage") Stage stage,
      @PathParam("itemId") int item,
      @NotNull @Valid Comment comment) {
    conflicts.markUnclear(
        reviewId, current, new CriteriaFoundUnclear(stage, item, comment.stripped()));
  }

  @DELETE
  @Path("unclear")
  @RequiresRole({ReviewRole.LEAD, ReviewRole.ADJUDICATOR, ReviewRole.REVIEWER})
  public void clear(
      @PathParam("reviewId") UUID reviewId,
      @PathParam("stage") Stage stage,
      @PathParam("itemId") int item) {
    conflicts.clear(reviewId, current, new CriteriaFoundClear(stage, item));
  }

  private static Author author(UUID id, Map<UUID, String> names) {
    return new Author(id, names.getOrDefault(id, ""));
  }
}
