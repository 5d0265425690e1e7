package org.winnow.identification;

import java.util.UUID;
import org.winnow.ledger.EventType;
import org.winnow.ledger.LedgerEvent;

/**
 * A source belongs to a round of searching, by its number; before that it belonged to the first.
 */
@EventType("source-placed")
record SourcePlaced(UUID source, int round) implements LedgerEvent {}
