package org.winnow.record;

import java.util.UUID;
import org.winnow.ledger.EventType;
import org.winnow.ledger.LedgerEvent;

/** A person judged a record to be another entry than the rest of its cluster. */
@EventType("record-split")
public record RecordSplit(UUID split, int record) implements LedgerEvent {}
