package org.winnow.record;

import java.util.List;
import java.util.UUID;
import org.winnow.ledger.EventType;
import org.winnow.ledger.LedgerEvent;

/** A person judged records to be one entry. */
@EventType("records-merged")
public record RecordsMerged(UUID merge, int representative, List<Integer> members)
    implements LedgerEvent {}
