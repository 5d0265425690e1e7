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
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Builds the example that is half screened, to try the keys on. */
final class ExampleReview {
  static final UUID ID = new UUID(0x57494E4E4F570003L, 1);

  /** Exclusion reasons by the words of decisions.csv, in the order of the protocol. */
  static final Map<String, UUID> REASONS = new LinkedHashMap<>();

  static {
    int number = 1;
    for (String word : List.of("design", "population", "intervention", "comparison", "outcome")) {
      REASONS.put(word, new UUID(0x57494E4E4F570004L, number++));
    }
  }

  private final Team team;
  private final Map<String, Map<Person, Opinion>> opinions = readOpinions();

  ExampleReview(String address) {
    this.team = new Team(address, ID);
  }

  /** What somebody thinks of a record; empty words where they have not come to it. */
  private record Opinion(String onTitle, String onFullText) {}

  void build() {
    Browser lea =
        team.open("Example: mesenchymal stromal cells in autoimmune and rheumatic disease");
    for (ExampleFile file : ExampleFile.values()) {
      team.importFile(
          lea, file.source(), file.description(), file.importId(), file.file, resource(file.file));
    }
    team.screen(Person.ANN, Team.TITLE_ABSTRACT, this::opinion);
    team.screen(Person.BOB, Team.TITLE_ABSTRACT, this::opinion);
    // The adjudicator has settled the older half of the conflicts, once.
    if (!team.hasSettled()) {
      team.settle(Team.TITLE_ABSTRACT, team.conflicts(Team.TITLE_ABSTRACT) / 2, this::decision);
    }
    team.screen(Person.ANN, Team.FULL_TEXT, this::opinion);
    team.screen(Person.BOB, Team.FULL_TEXT, this::opinion);
  }

  private String opinion(JsonNode record, Person person, String stage) {
    Opinion opinion =
        opinions
            .getOrDefault(FoundingReview.key(record.path("title").asText()), Map.of())
            .getOrDefault(person, new Opinion("", ""));
    return stage.equals(Team.FULL_TEXT) ? opinion.onFullText() : opinion.onTitle();
  }

  private String decision(JsonNode record, Person adjudicator, String stage) {
    String ann = opinion(record, Person.ANN, stage);
    return ann.isEmpty() || ann.equals("exclude") ? "exclude" : "include";
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
            FoundingReview.key(cells.get(0)),
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
