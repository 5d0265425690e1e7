package org.winnow.retrieval;

import org.winnow.ledger.EventType;
import org.winnow.ledger.LedgerEvent;
import org.winnow.ledger.Visibility;

/** Somebody said how far the search for a report's document has come. */
@EventType(value = "retrieval-stated", visibility = Visibility.ACTOR)
public record RetrievalStated(int report, Retrieval state, String note) implements LedgerEvent {}
