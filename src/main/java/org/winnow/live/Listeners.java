package org.winnow.live;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.winnow.ledger.Ledger;
import org.winnow.ledger.LedgerReader;
import org.winnow.ledger.RecordedEvent;
import org.winnow.ledger.Sight;
import org.winnow.review.Reviews;
import org.winnow.team.Members;
import org.winnow.team.OpenSessions;
import org.winnow.team.ReviewRole;

/** All open pages of this server. Two threads serve them, however many they are. */
@ApplicationScoped
class Listeners implements LedgerReader {
  private static final Logger LOG = Logger.getLogger(Listeners.class);
  private static final Duration TICK = Duration.ofMillis(50);
  private static final Duration BETWEEN_CHECKS = Duration.ofSeconds(3);
  private static final int EVENTS_AT_ONCE = 1_000;
  private static final int MOST_PAGES_OF_ONE_MEMBER = 20;

  /** Events after which a member may see more or less than before. */
  private static final Set<String> CHANGE_OF_SIGHT =
      Set.of(
          "member-appointed", "member-left", "protocol-amended", "stage-closed", "stage-reopened");

  private final Ledger ledger;
  private final Members members;
  private final Reviews reviews;
  private final OpenSessions sessions;
  private final Map<UUID, Audience> audiences = new ConcurrentHashMap<>();
  private final ScheduledExecutorService speaker =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("live-speaker").factory());
  private final ScheduledExecutorService doorkeeper =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("live-doorkeeper").factory());
  private volatile boolean stopping;

  Listeners(Ledger ledger, Members members, Reviews reviews, OpenSessions sessions) {
    this.ledger = ledger;
    this.members = members;
    this.reviews = reviews;
    this.sessions = sessions;
  }

  /** The open pages of one review, and the last event that they were told of. */
  private static final class Audience {
    final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private long heard;

    Audience(long heard) {
      this.heard = heard;
    }
  }

  void serverStarted(@Observes StartupEvent event) {
    every(TICK, speaker, () -> all().forEach(listener -> listener.tick(System.nanoTime())));
    every(BETWEEN_CHECKS, doorkeeper, () -> audiences.keySet().forEach(this::check));
  }

  /** An open page would hold up the end of the server, which waits for requests to be answered. */
  void serverWillStop(@Observes ShutdownDelayInitiatedEvent event) {
    stopping = true;
    all().forEach(Listener::close);
  }

  void serverStops(@Observes ShutdownEvent event) {
    all().forEach(Listener::close);
  }

  @PreDestroy
  void end() {
    speaker.shutdownNow();
    doorkeeper.shutdownNow();
  }

  /**
   * Lets a page hear of every event from now on. Never waits.
   *
   * @param head sequence of the last event just before; the page reads what it shows afterwards
   */
  void join(Listener listener, long head) {
    audiences.compute(
        listener.reviewId(),
        (reviewId, known) -> {
          Audience audience = known == null ? new Audience(head) : known;
          audience.listeners.add(listener);
          return audience;
        });
    closeOldest(listener);
    if (stopping) {
      listener.close();
    }
    // The first to join may have missed the tail's call for an event after the head.
    doorkeeper.execute(() -> quietly(() -> read(listener.reviewId(), head)));
  }

  void leave(Listener listener) {
    audiences.computeIfPresent(
        listener.reviewId(),
        (reviewId, audience) -> {
          audience.listeners.remove(listener);
          return audience.listeners.isEmpty() ? null : audience;
        });
  }

  @Override
  public String name() {
    return "live";
  }

  @Override
  public void read(UUID reviewId, long upTo) {
    Audience audience = audiences.get(reviewId);
    if (audience == null) {
      return;
    }
    synchronized (audience) {
      List<RecordedEvent> events = after(reviewId, audience.heard);
      while (!events.isEmpty()) {
        if (events.stream().anyMatch(event -> CHANGE_OF_SIGHT.contains(event.type()))) {
          check(reviewId);
        }
        for (Listener listener : audience.listeners) {
          listener.note(events);
        }
        audience.heard = events.getLast().sequence();
        events = after(reviewId, audience.heard);
      }
    }
  }

  private List<RecordedEvent> after(UUID reviewId, long sequence) {
    return QuarkusTransaction.requiringNew()
        .call(() -> ledger.after(reviewId, sequence, EVENTS_AT_ONCE));
  }

  /** Sends those away who have left or signed out, and settles anew what the others may see. */
  private void check(UUID reviewId) {
    Audience audience = audiences.get(reviewId);
    if (audience == null) {
      return;
    }
    QuarkusTransaction.requiringNew()
        .run(() -> audience.listeners.forEach(listener -> check(reviewId, listener)));
  }

  private void check(UUID reviewId, Listener listener) {
    Set<ReviewRole> roles = members.rolesOf(reviewId, listener.account());
    if (roles.isEmpty() || !sessions.isOpen(listener.session())) {
      listener.close();
      leave(listener);
    } else {
      listener.sees(sight(reviewId, listener.account(), roles));
    }
  }

  /** Belongs to the caller's transaction. */
  Sight sight(UUID reviewId, UUID account, Set<ReviewRole> roles) {
    return reviews.isBlinded(reviewId, roles) ? new Sight.Blinded(account) : new Sight.Everything();
  }

  private void closeOldest(Listener newest) {
    List<Listener> ofMember =
        all().stream().filter(each -> each.account().equals(newest.account())).toList();
    ofMember.stream()
        .limit(Math.max(0, ofMember.size() - MOST_PAGES_OF_ONE_MEMBER))
        .filter(each -> each != newest)
        .forEach(Listener::close);
  }

  private List<Listener> all() {
    List<Listener> all = new ArrayList<>();
    audiences.values().forEach(audience -> all.addAll(audience.listeners));
    return all;
  }

  private static void every(Duration pause, ScheduledExecutorService thread, Runnable work) {
    thread.scheduleWithFixedDelay(
        () -> quietly(work), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static void quietly(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      // The database may be away for a moment; the next round comes anyway.
      LOG.warnf("Open pages are not served for a moment: %s", e);
    }
  }
}
