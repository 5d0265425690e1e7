package org.winnow.citation.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.winnow.citation.Citation;

/** Exports of several programs in one file, as they come of putting files behind one another. */
class MixedFilesTest {
  private static final Path SAMPLES = Path.of("src/test/resources/citation");

  private static final List<String> FILES =
      List.of(
          "ris/wos.ris",
          "nbib/pubmed.nbib",
          "wos/savedrecs.ciw",
          "enw/refer.enw",
          "refworks/refworks.txt",
          "ovid/tagged.txt",
          "cochrane/reviews.txt",
          "noteexpress/cnki.net",
          "cnki/estudy.txt",
          "bibtex/mixed.bib");

  static Stream<List<String>> pairs() {
    return FILES.stream()
        .flatMap(
            first ->
                FILES.stream()
                    .filter(second -> !first.equals(second))
                    .map(second -> List.of(first, second)));
  }

  private static String text(String file) throws IOException {
    String text = Files.readString(SAMPLES.resolve(file)).replace('\r', '\n');
    // Remarks before its first entry would go to the record before them.
    return text.substring(
        file.endsWith(".bib") ? text.indexOf('@') : text.startsWith("\uFEFF") ? 1 : 0);
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void eachFileIsReadInItsOwnFormat(List<String> pair) throws IOException {
    String first = text(pair.getFirst()).stripTrailing();
    String second = text(pair.getLast());
    Reading before = Reading.of(first);
    Reading behind = Reading.of(second);

    Reading both = Reading.of(first + "\n\n" + second);

    assertThat(both.citations().stream().map(MixedFilesTest::said).toList())
        .isEqualTo(
            Stream.concat(before.citations().stream(), behind.citations().stream())
                .map(MixedFilesTest::said)
                .toList());
    assertThat(both.summary().format())
        .isEqualTo(before.summary().format() + ", " + behind.summary().format());
  }

  /** All but where it stood. */
  private static List<Object> said(Citation c) {
    return List.of(
        c.type(),
        c.title(),
        c.authors(),
        c.year(),
        c.journal(),
        c.doi(),
        c.abstracts(),
        c.keywords());
  }

  @Test
  void aRecordsLineIsThatOfTheWholeFile() {
    Reading reading =
        Reading.of(
            "TY  - JOUR\nTI  - Tea\nER  - \n\nPMID- 7\nTI  - Milk\nDP  - 2019\n\n%0 Book\n%T Cake\n");

    assertThat(reading.citations()).extracting(Citation::line).containsExactly(1, 5, 9);
    assertThat(reading.titles()).containsExactly("Tea", "Milk", "Cake");
  }

  @Test
  void aMarkBetweenTwoFilesOfOneFormatIsNoPartOfEither() {
    String file = "\uFEFFTY  - JOUR\nTI  - Tea\nER  - \n";

    Reading reading =
        Reading.of((file + file + "\r\n\uFEFF" + file).getBytes(StandardCharsets.UTF_8));

    assertThat(reading.titles()).containsExactly("Tea", "Tea", "Tea");
    assertThat(reading.problems()).isEmpty();
  }

  @Test
  void linesThatOnlyLookLikeAnotherFormatStayWhereTheyAre() {
    Reading reading =
        Reading.of(
            """
            TY  - JOUR
            TI  - Tea
            AB  - Aims
            RT PCR was done.
            FN means false negative.
            PMID- unknown
            @home nobody drank.
            Record #1 of the trial.
            ER  -
            """);

    assertThat(reading.titles()).containsExactly("Tea");
    assertThat(reading.citations().getFirst().abstracts().first())
        .contains("RT PCR", "FN means", "PMID-", "@home", "Record #1");
  }

  @Test
  void aTableBehindATableIsReadByItsOwnHeader() {
    Reading reading =
        Reading.of(
            """
            Title,Authors,Year
            Tea,"Smith, J.",2019
            Year,Article title,Author names
            2018,Milk,"Doe, A."
            """);

    assertThat(reading.titles()).containsExactly("Tea", "Milk");
    assertThat(reading.citations().getLast().authors()).containsExactly("Doe, A.");
    assertThat(reading.citations().getLast().year()).isEqualTo(2018);
  }

  @Test
  void aFileReadInAFormatThatAPersonNamedIsReadInThatFormatOnly() {
    String file = "TY  - JOUR\nTI  - Tea\nER  - \n\n%0 Book\n%T Cake\n";

    Reading reading =
        Reading.of(
            new java.io.ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)),
            ReadOptions.of("ris", ReadOptions.AUTO));

    assertThat(reading.titles()).containsExactly("Tea");
    assertThat(reading.summary().format()).isEqualTo("ris");
  }
}
