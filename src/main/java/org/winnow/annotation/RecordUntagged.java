package org.winnow.annotation;

import java.util.UUID;
import org.winnow.ledger.EventType;
import org.winnow.ledger.LedgerEvent;
import org.winnow.ledger.Visibility;

/** A member took a tag off a record. */
@EventType(value = "record-untagged", visibility = Visibility.ACTOR)
record RecordUntagged(int record, UUID tag) implements LedgerEvent {}
