package org.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class AnalysesCommandTest {
  @TempDir private Path folder = Path.of(".");
  private final ByteArrayOutputStream output = new ByteArrayOutputStream();
  private final ByteArrayOutputStream messages = new ByteArrayOutputStream();
  private Path review = Path.of("");

  @BeforeEach
  void madeUpReview() throws IOException {
    review = folder.resolve("review.rm5");
    try (InputStream in = getClass().getResourceAsStream("/analysis/exchange/made-up.rm5")) {
      assertThat(in).isNotNull();
      Files.copy(in, review);
    }
  }

  private int run(String... arguments) {
    return new CommandLine(
            new AnalysesCommand(
                new ByteArrayInputStream(new byte[0]),
                output,
                new PrintStream(messages, true, StandardCharsets.UTF_8)))
        .execute(arguments);
  }

  private String messages() {
    return messages.toString(StandardCharsets.UTF_8);
  }

  @Test
  void everythingIsPrintedComputedAnewAndCompared() throws IOException {
    assertThat(run(review.toString())).isZero();

    JsonNode json = new ObjectMapper().readTree(output.toString(StandardCharsets.UTF_8));
    JsonNode pain = json.at("/comparisons/0/outcomes/0");
    assertThat(pain.at("/analysis/pooled/estimate").asDouble()).isEqualTo(1.5);
    assertThat(pain.path("compared").asInt()).isEqualTo(17);
    assertThat(pain.at("/differences/0/stored").asDouble()).isEqualTo(0.6141);
    assertThat(pain.at("/rows/2/included").asBoolean()).isFalse();
    assertThat(json.path("problems")).hasSize(2);
    assertThat(json.path("notCarried")).hasSize(4);
    assertThat(json.toString()).doesNotContain("NaN");
    assertThat(messages()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "rm5, <?xml",
    "revman-csv, Comparison Number",
    "revman-web, PK",
    "r-metafor, '# Walking'",
    "r-meta, '# Walking'",
    "stata, PK",
    "jasp, PK",
    "robvis, 'Study,D1'"
  })
  void everyFormatIsWrittenWithWhatIsLostSaid(String format, String beginning) throws IOException {
    Path out = folder.resolve("out");

    assertThat(run(review.toString(), "--to", format, "-o", out.toString())).isZero();

    assertThat(new String(Files.readAllBytes(out), StandardCharsets.ISO_8859_1))
        .startsWith(beginning);
    assertThat(output.size()).isZero();
    assertThat(messages())
        .contains("winnow: not carried over: Walking versus nothing: Costs", "winnow: line ");
  }

  @Test
  void whatWasWrittenIsReadAgain() throws IOException {
    Path web = folder.resolve("package.zip");
    run(review.toString(), "--to", "revman-web", "-o", web.toString());

    assertThat(run(web.toString())).isZero();
    JsonNode json = new ObjectMapper().readTree(output.toString(StandardCharsets.UTF_8));
    assertThat(json.at("/comparisons/0/outcomes")).hasSize(4);
    assertThat(json.at("/comparisons/0/outcomes/0/differences")).isEmpty();
  }

  @Test
  void whatCannotBeReadIsOneLine() throws IOException {
    Path other = Files.writeString(folder.resolve("other.csv"), "study,yi\nA,1\n");

    assertThat(run(other.toString())).isEqualTo(2);
    assertThat(run(folder.resolve("none.rm5").toString())).isEqualTo(2);
    assertThat(run(review.toString(), "--to", "word")).isEqualTo(2);
    assertThat(messages().lines())
        .containsExactly(
            "winnow: this is neither a RevMan 5 review, nor its CSV, nor a data package of RevMan"
                + " Web",
            "winnow: there is no file " + folder.resolve("none.rm5"),
            "winnow: No format word");
    assertThat(output.size()).isZero();
  }

  @Test
  void aScriptOfOneAnalysisIsWritten() throws IOException {
    Path csv =
        Files.writeString(
            folder.resolve("a.csv"), "study,yi,vi\nA,0.1,0.2\nB,0.3,0.1\nC,0.2,0.3\n");
    PrintStream stream = new PrintStream(output, true, StandardCharsets.UTF_8);
    CommandLine command = new CommandLine(new ScriptCommand(stream, stream));

    assertThat(command.execute(csv.toString(), "--tau2", "PM", "--tool", "meta", "--title", "Pain"))
        .isZero();
    assertThat(output.toString(StandardCharsets.UTF_8))
        .startsWith("# Pain\n")
        .contains("metagen(", "method.tau = \"PM\"");
    assertThat(command.execute(csv.toString(), "--tool", "spss")).isEqualTo(2);
    assertThat(output.toString(StandardCharsets.UTF_8))
        .contains("winnow: No tool spss; metafor, meta or stata");
  }
}
