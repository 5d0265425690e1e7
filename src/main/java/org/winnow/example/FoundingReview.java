package org.winnow.example;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.winnow.example.FoundingWorks.Opinions;
import org.winnow.example.FoundingWorks.Work;

/**
 * Builds the finished example: a review as large as a published one, from eight exports to the
 * included trials.
 */
final class FoundingReview {
  static final UUID ID = new UUID(0x57494E4E4F570003L, 2);

  private final Team team;
  private final FoundingWorks works = new FoundingWorks();
  private final Map<String, Work> byTitle =
      works.all().stream()
          .collect(
              Collectors.toMap(
                  work -> key(work.isChinese() ? work.titleZh() : work.title()),
                  Function.identity()));

  FoundingReview(String address) {
    this.team = new Team(address, ID);
  }

  void build() {
    Browser lea =
        team.open(
            "Example, finished: mesenchymal stromal cells in autoimmune and rheumatic disease");
    for (ExampleSource source : ExampleSource.values()) {
      List<Work> found = works.in(source);
      team.importFile(
          lea,
          source.source(),
          source.description(found.size()),
          source.importId(),
          source.fileName(),
          new ByteArrayInputStream(source.export(found).getBytes(StandardCharsets.UTF_8)));
    }
    finish(lea, Team.TITLE_ABSTRACT);
    finish(lea, Team.FULL_TEXT);
    new KneeTrials(ID).build(lea);
  }

  private void finish(Browser lea, String stage) {
    team.screen(Person.ANN, stage, this::opinion);
    team.screen(Person.BOB, stage, this::opinion);
    team.settle(stage, Integer.MAX_VALUE, this::decision);
    team.close(lea, stage);
  }

  private String opinion(JsonNode record, Person person, String stage) {
    return opinions(record).of(person, stage.equals(Team.FULL_TEXT));
  }

  private String decision(JsonNode record, Person adjudicator, String stage) {
    Opinions opinions = opinions(record);
    if (stage.equals(Team.FULL_TEXT)) {
      return opinions.annOnFullText();
    }
    return opinions.annOnFullText().isEmpty() ? "exclude" : "include";
  }

  private Opinions opinions(JsonNode record) {
    String chinese = record.path("titles").path("zh").asText();
    String title = chinese.isEmpty() ? record.path("title").asText() : chinese;
    Work work = byTitle.get(key(title));
    if (work == null) {
      throw new IllegalStateException("No work of the example has the title " + title);
    }
    return work.opinions();
  }

  /** Databases write one title in several ways. */
  static String key(String title) {
    return title
        .toLowerCase(Locale.ROOT)
        .replace("randomized", "randomised")
        .replaceAll("[^\\p{IsAlphabetic}\\p{IsDigit}]", "");
  }
}
