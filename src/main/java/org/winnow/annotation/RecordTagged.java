package org.winnow.annotation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.winnow.ledger.EventType;
import org.winnow.ledger.LedgerEvent;
import org.winnow.ledger.Visibility;

/**
 * A member put a tag on a record, or gave it another value there.
 *
 * @param value absent for a plain tag
 */
@EventType(value = "record-tagged", visibility = Visibility.ACTOR)
record RecordTagged(int record, UUID tag, @Nullable String value) implements LedgerEvent {}
