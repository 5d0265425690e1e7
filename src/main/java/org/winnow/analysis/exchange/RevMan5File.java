package org.winnow.analysis.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.winnow.figure.Wording;

/**
 * The analyses of a RevMan 5 review ({@code .rm5}).
 *
 * <p>Read as they are met: Windows-1252 under whatever is declared, ampersands that were not
 * escaped, the whole file on one line, numbers left empty, labels left out. What is written is
 * ASCII with references, one element a line, since some readers of such files look at lines.
 */
public final class RevMan5File {
  private RevMan5File() {}

  /**
   * @throws UnreadableReview when it is no such file
   */
  public static ReviewAnalyses.Reading read(InputStream file) throws IOException {
    return RevMan5Reader.read(ReviewText.decode(ReviewText.bytes(file)));
  }

  /**
   * Writes the review with our own results by RevMan 5's rules; answers what the format has no
   * place for.
   */
  public static List<Wording> write(ReviewAnalyses review, OutputStream file) throws IOException {
    return new RevMan5Writer(review).write(file);
  }
}
