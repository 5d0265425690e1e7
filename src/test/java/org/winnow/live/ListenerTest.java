package org.winnow.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.smallrye.mutiny.subscription.MultiEmitter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.winnow.ledger.RecordedEvent;
import org.winnow.ledger.Sight;
import org.winnow.ledger.Visibility;
import org.winnow.live.Listener.Changed;
import org.winnow.live.Listener.StillHere;
import org.winnow.live.Listener.Told;

class ListenerTest {
  private static final UUID REVIEW = UUID.randomUUID();
  private static final UUID ANN = UUID.randomUUID();
  private static final UUID BOB = UUID.randomUUID();

  private long now = 1_000_000_000_000L;
  private AssertSubscriber<Told> page = AssertSubscriber.create(0);

  @Test
  void whoSeesEverythingIsToldRoomsAndSequence() {
    Listener listener = listener(new Sight.Everything(), 10);

    listener.note(List.of(event(7, "vote-cast", Visibility.ACTOR, BOB)));
    listener.tick(now);

    assertThat(page.getItems())
        .containsExactly(
            new Changed(List.of("audit", "flow", "retrieval", "review", "screening"), 7L));
  }

  @Test
  void aBlindedMemberIsToldNothingOfAnothersVote() {
    Listener listener = listener(new Sight.Blinded(ANN), 10);

    listener.note(
        List.of(
            event(7, "vote-cast", Visibility.ACTOR, BOB),
            event(8, "conflict-adjudicated", Visibility.UNBLINDED, BOB)));
    listener.tick(now);

    assertThat(page.getItems()).isEmpty();
  }

  @Test
  void aBlindedMemberIsToldOfTheirOwnVoteAndOfTheTeamsEventsWithoutASequence() {
    Listener listener = listener(new Sight.Blinded(ANN), 10);

    listener.note(List.of(event(7, "vote-cast", Visibility.ACTOR, ANN)));
    listener.tick(now);
    listener.note(List.of(event(9, "member-appointed", Visibility.TEAM, BOB)));
    now += Listener.BETWEEN_FRAMES.toNanos();
    listener.tick(now);

    assertThat(page.getItems())
        .containsExactly(
            new Changed(List.of("audit", "flow", "retrieval", "review", "screening"), null),
            new Changed(List.of("audit", "review", "team"), null));
  }

  @Test
  void aHundredEventsOfASecondBecomeAtMostFourFrames() {
    Listener listener = listener(new Sight.Everything(), 1_000);

    for (int i = 1; i <= 100; i++) {
      listener.note(List.of(event(i, "vote-cast", Visibility.ACTOR, BOB)));
      listener.tick(now);
      now += Duration.ofMillis(10).toNanos();
    }
    assertThat(page.getItems()).hasSize(4);

    now += Listener.BETWEEN_FRAMES.toNanos();
    listener.tick(now);
    assertThat(page.getItems()).last().isEqualTo(lastOf(100));
  }

  @Test
  void aSilentConnectionSaysThatItIsStillThere() {
    Listener listener = listener(new Sight.Everything(), 10);

    now += Listener.SILENCE.toNanos();
    listener.tick(now);
    listener.tick(now);

    assertThat(page.getItems()).containsExactly(new StillHere());
  }

  @Test
  void aPageThatDoesNotReadIsToldInOneFrameLater() {
    Listener listener = listener(new Sight.Everything(), 0);
    for (int i = 1; i <= 1_000; i++) {
      listener.note(List.of(event(i, "vote-cast", Visibility.ACTOR, BOB)));
      now += Duration.ofMillis(10).toNanos();
      listener.tick(now);
    }
    assertThat(page.getItems()).isEmpty();

    page.request(1);
    listener.tick(now);

    assertThat(page.getItems()).containsExactly(lastOf(1_000));
  }

  @Test
  void aPageThatNeverReadsIsCutOff() {
    Listener listener = listener(new Sight.Everything(), 0);

    now += Duration.ofSeconds(61).toNanos();
    listener.tick(now);

    page.assertCompleted();
  }

  private static Changed lastOf(long sequence) {
    return new Changed(List.of("audit", "flow", "retrieval", "review", "screening"), sequence);
  }

  private Listener listener(Sight sight, long reads) {
    AtomicReference<MultiEmitter<? super Told>> emitter = new AtomicReference<>();
    page =
        Multi.createFrom()
            .<Told>emitter(emitter::set)
            .subscribe()
            .withSubscriber(AssertSubscriber.create(reads));
    return new Listener(REVIEW, ANN, "", sight, emitter.get(), now);
  }

  private static RecordedEvent event(
      long sequence, String type, Visibility visibility, @Nullable UUID actor) {
    return new RecordedEvent(
        REVIEW, sequence, Instant.EPOCH, actor, type, visibility, "{}", "", "");
  }
}
