package org.winnow.screening;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.winnow.allocation.Allocation;
import org.winnow.allocation.Allocations;
import org.winnow.ledger.Ledger;
import org.winnow.ledger.Ledger.Entry;
import org.winnow.ledger.RecordedEvent;
import org.winnow.platform.RuleViolation;
import org.winnow.platform.Sql;
import org.winnow.record.Records;
import org.winnow.retrieval.Documents;
import org.winnow.review.Protocol;
import org.winnow.review.Reviews;
import org.winnow.review.Reviews.StageState;
import org.winnow.review.Stage;

/** Records votes by the rules, as many at once as have come together. */
@ApplicationScoped
class VotingService {
  private final Sql sql;
  private final Ledger ledger;
  private final Reviews reviews;
  private final Records records;
  private final Screenings screenings;
  private final Queue queue;
  private final Allocations allocations;
  private final Shares shares;
  private final Documents documents;
  private final Evidences evidences;

  VotingService(
      Sql sql,
      Ledger ledger,
      Reviews reviews,
      Records records,
      Screenings screenings,
      Queue queue,
      Allocations allocations,
      Shares shares,
      Documents documents,
      Evidences evidences) {
    this.sql = sql;
    this.ledger = ledger;
    this.reviews = reviews;
    this.records = records;
    this.screenings = screenings;
    this.queue = queue;
    this.allocations = allocations;
    this.shares = shares;
    this.documents = documents;
    this.evidences = evidences;
  }

  /** A vote and whose it is. */
  record Ballot(UUID reviewer, VoteCast vote) {}

  /** What became of a ballot. */
  sealed interface Outcome {
    /** Another ballot of these is on the same entry and goes first. */
    Outcome LATER = new Later();

    /** When the vote was recorded; throws what it was refused with. */
    Instant recordedAt();

    record Recorded(Instant recordedAt) implements Outcome {}

    record Failed(RuntimeException why) implements Outcome {
      @Override
      public Instant recordedAt() {
        throw why;
      }
    }

    record Later() implements Outcome {
      @Override
      public Instant recordedAt() {
        throw new IllegalStateException("not counted yet");
      }
    }
  }

  /**
   * Records ballots, the outcome of each in their order. No two may be of one vote. A vote that was
   * recorded before changes nothing.
   */
  @Transactional
  List<Outcome> count(UUID reviewId, List<Ballot> ballots) {
    ledger.lock(reviewId);
    Situation situation = situation(reviewId, ballots);
    List<Outcome> outcomes = new ArrayList<>();
    List<Ballot> valid = new ArrayList<>();
    Set<Integer> entries = new HashSet<>();
    for (Ballot ballot : ballots) {
      try {
        Optional<Instant> before = situation.recordedBefore(ballot);
        if (before.isPresent()) {
          outcomes.add(new Outcome.Recorded(before.get()));
          continue;
        }
        situation.refuseUnlessValid(ballot);
        if (entries.add(situation.entryOf(ballot.vote()))) {
          valid.add(ballot);
          situation.takeNote(ballot);
        }
        outcomes.add(Outcome.LATER);
      } catch (RuleViolation refused) {
        outcomes.add(new Outcome.Failed(refused));
      }
    }
    Map<Ballot, Instant> recorded = record(situation, valid);
    for (int i = 0; i < ballots.size(); i++) {
      Instant at = recorded.get(ballots.get(i));
      if (at != null) {
        outcomes.set(i, new Outcome.Recorded(at));
      }
    }
    return outcomes;
  }

