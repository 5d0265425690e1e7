package org.winnow.review;

import org.winnow.ledger.EventType;
import org.winnow.ledger.LedgerEvent;

/** A new version of the protocol, whole. */
@EventType("protocol-amended")
public record ProtocolAmended(int version, Protocol protocol, String explanation)
    implements LedgerEvent {}
