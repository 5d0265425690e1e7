package org.winnow.record;

import java.util.UUID;
import org.winnow.ledger.EventType;
import org.winnow.ledger.LedgerEvent;

/**
 * A record of a committed import, left out because it could not be read, was corrected and entered
 * the review with its import's source.
 *
 * @param place its place among all of the file that could not be read, from 1
 * @param record the number given
 * @param content its content hash
 */
@EventType("record-repaired")
public record RecordRepaired(UUID importId, int place, int record, String content)
    implements LedgerEvent {}
