package org.winnow.retrieval;

import java.util.UUID;
import org.winnow.ledger.EventType;
import org.winnow.ledger.LedgerEvent;
import org.winnow.ledger.Visibility;

/** A document is no longer shown with its report; what was quoted from it stays. */
@EventType(value = "document-removed", visibility = Visibility.ACTOR)
public record DocumentRemoved(UUID document, int report) implements LedgerEvent {}
