package org.winnow.annotation;

import java.util.UUID;
import org.winnow.ledger.EventType;
import org.winnow.ledger.LedgerEvent;
import org.winnow.ledger.Visibility;

/** A tag of the review is gone; what members had it on bears another of the review instead. */
@EventType(value = "review-tag-merged", visibility = Visibility.TEAM)
record ReviewTagMerged(UUID tag, UUID into) implements LedgerEvent {}
