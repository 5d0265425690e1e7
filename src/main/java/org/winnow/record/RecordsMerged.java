package org.winnow.record;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.winnow.ledger.EventType;
import org.winnow.ledger.LedgerEvent;
import org.winnow.review.Stage;

/**
 * A person judged records to be one entry.
 *
 * @param stage where it was noticed while screening; null when it was judged among duplicates
 */
@EventType("records-merged")
public record RecordsMerged(
    UUID merge, int representative, List<Integer> members, @Nullable Stage stage)
    implements LedgerEvent {}
