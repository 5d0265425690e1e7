package org.winnow.analysis.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are damaged, or made to do harm, are read as far as they go or refused in words. */
class HostileReviewsTest {
  private static ReviewAnalyses.Reading read(byte[] file) throws IOException {
    return ReviewFile.read(new ByteArrayInputStream(file)).reading();
  }

  private static ReviewAnalyses.Reading read(String file) throws IOException {
    return read(file.getBytes(StandardCharsets.UTF_8));
  }

  private static void isRefused(byte[] file, String message) {
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(UnreadableReview.class)
        .hasMessageContaining(message);
  }

  private static String madeUp() throws IOException {
    return new String(RevMan5FileTest.file(), Charset.forName("windows-1252"));
  }

  @Test
  void entitiesAreNeitherFetchedNorReplaced() throws IOException {
    String laughs =
        "<!DOCTYPE COCHRANE_REVIEW [\n<!ENTITY a \"ha\">\n<!ENTITY b \"&a;&a;&a;&a;\">\n"
            + "<!ENTITY file SYSTEM \"file:///etc/passwd\">\n]>\n";
    String text =
        madeUp()
            .replace("<COCHRANE_REVIEW", laughs + "<COCHRANE_REVIEW")
            .replace("<TITLE>", "<TITLE>&b;&file;");

    assertThat(read(text).review().title()).startsWith("&b;&file;Walking");
  }

  @Test
  void aFileCutOffIsRefusedWithItsLine() throws IOException {
    String text = madeUp();

    isRefused(
        text.substring(0, text.indexOf("<DICH_OUTCOME") + 40).getBytes(StandardCharsets.UTF_8),
        "line 48");
  }

  @Test
  void anyCutOrDamageIsRefusedOrReadButNothingElse() throws IOException {
    byte[] file = RevMan5FileTest.file();
    Random random = new Random(20);
    for (int i = 0; i < 200; i++) {
      byte[] damaged = file.clone();
      for (int j = random.nextInt(4); j >= 0; j--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      try {
        assertThat(read(damaged).review()).isNotNull();
      } catch (UnreadableReview e) {
        assertThat(e.getMessage()).isNotEmpty();
      }
    }
  }

  @Test
  void elementsNestedWithoutEndAreRefused() {
    isRefused(
        ("<COCHRANE_REVIEW>" + "<A>".repeat(100_000)).getBytes(StandardCharsets.UTF_8),
        "more elements than a review has");
  }

  @Test
  void otherXmlAndOtherFilesAreRefused() {
    isRefused("<html><body/></html>".getBytes(StandardCharsets.UTF_8), "no RevMan 5 review");
    isRefused("study,yi,vi\na,1,2\n".getBytes(StandardCharsets.UTF_8), "neither a RevMan 5 review");
    isRefused(new byte[0], "neither a RevMan 5 review");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MEAN_1=\"10.0\" | MEAN_1=\"ten\" | MEAN_1: no number: ten",
        "MEAN_1=\"10.0\" | MEAN_1=\"10,0\" | MEAN_1: write decimals with a point: 10,0",
        "MEAN_1=\"10.0\" | MEAN_1=\"1e999\" | MEAN_1: not finite",
        "MEAN_1=\"10.0\" | MEAN_1=\"NaN\" | MEAN_1: no number: NaN",
        "SD_1=\"2.0\" | SD_1=\"-2.0\" | Pain, Alpha 2001: "
      })
  void aWrongNumberNamesLineStudyAndColumnAndTheRowIsKeptSwitchedOff(
      String right, String wrong, String message) throws IOException {
    ReviewAnalyses.Reading reading = read(madeUp().replace(right, wrong));
    ReviewAnalyses.Outcome pain = reading.review().comparisons().getFirst().outcomes().getFirst();

    assertThat(reading.problems())
        .filteredOn(p -> p.message().en().contains("Alpha 2001"))
        .hasSize(1)
        .allMatch(p -> p.message().en().contains(message) && p.line() == 44);
    assertThat(pain.rows()).hasSize(3);
    assertThat(pain.rows().getFirst().included()).isFalse();
    assertThat(pain.rows().getFirst().reason()).isNotEmpty();
    assertThat(pain.analyse().summary().pooled().estimate()).isEqualTo(1);
  }

