package org.winnow.synthesis;

import java.util.UUID;
import org.winnow.ledger.EventType;
import org.winnow.ledger.LedgerEvent;

/**
 * The analyses of a file were added.
 *
 * @param file SHA-256 of the file, which is kept
 * @param content SHA-256 of what was added, canonical JSON, which is kept
 */
@EventType("analyses-imported")
record AnalysesImported(
    UUID importId, String fileName, String file, String content, int comparisons, int syntheses)
    implements LedgerEvent {}
