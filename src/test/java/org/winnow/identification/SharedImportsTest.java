package org.winnow.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.winnow.Api;
import org.winnow.Api.Person;
import org.winnow.DatabaseForTests;
import org.winnow.SharedData;
import org.winnow.citation.Citation;
import org.winnow.citation.format.CitationReader;
import org.winnow.citation.format.CitationSink;
import org.winnow.citation.format.ParseProblem;
import org.winnow.citation.format.ReadOptions;
import org.winnow.citation.format.ReadSummary;
import org.winnow.citation.format.UnreadableFile;
import org.winnow.ledger.Verifier;

/** Real exports go through the server record by record as the library reads them. */
@QuarkusTest
@WithTestResource(DatabaseForTests.class)
class SharedImportsTest {
  /** Where a file's name ends in the number of its records, the empty ones among them counted. */
  private static final Pattern COUNTED = Pattern.compile(".*-(\\d+)\\.(ris|nbib|xml|csv)");

  @Test
  void everyRealFileIsImportedWithAllItsRecords() throws IOException {
    Optional<Path> folder = SharedData.folder("imports");
    assumeTrue(folder.isPresent());
    Person lead = Api.somebody("lead");
    UUID review = Api.reviewOf(lead);
    ImportsForTests imports = ImportsForTests.of(lead, review);
    int committed = 0;
    for (Path file : files(folder.orElseThrow())) {
      byte[] content = Files.readAllBytes(file);
      Optional<ReadSummary> expected = byLibrary(content);
      UUID id = imports.read(file.getFileName().toString(), content);

      if (expected.isEmpty() || expected.get().records() == 0) {
        assertThat(imports.state(id)).as(file.toString()).isEqualTo("failed");
        continue;
      }
      int records = imports.one(id).extract().path("records");
      assertThat(records).as(file.toString()).isEqualTo(expected.get().records());
      Matcher counted = COUNTED.matcher(file.getFileName().toString());
      if (counted.matches() && !file.toString().contains("pubmed-29768149")) {
        int setAside = imports.one(id).extract().path("quarantined");
        assertThat(records + setAside)
            .as(file.toString())
            .isEqualTo(Integer.parseInt(counted.group(1)));
      }
      imports.commit(id, imports.source("Real exports"));
      assertThat(imports.state(id)).as(file.toString()).isEqualTo("committed");
      committed += records;
    }
    assertThat(committed).isPositive();
    int inReview = imports.get("/duplicates/summary").extract().path("records");
    assertThat(inReview).isEqualTo(committed);
    assertThat(Api.bean(Verifier.class).verify(review).differences()).isEmpty();
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> files = new ArrayList<>(all.filter(Files::isRegularFile).sorted().toList());
      files.removeIf(
          file -> file.toString().endsWith(".md") || file.toString().contains(".expected."));
      return files;
    }
  }

  private static Optional<ReadSummary> byLibrary(byte[] content) throws IOException {
    try {
      return Optional.of(
          CitationReader.read(
              new ByteArrayInputStream(content),
              ReadOptions.automatic(),
              new CitationSink() {
                @Override
                public void citation(Citation citation) {}

                @Override
                public void problem(ParseProblem problem) {}
              }));
    } catch (UnreadableFile e) {
      return Optional.empty();
    }
  }
}
