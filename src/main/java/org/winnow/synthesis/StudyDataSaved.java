package org.winnow.synthesis;

import java.util.UUID;
import org.winnow.ledger.EventType;
import org.winnow.ledger.LedgerEvent;

/**
 * The table of a synthesis, whole.
 *
 * @param rows how many it has
 * @param changed how many of them are new, other than before, or gone
 * @param table SHA-256 of the table's canonical JSON, which is kept
 */
@EventType("study-data-saved")
record StudyDataSaved(UUID synthesis, int version, int rows, int changed, String table)
    implements LedgerEvent {}
