package org.winnow.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.winnow.SharedData;
import org.winnow.figure.Wording;
import org.winnow.flow.PublishedFlow.Answer;
import org.winnow.flow.PublishedFlow.Checked;

class PublishedFlowTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          database_results=7938 records_excluded=7891 dbr_assessed=52 | I2+I4+I5 | 5
          database_results=7938 records_excluded=7886 dbr_assessed=52 | '' | ''
          records_screened=7938 records_excluded=7891 dbr_sought_reports=52 | I4 | 5
          records_screened=100 records_excluded=60 dbr_sought_reports=35 | I4 | -5
          database_results=100 duplicates=20 records_screened=80 | '' | ''
          database_results=100 duplicates=20 records_screened=75 | I2 | -5
          database_results=100 register_results=9 duplicates=20 records_screened=89 | '' | ''
          database_results=100 excluded_other=5 records_screened=80 | '' | ''
          database_results=100 excluded_other=25 records_screened=80 | I2 | 5
          dbr_sought_reports=40 dbr_assessed=35 | '' | ''
          dbr_sought_reports=40 dbr_assessed=41 | I5 | 1
          dbr_sought_reports=40 dbr_notretrieved_reports=3 dbr_assessed=35 | I5 | -2
          dbr_assessed=52 dbr_excluded=10 new_reports=42 | '' | ''
          dbr_assessed=52 dbr_excluded=10 new_reports=43 | I6 | 1
          dbr_assessed=52 dbr_excluded=10 new_studies=30 | '' | ''
          dbr_assessed=52 dbr_excluded=10 other_assessed=3 other_excluded=1 new_reports=44 | '' | ''
          dbr_assessed=52 dbr_excluded=10 other_assessed=3 other_excluded=1 new_reports=45 | I6+I8 | 1
          other_sought_reports=9 other_notretrieved_reports=1 other_assessed=7 | I8 | -1
          previous_studies=10 new_studies=5 total_studies=15 | '' | ''
          previous_studies=10 new_studies=5 total_studies=14 | I12 | -1
          new_studies=5 total_studies_ma=6 | I13 | 1
          """)
  void whatFailsIsNamedWithItsDifference(String numbers, String failing, String differences) {
    List<Checked> failed =
        check(numbers).identities().stream().filter(each -> !each.holds()).toList();

    assertThat(failed.stream().map(Checked::id)).containsExactlyElementsOf(words(failing));
    assertThat(failed.stream().map(each -> Integer.toString(each.difference())))
        .containsExactlyElementsOf(words(differences));
    assertThat(failed).allMatch(each -> !each.explanations().isEmpty());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          database_results=100 duplicates=20 records_excluded=50 dbr_sought_reports=30 | records_screened=80
          database_results=100 records_screened=80 excluded_automatic=0 excluded_other=5 | duplicates=15
          records_screened=80 records_excluded=50 | dbr_sought_reports=30
          records_screened=80 dbr_sought_reports=30 | records_excluded=50
          dbr_sought_reports=30 dbr_assessed=28 | dbr_notretrieved_reports=2
          dbr_assessed=52 dbr_excluded=10 new_studies=42 | new_reports=42
          new_reports=42 dbr_excluded=10 | dbr_assessed=52
          previous_studies=10 total_studies=15 | new_studies=5
          records_screened=80 duplicates=20 | database_results=100
          database_results=100 records_screened=80 | ''
          """)
  void missingNumbersThatFollowAreGiven(String numbers, String missing) {
    assertThat(check(numbers).missingByName()).isEqualTo(numbers(missing));
  }

  @Test
  void nothingFollowsFromAnEquationThatFails() {
    Answer answer =
        check("database_results=7938 records_excluded=7891 dbr_assessed=52 dbr_excluded=10");

    assertThat(answer.missingByName()).containsExactly(Map.entry("new_reports", 42));
  }

  @Test
  void theFoundingExampleIsExplainedInFiveWaysAndRepairedInNone() {
    Answer answer =
        check("database_results=7938 records_excluded=7891 dbr_assessed=52 dbr_excluded=10");
    Checked failed =
        answer.identities().stream().filter(each -> !each.holds()).findFirst().orElseThrow();

    assertThat(failed.formula()).isEqualTo("7,938 − 7,891 = 47 < 52");
    assertThat(failed.explanations()).hasSize(5);
    assertThat(failed.explanations().stream().map(Wording::en))
        .satisfiesExactly(
            why -> assertThat(why).startsWith("5 reports came from other methods"),
            why -> assertThat(why).contains("led to 5 further reports"),
            why -> assertThat(why).contains("duplicates, and 5 of them were taken off twice"),
            why -> assertThat(why).contains("before a later search"),
            why -> assertThat(why).contains("7,943").contains("7,886").contains("47"));
    assertThat(failed.explanations()).allMatch(why -> !why.zh().isEmpty());
    assertThat(answer.authorQuery().en()).contains("7,938 − 7,891 = 47 < 52");
    assertThat(answer.authorQuery().zh()).contains("相差5");
  }

  @Test
  void aSlipOfDigitsComesFirst() {
    Checked failed =
        check("records_screened=6092 records_excluded=6004 dbr_sought_reports=52")
            .identities()
            .getFirst();

    assertThat(failed.explanations().getFirst().en())
        .isEqualTo("A slip of digits: 6,004 (Records excluded) should read 6,040.");
  }

  @Test
  void reasonsThatSumToMoreThanTheExcludedAreFound() {
    FlowBoxes boxes = new FlowBoxes(Map.of(FlowBox.REPORTS_EXCLUDED, 10));
    FlowDetails details =
        new FlowDetails(
            List.of(),
            List.of(),
            List.of(
                new FlowDetails.Reason("a", Wording.same("A"), 7),
                new FlowDetails.Reason("b", Wording.same("B"), 5)));

    Checked failed = new PublishedFlow(boxes, details).check().identities().getFirst();

    assertThat(failed.id()).isEqualTo("I6b");
    assertThat(failed.formula()).isEqualTo("7 + 5 = 12 ≠ 10");
    assertThat(failed.explanations().getFirst().en()).contains("several reasons");
  }

  @Test
  void nothingIsAskedOfAuthorsWhoseNumbersAddUp() {
    Answer answer = check("dbr_assessed=52 dbr_excluded=10 new_reports=42");

    assertThat(answer.holds()).isTrue();
    assertThat(answer.authorQuery()).isEqualTo(Wording.same(""));
  }

  @Test
  void everyFlowCountedFromSetsPassesTheChecker() {
    FlowSets sets =
        Fates.of()
            .record(1, "PubMed", RecordFate.Screening.PASSED)
            .duplicate(2, "Embase", 1)
            .record(3, "Embase", RecordFate.Screening.EXCLUDED)
            .report(1, ReportFate.Retrieval.RETRIEVED, new ReportFate.FullText.Included())
            .sets();

    Answer answer = new PublishedFlow(FlowBoxes.of(sets), FlowDetails.NONE).check();

    assertThat(answer.holds()).isTrue();
    assertThat(answer.missingByName()).isEmpty();
  }

  @Test
  void theExamplesPublishedNumbersDoNotAddUp() throws IOException {
    Optional<Path> folder = SharedData.folder("example");
    assumeThat(folder).isPresent();
    Map<String, Integer> stages = new LinkedHashMap<>();
    for (String line : Files.readAllLines(folder.get().resolve("published_flow.csv"))) {
      String[] cells = line.split(",", 3);
      if (cells[1].matches("\\d+")) {
        stages.put(cells[0], Integer.parseInt(cells[1]));
      }
    }

    Answer answer =
        check(
            "database_results=%d records_excluded=%d dbr_assessed=%d dbr_excluded=%d"
                .formatted(
                    stages.get("records identified"),
                    stages.get("records excluded on title and abstract"),
                    stages.get("full texts assessed"),
                    stages.get("full texts excluded")));

    assertThat(answer.identities()).anyMatch(each -> each.difference() == 5);
    assertThat(answer.missingByName()).containsEntry("new_reports", stages.get("RCTs included"));
  }

  private static Answer check(String numbers) {
    Map<String, String> values = new LinkedHashMap<>();
    numbers(numbers).forEach((name, number) -> values.put(name, number.toString()));
    Prisma2020Csv.Contents contents = Prisma2020Csv.read(values);
    assertThat(contents.problems()).isEmpty();
    return new PublishedFlow(contents.boxes(), contents.details()).check();
  }

  private static Map<String, Integer> numbers(String text) {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    for (String word : words(text)) {
      String[] parts = word.split("=");
      numbers.put(parts[0], Integer.parseInt(parts[1]));
    }
    return numbers;
  }

  private static List<String> words(String text) {
    return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
  }
}
