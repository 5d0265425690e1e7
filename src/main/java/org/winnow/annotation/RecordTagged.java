package org.winnow.annotation;

import java.util.UUID;
import org.winnow.ledger.EventType;
import org.winnow.ledger.LedgerEvent;
import org.winnow.ledger.Visibility;

/** A member put a tag on a record. */
@EventType(value = "record-tagged", visibility = Visibility.ACTOR)
record RecordTagged(int record, UUID tag) implements LedgerEvent {}
