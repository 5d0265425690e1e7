package org.winnow.synthesis;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.winnow.ledger.EventType;
import org.winnow.ledger.LedgerEvent;

/**
 * A synthesis was defined, or changed, or brought back.
 *
 * @param former what it was before; null for a new one
 * @param afterData whether it was changed in substance when there were data already
 */
@EventType("synthesis-defined")
record SynthesisDefined(
    UUID synthesis,
    int version,
    Definition definition,
    @Nullable Definition former,
    boolean afterData,
    String explanation)
    implements LedgerEvent {}
