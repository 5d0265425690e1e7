package org.winnow.example;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * Builds the example review by doing what its team would do in their browsers. Every command has a
 * fixed id, so that a build that was interrupted goes on where it stopped.
 */
final class ExampleReview {
  static final UUID ID = new UUID(0x57494E4E4F570003L, 1);
  private static final String REVIEW = "/reviews/" + ID;
  private static final int READING_STEPS = 600;

  /** Exclusion reasons by the words of decisions.csv, in the order of the protocol. */
  private static final Map<String, UUID> REASONS = new LinkedHashMap<>();

  static {
    int number = 1;
    for (String word : List.of("design", "population", "intervention", "comparison", "outcome")) {
      REASONS.put(word, new UUID(0x57494E4E4F570004L, number++));
    }
  }

  private final String address;
  private final Map<String, Map<Person, Opinion>> opinions = readOpinions();

  ExampleReview(String address) {
    this.address = address;
  }

  /** What somebody thinks of a record; empty words where they have not come to it. */
  private record Opinion(String onTitle, String onFullText) {}

  void build() {
    Browser lea = Browser.of(address, Person.LEA);
    lea.put(
        REVIEW,
        Map.of(
            "title",
            "Example: mesenchymal stromal cells in autoimmune and rheumatic disease",
            "language",
            "en"));
    for (Person person : Person.values()) {
      lea.put(REVIEW + "/members/" + person.id(), Map.of("roles", person.roles));
    }
    if (lea.get(REVIEW + "/protocol").get("version").asInt() == 1) {
      lea.putAt(REVIEW + "/protocol", "\"1\"", ExampleProtocol.of(REASONS));
    }
    for (ExampleFile file : ExampleFile.values()) {
      importFile(lea, file);
    }
    screen(Person.ANN, "title-abstract");
    screen(Person.BOB, "title-abstract");
    settle();
    screen(Person.ANN, "full-text");
    screen(Person.BOB, "full-text");
  }

  private static void importFile(Browser lea, ExampleFile file) {
    lea.put(REVIEW + "/sources/" + file.source(), file.description());
    String path = REVIEW + "/imports/" + file.importId();
    lea.upload(path + "?fileName=" + file.file, resource(file.file));
    await(lea, path, "ready");
    lea.put(path + "/commitment", Map.of("sourceId", file.source()));
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

  private void screen(Person person, String stage) {
    Browser browser = Browser.of(address, person);
    String after = "";
    while (true) {
      JsonNode queue =
          browser.get(REVIEW + "/stages/" + stage + "/queue?limit=200" + after).get("items");
      if (queue.isEmpty()) {
        return;
      }
      for (JsonNode item : queue) {
        vote(browser, person, stage, item);
        after = "&after=" + item.get("position").asText();
      }
    }
  }

  private void vote(Browser browser, Person person, String stage, JsonNode item) {
    Opinion opinion =
        opinions
            .getOrDefault(key(item.get("record").path("title").asText()), Map.of())
            .getOrDefault(person, new Opinion("", ""));
    String word = stage.equals("full-text") ? opinion.onFullText() : opinion.onTitle();
    if (word.isEmpty()) {
      return;
    }
    UUID reason = REASONS.get(word);
    int id = item.get("itemId").asInt();
    UUID vote =
        new UUID(0x57494E4E4F570010L + person.ordinal() + (stage.equals("full-text") ? 16 : 0), id);
    browser.put(
        REVIEW + "/stages/" + stage + "/records/" + id + "/votes/" + vote,
        Map.of(
            "verdict",
            reason == null ? word : "exclude",
            "reasons",
            reason == null ? List.of() : List.of(reason),
            "version",
            item.get("version").asInt()));
  }

  /** The adjudicator has settled the older half of the conflicts, once. */
  private void settle() {
    Browser eve = Browser.of(address, Person.EVE);
    if (!eve.get(REVIEW + "/ledger?type=conflict-adjudicated").get("items").isEmpty()) {
      return;
    }
    String stage = REVIEW + "/stages/title-abstract";
    JsonNode conflicts = eve.get(stage + "/conflicts?limit=200").get("items");
    for (int i = 0; i < conflicts.size() / 2; i++) {
      int id = conflicts.get(i).get("itemId").asInt();
      String ann =
          opinions
              .getOrDefault(key(conflicts.get(i).get("record").path("title").asText()), Map.of())
              .getOrDefault(Person.ANN, new Opinion("exclude", ""))
              .onTitle();
      eve.put(
          stage + "/records/" + id + "/adjudications/" + new UUID(0x57494E4E4F570030L, id),
          Map.of("verdict", ann.equals("exclude") ? "exclude" : "include", "comment", ""));
    }
  }

  private static Map<String, Map<Person, Opinion>> readOpinions() {
    Map<String, Map<Person, Opinion>> opinions = new HashMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(resource("decisions.csv"), StandardCharsets.UTF_8))) {
      lines.readLine();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        List<String> cells = cells(line);
        opinions.put(
            key(cells.get(0)),
            Map.of(
                Person.ANN,
                new Opinion(cells.get(1), cells.get(3)),
                Person.BOB,
                new Opinion(cells.get(2), cells.get(4))));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return opinions;
  }

  /** Databases write one title in several ways. */
  private static String key(String title) {
    return title
        .toLowerCase(Locale.ROOT)
        .replace("randomized", "randomised")
        .replaceAll("[^\\p{IsAlphabetic}\\p{IsDigit}]", "");
  }

  /** The last four columns hold no commas; what stands before them is the title. */
  private static List<String> cells(String line) {
    List<String> parts = Arrays.asList(line.split(",", -1));
    int title = parts.size() - 4;
    List<String> cells = new ArrayList<>();
    cells.add(String.join(",", parts.subList(0, title)).replace("\"", ""));
    cells.addAll(parts.subList(title, parts.size()));
    return cells;
  }

  private static InputStream resource(String name) {
    return Objects.requireNonNull(
        ExampleReview.class.getResourceAsStream("/example/" + name), name);
  }
}
