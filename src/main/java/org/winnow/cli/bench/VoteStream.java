package org.winnow.cli.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Two reviewers who vote at a fixed rate, whatever the server does. A vote's time counts from the
 * moment at which it was due, so that a server that stands still is blamed for all who wait.
 */
final class VoteStream implements AutoCloseable {
  private static final int PAGE = 200;
  private static final String STAGE = "/stages/title-abstract";

  private final List<Ballot> ballots;
  private final double perSecond;
  private final List<Double> milliseconds = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger refused = new AtomicInteger();
  private final Thread clock = Thread.ofPlatform().daemon().name("votes").unstarted(this::run);
  private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
  private volatile boolean stopped;

  private record Ballot(Visitor reviewer, String review, JsonNode item) {}

  private VoteStream(List<Ballot> ballots, double perSecond) {
    this.ballots = ballots;
    this.perSecond = perSecond;
  }

  /**
   * Has everything ready for the first votes of two members on every record that is in the review.
   */
  static VoteStream prepare(Visitor lead, String review, double perSecond) {
    List<Ballot> ballots = new ArrayList<>();
    for (String name : List.of("first", "second")) {
      Visitor reviewer = lead.newMember(review, name, List.of("reviewer"));
      String after = "";
      while (true) {
        JsonNode items = reviewer.get(review + STAGE + "/queue?limit=" + PAGE + after).get("items");
        if (items.isEmpty()) {
          break;
        }
        items.forEach(item -> ballots.add(new Ballot(reviewer, review, item)));
        after = "&after=" + items.get(items.size() - 1).get("position").asText();
      }
    }
    return new VoteStream(ballots, perSecond);
  }

  void start() {
    clock.start();
  }

  /** What was voted until now, in milliseconds each; the next list begins empty. */
  List<Double> take() {
    synchronized (milliseconds) {
      List<Double> taken = List.copyOf(milliseconds);
      milliseconds.clear();
      return taken;
    }
  }

  /** Votes that the server did not take; there should be none. */
  int refused() {
    return refused.get();
  }

  private void run() {
    long begin = System.nanoTime();
    for (int i = 0; i < ballots.size() && !stopped; i++) {
      long due = begin + (long) (i * 1e9 / perSecond);
      while (System.nanoTime() < due) {
        ServerProcess.pause(Math.max(1, (due - System.nanoTime()) / 1_000_000));
      }
      Ballot ballot = ballots.get(i);
      senders.execute(() -> vote(ballot, due));
    }
  }

  private void vote(Ballot ballot, long due) {
    int record = ballot.item().get("itemId").asInt();
    int status =
        ballot
            .reviewer()
            .attempt(
                ballot.review() + STAGE + "/records/" + record + "/votes/" + UUID.randomUUID(),
                Map.of(
                    "verdict",
                    record % 4 == 0 ? "include" : "exclude",
                    "version",
                    ballot.item().get("version").asInt()))
            .status();
    milliseconds.add((System.nanoTime() - due) / 1e6);
    if (status >= 300) {
      refused.incrementAndGet();
    }
  }

  /** Stops voting and waits for the last answers. */
  @Override
  public void close() {
    stopped = true;
    try {
      clock.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    senders.close();
  }
}
