package org.winnow.record;

import java.util.List;
import java.util.UUID;
import org.winnow.ledger.EventType;
import org.winnow.ledger.LedgerEvent;

/**
 * An import's records entered the review.
 *
 * @param file SHA-256 of the imported file, which is kept
 * @param ids the numbers given, as closed ranges in rising order
 * @param content SHA-256 of the list of all record numbers and their content hashes, which is kept
 */
@EventType("records-added")
public record RecordsAdded(
    UUID importId, UUID source, String file, List<IdRange> ids, int count, String content)
    implements LedgerEvent {}
