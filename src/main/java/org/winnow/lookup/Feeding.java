package org.winnow.lookup;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/**
 * Brings the indexes of reviews up to date on two threads: never one review twice at once, and
 * never two of much work at once, so that the memory of both is bounded and a review of a million
 * records keeps no small one waiting. One thread takes much work first and the other little, so
 * neither waits for ever.
 */
final class Feeding {
  private static final Logger LOG = Logger.getLogger(Feeding.class);

  private final Predicate<UUID> isMuch;
  private final Consumer<UUID> work;
  private final Set<UUID> waiting = new LinkedHashSet<>();

  /** Those of which it is known that they are much work. */
  private final Set<UUID> much = new LinkedHashSet<>();

  private final Set<UUID> underWay = new HashSet<>();
  private final List<Thread> threads = new ArrayList<>();
  private boolean muchUnderWay;
  private boolean stopped;

  private record Turn(UUID review, boolean much) {}

  /**
   * @param isMuch whether a review's index is far behind; asked when its turn comes
   * @param work brings one index up to date
   */
  Feeding(Predicate<UUID> isMuch, Consumer<UUID> work) {
    this.isMuch = isMuch;
    this.work = work;
  }

  /** Has a review's index brought up to date soon. Returns at once. */
  synchronized void feed(UUID reviewId) {
    if (stopped) {
      return;
    }
    if (threads.isEmpty()) {
      begin("lookup-index-1", true);
      begin("lookup-index-2", false);
    }
    if (waiting.add(reviewId)) {
      notifyAll();
    }
  }

  /** Begins nothing more; what is under way is left to end. */
  synchronized void stop() {
    stopped = true;
    notifyAll();
  }

  private void begin(String name, boolean muchFirst) {
    threads.add(Thread.ofPlatform().daemon().name(name).start(() -> follow(muchFirst)));
  }

  private void follow(boolean muchFirst) {
    try {
      for (Optional<Turn> turn = take(muchFirst); turn.isPresent(); turn = take(muchFirst)) {
        take(turn.orElseThrow());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void take(Turn turn) {
    boolean putOff = false;
    try {
      putOff = !turn.much() && isMuch.test(turn.review());
      if (!putOff) {
        work.accept(turn.review());
      }
    } catch (Throwable e) {
      // The thread lives on; the next event or search brings the review back here.
      LOG.warnf("The index of review %s is not up to date: %s", turn.review(), e);
    } finally {
      ended(turn, putOff);
    }
  }

  private synchronized Optional<Turn> take(boolean muchFirst) throws InterruptedException {
    while (!stopped) {
      Optional<Turn> turn = muchFirst ? ofMuch().or(this::ofAny) : ofAny().or(this::ofMuch);
      if (turn.isPresent()) {
        underWay.add(turn.orElseThrow().review());
        muchUnderWay |= turn.orElseThrow().much();
        return turn;
      }
      wait();
    }
    return Optional.empty();
  }

  private Optional<Turn> ofMuch() {
    return muchUnderWay ? Optional.empty() : first(much).map(review -> new Turn(review, true));
  }

  private Optional<Turn> ofAny() {
    return first(waiting).map(review -> new Turn(review, false));
  }

  private Optional<UUID> first(Set<UUID> queue) {
    for (Iterator<UUID> each = queue.iterator(); each.hasNext(); ) {
      UUID review = each.next();
      if (!underWay.contains(review)) {
        each.remove();
        return Optional.of(review);
      }
    }
    return Optional.empty();
  }

  private synchronized void ended(Turn turn, boolean putOff) {
    underWay.remove(turn.review());
    if (turn.much()) {
      muchUnderWay = false;
    }
    if (putOff) {
      much.add(turn.review());
    }
    notifyAll();
  }
}
