package org.winnow.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which review is read when, with work that ends when the test lets it. */
class FeedingTest {
  private static final long PATIENCE_SECONDS = 60;

  private final Set<UUID> large = ConcurrentHashMap.newKeySet();
  private final Map<UUID, Semaphore> gates = new ConcurrentHashMap<>();
  private final BlockingQueue<UUID> begun = new LinkedBlockingQueue<>();
  private final BlockingQueue<UUID> ended = new LinkedBlockingQueue<>();
  private final Feeding feeding = new Feeding(large::contains, this::work);

  private void work(UUID review) {
    begun.add(review);
    gates.getOrDefault(review, new Semaphore(1)).acquireUninterruptibly();
    ended.add(review);
  }

  private UUID small() {
    return UUID.randomUUID();
  }

  private UUID held(UUID review) {
    gates.put(review, new Semaphore(0));
    return review;
  }

  private UUID largeAndHeld() {
    UUID review = held(UUID.randomUUID());
    large.add(review);
    return review;
  }

  private void release(UUID review) {
    gates.get(review).release();
  }

  private UUID next(BlockingQueue<UUID> queue) throws InterruptedException {
    return queue.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  @AfterEach
  void nothingStaysUnderWay() {
    feeding.stop();
    gates.values().forEach(gate -> gate.release(1_000));
  }

  @Test
  void aLargeReviewKeepsNoSmallOneWaiting() throws InterruptedException {
    UUID million = largeAndHeld();
    feeding.feed(million);
    assertThat(next(begun)).isEqualTo(million);

    List<UUID> others = IntStream.range(0, 50).mapToObj(_ -> small()).toList();
    others.forEach(feeding::feed);

    for (UUID other : others) {
      assertThat(next(ended)).isEqualTo(other);
    }
    release(million);
    assertThat(next(ended)).isEqualTo(million);
  }

  @Test
  void twoLargeReviewsAreReadOneAfterTheOther() throws InterruptedException {
    UUID first = largeAndHeld();
    UUID second = largeAndHeld();
    UUID last = small();
    feeding.feed(first);
    assertThat(next(begun)).isEqualTo(first);
    feeding.feed(second);
    feeding.feed(last);

    // the small one came later than the second large one, and has its turn nevertheless
    assertThat(next(begun)).isEqualTo(last);
    assertThat(next(ended)).isEqualTo(last);
    assertThat(begun).isEmpty();
    release(first);
    assertThat(next(ended)).isEqualTo(first);
    assertThat(next(begun)).isEqualTo(second);
  }

  @Test
  void aLargeReviewHasItsTurnHoweverManySmallOnesCome() throws InterruptedException {
    UUID million = largeAndHeld();
    release(million);
    CountDownLatch stop = new CountDownLatch(1);
    Thread busy =
        Thread.ofPlatform()
            .start(
                () -> {
                  while (stop.getCount() > 0) {
                    feeding.feed(small());
                  }
                });
    feeding.feed(million);
    List<UUID> seen = new ArrayList<>();
    while (!seen.contains(million)) {
      seen.add(next(ended));
    }
    stop.countDown();
    busy.join();
    assertThat(seen).endsWith(million);
  }

  @Test
  void whatComesWhileAReviewIsReadIsReadAfterwardsAndNeverAtOnce() throws InterruptedException {
    UUID review = held(small());
    UUID other = small();
    feeding.feed(review);
    assertThat(next(begun)).isEqualTo(review);
    feeding.feed(review);
    feeding.feed(review);
    feeding.feed(other);
    assertThat(next(begun)).isEqualTo(other);
    assertThat(next(ended)).isEqualTo(other);
    assertThat(begun).as("not a second time at once").isEmpty();

    release(review);
    assertThat(next(ended)).isEqualTo(review);
    assertThat(next(begun)).isEqualTo(review);
    release(review);
    assertThat(next(ended)).isEqualTo(review);

    Map<UUID, Integer> more = new HashMap<>();
    feeding.feed(other);
    more.merge(next(ended), 1, Integer::sum);
    assertThat(more).as("twice asked while it was read is once more").containsOnlyKeys(other);
  }

  @Test
  void oneThatFailsHarmsNoOther() throws InterruptedException {
    UUID bad = small();
    BlockingQueue<UUID> done = new LinkedBlockingQueue<>();
    Feeding failing =
        new Feeding(
            _ -> false,
            review -> {
              if (review.equals(bad)) {
                done.add(review);
                throw new IllegalStateException("damaged");
              }
              done.add(review);
            });
    failing.feed(bad);
    assertThat(next(done)).isEqualTo(bad);
    UUID good = small();
    failing.feed(good);
    assertThat(next(done)).isEqualTo(good);
    failing.feed(bad);
    assertThat(next(done)).as("and is tried again when there is news").isEqualTo(bad);
    failing.stop();
  }
}
