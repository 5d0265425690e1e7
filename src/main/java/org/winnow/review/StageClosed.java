package org.winnow.review;

import org.winnow.ledger.EventType;
import org.winnow.ledger.LedgerEvent;

/**
 * No more votes in this stage.
 *
 * @param unfinished items that were left without a decision; above zero only with a reason
 */
@EventType("stage-closed")
public record StageClosed(Stage stage, int unfinished, String reason) implements LedgerEvent {}
