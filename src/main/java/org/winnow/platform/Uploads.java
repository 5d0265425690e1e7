package org.winnow.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** What is the same of every file that somebody sends. */
public final class Uploads {
  private static final int FILE_NAME_LENGTH = 255;

  private Uploads() {}

  /**
   * A name to show, never a place: folders and control characters are left out.
   *
   * @throws RuleViolation {@code bad-fields} when nothing is left of it
   */
  public static String nameOf(@Nullable String fileName) {
    String name = fileName == null ? "" : fileName.replaceAll("\\p{Cntrl}|\\p{Cf}", "");
    name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1).strip();
    if (name.isEmpty()) {
      throw RuleViolation.invalid("bad-fields", "fileName");
    }
    return name.length() <= FILE_NAME_LENGTH
        ? name
        : name.substring(name.length() - FILE_NAME_LENGTH);
  }

  /** Refuses what says of itself that it is too large, before any of it is read. */
  public static void refuseLarger(@Nullable Long length, long limit) {
    if (length != null && length > limit) {
      throw tooLarge(limit);
    }
  }

  static RuleViolation tooLarge(long limit) {
    return RuleViolation.withStatus(413, "file-too-large", limit >> 20);
  }

  /** Reads to the end: a sender whose body is left unread may never see the answer. */
  public static void drain(InputStream content, long limit) {
    byte[] buffer = new byte[1 << 16];
    try {
      long left = limit;
      for (int n = content.read(buffer); n >= 0 && left > 0; n = content.read(buffer)) {
        left -= n;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
