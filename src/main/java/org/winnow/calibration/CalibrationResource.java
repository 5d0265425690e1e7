package org.winnow.calibration;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.winnow.calibration.CalibrationRounds.Message;
import org.winnow.calibration.CalibrationRounds.Round;
import org.winnow.calibration.CalibrationRounds.Unclear;
import org.winnow.calibration.CalibrationRounds.Vote;
import org.winnow.platform.RuleViolation;
import org.winnow.record.RecordView;
import org.winnow.record.RecordViews;
import org.winnow.review.Protocol;
import org.winnow.review.Reviews;
import org.winnow.review.ScreeningPolicy.Mask;
import org.winnow.screening.AgreementReport;
import org.winnow.screening.Judgement;
import org.winnow.screening.MaybeRule;
import org.winnow.screening.Verdict;
import org.winnow.team.CurrentAccount;
import org.winnow.team.Members;
import org.winnow.team.RequiresRole;
import org.winnow.team.ReviewRole;

/** Rounds of voting for practice, before whose reveal nobody is told of another's votes. */
@Path("/api/v1/reviews/{reviewId}/calibration")
class CalibrationResource {
  private static final int LARGEST = 200;

  private final CalibrationService calibration;
  private final CalibrationRounds rounds;
  private final Reviews reviews;
  private final RecordViews views;
  private final Members members;
  private final CurrentAccount current;

  CalibrationResource(
      CalibrationService calibration,
      CalibrationRounds rounds,
      Reviews reviews,
      RecordViews views,
      Members members,
      CurrentAccount current) {
    this.calibration = calibration;
    this.rounds = rounds;
    this.reviews = reviews;
    this.views = views;
    this.members = members;
    this.current = current;
  }

  /**
   * @param candidates records over which the criteria were found unclear; for leads who are not
   *     blinded, since a mark tells of votes
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Rounds(List<RoundView> items, @Nullable List<Candidate> candidates) {}

  record Candidate(int itemId, RecordView record, String comment) {}

  record Someone(UUID id, String displayName) {}

  /**
   * @param revealedBy absent when the last vote revealed it
   * @param voted how many of its records this reviewer has voted on
   * @param progress the same of every reviewer, for leads who are not blinded
   * @param agreement of all together, once revealed; a maybe counts as an inclusion
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record RoundView(
      UUID id,
      int number,
      int records,
      int seed,
      int protocolVersion,
      Someone openedBy,
      Instant openedAt,
      @Nullable Instant revealedAt,
      @Nullable Someone revealedBy,
      @Nullable Integer voted,
      @Nullable List<Progress> progress,
      AgreementReport.@Nullable Together agreement) {}

  record Progress(Someone reviewer, int voted) {}

  /** A round with its records; agreement by pair and reason once it is revealed. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record RoundWhole(RoundView round, List<ItemView> items, @Nullable AgreementReport agreement) {}

  /**
   * @param mine what this reviewer said of it
   * @param votes what everybody said, once revealed
   * @param differs whether verdicts or primary reasons differ, once revealed
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ItemView(
      int itemId,
      RecordView record,
      @Nullable Ballot mine,
      @Nullable List<VoteView> votes,
      @Nullable Boolean differs,
      @Nullable List<MessageView> messages) {}

  record VoteView(Someone reviewer, Verdict verdict, List<UUID> reasons, Instant at) {}

  record MessageView(UUID id, Someone author, String text, Instant at) {}

  /** Something said of a record. */
  record Ballot(@NotNull Verdict verdict, @Nullable @Size(max = 60) List<UUID> reasons) {}

  /**
   * @param size records of the round, the chosen among them
   * @param seed draws the same sample from the same entries
   * @param chosen entries that are to be in it
   */
  record NewRound(
      @Min(1) @Max(LARGEST) int size,
      int seed,
      @Nullable @Size(max = LARGEST) List<@NotNull Integer> chosen) {}

  record NewMessage(@NotBlank @Size(max = 4000) String text) {}

