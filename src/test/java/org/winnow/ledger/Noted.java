package org.winnow.ledger;

/** An event without meaning. */
@EventType("test-noted")
record Noted(String text) implements LedgerEvent {}
