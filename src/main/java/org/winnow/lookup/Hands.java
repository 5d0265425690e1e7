package org.winnow.lookup;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Adds many records to an index by several hands while the next are read; taking their texts apart
 * is most of the work. They may come into the index in another order than they were read in.
 */
final class Hands {
  private static final int HANDS = 2;

  /** For so few one does it, which leaves one file instead of several. */
  private static final int FEW = 2_000;

  /** Records that are held at once, so that reading does not run ahead. */
  private static final int HELD = 200;

  private final OpenIndex index;
  private final ExecutorService hands;
  private final Semaphore room = new Semaphore(HELD);
  private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
  private int taken;

  private Hands(OpenIndex index, ExecutorService hands) {
    this.index = index;
    this.hands = hands;
  }

  /**
   * Lets the reading hand on records, and returns when all of them are in the index.
   *
   * @throws RuntimeException when one of them could not be added
   */
  static void add(OpenIndex index, Consumer<Consumer<RecordText>> reading) {
    ExecutorService threads =
        Executors.newFixedThreadPool(
            HANDS, Thread.ofPlatform().daemon().name("lookup-hand-", 1).factory());
    Hands hands = new Hands(index, threads);
    try (threads) {
      reading.accept(hands::take);
    }
    hands.complain();
  }

  private void take(RecordText record) {
    if (taken++ < FEW) {
      index.add(record);
      return;
    }
    complain();
    room.acquireUninterruptibly();
    hands.execute(
        () -> {
          try {
            index.add(record);
          } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
          } finally {
            room.release();
          }
        });
  }

  private void complain() {
    RuntimeException first = failure.get();
    if (first != null) {
      throw first;
    }
  }
}
