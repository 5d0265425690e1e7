package org.winnow.cli.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Somebody who screens titles and abstracts, and notes what the server has acknowledged. */
final class Reviewer {
  private final Visitor visitor;
  private final String stage;
  private final int ahead;
  private final Deque<JsonNode> fetched = new ArrayDeque<>();
  private final Set<UUID> acknowledged = new HashSet<>();
  private String after = "";
  private int refused;

  /**
   * @param review path of the review
   * @param ahead records to fetch at once
   */
  Reviewer(Visitor visitor, String review, int ahead) {
    this.visitor = visitor;
    this.stage = review + "/stages/title-abstract";
    this.ahead = ahead;
  }

  /** Something that was asked of the server and how long it took. */
  record Timed(long sentNanos, long answeredNanos) {
    double milliseconds() {
      return (answeredNanos - sentNanos) / 1e6;
    }
  }

  /** A vote that was sent. */
  record Cast(UUID vote, boolean accepted, Timed timed) {}

  boolean hasRecord() {
    return hasRecords(1);
  }

  synchronized boolean hasRecords(int count) {
    return fetched.size() >= count;
  }

  /** Fetches the records that come after those which were fetched before. */
  Timed fetch() {
    long sent = System.nanoTime();
    JsonNode items = visitor.get(stage + "/queue?limit=" + ahead + after).get("items");
    Timed timed = new Timed(sent, System.nanoTime());
    synchronized (this) {
      items.forEach(fetched::add);
      if (!items.isEmpty()) {
        after = "&after=" + items.get(items.size() - 1).get("position").asText();
      }
    }
    return timed;
  }

  /** Fetches as many again, beginning one record further, as a page that is kept filled. */
  Timed fetchOneFurther() {
    long sent = System.nanoTime();
    JsonNode items = visitor.get(stage + "/queue?limit=" + ahead + after).get("items");
    Timed timed = new Timed(sent, System.nanoTime());
    if (items.isEmpty()) {
      throw new IllegalStateException("Too few records for so many requests");
    }
    after = "&after=" + items.get(0).get("position").asText();
    return timed;
  }

  /** Votes on the next of the fetched records. */
  Cast vote() {
    JsonNode item;
    synchronized (this) {
      item = fetched.removeFirst();
    }
    int record = item.get("itemId").asInt();
    return vote(record, item.get("version").asInt(), record % 4 == 0 ? "include" : "exclude");
  }

  private Cast vote(int record, int version, String verdict) {
    UUID vote = UUID.randomUUID();
    long sent = System.nanoTime();
    Visitor.Answer answer =
        visitor.attempt(
            stage + "/records/" + record + "/votes/" + vote,
            Map.of("verdict", verdict, "version", version));
    Timed timed = new Timed(sent, System.nanoTime());
    // Two others have voted since the record was handed out.
    boolean late = answer.status() == 409;
    if (!late) {
      answer.accepted();
    }
    synchronized (this) {
      if (late) {
        refused++;
      } else {
        acknowledged.add(vote);
      }
    }
    return new Cast(vote, !late, timed);
  }

  synchronized int acknowledged() {
    return acknowledged.size();
  }

  synchronized int refused() {
    return refused;
  }

  /** Compares what was acknowledged with what the server has. */
  synchronized Comparison compare() {
    Set<UUID> stored = new HashSet<>(stored());
    List<UUID> lost = new ArrayList<>(acknowledged);
    lost.removeAll(stored);
    stored.removeAll(acknowledged);
    return new Comparison(lost.size(), stored.size());
  }

  /** Votes that were acknowledged and are gone, and votes that nobody was told of. */
  record Comparison(int lost, int invented) {
    Comparison plus(Comparison other) {
      return new Comparison(lost + other.lost, invented + other.invented);
    }
  }

  private Set<UUID> stored() {
    Set<UUID> stored = new HashSet<>();
    String cursor = "";
    while (true) {
      JsonNode page = visitor.get(stage + "/votes?limit=200" + cursor);
      page.get("items").forEach(item -> stored.add(UUID.fromString(item.get("voteId").asText())));
      if (!page.hasNonNull("next")) {
        return stored;
      }
      cursor = "&cursor=" + page.get("next").asText();
    }
  }
}
