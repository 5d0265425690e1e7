package org.winnow.team;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a member may do in a review; a member may have several. */
public enum ReviewRole {
  LEAD,
  REVIEWER,
  ADJUDICATOR,
  OBSERVER;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  public static ReviewRole of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
