package org.winnow.platform;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The version that the author of a change had before them, from the header of that name. */
public final class IfMatch {
  private IfMatch() {}

  /** Empty when there is no header, or none that is a version. */
  public static OptionalInt version(@Nullable String header) {
    if (header == null) {
      return OptionalInt.empty();
    }
    try {
      return OptionalInt.of(Integer.parseInt(header.replace("\"", "").strip()));
    } catch (NumberFormatException e) {
      return OptionalInt.empty();
    }
  }

  /**
   * The same where nothing can be changed without.
   *
   * @throws RuleViolation with status 428
   */
  public static int required(@Nullable String header) {
    return version(header).orElseThrow(() -> RuleViolation.withStatus(428, "version-needed"));
  }
}