  @GET
  @RequiresRole
  @Transactional
  public Rounds rounds(@PathParam("reviewId") UUID reviewId) {
    List<UUID> reasons = reasonsInOrder(reviewId);
    List<RoundView> items =
        rounds.all(reviewId).stream()
            .map(
                round -> {
                  List<Vote> votes = rounds.votes(reviewId, round.id());
                  return view(
                      reviewId, round, votes, round.isRevealed() ? report(votes, reasons) : null);
                })
            .toList();
    return new Rounds(items, seesVoters(reviewId) ? candidates(reviewId) : null);
  }

  @GET
  @Path("{roundId}")
  @RequiresRole
  @Transactional
  public RoundWhole round(
      @PathParam("reviewId") UUID reviewId, @PathParam("roundId") UUID roundId) {
    Round round = rounds.find(reviewId, roundId).orElseThrow(RuleViolation::notFound);
    List<UUID> reasons = reasonsInOrder(reviewId);
    List<Vote> votes = rounds.votes(reviewId, roundId);
    List<Message> messages = rounds.messages(reviewId, roundId);
    Map<UUID, String> names =
        members.namesOf(
            Stream.concat(
                    votes.stream().map(Vote::reviewer), messages.stream().map(Message::author))
                .distinct()
                .toList());
    List<Integer> items = rounds.items(reviewId, roundId);
    Map<Integer, RecordView> records = views.of(reviewId, items);
    Mask mask = views.maskFor(reviewId, current);
    AgreementReport agreement = round.isRevealed() ? report(votes, reasons) : null;
    List<ItemView> shown = new ArrayList<>();
    for (int item : items) {
      List<Vote> onItem = votes.stream().filter(vote -> vote.item() == item).toList();
      RecordView record = Objects.requireNonNull(records.get(item)).masked(mask);
      Ballot mine =
          onItem.stream()
              .filter(vote -> vote.reviewer().equals(current.id()))
              .map(vote -> new Ballot(vote.verdict(), vote.reasons()))
              .findFirst()
              .orElse(null);
      shown.add(
          round.isRevealed()
              ? new ItemView(
                  item,
                  record,
                  mine,
                  onItem.stream()
                      .map(
                          vote ->
                              new VoteView(
                                  someone(vote.reviewer(), names),
                                  vote.verdict(),
                                  vote.reasons(),
                                  vote.at()))
                      .toList(),
                  differ(onItem, reasons),
                  messages.stream()
                      .filter(message -> message.item() == item)
                      .map(
                          message ->
                              new MessageView(
                                  message.id(),
                                  someone(message.author(), names),
                                  message.text(),
                                  message.at()))
                      .toList())
              : new ItemView(item, record, mine, null, null, null));
    }
    return new RoundWhole(view(reviewId, round, votes, agreement), shown, agreement);
  }

  @PUT
  @Path("{roundId}")
  @RequiresRole(ReviewRole.LEAD)
  public void open(
      @PathParam("reviewId") UUID reviewId,
      @PathParam("roundId") UUID roundId,
      @NotNull @Valid NewRound round) {
    calibration.open(
        reviewId,
        current.id(),
        roundId,
        round.size(),
        round.seed(),
        round.chosen() == null ? Set.of() : Set.copyOf(round.chosen()));
  }

  /** Shows everybody what everybody said; there is no way back. */
  @PUT
  @Path("{roundId}/reveal")
  @RequiresRole(ReviewRole.LEAD)
  public void reveal(@PathParam("reviewId") UUID reviewId, @PathParam("roundId") UUID roundId) {
    calibration.reveal(reviewId, current.id(), roundId);
  }

  /** My vote on a record of the round, in place of an earlier one. It counts nowhere else. */
  @PUT
  @Path("{roundId}/records/{itemId}/vote")
  @RequiresRole(ReviewRole.REVIEWER)
  public void vote(
      @PathParam("reviewId") UUID reviewId,
      @PathParam("roundId") UUID roundId,
      @PathParam("itemId") int item,
      @NotNull @Valid Ballot ballot) {
    calibration.vote(
        reviewId,
        current.id(),
        new CalibrationVoteCast(
            roundId,
            item,
            ballot.verdict(),
            ballot.reasons() == null ? List.of() : List.copyOf(ballot.reasons())));
  }

