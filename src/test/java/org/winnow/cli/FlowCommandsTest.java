package org.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlowCommandsTest {
  private static final String PUBLISHED =
      "{\"database_results\":7938,\"records_excluded\":7891,\"dbr_assessed\":52}";

  @TempDir private Path folder = Path.of(".");

  @Test
  void aFlowThatDoesNotAddUpEndsWithOneAndSaysByHowMuch() throws IOException {
    Path file = file("published.json", PUBLISHED);

    Outcome outcome = run("check-flow", file.toString());

    JsonNode answer = new ObjectMapper().readTree(outcome.out());
    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(answer.at("/identities/0/holds").asBoolean()).isFalse();
    assertThat(answer.at("/identities/0/difference").asInt()).isEqualTo(5);
    assertThat(answer.at("/identities/0/explanations/0/zh").asText()).contains("5篇报告");
  }

  @Test
  void theAnswerOfTheServerIsReadToo() throws IOException {
    Path file = file("flow.json", "{\"boxes\":{\"dbr_assessed\":3,\"dbr_excluded\":1}}");

    Outcome outcome = run("check-flow", file.toString());

    assertThat(outcome.exit()).isZero();
    assertThat(new ObjectMapper().readTree(outcome.out()).at("/missing/new_reports").asInt())
        .isEqualTo(2);
  }

  @Test
  void aCsvIsDrawnAsSvgOnStandardOutput() throws IOException {
    Path file = file("flow.csv", "data,box,n\nrecords_screened,box4,\"1,234\"\n");

    Outcome outcome = run("flow", file.toString(), "--lang", "zh");

    assertThat(outcome.exit()).isZero();
    assertThat(outcome.out()).startsWith("<svg ").contains("筛选的记录").contains("(n = 1,234)");
  }

  @ParameterizedTest(name = "out.{0}")
  @CsvSource({"svg, <svg", "pdf, %PDF-1.", "png, PNG"})
  void theEndingOfTheOutputChoosesItsFormat(String ending, String beginning) throws IOException {
    Path file = file("published.json", PUBLISHED);
    Path out = folder.resolve("out." + ending);

    assertThat(run("flow", file.toString(), "-o", out.toString()).exit()).isZero();

    String head = new String(Files.readAllBytes(out), 0, 8, StandardCharsets.ISO_8859_1);
    assertThat(head).contains(beginning.strip());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"database_results": | is no JSON: line
          {"database_results": -1} | holds no number of a flow
          {"boxes": []} | holds no number of a flow
          a,b | holds no number of a flow
          """)
  void unreadableInputIsOneClearLineAndTwo(String content, String message) throws IOException {
    Outcome outcome = run("check-flow", file("bad", content).toString());

    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.err()).contains(message);
    assertThat(outcome.err().strip().lines()).hasSize(1);
  }

  @Test
  void aMissingFileAndAnUnknownFormatAreNamed() throws IOException {
    assertThat(run("flow", "nowhere.json").err()).contains("there is no file nowhere.json");
    assertThat(run("flow", file("f", PUBLISHED).toString(), "-o", "x.gif").err())
        .contains("must end in .svg, .pdf or .png");
  }

  @Test
  void whatIsNotUnderstoodIsSaidWhileTheRestIsChecked() throws IOException {
    Path file = file("more.json", "{\"dbr_assessed\":3,\"dbr_excluded\":1,\"participants\":2183}");

    Outcome outcome = run("check-flow", file.toString());

    assertThat(outcome.exit()).isZero();
    assertThat(outcome.err()).contains("unknown row participants");
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private record Outcome(int exit, String out, String err) {}

  private static Outcome run(String... arguments) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
    ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(outBytes, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(errBytes, true, StandardCharsets.UTF_8));
      int exit = Commands.run(arguments);
      return new Outcome(
          exit,
          outBytes.toString(StandardCharsets.UTF_8),
          errBytes.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }
}
