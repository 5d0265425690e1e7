package org.winnow.record;

import java.util.UUID;
import org.winnow.ledger.EventType;
import org.winnow.ledger.LedgerEvent;

/** A person judged two records, which were never joined, to be two entries. */
@EventType("records-separated")
public record RecordsSeparated(UUID separation, int a, int b) implements LedgerEvent {}
