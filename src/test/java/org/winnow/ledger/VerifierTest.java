package org.winnow.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.winnow.DatabaseForTests;
import org.winnow.ledger.Verification.BadEvent;
import org.winnow.platform.RuleViolation;

@QuarkusTest
@QuarkusTestResource(DatabaseForTests.class)
class VerifierTest {
  @Inject Verifier verifier;
  @Inject LedgersForTests ledgers;
  @Inject NoteProjection notes;

  @Test
  void anUntouchedLedgerHolds() {
    UUID review = ledgers.with(1_200);

    Verification result = verifier.verify(review);

    assertThat(result.holds()).isTrue();
    assertThat(result.events()).isEqualTo(1_200);
    assertThat(result.head().sequence()).isEqualTo(1_200);
    assertThat(result.head().hash()).isEqualTo(ledgers.all(review).getLast().hash());
  }

  @Test
  void aLedgerWithoutEventsHolds() {
    assertThat(verifier.verify(ledgers.with(0)).holds()).isTrue();
  }

  @Test
  void aReviewThatDoesNotExistHasNothingToVerify() {
    assertThatThrownBy(() -> verifier.verify(UUID.randomUUID()))
        .isInstanceOf(RuleViolation.class)
        .hasMessage("not-found");
  }

  @Test
  void aChangedPayloadIsFoundAndNamed() throws SQLException {
    UUID review = ledgers.with(5);

    LedgersForTests.tamper(change(review, 3, "payload = replace(payload, 'event 3', 'event X')"));

    assertThat(verifier.verify(review).firstBad()).contains(new BadEvent(3, "changed-content"));
  }

  @Test
  void aChangedTimeActorTypeOrVisibilityIsFound() throws SQLException {
    for (String change :
        List.of(
            "at = at - interval '1 millisecond'",
            "actor_id = gen_random_uuid()",
            "type = 'test-other'",
            "visibility = 'UNBLINDED'")) {
      UUID review = ledgers.with(4);

      LedgersForTests.tamper(change(review, 2, change));

      assertThat(verifier.verify(review).firstBad())
          .as(change)
          .contains(new BadEvent(2, "changed-content"));
    }
  }

  @Test
  void aChangedEventWhoseHashWasMadeToFitBreaksTheLinkOfTheNext() throws SQLException {
    UUID review = ledgers.with(5);
    RecordedEvent second = ledgers.all(review).get(1);
    String payload = CanonicalJson.write(new Noted("forged"));
    String hash =
        Chain.hash(
            second.previousHash(),
            review,
            2,
            second.at(),
            null,
            second.type(),
            second.visibility(),
            payload);

    LedgersForTests.tamper(change(review, 2, "payload = '" + payload + "', hash = '" + hash + "'"));

    assertThat(verifier.verify(review).firstBad()).contains(new BadEvent(3, "broken-link"));
  }

  @Test
  void aDeletedEventIsNamedByTheSequenceThatIsMissing() throws SQLException {
    UUID review = ledgers.with(5);

    LedgersForTests.tamper(
        "DELETE FROM ledger_event WHERE review_id = '" + review + "' AND sequence = 3");

    Verification result = verifier.verify(review);
    assertThat(result.firstBad()).contains(new BadEvent(3, "missing-event"));
    assertThat(result.events()).isEqualTo(4);
  }

  @Test
  void eventsCutOffAtTheEndAreMissed() throws SQLException {
    UUID review = ledgers.with(5);

    LedgersForTests.tamper(
        "DELETE FROM ledger_event WHERE review_id = '" + review + "' AND sequence > 3");

    assertThat(verifier.verify(review).firstBad()).contains(new BadEvent(4, "missing-event"));
  }

  @Test
  void swappedEventsAreFound() throws SQLException {
    UUID review = ledgers.with(5);

    LedgersForTests.tamper(
        change(review, 2, "sequence = 99"),
        change(review, 3, "sequence = 2"),
        change(review, 99, "sequence = 3"));

    assertThat(verifier.verify(review).firstBad()).contains(new BadEvent(2, "broken-link"));
  }

  @Test
  void aForgedHeadIsFound() throws SQLException {
    UUID review = ledgers.with(3);

    LedgersForTests.tamper(
        "UPDATE ledger_head SET hash = repeat('a', 64) WHERE review_id = '" + review + "'");

    assertThat(verifier.verify(review).firstBad()).contains(new BadEvent(3, "forged-head"));
  }

  @Test
  void aHeadTakenAwayIsFound() throws SQLException {
    UUID review = ledgers.with(3);

    LedgersForTests.tamper("DELETE FROM ledger_head WHERE review_id = '" + review + "'");

    assertThat(verifier.verify(review).firstBad()).contains(new BadEvent(3, "forged-head"));
  }

  @Test
  void aRowChangedBehindTheLedgersBackIsFoundAndNamed() {
    UUID review = ledgers.with(3);
    notes.tableSays(review, "something else");

    Verification result = verifier.verify(review);

    assertThat(result.holds()).isFalse();
    assertThat(result.firstBad()).isEmpty();
    assertThat(result.differences())
        .containsExactly(new Projection.Difference("note", "last", "event 3", "something else"));
  }

  @Test
  void anEventThatNoRoomCanReadIsNamedAndNotAnAccident() throws SQLException {
    UUID review = ledgers.with(3);

    LedgersForTests.tamper(change(review, 2, "payload = 'no JSON'"));

    Verification result = verifier.verify(review);
    assertThat(result.firstBad()).contains(new BadEvent(2, "changed-content"));
  }

  @Test
  void verifyingSeesOneMomentWhileEventsGoOn() throws Exception {
    UUID review = ledgers.with(600);
    AtomicBoolean enough = new AtomicBoolean();
    CountDownLatch writing = new CountDownLatch(20);
    try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
      threads.submit(
          () -> {
            while (!enough.get()) {
              ledgers.note(review, "while verified");
              writing.countDown();
            }
          });
      writing.await();
      for (int i = 0; i < 10; i++) {
        assertThat(verifier.verify(review).holds()).isTrue();
      }
      enough.set(true);
    }
  }

  private static String change(UUID review, long sequence, String what) {
    return "UPDATE ledger_event SET "
        + what
        + " WHERE review_id = '"
        + review
        + "' AND sequence = "
        + sequence;
  }
}
