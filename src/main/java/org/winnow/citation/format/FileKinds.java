package org.winnow.citation.format;

import java.nio.charset.StandardCharsets;

/** Files that are no text, by their first bytes. */
final class FileKinds {
  private FileKinds() {}

  /** What the file is, in English; empty when it may be text. */
  static String of(byte[] head) {
    String start = new String(head, 0, Math.min(head.length, 8), StandardCharsets.ISO_8859_1);
    if (start.startsWith("%PDF")) {
      return "a PDF";
    }
    if (start.startsWith("PK\u0003\u0004")) {
      return "an office document or archive";
    }
    if (start.startsWith("\u00D0\u00CF\u0011\u00E0")) {
      return "an old office document";
    }
    if (start.startsWith("\u0089PNG")
        || start.startsWith("GIF8")
        || start.startsWith("\u00FF\u00D8\u00FF")) {
      return "a picture";
    }
    if (start.startsWith("{\\rtf")) {
      return "a rich text document";
    }
    if (start.startsWith("Rar!") || start.startsWith("7z\u00BC\u00AF") || start.startsWith("BZh")) {
      return "an archive";
    }
    return isNoise(head) ? "binary data" : "";
  }

  /** More than a twentieth control characters, and not every second byte zero as in UTF-16. */
  private static boolean isNoise(byte[] head) {
    int control = 0;
    int zeroEven = 0;
    int zeroOdd = 0;
    int length = Math.min(head.length, 1 << 16);
    for (int i = 0; i < length; i++) {
      int b = head[i];
      if (b == 0) {
        zeroEven += i % 2 == 0 ? 1 : 0;
        zeroOdd += i % 2 == 1 ? 1 : 0;
      }
      control += b >= 0 && b < 32 && b != '\n' && b != '\r' && b != '\t' && b != '\f' ? 1 : 0;
    }
    boolean oneSide = Math.min(zeroEven, zeroOdd) * 20 < Math.max(zeroEven, zeroOdd);
    boolean marked =
        length > 1 && Math.min(head[0] & 0xFF, head[1] & 0xFF) == 0xFE && (head[0] | head[1]) == -1;
    return control * 20 > length && !(oneSide && zeroEven + zeroOdd > control / 2) && !marked;
  }
}
