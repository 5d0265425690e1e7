package org.winnow.ledger;

import java.util.UUID;

/** What of a ledger somebody may read. */
public sealed interface Sight {
  /** All of it. */
  record Everything() implements Sight {}

  /** Nothing that could tell what others voted, or only that they did. */
  record Blinded(UUID account) implements Sight {}

  default boolean shows(RecordedEvent event) {
    return switch (this) {
      case Everything _ -> true;
      case Blinded(UUID account) ->
          switch (event.visibility()) {
            case TEAM -> true;
            case ACTOR -> account.equals(event.actor());
            case UNBLINDED -> false;
          };
    };
  }
}
