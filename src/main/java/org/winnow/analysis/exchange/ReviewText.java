package org.winnow.analysis.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The bytes of a file that is small enough to hold, and the text they mean. */
final class ReviewText {
  /** The largest reviews have some ten million characters. */
  static final int MOST_BYTES = 100_000_000;

  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private ReviewText() {}

  static byte[] bytes(InputStream file) throws IOException {
    byte[] bytes = file.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw new UnreadableReview("this is larger than a review: more than 100 MB", "文件过大：超过100 MB");
    }
    return bytes;
  }

  /**
   * UTF-16 and UTF-8 by their marks; else UTF-8 when all of it is that, and Windows-1252 when not.
   * A declaration is not looked at, since RevMan 5 declares ISO-8859-1 and writes Windows-1252.
   */
  static String decode(byte[] bytes) {
    if (bytes.length > 1 && (bytes[0] & 0xFF) == 0xFE && (bytes[1] & 0xFF) == 0xFF) {
      return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
    }
    if (bytes.length > 1 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xFE) {
      return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
    }
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      text = new String(bytes, WINDOWS);
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
