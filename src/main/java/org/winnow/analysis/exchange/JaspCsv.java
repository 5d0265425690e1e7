package org.winnow.analysis.exchange;

import java.io.IOException;
import java.io.OutputStream;

/** One table of studies for JASP. */
public final class JaspCsv {
  private JaspCsv() {}

  /** Writes an archive with a file for each analysis of a review. */
  public static void writeAll(ReviewAnalyses review, OutputStream file) throws IOException {
    throw new UnsupportedOperationException();
  }
}
