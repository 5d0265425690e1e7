package org.winnow.record;

import java.util.List;
import java.util.UUID;
import org.winnow.ledger.EventType;
import org.winnow.ledger.LedgerEvent;

/**
 * A person took a merge back: its records are the entries that they were before, and whether they
 * are one is an open question again. To judge that a record is another entry is a {@link
 * RecordSplit}.
 *
 * @param entries what the merge had joined
 * @param separated pairs that had been judged different before the merge, the smaller number first
 */
@EventType("merge-undone")
public record MergeUndone(UUID merge, List<Entry> entries, List<List<Integer>> separated)
    implements LedgerEvent {

  /** Records that were one entry, the representative among them. */
  public record Entry(int representative, List<Integer> members) {}
}
