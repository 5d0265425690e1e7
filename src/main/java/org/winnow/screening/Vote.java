package org.winnow.screening;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A vote that has not been withdrawn.
 *
 * @param sequence its place in the ledger
 */
record Vote(
    UUID id, UUID reviewer, Verdict verdict, List<UUID> reasons, long sequence, Instant at) {}
