package org.winnow.calibration;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.winnow.ledger.RecordedEvent;
import org.winnow.screening.Verdict;

/** Rounds, their votes and what was said of them: a fold over the ledger. */
final class CalibrationReplay {
  private final Map<UUID, Round> rounds = new HashMap<>();
  private final Map<Place, Integer> items = new HashMap<>();
  private final Map<Ballot, Vote> votes = new HashMap<>();
  private final Map<UUID, Message> messages = new HashMap<>();

  /** A round as its table has it. */
  record Round(
      int seed,
      int protocolVersion,
      @Nullable UUID openedBy,
      long sequence,
      boolean revealed,
      @Nullable UUID revealedBy) {}

  /** A record in a round. */
  record Place(UUID round, int item) {}

  /** A reviewer has one vote on a record of a round. */
  record Ballot(UUID round, int item, UUID reviewer) {}

  record Vote(Verdict verdict, List<UUID> reasons, long sequence) {}

  record Message(UUID round, int item, UUID author, String text, long sequence) {}

  void apply(RecordedEvent event) {
    if (event.is(CalibrationRoundOpened.class)) {
      CalibrationRoundOpened opened = event.as(CalibrationRoundOpened.class);
      rounds.put(
          opened.round(),
          new Round(
              opened.seed(),
              opened.protocolVersion(),
              event.actor(),
              event.sequence(),
              false,
              null));
      for (int i = 0; i < opened.items().size(); i++) {
        items.put(new Place(opened.round(), opened.items().get(i)), i + 1);
      }
    } else if (event.is(CalibrationVoteCast.class)) {
      CalibrationVoteCast vote = event.as(CalibrationVoteCast.class);
      votes.put(
          new Ballot(vote.round(), vote.item(), actor(event)),
          new Vote(vote.verdict(), vote.reasons(), event.sequence()));
    } else if (event.is(CalibrationRoundRevealed.class)) {
      rounds.computeIfPresent(
          event.as(CalibrationRoundRevealed.class).round(),
          (_, round) ->
              new Round(
                  round.seed(),
                  round.protocolVersion(),
                  round.openedBy(),
                  round.sequence(),
                  true,
                  event.actor()));
    } else if (event.is(CalibrationMessageWritten.class)) {
      CalibrationMessageWritten written = event.as(CalibrationMessageWritten.class);
      messages.put(
          written.message(),
          new Message(
              written.round(), written.item(), actor(event), written.text(), event.sequence()));
    }
  }

  Map<UUID, Round> rounds() {
    return Map.copyOf(rounds);
  }

  Map<Place, Integer> items() {
    return Map.copyOf(items);
  }

  Map<Ballot, Vote> votes() {
    return Map.copyOf(votes);
  }

  Map<UUID, Message> messages() {
    return Map.copyOf(messages);
  }

  private static UUID actor(RecordedEvent event) {
    return Objects.requireNonNull(event.actor());
  }
}