  @PUT
  @Path("{roundId}/records/{itemId}/messages/{messageId}")
  @RequiresRole({ReviewRole.LEAD, ReviewRole.ADJUDICATOR, ReviewRole.REVIEWER})
  public void write(
      @PathParam("reviewId") UUID reviewId,
      @PathParam("roundId") UUID roundId,
      @PathParam("itemId") int item,
      @PathParam("messageId") UUID message,
      @NotNull @Valid NewMessage written) {
    calibration.write(
        reviewId,
        current.id(),
        new CalibrationMessageWritten(message, roundId, item, written.text().strip()));
  }

  private RoundView view(
      UUID reviewId, Round round, List<Vote> votes, @Nullable AgreementReport agreement) {
    Map<UUID, Integer> progress =
        seesVoters(reviewId) && !round.isRevealed()
            ? rounds.progress(reviewId, round.id())
            : Map.of();
    Map<UUID, String> names =
        members.namesOf(
            Stream.concat(
                    progress.keySet().stream(),
                    Stream.of(round.openedBy(), round.revealedBy()).filter(Objects::nonNull))
                .distinct()
                .toList());
    return new RoundView(
        round.id(),
        round.number(),
        round.records(),
        round.seed(),
        round.protocolVersion(),
        someone(round.openedBy(), names),
        round.openedAt(),
        round.revealedAt(),
        round.revealedBy() == null ? null : someone(round.revealedBy(), names),
        current.has(ReviewRole.REVIEWER)
            ? Math.toIntExact(
                votes.stream().filter(vote -> vote.reviewer().equals(current.id())).count())
            : null,
        progress.isEmpty()
            ? null
            : progress.entrySet().stream()
                .map(one -> new Progress(someone(one.getKey(), names), one.getValue()))
                .sorted(
                    java.util.Comparator.comparing((Progress one) -> one.reviewer().displayName()))
                .toList(),
        agreement == null ? null : agreement.together());
  }

  private AgreementReport report(List<Vote> votes, List<UUID> reasons) {
    return AgreementReport.of(
        votes.stream()
            .map(
                vote ->
                    Judgement.of(
                        vote.item(),
                        vote.reviewer(),
                        vote.verdict(),
                        vote.reasons(),
                        reasons,
                        vote.sequence(),
                        vote.at()))
            .toList(),
        members.namesOf(votes.stream().map(Vote::reviewer).distinct().toList()),
        MaybeRule.INCLUDE,
        reasons);
  }

  private static boolean differ(List<Vote> votes, List<UUID> reasonsInOrder) {
    record Said(Verdict verdict, @Nullable UUID reason) {}
    return votes.stream()
            .map(
                vote ->
                    new Said(
                        vote.verdict(),
                        reasonsInOrder.stream()
                            .filter(vote.reasons()::contains)
                            .findFirst()
                            .orElse(null)))
            .collect(Collectors.toSet())
            .size()
        > 1;
  }

  private List<Candidate> candidates(UUID reviewId) {
    List<Unclear> unclear = rounds.unclear(reviewId);
    Map<Integer, RecordView> records =
        views.of(reviewId, unclear.stream().map(Unclear::item).toList());
    return unclear.stream()
        .map(
            mark ->
                new Candidate(
                    mark.item(), Objects.requireNonNull(records.get(mark.item())), mark.comment()))
        .toList();
  }

  private boolean seesVoters(UUID reviewId) {
    return current.has(ReviewRole.LEAD) && !reviews.isBlinded(reviewId, current);
  }

  private List<UUID> reasonsInOrder(UUID reviewId) {
    return reviews.protocol(reviewId).protocol().reasons().stream()
        .map(Protocol.Reason::id)
        .toList();
  }

  private static Someone someone(UUID id, Map<UUID, String> names) {
    return new Someone(id, names.getOrDefault(id, ""));
  }
}