  private Map<Ballot, Instant> record(Situation situation, List<Ballot> ballots) {
    if (ballots.isEmpty()) {
      return Map.of();
    }
    List<RecordedEvent> events =
        ledger.append(
            situation.review(),
            ballots.stream().map(ballot -> new Entry(ballot.reviewer(), ballot.vote())).toList());
    insert(situation, ballots, events);
    Map<Ballot, Instant> recorded = new HashMap<>();
    Map<Stage, Map<Integer, List<Vote>>> votes = new EnumMap<>(Stage.class);
    for (int i = 0; i < ballots.size(); i++) {
      Ballot ballot = ballots.get(i);
      VoteCast vote = ballot.vote();
      RecordedEvent event = events.get(i);
      recorded.put(ballot, event.at());
      int entry = situation.entryOf(vote);
      List<Vote> all = new ArrayList<>(situation.votesOn(vote));
      all.add(
          new Vote(
              vote.vote(),
              ballot.reviewer(),
              vote.verdict(),
              vote.reasons(),
              event.sequence(),
              event.at(),
              null));
      votes.computeIfAbsent(vote.stage(), _ -> new HashMap<>()).put(entry, all);
    }
    votes.forEach(
        (stage, onEntries) ->
            screenings.settle(
                situation.review(),
                stage,
                situation.protocol,
                onEntries.keySet(),
                onEntries,
                Map.of()));
    return recorded;
  }

  private void insert(Situation situation, List<Ballot> ballots, List<RecordedEvent> events) {
    List<VoteCast> votes = ballots.stream().map(Ballot::vote).toList();
    sql.update(
        "INSERT INTO vote (review_id, id, stage, item_id, counts_for, reviewer_id, verdict, reasons,"
            + " protocol_version, sequence, cast_at) SELECT ?, v.id, v.stage, v.item, v.entry,"
            + " v.reviewer, v.verdict, v.reasons::uuid[], v.protocol, v.sequence, v.at::timestamptz"
            + " FROM unnest(?::uuid[], ?::text[], ?::int[], ?::int[], ?::uuid[], ?::text[],"
            + " ?::text[], ?::int[], ?::bigint[], ?::text[]) AS v (id, stage, item, entry, reviewer,"
            + " verdict, reasons, protocol, sequence, at)",
        situation.review(),
        votes.stream().map(VoteCast::vote).toList(),
        votes.stream().map(vote -> vote.stage().name()).toList(),
        votes.stream().map(VoteCast::item).toList(),
        votes.stream().map(situation::entryOf).toList(),
        ballots.stream().map(Ballot::reviewer).toList(),
        votes.stream().map(vote -> vote.verdict().name()).toList(),
        votes.stream().map(vote -> arrayText(vote.reasons())).toList(),
        votes.stream().map(VoteCast::protocolVersion).toList(),
        events.stream().map(RecordedEvent::sequence).toList(),
        events.stream().map(event -> event.at().toString()).toList());
    evidences.keep(situation.review(), votes);
  }

  /** PostgreSQL has no array of arrays of different lengths. */
  private static String arrayText(List<UUID> ids) {
    return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
  }

  private Situation situation(UUID reviewId, List<Ballot> ballots) {
    Map<Integer, Integer> entries =
        records.representativesOf(
            reviewId, ballots.stream().map(ballot -> ballot.vote().item()).toList());
    Map<Stage, OnStage> stages = new EnumMap<>(Stage.class);
    for (Stage stage : Stage.values()) {
      Set<Integer> concerned =
          ballots.stream()
              .map(Ballot::vote)
              .filter(vote -> vote.stage() == stage && entries.containsKey(vote.item()))
              .map(vote -> Objects.requireNonNull(entries.get(vote.item())))
              .collect(Collectors.toSet());
      if (!concerned.isEmpty()) {
        stages.put(
            stage,
            new OnStage(
                queue.itemsAmong(reviewId, stage, concerned),
                screenings.votes(reviewId, stage, concerned),
                screenings.adjudications(reviewId, stage, concerned).keySet(),
                allocations.current(reviewId, stage)));
      }
    }
    Map<UUID, StoredVote> known =
        StoredVote.ofIds(
            sql, reviewId, ballots.stream().map(ballot -> ballot.vote().vote()).toList());
    return new Situation(
        reviewId,
        reviews.protocol(reviewId).protocol(),
        reviews.stages(reviewId).stream()
            .filter(StageState::closed)
            .map(StageState::stage)
            .collect(Collectors.toSet()),
        known,
        evidences.of(reviewId, known.keySet()),
        entries,
        stages);
  }

