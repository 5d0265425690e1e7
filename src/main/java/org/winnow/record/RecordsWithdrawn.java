package org.winnow.record;

import java.util.UUID;
import org.winnow.ledger.EventType;
import org.winnow.ledger.LedgerEvent;

/** An import left the review; its records are kept readable. */
@EventType("records-withdrawn")
public record RecordsWithdrawn(UUID importId, String reason) implements LedgerEvent {}
