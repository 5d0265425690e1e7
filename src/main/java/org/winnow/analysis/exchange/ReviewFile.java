package org.winnow.analysis.exchange;

import java.io.IOException;
import java.io.InputStream;

/** A file with the analyses of a review, of whichever program. */
public final class ReviewFile {
  private ReviewFile() {}

  /** The programs' formats. */
  public enum Format {
    REVMAN5,
    REVMAN5_CSV,
    REVMAN_WEB
  }

  /** A file that was read, with the format that it was found to have. */
  public record Found(Format format, ReviewAnalyses.Reading reading) {}

  /**
   * Finds the format out by the beginning of the file.
   *
   * @throws UnreadableReview when it is none of them
   */
  public static Found read(InputStream file) throws IOException {
    throw new UnsupportedOperationException();
  }
}
