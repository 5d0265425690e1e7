package org.winnow.screening;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.winnow.screening.VotingService.Ballot;
import org.winnow.screening.VotingService.Outcome;

/**
 * Where votes arrive. A review's ledger takes one writer at a time, so votes that arrive while
 * another is being written are written together afterwards: whoever comes first to the free ledger
 * counts for all who wait. Each is answered for itself, and only once it is on the disk.
 */
@ApplicationScoped
class BallotBox {
  private static final int COUNTED_AT_ONCE = 100;

  private final VotingService voting;

  /** One for each review that was voted in since the start. */
  private final Map<UUID, Box> boxes = new ConcurrentHashMap<>();

  BallotBox(VotingService voting) {
    this.voting = voting;
  }

  private static final class Cast {
    final Ballot ballot;
    Outcome outcome = Outcome.LATER;

    Cast(Ballot ballot) {
      this.ballot = ballot;
    }
  }

  private static final class Box {
    final ReentrantLock counting = new ReentrantLock();
    final Queue<Cast> arriving = new ConcurrentLinkedQueue<>();

    /** What has arrived and is not counted, in order; for whoever is counting. */
    final Deque<Cast> waiting = new ArrayDeque<>();
  }

  /**
   * Casts a vote; the same vote again changes nothing. Returns when it was recorded.
   *
   * @throws org.winnow.platform.RuleViolation when the rules refuse it
   */
  Instant cast(UUID reviewId, UUID reviewer, VoteCast vote) {
    Cast mine = new Cast(new Ballot(reviewer, vote));
    Box box = boxes.computeIfAbsent(reviewId, _ -> new Box());
    box.arriving.add(mine);
    box.counting.lock();
    try {
      while (mine.outcome == Outcome.LATER) {
        count(reviewId, box);
      }
    } finally {
      box.counting.unlock();
    }
    return mine.outcome.recordedAt();
  }

  private void count(UUID reviewId, Box box) {
    for (Cast next = box.arriving.poll(); next != null; next = box.arriving.poll()) {
      box.waiting.add(next);
    }
    List<Cast> together = takeTogether(box.waiting);
    try {
      countNow(reviewId, together);
    } catch (RuntimeException e) {
      // What fails for one must not fail for those who happened to come with it.
      together.forEach(cast -> countAlone(reviewId, cast));
    }
    List<Cast> later =
        together.stream().filter(cast -> cast.outcome == Outcome.LATER).toList().reversed();
    later.forEach(box.waiting::addFirst);
  }

  /** The first that can be counted at once: one on each record, and none twice. */
  private static List<Cast> takeTogether(Deque<Cast> waiting) {
    List<Cast> together = new ArrayList<>();
    Set<Object> taken = new HashSet<>();
    for (Iterator<Cast> casts = waiting.iterator();
        casts.hasNext() && together.size() < COUNTED_AT_ONCE; ) {
      Cast cast = casts.next();
      VoteCast vote = cast.ballot.vote();
      // A vote may name another record than the vote of the same id that came before it.
      boolean isFirst = taken.add(vote.item()) & taken.add(vote.vote());
      if (isFirst) {
        together.add(cast);
        casts.remove();
      }
    }
    return together;
  }

  private void countNow(UUID reviewId, List<Cast> casts) {
    List<Outcome> outcomes =
        voting.count(reviewId, casts.stream().map(cast -> cast.ballot).toList());
    for (int i = 0; i < casts.size(); i++) {
      casts.get(i).outcome = outcomes.get(i);
    }
  }

  private void countAlone(UUID reviewId, Cast cast) {
    try {
      countNow(reviewId, List.of(cast));
    } catch (RuntimeException e) {
      cast.outcome = new Outcome.Failed(e);
    }
  }
}
