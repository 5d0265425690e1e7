package org.winnow.identification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.winnow.citation.Citation;
import org.winnow.citation.format.CitationReader;
import org.winnow.citation.format.CitationSink;
import org.winnow.citation.format.ParseProblem;
import org.winnow.citation.format.ReadOptions;

class DatabaseGuessTest {
  @Test
  void theRecordsOwnWordCountsMost() throws IOException {
    DatabaseGuess guess = having(Ris.record("TI  - A", "DB  - Embase"));

    assertThat(guess.of("ris", "scopus.ris")).isEqualTo("Embase");
  }

  @Test
  void anAccessionNumberTellsItsDatabase() throws IOException {
    assertThat(having(Ris.record("TI  - A", "AN  - WOS:000123")).of("ris", "a.ris"))
        .isEqualTo("Web of Science");
  }

  @Test
  void aFormatOfOneDatabaseNamesIt() throws IOException {
    assertThat(having(Ris.titled("A")).of("nbib", "a.txt")).isEqualTo("PubMed");
  }

  @Test
  void theFileNameIsTheLastResort() throws IOException {
    assertThat(having(Ris.titled("A")).of("ris", "Web of Science part 2.ris"))
        .isEqualTo("Web of Science");
    assertThat(having(Ris.titled("A")).of("ris", "知网 2024.txt")).isEqualTo("CNKI");
    assertThat(having(Ris.titled("A")).of("ris", "export.ris")).isEmpty();
  }

  @Test
  void oneNamedRecordAmongManySaysLittle() throws IOException {
    DatabaseGuess guess =
        having(
            Ris.record("TI  - A", "DB  - Embase")
                + Ris.titled("B")
                + Ris.titled("C")
                + Ris.titled("D"));

    assertThat(guess.of("ris", "cinahl.ris")).isEqualTo("CINAHL");
  }

  private static DatabaseGuess having(String ris) throws IOException {
    DatabaseGuess guess = new DatabaseGuess();
    CitationReader.read(
        new ByteArrayInputStream(ris.getBytes(StandardCharsets.UTF_8)),
        ReadOptions.automatic(),
        new CitationSink() {
          @Override
          public void citation(Citation citation) {
            guess.see(citation);
          }

          @Override
          public void problem(ParseProblem problem) {
            throw new AssertionError(problem.message());
          }
        });
    return guess;
  }
}
