package org.winnow.retrieval;

import java.util.UUID;
import org.winnow.ledger.EventType;
import org.winnow.ledger.LedgerEvent;
import org.winnow.ledger.Visibility;

/**
 * A document of a report was put into the review.
 *
 * @param fileName as it was called where it came from
 * @param sha256 of its content, under which it is kept
 */
@EventType(value = "document-added", visibility = Visibility.ACTOR)
public record DocumentAdded(
    UUID document, int report, DocumentKind kind, String fileName, String sha256, long bytes)
    implements LedgerEvent {}
