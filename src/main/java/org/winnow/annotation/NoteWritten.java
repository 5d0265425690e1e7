package org.winnow.annotation;

import org.winnow.ledger.EventType;
import org.winnow.ledger.LedgerEvent;
import org.winnow.ledger.Visibility;

/** A member's note on a record, in place of the one before; an empty text takes it away. */
@EventType(value = "note-written", visibility = Visibility.ACTOR)
record NoteWritten(int record, String text) implements LedgerEvent {}