  @Test
  void moreEventsThanPeopleAreAProblemOfTheirRow() throws IOException {
    ReviewAnalyses.Reading reading = read(madeUp().replace("EVENTS_1=\"3\"", "EVENTS_1=\"300\""));

    assertThat(reading.problems())
        .anyMatch(p -> p.message().en().contains("Falls, Alpha 2001: More events than people"));
  }

  // ---------------------------------------------------------------- archives

  private static byte[] zip(Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    }
    return bytes.toByteArray();
  }

  private static final String ROWS =
      "Analysis group,Analysis number,Analysis name,Subgroup,Applicability,Study,Study year,"
          + "Experimental cases,Experimental N,Control cases,Control N,Weight,Mean,CI start,CI end\n";

  @Test
  void anArchiveThatUnpacksToMoreThanAReviewIsRefused() throws IOException {
    byte[] bomb = zip(Map.of("x-data-rows.csv", new byte[120_000_000]));

    assertThat(bomb.length).isLessThan(1_000_000);
    isRefused(bomb, "more than 100 MB");
    isRefused(zip(Map.of("x-data.zip", bomb)), "more than 100 MB");
  }

  @Test
  void archivesInArchivesWithoutEndAreRefused() throws IOException {
    byte[] inner = ROWS.getBytes(StandardCharsets.UTF_8);
    String name = "x-data-rows.csv";
    for (int i = 0; i < 6; i++) {
      inner = zip(Map.of(name, inner));
      name = "x.zip";
    }

    isRefused(inner, "archives in archives");
  }

  @Test
  void namesThatClimbOutOfFoldersMeanNothing() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(
        "../../../etc/CD1-data-rows.csv",
        (ROWS + "1,1,Falls,,SUBGROUP_AND_OVERALL,A,2001,3,20,6,21,,,,\n")
            .getBytes(StandardCharsets.UTF_8));

    assertThat(read(zip(files)).review().comparisons()).hasSize(1);
  }

  @Test
  void aDamagedArchiveIsRefused() throws IOException {
    byte[] whole =
        zip(
            Map.of(
                "x-data-rows.csv",
                new Random(1)
                    .doubles(1000)
                    .boxed()
                    .toList()
                    .toString()
                    .getBytes(StandardCharsets.UTF_8)));

    isRefused(java.util.Arrays.copyOf(whole, whole.length / 2), "damaged");
    isRefused(zip(Map.of("readme.txt", new byte[10])), "no data-rows.csv");
  }

  @Test
  void wrongNumbersInDataRowsNameFileAndLine() throws IOException {
    ReviewAnalyses.Reading reading =
        read(
            zip(
                Map.of(
                    "CD1-data-rows.csv",
                    (ROWS
                            + "1,1,Falls,,SUBGROUP_AND_OVERALL,A,2001,3,20,6,21,,,,\n"
                            + "1,1,Falls,,SUBGROUP_AND_OVERALL,B,2002,many,20,6,21,,,,\n")
                        .getBytes(StandardCharsets.UTF_8))));

    assertThat(reading.problems())
        .extracting(problem -> problem.line() + " " + problem.message().en())
        .containsExactly("3 CD1-data-rows.csv: Falls, B, Experimental cases: no number: many");
    assertThat(reading.review().comparisons().getFirst().outcomes().getFirst().rows()).hasSize(2);
  }

  @Test
  void aQuoteLeftOpenIsSaid() {
    isRefused(
        (ROWS + "1,1,\"Falls,,SUBGROUP_AND_OVERALL,A\n").getBytes(StandardCharsets.UTF_8),
        "no CSV table");
  }
}
