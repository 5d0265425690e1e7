package org.winnow.screening;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What one reviewer said of one item, for measuring agreement.
 *
 * @param reason the first failed criterion of an exclusion, if it names one
 * @param sequence its place in the ledger
 */
record Judgement(
    int item, UUID reviewer, Verdict verdict, Optional<UUID> reason, long sequence, Instant at) {}
