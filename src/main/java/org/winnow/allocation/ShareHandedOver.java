package org.winnow.allocation;

import java.util.UUID;
import org.winnow.ledger.EventType;
import org.winnow.ledger.LedgerEvent;
import org.winnow.ledger.Visibility;
import org.winnow.review.Stage;

/**
 * What somebody had not yet voted on in a stage is another's to vote on: their parts, what their
 * quota leaves, and what they had been handed. A new version of the rules by itself.
 */
@EventType(value = "share-handed-over", visibility = Visibility.ACTOR)
public record ShareHandedOver(Stage stage, int version, UUID from, UUID to)
    implements LedgerEvent {}
