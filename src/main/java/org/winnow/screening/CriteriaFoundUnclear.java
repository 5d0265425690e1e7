package org.winnow.screening;

import org.winnow.ledger.EventType;
import org.winnow.ledger.LedgerEvent;
import org.winnow.ledger.Visibility;
import org.winnow.review.Stage;

/** An item showed that the criteria can be read in more than one way. */
@EventType(value = "criteria-found-unclear", visibility = Visibility.UNBLINDED)
public record CriteriaFoundUnclear(Stage stage, int item, String comment) implements LedgerEvent {}
