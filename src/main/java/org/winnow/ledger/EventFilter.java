package org.winnow.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Which events of a ledger are asked for, of those that the asker may see.
 *
 * @param types names of event types; all when empty
 * @param from earliest time, included
 * @param to time before which they happened
 */
public record EventFilter(
    Sight sight,
    List<String> types,
    Optional<UUID> actor,
    Optional<Instant> from,
    Optional<Instant> to) {

  public EventFilter {
    types = List.copyOf(types);
  }
}
