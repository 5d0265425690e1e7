package org.winnow.screening;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.winnow.ledger.RecordedEvent;
import org.winnow.record.Join;
import org.winnow.record.RecordRegister;
import org.winnow.retrieval.Retrieval;
import org.winnow.retrieval.RetrievalStated;
import org.winnow.review.Protocol;
import org.winnow.review.ProtocolAmended;
import org.winnow.review.Stage;

/** Votes, conflicts, decisions, reports and studies of a review: a fold over its ledger. */
public final class ScreeningReplay {
  private final RecordRegister records;
  private final Function<String, List<TakenVote>> takenByHash;
  private final Map<UUID, VotesTakenOver> takeovers = new TreeMap<>();
  private final Map<UUID, Long> withdrawnTakeovers = new TreeMap<>();
  private final Map<UUID, Cast> votes = new TreeMap<>();
  private final Map<UUID, List<Evidence>> evidence = new TreeMap<>();
  private final Map<UUID, Settled> adjudications = new TreeMap<>();
  private final Map<UUID, String> returns = new TreeMap<>();
  private final Map<UUID, String> messages = new TreeMap<>();
  private final Map<String, String> unclear = new TreeMap<>();
  private final Map<Subject, List<UUID>> saidOf = new HashMap<>();
  private final Map<Stage, Map<Integer, ScreeningStatus>> statuses = new EnumMap<>(Stage.class);
  private final Map<Integer, Retrieval> reports = new TreeMap<>();
  private final Set<Integer> studies = new TreeSet<>();
  private Protocol protocol = Protocol.FIRST;

  /** What is judged where. */
  private record Subject(Stage stage, int item) {}

  /** A vote as the ledger tells it; withdrawn is 0 while it stands. */
  record Cast(Stage stage, int item, Vote vote, long withdrawn) {}

  /** An adjudication as the ledger tells it; withdrawn is 0 while it stands. */
  record Settled(Stage stage, int item, UUID by, Adjudication adjudication, long withdrawn) {}

  /**
   * @param takenByHash reads the kept list of votes that a {@link VotesTakenOver} names
   */
  ScreeningReplay(
      Function<String, List<Join>> joinsByHash, Function<String, List<TakenVote>> takenByHash) {
    records = new RecordRegister(joinsByHash);
    this.takenByHash = takenByHash;
    for (Stage stage : Stage.values()) {
      statuses.put(stage, new TreeMap<>());
    }
  }

