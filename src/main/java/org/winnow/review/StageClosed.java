package org.winnow.review;

import org.winnow.ledger.EventType;
import org.winnow.ledger.LedgerEvent;
import org.winnow.ledger.Visibility;

/**
 * No more votes in this stage.
 *
 * @param unfinished items that were left without a decision; above zero only with a reason
 */
@EventType(value = "stage-closed", visibility = Visibility.UNBLINDED)
public record StageClosed(Stage stage, int unfinished, String reason) implements LedgerEvent {}