  /** What a stage knows of the entries that ballots are on: those that it asks votes on. */
  private record OnStage(
      Set<Integer> items,
      Map<Integer, List<Vote>> votes,
      Set<Integer> adjudicated,
      Allocations.Version rules) {}

  /**
   * Rules by which votes are judged: those of today, or those by which their items were handed out.
   */
  private record RulesOf(Stage stage, Allocation allocation) {}

  private record PersonOnStage(Stage stage, UUID reviewer) {}

  /** All that the rules ask about, read once the ledger is held. */
  private final class Situation {
    private final UUID review;
    private final Protocol protocol;
    private final Set<Stage> closed;
    private final Map<UUID, StoredVote> known;
    private final Map<UUID, List<Evidence>> quoted;
    private final Map<Integer, Integer> entries;
    private final Map<Stage, OnStage> stages;
    private final Map<RulesOf, Map<Integer, Integer>> parts = new HashMap<>();
    private final Map<PersonOnStage, Integer> newcomers = new HashMap<>();

    Situation(
        UUID review,
        Protocol protocol,
        Set<Stage> closed,
        Map<UUID, StoredVote> known,
        Map<UUID, List<Evidence>> quoted,
        Map<Integer, Integer> entries,
        Map<Stage, OnStage> stages) {
      this.review = review;
      this.protocol = protocol;
      this.closed = closed;
      this.known = known;
      this.quoted = quoted;
      this.entries = entries;
      this.stages = stages;
    }

    UUID review() {
      return review;
    }

    Optional<Instant> recordedBefore(Ballot ballot) {
      StoredVote stored = known.get(ballot.vote().vote());
      if (stored == null) {
        return Optional.empty();
      }
      if (!stored.saysTheSameAs(ballot.reviewer(), ballot.vote())
          || !quoted.getOrDefault(stored.id(), List.of()).equals(ballot.vote().quoted())) {
        throw RuleViolation.invalid("vote-id-used");
      }
      return Optional.of(stored.castAt());
    }

    void refuseUnlessValid(Ballot ballot) {
      VoteCast vote = ballot.vote();
      if (closed.contains(vote.stage())) {
        throw new RuleViolation("stage-closed");
      }
      if (vote.verdict() == Verdict.EXCLUDE
          && vote.reasons().isEmpty()
          && protocol.policy().asksReason(vote.stage())) {
        throw RuleViolation.invalid("reason-needed");
      }
      ScreeningService.refuseUnknownReasons(protocol, vote.reasons());
      refuseUnlessScreenable(ballot);
      refuseWhenSettled(ballot);
      refuseUnlessEvidenceFits(vote);
    }

    private void refuseUnlessEvidenceFits(VoteCast vote) {
      if (vote.quoted().isEmpty()) {
        return;
      }
      if (vote.stage() != Stage.FULL_TEXT) {
        throw RuleViolation.invalid("evidence-at-full-text");
      }
      Set<UUID> from =
          vote.quoted().stream()
              .map(Evidence::documentId)
              .filter(Objects::nonNull)
              .collect(Collectors.toSet());
      boolean isForReasons =
          vote.quoted().stream()
              .map(Evidence::reasonId)
              .filter(Objects::nonNull)
              .allMatch(vote.reasons()::contains);
      if (!isForReasons
          || !from.isEmpty()
              && !documents.amongThoseOf(review, entryOf(vote), from).containsAll(from)) {
        throw RuleViolation.invalid("evidence-of-something-else");
      }
    }

    int entryOf(VoteCast vote) {
      return Objects.requireNonNull(entries.get(vote.item()));
    }

    List<Vote> votesOn(VoteCast vote) {
      return onStage(vote).votes().getOrDefault(entryOf(vote), List.of());
    }

    private OnStage onStage(VoteCast vote) {
      return Objects.requireNonNull(stages.get(vote.stage()));
    }

