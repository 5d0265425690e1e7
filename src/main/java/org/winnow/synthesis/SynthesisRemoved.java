package org.winnow.synthesis;

import java.util.UUID;
import org.winnow.ledger.EventType;
import org.winnow.ledger.LedgerEvent;

/** A synthesis was taken away; its data wait for it to be brought back. */
@EventType("synthesis-removed")
record SynthesisRemoved(UUID synthesis) implements LedgerEvent {}
