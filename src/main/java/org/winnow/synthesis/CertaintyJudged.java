package org.winnow.synthesis;

import java.util.UUID;
import org.winnow.ledger.EventType;
import org.winnow.ledger.LedgerEvent;

/** Somebody judged the certainty of a synthesis. */
@EventType("certainty-judged")
record CertaintyJudged(UUID synthesis, int version, Judged certainty) implements LedgerEvent {}
