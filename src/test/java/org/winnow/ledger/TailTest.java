package org.winnow.ledger;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.winnow.DatabaseForTests;

@QuarkusTest
@QuarkusTestResource(DatabaseForTests.class)
class TailTest {
  private static final int PATIENCE = 60;

  @Inject Ledger ledger;
  @Inject LedgersForTests ledgers;
  @Inject ListeningReader listening;
  @Inject FailingReader failing;

  @Test
  void aReaderSeesEveryEventOfEveryWriterOnceAndInOrder() throws Exception {
    UUID review = ledgers.with(0);
    try (ExecutorService writers = Executors.newFixedThreadPool(4)) {
      List<? extends Future<?>> all =
          LongStream.range(0, 100)
              .mapToObj(i -> writers.submit(() -> ledgers.note(review, "note " + i)))
              .toList();
      for (Future<?> each : all) {
        each.get();
      }
    }

    until(() -> listening.seen(review).size() >= 100);

    assertThat(listening.seen(review))
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 100).boxed().toList());
  }

  @Test
  void whatWasRolledBackReachesNoReader() throws Exception {
    UUID review = ledgers.with(1);
    QuarkusTransaction.begin();
    ledger.append(review, null, new Noted("never happened"));
    QuarkusTransaction.rollback();
    ledgers.note(review, "happened");

    until(() -> listening.seen(review).size() >= 2);

    assertThat(ledgers.all(review))
        .extracting(RecordedEvent::payload)
        .last()
        .asString()
        .contains("\"happened\"");
    assertThat(listening.seen(review)).containsExactly(1L, 2L);
  }

  @Test
  void aReaderThatFailsIsCalledAgainAndTheOthersReadOn() throws Exception {
    UUID review = ledgers.with(0);
    var readAgain = failing.willFailOnceOn(review);

    ledgers.note(review, "the only event");

    until(() -> listening.seen(review).size() == 1);
    assertThat(readAgain.await(PATIENCE, SECONDS)).isTrue();
  }

  @Test
  void anEventThatNobodyAnnouncedIsFoundByLooking() throws Exception {
    UUID review = ledgers.with(1);

    appendFromElsewhere(review);

    until(() -> listening.seen(review).size() == 2);
  }

  @Test
  void oneServerHearsFromAnother() throws Exception {
    BlockingQueue<Long> heard = new LinkedBlockingQueue<>();
    UUID review = UUID.randomUUID();
    Replicas hearing = replicas(review, heard);
    Replicas telling = replicas(review, new LinkedBlockingQueue<>());
    hearing.start();
    telling.start();
    try {
      telling.tell(review, 7);
      // It may have been told before the other listened; then it is not told again by itself.
      Long sequence = heard.poll(2, SECONDS);
      for (int i = 0; sequence == null && i < PATIENCE; i++) {
        telling.tell(review, 7);
        sequence = heard.poll(1, SECONDS);
      }
      assertThat(sequence).isEqualTo(7);
    } finally {
      hearing.stop();
      telling.stop();
    }
  }

  @Test
  void whatWasMissedWhileTheConnectionWasDownIsCaughtUp() throws Exception {
    UUID review = ledgers.with(3);
    BlockingQueue<Long> heard = new LinkedBlockingQueue<>();
    Replicas hearing = replicas(review, heard);
    hearing.start();
    try {
      assertThat(heard.poll(PATIENCE, SECONDS)).isEqualTo(3);

      cutConnections();
      appendFromElsewhere(review);

      Long sequence = heard.poll(PATIENCE, SECONDS);
      while (sequence != null && sequence != 4) {
        sequence = heard.poll(PATIENCE, SECONDS);
      }
      assertThat(sequence).isEqualTo(4);
    } finally {
      hearing.stop();
    }
  }

  /** Looks at the heads only when it connects, so what it hears later it was told. */
  private static Replicas replicas(UUID review, BlockingQueue<Long> heard) {
    return new Replicas(
        LedgersForTests.database(),
        Duration.ofDays(1),
        (reviewId, sequence) -> {
          if (reviewId.equals(review)) {
            heard.add(sequence);
          }
        });
  }

  private static void cutConnections() throws SQLException {
    try (Connection connection = LedgersForTests.application();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
              + " WHERE application_name = 'winnow ledger tail'");
    }
  }

  /** As another server would, which died before it could tell anybody. */
  private void appendFromElsewhere(UUID review) throws SQLException {
    RecordedEvent last = ledgers.all(review).getLast();
    String payload = CanonicalJson.write(new Noted("from elsewhere"));
    String hash =
        Chain.hash(
            last.hash(),
            review,
            last.sequence() + 1,
            last.at(),
            null,
            last.type(),
            last.visibility(),
            payload);
    try (Connection connection = LedgersForTests.application();
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO ledger_event SELECT review_id, sequence + 1, at, actor_id, type,"
                    + " visibility, ?, hash, ? FROM ledger_event WHERE review_id = ?"
                    + " AND sequence = ?");
        PreparedStatement update =
            connection.prepareStatement(
                "UPDATE ledger_head SET sequence = sequence + 1, hash = ? WHERE review_id = ?")) {
      connection.setAutoCommit(false);
      insert.setString(1, payload);
      insert.setString(2, hash);
      insert.setObject(3, review);
      insert.setLong(4, last.sequence());
      insert.execute();
      update.setString(1, hash);
      update.setObject(2, review);
      update.execute();
      connection.commit();
    }
  }

  private static void until(java.util.function.BooleanSupplier there) throws InterruptedException {
    for (int i = 0; i < PATIENCE * 20 && !there.getAsBoolean(); i++) {
      Thread.sleep(50);
    }
    assertThat(there.getAsBoolean()).isTrue();
  }
}
