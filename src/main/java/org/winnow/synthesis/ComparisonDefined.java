package org.winnow.synthesis;

import java.util.UUID;
import org.winnow.ledger.EventType;
import org.winnow.ledger.LedgerEvent;

/** A comparison was made, or changed, or brought back. */
@EventType("comparison-defined")
record ComparisonDefined(UUID comparison, int version, Comparison content) implements LedgerEvent {}
