package org.winnow.migration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Locale;

/**
 * Something of a file that did not become a vote or part of one.
 *
 * @param record number of the record
 * @param title its title, so that the list can be read by itself
 * @param by the person's name there
 * @param said the verdict, reason, label or note, in the tool's words
 */
record NotCarried(int record, String title, String by, String said, Why why) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Why it was left. Decisions come first, then what only hung on them. */
  enum Why {
    PERSON_NOT_MAPPED,
    VERDICT_NOT_MAPPED,
    NOT_AT_STAGE,
    VOTED_HERE,
    SETTLED,
    SAYS_TWO_THINGS,
    REASON_NEEDED,
    REASON_NOT_MAPPED,
    LABEL,
    NOTE;

    /** Whether a decision was left, and not only something beside it. */
    boolean isDecision() {
      return switch (this) {
        case REASON_NOT_MAPPED, LABEL, NOTE -> false;
        default -> true;
      };
    }

    String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  String line() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static NotCarried read(String line) {
    try {
      return JSON.readValue(line, NotCarried.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
