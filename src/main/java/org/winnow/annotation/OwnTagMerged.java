package org.winnow.annotation;

import java.util.UUID;
import org.winnow.ledger.EventType;
import org.winnow.ledger.LedgerEvent;
import org.winnow.ledger.Visibility;

/** A member's own tag is gone; what it was on bears another instead. */
@EventType(value = "own-tag-merged", visibility = Visibility.ACTOR)
record OwnTagMerged(UUID tag, UUID into) implements LedgerEvent {}
