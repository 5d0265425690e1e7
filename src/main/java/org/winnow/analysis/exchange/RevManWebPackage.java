package org.winnow.analysis.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/** The data package of RevMan Web: an archive of CSV tables. */
public final class RevManWebPackage {
  private RevManWebPackage() {}

  /** Draws a forest plot; empty when there is none. */
  public interface ForestPlots {
    ForestPlots NONE = (comparison, outcome) -> Optional.empty();

    /** As SVG. */
    Optional<String> svg(ReviewAnalyses.Comparison comparison, ReviewAnalyses.Outcome outcome)
        throws IOException;
  }

  /**
   * @throws UnreadableReview when it is no such file
   */
  public static ReviewAnalyses.Reading read(InputStream file) throws IOException {
    throw new UnsupportedOperationException();
  }

  /** Writes our own results into it; answers what the format has no place for. */
  public static List<String> write(ReviewAnalyses review, ForestPlots plots, OutputStream file)
      throws IOException {
    throw new UnsupportedOperationException();
  }
}
