package org.winnow.screening;

import java.util.Optional;
import java.util.UUID;

/** What the votes and adjudications of one item amount to. */
public sealed interface ScreeningStatus {
  /** Votes are still missing. */
  record Pending() implements ScreeningStatus {}

  /** The votes are complete and differ in their verdict. */
  record VerdictConflict() implements ScreeningStatus {}

  /** The votes are complete and all exclude, for different primary reasons. */
  record ReasonConflict() implements ScreeningStatus {}

  record Included() implements ScreeningStatus {}

  /** Excluded, at full text for one primary reason. */
  record Excluded(Optional<UUID> reason) implements ScreeningStatus {}

  /** The word under which the table keeps it. */
  default String word() {
    return switch (this) {
      case Pending _ -> "PENDING";
      case VerdictConflict _ -> "VERDICT_CONFLICT";
      case ReasonConflict _ -> "REASON_CONFLICT";
      case Included _ -> "INCLUDED";
      case Excluded _ -> "EXCLUDED";
    };
  }

  default Optional<UUID> primaryReason() {
    return this instanceof Excluded(Optional<UUID> reason) ? reason : Optional.empty();
  }
}
