package org.winnow.analysis.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/** The data and analyses that RevMan 5 exports as CSV. */
public final class RevMan5Csv {
  private RevMan5Csv() {}

  /**
   * @throws UnreadableReview when it is no such file
   */
  public static ReviewAnalyses.Reading read(InputStream file) throws IOException {
    throw new UnsupportedOperationException();
  }

  /** Writes our own results into it; answers what the format has no place for. */
  public static List<String> write(ReviewAnalyses review, OutputStream file) throws IOException {
    throw new UnsupportedOperationException();
  }
}
