package org.winnow.review;

import org.winnow.ledger.EventType;
import org.winnow.ledger.LedgerEvent;

@EventType("stage-reopened")
public record StageReopened(Stage stage, String reason) implements LedgerEvent {}
