package org.winnow.screening;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A vote that has not been withdrawn.
 *
 * @param sequence the ledger's event that it came by; those of one takeover share it
 * @param takeover the takeover from another tool that it came by; null when it was cast here
 */
record Vote(
    UUID id,
    UUID reviewer,
    Verdict verdict,
    List<UUID> reasons,
    long sequence,
    Instant at,
    @Nullable UUID takeover) {}
