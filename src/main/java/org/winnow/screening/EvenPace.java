package org.winnow.screening;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Lets the answer to a vote take as long whatever others have voted. What follows from a vote takes
 * the server longer where it completes an inclusion, and a reviewer must not learn that from the
 * time they wait.
 */
final class EvenPace implements AutoCloseable {
  /** Longer than nearly all votes take on an idle server, and too short for anybody to notice. */
  private static final Duration LEAST = Duration.ofMillis(8);

  private final long due;

  /**
   * @param arrival when the request came in, on the clock of {@link System#nanoTime()}
   */
  EvenPace(long arrival) {
    due = arrival + LEAST.toNanos();
  }

  /** Waits until the answer is due, be it a refusal. */
  @Override
  public void close() {
    long left = due - System.nanoTime();
    while (left > 0) {
      LockSupport.parkNanos(left);
      left = due - System.nanoTime();
    }
  }
}
