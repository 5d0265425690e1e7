package org.winnow.analysis.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is written is read again as it was, with our own results in it. */
class RoundTripTest {
  @Property(tries = 40)
  void aRevMan5Review(@ForAll("revMan5") ReviewAnalyses review) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    RevMan5File.write(review, file);
    isTheSame(review, ReviewFile.Format.REVMAN5, file.toByteArray());
    assertThat(file.toString(StandardCharsets.ISO_8859_1)).matches("\\p{ASCII}*");
  }

  @Property(tries = 40)
  void aRevMan5Csv(@ForAll("revMan5Csv") ReviewAnalyses review) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    RevMan5Csv.write(review, file);
    isTheSame(review, ReviewFile.Format.REVMAN5_CSV, file.toByteArray());
  }

  @Property(tries = 40)
  void aDataPackageOfRevManWeb(@ForAll("revManWeb") ReviewAnalyses review) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    RevManWebPackage.write(review, RevManWebPackage.ForestPlots.NONE, file);
    isTheSame(review, ReviewFile.Format.REVMAN_WEB, file.toByteArray());
  }

  private static void isTheSame(ReviewAnalyses review, ReviewFile.Format format, byte[] file)
      throws IOException {
    ReviewFile.Found found = ReviewFile.read(new ByteArrayInputStream(file));

    assertThat(found.format()).isEqualTo(format);
    assertThat(found.reading().problems()).isEmpty();
    assertThat(found.reading().notCarried()).isEmpty();
    ReviewAnalyses read = found.reading().review();
    assertThat(ReviewsForTests.plain(read)).isEqualTo(ReviewsForTests.plain(review));
    for (ReviewAnalyses.Comparison comparison : read.comparisons()) {
      for (ReviewAnalyses.Outcome outcome : comparison.outcomes()) {
        Differences differences = Differences.of(outcome);
        assertThat(differences.list()).isEqualTo(List.of());
        assertThat(differences.largest()).isLessThan(1e-9);
        assertThat(differences.compared()).isPositive();
      }
    }
  }

  @Provide
  Arbitrary<ReviewAnalyses> revMan5() {
    return ReviewsForTests.reviews(ReviewsForTests.Scope.REVMAN5);
  }

  @Provide
  Arbitrary<ReviewAnalyses> revMan5Csv() {
    return ReviewsForTests.reviews(ReviewsForTests.Scope.REVMAN5_CSV);
  }

  @Provide
  Arbitrary<ReviewAnalyses> revManWeb() {
    return ReviewsForTests.reviews(ReviewsForTests.Scope.REVMAN_WEB);
  }
}
