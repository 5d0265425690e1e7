package org.winnow.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/** Votes that come when they are due, however long the server takes over those before. */
final class FixedRate {
  private static final int ENOUGH_AHEAD = 2;

  private final int perSecond;
  private final int seconds;

  FixedRate(int perSecond, int seconds) {
    this.perSecond = perSecond;
    this.seconds = seconds;
  }

  /**
   * A vote and when it was due. Whoever counts from when it was sent forgets those who had to wait
   * for a server that was busy.
   *
   * @param dueNanos by {@link System#nanoTime}
   */
  record Intended(long dueNanos, Reviewer.Cast cast) {
    double millisecondsSinceDue() {
      return (cast.timed().answeredNanos() - dueNanos) / 1e6;
    }
  }

  /** The reviewers vote in turn; each fetches more records when it runs out of them. */
  List<Intended> vote(List<Reviewer> team) throws InterruptedException, ExecutionException {
    team.forEach(FixedRate::keepFilled);
    List<Future<Intended>> sent = new ArrayList<>();
    long begin = System.nanoTime() + 100_000_000L;
    try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < perSecond * seconds; i++) {
        long due = begin + i * 1_000_000_000L / perSecond;
        Reviewer reviewer = team.get(i % team.size());
        while (System.nanoTime() < due) {
          LockSupport.parkNanos(due - System.nanoTime());
        }
        sent.add(
            senders.submit(
                () -> {
                  Intended vote = new Intended(due, reviewer.vote());
                  keepFilled(reviewer);
                  return vote;
                }));
      }
    }
    List<Intended> votes = new ArrayList<>();
    for (Future<Intended> vote : sent) {
      votes.add(vote.get());
    }
    return votes;
  }

  private static void keepFilled(Reviewer reviewer) {
    synchronized (reviewer) {
      if (!reviewer.hasRecords(ENOUGH_AHEAD)) {
        reviewer.fetch();
      }
    }
    if (!reviewer.hasRecord()) {
      throw new IllegalStateException("Too few records for so many votes");
    }
  }
}
