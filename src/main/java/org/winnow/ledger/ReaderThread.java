package org.winnow.ledger;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One reader and its thread. What waits is kept by review, so a slow reader makes the queue no
 * longer than there are reviews, and a failing one harms nobody else.
 */
final class ReaderThread {
  private static final Logger LOG = Logger.getLogger(ReaderThread.class);

  private final LedgerReader reader;
  private final Thread thread;
  private final Map<UUID, Long> waiting = new LinkedHashMap<>();
  private final Map<UUID, Long> reached = new HashMap<>();
  private final Set<UUID> failing = new HashSet<>();
  private boolean stopped;

  ReaderThread(LedgerReader reader) {
    this.reader = reader;
    this.thread =
        Thread.ofPlatform().daemon().name("ledger-" + reader.name()).unstarted(this::follow);
  }

  void start() {
    thread.start();
  }

  void stop() {
    synchronized (this) {
      stopped = true;
      notifyAll();
    }
    try {
      thread.join(5_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Says that the review has events up to this sequence. Returns at once. */
  synchronized void wake(UUID reviewId, long sequence) {
    if (sequence > reached.getOrDefault(reviewId, 0L)) {
      waiting.merge(reviewId, sequence, Math::max);
      notifyAll();
    }
  }

  private void follow() {
    try {
      for (Map.Entry<UUID, Long> next = take(); next != null; next = take()) {
        read(next.getKey(), next.getValue());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void read(UUID reviewId, long upTo) {
    try {
      reader.read(reviewId, upTo);
      succeeded(reviewId, upTo);
    } catch (Throwable e) {
      // The sequence stays unreached, so the next look at the heads brings the review back here.
      if (failed(reviewId)) {
        LOG.errorf(e, "Reader %s fails on review %s; it is tried again", reader.name(), reviewId);
      }
    }
  }

  private synchronized Map.@Nullable Entry<UUID, Long> take() throws InterruptedException {
    while (waiting.isEmpty() && !stopped) {
      wait();
    }
    if (stopped) {
      return null;
    }
    Map.Entry<UUID, Long> first = Map.entry(firstWaiting(), waiting.get(firstWaiting()));
    waiting.remove(first.getKey());
    return first;
  }

  private UUID firstWaiting() {
    return waiting.keySet().iterator().next();
  }

  private synchronized void succeeded(UUID reviewId, long upTo) {
    reached.merge(reviewId, upTo, Math::max);
    failing.remove(reviewId);
  }

  /** Whether it is news that this review fails; the log need not say it every few seconds. */
  private synchronized boolean failed(UUID reviewId) {
    return failing.add(reviewId);
  }
}
