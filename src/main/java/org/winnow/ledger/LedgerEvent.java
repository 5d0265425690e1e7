package org.winnow.ledger;

/** Something that happened to a review. A record annotated with {@link EventType}. */
public interface LedgerEvent {}
