package org.winnow.annotation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a tag says of a record besides its name. */
public enum TagKind {
  /** Nothing. */
  PLAIN,
  /** A text that is typed for each record. */
  TEXT,
  /** One of the tag's options. */
  CHOICE;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  public static TagKind of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
