package org.winnow.example;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/**
 * What the example's people do in their browsers. Every command has a fixed id, so that a build
 * that was interrupted goes on where it stopped.
 */
final class Team {
  static final String TITLE_ABSTRACT = "title-abstract";
  static final String FULL_TEXT = "full-text";
  private static final int READING_STEPS = 2_400;

  /** As many as a database of two cores answers without a queue. */
  private static final int AT_ONCE = 8;

  private final String address;
  private final String review;

  Team(String address, UUID review) {
    this.address = address;
    this.review = "/reviews/" + review;
  }

  /** What somebody thinks of a record at a stage; empty where they have not come to it. */
  interface Opinions {
    String of(JsonNode record, Person person, String stage);
  }

  /** Makes the review, its team and its protocol; returns the lead's browser. */
  Browser open(String title) {
    Browser lea = Browser.of(address, Person.LEA);
    lea.put(review, Map.of("title", title, "language", "en"));
    for (Person person : Person.values()) {
      lea.put(review + "/members/" + person.id(), Map.of("roles", person.roles));
    }
    if (lea.get(review + "/protocol").get("version").asInt() == 1) {
      lea.putAt(review + "/protocol", "\"1\"", ExampleProtocol.of(ExampleReview.REASONS));
    }
    return lea;
  }

  void importFile(
      Browser lea,
      UUID source,
      Map<String, Object> description,
      UUID importId,
      String fileName,
      InputStream file) {
    lea.put(review + "/sources/" + source, description);
    String path = review + "/imports/" + importId;
    lea.upload(path + "?fileName=" + fileName.replace(' ', '-'), file);
    await(lea, path, "ready");
    lea.put(path + "/commitment", Map.of("sourceId", source));
    await(lea, path, "committed");
  }

  private static void await(Browser lea, String path, String state) {
    for (int step = 0; step < READING_STEPS; step++) {
      String now = lea.get(path).get("state").asText();
      if (now.equals(state) || now.equals("committed")) {
        return;
      }
      if (now.equals("failed")) {
        throw new IllegalStateException(path + " failed");
      }
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
    throw new IllegalStateException(path + " is never " + state);
  }

  /** Has somebody vote on all that is theirs to vote on and that they have come to. */
  void screen(Person person, String stage, Opinions opinions) {
    Browser browser = Browser.of(address, person);
    Semaphore free = new Semaphore(AT_ONCE);
    String after = "";
    try (ExecutorService voting = Executors.newVirtualThreadPerTaskExecutor()) {
      while (true) {
        JsonNode queue =
            browser.get(review + "/stages/" + stage + "/queue?limit=200" + after).get("items");
        if (queue.isEmpty()) {
          return;
        }
        List<Future<?>> votes = new ArrayList<>();
        for (JsonNode item : queue) {
          votes.add(
              voting.submit(
                  () -> {
                    free.acquireUninterruptibly();
                    try {
                      vote(browser, person, stage, item, opinions);
                    } finally {
                      free.release();
                    }
                  }));
          after = "&after=" + item.get("position").asText();
        }
        for (Future<?> vote : votes) {
          vote.get();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private void vote(
      Browser browser, Person person, String stage, JsonNode item, Opinions opinions) {
    String word = opinions.of(item.get("record"), person, stage);
    if (word.isEmpty()) {
      return;
    }
    int id = item.get("itemId").asInt();
    UUID vote =
        new UUID(0x57494E4E4F570010L + person.ordinal() + (stage.equals(FULL_TEXT) ? 16 : 0), id);
    browser.put(
        review + "/stages/" + stage + "/records/" + id + "/votes/" + vote, verdict(word, item));
  }

  private static Map<String, Object> verdict(String word, JsonNode item) {
    UUID reason = ExampleReview.REASONS.get(word);
    return Map.of(
        "verdict",
        reason == null ? word : "exclude",
        "reasons",
        reason == null ? List.of() : List.of(reason),
        "version",
        item.get("version").asInt());
  }

  /** Settles conflicts of a stage; a word of the opinion that is a reason excludes for it. */
  void settle(String stage, int most, Opinions decision) {
    Browser eve = Browser.of(address, Person.EVE);
    String conflicts = review + "/stages/" + stage;
    JsonNode open = eve.get(conflicts + "/conflicts?limit=200").get("items");
    for (int i = 0; i < Math.min(most, open.size()); i++) {
      JsonNode conflict = open.get(i);
      int id = conflict.get("itemId").asInt();
      String word = decision.of(conflict.get("record"), Person.EVE, stage);
      UUID reason = ExampleReview.REASONS.get(word);
      UUID adjudication = new UUID(0x57494E4E4F570030L + (stage.equals(FULL_TEXT) ? 16 : 0), id);
      eve.put(
          conflicts + "/records/" + id + "/adjudications/" + adjudication,
          Map.of(
              "verdict",
              reason == null ? word : "exclude",
              "reasons",
              reason == null ? List.of() : List.of(reason),
              "comment",
              ""));
    }
  }

  boolean hasSettled() {
    return !Browser.of(address, Person.EVE)
        .get(review + "/ledger?type=conflict-adjudicated")
        .get("items")
        .isEmpty();
  }

  int conflicts(String stage) {
    return Browser.of(address, Person.EVE)
        .get(review + "/stages/" + stage + "/conflicts?limit=200")
        .get("items")
        .size();
  }

  void close(Browser lea, String stage) {
    lea.put(review + "/stages/" + stage + "/state", Map.of("state", "closed"));
  }
}
