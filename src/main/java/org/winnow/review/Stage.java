package org.winnow.review;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.winnow.platform.RuleViolation;

/** Where in a review something is judged. */
public enum Stage {
  TITLE_ABSTRACT,
  FULL_TEXT;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The stage of a word as paths and JSON use it; there is nothing under any other word. */
  @JsonCreator
  public static Stage fromString(String word) {
    for (Stage stage : values()) {
      if (stage.word().equals(word)) {
        return stage;
      }
    }
    throw RuleViolation.notFound();
  }
}
