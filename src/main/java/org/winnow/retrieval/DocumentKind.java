package org.winnow.retrieval;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a document is to its report. */
public enum DocumentKind {
  /** The article, thesis, register entry … itself. */
  MAIN,
  /** What was published with it. */
  SUPPLEMENT;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  public static DocumentKind of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** The same, as a parameter of an address is read. */
  public static DocumentKind fromString(String word) {
    return of(word);
  }
}
