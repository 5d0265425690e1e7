package org.winnow.allocation;

import org.winnow.ledger.EventType;
import org.winnow.ledger.LedgerEvent;
import org.winnow.ledger.Visibility;
import org.winnow.review.Stage;

/**
 * How the work of a stage is shared out from now on, whole. Who is thought experienced, and who is
 * kept from whom, is not for everybody to read.
 */
@EventType(value = "allocation-changed", visibility = Visibility.ACTOR)
public record AllocationChanged(Stage stage, int version, Allocation allocation)
    implements LedgerEvent {}