    private void refuseUnlessScreenable(Ballot ballot) {
      VoteCast vote = ballot.vote();
      if (!entries.containsKey(vote.item())) {
        throw RuleViolation.notFound();
      }
      if (!onStage(vote).items().contains(entryOf(vote))
          || !queue.isTold(review, vote.stage(), entryOf(vote), ballot.reviewer())) {
        throw vote.stage() == Stage.FULL_TEXT && !wasOpenedTo(ballot.reviewer(), vote.item())
            ? RuleViolation.notFound()
            : new RuleViolation("not-screenable");
      }
    }

    /**
     * Whether somebody could know of a report: they voted on it, or its record's stage is closed.
     */
    private boolean wasOpenedTo(UUID reviewer, int report) {
      return sql.number(
              "SELECT count(*) FROM report p WHERE p.review_id = ? AND p.id = ? AND (EXISTS (SELECT"
                  + " 1 FROM vote v WHERE v.review_id = p.review_id AND v.item_id = p.id AND"
                  + " v.reviewer_id = ?) OR EXISTS (SELECT 1 FROM stage s WHERE s.review_id ="
                  + " p.review_id AND s.stage = 'TITLE_ABSTRACT' AND s.closed))",
              review,
              report,
              reviewer)
          > 0;
    }

    /** The refusal of a newcomer says only that votes are complete, never what they came to. */
    private void refuseWhenSettled(Ballot ballot) {
      Collection<UUID> voters =
          votesOn(ballot.vote()).stream().map(Vote::reviewer).collect(Collectors.toSet());
      if (!voters.contains(ballot.reviewer())
          && voters.size() >= protocol.policy().votesNeeded(ballot.vote().stage())) {
        throw new RuleViolation("enough-votes");
      }
      if (onStage(ballot.vote()).adjudicated().contains(entryOf(ballot.vote()))) {
        throw new RuleViolation("already-adjudicated");
      }
      if (!voters.contains(ballot.reviewer())) {
        refuseUnlessAllocated(ballot, voters);
      }
    }

    /**
     * A first vote must be one that the rules give to its reviewer. These are the rules by which
     * the item was handed out: what somebody decided without a network is not lost because a lead
     * has changed them meanwhile.
     */
    private void refuseUnlessAllocated(Ballot ballot, Collection<UUID> voters) {
      VoteCast vote = ballot.vote();
      Allocation rules = rulesFor(vote);
      if (rules.isNone()) {
        return;
      }
      if (!rules.isFor(partOf(vote, rules), ballot.reviewer())) {
        throw new RuleViolation("not-in-your-share");
      }
      if (!rules.permits(ballot.reviewer(), voters, protocol.policy().votesNeeded(vote.stage()))) {
        throw new RuleViolation("pair-not-permitted");
      }
      OptionalLong left = shares.left(review, vote.stage(), rules, ballot.reviewer());
      if (left.isPresent()
          && left.getAsLong()
              <= newcomers.getOrDefault(new PersonOnStage(vote.stage(), ballot.reviewer()), 0)) {
        throw new RuleViolation("quota-reached");
      }
    }

    /** Counts a vote that is going to be recorded against its reviewer's quota. */
    void takeNote(Ballot ballot) {
      if (votesOn(ballot.vote()).stream()
          .noneMatch(vote -> vote.reviewer().equals(ballot.reviewer()))) {
        newcomers.merge(
            new PersonOnStage(ballot.vote().stage(), ballot.reviewer()), 1, Integer::sum);
      }
    }

    private Allocation rulesFor(VoteCast vote) {
      Allocations.Version today = onStage(vote).rules();
      Integer handedOut = vote.allocationVersion();
      return handedOut == null || handedOut == today.version()
          ? today.allocation()
          : allocations.of(review, vote.stage(), handedOut).orElse(today.allocation());
    }

    private int partOf(VoteCast vote, Allocation rules) {
      return Objects.requireNonNull(
          parts
              .computeIfAbsent(
                  new RulesOf(vote.stage(), rules),
                  of -> allocations.partsOf(review, rules, onStage(vote).items()))
              .get(entryOf(vote)));
    }
  }
}
