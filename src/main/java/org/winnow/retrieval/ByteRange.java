package org.winnow.retrieval;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part of a file that was asked for (RFC 9110, section 14).
 *
 * @param first index of the first byte
 * @param length in bytes; 0 when the file has nothing of what was asked for
 */
record ByteRange(long first, long length) {
  private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  /**
   * The part of a file of so many bytes. Empty when all of it is meant: no range was asked for, or
   * several, or in words that nobody has to understand.
   */
  static Optional<ByteRange> of(@Nullable String header, long size) {
    Matcher asked = ONE.matcher(header == null ? "" : header.strip());
    if (!asked.matches() || asked.group(1).isEmpty() && asked.group(2).isEmpty()) {
      return Optional.empty();
    }
    if (asked.group(1).isEmpty()) {
      long last = Math.min(Long.parseLong(asked.group(2)), size);
      return Optional.of(new ByteRange(size - last, last));
    }
    long first = Long.parseLong(asked.group(1));
    long last =
        asked.group(2).isEmpty() ? size - 1 : Math.min(Long.parseLong(asked.group(2)), size - 1);
    if (!asked.group(2).isEmpty() && Long.parseLong(asked.group(2)) < first) {
      return Optional.empty();
    }
    return Optional.of(new ByteRange(first, Math.max(0, last - first + 1)));
  }

  /** As an answer names it. */
  String contentRange(long size) {
    return length == 0
        ? "bytes */" + size
        : "bytes %d-%d/%d".formatted(first, first + length - 1, size);
  }
}
