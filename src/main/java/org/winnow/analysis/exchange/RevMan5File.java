package org.winnow.analysis.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/** The analyses of a RevMan 5 review (.rm5). */
public final class RevMan5File {
  private RevMan5File() {}

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
