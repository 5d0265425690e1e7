package org.winnow.analysis.exchange;

import java.io.IOException;
import java.io.OutputStream;

/** A table and a script for Stata, as an archive. */
public final class StataFiles {
  private StataFiles() {}

  /** Writes an archive with a file for each analysis of a review. */
  public static void writeAll(ReviewAnalyses review, OutputStream file) throws IOException {
    throw new UnsupportedOperationException();
  }
}