  public void apply(RecordedEvent event) {
    records.apply(event);
    if (event.is(VoteCast.class)) {
      VoteCast cast = event.as(VoteCast.class);
      UUID reviewer = Objects.requireNonNull(event.actor());
      votes.put(
          cast.vote(),
          new Cast(
              cast.stage(),
              cast.item(),
              new Vote(
                  cast.vote(),
                  reviewer,
                  cast.verdict(),
                  cast.reasons(),
                  event.sequence(),
                  event.at(),
                  null),
              0));
      if (!cast.quoted().isEmpty()) {
        evidence.put(cast.vote(), cast.quoted());
      }
      remember(cast.stage(), cast.item(), cast.vote());
      derive(cast.stage(), Set.of(standing(cast.item())));
    } else if (event.is(VotesTakenOver.class)) {
      takeOver(event, event.as(VotesTakenOver.class));
    } else if (event.is(TakeoverWithdrawn.class)) {
      withdraw(event.as(TakeoverWithdrawn.class).takeover(), event.sequence());
    } else if (event.is(VoteWithdrawn.class)) {
      UUID id = event.as(VoteWithdrawn.class).vote();
      Cast cast = Objects.requireNonNull(votes.get(id));
      votes.put(id, new Cast(cast.stage(), cast.item(), cast.vote(), event.sequence()));
      derive(cast.stage(), Set.of(standing(cast.item())));
    } else if (event.is(ConflictAdjudicated.class)) {
      ConflictAdjudicated settled = event.as(ConflictAdjudicated.class);
      adjudications.put(
          settled.adjudication(),
          new Settled(
              settled.stage(),
              settled.item(),
              Objects.requireNonNull(event.actor()),
              new Adjudication(
                  settled.adjudication(), settled.verdict(), settled.reasons(), event.sequence()),
              0));
      remember(settled.stage(), settled.item(), settled.adjudication());
      derive(settled.stage(), Set.of(standing(settled.item())));
    } else if (event.is(AdjudicationWithdrawn.class)) {
      UUID id = event.as(AdjudicationWithdrawn.class).adjudication();
      Settled settled = Objects.requireNonNull(adjudications.get(id));
      adjudications.put(
          id,
          new Settled(
              settled.stage(),
              settled.item(),
              settled.by(),
              settled.adjudication(),
              event.sequence()));
      derive(settled.stage(), Set.of(standing(settled.item())));
    } else if (event.is(VotesVoided.class)) {
      VotesVoided voided = event.as(VotesVoided.class);
      setAside(
          cast ->
              cast.stage() == voided.stage() && cast.vote().reviewer().equals(voided.reviewer()),
          event.sequence());
    } else if (event.is(ConflictReturned.class)) {
      ConflictReturned returned = event.as(ConflictReturned.class);
      returns.put(
          returned.id(), said(event, returned.stage(), returned.item(), returned.comment()));
      setAside(
          cast -> cast.stage() == returned.stage() && standing(cast.item()) == returned.item(),
          event.sequence());
    } else if (event.is(ConflictMessageWritten.class)) {
      ConflictMessageWritten written = event.as(ConflictMessageWritten.class);
      messages.put(written.message(), said(event, written.stage(), written.item(), written.text()));
    } else if (event.is(CriteriaFoundUnclear.class)) {
      CriteriaFoundUnclear found = event.as(CriteriaFoundUnclear.class);
      unclear.put(
          found.stage().word() + " " + found.item(),
          said(event, found.stage(), found.item(), found.comment()));
    } else if (event.is(CriteriaFoundClear.class)) {
      CriteriaFoundClear found = event.as(CriteriaFoundClear.class);
      unclear.remove(found.stage().word() + " " + found.item());
    } else if (event.is(RetrievalStated.class)) {
      RetrievalStated stated = event.as(RetrievalStated.class);
      reports.put(stated.report(), stated.state());
    } else if (event.is(ProtocolAmended.class)) {
      protocol = event.as(ProtocolAmended.class).protocol();
      deriveAll();
    } else if (RecordRegister.changesClusters(event)) {
      deriveAll();
    }
  }

  public RecordRegister records() {
    return records;
  }

  public Map<Integer, ScreeningStatus> statuses(Stage stage) {
    return Map.copyOf(Objects.requireNonNull(statuses.get(stage)));
  }

  /** Every report that was ever opened, with how far its retrieval has come. */
  public Map<Integer, Retrieval> reports() {
    return Map.copyOf(reports);
  }

  /** Every study that was ever opened. */
  public Set<Integer> studies() {
    return Set.copyOf(studies);
  }

  Map<UUID, Cast> votes() {
    return votes;
  }

  /** What was quoted, by votes. */
  Map<UUID, List<Evidence>> evidence() {
    return evidence;
  }

  Map<UUID, Settled> adjudications() {
    return adjudications;
  }

  /** Conflicts that were sent back, by the id of the return. */
  Map<UUID, String> returns() {
    return returns;
  }

  Map<UUID, String> messages() {
    return messages;
  }

  Map<String, String> unclear() {
    return unclear;
  }

  static String said(Stage stage, int item, UUID by, String text) {
    return stage.word() + " item=" + item + " by=" + by + " " + text;
  }

  private static String said(RecordedEvent event, Stage stage, int item, String text) {
    return said(stage, item, Objects.requireNonNull(event.actor()), text);
  }

  private void setAside(Predicate<Cast> which, long sequence) {
    Map<Stage, Set<Integer>> affected = new EnumMap<>(Stage.class);
    votes.replaceAll(
        (_, cast) -> {
          if (cast.withdrawn() != 0 || !which.test(cast)) {
            return cast;
          }
          affected.computeIfAbsent(cast.stage(), _ -> new HashSet<>()).add(standing(cast.item()));
          return new Cast(cast.stage(), cast.item(), cast.vote(), sequence);
        });
    affected.forEach(this::derive);
  }

