package org.winnow.annotation;

import java.util.UUID;
import org.winnow.ledger.EventType;
import org.winnow.ledger.LedgerEvent;
import org.winnow.ledger.Visibility;

/** A tag of the review is gone, also from records. */
@EventType(value = "review-tag-removed", visibility = Visibility.TEAM)
record ReviewTagRemoved(UUID tag) implements LedgerEvent {}
