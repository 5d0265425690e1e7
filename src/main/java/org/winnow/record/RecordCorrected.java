package org.winnow.record;

import org.winnow.ledger.EventType;
import org.winnow.ledger.LedgerEvent;

/**
 * A person put a text in place of a field that the sources lack or have wrong.
 *
 * @param text empty when what was imported counts again
 * @param origin where the text comes from, in the person's words
 */
@EventType("record-corrected")
public record RecordCorrected(int record, RecordField field, String text, String origin)
    implements LedgerEvent {}
