package org.winnow.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DedupCommandTest {
  private static final String RIS =
      """
      TY  - JOUR
      AN  - A-17
      TI  - Mesenchymal stromal cells in refractory lupus nephritis
      AU  - Wang, D.
      PY  - 2018
      JO  - Lupus
      VL  - 9
      SP  - 227
      ER  -\s
      """;

  private final ByteArrayOutputStream output = new ByteArrayOutputStream();
  private final ByteArrayOutputStream messages = new ByteArrayOutputStream();
  @TempDir Path folder = Path.of("");

  private int run(String input, String... arguments) {
    DedupCommand command =
        new DedupCommand(
            new ByteArrayInputStream(input.getBytes(UTF_8)),
            output,
            new PrintStream(messages, true, UTF_8));
    return new CommandLine(command).execute(arguments);
  }

  private JsonNode answer() throws IOException {
    return new ObjectMapper().readTree(output.toByteArray());
  }

  @Test
  void copiesInTwoFilesAreOneCluster() throws IOException {
    Path first = Files.writeString(folder.resolve("first.ris"), RIS);
    Path second = Files.writeString(folder.resolve("second.ris"), RIS.replace("A-17", "B-4"));

    int exit = run("", first.toString(), second.toString());

    assertThat(exit).isZero();
    assertThat(answer().get("clusters")).hasToString("[[1,2]]");
    assertThat(answer().get("records").asInt()).isEqualTo(2);
    assertThat(answer().get("unique").asInt()).isEqualTo(1);
  }

  @Test
  void recordsAreNamedByTheirOwnNumbersOnRequest() throws IOException {
    run(RIS + RIS.replace("A-17", "B-4"), "-", "--ids");

    assertThat(answer().get("clusters")).hasToString("[[\"A-17\",\"B-4\"]]");
  }

  @Test
  void doubtfulPairsComeWithTheirReasons() throws IOException {
    run(
        RIS + RIS.replace("Lupus", "Blood").replace("227", "12").replace("VL  - 9", "VL  - 3"),
        "-");

    JsonNode pair = answer().get("review").get(0);
    assertThat(pair.get("a").asInt()).isEqualTo(1);
    assertThat(pair.get("reasons").get(0).asText()).isEqualTo("same-title-other-journal");
  }

  @Test
  void aMissingFileIsOneClearLine() {
    int exit = run("", folder.resolve("none.ris").toString());

    assertThat(exit).isEqualTo(2);
    assertThat(messages.toString(UTF_8)).contains("There is no such file.").doesNotContain("\tat ");
    assertThat(output.size()).isZero();
  }
}
