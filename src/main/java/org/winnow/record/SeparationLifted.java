package org.winnow.record;

import java.util.UUID;
import org.winnow.ledger.EventType;
import org.winnow.ledger.LedgerEvent;

/** A person took a separation back: whether the two are one entry is an open question again. */
@EventType("separation-lifted")
public record SeparationLifted(UUID separation, int a, int b) implements LedgerEvent {}
