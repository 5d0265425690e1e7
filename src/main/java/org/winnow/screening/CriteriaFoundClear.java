package org.winnow.screening;

import org.winnow.ledger.EventType;
import org.winnow.ledger.LedgerEvent;
import org.winnow.ledger.Visibility;
import org.winnow.review.Stage;

/** The mark was taken away again. */
@EventType(value = "criteria-found-clear", visibility = Visibility.UNBLINDED)
public record CriteriaFoundClear(Stage stage, int item) implements LedgerEvent {}
