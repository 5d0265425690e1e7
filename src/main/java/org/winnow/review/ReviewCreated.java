package org.winnow.review;

import org.winnow.ledger.EventType;
import org.winnow.ledger.LedgerEvent;

@EventType("review-created")
public record ReviewCreated(String title, String language) implements LedgerEvent {}
