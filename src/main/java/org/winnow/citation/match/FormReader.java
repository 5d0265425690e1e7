package org.winnow.citation.match;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Reads what {@link FormWriter} wrote. */
final class FormReader {
  private static final int MOST_SHARED = 100_000;

  private final Map<String, String> shared;
  private final byte[] bytes;
  private int at;

  private FormReader(Map<String, String> shared, byte[] bytes) {
    this.shared = shared;
    this.bytes = bytes;
  }

  FormReader(byte[] bytes) {
    this(new HashMap<>(), bytes);
  }

  /** Goes on with other bytes. */
  FormReader with(byte[] next) {
    return new FormReader(shared, next);
  }

  boolean isAtEnd() {
    return at == bytes.length;
  }

  int number() {
    int value = 0;
    for (int shift = 0; ; shift += 7) {
      int next = bytes[at++];
      value |= (next & 0x7F) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }

  String text() {
    int length = number();
    if (length == 0) {
      return "";
    }
    String text = new String(bytes, at, length, StandardCharsets.UTF_8);
    at += length;
    return text;
  }

  /** A text that many records have, such as a journal's name: held once for all of them. */
  String oftenTheSame() {
    String text = text();
    String known = shared.get(text);
    if (known != null) {
      return known;
    }
    if (shared.size() < MOST_SHARED) {
      shared.put(text, text);
    }
    return text;
  }
}
