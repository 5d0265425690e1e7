package org.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.winnow.analysis.exchange.ReviewAnalyses;
import picocli.CommandLine;

/** What people type and export by mistake has a result or a sentence that names the row. */
class BadInputTest {
  @TempDir private Path folder = Path.of(".");

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/analysis/bad-input.txt", delimiter = '|')
  void hasAResultOrIsRefusedWithItsRow(
      String name, String data, String measure, String method, String rows, String expected)
      throws IOException {
    String file =
        table(ReviewAnalyses.Data.valueOf(data.toUpperCase(Locale.ROOT).replace('-', '_')), rows);
    Path figure = folder.resolve("figure.svg");
    Outcome pooled = pool(file, "--measure", measure, "--method", method);
    Outcome drawn =
        run("forest", file, "--measure", measure, "--method", method, "-o", figure.toString());

    assertThat(pooled.all() + drawn.all()).doesNotContain("NaN,", "\tat ", "Exception");
    if (expected.startsWith("k=")) {
      assertThat(pooled.exit()).isZero();
      assertThat(new ObjectMapper().readTree(pooled.out()).path("k").asText())
          .isEqualTo(expected.substring(2));
      assertThat(pooled.out()).doesNotContain("NaN", "Infinity");
      assertThat(drawn.exit()).isZero();
      assertThat(Files.readString(figure)).doesNotContain("NaN", "Infinity");
    } else {
      assertThat(pooled.exit()).isEqualTo(2);
      assertThat(pooled.err()).startsWith("winnow: " + expected).hasLineCount(1);
      assertThat(drawn.exit()).isEqualTo(2);
      assertThat(drawn.err()).startsWith("winnow: " + expected).hasLineCount(1);
    }
  }

  @Test
  void aBadNumberInARowThatIsLeftOutIsAWarningThatNamesTheRow() throws IOException {
    String file =
        write(
            "study,ai,n1i,ci,n2i,excluded\na,1,10,2,10,\nb,x,10,4,10,a letter\n"
                + "c,3,10,4,10,\nd,12,10,4,10,too many\n");
    Outcome pooled = pool(file, "--measure", "RR", "--method", "MH");

    assertThat(pooled.exit()).isZero();
    assertThat(new ObjectMapper().readTree(pooled.out()).path("k").asInt()).isEqualTo(2);
    assertThat(pooled.out())
        .contains("Row 2, ai: no number: x", "Row 4: More events than people: 12.0/10.0")
        .contains("第2行，ai：不是数字：x");
    assertThat(run("forest", file, "--measure", "RR", "--method", "MH").out())
        .contains("excluded: a letter");
  }

  private String table(ReviewAnalyses.Data data, String rows) throws IOException {
    String head = "study," + String.join(",", data.columns()) + "\n";
    return write(
        rows == null
            ? head
            : head
                + Arrays.stream(rows.split(";"))
                    .map(BadInputTest::line)
                    .collect(Collectors.joining("\n")));
  }

  private static String line(String row) {
    return Arrays.stream(row.split(" "))
        .map(cell -> cell.equals("_") ? "" : "\"" + cell + "\"")
        .collect(Collectors.joining(","));
  }

  private String write(String table) throws IOException {
    return Files.writeString(folder.resolve("studies.csv"), table).toString();
  }

  private record Outcome(int exit, String out, String err) {
    String all() {
      return out + err;
    }
  }

  private static Outcome pool(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exit =
        new CommandLine(new PoolCommand(out, new PrintStream(err, true, StandardCharsets.UTF_8)))
            .execute(arguments);
    return new Outcome(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static Outcome run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream before = System.out;
    PrintStream errBefore = System.err;
    try {
      System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
      int exit = Commands.run(arguments);
      return new Outcome(
          exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(before);
      System.setErr(errBefore);
    }
  }
}
