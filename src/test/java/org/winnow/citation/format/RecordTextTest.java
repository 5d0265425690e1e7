package org.winnow.citation.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.winnow.citation.Citation;

/** The text that is kept of a record can be read by itself, as somebody who corrects it needs. */
class RecordTextTest {
  private static final Path SAMPLES = Path.of("src/test/resources/citation");

  private static final class Kept implements CitationSink {
    private final List<Citation> citations = new ArrayList<>();
    private final List<ParseProblem> problems = new ArrayList<>();

    @Override
    public void citation(Citation citation) {
      citations.add(citation);
    }

    @Override
    public void problem(ParseProblem problem) {
      problems.add(problem);
    }
  }

  private static Kept read(String text, String format) throws IOException {
    Kept kept = new Kept();
    CitationReader.readText(text, format, ColumnMapping.NONE, kept);
    return kept;
  }

  @TestFactory
  Stream<DynamicTest> everyRecordsTextIsThatRecordAgain() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(SAMPLES)) {
      files =
          all.filter(Files::isRegularFile)
              .filter(file -> !file.toString().endsWith(".json"))
              // A row needs its header, an entry its abbreviations: see below.
              .filter(file -> !file.startsWith(SAMPLES.resolve("csv")))
              .filter(file -> !file.startsWith(SAMPLES.resolve("bibtex")))
              .sorted()
              .toList();
    }
    return files.stream()
        .map(file -> DynamicTest.dynamicTest(file.toString(), () -> readsAgain(file)));
  }

  private static void readsAgain(Path file) throws IOException {
    Reading whole = Reading.of(Files.readAllBytes(file));
    for (Citation citation : whole.citations()) {
      Kept again = read(citation.raw(), whole.summary().format());

      assertThat(again.problems).isEmpty();
      assertThat(again.citations)
          .extracting(one -> one.from(0, ""))
          .containsExactly(citation.from(0, ""));
    }
  }

  @Test
  void aFaultyRowOfATableComesWithItsHeader() throws IOException {
    Reading reading =
        Reading.of("search: x\nTitle;Authors;Year\nOne;two;A;2001\nTwo;\"B;2002\nFour;B;2002\n");

    assertThat(reading.problems())
        .extracting(ParseProblem::raw)
        .containsExactly("Title;Authors;Year\nOne;two;A;2001", "Title;Authors;Year\nTwo;\"B;2002");
    Kept mended = read("Title;Authors;Year\nTwo;B;2002", "csv");
    assertThat(mended.citations).extracting(one -> one.title().first()).containsExactly("Two");
  }

  @Test
  void anEntryMayBringItsAbbreviationsAlong() throws IOException {
    String entry = "@article{a, title={One}, journal=jex}";

    Kept kept = read("@string{jex = \"Journal of Examples\"}\n" + entry, "bibtex");

    assertThat(kept.problems).isEmpty();
    assertThat(kept.citations).extracting(Citation::journal).containsExactly("Journal of Examples");
  }

  @Test
  void aTextWithoutAFormatThatIsKnownTellsItsOwn() throws IOException {
    assertThat(read("TY  - JOUR\nTI  - One\nER  - ", "csv, ris").citations).hasSize(1);
    assertThatThrownBy(() -> read("Dear colleagues", "csv, ris"))
        .isInstanceOf(UnreadableFile.class);
    assertThat(read("PK\u0003\u0004 TY  - JOUR", "ris").citations).isEmpty();
  }
}
