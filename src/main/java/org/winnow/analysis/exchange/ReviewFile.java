package org.winnow.analysis.exchange;

import java.io.IOException;
import java.io.InputStream;

/** A file with the analyses of a review, of whichever program. */
public final class ReviewFile {
  private static final int BEGINNING = 4_000;

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
    byte[] bytes = ReviewText.bytes(file);
    if (Archive.is(bytes)) {
      return new Found(Format.REVMAN_WEB, RevManWebReader.read(Archive.read(bytes)));
    }
    String text = ReviewText.decode(bytes);
    String beginning = text.substring(0, Math.min(text.length(), BEGINNING));
    String first = beginning.lines().findFirst().orElse("");
    if (RevMan5Csv.isHead(first)) {
      return new Found(Format.REVMAN5_CSV, RevMan5Csv.read(text));
    }
    if (RevManWebReader.isHead(first)) {
      return new Found(Format.REVMAN_WEB, RevManWebReader.readRows(text));
    }
    if (beginning.stripLeading().startsWith("<")) {
      return new Found(Format.REVMAN5, RevMan5Reader.read(text));
    }
    throw new UnreadableReview(
        "this is neither a RevMan 5 review, nor its CSV, nor a data package of RevMan Web",
        "既不是RevMan 5综述，也不是其CSV或RevMan Web数据包");
  }
}
