package org.winnow.ledger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Reads every ledger from its beginning and keeps what it saw. */
@ApplicationScoped
class ListeningReader implements LedgerReader {
  private final Ledger ledger;
  private final Map<UUID, List<Long>> seen = new ConcurrentHashMap<>();

  ListeningReader(Ledger ledger) {
    this.ledger = ledger;
  }

  List<Long> seen(UUID reviewId) {
    return seen.computeIfAbsent(reviewId, _ -> new CopyOnWriteArrayList<>());
  }

  @Override
  public String name() {
    return "listening";
  }

  @Override
  public void read(UUID reviewId, long upTo) {
    List<Long> before = seen(reviewId);
    long last = before.isEmpty() ? 0 : before.getLast();
    QuarkusTransaction.requiringNew()
        .call(() -> ledger.after(reviewId, last, 10_000))
        .forEach(event -> before.add(event.sequence()));
  }
}
