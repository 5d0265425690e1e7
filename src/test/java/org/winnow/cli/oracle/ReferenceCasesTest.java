package org.winnow.cli.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.SharedData;

class ReferenceCasesTest {

  @TempDir private Path folder = Path.of(".");

  @Test
  void allOpenCasesPass() throws IOException {
    Optional<Path> oracle = SharedData.folder("oracle");
    assumeTrue(oracle.isPresent());
    List<String> failed = new ArrayList<>();

    Map<String, ReferenceCases.Tally> tallies =
        ReferenceCases.run(
            oracle.orElseThrow(),
            outcome -> {
              if (!outcome.passed()) {
                failed.add(outcome.id() + ": " + outcome.reason());
              }
            });

    assertThat(failed).isEmpty();
    assertThat(tallies.values().stream().mapToInt(t -> t.passed() + t.failed()).sum())
        .isGreaterThan(2000);
  }

  @Test
  void aCaseThatDiffersInTheTenthDigitFails() throws IOException {
    assertThat(outcome("\"b\":0.2,\"se\":0.57735026918962573"))
        .extracting(ReferenceCases.Outcome::passed)
        .isEqualTo(true);
    ReferenceCases.Outcome wrong = outcome("\"b\":0.2,\"se\":0.577350270");
    assertThat(wrong.passed()).isFalse();
    assertThat(wrong.reason()).contains("se: expected 0.57735027");
  }

  @Test
  void aValueThatIsNotAnsweredFails() throws IOException {
    assertThat(outcome("\"unheard\":1").reason()).isEqualTo("unheard not answered");
  }

  /** Cases call the cells a, n1, c and n2 whatever the table calls them. */
  @Test
  void cellsAreFoundByOtherCallsOnTheTableOrByTheirNames() {
    DataTable said =
        ArmColumns.named(
            DataTable.empty()
                .plus("up", new double[] {3})
                .plus("down", new double[] {7})
                .plus("cup", new double[] {2})
                .plus("cdown", new double[] {6}),
            List.of(
                "labbe(rma(measure = \"OR\", ai = a, n1i = n1, ci = c, n2i = n2, data = dat))",
                "leave1out(rma.mh(ai = up, bi = down, ci = cup, di = cdown, data = dat))"));
    assertThat(said.numbers("a")).containsExactly(3);
    assertThat(said.numbers("n1")).containsExactly(10);
    assertThat(said.numbers("c")).containsExactly(2);
    assertThat(said.numbers("n2")).containsExactly(8);

    DataTable named =
        ArmColumns.named(
            DataTable.empty()
                .plus("hcq_arm_total", new double[] {10})
                .plus("hcq_arm_event", new double[] {3})
                .plus("control_arm_total", new double[] {8})
                .plus("control_arm_event", new double[] {2}),
            List.of());
    assertThat(named.numbers("a")).containsExactly(3);
    assertThat(named.numbers("n1")).containsExactly(10);
    assertThat(named.numbers("c")).containsExactly(2);
    assertThat(named.numbers("n2")).containsExactly(8);
  }

  private ReferenceCases.Outcome outcome(String expected) throws IOException {
    Files.createDirectories(folder.resolve("data"));
    Files.writeString(folder.resolve("data/three.csv"), "yi,vi\n0.1,1\n0.2,1\n0.3,1\n");
    Files.writeString(folder.resolve("index.csv"), "file,id\ncases.json,one\n");
    Files.writeString(
        folder.resolve("cases.json"),
        "{\"cases\":[{\"id\":\"one\",\"kind\":\"pool\",\"data\":\"data/three.csv\","
            + "\"call\":\"rma(yi, vi, data = dat, method = \\\"DL\\\")\",\"spec\":{},"
            + "\"expected\":{"
            + expected
            + "}}]}");
    List<ReferenceCases.Outcome> outcomes = new ArrayList<>();
    ReferenceCases.run(folder, outcomes::add);
    return outcomes.getFirst();
  }
}
