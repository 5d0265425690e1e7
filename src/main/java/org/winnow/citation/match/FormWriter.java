package org.winnow.citation.match;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes numbers and texts one behind the other; {@link FormReader} reads them. */
final class FormWriter {
  private byte[] bytes = new byte[1 << 16];
  private int length;

  /** In as few bytes as it needs: seven bits each, the highest says that another follows. */
  void number(int value) {
    room(5);
    int rest = value;
    while ((rest & ~0x7F) != 0) {
      bytes[length++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[length++] = (byte) rest;
  }

  void text(String text) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    number(encoded.length);
    room(encoded.length);
    System.arraycopy(encoded, 0, bytes, length, encoded.length);
    length += encoded.length;
  }

  byte[] written() {
    return Arrays.copyOf(bytes, length);
  }

  private void room(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }
}
