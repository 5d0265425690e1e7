package org.winnow.ledger;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The growing end of all ledgers. Wakes every {@link LedgerReader} after a commit: at once for
 * commits of this server, a moment later for those of others. Costs the writer two entries in a
 * map.
 */
@ApplicationScoped
public class Tail {
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

  private final List<ReaderThread> readers;
  private final Replicas replicas;

  Tail(
      @All List<LedgerReader> readers,
      @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
      @ConfigProperty(name = "quarkus.datasource.username") String user,
      @ConfigProperty(name = "quarkus.datasource.password") Optional<String> password) {
    this.readers = readers.stream().map(ReaderThread::new).toList();
    this.replicas =
        new Replicas(
            new Replicas.Database(url, user, password.orElse("")), BETWEEN_LOOKS, this::wake);
  }

  void serverStarted(@Observes StartupEvent event) {
    readers.forEach(ReaderThread::start);
    replicas.start();
  }

  void serverStops(@Observes ShutdownEvent event) {
    replicas.stop();
    readers.forEach(ReaderThread::stop);
  }

  void committed(@Observes(during = TransactionPhase.AFTER_SUCCESS) Ledger.Appended appended) {
    wake(appended.reviewId(), appended.sequence());
    replicas.tell(appended.reviewId(), appended.sequence());
  }

  private void wake(UUID reviewId, long sequence) {
    readers.forEach(reader -> reader.wake(reviewId, sequence));
  }
}
