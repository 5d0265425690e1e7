package org.winnow.annotation;

import java.util.UUID;
import org.winnow.ledger.EventType;
import org.winnow.ledger.LedgerEvent;
import org.winnow.ledger.Visibility;

/** A tag of the whole review was made, renamed or moved by a lead. */
@EventType(value = "review-tag-put", visibility = Visibility.TEAM)
record ReviewTagPut(UUID tag, String name, int place) implements LedgerEvent {}
