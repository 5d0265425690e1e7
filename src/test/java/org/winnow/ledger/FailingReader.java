package org.winnow.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** Fails once on the reviews it is told to fail on. */
@ApplicationScoped
class FailingReader implements LedgerReader {
  private final Set<UUID> toFail = ConcurrentHashMap.newKeySet();
  private final Map<UUID, CountDownLatch> read = new ConcurrentHashMap<>();

  CountDownLatch willFailOnceOn(UUID reviewId) {
    toFail.add(reviewId);
    return read.computeIfAbsent(reviewId, _ -> new CountDownLatch(1));
  }

  @Override
  public String name() {
    return "failing";
  }

  @Override
  public void read(UUID reviewId, long upTo) {
    if (toFail.remove(reviewId)) {
      throw new IllegalStateException("fails on purpose");
    }
    read.computeIfAbsent(reviewId, _ -> new CountDownLatch(1)).countDown();
  }
}
