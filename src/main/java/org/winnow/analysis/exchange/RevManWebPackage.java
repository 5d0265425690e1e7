package org.winnow.analysis.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.winnow.figure.Wording;

/**
 * The data package of RevMan Web: an archive of CSV tables of data rows, overall estimates with
 * settings, subgroup estimates, studies and judgements of bias.
 */
public final class RevManWebPackage {
  private RevManWebPackage() {}

  /** Draws the forest plots that go along. */
  @FunctionalInterface
  public interface ForestPlots {
    /** None go along. */
    ForestPlots NONE = (comparison, outcome) -> Optional.empty();

    /** As SVG; empty when there is none. */
    Optional<String> svg(ReviewAnalyses.Comparison comparison, ReviewAnalyses.Outcome outcome)
        throws IOException;
  }

  /**
   * @throws UnreadableReview when it is no such file
   */
  public static ReviewAnalyses.Reading read(InputStream file) throws IOException {
    return RevManWebReader.read(Archive.read(ReviewText.bytes(file)));
  }

  /** Writes our own results into it; answers what the format has no place for. */
  public static List<Wording> write(ReviewAnalyses review, ForestPlots plots, OutputStream file)
      throws IOException {
    return new RevManWebWriter(review, plots).write(file);
  }
}
