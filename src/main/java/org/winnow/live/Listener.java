package org.winnow.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.subscription.MultiEmitter;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.winnow.ledger.RecordedEvent;
import org.winnow.ledger.Sight;

/**
 * One open page. What it has yet to be told is a set of rooms, so it never grows; a page that reads
 * slowly is told the same in fewer words.
 */
final class Listener {
  static final Duration BETWEEN_FRAMES = Duration.ofMillis(250);
  static final Duration SILENCE = Duration.ofSeconds(20);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final UUID reviewId;
  private final UUID account;
  private final String session;
  private final MultiEmitter<? super Told> page;
  private final Set<String> untold = new TreeSet<>();
  private long sequence;
  private Sight sight;
  private long lastSent;

  /**
   * @param now a reading of the clock that does not jump, in nanoseconds, as in all methods
   */
  Listener(
      UUID reviewId,
      UUID account,
      String session,
      Sight sight,
      MultiEmitter<? super Told> page,
      long now) {
    this.reviewId = reviewId;
    this.account = account;
    this.session = session;
    this.sight = sight;
    this.page = page;
    this.lastSent = now - BETWEEN_FRAMES.toNanos();
  }

  /** What a page is told. */
  sealed interface Told {}

  /**
   * These rooms' pages show something else now.
   *
   * @param sequence of the last event; absent for those who must not learn how many there were
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Changed(List<String> rooms, @Nullable Long sequence) implements Told {}

  /** Nothing; said so that nobody on the way takes the connection for dead. */
  record StillHere() implements Told {}

  UUID reviewId() {
    return reviewId;
  }

  UUID account() {
    return account;
  }

  String session() {
    return session;
  }

  synchronized void sees(Sight newSight) {
    sight = newSight;
  }

  /** Takes note of events; those that the member may not see leave no trace at all. */
  synchronized void note(List<RecordedEvent> events) {
    for (RecordedEvent event : events) {
      if (sight.shows(event)) {
        untold.addAll(ChangedRooms.after(event.type()));
        sequence = Math.max(sequence, event.sequence());
      }
    }
  }

  /** Sends what is due. Called often; does nothing most of the time. */
  synchronized void tick(long now) {
    Duration silent = Duration.ofNanos(now - lastSent);
    if (page.isCancelled() || silent.compareTo(BETWEEN_FRAMES) < 0) {
      return;
    }
    if (page.requested() == 0) {
      // The page does not read what it was sent.
      if (silent.compareTo(PATIENCE) > 0) {
        page.complete();
      }
    } else if (!untold.isEmpty()) {
      send(frame(), now);
    } else if (silent.compareTo(SILENCE) >= 0) {
      greet(now);
    }
  }

  synchronized void greet(long now) {
    send(new StillHere(), now);
  }

  void close() {
    page.complete();
  }

  private Changed frame() {
    Long upTo =
        switch (sight) {
          case Sight.Everything _ -> sequence;
          case Sight.Blinded _ -> null;
        };
    Changed changed = new Changed(List.copyOf(untold), upTo);
    untold.clear();
    return changed;
  }

  private void send(Told told, long now) {
    lastSent = now;
    page.emit(told);
  }
}
