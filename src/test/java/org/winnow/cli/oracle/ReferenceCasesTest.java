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

  /** GLMMs are not offered yet. */
  @Test
  void allOpenCasesPassBesideThoseOfMixedLogisticModels() throws IOException {
    Optional<Path> oracle = SharedData.folder("oracle");
    assumeTrue(oracle.isPresent());
    List<String> failed = new ArrayList<>();

    Map<String, ReferenceCases.Tally> tallies =
        ReferenceCases.run(
            oracle.orElseThrow(),
            outcome -> {
              if (!outcome.passed() && !outcome.kind().equals("glmm")) {
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
