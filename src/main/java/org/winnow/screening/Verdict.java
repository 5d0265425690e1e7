package org.winnow.screening;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a reviewer says of a record or report. */
public enum Verdict {
  INCLUDE,
  EXCLUDE,
  MAYBE;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  public static Verdict of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
