package org.winnow.annotation;

import java.util.UUID;
import org.winnow.ledger.EventType;
import org.winnow.ledger.LedgerEvent;
import org.winnow.ledger.Visibility;

/** A member's own tag is gone, also from records. */
@EventType(value = "own-tag-removed", visibility = Visibility.ACTOR)
record OwnTagRemoved(UUID tag) implements LedgerEvent {}
