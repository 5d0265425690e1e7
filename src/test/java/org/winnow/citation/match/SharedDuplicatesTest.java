package org.winnow.citation.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.winnow.SharedData;

/** Published labelled sets, kept beside the project; prints the figures of the decision record. */
class SharedDuplicatesTest {
  private Path folder = Path.of("");

  @BeforeEach
  void theSetsAreThere() {
    Optional<Path> dedup = SharedData.folder("dedup");
    assumeTrue(dedup.isPresent(), "labelled sets are not on this machine");
    folder = dedup.orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({"haematology, 88.9", "stroke, 99.4"})
  void copiesGoAndAtMostOneWorkIsLost(String name, double sensitivity) throws IOException {
    LabelledSet set = LabelledSet.ofCsv(folder, name);

    Score score = Score.of(set, DuplicateGroups.find(set.normalised(), DecidedPairs.NONE));

    System.out.println(score.ofCopies(name));
    assertThat(score.worksLost()).isLessThanOrEqualTo(1);
    assertThat(score.sensitivity()).isGreaterThanOrEqualTo(sensitivity);
    assertThat(score.review()).isLessThanOrEqualTo(60);
  }

  @ParameterizedTest
  @CsvSource({"copper", "tafenoquine"})
  void membersAreFoundAndNoSingleRecordIsJoined(String name)
      throws IOException, XMLStreamException {
    LabelledSet set = LabelledSet.ofEndNoteXml(folder.resolve(name + ".endnote.xml"));

    Score score = Score.of(set, DuplicateGroups.find(set.normalised(), DecidedPairs.NONE));

    System.out.println(score.ofMembers(name));
    assertThat(score.memberSensitivity()).isGreaterThanOrEqualTo(99.3);
    assertThat(score.falseMembers()).isZero();
  }

  @Test
  void thePairsOfBibDedupeAreJudgedAsLabelled() throws IOException {
    List<PairCase> cases = PairCase.read(folder.resolve("bibdedupe-pair-cases.json"));
    assertThat(cases).hasSize(25);

    List<String> wrong =
        cases.stream()
            .filter(pair -> pair.isJoined() != pair.duplicate())
            .map(PairCase::toString)
            .toList();

    assertThat(wrong).isEmpty();
  }
}
