package org.winnow.citation.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.winnow.SharedData;
import org.winnow.citation.Citation;

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

  @ParameterizedTest
  @CsvSource({"haematology", "stroke", "copper", "tafenoquine"})
  void theOrderOfTheRecordsDoesNotMatter(String name) throws IOException, XMLStreamException {
    List<Citation> records = set(name).records();
    Set<Set<Integer>> clusters = Partitions.of(records);

    Random random = new Random(7);
    for (int i = 0; i < 5; i++) {
      assertThat(Partitions.shuffled(records, random)).isEqualTo(clusters);
    }
  }

  /** Every record written once more, with omissions and slips, is one copy more to be found. */
  @ParameterizedTest
  @CsvSource({
    "haematology, 1, 99",
    "haematology, 3, 98.5",
    "stroke, 1, 99",
    "stroke, 3, 98.5",
    "copper, 1, 99",
    "copper, 3, 98.5",
    "tafenoquine, 1, 99",
    "tafenoquine, 3, 98.5"
  })
  void aDisturbedCopyOfARecordIsJoinedToItsWork(String name, int changes, double least)
      throws IOException, XMLStreamException {
    List<Citation> records = set(name).records();
    Set<Set<Integer>> before = Partitions.of(records);
    VendorNoise noise = new VendorNoise(new Random(11));
    List<Citation> all = new ArrayList<>(records);
    records.forEach(record -> all.add(noise.disturb(record, changes)));

    Set<Set<Integer>> after = Partitions.of(all);

    int found = 0;
    for (int i = 0; i < records.size(); i++) {
      int copy = i + records.size();
      int original = i;
      found += after.stream().anyMatch(set -> set.contains(copy) && set.contains(original)) ? 1 : 0;
    }
    int united = worksUnited(before, after, records.size());
    System.out.printf(
        "%s, %d changes: %d of %d copies found, %d works united%n",
        name, changes, found, records.size(), united);
    assertThat(100.0 * found / records.size()).isGreaterThanOrEqualTo(least);
    assertThat(united).isLessThanOrEqualTo(1);
  }

  /** How many entries that were apart are now one. */
  private static int worksUnited(Set<Set<Integer>> before, Set<Set<Integer>> after, int records) {
    int[] entry = new int[records];
    int next = 0;
    for (int i = 0; i < records; i++) {
      entry[i] = -1;
    }
    for (Set<Integer> set : before) {
      for (int member : set) {
        entry[member] = next;
      }
      next++;
    }
    for (int i = 0; i < records; i++) {
      entry[i] = entry[i] < 0 ? next++ : entry[i];
    }
    int united = 0;
    for (Set<Integer> set : after) {
      long entries =
          set.stream().filter(member -> member < records).map(m -> entry[m]).distinct().count();
      united += entries > 1 ? (int) entries - 1 : 0;
    }
    return united;
  }

  private LabelledSet set(String name) throws IOException, XMLStreamException {
    Path endNote = folder.resolve(name + ".endnote.xml");
    return Files.exists(endNote)
        ? LabelledSet.ofEndNoteXml(endNote)
        : LabelledSet.ofCsv(folder, name);
  }
}
