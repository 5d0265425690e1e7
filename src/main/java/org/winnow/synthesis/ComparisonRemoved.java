package org.winnow.synthesis;

import java.util.UUID;
import org.winnow.ledger.EventType;
import org.winnow.ledger.LedgerEvent;

/** A comparison without syntheses was taken away. */
@EventType("comparison-removed")
record ComparisonRemoved(UUID comparison) implements LedgerEvent {}
