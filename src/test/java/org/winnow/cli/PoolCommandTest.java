package org.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
import picocli.CommandLine;

class PoolCommandTest {
  private static final String TRIALS =
      "study,group,ai,n1i,ci,n2i\nA,x,4,123,11,139\nB,x,6,306,29,303\nC,y,0,18,0,19\n"
          + "D,y,62,13598,248,12867\n";

  @TempDir private Path folder = Path.of(".");

  @Test
  void doubleZeroTrialsStayInTheTableWithoutWeight() throws IOException {
    JsonNode answer =
        json(
            run(
                TRIALS,
                "--measure",
                "RR",
                "--method",
                "MH",
                "--model",
                "fixed",
                "--convention",
                "revman5"));

    assertThat(answer.path("k").asInt()).isEqualTo(3);
    assertThat(answer.at("/studies/2/notEstimable").asText()).isEqualTo("NO_EVENTS");
    assertThat(answer.at("/text/0").asText()).startsWith("Heterogeneity: Chi² = ");
    assertThat(
            answer.at("/studies/0/weight").asDouble()
                + answer.at("/studies/1/weight").asDouble()
                + answer.at("/studies/3/weight").asDouble())
        .isCloseTo(100, within(1e-9));
  }

  @Test
  void twoStudiesHaveNoPredictionOnKLessTwo() throws IOException {
    JsonNode answer =
        json(run("study,yi,vi\na,0.1,0.02\nb,0.9,0.05\n", "--tau2", "DL", "--pi", "t-k2"));

    assertThat(answer.at("/pooled/estimate").asDouble()).isCloseTo(0.48125, within(1e-12));
    assertThat(answer.path("prediction").isNull()).isTrue();
    assertThat(answer.at("/heterogeneity/tauSquared").asDouble()).isCloseTo(0.285, within(1e-12));
  }

  @Test
  void groupsModeratorsTestsAndSensitivityAreAnswered() throws IOException {
    JsonNode answer =
        json(
            run(
                "study,group,dose,yi,sei\na,x,1,0.1,0.2\nb,x,2,0.5,0.3\nc,y,4,0.2,0.1\n"
                    + "d,y,3,0.9,0.4\n",
                "--subgroup",
                "group",
                "--moderators",
                "dose",
                "--tests",
                "egger,begg,fsn",
                "--sensitivity",
                "leave1out,cumulative,influence,trimfill"));

    assertThat(answer.path("subgroups")).hasSize(2);
    assertThat(answer.at("/subgroupDifferences/df").asInt()).isEqualTo(1);
    assertThat(answer.at("/regression/coefficients")).hasSize(2);
    assertThat(answer.at("/tests/egger/df").asInt()).isEqualTo(2);
    assertThat(answer.at("/tests/fewStudies").asBoolean()).isTrue();
    assertThat(answer.at("/sensitivity/leave1out")).hasSize(4);
    assertThat(answer.toString()).doesNotContain("NaN");
  }

  @Test
  void subgroupsArePooledByTheMethodOfTheWhole() throws IOException {
    JsonNode answer =
        json(
            run(
                TRIALS,
                "--measure",
                "RR",
                "--method",
                "MH",
                "--model",
                "fixed",
                "--subgroup",
                "group"));
    // The Mantel-Haenszel risk ratio of trials A and B by hand.
    double ratio = (4 * 139.0 / 262 + 6 * 303.0 / 609) / (11 * 123.0 / 262 + 29 * 306.0 / 609);

    assertThat(answer.at("/subgroups/0/pooled/estimate").asDouble())
        .isCloseTo(Math.log(ratio), within(1e-12));
    assertThat(answer.at("/subgroupDifferences/df").asInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'study,yi,vi\na,1;5,1\n' | Row 1, yi: no number: 1;5",
        "'study,yi,vi\na,1,-2\n' | Row 1: a variance is not negative",
        "'study,yi,vi\na,,1\n' | No study is estimable",
        "'study,zi\na,1\n' | The columns do not fit the measure GEN",
        "'study,yi,vi\na,Infinity,1\n' | Row 1, yi: not finite"
      })
  void badInputIsRefusedWithItsRow(String file, String message) throws IOException {
    assertThat(run(file)).contains(message);
  }

  @Test
  void moreEventsThanPeopleNameTheRow() throws IOException {
    assertThat(run("study,ai,n1i,ci,n2i\na,1,2,1,2\nb,5,4,1,2\n", "--measure", "OR"))
        .contains("Row 2: More events than people");
  }

  @Test
  void convertKeepsMethodInputsAndSource() throws IOException {
    JsonNode answer = json(convert("sd-from-se", "se=2", "n=25"));

    assertThat(answer.at("/outputs/sd").asDouble()).isEqualTo(10);
    assertThat(answer.at("/inputs/se").asDouble()).isEqualTo(2);
    assertThat(answer.path("source").asText()).contains("Handbook");
    assertThat(convert("sd-from-se", "se=2")).contains("sd-from-se needs n");
    assertThat(convert("nothing")).contains("No conversion nothing");
    assertThat(convert("sd-from-se", "se")).contains("NAME=VALUE");
  }

  @Test
  void convertListsItsMethodsInBothLanguages() throws IOException {
    JsonNode list = json(convert());

    assertThat(list.size()).isGreaterThan(40);
    assertThat(list.at("/0/title/zh").asText()).isNotBlank();
    assertThat(list.at("/0/inputs/0/name").asText()).isEqualTo("se");
  }

  private static String convert(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    new CommandLine(new ConvertCommand(stream, stream)).execute(arguments);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static JsonNode json(String text) throws IOException {
    return new ObjectMapper().readTree(text);
  }

  private String run(String content, String... options) throws IOException {
    Path file = folder.resolve("studies.csv");
    Files.writeString(file, content);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    CommandLine command = new CommandLine(new PoolCommand(stream, stream));
    String[] arguments = new String[options.length + 1];
    System.arraycopy(options, 0, arguments, 0, options.length);
    arguments[options.length] = file.toString();
    command.execute(arguments);
    return out.toString(StandardCharsets.UTF_8);
  }
}