  int standing(int item) {
    return records.representativeOf(item);
  }

  /** Every takeover, with the sequence of its withdrawal, which is 0 while it stands. */
  Map<UUID, Long> takeovers() {
    Map<UUID, Long> found = new TreeMap<>();
    takeovers.keySet().forEach(id -> found.put(id, withdrawnTakeovers.getOrDefault(id, 0L)));
    return found;
  }

  private void takeOver(RecordedEvent event, VotesTakenOver taken) {
    takeovers.put(taken.takeover(), taken);
    Set<Integer> items = new HashSet<>();
    for (TakenVote vote : takenByHash.apply(taken.content())) {
      votes.put(
          vote.vote(),
          new Cast(
              taken.stage(),
              vote.item(),
              new Vote(
                  vote.vote(),
                  vote.reviewer(),
                  vote.verdict(),
                  vote.reasons(),
                  event.sequence(),
                  event.at(),
                  taken.takeover()),
              0));
      remember(taken.stage(), vote.item(), vote.vote());
      items.add(standing(vote.item()));
    }
    derive(taken.stage(), items);
  }

  private void withdraw(UUID takeover, long sequence) {
    withdrawnTakeovers.put(takeover, sequence);
    Set<Integer> items = new HashSet<>();
    votes.replaceAll(
        (_, cast) -> {
          if (!takeover.equals(cast.vote().takeover()) || cast.withdrawn() != 0) {
            return cast;
          }
          items.add(standing(cast.item()));
          return new Cast(cast.stage(), cast.item(), cast.vote(), sequence);
        });
    derive(Objects.requireNonNull(takeovers.get(takeover)).stage(), items);
  }

  private void remember(Stage stage, int item, UUID said) {
    saidOf.computeIfAbsent(new Subject(stage, item), _ -> new ArrayList<>()).add(said);
  }

  private void deriveAll() {
    for (Stage stage : Stage.values()) {
      Set<Integer> items = new HashSet<>(statuses(stage).keySet());
      votes.values().stream()
          .filter(cast -> cast.stage() == stage)
          .forEach(cast -> items.add(standing(cast.item())));
      derive(stage, items);
    }
  }

  private void derive(Stage stage, Set<Integer> items) {
    Consensus consensus =
        new Consensus(
            stage,
            protocol.policy().votesNeeded(stage),
            protocol.reasons().stream().map(Protocol.Reason::id).toList());
    for (int item : items) {
      List<Vote> itemVotes = new ArrayList<>();
      List<Adjudication> itemAdjudications = new ArrayList<>();
      for (int member : records.membersOf(item)) {
        for (UUID said : saidOf.getOrDefault(new Subject(stage, member), List.of())) {
          Cast cast = votes.get(said);
          if (cast != null && cast.withdrawn() == 0) {
            itemVotes.add(cast.vote());
          }
          Settled settled = adjudications.get(said);
          if (settled != null && settled.withdrawn() == 0) {
            itemAdjudications.add(settled.adjudication());
          }
        }
      }
      write(stage, item, consensus, itemVotes, itemAdjudications);
    }
  }

  private void write(
      Stage stage,
      int item,
      Consensus consensus,
      List<Vote> itemVotes,
      List<Adjudication> itemAdjudications) {
    Map<Integer, ScreeningStatus> ofStage = Objects.requireNonNull(statuses.get(stage));
    if (itemVotes.isEmpty() && itemAdjudications.isEmpty()) {
      ofStage.remove(item);
      return;
    }
    ScreeningStatus status = consensus.of(itemVotes, itemAdjudications);
    ofStage.put(item, status);
    if (status instanceof ScreeningStatus.Included) {
      switch (stage) {
        case TITLE_ABSTRACT -> reports.putIfAbsent(item, Retrieval.SOUGHT);
        case FULL_TEXT -> studies.add(item);
      }
    }
  }
}
