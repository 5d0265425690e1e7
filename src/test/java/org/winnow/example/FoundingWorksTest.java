package org.winnow.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.winnow.citation.Citation;
import org.winnow.citation.format.CitationReader;
import org.winnow.citation.format.CitationSink;
import org.winnow.citation.format.ParseProblem;
import org.winnow.citation.format.ReadOptions;
import org.winnow.example.FoundingWorks.Work;

class FoundingWorksTest {
  private final FoundingWorks works = new FoundingWorks();

  @Test
  void thereAreAsManyRecordsAsPublished() {
    int records = Arrays.stream(ExampleSource.values()).mapToInt(s -> works.in(s).size()).sum();
    assertThat(records).isEqualTo(7_938);
  }

  @Test
  void theyAreTheSameEveryTime() {
    FoundingWorks again = new FoundingWorks();
    for (ExampleSource source : ExampleSource.values()) {
      assertThat(again.in(source)).isEqualTo(works.in(source));
    }
  }

  @Test
  void fiftyTwoComeToFullTextAndTenOfThemAreExcludedForAReason() {
    List<Work> passing =
        works.all().stream().filter(work -> !work.opinions().annOnFullText().isEmpty()).toList();
    assertThat(passing).hasSize(52);
    assertThat(passing.stream().filter(w -> !w.opinions().annOnFullText().equals("include")))
        .hasSize(10)
        .allSatisfy(
            work -> assertThat(ExampleReview.REASONS).containsKey(work.opinions().annOnFullText()));
  }

  @Test
  void whatIsMadeUpSaysSo() {
    assertThat(works.all())
        .allSatisfy(work -> assertThat(work.note()).matches("Made up for.*|A trial that sources.*"))
        .filteredOn(work -> work.note().startsWith("A trial that sources"))
        .hasSize(36);
  }

  @Test
  void everyExportIsReadWithAllItsRecords() throws IOException {
    for (ExampleSource source : ExampleSource.values()) {
      List<Work> exported = works.in(source);
      List<Citation> read = read(source.export(exported));
      assertThat(read).as(source.name()).hasSameSizeAs(exported);
      for (int i = 0; i < read.size(); i++) {
        Work work = exported.get(i);
        Citation citation = read.get(i);
        assertThat(FoundingReview.key(citation.title().zh() + citation.title().en()))
            .as(source.name())
            .contains(FoundingReview.key(work.isChinese() ? work.titleZh() : work.title()));
        assertThat(citation.year()).as(source.name()).isEqualTo(work.year());
        assertThat(citation.authors()).as(source.name()).hasSameSizeAs(work.authors());
      }
    }
  }

  private static List<Citation> read(String export) throws IOException {
    List<Citation> found = new ArrayList<>();
    CitationReader.read(
        new ByteArrayInputStream(export.getBytes(StandardCharsets.UTF_8)),
        ReadOptions.automatic(),
        new CitationSink() {
          @Override
          public void citation(Citation citation) {
            found.add(citation);
          }

          @Override
          public void problem(ParseProblem problem) {
            throw new AssertionError(problem);
          }
        });
    return found;
  }
}
