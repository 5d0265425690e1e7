package org.winnow.annotation;

import java.util.UUID;
import org.winnow.ledger.EventType;
import org.winnow.ledger.LedgerEvent;
import org.winnow.ledger.Visibility;

/** A tag of a member's own was made, renamed or moved. */
@EventType(value = "own-tag-put", visibility = Visibility.ACTOR)
record OwnTagPut(UUID tag, String name, int place) implements LedgerEvent {}
