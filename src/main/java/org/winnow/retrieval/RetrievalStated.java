package org.winnow.retrieval;

import org.winnow.ledger.EventType;
import org.winnow.ledger.LedgerEvent;

/** Somebody said how far the search for a report's document has come. */
@EventType("retrieval-stated")
public record RetrievalStated(int report, Retrieval state, String note) implements LedgerEvent {}
