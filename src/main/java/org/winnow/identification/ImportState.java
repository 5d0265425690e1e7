package org.winnow.identification;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far an import has come. */
public enum ImportState {
  QUEUED,
  READING,
  /** Read to its end; its records wait outside the review. */
  READY,
  COMMITTING,
  /** Its records are in the review. */
  COMMITTED,
  /** Nothing could be read; it can be read again in another way. */
  FAILED,
  DISCARDED,
  /** Its records were in the review and left it. */
  WITHDRAWN;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether its records have not come into the review and no commit is under way. */
  boolean isOpen() {
    return switch (this) {
      case QUEUED, READING, READY, FAILED -> true;
      case COMMITTING, COMMITTED, DISCARDED, WITHDRAWN -> false;
    };
  }
}
