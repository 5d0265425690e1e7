package org.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** Every sample under {@code citation/} reads as the JSON beside it says. */
class ReadCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path SAMPLES = Path.of("src/test/resources/citation");

  @TempDir Path folder = Path.of("");

  private final ByteArrayOutputStream output = new ByteArrayOutputStream();
  private final ByteArrayOutputStream messages = new ByteArrayOutputStream();

  @TestFactory
  Stream<DynamicTest> everySampleReadsAsExpected() throws IOException {
    try (Stream<Path> files = Files.walk(SAMPLES)) {
      List<Path> expected =
          files.filter(file -> file.toString().endsWith(".expected.json")).sorted().toList();
      assertThat(expected).hasSizeGreaterThan(25);
      return expected.stream()
          .map(
              file ->
                  DynamicTest.dynamicTest(SAMPLES.relativize(file).toString(), () -> check(file)));
    }
  }

  private static void check(Path expected) throws IOException {
    String sample = expected.toString().replace(".expected.json", "");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    run(new byte[0], out, new ByteArrayOutputStream(), sample);
    JsonNode read = JSON.readTree(out.toByteArray());
    for (String list : List.of("records", "problems")) {
      read.path(list).forEach(item -> ((ObjectNode) item).remove(List.of("raw", "file")));
    }
    assertEquals(JSON.readTree(expected.toFile()).toPrettyString(), read.toPrettyString(), sample);
  }

  @Test
  void aRecordKeepsItsOwnLinesAndItsFile() throws IOException {
    String sample = SAMPLES.resolve("ris/rayyan.ris").toString();

    run(new byte[0], output, messages, sample);

    JsonNode first = JSON.readTree(output.toByteArray()).path("records").path(0);
    assertThat(first.path("file").asText()).isEqualTo(sample);
    assertThat(first.path("raw").asText())
        .startsWith("TY  - JOUR\nTI  - Glued fields\n")
        .endsWith("ER  - \n");
  }

  @Test
  void idsGoOnOverSeveralFilesAndStandardInput() throws IOException {
    byte[] input = "TY  - JOUR\nTI  - From a pipe\nER  - \n".getBytes(StandardCharsets.UTF_8);

    int exit = run(input, output, messages, SAMPLES.resolve("ris/wos.ris").toString(), "-");

    JsonNode records = JSON.readTree(output.toByteArray()).path("records");
    assertThat(exit).isZero();
    assertThat(records.path(1).path("id").asInt()).isEqualTo(2);
    assertThat(records.path(1).path("title").asText()).isEqualTo("From a pipe");
  }

  @Test
  void whatCannotBeReadIsOneClearLineAndExitTwo() throws IOException {
    int exit =
        run(
            "Dear all,\nsee attached.".getBytes(StandardCharsets.UTF_8),
            output,
            messages,
            "-",
            "no-such-file.ris");

    assertThat(exit).isEqualTo(2);
    assertThat(messages.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "winnow read: -: The file is in no known format; it begins: Dear all,",
            "winnow read: no-such-file.ris: There is no such file.");
    assertThat(JSON.readTree(output.toByteArray()).path("records")).isEmpty();
  }

  private Path unnamed() throws IOException {
    return Files.writeString(
        folder.resolve("unnamed.csv"),
        "Neck pain and yoga in adults,\"Chen, Hui\",2019\nKnees and tai chi in adults,\"Li, Wei\",2020\n");
  }

  @Test
  void aTableWithoutColumnNamesIsReadByTheirNumbers() throws IOException {
    int exit = run(new byte[0], output, messages, "--map", "title=1,year=3", unnamed().toString());

    assertThat(messages.toString(StandardCharsets.UTF_8)).isEmpty();
    assertThat(exit).isZero();
    JsonNode first = JSON.readTree(output.toByteArray()).path("records").path(0);
    assertThat(first.path("title").asText()).isEqualTo("Neck pain and yoga in adults");
    assertThat(first.path("year").asInt()).isEqualTo(2019);
    assertThat(first.path("others").path("Column 2").path(0).asText()).isEqualTo("Chen, Hui");
  }

  @Test
  void aTableWithoutColumnNamesIsReadAsItLooksWhenAsked() throws IOException {
    int exit = run(new byte[0], output, messages, "--no-header", unnamed().toString());

    assertThat(exit).isZero();
    JsonNode records = JSON.readTree(output.toByteArray()).path("records");
    assertThat(records.findValuesAsText("title"))
        .containsExactly("Neck pain and yoga in adults", "Knees and tai chi in adults");
    assertThat(records.path(1).path("authors").path(0).asText()).isEqualTo("Li, Wei");
  }

  @Test
  void aTableWithoutColumnNamesIsNotGuessedAtUnasked() throws IOException {
    int exit = run(new byte[0], output, messages, unnamed().toString());

    assertThat(exit).isEqualTo(2);
    assertThat(messages.toString(StandardCharsets.UTF_8))
        .contains("no row of column names", "--map", "--no-header");
  }

  @Test
  void columnsCanBeNamedThatNoReaderKnows() throws IOException {
    Path table = folder.resolve("table.csv");
    Files.writeString(
        table, "Werk;Leute;Jahrgang;Title\nNeck pain and yoga;Chen, Hui|Li, Wei;2019;ignore me\n");

    int exit =
        run(
            new byte[0],
            output,
            messages,
            "--map",
            "title=Werk,authors=Leute,year=Jahrgang",
            table.toString());

    JsonNode record = JSON.readTree(output.toByteArray()).path("records").path(0);
    assertThat(exit).isZero();
    assertThat(record.path("title").asText()).isEqualTo("Neck pain and yoga");
    assertThat(record.path("authors"))
        .extracting(JsonNode::asText)
        .containsExactly("Chen, Hui", "Li, Wei");
    assertThat(record.path("year").asInt()).isEqualTo(2019);
    assertThat(record.path("others").path("Title").path(0).asText()).isEqualTo("ignore me");
  }

  @ParameterizedTest
  @CsvSource({
    "title=Nowhere, There is no column called Nowhere; there are: Werk",
    "nothing=Werk, There is no field called nothing"
  })
  void aColumnOrFieldThatIsNotThereIsSaid(String map, String said) throws IOException {
    Path table = folder.resolve("table.csv");
    Files.writeString(table, "Werk;Leute\nNeck pain and yoga;Chen, Hui\nAnother;Li, Wei\n");

    int exit = run(new byte[0], output, messages, "--map", map, table.toString());

    assertThat(exit).isEqualTo(2);
    assertThat(messages.toString(StandardCharsets.UTF_8)).contains(said);
  }

  @Test
  void columnsOfStandardInputCannotBeNamed() throws IOException {
    int exit = run(new byte[0], output, messages, "--map", "title=Werk", "-");

    assertThat(exit).isEqualTo(2);
    assertThat(messages.toString(StandardCharsets.UTF_8)).contains("not for standard input");
  }

  @Test
  void formatAndCharsetCanBeNamed() throws IOException {
    byte[] input = "TY  - JOUR\nTI  - 示例\nER  - \n".getBytes("GB18030");

    run(input, output, messages, "--format", "ris", "--charset", "GB18030", "-");

    assertThat(
            JSON.readTree(output.toByteArray())
                .path("records")
                .path(0)
                .path("titles")
                .path("zh")
                .asText())
        .isEqualTo("示例");
  }

  private static int run(
      byte[] input,
      ByteArrayOutputStream output,
      ByteArrayOutputStream messages,
      String... arguments) {
    ReadCommand command =
        new ReadCommand(
            new ByteArrayInputStream(input),
            output,
            new PrintStream(messages, true, StandardCharsets.UTF_8));
    return new CommandLine(command).execute(arguments);
  }
}
